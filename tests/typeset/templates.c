/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages.h"

#include "agreement/akn.h"
#include "agreement/shown.h"
#include "base/clock.h"
#include "template/sample.h"

#include "support.h"

static MftPages *
typeset (MftAgreement *agreement)
{
  const MftTypesetOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  MftPages *pages = mft_typeset (agreement, &options, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

/* The PDF in a file: in MFT_TEST_OUTPUT, for looking at it, or in a folder that goes. */
static char *
write_pdf (MftAgreement *agreement, MftPages *pages, const char *name)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  const char *kept = g_getenv ("MFT_TEST_OUTPUT");
  char *path = g_build_filename (kept != NULL ? kept : folder, file, NULL);
  g_autoptr (GDateTime) date = mft_typeset_date (agreement, NULL);
  g_autoptr (GBytes) source = mft_akn_write (agreement);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, source, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  return path;
}

static gboolean
on_pages (MftPages *pages, const char *id)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  for (guint i = 0; i < count; i++)
    if (g_str_equal (places[i].block, id))
      return TRUE;
  return FALSE;
}

static void
test_templates_stand_on_pages (void)
{
  static const char *const ids[] = { "pks-bsre", "pks-umum", "pks-tiga-pihak", "nota-kesepahaman" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (MftAgreement) agreement = mft_sample_agreement (ids[i]);
      g_autoptr (MftPages) pages = typeset (agreement);
      MftBlock *root = mft_agreement_get_root (agreement);
      guint n_fields, n_missing;

      for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
        if (mft_block_kind_has_text (mft_block_get_kind (at)))
          g_assert_true (on_pages (pages, mft_block_get_id (at)));
      mft_pages_fields (pages, &n_fields);
      g_assert_cmpuint (n_fields, ==, mft_agreement_n_parties (agreement));
      mft_pages_missing (pages, &n_missing);
      g_assert_cmpuint (n_missing, ==, 0);
      g_autofree char *path = write_pdf (agreement, pages, ids[i]);
    }
}

static char *
extracted_text (const char *program, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-raw", "-enc", "UTF-8", path, "-", NULL);
  char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  return text;
}

/* Counts words, up or down; punctuation beside them does not count (the komparisi's columns). */
static void
count_words (GHashTable *counts, const char *text, int step)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f,:", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, words[i]));
        g_hash_table_insert (counts, g_strdup (words[i]), GINT_TO_POINTER (count + step));
      }
}

/* Every word of the agreement comes out of the PDF, hyphenated ones whole, as often as it is there. */
static void
test_no_word_is_lost (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (MftPages) pages = typeset (agreement);
  g_autofree char *path = write_pdf (agreement, pages, "kata");
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MftBlock *root = mft_agreement_get_root (agreement);
  GHashTableIter iter;
  gpointer word, count;

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_autofree char *text = extracted_text (program, path);
  g_autoptr (GString) whole = g_string_new (text);
  g_assert_cmpuint (g_string_replace (whole, "\xc2\xad\n", "", 0), >, 10);
  g_assert_null (strstr (whole->str, "\xc2\xad"));
  g_autoptr (GRegex) own_hyphen = g_regex_new ("(?<=[a-z])-\n", 0, 0, NULL); /* masing-masing */
  g_autofree char *joined = g_regex_replace (own_hyphen, whole->str, -1, 0, "-", 0, NULL);
  count_words (counts, joined, 1);
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *shown = mft_shown_text (agreement, at);
      count_words (counts, shown, -1);
      count_words (counts, mft_block_get_label (at), -1);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &count))
    if (GPOINTER_TO_INT (count) < 0)
      g_error ("\"%s\" is missing %d times", (char *) word, -GPOINTER_TO_INT (count));
}

/* The embedded source typeset again gives the same bytes (DESIGN.md §4). */
static void
test_source_gives_the_same_pages (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (GBytes) source = mft_akn_write (agreement);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) read = mft_akn_read (source, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (MftPages) pages = typeset (agreement);
  g_autoptr (MftPages) again = typeset (read);
  g_autoptr (GDateTime) date = mft_typeset_date (agreement, NULL);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, source, NULL);
  g_autoptr (GBytes) pdf_again = mft_pages_to_pdf (again, date, source, NULL);

  g_assert_true (g_bytes_equal (pdf, pdf_again));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/typeset/templates/stand-on-pages", test_templates_stand_on_pages);
  g_test_add_func ("/typeset/templates/no-word-is-lost", test_no_word_is_lost);
  g_test_add_func ("/typeset/templates/source-gives-the-same", test_source_gives_the_same_pages);
  return g_test_run ();
}
