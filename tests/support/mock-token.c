/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mock-token.h"

#include "pki/token-modules.h"
#include "support.h"
#include "tool.h"

char *
mft_mock_token_plug_in (const char *algorithm, const char *name, gboolean shows_certificate)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *module = g_test_build_filename (G_TEST_BUILT, "pki", "mft-mock-token.so", NULL);
  g_autofree char *make = g_strdup_printf ("openssl genpkey %s -out kunci.pem", algorithm);
  g_autofree char *certify
      = g_strdup_printf ("openssl req -x509 -key kunci.pem -subj '/CN=%s' -days 30 -addext "
                         "keyUsage=critical,nonRepudiation -addext "
                         "basicConstraints=critical,CA:FALSE -outform DER -out %s",
                         name, shows_certificate ? "sertifikat.der" : "di-samping.der");

  mft_test_run (folder, make);
  mft_test_run (folder, certify);
  mft_mock_token_behave (folder, "");
  g_setenv ("MFT_MOCK_TOKEN", folder, TRUE);
  mft_token_modules_set_own (module);
  return g_steal_pointer (&folder);
}

void
mft_mock_token_behave (const char *folder, const char *words)
{
  g_autofree char *path = g_build_filename (folder, "cara", NULL);

  g_assert_true (g_file_set_contents (path, words, -1, NULL));
}

MftCertificate *
mft_mock_token_certificate (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "di-samping.der", NULL);
  g_autoptr (GPtrArray) list = mft_certificate_list_new_from_file (path, NULL);

  return mft_certificate_ref (g_ptr_array_index (list, 0));
}
