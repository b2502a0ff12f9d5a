/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/provision.h"

#include "agreement/shown.h"
#include "bahasa/capitals.h"
#include "bahasa/label.h"

#include "amend/attachment.h"
#include "amend/part.h"
#include "amend/renumber.h"

typedef struct
{
  MftAgreement *original, *renumbered;
  GPtrArray *provisions;
} Finding;

void
mft_provision_free (MftProvision *provision)
{
  g_free (provision->heading);
  g_hash_table_unref (provision->words);
  g_ptr_array_unref (provision->after);
  g_free (provision);
}

static void
append_reading (MftAgreement *agreement, MftBlock *block, GString *reading)
{
  g_autofree char *text = mft_shown_text (agreement, block);

  g_string_append_printf (reading, "%s\t%s\n", mft_block_get_label (block), text);
  for (guint i = 0; i < mft_block_n_children (block); i++)
    append_reading (agreement, mft_block_get_child (block, i), reading);
}

char *
mft_provision_dup_reading (MftAgreement *agreement, MftBlock *block)
{
  GString *reading = g_string_new (NULL);

  append_reading (agreement, block, reading);
  return g_string_free (reading, FALSE);
}

static gboolean
reads_alike (const Finding *self, MftBlock *before, MftBlock *after)
{
  g_autofree char *a = mft_provision_dup_reading (self->original, before);
  g_autofree char *b = mft_provision_dup_reading (self->renumbered, after);

  return g_str_equal (a, b);
}

static gboolean
says_deleted (MftAgreement *agreement, MftBlock *block)
{
  g_autofree char *text = mft_shown_text (agreement, block);

  return mft_block_n_children (block) == 0 && g_str_equal (text, MFT_AMEND_DELETED);
}

static gboolean
is_deleted (const Finding *self, MftBlock *after)
{
  gboolean pasal = mft_block_get_kind (after) == MFT_BLOCK_PASAL;

  if (!pasal)
    return says_deleted (self->renumbered, after);
  return mft_text_length (mft_block_get_text (after)) == 0 && mft_block_n_children (after) == 1
         && says_deleted (self->renumbered, mft_block_get_child (after, 0));
}

static MftProvision *
add (Finding *self, const char *wording, const char *verb, const char *name)
{
  MftProvision *provision = g_new0 (MftProvision, 1);
  g_autofree char *capitals = mft_capitals (name, MFT_CAPITALS_UPPER);

  provision->wording = wording;
  provision->heading = g_strdup_printf ("%s %s", verb, capitals);
  provision->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  provision->part = MFT_BLOCK_BODY;
  provision->after = g_ptr_array_new ();
  g_ptr_array_add (self->provisions, provision);
  return provision;
}

static void
say (MftProvision *provision, const char *key, const char *words)
{
  g_hash_table_insert (provision->words, (gpointer) key, g_strdup (words));
}

/* --- names -------------------------------------------------------------------------------------------- */

/* "ayat (1)", "Pasal 7A", "Lampiran II". Owned by the caller. */
static char *
dup_name (MftBlock *block)
{
  MftLabel label;

  if (mft_label_scan (mft_block_get_label (block), &label) == 0)
    return g_strdup (mft_block_get_label (block));
  return mft_label_reference (label);
}

/* "ayat (1), ayat (2), dan ayat (3)". Owned by the caller. */
static char *
dup_names (GPtrArray *blocks)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *name = dup_name (blocks->pdata[i]);
      const char *joint = i == 0                ? ""
                          : i + 1 < blocks->len ? ", "
                          : blocks->len == 2    ? " dan "
                                                : ", dan ";
      g_string_append_printf (names, "%s%s", joint, name);
    }
  return g_string_free (names, FALSE);
}

static MftBlock *
find_label (MftBlock *parent, MftBlockKind kind, const char *label)
{
  for (guint i = 0; parent != NULL && i < mft_block_n_children (parent); i++)
    {
      MftBlock *child = mft_block_get_child (parent, i);
      if (mft_block_get_kind (child) == kind && g_str_equal (mft_block_get_label (child), label))
        return child;
    }
  return NULL;
}

/* --- inside a Pasal ----------------------------------------------------------------------------------- */

/* The ayat that changed, each in one list. */
typedef struct
{
  GPtrArray *edited, *inserted, *deleted; /* of MftBlock */
  gboolean other;                         /* the heading, or what is no ayat, changed too */
} Inside;

