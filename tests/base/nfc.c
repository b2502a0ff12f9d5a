/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/nfc.h"

#include "support.h"

static void
assert_like_glib (const char *text)
{
  g_autofree char *ours = mft_nfc (text);
  g_autofree char *theirs = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  g_assert_cmpstr (ours, ==, theirs);
}

/* Every character alone, and before and after a letter and a mark that combines. */
static void
test_every_character (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char shown[7] = { 0 };
      g_unichar_to_utf8 (c, shown);
      if (!g_unichar_validate (c))
        continue;
      g_autofree char *between = g_strdup_printf ("a%s\xcc\x81", shown);
      g_autofree char *before = g_strdup_printf ("%sa%s", shown, shown);
      assert_like_glib (shown);
      assert_like_glib (between);
      assert_like_glib (before);
    }
}

static void
test_words (void)
{
  g_autofree char *composed = mft_nfc ("cafe\xcc\x81 \xe2\x80\x9cPIHAK KESATU\xe2\x80\x9d");

  g_assert_cmpstr (composed, ==, "caf\xc3\xa9 \xe2\x80\x9cPIHAK KESATU\xe2\x80\x9d");
  assert_like_glib ("");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/base/nfc/every-character", test_every_character);
  g_test_add_func ("/base/nfc/words", test_words);
  return g_test_run ();
}
