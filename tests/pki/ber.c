/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures in BER, as tokens and older programs write them (X.690, 8.1.3.6): they are read, and what was signed is
 * judged by its bytes. */
#include "support.h"

#include "base/digest.h"
#include "pki/cms-build.h"
#include "pki/cms.h"
#include "pki/tlv.h"
#include "practice-key.h"

static GBytes *
build (void)
{
  g_autoptr (MftKey) key
      = mft_test_key_new (NULL, &(MftPracticeIdentity){ .key = MFT_PRACTICE_KEY_EC });
  guint8 digest[MFT_SHA256_SIZE];
  GBytes *cms;

  mft_sha256 ("naskah", 6, digest);
  cms = mft_cms_build (key, NULL, MFT_SIGNATURE_SCHEME_ECDSA_SHA256, digest, sizeof digest, NULL);
  g_assert_nonnull (cms);
  return cms;
}

typedef enum
{
  INDEFINITE,  /* 80 … 00 00 */
  LONG_LENGTH, /* 84 00 00 LL LL */
} Way;

static void
append_length (GByteArray *to, gsize size)
{
  const guint8 bytes[]
      = { 0x84, (guint8) (size >> 24), (guint8) (size >> 16), (guint8) (size >> 8), (guint8) size };

  g_byte_array_append (to, bytes, sizeof bytes);
}

#define CERTIFICATES_LEVEL 3 /* ContentInfo, [0], SignedData, [0] certificates */

/* Writes the element again, its frames down to level `deepest` another way; certificates stay as they are. */
static void
rewrite (GByteArray *to, const MftTlv *element, guint level, guint deepest, Way way)
{
  MftCursor inside = mft_tlv_open (element);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  MftTlv part;

  if (level > deepest || (element->tag & 0x20) == 0
      || (level == CERTIFICATES_LEVEL && element->tag == 0xa0))
    {
      g_byte_array_append (to, element->whole, (guint) element->whole_size);
      return;
    }
  while (inside.at < inside.size && mft_tlv_read (&inside, &part))
    rewrite (content, &part, level + 1, deepest, way);
  g_byte_array_append (to, &element->tag, 1);
  if (way == INDEFINITE)
    g_byte_array_append (to, (const guint8 *) "\x80", 1);
  else
    append_length (to, content->len);
  g_byte_array_append (to, content->data, content->len);
  if (way == INDEFINITE)
    g_byte_array_append (to, (const guint8 *) "\0\0", 2);
}

static MftCms *
read_rewritten (GBytes *der, guint deepest, Way way, guint padding)
{
  MftCursor cursor = mft_cursor (g_bytes_get_data (der, NULL), g_bytes_get_size (der));
  g_autoptr (GByteArray) ber = g_byte_array_new ();
  MftTlv whole;

  g_assert_true (mft_tlv_read (&cursor, &whole));
  rewrite (ber, &whole, 0, deepest, way);
  g_assert_true (ber->len != g_bytes_get_size (der)
                 || memcmp (ber->data, g_bytes_get_data (der, NULL), ber->len) != 0);
  for (guint i = 0; i < padding; i++)
    g_byte_array_append (ber, (const guint8 *) "", 1);
  return mft_cms_read (ber->data, ber->len, MFT_CMS_DETACHED, NULL);
}

/* The frames around what is signed; zeros after it, as room in /Contents leaves them. */
static void
test_frames (void)
{
  g_autoptr (GBytes) der = build ();
  guint8 digest[MFT_SHA256_SIZE];

  mft_sha256 ("naskah", 6, digest);
  for (guint way = INDEFINITE; way <= LONG_LENGTH; way++)
    for (guint deepest = 0; deepest <= 4; deepest++)
      for (guint padding = 0; padding < 100; padding += 33)
        {
          g_autoptr (MftCms) cms = read_rewritten (der, deepest, (Way) way, padding);
          g_test_message ("way %u level %u padding %u", way, deepest, padding);
          g_assert_nonnull (cms);
          g_assert_cmphex (cms->facts & (MFT_CMS_BREAKING | MFT_CMS_UNJUDGED), ==, 0);
          g_assert_true (mft_cms_digest_matches (cms, digest, sizeof digest));
          g_assert_nonnull (cms->signer);
        }
}

/* The signed attributes themselves: what was signed is their DER (RFC 5652, 5.4), and that is told. */
static void
test_attributes (void)
{
  g_autoptr (GBytes) der = build ();

  for (guint way = INDEFINITE; way <= LONG_LENGTH; way++)
    for (guint deepest = 6; deepest <= 7; deepest++)
      {
        g_autoptr (MftCms) cms = read_rewritten (der, deepest, (Way) way, 0);
        g_test_message ("way %u level %u", way, deepest);
        g_assert_nonnull (cms);
        g_assert_cmphex (cms->facts & MFT_CMS_BREAKING, ==, 0);
        g_assert_cmphex (cms->facts & MFT_CMS_NOT_DER, ==, MFT_CMS_NOT_DER);
      }
}

/* Frames that never end, or end twice. */
static void
test_broken_frames (void)
{
  g_autoptr (GBytes) der = build ();
  MftCursor cursor = mft_cursor (g_bytes_get_data (der, NULL), g_bytes_get_size (der));
  g_autoptr (GByteArray) ber = g_byte_array_new ();
  MftTlv whole;

  g_assert_true (mft_tlv_read (&cursor, &whole));
  rewrite (ber, &whole, 0, 2, INDEFINITE);
  for (guint missing = 1; missing <= 6; missing++)
    g_assert_null (mft_cms_read (ber->data, ber->len - missing, MFT_CMS_DETACHED, NULL));
  g_byte_array_append (ber, (const guint8 *) "\x30\x00", 2);
  g_autoptr (MftCms) longer = mft_cms_read (ber->data, ber->len, MFT_CMS_DETACHED, NULL);
  g_assert_cmphex (longer->facts & MFT_CMS_TRAILING_BYTES, ==, MFT_CMS_TRAILING_BYTES);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/pki/ber/frames", test_frames);
  g_test_add_func ("/pki/ber/attributes", test_attributes);
  g_test_add_func ("/pki/ber/broken-frames", test_broken_frames);
  return g_test_run ();
}
