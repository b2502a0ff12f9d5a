/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/clean/clean.h"

#include "agreement/akn.h"
#include "agreement/asset.h"
#include "agreement/house-style.h"
#include "agreement/party.h"
#include "review/review.h"
#include "template/slot.h"
#include "typeset/furniture.h"

typedef struct
{
  MftAgreement *agreement;
  MftAgreement *known; /* has what is asked of every party */
  GHashTable *used;    /* ids of the fields that are shown */
  guint *left_out;
} Cleaner;

/* The settings that the words or the way back depend on; those of the page: typeset/profile.h. */
static const char *const settings[]
    = { "acuan", "garis", "naskah", "pihak", "sebutan", "tanggal", MFT_SETTING_CLOSING, NULL };

static MftBlock *
copy_block (Cleaner *cleaner, MftBlock *block)
{
  MftBlock *copy = mft_block_new_with_id (mft_block_get_kind (block), mft_block_get_id (block),
                                          mft_block_get_text (block));

  mft_block_set_marks (copy, mft_block_get_marks (block));
  mft_block_set_party (copy, mft_block_get_party (block));
  mft_block_set_locked_label (copy, mft_block_get_locked_label (block));
  mft_block_take_traits (copy, block);
  if (mft_block_get_clause (block) != NULL || mft_block_get_alternative (block) != NULL)
    cleaner->left_out[MFT_LEFT_OUT_CLAUSES]++;
  for (guint i = 0; i < mft_block_n_children (block); i++)
    mft_block_append (copy, copy_block (cleaner, mft_block_get_child (block, i)));
  return copy;
}

/* A value may name other fields: "… di {p1.nama}". */
static void
use_field (Cleaner *cleaner, const char *id)
{
  const char *at = mft_agreement_get_value (cleaner->agreement, id);

  if (mft_agreement_get_field (cleaner->agreement, id) == NULL
      || !g_hash_table_add (cleaner->used, g_strdup (id)) || at == NULL)
    return;
  while ((at = strchr (at, '{')) != NULL)
    {
      g_autofree char *named = g_strndup (at + 1, strcspn (at + 1, ":}"));
      use_field (cleaner, named);
      at++;
    }
}

/* Fields of sentences, and those that pages show besides: title, date, numbers and names of the
 * parties. */
static void
find_used (Cleaner *cleaner)
{
  static const char *const shown[] = { "nama", "nomor", "pejabat" };
  MftBlock *root = mft_agreement_get_root (cleaner->agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    for (guint i = 0; i < mft_text_n_runs (mft_block_get_text (at)); i++)
      {
        const MftRun *run = mft_text_get_run (mft_block_get_text (at), i);
        if (run->kind == MFT_RUN_FIELD)
          use_field (cleaner, run->value);
      }
  use_field (cleaner, "tentang");
  use_field (cleaner, "tanggal_ttd");
  for (guint party = 1; party <= mft_agreement_n_parties (cleaner->agreement); party++)
    for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
      {
        g_autofree char *id = mft_party_field_id (party, shown[i]);
        use_field (cleaner, id);
      }
}

/* Whether everybody has this explanation, for the program brings it along: then it tells nothing. */
static gboolean
is_common (Cleaner *cleaner, const MftField *field)
{
  const char *id = mft_field_get_id (field);
  MftField *asked = mft_agreement_get_field (cleaner->known, id);
  const MftSlot *slot = mft_slot_find (id);
  const char *common = asked != NULL  ? mft_field_get_meaning (asked)
                       : slot != NULL ? slot->meaning
                                      : NULL;

  return g_strcmp0 (mft_field_get_meaning (field), common) == 0;
}

/* An empty field is shown by what it means; what explains a filled one may be the house's own. Of a
 * choice the one that was made is left, of an empty one a text to write. */
static void
copy_field (Cleaner *cleaner, MftAgreement *copy, const MftField *field)
{
  const char *value = mft_field_get_value (field);
  const char *const *choices = mft_field_get_choices (field);
  const char *const made[] = { value, NULL };
  gboolean choice = mft_field_get_type (field) == MFT_FIELD_CHOICE;
  MftFieldType type = choice && value == NULL ? MFT_FIELD_TEXT : mft_field_get_type (field);
  gboolean keeps = value == NULL || is_common (cleaner, field);
  MftField *clean = mft_field_new (mft_field_get_id (field), type, mft_field_is_required (field),
                                   keeps ? mft_field_get_meaning (field) : "",
                                   choice && value != NULL ? made : NULL);

  mft_field_set_value (clean, value);
  mft_agreement_add_field (copy, clean);
  if (choices != NULL || mft_field_get_default (field) != NULL)
    cleaner->left_out[MFT_LEFT_OUT_CHOICES]++;
  if (!keeps && mft_field_get_meaning (field) != NULL && *mft_field_get_meaning (field) != '\0')
    cleaner->left_out[MFT_LEFT_OUT_NOTES]++;
}

static void
copy_fields (Cleaner *cleaner, MftAgreement *copy)
{
  find_used (cleaner);
  for (guint i = 0; i < mft_agreement_n_fields (cleaner->agreement); i++)
    {
      const MftField *field = mft_agreement_get_field_at (cleaner->agreement, i);
      if (g_hash_table_contains (cleaner->used, mft_field_get_id (field)))
        copy_field (cleaner, copy, field);
      else if (mft_field_get_value (field) != NULL)
        cleaner->left_out[MFT_LEFT_OUT_FIELDS]++;
    }
}

static void
copy_settings (Cleaner *cleaner, MftAgreement *copy)
{
  g_auto (GStrv) keys = mft_agreement_dup_setting_keys (cleaner->agreement);

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_strv_contains (settings, keys[i]) || mft_profile_is_setting (keys[i])
        || mft_house_style_find (keys[i]) != NULL)
      mft_agreement_set_setting (copy, keys[i],
                                 mft_agreement_get_setting (cleaner->agreement, keys[i]));
    else
      cleaner->left_out[g_str_equal (keys[i], "templat") ? MFT_LEFT_OUT_TEMPLATE
                                                         : MFT_LEFT_OUT_SETTINGS]++;
}

