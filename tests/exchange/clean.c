/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"
#include "tree.h"

#include "agreement/akn.h"
#include "agreement/edit.h"
#include "agreement/party.h"
#include "container/zip.h"
#include "exchange/clean/clean.h"
#include "exchange/exchange.h"
#include "exchange/text/text-writer.h"
#include "review/review.h"
#include "template/sample.h"

/* What only the drafters' house may read stands wherever an agreement can carry it. */
#define SECRET "RAHASIA"

static void
add_field (MftAgreement *agreement, const char *id, MftFieldType type, const char *value,
           const char *const *choices)
{
  MftField *field = mft_field_new (id, type, FALSE, SECRET " arti", choices);

  mft_field_set_value (field, value);
  mft_field_set_default (field, SECRET " awal");
  mft_agreement_add_field (agreement, field);
}

static MftAgreement *
marked_agreement (void)
{
  static const char *const choices[] = { "bulan", SECRET " lain", NULL };
  MftAgreement *agreement = mft_test_agreement ();
  MftBlock *ayat = mft_test_first (agreement, MFT_BLOCK_AYAT);
  g_autoptr (MftText) choice
      = mft_text_new_atom (MFT_RUN_FIELD, "pilihan", MFT_FORM_TEXT, MFT_STYLE_PLAIN);

  add_field (agreement, "perancang", MFT_FIELD_TEXT, SECRET " nama perancang", NULL);
  add_field (agreement, "pilihan", MFT_FIELD_CHOICE, "bulan", choices);
  add_field (agreement, "belum", MFT_FIELD_CHOICE, NULL, choices);
  mft_agreement_set_setting (agreement, "templat", SECRET "-templat");
  mft_agreement_set_setting (agreement, "catatan", SECRET " catatan");
  mft_block_set_clause (ayat, SECRET "-klausul", SECRET "-alternatif");
  g_assert_true (mft_edit_text (agreement, ayat, 0, 0, choice, NULL));
  return agreement;
}

static gboolean
holds_secret (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (SECRET);

  for (gsize i = 0; i + length <= size; i++)
    if (g_ascii_strncasecmp (data + i, SECRET, length) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_harmless (const char *name, GBytes *bytes)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);

  g_assert_false (holds_secret (bytes));
  if (zip == NULL)
    return;
  for (guint i = 0; i < mft_zip_size (zip); i++)
    {
      g_autoptr (GBytes) part = mft_zip_read (zip, mft_zip_name (zip, i), NULL);
      g_test_message ("%s: %s", name, mft_zip_name (zip, i));
      g_assert_nonnull (part);
      g_assert_false (holds_secret (part));
    }
}

static void
test_nothing_internal (void)
{
  static const char *const names[] = { "a.pks", "a.xml", "a.docx", "a.odt", "a.html", "a.txt" };
  g_autoptr (MftAgreement) agreement = marked_agreement ();
  guint left_out[MFT_LEFT_OUT_N];
  g_autoptr (MftAgreement) clean = mft_clean_copy (agreement, left_out);
  g_autoptr (GBytes) whole = mft_akn_write (agreement);

  g_assert_true (holds_secret (whole));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = mft_exchange_write (clean, names[i], NULL);
      assert_harmless (names[i], bytes);
    }
  g_assert_cmpuint (left_out[MFT_LEFT_OUT_CLAUSES], ==, 1);
  g_assert_cmpuint (left_out[MFT_LEFT_OUT_TEMPLATE], ==, 1);
  g_assert_cmpuint (left_out[MFT_LEFT_OUT_FIELDS], ==, 1);
  g_assert_cmpuint (left_out[MFT_LEFT_OUT_CHOICES], ==, 1);
  g_assert_cmpuint (left_out[MFT_LEFT_OUT_SETTINGS], ==, 1);
}

/* The source inside a Word file is the clean one, whether a clean copy was asked for or not. */
static void
test_embedded_source (void)
{
  g_autoptr (MftAgreement) agreement = marked_agreement ();
  g_autoptr (GBytes) source = mft_clean_source (agreement);
  g_autoptr (GBytes) docx = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (GBytes) odt = mft_exchange_write (agreement, "a.odt", NULL);

  g_assert_false (holds_secret (source));
  assert_harmless ("a.docx", docx);
  assert_harmless ("a.odt", odt);
}

