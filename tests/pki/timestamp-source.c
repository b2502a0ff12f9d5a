/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "authority.h"
#include "base/digest.h"
#include "pki/error.h"
#include "pki/timestamp-source.h"
#include "pki/timestamp.h"

/* An authority that answers well, or in one of many wrong ways. */
typedef enum
{
  HONEST,
  REPLAYS,  /* the answer to an earlier question */
  REFUSES,  /* a digest that it does not take */
  BABBLES,  /* no answer at all */
  TRUNCATES /* the answer without its end */
} Manner;

typedef struct
{
  MftKey *key;
  Manner manner;
  GBytes *last;
} Tsa;

static GBytes *
ask (gpointer data, GBytes *request, MftJob *job, GError **error)
{
  Tsa *tsa = data;

  (void) job;
  (void) error;
  if (tsa->manner == BABBLES)
    return g_bytes_new_static ("<html>", 6);
  if (tsa->manner == REPLAYS)
    return g_bytes_ref (tsa->last);
  g_autoptr (GBytes) answer = mft_test_answer_stamp (tsa->key, request, MFT_TEST_AT (3));
  g_clear_pointer (&tsa->last, g_bytes_unref);
  tsa->last = g_bytes_ref (answer);
  if (tsa->manner == TRUNCATES)
    return g_bytes_new_from_bytes (answer, 0, g_bytes_get_size (answer) - 5);
  return g_steal_pointer (&answer);
}

static GBytes *
obtain (Tsa *tsa, const EVP_MD *kind, GError **error)
{
  const MftTimestampSource source = { ask, tsa };
  guint8 digest[EVP_MAX_MD_SIZE];
  guint size;

  EVP_Digest ("naskah", 6, digest, &size, kind, NULL);
  return mft_timestamp_obtain (&source, kind, digest, size, NULL, error);
}

static void
test_obtain (void)
{
  g_autoptr (MftTestAuthority) authority = mft_test_authority_new ("PSrE Uji");
  g_autoptr (MftKey) key = mft_test_authority_issue (
      authority, &(MftTestIdentity){ .name = "TSA Uji",
                                     .days = 1000,
                                     .usage = "critical,digitalSignature",
                                     .extended = "critical,timeStamping" });
  Tsa tsa = { .key = key };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) token = obtain (&tsa, EVP_sha256 (), &error);
  g_assert_no_error (error);
  g_autoptr (MftTimestamp) timestamp
      = mft_timestamp_read (g_bytes_get_data (token, NULL), g_bytes_get_size (token), &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("naskah", 6);

  g_assert_no_error (error);
  g_assert_true (mft_timestamp_is_over (timestamp, bytes));
  g_assert_cmpint (timestamp->time, ==, MFT_TEST_AT (3));

  for (Manner manner = REPLAYS; manner <= TRUNCATES; manner++)
    {
      tsa.manner = manner;
      g_assert_null (obtain (&tsa, manner == REFUSES ? EVP_sha512 () : EVP_sha256 (), &error));
      g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_TIMESTAMP);
      g_clear_error (&error);
    }
  g_bytes_unref (tsa.last);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pki/timestamp-source/obtain", test_obtain);
  return g_test_run ();
}
