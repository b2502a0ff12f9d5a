/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "base/safe-file.h"
#include "container/error.h"
#include "exchange/error.h"
#include "exchange/exchange.h"

#define ENDLESS_SIZE 16000

static MftAgreement *
read_as (const char *data, gsize size, const char *name, MftImportReport **report, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return mft_exchange_read (bytes, name, report, error);
}

static void
assert_fails (const char *data, gsize size, const char *name, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = read_as (data, size, name, &report, &error);

  g_assert_null (agreement);
  g_assert_null (report);
  g_assert_error (error, domain, code);
}

/* Written and read as every kind that keeps everything; the first bytes count, not the name. */
static void
test_formats (void)
{
  static const char *const names[] = { "naskah.xml", "NASKAH.PKS" };
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *before = mft_test_dump (agreement);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = mft_exchange_write (agreement, names[i], &error);
      g_autoptr (MftImportReport) report = NULL;
      g_autoptr (MftAgreement) read = mft_exchange_read (bytes, "salah.txt", &report, &error);
      g_autofree char *after = NULL;

      g_assert_no_error (error);
      after = mft_test_dump (read);
      mft_test_assert_text (after, before);
      g_assert_cmpstr (report->kind, ==, i == 0 ? "xml" : "pks");
      g_assert_cmpuint (report->counts.pasal, ==, 3);
      g_assert_cmpuint (report->words_before, ==, report->words_after);
      g_assert_cmpuint (report->guesses->len, ==, 0);
    }
}

static void
test_unknown (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  assert_fails ("x", 1, "naskah.wpd", MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_FORMAT);
  assert_fails ("x", 1, "naskah", MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_FORMAT);
  g_assert_null (mft_exchange_write (agreement, "naskah.wpd", &error));
  g_assert_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_OUTPUT);
  g_autoptr (GBytes) text = mft_exchange_write (agreement, "naskah.TXT", NULL);
  g_assert_nonnull (text);
}

