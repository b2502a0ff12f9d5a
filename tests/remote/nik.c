/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/esign.h"
#include "support.h"

#include <string.h>

static void
assert_shown (const char *typed, gboolean sound, const char *shown)
{
  g_autoptr (MftSecret) nik = mft_secret_new (typed, strlen (typed));
  g_autofree char *mask = mft_nik_mask (nik);

  g_assert_true (mft_nik_is_sound (nik) == sound);
  g_assert_cmpstr (mask, ==, shown);
}

static void
test_mask (void)
{
  assert_shown ("3171010101900003", TRUE, "3171••••••••0003");
  assert_shown ("31710101019000031", FALSE, "••••••••••••••••");
  assert_shown ("317101010190000", FALSE, "••••••••••••••••");
  assert_shown ("3171010101 90003", FALSE, "••••••••••••••••");
  assert_shown ("", FALSE, "••••••••••••••••");
}

/* Nothing is asked about a number that is none; the address would not be found, either. */
static void
test_never_sent (void)
{
  const MftEsignService service = { .url = "https://ecs.tata.example", .version = 2 };
  g_autoptr (MftSecret) nik = mft_secret_new ("12", 2);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7", 8);
  const MftEsignRequest request = { .nik = nik, .passphrase = nik };
  g_autoptr (GError) checked = NULL;
  g_autoptr (GError) coded = NULL;
  g_autoptr (GError) signed_with = NULL;

  g_assert_false (mft_esign_check (&service, nik, NULL, &checked));
  g_assert_error (checked, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_NOT_REGISTERED);
  g_assert_false (mft_esign_send_totp (&service, nik, NULL, &coded));
  g_assert_error (coded, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_NOT_REGISTERED);
  g_assert_null (mft_esign_sign (&service, &request, pdf, NULL, &signed_with));
  g_assert_error (signed_with, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_NOT_REGISTERED);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/remote/nik/mask", test_mask);
  g_test_add_func ("/remote/nik/never-sent", test_never_sent);
  return g_test_run ();
}
