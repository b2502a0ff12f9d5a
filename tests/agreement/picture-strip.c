/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/picture-strip.h"

#define SECRET "Bagas Manikmaya, -6.1, 106.8"
#define END "\xff\xd9"

static void
add (GByteArray *bytes, const char *data, gsize size)
{
  g_byte_array_append (bytes, (const guint8 *) data, (guint) size);
}

static void
add_segment (GByteArray *bytes, guint8 marker, const char *data, gsize size)
{
  const guint8 head[] = { 0xff, marker, (guint8) ((size + 2) >> 8), (guint8) ((size + 2) & 0xff) };

  g_byte_array_append (bytes, head, sizeof head);
  add (bytes, data, size);
}

/* Segments as cameras and editors write them; `with` what they tell, or without. Nothing here is decoded. */
static GBytes *
make_jpeg (gboolean with)
{
  GByteArray *bytes = g_byte_array_new ();

  add (bytes, "\xff\xd8", 2);
  add_segment (bytes, 0xe0, "JFIF\0\1\1\1\0\x48\0\x48\0\0", 14);
  if (with)
    {
      add_segment (bytes, 0xe1, "Exif\0\0" SECRET, sizeof SECRET + 5);
      add_segment (bytes, 0xe2, "MPF\0" SECRET, sizeof SECRET + 3);
      add_segment (bytes, 0xed, "Photoshop 3.0\0" SECRET, sizeof SECRET + 13);
    }
  add_segment (bytes, 0xe2, "ICC_PROFILE\0\1\1warna", 19);
  add_segment (bytes, 0xee, "Adobe\0\x64\0\0\0\0\1", 12);
  add_segment (bytes, 0xdb, "tabel\xff\xd9", 7);
  if (with)
    add_segment (bytes, 0xfe, SECRET, sizeof SECRET - 1);
  if (with)
    add (bytes, "\xff\xff", 2); /* fill bytes */
  add_segment (bytes, 0xc0, "\x8\0\1\0\1\1\1\x11\0", 9);
  add_segment (bytes, 0xda, "\1\1\0\0\x3f\0", 6);
  add (bytes, "\x12\xff\0\x34\xff\xd0\x56", 7); /* a stuffed byte and a restart are no end */
  add_segment (bytes, 0xda, "\1\1\0\0\x3f\0", 6);
  add (bytes, "\x78" END, 3);
  if (with)
    add (bytes, SECRET, sizeof SECRET - 1);
  return g_byte_array_free_to_bytes (bytes);
}

static void
add_chunk (GByteArray *bytes, const char *type, const char *data, gsize size)
{
  const guint8 length[] = { 0, 0, 0, (guint8) size };

  g_byte_array_append (bytes, length, sizeof length);
  add (bytes, type, 4);
  add (bytes, data, size);
  add (bytes, "\1\2\3\4", 4);
}

static GBytes *
make_png (gboolean with)
{
  GByteArray *bytes = g_byte_array_new ();

  add (bytes, "\x89PNG\r\n\x1a\n", 8);
  add_chunk (bytes, "IHDR", "\0\0\0\1\0\0\0\1\x8\0\0\0\0", 13);
  add_chunk (bytes, "pHYs", "\0\0\xb\x13\0\0\xb\x13\1", 9);
  if (with)
    {
      add_chunk (bytes, "tEXt", "Author\0" SECRET, sizeof SECRET + 6);
      add_chunk (bytes, "eXIf", SECRET, sizeof SECRET - 1);
    }
  add_chunk (bytes, "IDAT", "titik", 5);
  add_chunk (bytes, "IEND", "", 0);
  if (with)
    add (bytes, SECRET, sizeof SECRET - 1);
  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_stripped (GBytes *full, GBytes *bare, MftAssetKind kind)
{
  g_autoptr (GBytes) stripped = mft_picture_strip (full, kind);
  g_autoptr (GBytes) again = mft_picture_strip (bare, kind);

  g_assert_true (g_bytes_equal (stripped, bare));
  g_assert_true (g_bytes_equal (again, bare));
}

static void
test_only_the_picture_stays (void)
{
  g_autoptr (GBytes) photo = make_jpeg (TRUE);
  g_autoptr (GBytes) jpeg = make_jpeg (FALSE);
  g_autoptr (GBytes) drawing = make_png (TRUE);
  g_autoptr (GBytes) png = make_png (FALSE);

  assert_stripped (photo, jpeg, MFT_ASSET_JPEG);
  assert_stripped (drawing, png, MFT_ASSET_PNG);
}

/* Cut anywhere before its end, a picture stays as it came. */
static void
test_damaged_stays (void)
{
  for (guint kind = MFT_ASSET_PNG; kind <= MFT_ASSET_JPEG; kind++)
    {
      g_autoptr (GBytes) whole = kind == MFT_ASSET_PNG ? make_png (FALSE) : make_jpeg (FALSE);
      for (gsize size = 0; size < g_bytes_get_size (whole); size++)
        {
          g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
          g_autoptr (GBytes) cut = g_bytes_new_take (g_steal_pointer (&copy), size);
          g_autoptr (GBytes) stripped = mft_picture_strip (cut, (MftAssetKind) kind);
          g_assert_true (g_bytes_equal (stripped, cut));
        }
    }
}

static void
test_kept_beside_the_text (void)
{
  g_autoptr (MftAgreement) agreement
      = mft_agreement_new (mft_block_new (MFT_BLOCK_AGREEMENT, NULL));
  g_autoptr (GBytes) photo = make_jpeg (TRUE);
  g_autoptr (GBytes) jpeg = make_jpeg (FALSE);
  g_autofree char *entry = mft_asset_add (agreement, "Denah lokasi.jpg", photo, NULL);

  g_assert_true (g_bytes_equal (mft_asset_get (agreement, entry), jpeg));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/picture-strip/only-the-picture", test_only_the_picture_stays);
  g_test_add_func ("/agreement/picture-strip/damaged", test_damaged_stays);
  g_test_add_func ("/agreement/picture-strip/beside-the-text", test_kept_beside_the_text);
  return g_test_run ();
}
