/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "pdf-fixture.h"
#include "pdf/page.h"
#include "report/sentences.h"
#include "report/verification.h"
#include "signed-pdf.h"
#include "verify/verify.h"

static MftVerifyReport *
judge (GBytes *bytes)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  const MftVerifyOptions options = { .anchors = anchors };

  mft_anchors_add (anchors, mft_test_ca ());
  return mft_verify (source, &options, NULL, NULL);
}

static guint
count_pages (GBytes *pdf)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, &error);

  g_assert_no_error (error);
  return (guint) mft_pdf_pages_count (file, 0, NULL);
}

static GBytes *
make_pdf (const GArray *files)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 26, 7, 30, 0);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = mft_verification_pdf (files, date, "Mufakat", &error);

  g_assert_no_error (error);
  return pdf;
}

/* A file that holds, one without signatures and one that cannot be read. */
static GArray *
three_files (void)
{
  static MftVerifyReport *reports[2];
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
  GArray *files = g_array_new (FALSE, FALSE, sizeof (MftVerifiedFile));
  MftVerifiedFile file = { .name = "ditandatangani.pdf" };

  reports[0] = judge (once);
  reports[1] = judge (plain);
  for (guint i = 0; i < 2; i++)
    {
      file.report = reports[i];
      g_array_append_val (files, file);
    }
  file = (MftVerifiedFile){ .name = "=1+2.pdf", .error = "tidak \"ada\"" };
  g_array_append_val (files, file);
  return files;
}

static void
clear_files (GArray *files)
{
  for (guint i = 0; i < 2; i++)
    mft_verify_report_free ((MftVerifyReport *) g_array_index (files, MftVerifiedFile, i).report);
  g_array_unref (files);
}

static void
test_pdf (void)
{
  GArray *files = three_files ();
  g_autoptr (GBytes) all = make_pdf (files);
  g_autoptr (GBytes) again = make_pdf (files);

  g_assert_true (g_bytes_equal (all, again));
  g_assert_cmpuint (count_pages (all), ==,
                    1 + 2 + 1 + 1); /* overview, file and details, the others */
  clear_files (files);
}

/* What comes from a file may be as long as it likes, and of any script. */
static void
test_hostile_names (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
  MftVerifyReport *report = judge (once);
  g_autofree char *name = g_strnfill (200000, 'x');
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (MftVerifiedFile));
  const MftVerifiedFile file = { .name = name, .report = report };
  MftSignatureReport *signature = g_ptr_array_index (report->signatures, 0);

  g_free (signature->reason);
  signature->reason = g_strdup ("合意 \xf0\x9f\x96\x8b <b>tebal</b>");
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *page = g_strdup_printf ("%u", i);
      mft_verify_note (signature->messages, "PLACED_AFTER_SIGNING", page);
    }
  g_array_append_val (files, file);
  g_autoptr (GBytes) pdf = make_pdf (files);
  g_assert_cmpuint (count_pages (pdf), >, 4);
  mft_verify_report_free (report);
}

static void
test_csv (void)
{
  GArray *files = three_files ();
  g_autofree char *table = mft_verification_csv (files);
  g_auto (GStrv) lines = g_strsplit (table, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 2 + 2 + 1 + 1); /* head, fields, the last end */
  g_assert_true (g_str_has_prefix (lines[0], "\xef\xbb\xbf\"File\";"));
  g_assert_true (g_str_has_prefix (lines[1], "\"ditandatangani.pdf\";\"VALID\";\"PIHAK KESATU\";"));
  g_assert_nonnull (strstr (lines[1], "\"Wulan Hapsari Tirtanegara\""));
  g_assert_true (g_str_has_prefix (lines[5], "\"'=1+2.pdf\";\"UNREADABLE\""));
  clear_files (files);
}

/* Initials, seals, stamp duty and timestamps stand for no party. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *field;
    const char *signer;
    gboolean is_party;
    const char *kind;
  } cases[] = {
    { "PIHAK_KESATU", "Wulan Hapsari Tirtanegara", TRUE, "Signature of a party" },
    { "Signature1", "Bagas Manikmaya", TRUE, "Electronic signature" },
    { "PARAF_1", "Bagas Manikmaya", FALSE, "Initials" },
    { "Signature2", "METERAI ELEKTRONIK", FALSE, "Electronic stamp duty" },
    { "Signature3", "Perum Peruri", FALSE, "Electronic stamp duty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftSignatureReport) signature = mft_signature_report_new (cases[i].field);
      signature->signer = g_strdup (cases[i].signer);
      g_assert_cmpstr (mft_sentence_kind (signature), ==, cases[i].kind);
      g_assert_cmpint (mft_report_is_party (signature), ==, cases[i].is_party);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/report/verification/pdf", test_pdf);
  g_test_add_func ("/report/verification/hostile-names", test_hostile_names);
  g_test_add_func ("/report/verification/csv", test_csv);
  g_test_add_func ("/report/verification/kinds", test_kinds);
  return g_test_run ();
}
