/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens as they are given to officials, which a driver of our own plays: keys on the reader, a PIN for
 * each signature, no hashing, tries that run out, pulled out at the worst moment. */
#include "support.h"

#include "mock-token.h"
#include "practice-key.h"
#include "pki/key-token.h"
#include "pki/token-modules.h"
#include "pki/token-signers.h"

#define URI "pkcs11:token=Tiruan"
#define RSA "-algorithm RSA -pkeyopt rsa_keygen_bits:2048"

static MftKey *
open_key (const char *pin, GPtrArray *beside, int *code)
{
  g_autoptr (MftSecret) own = pin != NULL ? mft_secret_new (pin, strlen (pin)) : NULL;
  g_autoptr (GError) error = NULL;
  MftKey *key = mft_key_token_new (URI, own, beside, &error);

  *code = error != NULL ? error->code : -1;
  return key;
}

/* The error's code; -1: it signed, and the value fits. */
static int
sign (MftKey *key, MftSignatureScheme scheme)
{
  g_autoptr (GError) error = NULL;

  return mft_test_signs (key, scheme, &error) ? -1 : error->code;
}

/* Every digest and padding, by a card that hashes nothing. */
static void
test_no_hashing (void)
{
  g_autofree char *folder = mft_mock_token_plug_in (RSA, "Wulan Hapsari Tirtanegara", TRUE);
  int code;
  g_autoptr (MftKey) key = open_key (MFT_MOCK_PIN, NULL, &code);

  g_assert_nonnull (key);
  for (MftSignatureScheme scheme = MFT_SIGNATURE_SCHEME_RSA_SHA256;
       scheme <= MFT_SIGNATURE_SCHEME_RSA_PSS_SHA512; scheme++)
    g_assert_cmpint (sign (key, scheme), ==, -1);
}

/* The key that the token shows no certificate of: it is matched by its id and its public half. */
static void
test_curve (void)
{
  g_autofree char *folder = mft_mock_token_plug_in (
      "-algorithm EC -pkeyopt ec_paramgen_curve:P-384", "Bagas Manikmaya", TRUE);
  int code;
  g_autoptr (MftKey) key = open_key (MFT_MOCK_PIN, NULL, &code);

  g_assert_nonnull (key);
  g_assert_cmpint (sign (key, MFT_SIGNATURE_SCHEME_ECDSA_SHA384), ==, -1);
}

static void
test_each_time (void)
{
  g_autofree char *folder = mft_mock_token_plug_in (RSA, "Wulan Hapsari Tirtanegara", TRUE);
  int code;

  mft_mock_token_behave (folder, "tiap-kali");
  g_autoptr (MftKey) key = open_key (MFT_MOCK_PIN, NULL, &code);
  g_assert_nonnull (key);
  g_assert_cmpint (sign (key, MFT_SIGNATURE_SCHEME_RSA_SHA256), ==, -1);
  g_assert_cmpint (sign (key, MFT_SIGNATURE_SCHEME_RSA_SHA256), ==, -1);
}

/* The reader asks; what was typed on the computer is not sent. */
static void
test_keys_on_reader (void)
{
  g_autofree char *folder = mft_mock_token_plug_in (RSA, "Wulan Hapsari Tirtanegara", TRUE);
  int code;

  mft_mock_token_behave (folder, "papan tiap-kali");
  g_autoptr (MftKey) key = open_key (NULL, NULL, &code);
  g_assert_nonnull (key);
  g_assert_cmpint (sign (key, MFT_SIGNATURE_SCHEME_RSA_SHA256), ==, -1);
  g_clear_object (&key);
  mft_mock_token_behave (folder, "papan salah-di-papan");
  g_assert_null (open_key (NULL, NULL, &code));
  g_assert_cmpint (code, ==, MFT_PKI_ERROR_WRONG_PASSPHRASE);
}

static MftPinState
state (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signers = mft_token_signers (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < signers->len; i++)
    {
      const MftTokenSigner *signer = g_ptr_array_index (signers, i);
      if (g_str_equal (signer->token, "Tiruan"))
        return signer->pin;
    }
  g_assert_not_reached ();
}

