/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/paraf.h"

#include "agreement/akn.h"
#include "base/digest.h"
#include "base/random.h"

static const char *const kinds[] = {
  [MFT_PARAF_HIERARKI] = "hierarki",
  [MFT_PARAF_KOORDINASI] = "koordinasi",
};

const char *
mft_paraf_kind_name (MftParafKind kind)
{
  return kinds[kind];
}

gboolean
mft_paraf_kind_from_name (const char *name, MftParafKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], name) == 0)
      {
        *kind = (MftParafKind) i;
        return TRUE;
      }
  return FALSE;
}

MftReviewer *
mft_reviewer_new (const char *name, const char *office, MftParafKind kind)
{
  MftReviewer *reviewer = g_new0 (MftReviewer, 1);

  reviewer->id = mft_random_id ();
  reviewer->name = g_strdup (name);
  reviewer->office = g_strdup (office);
  reviewer->kind = kind;
  return reviewer;
}

void
mft_reviewer_free (MftReviewer *reviewer)
{
  g_free (reviewer->id);
  g_free (reviewer->name);
  g_free (reviewer->office);
  g_free (reviewer);
}

void
mft_paraf_free (MftParaf *paraf)
{
  g_free (paraf->reviewer);
  g_free (paraf->name);
  g_free (paraf->time);
  g_free (paraf->text);
  g_free (paraf->note);
  g_free (paraf->before);
  g_free (paraf->hash);
  g_free (paraf);
}

char *
mft_paraf_dup_hash (const MftParaf *paraf)
{
  const char *const members[]
      = { paraf->reviewer, paraf->name, paraf->time, paraf->text, paraf->note, paraf->before };
  GString *all = g_string_new (NULL);

  /* With the length before each, no two entries read the same. */
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_string_append_printf (all, "%" G_GSIZE_FORMAT ":%s\n", strlen (members[i]), members[i]);
  char *hash = mft_sha256_hex (all->str, all->len);
  g_string_free (all, TRUE);
  return hash;
}

char *
mft_paraf_dup_text (MftAgreement *agreement)
{
  g_autoptr (GBytes) text = mft_akn_write (agreement);
  gsize size;
  gconstpointer data = g_bytes_get_data (text, &size);

  return mft_sha256_hex (data, size);
}
