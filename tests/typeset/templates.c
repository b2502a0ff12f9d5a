/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages.h"

#include "agreement/akn.h"
#include "agreement/shown.h"
#include "base/clock.h"
#include "template/sample.h"
#include "typeset/profile.h"

#include "support.h"

static const char *const ids[]
    = { "pks-bsre",         "pks-umum",          "pks-tiga-pihak",       "nota-kesepahaman",
        "nota-kesepakatan", "adendum-perubahan", "adendum-perpanjangan", "adendum-pengakhiran" };

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

/* Counts words, up or down; punctuation beside them does not count (the komparisi's columns), nor capitals
 * (a lampiran's head). */
static void
count_words (GHashTable *counts, const char *text, int step)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (small, " \n\f,:", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, words[i]));
        g_hash_table_insert (counts, g_strdup (words[i]), GINT_TO_POINTER (count + step));
      }
}

/* What a reader of its own finds, words at line ends whole; without running heads and feet. */
static char *
text_of (MftAgreement *agreement, const char *program, const char *name)
{
  const MftTypesetOptions options = { .notice = "" };
  g_autoptr (GError) error = NULL;

  mft_agreement_set_setting (agreement, MFT_SETTING_NUMBERS, "tanpa");
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *path = write_pdf (agreement, pages, name);
  g_autofree char *text = extracted_text (program, path);
  g_autoptr (GString) whole = g_string_new (text);
  g_assert_cmpuint (g_string_replace (whole, "\xc2\xad\n", "", 0), >, 1);
  g_assert_null (strstr (whole->str, "\xc2\xad"));
  g_string_replace (whole, "@\n", "@", 0); /* where an address may break */
  g_string_replace (whole, "/\n", "/", 0); /* and a document's number */
  g_autoptr (GRegex) own_hyphen = g_regex_new ("(?<=[a-z])-\n", 0, 0, NULL); /* masing-masing */
  return g_regex_replace (own_hyphen, whole->str, -1, 0, "-", 0, NULL);
}

/* Every word of the agreement comes out of the PDF, as often as it is there. */
static void
assert_no_word_lost (MftAgreement *agreement, const char *text)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MftBlock *root = mft_agreement_get_root (agreement);
  GHashTableIter iter;
  gpointer word, count;

  count_words (counts, text, 1);
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

/* Letters and digits only, capitals small: columns and punctuation beside them do not count. */
static void
add_letters (GString *letters, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (text)));
}

/* One block after the other, each with its label before it. */
static void
assert_reading_order (MftAgreement *agreement, const char *text)
{
  g_autoptr (GString) all = g_string_new (NULL);
  MftBlock *root = mft_agreement_get_root (agreement);

  add_letters (all, text);
  const char *at = all->str;
  for (MftBlock *block = root; block != NULL; block = mft_block_next (block, root))
    {
      g_autofree char *shown = mft_shown_text (agreement, block);
      g_autoptr (GString) wanted = g_string_new (NULL);
      if (mft_block_get_kind (block) == MFT_BLOCK_ATTACHMENT)
        continue; /* its head says more */
      add_letters (wanted, mft_block_get_label (block));
      add_letters (wanted, shown);
      const char *found = strstr (at, wanted->str);
      if (found == NULL)
        g_error ("\"%s\" is not where it should be", shown);
      at = found + wanted->len;
    }
}

static void
test_words_in_order (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (MftAgreement) agreement = mft_sample_agreement (ids[i]);
      g_autofree char *text = text_of (agreement, program, ids[i]);
      assert_no_word_lost (agreement, text);
      assert_reading_order (agreement, text);
    }
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
  g_test_add_func ("/typeset/templates/words-in-order", test_words_in_order);
  g_test_add_func ("/typeset/templates/source-gives-the-same", test_source_gives_the_same_pages);
  return g_test_run ();
}