static void
test_refused (void)
{
  static const char doctype[] = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";

  assert_fails ("", 0, "naskah.txt", MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY);
  assert_fails ("\n \n***\n", 7, "naskah.txt", MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY);
  assert_fails (doctype, strlen (doctype), "naskah.xml", MFT_CONTAINER_ERROR,
                MFT_CONTAINER_ERROR_REFUSED);
  assert_fails ("PK\3\4", 4, "naskah.pks", MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
}

static void
test_files (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "naskah.md", NULL);
  g_autofree char *missing = g_build_filename (folder, "tidak-ada.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = NULL;
  g_autoptr (MftImportReport) report = NULL;

  g_assert_true (mft_safe_file_save (path, "Pasal 1\nBIAYA\n", 14, FALSE, NULL));
  agreement = mft_exchange_load (path, &report, &error);
  g_assert_no_error (error);
  g_assert_nonnull (agreement);
  g_assert_false (mft_import_report_is_own (report));
  g_assert_null (mft_exchange_load (missing, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* Nobody is asked to look over what was not guessed. */
static void
test_own (void)
{
  static const char *const names[] = { "naskah.pks", "naskah.xml" };
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MftImportReport) report = NULL;
      g_autoptr (GBytes) bytes = mft_exchange_write (agreement, names[i], NULL);
      g_autoptr (MftAgreement) again = mft_exchange_read (bytes, names[i], &report, NULL);

      g_assert_nonnull (again);
      g_assert_true (mft_import_report_is_own (report));
    }
}

/* Text is never refused for what it says; whatever comes, all its words are there afterwards. */
static void
test_any_text (gconstpointer seed)
{
  static const char *const pieces[] = { "Pasal ",
                                        "1",
                                        "2",
                                        "(1) ",
                                        "a. ",
                                        "a) ",
                                        "1. ",
                                        "1) ",
                                        "b. ",
                                        "\n",
                                        "\n\n",
                                        " ",
                                        "**",
                                        "*",
                                        "PIHAK KESATU",
                                        "PIHAK KEDUA,",
                                        "ayat (1)",
                                        "Demikian ",
                                        "LAMPIRAN",
                                        "Nomor : ",
                                        "ANTARA",
                                        "DENGAN",
                                        "TENTANG",
                                        "kata",
                                        "Kata.",
                                        ":",
                                        ";",
                                        "-",
                                        "“",
                                        "”",
                                        "4 (empat)",
                                        "Pada hari ini ",
                                        "\t",
                                        "   ",
                                        "tanggal 8 Mei 2023",
                                        "é",
                                        "\\",
                                        "#",
                                        "Telp : 1" };
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));

  for (int round = 0; round < 150; round++)
    {
      g_autoptr (GString) text = g_string_new ("kata ");
      g_autoptr (MftImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MftAgreement) agreement = NULL;

      for (int i = 0; i < 60; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      agreement = read_as (text->str, text->len, "a.txt", &report, &error);
      g_assert_no_error (error);
      if (report->lost[0] != NULL)
        g_error ("lost \"%s\" of:\n%s", report->lost[0], text->str);
      g_assert_cmpuint (report->words_before, ==, report->words_after);
    }
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (int round = 0; round < 50; round++)
    {
      char bytes[400];
      g_autoptr (GError) error = NULL;
      g_autoptr (MftAgreement) agreement = NULL;

      for (gsize i = 0; i < sizeof bytes; i++)
        bytes[i] = (char) g_rand_int_range (random, 0, 256);
      agreement = read_as (bytes, sizeof bytes, "a.txt", NULL, &error);
      g_assert_true ((agreement != NULL) == (error == NULL));
    }
  for (int i = 0; i < 5000; i++)
    g_string_append (lines, "a. b:\n");
  g_autoptr (MftAgreement) nested = read_as (lines->str, lines->len, "a.txt", NULL, NULL);
  g_assert_nonnull (nested);
}

/* Sources that repeat one thing without end. */
static void
test_endless (void)
{
  static const char *const repeated[] = { "kata kata kata\n",
                                          "KATA KATA\n",
                                          "**kata** *kata* kata\n",
                                          "(1) PIHAK KESATU 4 (empat).\n",
                                          "a. b:\n1. c:\n",
                                          "DAN\nDINAS\n",
                                          "PIHAK KESATU,\n",
                                          "LAMPIRAN\n",
                                          "Pasal 1\nBIAYA\n\nPasal 1 ayat (1).\n" };
  static const char *const openings[]
      = { "", "ANTARA\n", "Pada hari ini:\n1. ", "Pasal 1\nBIAYA\n", "Pasal 1\nSATU\nDemikian\n" };

  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    for (guint j = 0; j < G_N_ELEMENTS (openings); j++)
      {
        g_autoptr (GString) text = g_string_new (openings[j]);
        g_autoptr (MftAgreement) agreement = NULL;

        while (text->len < ENDLESS_SIZE)
          g_string_append (text, repeated[i]);
        agreement = read_as (text->str, text->len, "a.txt", NULL, NULL);
        g_assert_nonnull (agreement);
      }
}

static void
test_windows_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;
  const char *text = "Pasal 1\r\nBIAYA\r\nCaf\xe9 \x93kata\x94.\r\n";
  g_autoptr (MftAgreement) agreement = read_as (text, strlen (text), "a.txt", &report, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = mft_exchange_write (agreement, "a.txt", NULL);
  g_autofree char *written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (written, "Café “kata”."));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/formats", test_formats);
  g_test_add_func ("/exchange/unknown", test_unknown);
  g_test_add_func ("/exchange/refused", test_refused);
  g_test_add_func ("/exchange/files", test_files);
  g_test_add_func ("/exchange/own", test_own);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/exchange/any-text/%u", seed);
      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_any_text);
    }
  g_test_add_func ("/exchange/any-bytes", test_any_bytes);
  g_test_add_func ("/exchange/endless", test_endless);
  g_test_add_func ("/exchange/windows-text", test_windows_text);
  return g_test_run ();
}