/* What a Pasal says besides its ayat. */
static char *
dup_rest (MftAgreement *agreement, MftBlock *pasal)
{
  GString *rest = g_string_new (NULL);
  g_autofree char *heading = mft_shown_text (agreement, pasal);

  g_string_append (rest, heading);
  for (guint i = 0; i < mft_block_n_children (pasal); i++)
    {
      MftBlock *child = mft_block_get_child (pasal, i);
      if (mft_block_get_kind (child) != MFT_BLOCK_AYAT || *mft_block_get_label (child) == '\0')
        append_reading (agreement, child, rest);
    }
  return g_string_free (rest, FALSE);
}

static void
look_inside (const Finding *self, MftBlock *before, MftBlock *after, Inside *inside)
{
  g_autofree char *rest_before = dup_rest (self->original, before);
  g_autofree char *rest_after = dup_rest (self->renumbered, after);

  inside->other = !g_str_equal (rest_before, rest_after);
  for (guint i = 0; i < mft_block_n_children (after); i++)
    {
      MftBlock *ayat = mft_block_get_child (after, i);
      if (mft_block_get_kind (ayat) != MFT_BLOCK_AYAT || *mft_block_get_label (ayat) == '\0')
        continue;
      MftBlock *was = find_label (before, MFT_BLOCK_AYAT, mft_block_get_label (ayat));
      if (was == NULL)
        g_ptr_array_add (inside->inserted, ayat);
      else if (!reads_alike (self, was, ayat))
        g_ptr_array_add (is_deleted (self, ayat) ? inside->deleted : inside->edited, ayat);
    }
}

static gboolean
stand_together (GPtrArray *blocks)
{
  for (guint i = 1; i < blocks->len; i++)
    if (mft_block_get_index (blocks->pdata[i]) != mft_block_get_index (blocks->pdata[i - 1]) + 1)
      return FALSE;
  return TRUE;
}

/* Between which two, or behind which one, the new units stand. */
static void
say_place (MftProvision *provision, GPtrArray *blocks, MftBlockKind kind)
{
  MftBlock *parent = mft_block_get_parent (blocks->pdata[0]);
  guint first = mft_block_get_index (blocks->pdata[0]);
  guint next = first + blocks->len;
  g_autofree char *names = dup_names (blocks);

  say (provision, "induk.baru", names);
  provision->count = blocks->len;
  if (first > 0 && mft_block_get_kind (mft_block_get_child (parent, first - 1)) == kind)
    {
      g_autofree char *before = dup_name (mft_block_get_child (parent, first - 1));
      say (provision, "induk.sebelum", before);
    }
  if (next < mft_block_n_children (parent)
      && mft_block_get_kind (mft_block_get_child (parent, next)) == kind)
    {
      g_autofree char *behind = dup_name (mft_block_get_child (parent, next));
      say (provision, "induk.sesudah", behind);
    }
}

/* One kind of change to ayat alone has its own formula; else the Pasal as a whole is changed. */
static void
find_edit (Finding *self, MftBlock *before, MftBlock *after)
{
  g_autoptr (GPtrArray) edited = g_ptr_array_new ();
  g_autoptr (GPtrArray) inserted = g_ptr_array_new ();
  g_autoptr (GPtrArray) deleted = g_ptr_array_new ();
  Inside inside = { edited, inserted, deleted, FALSE };
  const char *label = mft_block_get_label (after);

  look_inside (self, before, after, &inside);
  MftProvision *provision = add (self, "ubah-pasal", "PERUBAHAN", label);
  guint kinds = (edited->len > 0) + (inserted->len > 0) + (deleted->len > 0);
  if (!inside.other && kinds == 1)
    {
      g_autofree char *names = dup_names (edited->len > 0 ? edited : deleted);
      say (provision, "induk.ayat", names);
      provision->wording = edited->len > 0 ? "ubah-ayat" : "hapus-ayat";
    }
  if (!inside.other && kinds == 1 && inserted->len > 0)
    {
      say_place (provision, inserted, MFT_BLOCK_AYAT);
      gboolean between = g_hash_table_contains (provision->words, "induk.sesudah")
                         && g_hash_table_contains (provision->words, "induk.sebelum");
      provision->wording = !stand_together (inserted) ? "ubah-pasal"
                           : between                  ? "sisip-ayat"
                                                      : "tambah-ayat";
    }
  say (provision, "induk.pasal", label);
  provision->before = before;
  g_ptr_array_add (provision->after, after);
}

/* --- before the Pasal --------------------------------------------------------------------------------- */

