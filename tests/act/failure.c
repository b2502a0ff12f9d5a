/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <gio/gio.h>

#include "agreement/error.h"
#include "net/error.h"
#include "pdf/error.h"
#include "pki/error.h"
#include "remote/error.h"
#include "sign/error.h"
#include "store/error.h"
#include "template/error.h"

#include "act/acceptance.h"
#include "act/failure-log.h"
#include "act/failure.h"
#include "act/signing.h"
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

/* Names and days have apostrophes: Ma'ruf, Jum'at. */
static void
test_apostrophes (void)
{
  assert_sentence (MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD,
                   "field 'hari' (date) cannot hold 'Jum'at'",
                   "The field “hari” cannot hold “Jum'at”. Look at the example of its kind.");
  assert_sentence (MFT_STORE_ERROR, MFT_STORE_ERROR_NEWER, "'/home/ma'ruf/pustaka.db' is newer",
                   "“/home/ma'ruf/pustaka.db” was kept by a newer Mufakat. Update the program to "
                   "open it.");
  assert_sentence (MFT_STORE_ERROR, MFT_STORE_ERROR_NEWER, "'never closed: x",
                   "“x” was kept by a newer Mufakat. Update the program to open it.");
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

/* A line of the journal means in every version what it meant when it was written: these never change,
 * new ones are added. */
static void
test_outcomes_are_fixed (void)
{
  const struct
  {
    GQuark domain;
    int code;
    const char *outcome;
  } fixed[] = {
    { MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE, "mft-pki-error/0" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED, "mft-pki-error/1" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_UNSUPPORTED, "mft-pki-error/2" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_NO_KEY, "mft-pki-error/3" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_NO_CERTIFICATE, "mft-pki-error/4" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_NOT_YET_VALID, "mft-pki-error/5" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_EXPIRED, "mft-pki-error/6" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_USAGE, "mft-pki-error/7" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_REVOKED, "mft-pki-error/8" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_EVIDENCE, "mft-pki-error/9" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_TIMESTAMP, "mft-pki-error/10" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_NO_TOKEN, "mft-pki-error/11" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_SEVERAL, "mft-pki-error/12" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_PIN_LAST, "mft-pki-error/13" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_PIN_LOCKED, "mft-pki-error/14" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_FAILED, "mft-pki-error/15" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_DRIVER, "mft-pki-error/16" },
    { MFT_PKI_ERROR, MFT_PKI_ERROR_SUBJECT, "mft-pki-error/17" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_ADDRESS, "mft-remote-error/0" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_CREDENTIAL, "mft-remote-error/1" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_PASSPHRASE, "mft-remote-error/2" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_DOCUMENT, "mft-remote-error/3" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_BUSY, "mft-remote-error/4" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_REFUSED, "mft-remote-error/5" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_ANSWER, "mft-remote-error/6" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_EXPIRED, "mft-remote-error/7" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_RENEW, "mft-remote-error/8" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_WAITING_FOR_VERIFICATION, "mft-remote-error/9" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_NEW, "mft-remote-error/10" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_NO_CERTIFICATE, "mft-remote-error/11" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_NOT_REGISTERED, "mft-remote-error/12" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_SUSPEND, "mft-remote-error/13" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_REVOKE, "mft-remote-error/14" },
    { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_STATE_UNKNOWN, "mft-remote-error/15" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_NO_FIELD, "mft-sign-error/0" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_FIELD_SIGNED, "mft-sign-error/1" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_CHOICE, "mft-sign-error/2" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_PLACE, "mft-sign-error/3" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_FORBIDDEN, "mft-sign-error/4" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_UNSIGNED, "mft-sign-error/5" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_UNSUPPORTED, "mft-sign-error/6" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_CERTIFY, "mft-sign-error/7" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_FIELD_LOCKED, "mft-sign-error/8" },
    { MFT_SIGN_ERROR, MFT_SIGN_ERROR_NEW_FIELD, "mft-sign-error/9" },
    { MFT_ACT_ERROR, MFT_ACT_ERROR_SAME_FILE, "mft-act-error/0" },
    { MFT_ACT_ERROR, MFT_ACT_ERROR_SELF_CHECK, "mft-act-error/1" },
    { MFT_ACT_ERROR, MFT_ACT_ERROR_LEVEL, "mft-act-error/2" },
    { MFT_ACT_ERROR, MFT_ACT_ERROR_ANCHOR, "mft-act-error/3" },
    { MFT_PDF_ERROR, MFT_PDF_ERROR_UNREADABLE, "mft-pdf-error/0" },
    { MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED, "mft-pdf-error/1" },
    { MFT_PDF_ERROR, MFT_PDF_ERROR_ENCRYPTED, "mft-pdf-error/2" },
    { MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT, "mft-pdf-error/3" },
    { MFT_PDF_ERROR, MFT_PDF_ERROR_UNSUPPORTED, "mft-pdf-error/4" },
    { MFT_NET_ERROR, MFT_NET_ERROR_OFF, "mft-net-error/0" },
    { MFT_NET_ERROR, MFT_NET_ERROR_ADDRESS, "mft-net-error/1" },
    { MFT_NET_ERROR, MFT_NET_ERROR_UNREACHABLE, "mft-net-error/2" },
    { MFT_NET_ERROR, MFT_NET_ERROR_UNTRUSTED, "mft-net-error/3" },
    { MFT_NET_ERROR, MFT_NET_ERROR_REFUSED, "mft-net-error/4" },
    { MFT_NET_ERROR, MFT_NET_ERROR_LIMIT, "mft-net-error/5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (fixed[i].domain, fixed[i].code, "'…' '…'");
      g_autofree char *outcome = mft_journal_outcome (error);
      g_autofree char *again = mft_failure_sentence_of_outcome (outcome);
      g_autofree char *sentence = mft_failure_sentence (error);
      g_assert_cmpstr (outcome, ==, fixed[i].outcome);
      g_assert_cmpstr (again, ==, sentence);
      g_assert_false (g_str_has_prefix (sentence, "It did not work"));
    }
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
  g_test_add_func ("/act/failure/apostrophes", test_apostrophes);
  g_test_add_func ("/act/failure/unknown", test_unknown);
  g_test_add_func ("/act/failure/outcomes", test_outcomes);
  g_test_add_func ("/act/failure/outcomes-are-fixed", test_outcomes_are_fixed);
  g_test_add_func ("/act/failure/log", test_log);
  g_test_add_func ("/act/failure/acceptance", test_acceptance);
  return g_test_run ();
}