/* What is known before the PIN is asked, and what a wrong one does. */
static void
test_tries (void)
{
  g_autofree char *folder = mft_mock_token_plug_in (RSA, "Wulan Hapsari Tirtanegara", TRUE);
  int code;

  g_assert_cmpint (state (), ==, MFT_PIN_FRESH);
  g_assert_null (open_key ("000000", NULL, &code));
  g_assert_cmpint (code, ==, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpint (state (), ==, MFT_PIN_WAS_WRONG);
  g_assert_null (open_key ("000000", NULL, &code));
  g_assert_cmpint (code, ==, MFT_PKI_ERROR_PIN_LAST);
  g_assert_cmpint (state (), ==, MFT_PIN_LAST_TRY);
  g_assert_null (open_key ("000000", NULL, &code));
  g_assert_cmpint (code, ==, MFT_PKI_ERROR_PIN_LOCKED);
  g_assert_cmpint (state (), ==, MFT_PIN_LOCKED);
  g_assert_null (open_key (MFT_MOCK_PIN, NULL, &code));
  g_assert_cmpint (code, ==, MFT_PKI_ERROR_PIN_LOCKED);
}

static void
test_pulled_out (void)
{
  g_autofree char *folder = mft_mock_token_plug_in (RSA, "Wulan Hapsari Tirtanegara", TRUE);
  int code;
  g_autoptr (MftKey) key = open_key (MFT_MOCK_PIN, NULL, &code);

  g_assert_nonnull (key);
  mft_mock_token_behave (folder, "putus");
  g_assert_cmpint (sign (key, MFT_SIGNATURE_SCHEME_RSA_SHA256), ==, MFT_PKI_ERROR_NO_TOKEN);
  mft_mock_token_behave (folder, "tercabut");
  g_assert_cmpint (sign (key, MFT_SIGNATURE_SCHEME_RSA_SHA256), ==, MFT_PKI_ERROR_NO_TOKEN);
  g_assert_null (open_key (MFT_MOCK_PIN, NULL, &code));
  g_assert_cmpint (code, ==, MFT_PKI_ERROR_NO_TOKEN);
}

/* Who signs is known before the PIN, where the token shows it. */
static void
test_list (void)
{
  g_autofree char *folder = mft_mock_token_plug_in (RSA, "Wulan Hapsari Tirtanegara", TRUE);
  g_autoptr (GPtrArray) signers = mft_token_signers (NULL);
  const MftTokenSigner *signer = g_ptr_array_index (signers, signers->len - 1);
  g_autoptr (MftSecret) pin = mft_secret_new (MFT_MOCK_PIN, strlen (MFT_MOCK_PIN));
  g_autoptr (MftKey) key = NULL;

  g_assert_cmpstr (signer->token, ==, "Tiruan");
  g_assert_cmpstr (mft_certificate_common_name (signer->certificate), ==,
                   "Wulan Hapsari Tirtanegara");
  g_assert_false (signer->has_pad);
  key = mft_key_token_new (signer->uri, pin, NULL, NULL);
  g_assert_nonnull (key);
  mft_mock_token_behave (folder, "tercabut");
  g_autoptr (GPtrArray) none = mft_token_signers (NULL);
  g_assert_cmpuint (none->len, ==, signers->len - 1);
}

static void
test_no_driver (void)
{
  g_autoptr (GError) error = NULL;

  mft_token_modules_set_own ("/tidak/ada.so");
  g_assert_null (mft_token_signers (&error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DRIVER);
  mft_token_modules_set_own ("");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pki/token-manners/no-hashing", test_no_hashing);
  g_test_add_func ("/pki/token-manners/curve", test_curve);
  g_test_add_func ("/pki/token-manners/each-time", test_each_time);
  g_test_add_func ("/pki/token-manners/keys-on-reader", test_keys_on_reader);
  g_test_add_func ("/pki/token-manners/tries", test_tries);
  g_test_add_func ("/pki/token-manners/pulled-out", test_pulled_out);
  g_test_add_func ("/pki/token-manners/list", test_list);
  g_test_add_func ("/pki/token-manners/no-driver", test_no_driver);
  return g_test_run ();
}