/* Not a word of the text goes, and the way back stays. */
static void
test_words_stay (void)
{
  static const char *const ids[] = { "pks-bsre", "pks-umum", "pks-tiga-pihak", "nota-kesepahaman" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (MftAgreement) agreement = mft_sample_agreement (ids[i]);
      g_autofree char *before = mft_text_export (agreement);
      mft_agreement_set_setting (agreement, "garis", "abcdefghij");
      g_autoptr (MftAgreement) clean = mft_clean_copy (agreement, NULL);
      g_autofree char *after = mft_text_export (clean);
      g_autofree char *title = mft_party_dup_shown (clean, 1, "nama");

      mft_test_assert_text (after, before);
      g_assert_cmpstr (mft_agreement_get_setting (clean, "garis"), ==, "abcdefghij");
      g_assert_nonnull (title);
      g_assert_cmpuint (mft_agreement_n_parties (clean), ==, mft_agreement_n_parties (agreement));
    }
}

/* What is empty is still asked for in words. */
static void
test_empty_fields (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *before = NULL;

  g_assert_true (mft_edit_field (agreement, "p1.nama", "", NULL));
  before = mft_text_export (agreement);
  g_autoptr (MftAgreement) clean = mft_clean_copy (agreement, NULL);
  g_autofree char *after = mft_text_export (clean);
  mft_test_assert_text (after, before);
}

/* What the program brings along for everybody still names the blanks after the way back; what the
 * house wrote about one stays at home. */
static void
test_names_stay (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (MftAgreement) marked = marked_agreement ();
  guint left_out[MFT_LEFT_OUT_N];
  g_autoptr (MftAgreement) clean = mft_clean_copy (agreement, left_out);

  for (guint i = 0; i < mft_agreement_n_fields (clean); i++)
    {
      const MftField *field = mft_agreement_get_field_at (clean, i);
      g_assert_cmpstr (
          mft_field_get_meaning (field), ==,
          mft_field_get_meaning (mft_agreement_get_field (agreement, mft_field_get_id (field))));
    }
  g_assert_cmpuint (left_out[MFT_LEFT_OUT_NOTES], ==, 0);
  g_autoptr (MftAgreement) other = mft_clean_copy (marked, left_out);
  g_assert_cmpuint (left_out[MFT_LEFT_OUT_NOTES], >, 0);
}

/* A word to the other party goes along, one among ourselves does not. */
static void
test_comments (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftReview) review = mft_review_new ();
  const char *block = mft_block_get_id (mft_test_first (agreement, MFT_BLOCK_AYAT));
  MftThread *outward = mft_thread_new (block, "", 0, FALSE);
  MftThread *internal = mft_thread_new (block, "", 0, TRUE);
  guint left_out[MFT_LEFT_OUT_N];

  mft_thread_say (outward, SECRET " Wulan", NULL, "Mohon ditinjau.");
  mft_thread_say (internal, SECRET " Wulan", NULL, SECRET " batas bawah.");
  mft_review_add_thread (review, outward);
  mft_review_add_thread (review, internal);
  mft_review_save (review, agreement);
  g_autoptr (MftAgreement) clean = mft_clean_copy (agreement, left_out);
  g_autoptr (MftReview) after = mft_review_load (clean, NULL);
  g_assert_cmpuint (left_out[MFT_LEFT_OUT_COMMENTS], ==, 1);
  g_assert_cmpuint (mft_review_threads (after)->len, ==, 1);
  static const char *const names[] = { "a.pks", "a.docx", "a.odt" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = mft_exchange_write (clean, names[i], NULL);
      assert_harmless (names[i], bytes);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/clean/nothing-internal", test_nothing_internal);
  g_test_add_func ("/exchange/clean/embedded-source", test_embedded_source);
  g_test_add_func ("/exchange/clean/words-stay", test_words_stay);
  g_test_add_func ("/exchange/clean/empty-fields", test_empty_fields);
  g_test_add_func ("/exchange/clean/names-stay", test_names_stay);
  g_test_add_func ("/exchange/clean/comments", test_comments);
  return g_test_run ();
}
