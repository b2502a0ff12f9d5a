/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "pki/display-name.h"
#include "pki/practice.h"

#define DAY ((gint64) 86400 * G_USEC_PER_SEC)

static void
test_names (void)
{
  const struct
  {
    const char *bytes;
    const char *shown;
  } cases[] = {
    { "Bagas Manikmaya, S.H.", "Bagas Manikmaya, S.H." },
    { "a\nb", "a<U+000A>b" },
    { "gpj.\xe2\x80\xae"
      "exe",
      "gpj.<U+202E>exe" },
    { "a\xe2\x80\x8b"
      "b",
      "a<U+200B>b" },
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
    { "Jalan Čáp <b>", "Jalan Čáp <b>" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = mft_display_name (cases[i].bytes, -1);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_fields (void)
{
  const gint64 start = (gint64) 1735689600 * G_USEC_PER_SEC; /* 2025-01-01 */
  g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, start, NULL);
  MftCertificate *certificate = mft_practice_ca_certificate (ca);

  g_assert_cmpstr (mft_certificate_common_name (certificate), ==, MFT_PRACTICE_CA_NAME);
  g_assert_cmpstr (mft_certificate_issuer_common_name (certificate), ==, MFT_PRACTICE_CA_NAME);
  g_assert_cmpstr (mft_certificate_organization (certificate), ==, "Mufakat (latihan)");
  g_assert_cmpstr (mft_certificate_subject (certificate), ==,
                   "CN=" MFT_PRACTICE_CA_NAME ",O=Mufakat (latihan),C=ID");
  g_assert_cmpstr (mft_certificate_key_type (certificate), ==, "EC P-256");
  g_assert_cmpuint (strlen (mft_certificate_sha256 (certificate)), ==, 64);
  g_assert_cmpuint (strlen (mft_certificate_serial (certificate)), ==, 32);
  g_assert_cmpint (mft_certificate_not_before (certificate), ==, start);
  g_assert_true (mft_certificate_is_ca (certificate));
  g_assert_true (mft_certificate_is_self_issued (certificate));
  g_assert_false (mft_certificate_may_sign (certificate));
  g_assert_false (mft_certificate_may_timestamp (certificate));
  g_assert_cmpint (mft_certificate_status (certificate, start - 1), ==,
                   MFT_CERTIFICATE_NOT_YET_VALID);
  g_assert_cmpint (mft_certificate_status (certificate, start), ==, MFT_CERTIFICATE_WRONG_USAGE);
  g_assert_cmpint (mft_certificate_status (certificate, start + 4000 * DAY), ==,
                   MFT_CERTIFICATE_EXPIRED);
}

static void
test_check_signing (void)
{
  g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);
  MftCertificate *certificate = mft_practice_ca_certificate (ca);
  g_autoptr (GError) error = NULL;

  g_assert_false (mft_certificate_check_signing (
      certificate, mft_certificate_not_after (certificate) + 1, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_EXPIRED);
  g_clear_error (&error);
  g_assert_false (
      mft_certificate_check_signing (certificate, mft_certificate_not_after (certificate), &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_USAGE);
}

static void
test_lists (void)
{
  g_autoptr (MftPracticeCa) first = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);
  g_autoptr (MftPracticeCa) second = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (both, mft_practice_ca_certificate (first));
  g_ptr_array_add (both, mft_practice_ca_certificate (second));
  g_autofree char *pem = mft_certificate_list_to_pem (both);
  g_autoptr (GPtrArray) read = mft_certificate_list_new_from_bytes (pem, strlen (pem), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 2);
  g_assert_true (mft_certificate_equal (g_ptr_array_index (read, 0), g_ptr_array_index (both, 0)));
  g_assert_false (mft_certificate_equal (g_ptr_array_index (read, 1), g_ptr_array_index (both, 0)));

  g_autoptr (GBytes) der = mft_certificate_der (g_ptr_array_index (both, 1));
  g_autoptr (GPtrArray) one = mft_certificate_list_new_from_bytes (g_bytes_get_data (der, NULL),
                                                                   g_bytes_get_size (der), &error);
  g_assert_cmpuint (one->len, ==, 1);

  g_assert_null (mft_certificate_list_new_from_bytes ("", 0, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (mft_certificate_new_from_der (g_bytes_get_data (der, NULL),
                                               g_bytes_get_size (der) - 1, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (mft_certificate_list_new_from_bytes ("-----BEGIN X-----\nAAAA\n-----END X-----\n",
                                                      38, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_NO_CERTIFICATE);
}

static GBytes *
issue_to (const char *name, const char *organization, GError **error)
{
  const MftPracticeIdentity identity = {
    .common_name = name, .organization = organization, .key = MFT_PRACTICE_KEY_EC, .rounds = 1000
  };
  g_autoptr (MftSecret) passphrase = mft_secret_new ("sandi", 5);
  g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);

  return mft_practice_ca_issue (ca, &identity, passphrase, error);
}

/* RFC 5280 A.1: 64 letters, not bytes. */
static void
test_subject (void)
{
  g_autofree char *longest = g_strnfill (63, 'W');
  g_autofree char *fits = g_strconcat (longest, "é", NULL);
  g_autofree char *too_long = g_strconcat (fits, "W", NULL);
  g_autoptr (GBytes) alone = issue_to (fits, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (alone);
  g_assert_null (issue_to (too_long, NULL, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_SUBJECT);
  g_clear_error (&error);
  g_assert_null (issue_to ("Wulan", "", &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_SUBJECT);
  g_clear_error (&error);
  g_assert_null (issue_to ("Wulan\xff", NULL, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_SUBJECT);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pki/certificate/names", test_names);
  g_test_add_func ("/pki/certificate/fields", test_fields);
  g_test_add_func ("/pki/certificate/check-signing", test_check_signing);
  g_test_add_func ("/pki/certificate/lists", test_lists);
  g_test_add_func ("/pki/certificate/subject", test_subject);
  return g_test_run ();
}
