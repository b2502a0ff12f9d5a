/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "base/cursor.h"
#include "base/digest.h"
#include "base/random.h"

static void
test_cursor_reads (void)
{
  const guint8 bytes[] = { 1, 2, 3, 4, 5, 6, 'a', 'b' };
  MftCursor cursor = mft_cursor (bytes, sizeof bytes);

  g_assert_cmpuint (mft_cursor_u8 (&cursor), ==, 1);
  g_assert_cmpmem (mft_cursor_take (&cursor, 5), 5, bytes + 1, 5);
  g_assert_true (mft_cursor_accept (&cursor, "a"));
  g_assert_false (mft_cursor_accept (&cursor, "bc"));
  g_assert_false (cursor.failed);
  g_assert_cmpint (mft_cursor_peek (&cursor), ==, 'b');
  g_assert_cmpint (mft_cursor_peek_at (&cursor, 1), ==, -1);
}

static void
test_cursor_never_passes_the_end (void)
{
  MftCursor cursor = mft_cursor ("ab", 2);

  g_assert_null (mft_cursor_take (&cursor, 3));
  g_assert_true (cursor.failed);
  g_assert_cmpuint (mft_cursor_left (&cursor), ==, 0);
  g_assert_cmpuint (mft_cursor_u8 (&cursor), ==, 0);
  g_assert_null (mft_cursor_take (&cursor, G_MAXSIZE));
}

static void
test_cursor_decimal (void)
{
  const struct
  {
    const char *text;
    guint64 value;
    gboolean failed;
  } cases[] = {
    { "0", 0, FALSE },
    { "0042x", 42, FALSE },
    { "18446744073709551615", G_MAXUINT64, FALSE },
    { "18446744073709551616", 0, TRUE },
    { "123456789012345678901", 0, TRUE },
    { "", 0, TRUE },
    { "-1", 0, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MftCursor cursor = mft_cursor (cases[i].text, strlen (cases[i].text));
      g_assert_cmpuint (mft_cursor_decimal (&cursor, 20), ==, cases[i].value);
      g_assert_cmpint (cursor.failed, ==, cases[i].failed);
    }
}

static void
test_buffer_limit (void)
{
  g_auto (MftBuffer) buffer = { 0 };

  mft_buffer_init (&buffer, 4);
  g_assert_true (mft_buffer_append_text (&buffer, "abc"));
  g_assert_false (mft_buffer_append_printf (&buffer, "%d", 12));
  g_assert_false (mft_buffer_append_text (&buffer, "d"));
  g_assert_true (buffer.full);
  g_assert_cmpmem (mft_buffer_data (&buffer), mft_buffer_size (&buffer), "abc", 3);
}

static void
test_digest (void)
{
  g_autofree char *hex = mft_sha256_hex ("abc", 3);

  g_assert_cmpstr (hex, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_autofree char *long_text = g_strnfill (200000, 'a');
  g_autofree char *long_hex = mft_sha256_hex (long_text, 200000);

  g_assert_cmpstr (long_hex, ==,
                   "2287d207f24a941ff3b56c04c8a25ad56b63e3023207b3bb5b4ac0c9869d74be");
  g_assert_true (mft_bytes_equal ("ab", 2, "ab", 2));
  g_assert_false (mft_bytes_equal ("ab", 2, "abc", 3));
}

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      char *id = mft_random_id ();
      g_assert_cmpuint (strlen (id), ==, 10);
      g_assert_true (g_ascii_islower (id[0]));
      g_assert_cmpuint (strspn (id, "abcdefghijklmnopqrstuvwxyz234567"), ==, 10);
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_clock (void)
{
  mft_clock_freeze (1700000000123456);
  g_autoptr (GDateTime) now = mft_clock_now_utc ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%d %H:%M:%S");

  g_assert_cmpstr (text, ==, "2023-11-14 22:13:20");
  g_assert_cmpint (g_date_time_get_microsecond (now), ==, 123456);
  mft_clock_freeze (-1);
  g_assert_cmpint (mft_clock_now (), >, 1700000000123456);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/base/cursor/reads", test_cursor_reads);
  g_test_add_func ("/base/cursor/end", test_cursor_never_passes_the_end);
  g_test_add_func ("/base/cursor/decimal", test_cursor_decimal);
  g_test_add_func ("/base/buffer/limit", test_buffer_limit);
  g_test_add_func ("/base/digest", test_digest);
  g_test_add_func ("/base/ids", test_ids);
  g_test_add_func ("/base/clock", test_clock);
  return g_test_run ();
}
