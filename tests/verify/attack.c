/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify-support.h"

#include "base/random.h"

static GBytes *
signed_once (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();

  return mft_test_sign_field (bytes, "PIHAK_KESATU");
}

/* No byte of the signed range can be turned unseen: the signature breaks, or nothing is signed and
 * sound any more. */
static void
test_every_signed_byte (void)
{
  g_autoptr (GBytes) bytes = signed_once ();
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (MftVerifyReport) sound = verify (bytes);
  const gint64 *range = signature_of (sound, "PIHAK_KESATU")->byte_range;

  for (gsize at = 0; at < size; at += 29)
    {
      g_autofree guint8 *turned = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      if ((gint64) at >= range[1] && (gint64) at < range[2])
        continue;
      turned[at] ^= 0x01;
      g_autoptr (GBytes) changed = g_bytes_new_static (turned, size);
      g_autoptr (MftVerifyReport) report = verify (changed);
      MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");
      g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
      g_assert_true (one == NULL || one->integrity != MFT_INTEGRITY_INTACT);
    }
}

static void
test_content_byte (void)
{
  g_autoptr (GBytes) bytes = signed_once ();
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *turned = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  char *content = memmem (turned, size, "0 0 10 10 re", 12);

  *content = '5';
  g_autoptr (GBytes) changed = g_bytes_new_static (turned, size);
  g_autoptr (MftVerifyReport) report = verify (changed);
  MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");
  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INVALID);
  g_assert_cmpint (one->integrity, ==, MFT_INTEGRITY_BROKEN);
  g_assert_true (mft_verify_has_message (one->messages, "DIGEST_MISMATCH"));
  g_assert_cmpstr (one->subindication, ==, "HASH_FAILURE");
}

static void
test_garbage_behind (void)
{
  static const char *const tails[]
      = { "sampah", "\n\n%%EOF\n", "9 0 obj\n<< >>\nendobj\n", "%komentar\n" };
  g_autoptr (GBytes) bytes = signed_once ();

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autoptr (GByteArray) longer = g_byte_array_new ();
      g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_byte_array_append (longer, (const guint8 *) tails[i], strlen (tails[i]));
      g_autoptr (GBytes) changed = g_bytes_new_static (longer->data, longer->len);
      g_autoptr (MftVerifyReport) report = verify (changed);
      g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
    }
}

/* Overwrites the byte range, keeping every offset; the digest would not fit anyway, but a reader that
 * does not look at the range would not get that far (USF). */
static void
test_byte_ranges (void)
{
  static const char *const ranges[] = {
    "null",
    "[]",
    "[0 10]",
    "[0 1 2 3 4 5]",
    "[0 -10 20 30]",
    "[0 10 20 -30]",
    "[1 10 20 30]",
    "[0 99999999999999999999 20 30]",
    "[0 1 9223372036854775807 9]",
    "[0 10.0 20 30]",
    "[0 20 10 30]",
    "[0 10 20 999999999]",
    "[0 10 20 30]",
    "(0 10 20 30)",
    "8 0 R",
  };
  g_autoptr (GBytes) bytes = signed_once ();
  gsize size = g_bytes_get_size (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *changed = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      char *start = memmem (changed, size, "/ByteRange", 10);
      char *end = memchr (start, ']', size - (gsize) (start - changed));
      gsize room = (gsize) (end + 1 - start) - 10, length = strlen (ranges[i]);
      g_assert_cmpuint (length + 1, <=, room);
      memset (start + 10, ' ', room);
      memcpy (start + 11, ranges[i], length);
      g_autoptr (GBytes) attacked = g_bytes_new_static (changed, size);
      g_autoptr (MftVerifyReport) report = verify (attacked);
      MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");
      g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
      g_assert_true (one == NULL || one->coverage < MFT_COVERAGE_WHOLE_REVISION);
      g_assert_true (one == NULL || one->integrity != MFT_INTEGRITY_INTACT);
    }
}

/* Whatever stands in Contents is outside the hash; it must be one CMS and zeros. */
static void
change_contents (GBytes *bytes, gsize at, const char *text, MftVerdict expected)
{
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *changed = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  g_autoptr (MftVerifyReport) sound = verify (bytes);
  gsize start = (gsize) signature_of (sound, "PIHAK_KESATU")->byte_range[1];

  memcpy (changed + start + at, text, strlen (text));
  g_autoptr (GBytes) attacked = g_bytes_new_static (changed, size);
  assert_verdict (attacked, expected);
}

