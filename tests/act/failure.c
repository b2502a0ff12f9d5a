/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <gio/gio.h>

#include "agreement/error.h"
#include "pki/error.h"
#include "template/error.h"

#include "act/failure.h"

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

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/act/failure/sentences", test_sentences);
  g_test_add_func ("/act/failure/unknown", test_unknown);
  return g_test_run ();
}
