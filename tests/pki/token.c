/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys on tokens, which SoftHSM plays: PIN, wrong PIN, two tokens, a token that goes. */
#include "support.h"
#include "practice-key.h"
#include "tool.h"

#include <string.h>

#include "base/safe-file.h"
#include "pki/key-token.h"

#define PIN "271828"

static char *folder;

/* A token of its own folder: SoftHSM reads its settings once in a process. */
static gboolean
set_up_tokens (void)
{
  g_autofree char *program = g_find_program_in_path ("softhsm2-util");
  g_autofree char *settings = NULL, *text = NULL;

  if (program == NULL)
    return FALSE;
  folder = mft_test_folder ();
  settings = g_build_filename (folder, "softhsm2.conf", NULL);
  text = g_strdup_printf ("directories.tokendir = %s\nobjectstore.backend = file\n"
                          "log.level = ERROR\n",
                          folder);
  g_assert_true (g_file_set_contents (settings, text, -1, NULL));
  g_setenv ("SOFTHSM2_CONF", settings, TRUE);
  mft_test_run (folder,
                "softhsm2-util --init-token --free --label Satu --pin " PIN " --so-pin 31415926");
  mft_test_run (folder,
                "softhsm2-util --init-token --free --label Dua --pin " PIN " --so-pin 31415926");
  return TRUE;
}

static void
add_key (const char *token, const char *algorithm, const char *label, const char *id)
{
  g_autofree char *make = g_strdup_printf ("openssl genpkey %s -out %s.key", algorithm, label);
  g_autofree char *import
      = g_strdup_printf ("softhsm2-util --import %s.key --token %s --label %s --id %s --pin " PIN,
                         label, token, label, id);
  mft_test_run (folder, make);
  mft_test_run (folder, import);
}

/* A certificate for the key in the file, by a CA that openssl plays. */
static MftCertificate *
certify (const char *label)
{
  g_autofree char *make
      = g_strdup_printf ("openssl req -x509 -key %s.key -subj /CN=%s -days 30 -addext "
                         "keyUsage=critical,nonRepudiation -out %s.pem",
                         label, label, label);
  g_autofree char *name = g_strconcat (label, ".pem", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  mft_test_run (folder, make);
  g_autoptr (GPtrArray) list = mft_certificate_list_new_from_file (path, NULL);
  return mft_certificate_ref (g_ptr_array_index (list, 0));
}

static MftSecret *
secret (const char *text)
{
  return mft_secret_new (text, strlen (text));
}

static MftKey *
open_key (const char *uri, const char *pin, GPtrArray *certificates, int *code)
{
  g_autoptr (MftSecret) own = secret (pin);
  g_autoptr (GError) error = NULL;
  MftKey *key = mft_key_token_new (uri, own, certificates, &error);

  *code = error != NULL ? error->code : -1;
  if (error != NULL)
    g_assert_true (error->domain == MFT_PKI_ERROR);
  return key;
}

static void
test_signs (void)
{
  g_autoptr (GPtrArray) beside
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  int code;

  if (folder == NULL)
    {
      g_test_skip ("softhsm2-util is not installed");
      return;
    }
  add_key ("Satu", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048", "rsa", "01");
  add_key ("Dua", "-algorithm EC -pkeyopt ec_paramgen_curve:P-384", "ec", "02");
  g_ptr_array_add (beside, certify ("ec"));
  g_ptr_array_add (beside, certify ("rsa"));

  g_autoptr (MftKey) rsa = open_key ("pkcs11:token=Satu;object=rsa", PIN, beside, &code);
  g_assert_nonnull (rsa);
  mft_test_assert_signs (rsa, MFT_SIGNATURE_SCHEME_RSA_SHA256);
  mft_test_assert_signs (rsa, MFT_SIGNATURE_SCHEME_RSA_PSS_SHA256);
  mft_test_assert_signs (rsa, MFT_SIGNATURE_SCHEME_RSA_SHA256);
  /* Without a name the token's one key is meant. */
  g_autoptr (MftKey) ec = open_key ("pkcs11:token=Dua", PIN, beside, &code);
  g_assert_nonnull (ec);
  g_assert_cmpstr (mft_certificate_common_name (mft_key_get_certificate (ec)), ==, "ec");
  mft_test_assert_signs (ec, MFT_SIGNATURE_SCHEME_ECDSA_SHA384);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *uri, *pin;
    int code;
  } cases[] = {
    { "pkcs11:token=Satu", "000000", MFT_PKI_ERROR_WRONG_PASSPHRASE },
    { "pkcs11:token=Tiga", PIN, MFT_PKI_ERROR_NO_TOKEN },
    { "pkcs11:model=SoftHSM%20v2", PIN, MFT_PKI_ERROR_SEVERAL },
    { "pkcs11:token=Satu;object=lain", PIN, MFT_PKI_ERROR_NO_KEY },
    { "pkcs11:token=Satu", PIN, MFT_PKI_ERROR_NO_CERTIFICATE },
    { "pkcs11:token=Satu?module-path=/tmp/x.so", PIN, MFT_PKI_ERROR_UNSUPPORTED },
    { "pkcs11:token=Satu?pin-value=" PIN, PIN, MFT_PKI_ERROR_UNSUPPORTED },
    { "file:///tmp/x.p12", PIN, MFT_PKI_ERROR_UNSUPPORTED },
  };
  int code;

  if (folder == NULL)
    {
      g_test_skip ("softhsm2-util is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftKey) key = open_key (cases[i].uri, cases[i].pin, NULL, &code);
      g_assert_null (key);
      g_assert_cmpint (code, ==, cases[i].code);
    }
}

/* Pulled out between opening and signing. */
static void
test_gone (void)
{
  g_autoptr (GPtrArray) beside
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  int code;

  if (folder == NULL)
    {
      g_test_skip ("softhsm2-util is not installed");
      return;
    }
  g_ptr_array_add (beside, certify ("rsa"));
  g_autoptr (MftKey) key = open_key ("pkcs11:token=Satu;object=rsa", PIN, beside, &code);
  g_assert_nonnull (key);
  mft_test_run (folder, "softhsm2-util --delete-token --token Satu");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) value = mft_key_sign (key, MFT_SIGNATURE_SCHEME_RSA_SHA256, "x", 1, &error);
  g_assert_null (value);
  g_assert_true (error->domain == MFT_PKI_ERROR);
}

int
main (int argc, char **argv)
{
  int status;

  mft_test_init (&argc, &argv);
  set_up_tokens ();
  g_test_add_func ("/pki/token/signs", test_signs);
  g_test_add_func ("/pki/token/refusals", test_refusals);
  g_test_add_func ("/pki/token/gone", test_gone);
  status = g_test_run ();
  g_free (folder);
  return status;
}
