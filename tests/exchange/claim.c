/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/akn.h"
#include "agreement/edit.h"
#include "agreement/shown.h"
#include "container/zip-writer.h"
#include "container/zip.h"
#include "exchange/clean/clean.h"
#include "exchange/exchange.h"
#include "exchange/text/text-writer.h"
#include "template/sample.h"

static const char *const ids[] = { "pks-bsre", "pks-umum", "pks-tiga-pihak", "nota-kesepahaman" };

static MftAgreement *
read_back (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_exchange_read (bytes, "DOC-20261121-WA0003", NULL, &error);

  g_assert_no_error (error);
  return agreement;
}

/* Word for word and id for id, references, fields and settings: what went out comes in. */
static void
test_round_trip (void)
{
  static const char *const names[] = { "a.docx", "a.odt" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        g_autoptr (MftAgreement) agreement = mft_sample_agreement (ids[i]);
        g_autoptr (GBytes) before = mft_clean_source (agreement);
        g_autoptr (GBytes) bytes = mft_exchange_write (agreement, names[j], NULL);
        g_autoptr (MftAgreement) read = read_back (bytes);
        g_autoptr (GBytes) after = mft_akn_write (read);
        g_test_message ("%s %s", ids[i], names[j]);
        mft_test_assert_text (g_bytes_get_data (after, NULL), g_bytes_get_data (before, NULL));
      }
}

/* The same archive with `with` for `what` in one part, which must have it; NULL: without the part. */
static GBytes *
change_part (GBytes *bytes, const char *name, const char *what, const char *with)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (MftZipWriter) writer = mft_zip_writer_new ();

  for (guint i = 0; i < mft_zip_size (zip); i++)
    {
      g_autoptr (GBytes) part = mft_zip_read (zip, mft_zip_name (zip, i), NULL);
      if (g_str_equal (mft_zip_name (zip, i), name))
        {
          g_autofree char *text
              = g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
          g_auto (GStrv) pieces = NULL;
          if (what == NULL)
            continue;
          pieces = g_strsplit (text, what, 2);
          g_assert_nonnull (pieces[1]);
          char *changed = g_strjoin (with, pieces[0], pieces[1], NULL);
          g_bytes_unref (part);
          part = g_bytes_new_take (changed, strlen (changed));
        }
      mft_zip_writer_add (writer, mft_zip_name (zip, i), part, i == 0);
    }
  return mft_zip_writer_finish (writer, NULL);
}

static void
assert_says (MftAgreement *agreement, const char *words, gboolean says)
{
  g_autofree char *text = mft_text_export (agreement);

  g_assert_true ((strstr (text, words) != NULL) == says);
}

static guint
count_known (MftAgreement *agreement, MftAgreement *other)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  guint known = 0;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    known += mft_agreement_get_block (other, mft_block_get_id (at)) != NULL ? 1 : 0;
  return known;
}

/* Somebody typed other words: they count, and nothing else changes. */
static void
test_changed_word (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (GBytes) changed = change_part (bytes, "word/document.xml", "secara musyawarah",
                                            "secara patut dan musyawarah");
  g_autoptr (MftAgreement) read = read_back (changed);
  g_autofree char *before = mft_text_export (agreement);
  g_autofree char *after = mft_text_export (read);
  g_auto (GStrv) parts = g_strsplit (after, "patut dan ", 2);
  g_autofree char *without = g_strconcat (parts[0], parts[1], NULL);

  mft_test_assert_text (without, before);
  g_assert_cmpuint (count_known (read, agreement), ==, count_known (agreement, agreement));
}

/* A paragraph that somebody added is read, and the others keep their ids. */
static void
test_new_paragraph (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (GBytes) changed = change_part (
      bytes, "word/document.xml", "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/>",
      "<w:p><w:r><w:t>PARA PIHAK juga menyepakati tata kelola tambahan.</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/>");
  g_autoptr (MftAgreement) read = read_back (changed);

  assert_says (read, "PARA PIHAK juga menyepakati tata kelola tambahan.", TRUE);
  g_assert_cmpuint (count_known (read, agreement) + 5, >=, count_known (agreement, agreement));
  g_assert_cmpstr (mft_agreement_get_setting (read, "naskah"), ==,
                   mft_agreement_get_setting (agreement, "naskah"));
}

/* A source that says something else than the pages is not believed. */
static void
test_false_claim (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (GBytes) changed
      = change_part (bytes, "customXml/item1.xml", "secara musyawarah", "secara sepihak");
  g_autoptr (MftAgreement) read = read_back (changed);

  assert_says (read, "secara musyawarah", TRUE);
  assert_says (read, "sepihak", FALSE);
}

/* Without a source, or with one that cannot be read, the words are there all the same. */
static void
test_no_claim (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (GBytes) without = change_part (bytes, "customXml/item1.xml", NULL, NULL);
  g_autoptr (GBytes) damaged = change_part (bytes, "customXml/item1.xml", "<doc", "<tamu");
  g_autoptr (MftAgreement) first = read_back (without);
  g_autoptr (MftAgreement) second = read_back (damaged);

  assert_says (first, "secara musyawarah", TRUE);
  assert_says (second, "secara musyawarah", TRUE);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/claim/round-trip", test_round_trip);
  g_test_add_func ("/exchange/claim/changed-word", test_changed_word);
  g_test_add_func ("/exchange/claim/new-paragraph", test_new_paragraph);
  g_test_add_func ("/exchange/claim/false-claim", test_false_claim);
  g_test_add_func ("/exchange/claim/no-claim", test_no_claim);
  return g_test_run ();
}