/* Whoever drafted the text is the house's own business. */
static void
hide_authors (MftAgreement *copy)
{
  g_autoptr (MftReview) review = mft_review_load (copy, NULL);

  if (review == NULL || mft_review_threads (review)->len == 0)
    return;
  for (guint i = 0; i < mft_review_threads (review)->len; i++)
    {
      const MftThread *thread = mft_review_threads (review)->pdata[i];
      for (guint k = 0; k < thread->remarks->len; k++)
        {
          MftRemark *remark = thread->remarks->pdata[k];
          g_free (remark->author);
          remark->author = g_strdup (MFT_CLEAN_AUTHOR);
        }
    }
  mft_review_save (review, copy);
}

/* The pictures and pages that its text shows. */
static void
copy_assets (Cleaner *cleaner, MftAgreement *copy)
{
  GHashTableIter iter;
  gpointer entry, bytes;

  g_hash_table_iter_init (&iter, mft_agreement_get_entries (cleaner->agreement));
  while (g_hash_table_iter_next (&iter, &entry, &bytes))
    if (mft_asset_is_used (copy, entry))
      g_hash_table_insert (mft_agreement_get_entries (copy), g_strdup (entry), g_bytes_ref (bytes));
}

/* Comments for the other party go along; what cannot be read does not. */
static void
copy_review (Cleaner *cleaner, MftAgreement *copy)
{
  GHashTable *entries = mft_agreement_get_entries (cleaner->agreement);
  GBytes *bytes = g_hash_table_lookup (entries, MFT_REVIEW_ENTRY);
  g_autoptr (MftReview) review = mft_review_load (cleaner->agreement, NULL);

  if (bytes == NULL || review == NULL)
    return;
  for (guint i = 0; i < mft_review_threads (review)->len; i++)
    cleaner->left_out[MFT_LEFT_OUT_COMMENTS]
        += ((const MftThread *) mft_review_threads (review)->pdata[i])->internal;
  cleaner->left_out[MFT_LEFT_OUT_PARAF] += mft_review_parafs (review)->len;
  g_hash_table_insert (mft_agreement_get_entries (copy), g_strdup (MFT_REVIEW_ENTRY),
                       g_bytes_ref (bytes));
  mft_review_strip (copy, MFT_AUDIENCE_OTHER_PARTY);
  hide_authors (copy);
}

/* What pages need that was told by what stays at home: how the parties sign, and logos. */
static void
keep_page (MftAgreement *agreement, MftAgreement *copy)
{
  static const char *const logos[]
      = { MFT_SETTING_LOGO_LEFT, MFT_SETTING_LOGO_RIGHT, MFT_SETTING_EMBLEM };

  if (mft_furniture_is_wet (agreement))
    mft_agreement_set_setting (copy, MFT_SETTING_CLOSING, "basah");
  for (guint i = 0; i < G_N_ELEMENTS (logos); i++)
    {
      const char *name = mft_profile_get_logo (agreement, logos[i]);
      GBytes *bytes
          = name != NULL ? g_hash_table_lookup (mft_agreement_get_entries (agreement), name) : NULL;
      if (bytes == NULL)
        continue;
      mft_agreement_set_setting (copy, logos[i], name);
      g_hash_table_replace (mft_agreement_get_entries (copy), g_strdup (name), g_bytes_ref (bytes));
    }
}

MftAgreement *
mft_clean_copy (MftAgreement *agreement, guint left_out[MFT_LEFT_OUT_N])
{
  guint unwanted[MFT_LEFT_OUT_N];
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MftAgreement) known = mft_agreement_new (mft_block_new (MFT_BLOCK_AGREEMENT, NULL));
  Cleaner cleaner = { agreement, known, used, left_out != NULL ? left_out : unwanted };

  memset (cleaner.left_out, 0, sizeof unwanted);
  MftAgreement *copy
      = mft_agreement_new (copy_block (&cleaner, mft_agreement_get_root (agreement)));
  mft_agreement_set_n_parties (copy, mft_agreement_n_parties (agreement));
  mft_agreement_set_setting (known, "sebutan", mft_agreement_get_setting (agreement, "sebutan"));
  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    mft_party_add_fields (known, party);
  copy_settings (&cleaner, copy);
  keep_page (agreement, copy);
  copy_fields (&cleaner, copy);
  copy_assets (&cleaner, copy);
  copy_review (&cleaner, copy);
  return copy;
}

GBytes *
mft_clean_source (MftAgreement *agreement)
{
  g_autoptr (MftAgreement) copy = mft_clean_copy (agreement, NULL);

  return mft_akn_write (copy);
}
