/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/hash-pass.h"

#include "base/digest.h"

#define PIECE (1 << 18)

/* A digest that runs from the file's first byte, shared by all signatures that use it. */
typedef struct
{
  const EVP_MD *kind;
  EVP_MD_CTX *context;
  goffset needed_to; /* the last gap that forks it */
} Trunk;

/* One signature's own digest, from its gap on. */
typedef struct
{
  MftSubject *subject;
  guint trunk;
  EVP_MD_CTX *context; /* NULL before its gap */
} Branch;

typedef struct
{
  GArray *trunks;   /* Trunk; the first is SHA-256 of the whole file */
  GArray *branches; /* Branch, by gap */
  guint forked;     /* how many branches have left their trunk */
} Pass;

static EVP_MD_CTX *
start (const EVP_MD *kind)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();

  if (EVP_DigestInit_ex (context, kind, NULL) != 1)
    g_error ("a digest cannot be started");
  return context;
}

/* The trunk of this kind, needed at least as far as `needed_to`. */
static guint
trunk_for (Pass *pass, const EVP_MD *kind, goffset needed_to)
{
  Trunk fresh = { kind, NULL, needed_to };

  for (guint i = 0; i < pass->trunks->len; i++)
    {
      Trunk *trunk = &g_array_index (pass->trunks, Trunk, i);
      if (!EVP_MD_is_a (trunk->kind, EVP_MD_get0_name (kind)))
        continue;
      trunk->needed_to = MAX (trunk->needed_to, needed_to);
      return i;
    }
  fresh.context = start (kind);
  g_array_append_val (pass->trunks, fresh);
  return pass->trunks->len - 1;
}

static int
by_gap (gconstpointer a, gconstpointer b)
{
  goffset left = ((const Branch *) a)->subject->gap_start;
  goffset right = ((const Branch *) b)->subject->gap_start;

  return left < right ? -1 : left > right;
}

static void
pass_init (Pass *pass, GPtrArray *subjects, goffset size)
{
  pass->trunks = g_array_new (FALSE, FALSE, sizeof (Trunk));
  pass->branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  pass->forked = 0;
  trunk_for (pass, EVP_sha256 (), size);
  for (guint i = 0; i < subjects->len; i++)
    {
      Branch branch = { g_ptr_array_index (subjects, i), 0, NULL };
      gsize digest_size;
      if (!mft_subject_is_hashable (branch.subject))
        continue;
      branch.trunk = trunk_for (pass, mft_subject_digest (branch.subject, &digest_size),
                                branch.subject->gap_start);
      g_array_append_val (pass->branches, branch);
    }
  g_array_sort (pass->branches, by_gap);
}

static void
pass_clear (Pass *pass)
{
  for (guint i = 0; i < pass->trunks->len; i++)
    EVP_MD_CTX_free (g_array_index (pass->trunks, Trunk, i).context);
  for (guint i = 0; i < pass->branches->len; i++)
    EVP_MD_CTX_free (g_array_index (pass->branches, Branch, i).context);
  g_array_unref (pass->trunks);
  g_array_unref (pass->branches);
}

static void
feed_trunks (Pass *pass, const guint8 *bytes, goffset at, goffset until)
{
  for (guint i = 0; i < pass->trunks->len; i++)
    {
      Trunk *trunk = &g_array_index (pass->trunks, Trunk, i);
      goffset end = MIN (until, trunk->needed_to);
      if (end > at)
        EVP_DigestUpdate (trunk->context, bytes, (gsize) (end - at));
    }
}

/* Gives the piece at [at, at + size) to the trunks, stopping where branches leave them. */
static void
grow_trunks (Pass *pass, const guint8 *bytes, goffset at, goffset size)
{
  goffset end = at + size, done = at;

  while (pass->forked < pass->branches->len)
    {
      Branch *branch = &g_array_index (pass->branches, Branch, pass->forked);
      goffset gap = branch->subject->gap_start;
      if (gap > end)
        break;
      feed_trunks (pass, bytes + (done - at), done, gap);
      done = MAX (done, gap);
      branch->context = EVP_MD_CTX_new ();
      EVP_MD_CTX_copy_ex (branch->context,
                          g_array_index (pass->trunks, Trunk, branch->trunk).context);
      pass->forked++;
    }
  feed_trunks (pass, bytes + (done - at), done, end);
}

static void
finish (Branch *branch)
{
  MftSubject *subject = branch->subject;
  const EVP_MD *kind = mft_subject_digest (subject, &subject->digest_size);

  if ((EVP_MD_get_flags (kind) & EVP_MD_FLAG_XOF) != 0)
    EVP_DigestFinalXOF (branch->context, subject->digest, subject->digest_size);
  else
    EVP_DigestFinal_ex (branch->context, subject->digest, NULL);
  g_clear_pointer (&branch->context, EVP_MD_CTX_free);
}

static void
grow_branches (Pass *pass, const guint8 *bytes, goffset at, goffset size)
{
  for (guint i = 0; i < pass->forked; i++)
    {
      Branch *branch = &g_array_index (pass->branches, Branch, i);
      goffset from = MAX (at, branch->subject->gap_end);
      goffset to = MIN (at + size, branch->subject->end);
      if (branch->context == NULL)
        continue;
      if (to > from)
        EVP_DigestUpdate (branch->context, bytes + (from - at), (gsize) (to - from));
      if (at + size >= branch->subject->end)
        finish (branch);
    }
}

static gboolean
run (Pass *pass, MftByteSource *source, MftTraces *traces, MftJob *job, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  goffset total = mft_byte_source_size (source);

  for (goffset at = 0; at < total;)
    {
      goffset size = MIN (PIECE, total - at);
      if (!mft_job_check (job, error)
          || !mft_byte_source_read (source, at, piece, (gsize) size, error))
        return FALSE;
      grow_trunks (pass, piece, at, size);
      grow_branches (pass, piece, at, size);
      mft_traces_look (traces, piece, (gsize) size, at);
      at += size;
      mft_job_report (job, (double) at / (double) total);
    }
  return TRUE;
}

gboolean
mft_hash_pass (MftByteSource *source, GPtrArray *subjects, MftTraces *traces, char **sha256,
               MftJob *job, GError **error)
{
  guint8 whole[MFT_SHA256_SIZE];
  gboolean done;
  Pass pass;

  pass_init (&pass, subjects, mft_byte_source_size (source));
  done = run (&pass, source, traces, job, error);
  if (done)
    {
      EVP_DigestFinal_ex (g_array_index (pass.trunks, Trunk, 0).context, whole, NULL);
      *sha256 = mft_hex (whole, sizeof whole);
    }
  pass_clear (&pass);
  return done;
}
