/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/akn.h"
#include "agreement/error.h"
#include "agreement/newer.h"
#include "agreement/shown.h"

/* The agreement for tests as version 2.0 might write it: with an element more. */
static GBytes *
newer_bytes (MftAgreement *agreement)
{
  g_autoptr (GBytes) bytes = mft_akn_write (agreement);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, "versi=\"1.0\"", "versi=\"2.0\"", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "</mainBody>",
                                      "<m:simpulan>Simpulan yang baru</m:simpulan></mainBody>", 1),
                    ==, 1);
  return g_bytes_new (changed->str, changed->len);
}

static void
test_readable (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GBytes) bytes = newer_bytes (agreement);
  g_autoptr (GError) error = NULL;
  MftBlock *root = mft_agreement_get_root (agreement);

  g_assert_null (mft_akn_read (bytes, NULL, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION);
  g_clear_error (&error);
  g_autofree char *text = mft_newer_dup_text (bytes, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Pasal 1"));
  g_assert_nonnull (strstr (text, "Simpulan yang baru"));
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *words = mft_shown_text (agreement, at);
      if (words[0] != '\0' && mft_block_get_kind (at) == MFT_BLOCK_AYAT)
        g_assert_nonnull (strstr (text, words));
    }
}

static void
test_refused (void)
{
  static const char *const broken[] = { "", "PK\3\4 x", "<a/>", "<!DOCTYPE a><a/>", "PK" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i], strlen (broken[i]));
      g_autoptr (GError) error = NULL;
      g_assert_null (mft_newer_dup_text (bytes, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/newer/readable", test_readable);
  g_test_add_func ("/agreement/newer/refused", test_refused);
  return g_test_run ();
}
