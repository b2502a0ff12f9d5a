/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "authority.h"
#include "practice-key.h"
#include "support.h"

#include "act/completion-kit.h"
#include "base/data-folder.h"
#include "net/error.h"
#include "net/http.h"
#include "store/certificate-store.h"
#include "store/certificate-import.h"

/* Nobody listens on the port for discarding. */
#define NOBODY "http://127.0.0.1:9/tsa"

static MftKey *
certified_key (void)
{
  g_autoptr (MftTestAuthority) authority = mft_test_authority_new ("Induk Uji");
  const MftTestIdentity identity = { .name = "Wulan Hapsari Tirtanegara", .days = 730 };

  return mft_test_authority_issue (authority, &identity);
}

/* The highest level that is wished for and can be reached; nothing by itself. */
static void
test_levels (void)
{
  static const struct
  {
    MftCompletionWish wish;
    MftSignLevel certified, practice;
  } cases[] = {
    { { NULL, FALSE }, MFT_SIGN_B_B, MFT_SIGN_B_B },
    { { "", FALSE }, MFT_SIGN_B_B, MFT_SIGN_B_B },
    { { NULL, TRUE }, MFT_SIGN_B_B, MFT_SIGN_B_B },
    { { NOBODY, FALSE }, MFT_SIGN_B_T, MFT_SIGN_B_T },
    { { NOBODY, TRUE }, MFT_SIGN_B_LTA, MFT_SIGN_B_T },
  };
  g_autoptr (MftKey) certified = certified_key ();
  g_autoptr (MftKey) practice = mft_test_key_named ("Bagas Manikmaya");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftCompletionKit) kit = mft_completion_kit_new (&cases[i].wish);
      MftSignCompletion one = mft_completion_kit_get (kit, mft_key_get_certificate (certified));
      MftSignCompletion other = mft_completion_kit_get (kit, mft_key_get_certificate (practice));
      g_assert_cmpint (one.level, ==, cases[i].certified);
      g_assert_cmpint (other.level, ==, cases[i].practice);
      g_assert_true ((one.timestamp != NULL) == (one.level > MFT_SIGN_B_B));
    }
  mft_net_allow (FALSE);
}

/* That the authority cannot be reached is known before the passphrase is asked. */
static void
test_try (void)
{
  const MftCompletionWish nothing = { 0 }, wish = { NOBODY, FALSE };
  g_autoptr (MftCompletionKit) idle = mft_completion_kit_new (&nothing);
  g_autoptr (MftCompletionKit) kit = mft_completion_kit_new (&wish);
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_completion_kit_try (idle, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (mft_completion_kit_try (kit, NULL, &error));
  g_assert_error (error, MFT_NET_ERROR, MFT_NET_ERROR_UNREACHABLE);
  mft_net_allow (FALSE);
}

/* Certificates taken in before stand between a signer and a root that nobody else knows. */
static void
test_issuers (void)
{
  const MftCompletionWish nothing = { 0 };
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftKey) issuer = certified_key ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GBytes) der = mft_certificate_der (mft_key_get_certificate (issuer));
  g_autoptr (GError) error = NULL;

  mft_data_folder_set (folder);
  g_ptr_array_add (files, der);
  g_autoptr (MftCertificateImport) taken = mft_certificate_store_take (files, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (MftCompletionKit) kit = mft_completion_kit_new (&nothing);
  MftSignCompletion completion = mft_completion_kit_get (kit, mft_key_get_certificate (issuer));
  g_assert_cmpuint (completion.evidence.certificates->len, ==, 1);
  g_assert_true (mft_certificate_equal (completion.evidence.certificates->pdata[0],
                                        mft_key_get_certificate (issuer)));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/act/completion/levels", test_levels);
  g_test_add_func ("/act/completion/try", test_try);
  g_test_add_func ("/act/completion/issuers", test_issuers);
  return g_test_run ();
}
