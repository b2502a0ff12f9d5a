/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/preservation.h"

#define SECONDS(number) (G_GINT64_CONSTANT (number) * G_USEC_PER_SEC)
#define EARLY SECONDS (90 * 86400)

/* NIST SP 800-57 part 1 rev. 5, tables 2 and 4: less than 112 bits ended with 2013, 112 bits end with
 * 2030 (RSA 2048, SHA-224). */
#define STRONG_BITS 128
#define WEAK_BITS 112
#define WEAK_UNTIL SECONDS (1924991999)
#define BROKEN_UNTIL SECONDS (1388534399)

/* What a signature hangs on. */
typedef struct
{
  const MftCertificate *certificate;
  const char *digest; /* NULL: not known */
  MftPreserveReason reason;
} Carrier;

static gboolean
is_sound (const MftSignatureReport *signature)
{
  return signature->integrity == MFT_INTEGRITY_INTACT && signature->certificate != NULL
         && signature->changes_after != MFT_CHANGES_FORBIDDEN;
}

static const MftSignatureReport *
newest_timestamp_over (const MftVerifyReport *report, const MftSignatureReport *signature)
{
  const MftSignatureReport *newest = NULL;

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *other = g_ptr_array_index (report->signatures, i);
      if (other->kind == MFT_SIGNATURE_KIND_TIMESTAMP && is_sound (other)
          && other->revision > signature->revision
          && (newest == NULL || other->revision > newest->revision))
        newest = other;
    }
  return newest;
}

static Carrier
carrier_of (const MftVerifyReport *report, const MftSignatureReport *signature)
{
  const MftSignatureReport *over = newest_timestamp_over (report, signature);

  if (signature->signing_time_source != MFT_TIME_SOURCE_TIMESTAMP)
    return (Carrier){ signature->certificate, signature->digest, MFT_PRESERVE_NO_TIME };
  if (over != NULL)
    return (Carrier){ over->certificate, over->digest, MFT_PRESERVE_TIMESTAMP };
  return (Carrier){ signature->timestamp_signer, NULL, MFT_PRESERVE_TIMESTAMP };
}

static guint
bits_of_digest (const char *digest)
{
  if (digest == NULL)
    return G_MAXUINT;
  if (g_str_equal (digest, "SHA1") || g_str_equal (digest, "MD5"))
    return 0;
  return g_str_equal (digest, "SHA224") ? WEAK_BITS : STRONG_BITS;
}

/* G_MAXINT64: no end is known. */
static gint64
end_of_algorithm (const Carrier *carrier)
{
  guint bits = MIN (mft_certificate_security_bits (carrier->certificate),
                    bits_of_digest (carrier->digest));

  if (bits >= STRONG_BITS)
    return G_MAXINT64;
  return bits < WEAK_BITS ? BROKEN_UNTIL : WEAK_UNTIL;
}

static void
note (MftPreservation *first, MftPreserveReason reason, gint64 until, gint64 now)
{
  gboolean is_due = reason == MFT_PRESERVE_NO_TIME || (until < G_MAXINT64 && until - EARLY < now);

  if (is_due && (first->reason == MFT_PRESERVE_NOTHING || until < first->until))
    *first = (MftPreservation){ reason, until };
}

MftPreservation
mft_preservation_of (const MftVerifyReport *report, gint64 now)
{
  MftPreservation first = { MFT_PRESERVE_NOTHING, 0 };

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->kind == MFT_SIGNATURE_KIND_TIMESTAMP || !is_sound (signature))
        continue;
      Carrier carrier = carrier_of (report, signature);
      if (carrier.certificate != NULL)
        {
          note (&first, carrier.reason, mft_certificate_not_after (carrier.certificate), now);
          note (&first, MFT_PRESERVE_ALGORITHM, end_of_algorithm (&carrier), now);
        }
      /* About a practice certificate nobody can be asked. */
      if (carrier.reason == MFT_PRESERVE_TIMESTAMP && signature->level < MFT_LEVEL_B_LT
          && !mft_signature_report_is_practice (signature))
        note (&first, MFT_PRESERVE_NO_EVIDENCE, mft_certificate_not_after (signature->certificate),
              now);
    }
  return first;
}