static void
test_contents (void)
{
  g_autoptr (GBytes) bytes = signed_once ();
  g_autoptr (MftVerifyReport) sound = verify (bytes);
  const gint64 *range = signature_of (sound, "PIHAK_KESATU")->byte_range;
  gsize length = (gsize) (range[2] - range[1]);

  change_contents (bytes, 1, "00000000", MFT_VERDICT_INVALID);
  change_contents (bytes, 1, "deadbeef", MFT_VERDICT_INVALID);
  change_contents (bytes, length - 20, "4d5a", MFT_VERDICT_INDETERMINATE); /* in the padding */
}

/* The same signature, its hexadecimal digits spelled in another way: small and large letters, line ends between. */
static void
test_spelling (void)
{
  g_autoptr (GBytes) bytes = signed_once ();
  g_autoptr (MftVerifyReport) sound = verify (bytes);
  const gint64 *range = signature_of (sound, "PIHAK_KESATU")->byte_range;
  gsize size = g_bytes_get_size (bytes), room = (gsize) (range[2] - range[1]) - 2;
  const char *digits = (const char *) g_bytes_get_data (bytes, NULL) + range[1] + 1;
  g_autoptr (GString) spelled = g_string_new (NULL);
  g_autofree char *changed = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  for (gsize i = 0; spelled->len < room; i++)
    {
      if (i % 64 == 63 && i < 8000)
        g_string_append (spelled, "\r\n");
      g_string_append_c (spelled, i % 3 == 0 ? g_ascii_toupper (digits[i]) : digits[i]);
    }
  memcpy (changed + range[1] + 1, spelled->str, room);
  g_autoptr (GBytes) other = g_bytes_new_static (changed, size);
  assert_verdict (other, MFT_VERDICT_VALID);
}

/* The same bytes as a string in parentheses, which the standard rules out (ISO 32000-2, table 255). */
static void
test_literal (void)
{
  g_autoptr (GBytes) bytes = signed_once ();
  g_autoptr (MftVerifyReport) sound = verify (bytes);
  const gint64 *range = signature_of (sound, "PIHAK_KESATU")->byte_range;
  gsize size = g_bytes_get_size (bytes), room = (gsize) (range[2] - range[1]) - 2;
  const char *digits = (const char *) g_bytes_get_data (bytes, NULL) + range[1] + 1;
  g_autoptr (GString) literal = g_string_new (NULL);
  g_autofree char *changed = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  for (gsize i = 0; literal->len + 4 <= room; i += 2)
    g_string_append_printf (
        literal, "\\%03o",
        (guint) (g_ascii_xdigit_value (digits[i]) * 16 + g_ascii_xdigit_value (digits[i + 1])));
  while (literal->len < room)
    g_string_append_c (literal, '0');
  memcpy (changed + range[1] + 1, literal->str, room);
  changed[range[1]] = '(';
  changed[range[2] - 1] = ')';
  g_autoptr (GBytes) other = g_bytes_new_static (changed, size);
  assert_verdict (other, MFT_VERDICT_INVALID);
}

static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = signed_once ();

  for (gsize size = 0; size < g_bytes_get_size (bytes); size += 301)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, size);
      g_autoptr (MftVerifyReport) report = verify (cut);
      g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
    }
}

static void
test_noise (void)
{
  static const char letters[16] = "0 1<>[]/R(nfx-\xff\n";
  g_autoptr (GBytes) once = signed_once ();
  g_autoptr (GBytes) bytes = mft_test_sign_field (once, "PIHAK_KEDUA");
  gsize size = g_bytes_get_size (bytes);

  mft_random_seed (7);
  for (guint round = 0; round < 150; round++)
    {
      g_autofree guint8 *noisy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      guint32 numbers[6];
      mft_random_bytes ((guint8 *) numbers, sizeof numbers);
      for (guint i = 0; i < 6; i += 2)
        noisy[numbers[i] % size] = (guint8) letters[numbers[i + 1] % sizeof letters];
      g_autoptr (GBytes) changed = g_bytes_new_static (noisy, size);
      g_autoptr (MftVerifyReport) report = verify (changed);
      g_assert_nonnull (report->sha256);
    }
  mft_random_seed (0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/verify/attack/every-signed-byte", test_every_signed_byte);
  g_test_add_func ("/verify/attack/content-byte", test_content_byte);
  g_test_add_func ("/verify/attack/garbage-behind", test_garbage_behind);
  g_test_add_func ("/verify/attack/byte-ranges", test_byte_ranges);
  g_test_add_func ("/verify/attack/contents", test_contents);
  g_test_add_func ("/verify/attack/spelling", test_spelling);
  g_test_add_func ("/verify/attack/literal", test_literal);
  g_test_add_func ("/verify/attack/cut", test_cut);
  g_test_add_func ("/verify/attack/noise", test_noise);
  return g_test_run ();
}
