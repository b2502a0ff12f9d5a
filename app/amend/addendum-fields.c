/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/addendum-fields.h"

#include <string.h>

#include "agreement/lock.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "bahasa/terbilang.h"
#include "template/values.h"

#include "amend/amend.h"

#define USUAL_REASON                                                                               \
  "terdapat ketentuan dalam perjanjian tersebut yang perlu disesuaikan dengan kebutuhan "          \
  "pelaksanaan kerja sama"

static MftField *
new_field (MftAgreement *renumbered, const char *id)
{
  MftField *known = mft_agreement_get_field (renumbered, id);

  if (known == NULL)
    return mft_values_new_field (id);
  MftField *field = mft_field_copy (known);
  if (mft_field_comes_late (id))
    mft_field_set_value (field, NULL);
  return field;
}

/* Takes a field over, and those that its value names: "{balai:teks} Badan …". */
static void
add_field (MftAgreement *addendum, MftAgreement *renumbered, const char *id)
{
  MftField *field
      = mft_agreement_get_field (addendum, id) == NULL ? new_field (renumbered, id) : NULL;

  if (field == NULL)
    return;
  mft_agreement_add_field (addendum, field);
  const char *words = mft_field_get_value (field);
  while (words != NULL && (words = strchr (words, '{')) != NULL)
    {
      words++;
      g_autofree char *named = g_strndup (words, strcspn (words, ":}"));
      if (mft_agreement_get_field (renumbered, named) != NULL)
        add_field (addendum, renumbered, named);
    }
}

void
mft_addendum_add_fields (MftAgreement *addendum, MftAgreement *renumbered)
{
  MftBlock *root = mft_agreement_get_root (addendum);

  for (guint i = 0; i < mft_agreement_n_fields (renumbered); i++)
    {
      const char *id = mft_field_get_id (mft_agreement_get_field_at (renumbered, i));
      if (id[0] == 'p' && g_ascii_isdigit (id[1]))
        add_field (addendum, renumbered, id);
    }
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    for (guint i = 0; i < mft_text_n_runs (mft_block_get_text (at)); i++)
      {
        const MftRun *run = mft_text_get_run (mft_block_get_text (at), i);
        if (run->kind == MFT_RUN_FIELD)
          add_field (addendum, renumbered, run->value);
      }
}

static void
give (MftAgreement *addendum, const char *id, const char *value)
{
  MftField *field = mft_agreement_get_field (addendum, id);

  if (field != NULL && value != NULL && mft_field_is_value (field, value))
    mft_field_set_value (field, value);
}

/* "Nomor 12/PKS/2024 dan Nomor 7/KS/2024"; NULL if one is not known. */
static char *
dup_numbers (MftAgreement *original)
{
  guint parties = mft_agreement_n_parties (original);
  GString *numbers = g_string_new (NULL);

  for (guint party = 1; party <= parties; party++)
    {
      const char *number = mft_party_get (original, party, "nomor");
      if (number == NULL)
        {
          g_string_free (numbers, TRUE);
          return NULL;
        }
      g_string_append_printf (numbers, "%sNomor %s",
                              party == 1        ? ""
                              : party < parties ? ", "
                              : parties > 2     ? ", dan "
                                                : " dan ",
                              number);
    }
  return g_string_free (numbers, FALSE);
}

void
mft_addendum_fill_in (MftAgreement *addendum, MftAgreement *original, const char *reason)
{
  const char *before = mft_agreement_get_setting (original, MFT_AMEND_SETTING);
  guint64 count = before != NULL ? g_ascii_strtoull (before, NULL, 10) : 0;
  g_autofree char *order = mft_terbilang_ordinal ((guint) MIN (count, 98) + 1, MFT_CAPITALS_UPPER);
  g_autofree char *numbers = dup_numbers (original);
  g_autofree char *title = mft_agreement_dup_title (original);

  give (addendum, MFT_ADDENDUM_ORDER, order);
  give (addendum, "alasan_perubahan", reason != NULL ? reason : USUAL_REASON);
  give (addendum, "induk.nomor", numbers);
  give (addendum, "induk.tanggal", mft_agreement_get_value (original, "tanggal_ttd"));
  give (addendum, "induk.tentang", title[0] != '\0' ? title : NULL);
}
