/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on every page besides the text. */
#include "typeset/pages.h"
#include "typeset/profile.h"

#include "pdf-judges.h"
#include "sample.h"

#define LONG_WORDS                                                                                 \
  "Perjanjian Kerja Sama tentang Pemanfaatan Sertifikat Elektronik pada Sistem Elektronik yang "   \
  "Dikelola Bersama oleh Kementerian dan Badan di Pelabuhan Perintis Ujung Timur Laut"

/* The pages' words as another program reads them, a page each; what stands besides comes first. */
static GStrv
words_of (MftAgreement *agreement)
{
  const MftTypesetOptions options = { .notice = "" };
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 26, 5, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *text = mft_test_pdf_text (pdf);
  GStrv by_page = g_strsplit (text, "\f", -1);

  g_assert_cmpuint (g_strv_length (by_page), ==, mft_pages_count (pages) + 1);
  return by_page;
}

static gboolean
is_line (const char *page, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static void
test_running_words (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 8);

  mft_agreement_set_setting (agreement, MFT_SETTING_HEAD, "RAHASIA JABATAN");
  mft_agreement_set_setting (agreement, MFT_SETTING_FOOT, "Arsip Biro Hukum");
  mft_agreement_set_setting (agreement, MFT_SETTING_NUMBERS, "dari");
  g_auto (GStrv) pages = words_of (agreement);
  guint count = g_strv_length (pages) - 1;
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *number = g_strdup_printf ("Halaman %u dari %u", i + 1, count);
      g_assert_nonnull (strstr (pages[i], "RAHASIA JABATAN"));
      g_assert_true (is_line (pages[i], "Arsip Biro Hukum"));
      g_assert_nonnull (strstr (pages[i], number));
    }
  mft_agreement_set_setting (agreement, MFT_SETTING_NUMBERS, "tanpa");
  g_auto (GStrv) unnumbered = words_of (agreement);
  g_assert_null (strstr (unnumbered[1], "Halaman 2"));
  g_assert_null (strstr (unnumbered[1], "- 2 -"));
}

/* What is too long ends in an ellipsis, and the number and the catchword are still there. */
static void
test_long_words (void)
{
  static const char *const numbers[] = { "dari", "strip" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (MftAgreement) agreement = sample_agreement (2, 8);
      mft_agreement_set_setting (agreement, MFT_SETTING_HEAD, LONG_WORDS);
      mft_agreement_set_setting (agreement, MFT_SETTING_FOOT, LONG_WORDS);
      mft_agreement_set_setting (agreement, MFT_SETTING_CATCHWORD, "ya");
      mft_agreement_set_setting (agreement, MFT_SETTING_NUMBERS, numbers[i]);
      g_auto (GStrv) pages = words_of (agreement);
      g_assert_nonnull (strstr (pages[1], i == 0 ? "Halaman 2 dari" : "- 2 -"));
      g_assert_null (strstr (pages[1], "Ujung Timur Laut"));
      g_assert_nonnull (strstr (pages[1], "Perjanjian Kerja Sama tentang"));
      g_assert_nonnull (strstr (pages[1], "…"));
    }
}

/* Owned by the caller. */
static char *
one_line (const char *words)
{
  g_auto (GStrv) pieces = g_strsplit_set (words, " \n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_string_append_printf (line, line->len > 0 ? " %s" : "%s", pieces[i]);
  return g_string_free (line, FALSE);
}

/* The line of a page that ends in " …", without that; NULL: there is none. Owned by the caller. */
static char *
caught_on (const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (lines[i], " …"))
      return g_strndup (lines[i], strlen (lines[i]) - strlen (" …"));
  return NULL;
}

/* A page tells how the next one begins, below its number and the head of a table that goes on. */
static void
test_catchword (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 8);
  guint caught = 0;

  g_auto (GStrv) without = words_of (agreement);
  for (guint i = 0; without[i] != NULL; i++)
    g_assert_null (strstr (without[i], " …"));
  mft_agreement_set_setting (agreement, MFT_SETTING_CATCHWORD, "ya");
  g_auto (GStrv) pages = words_of (agreement);
  for (guint i = 0; pages[i + 1] != NULL; i++)
    {
      g_autofree char *word = caught_on (pages[i]);
      g_autofree char *next = one_line (pages[i + 1]);
      if (word == NULL)
        continue;
      const char *at = strstr (next, word);
      g_assert_nonnull (at);
      g_assert_cmpint (at - next, <, 100);
      g_assert_cmpstr (word, !=, "Pasal");
      g_assert_false (g_str_has_suffix (word, ")"));
      caught++;
    }
  g_assert_cmpuint (caught, >, 2);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/typeset/furniture/running-words", test_running_words);
  g_test_add_func ("/typeset/furniture/long-words", test_long_words);
  g_test_add_func ("/typeset/furniture/catchword", test_catchword);
  return g_test_run ();
}
