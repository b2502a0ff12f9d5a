/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "container/zip-writer.h"
#include "container/zip.h"
#include "exchange/exchange.h"
#include "exchange/returned.h"

#define TRACK " w:id=\"901\" w:author=\"Biro Hukum\" w:date=\"2026-11-21T10:00:00Z\""

/* What the other party typed with tracking off, and with tracking on: a word and a paragraph. */
static const char silent_before[] = "penyediaan layanan";
static const char silent_after[] = "pengadaan gedung";
static const char marked_before[] = "Surat disampaikan kepada";
static const char marked_after[]
    = "Surat </w:t></w:r><w:del" TRACK "><w:r><w:delText xml:space=\"preserve\">disampaikan"
      "</w:delText></w:r></w:del><w:ins" TRACK "><w:r><w:t>diantarkan</w:t></w:r></w:ins><w:r>"
      "<w:t xml:space=\"preserve\"> kepada";

static char *
replace (const char *text, const char *what, const char *with)
{
  g_auto (GStrv) pieces = g_strsplit (text, what, 2);

  g_assert_cmpuint (g_strv_length (pieces), ==, 2);
  return g_strjoin (with, pieces[0], pieces[1], NULL);
}

/* Our own file as it comes back from another program, which dropped what it does not know. */
static GBytes *
send_back (MftAgreement *sent, gboolean silent, gboolean marked)
{
  g_autoptr (GBytes) bytes = mft_exchange_write (sent, "a.docx", NULL);
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (MftZipWriter) writer = mft_zip_writer_new ();

  for (guint i = 0; i < mft_zip_size (zip); i++)
    {
      const char *name = mft_zip_name (zip, i);
      g_autoptr (GBytes) part = mft_zip_read (zip, name, NULL);
      if (g_str_has_prefix (name, "customXml/"))
        continue;
      if (g_str_equal (name, "word/document.xml"))
        {
          char *text = g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
          g_autofree char *first
              = silent ? replace (text, silent_before, silent_after) : g_strdup (text);
          char *second = marked ? replace (first, marked_before, marked_after) : g_strdup (first);
          g_free (text);
          g_bytes_unref (part);
          part = g_bytes_new_take (second, strlen (second));
        }
      mft_zip_writer_add (writer, name, part, FALSE);
    }
  return mft_zip_writer_finish (writer, NULL);
}

static const MftChange *
only_change (const MftComparison *comparison, MftMarked marked)
{
  const MftChange *found = NULL;

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if (change->class == MFT_CHANGE_SAME)
        g_assert_cmpint (change->marked, ==, MFT_MARKED_UNKNOWN);
      if (change->class == MFT_CHANGE_SAME || change->marked != marked)
        continue;
      g_assert_null (found);
      found = change;
    }
  return found;
}

static MftComparison *
compare (MftAgreement *sent, gboolean silent, gboolean marked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = send_back (sent, silent, marked);
  MftComparison *comparison
      = mft_returned_compare (sent, bytes, "DOC-20261121-WA0003.docx", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

/* One change that was tracked and one that was not: each is found, and the silent one is important. */
static void
test_silent_change (void)
{
  g_autoptr (MftAgreement) sent = mft_test_agreement ();
  g_autoptr (MftComparison) comparison = compare (sent, TRUE, TRUE);
  const MftChange *silent = only_change (comparison, MFT_MARKED_BY_NOBODY);
  const MftChange *marked = only_change (comparison, MFT_MARKED_BY_FILE);

  g_assert_nonnull (silent);
  g_assert_true (silent->important);
  g_assert_nonnull (strstr (silent->right->text, "pengadaan gedung"));
  g_assert_nonnull (marked);
  g_assert_nonnull (strstr (marked->right->text, "Surat diantarkan kepada"));
  g_assert_nonnull (strstr (marked->left->text, "Surat disampaikan kepada"));
}

static void
test_all_marked (void)
{
  g_autoptr (MftAgreement) sent = mft_test_agreement ();
  g_autoptr (MftComparison) comparison = compare (sent, FALSE, TRUE);

  g_assert_null (only_change (comparison, MFT_MARKED_BY_NOBODY));
  g_assert_nonnull (only_change (comparison, MFT_MARKED_BY_FILE));
}

/* Without tracked changes there is nothing to say about them. */
static void
test_nothing_tracked (void)
{
  g_autoptr (MftAgreement) sent = mft_test_agreement ();
  g_autoptr (MftComparison) comparison = compare (sent, TRUE, FALSE);

  g_assert_nonnull (only_change (comparison, MFT_MARKED_UNKNOWN));
  g_assert_null (only_change (comparison, MFT_MARKED_BY_NOBODY));
  g_assert_null (only_change (comparison, MFT_MARKED_BY_FILE));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/returned/silent-change", test_silent_change);
  g_test_add_func ("/exchange/returned/all-marked", test_all_marked);
  g_test_add_func ("/exchange/returned/nothing-tracked", test_nothing_tracked);
  return g_test_run ();
}
