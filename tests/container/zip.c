/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <sys/stat.h>
#include <zip.h>

#include "container/error.h"
#include "container/zip.h"
#include "container/zip-writer.h"

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
sample (void)
{
  g_autoptr (MftZipWriter) writer = mft_zip_writer_new ();
  g_autoptr (GBytes) first = text_bytes ("application/vnd.mufakat.pks+zip");
  g_autoptr (GBytes) second = text_bytes ("<satu>satu satu satu satu satu satu satu</satu>");
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  GBytes *archive;

  mft_zip_writer_add (writer, "mimetype", first, TRUE);
  mft_zip_writer_add (writer, "naskah.xml", second, FALSE);
  mft_zip_writer_add (writer, "aset/kosong", empty, FALSE);
  archive = mft_zip_writer_finish (writer, &error);
  g_assert_no_error (error);
  return archive;
}

static void
test_round_trip (void)
{
  g_autoptr (GBytes) archive = sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MftZip) zip = mft_zip_open (archive, NULL, &error);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) empty = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (mft_zip_size (zip), ==, 3);
  g_assert_cmpstr (mft_zip_name (zip, 0), ==, "mimetype");
  g_assert_cmpstr (mft_zip_name (zip, 2), ==, "aset/kosong");
  g_assert_true (mft_zip_has (zip, "naskah.xml"));
  second = mft_zip_read (zip, "naskah.xml", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (second, NULL), 6, "<satu>", 6);
  empty = mft_zip_read (zip, "aset/kosong", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_null (mft_zip_read (zip, "tidak-ada", &error));
  g_assert_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
}

/* A file of this kind is told by its first bytes, so they may not move. */
static void
test_deterministic (void)
{
  g_autoptr (GBytes) one = sample ();
  g_autoptr (GBytes) two = NULL;
  const char *data = g_bytes_get_data (one, NULL);

  g_setenv ("TZ", "Asia/Jayapura", TRUE);
  tzset ();
  two = sample ();
  g_assert_true (g_bytes_equal (one, two));
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, 31, "application/vnd.mufakat.pks+zip", 31);
  /* DOS time and date in the local header: 1980-01-01 00:00, no extra field. */
  g_assert_cmpmem (data + 10, 4, "\0\0\x21\0", 4);
  g_assert_cmpmem (data + 28, 2, "\0\0", 2);
}

/* An archive with one entry, made as an attacker would: `name` as it is. */
static GBytes *
hostile (const char *name, const char *content, gsize size, gboolean encrypted, guint32 mode)
{
  zip_source_t *output = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *archive;
  zip_int64_t index;
  zip_int64_t length;
  guint8 *data;

  zip_source_keep (output);
  archive = zip_open_from_source (output, ZIP_TRUNCATE, NULL);
  index = zip_file_add (archive, name, zip_source_buffer (archive, content, size, 0), 0);
  g_assert_cmpint (index, ==, 0);
  if (encrypted)
    g_assert_cmpint (zip_file_set_encryption (archive, 0, ZIP_EM_AES_256, "rahasia"), ==, 0);
  if (mode != 0)
    zip_file_set_external_attributes (archive, 0, 0, ZIP_OPSYS_UNIX, mode << 16);
  g_assert_cmpint (zip_close (archive), ==, 0);
  zip_source_open (output);
  zip_source_seek (output, 0, SEEK_END);
  length = zip_source_tell (output);
  zip_source_seek (output, 0, SEEK_SET);
  data = g_malloc ((gsize) length);
  zip_source_read (output, data, (zip_uint64_t) length);
  zip_source_close (output);
  zip_source_free (output);
  return g_bytes_new_take (data, (gsize) length);
}

static void
assert_refused (GBytes *archive, const MftZipLimits *limits, MftContainerError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_zip_open (archive, limits, &error));
  g_assert_error (error, MFT_CONTAINER_ERROR, (int) code);
}

static void
test_unsafe_names (void)
{
  const char *names[] = { "../naskah.xml", "a/../../b", "/etc/passwd", "a\\b", "C:naskah",
                          "a/./b",         "a\nb",      "..",          "." };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) archive = hostile (names[i], "x", 1, FALSE, 0);
      assert_refused (archive, NULL, MFT_CONTAINER_ERROR_REFUSED);
    }
}