static void
find_part (Finding *self, MftBlockKind kind)
{
  g_autofree char *before = mft_part_dup_reading (self->original, kind);
  g_autofree char *after = mft_part_dup_reading (self->renumbered, kind);
  const char *name = mft_part_get_name (kind);
  MftProvision *provision;

  if (g_str_equal (before, after))
    return;
  if (before[0] == '\0')
    provision = add (self, "tambah-bagian", "PENAMBAHAN", name);
  else if (after[0] == '\0')
    provision = add (self, "hapus-bagian", "PENGHAPUSAN", name);
  else
    provision = add (self, "ubah-bagian", "PERUBAHAN", name);
  say (provision, "induk.bagian", name);
  provision->part = kind;
  if (before[0] != '\0')
    provision->before = mft_agreement_get_part (self->original, kind);
  if (after[0] != '\0')
    g_ptr_array_add (provision->after, mft_agreement_get_part (self->renumbered, kind));
}

/* --- Pasal -------------------------------------------------------------------------------------------- */

static void
find_insert (Finding *self, GPtrArray *pasal)
{
  g_autofree char *names = dup_names (pasal);
  MftProvision *provision = add (self, "sisip-pasal", "PENAMBAHAN", names);

  say_place (provision, pasal, MFT_BLOCK_PASAL);
  if (!g_hash_table_contains (provision->words, "induk.sesudah"))
    provision->wording = "tambah-pasal";
  for (guint i = 0; i < pasal->len; i++)
    g_ptr_array_add (provision->after, pasal->pdata[i]);
}

static void
find_pasal (Finding *self, MftBlock *before, MftBlock *after)
{
  if (reads_alike (self, before, after))
    return;
  if (!is_deleted (self, after))
    {
      find_edit (self, before, after);
      return;
    }
  MftProvision *provision = add (self, "hapus-pasal", "PENGHAPUSAN", mft_block_get_label (after));
  say (provision, "induk.pasal", mft_block_get_label (after));
  provision->before = before;
}

static void
find_in_body (Finding *self)
{
  MftBlock *old = mft_agreement_get_part (self->original, MFT_BLOCK_BODY);
  MftBlock *body = mft_agreement_get_part (self->renumbered, MFT_BLOCK_BODY);
  guint next;

  for (guint i = 0; body != NULL && i < mft_block_n_children (body); i = next)
    {
      g_autoptr (GPtrArray) inserted = g_ptr_array_new ();
      MftBlock *pasal = mft_block_get_child (body, i);
      MftBlock *before = find_label (old, MFT_BLOCK_PASAL, mft_block_get_label (pasal));

      for (next = i; before == NULL && next < mft_block_n_children (body); next++)
        {
          pasal = mft_block_get_child (body, next);
          if (find_label (old, MFT_BLOCK_PASAL, mft_block_get_label (pasal)) != NULL)
            break;
          g_ptr_array_add (inserted, pasal);
        }
      if (before != NULL)
        find_pasal (self, before, pasal);
      else
        find_insert (self, inserted);
      next = MAX (next, i + 1);
    }
}

/* --- attachments -------------------------------------------------------------------------------------- */

static void
find_attachment (Finding *self, MftBlock *before, MftBlock *after)
{
  g_autofree char *name = mft_attachment_dup_name (after);
  MftProvision *provision = NULL;

  if (before != NULL && reads_alike (self, before, after))
    return;
  if (before == NULL)
    provision = add (self, "tambah-lampiran", "PENAMBAHAN", name);
  else if (is_deleted (self, after))
    provision = add (self, "hapus-lampiran", "PENGHAPUSAN", name);
  else
    provision = add (self, "ubah-lampiran", "PERUBAHAN", name);
  say (provision, "induk.lampiran", name);
  provision->before = before;
  if (before == NULL || !is_deleted (self, after))
    g_ptr_array_add (provision->after, after);
}

GPtrArray *
mft_provisions_find (MftAgreement *original, MftAgreement *renumbered, gboolean parts)
{
  Finding self = { original, renumbered,
                   g_ptr_array_new_with_free_func ((GDestroyNotify) mft_provision_free) };
  MftBlock *old = mft_agreement_get_root (original);
  MftBlock *root = mft_agreement_get_root (renumbered);

  for (const MftBlockKind *kind = mft_part_kinds; parts && *kind != MFT_BLOCK_AGREEMENT; kind++)
    find_part (&self, *kind);
  find_in_body (&self);
  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *part = mft_block_get_child (root, i);
      if (mft_block_get_kind (part) == MFT_BLOCK_ATTACHMENT)
        find_attachment (&self, find_label (old, MFT_BLOCK_ATTACHMENT, mft_block_get_label (part)),
                         part);
    }
  return self.provisions;
}
