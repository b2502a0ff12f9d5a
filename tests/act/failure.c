/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <gio/gio.h>

#include "agreement/error.h"
#include "pki/error.h"
#include "template/error.h"

#include "act/acceptance.h"
#include "act/failure-log.h"
#include "act/failure.h"
#include "base/data-folder.h"

static void
assert_sentence (GQuark domain, int code, const char *message, const char *expected)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, message);
  g_autofree char *sentence = mft_failure_sentence (error);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentences (void)
{
  assert_sentence (MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE, "x",
                   "The passphrase is wrong. The document was not signed; try again.");
  assert_sentence (
      MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD,
      "field 'jangka_waktu' (durasi) cannot hold 'empat'",
      "The field “jangka_waktu” cannot hold “empat”. Look at the example of its kind.");
  assert_sentence (MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_INCOMPLETE,
                   "required fields have no value: p1.nama, p2.nama",
                   "Required fields are empty: p1.nama, p2.nama.");
}

/* What nobody thought of is shown as received, also if it looks like a format. */
static void
test_unknown (void)
{
  assert_sentence (G_IO_ERROR, G_IO_ERROR_BUSY, "100%s {1} 'a'", "It did not work: 100%s a 'a'");
}

/* What the journal keeps can be said again, without its subject. */
static void
test_outcomes (void)
{
  g_autoptr (GError) error = g_error_new_literal (MFT_PKI_ERROR, MFT_PKI_ERROR_EXPIRED, "x");
  g_autofree char *outcome = mft_journal_outcome (error);
  g_autofree char *known = mft_failure_sentence_of_outcome (outcome);
  g_autofree char *expected = mft_failure_sentence (error);
  g_autofree char *subject = mft_failure_sentence_of_outcome ("mft-agreement-error/1");
  g_autofree char *unknown = mft_failure_sentence_of_outcome ("rumpun-lain/7");
  g_autofree char *nothing = mft_failure_sentence_of_outcome (NULL);

  g_assert_cmpstr (known, ==, expected);
  g_assert_null (strchr (subject, '{'));
  g_assert_cmpstr (unknown, ==, "It did not work: rumpun-lain/7");
  g_assert_cmpstr (nothing, ==, "It did not work: –");
}

static void
add_entry (const char *outcome, const char *signer)
{
  const MftJournalEntry entry = { .act = "sign", .outcome = outcome, .signer = signer };

  g_assert_true (mft_journal_add (&entry, NULL));
}

/* Only what failed, filtered, and as a table that a spreadsheet does not compute with. */
static void
test_log (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (GError) error = NULL;

  mft_data_folder_set (folder);
  add_entry ("done", "Wulan");
  add_entry ("mft-pki-error/0", "Wulan");
  add_entry ("mft-pki-error/0", "=HYPERLINK(\"x\")");
  g_autoptr (GPtrArray) all = mft_failure_log (0, NULL, &error);
  g_autoptr (GPtrArray) wulan = mft_failure_log (0, "wuLAN", &error);
  g_autoptr (GPtrArray) later = mft_failure_log (G_MAXINT64, "", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (wulan->len, ==, 1);
  g_assert_cmpuint (later->len, ==, 0);
  g_autofree char *csv = mft_failure_log_csv (all);
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf"));
  g_assert_nonnull (strstr (csv, "The passphrase is wrong"));
  g_assert_null (strstr (csv, ";=HYPERLINK"));
  g_assert_null (strstr (csv, ";\"=HYPERLINK"));
  mft_data_folder_set (NULL);
}

/* Every row of BSrE's form has its evidence. */
static void
test_acceptance (void)
{
  g_autofree char *folder = mft_test_folder ();
  const MftAcceptance about = { .owner_unit = "Pusat Data Kementerian Tata Samudra" };
  g_autoptr (GError) error = NULL;

  mft_data_folder_set (folder);
  add_entry ("mft-pki-error/0", "Wulan");
  g_autoptr (GBytes) pdf = mft_acceptance_form (&about, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 5000);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  mft_data_folder_set (NULL);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/act/failure/sentences", test_sentences);
  g_test_add_func ("/act/failure/unknown", test_unknown);
  g_test_add_func ("/act/failure/outcomes", test_outcomes);
  g_test_add_func ("/act/failure/log", test_log);
  g_test_add_func ("/act/failure/acceptance", test_acceptance);
  return g_test_run ();
}