static void
test_links_and_secrets (void)
{
  g_autoptr (GBytes) encrypted = hostile ("naskah.xml", "x", 1, TRUE, 0);
  g_autoptr (GBytes) link = hostile ("naskah.xml", "/etc/passwd", 11, FALSE, S_IFLNK | 0777);

  assert_refused (encrypted, NULL, MFT_CONTAINER_ERROR_REFUSED);
  assert_refused (link, NULL, MFT_CONTAINER_ERROR_REFUSED);
}

/* Every place of `from` in the bytes becomes `to` (of the same length). */
static GBytes *
replaced (GBytes *bytes, const char *from, const char *to)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  char *copy = g_memdup2 (data, size);
  gsize length = strlen (from);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (copy + i, from, length) == 0)
      memcpy (copy + i, to, length);
  return g_bytes_new_take (copy, size);
}

static void
test_duplicate (void)
{
  g_autoptr (MftZipWriter) writer = mft_zip_writer_new ();
  g_autoptr (GBytes) one = text_bytes ("1");
  g_autoptr (GBytes) archive = NULL;
  g_autoptr (GBytes) twice = NULL;

  mft_zip_writer_add (writer, "naskah-1", one, TRUE);
  mft_zip_writer_add (writer, "naskah-2", one, TRUE);
  archive = mft_zip_writer_finish (writer, NULL);
  twice = replaced (archive, "naskah-2", "naskah-1");
  assert_refused (twice, NULL, MFT_CONTAINER_ERROR_REFUSED);
}

static void
test_bomb (void)
{
  gsize size = 8 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (size);
  g_autoptr (GBytes) bomb = hostile ("naskah.xml", zeros, size, FALSE, 0);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 16 * 1024);
  assert_refused (bomb, NULL, MFT_CONTAINER_ERROR_LIMIT);
}

static void
test_limits (void)
{
  g_autoptr (GBytes) archive = sample ();
  MftZipLimits entries = mft_zip_limits_default;
  MftZipLimits entry_size = mft_zip_limits_default;
  MftZipLimits total = mft_zip_limits_default;

  entries.entries = 2;
  entry_size.entry_size = 40;
  total.total_size = 70;
  assert_refused (archive, &entries, MFT_CONTAINER_ERROR_LIMIT);
  assert_refused (archive, &entry_size, MFT_CONTAINER_ERROR_LIMIT);
  assert_refused (archive, &total, MFT_CONTAINER_ERROR_LIMIT);
}

/* Opens and unpacks everything; TRUE if nothing failed. */
static gboolean
reads_whole (GBytes *bytes)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);

  for (guint i = 0; zip != NULL && i < mft_zip_size (zip); i++)
    {
      g_autoptr (GBytes) content = mft_zip_read (zip, mft_zip_name (zip, i), NULL);
      if (content == NULL)
        return FALSE;
    }
  return zip != NULL;
}

static void
test_damage (void)
{
  g_autoptr (GBytes) archive = sample ();
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (archive, &size);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_assert_false (reads_whole (part));
    }
  for (gsize at = 0; at < size; at++)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) flipped = NULL;

      copy[at] ^= 0xff;
      flipped = g_bytes_new_take (copy, size);
      reads_whole (flipped); /* must come back */
    }
}

static void
test_content_damage (void)
{
  g_autoptr (GBytes) archive = sample ();
  g_autoptr (GBytes) changed = replaced (archive, "vnd.mufakat", "vnd.tufakam");
  g_autoptr (GError) error = NULL;
  g_autoptr (MftZip) zip = mft_zip_open (changed, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (mft_zip_read (zip, "mimetype", &error));
  g_assert_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/container/zip/round-trip", test_round_trip);
  g_test_add_func ("/container/zip/deterministic", test_deterministic);
  g_test_add_func ("/container/zip/unsafe-names", test_unsafe_names);
  g_test_add_func ("/container/zip/links-and-secrets", test_links_and_secrets);
  g_test_add_func ("/container/zip/duplicate", test_duplicate);
  g_test_add_func ("/container/zip/bomb", test_bomb);
  g_test_add_func ("/container/zip/limits", test_limits);
  g_test_add_func ("/container/zip/damage", test_damage);
  g_test_add_func ("/container/zip/content-damage", test_content_damage);
  return g_test_run ();
}
