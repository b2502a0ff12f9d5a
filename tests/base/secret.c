/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <openssl/crypto.h>

#include "base/safe-file.h"
#include "base/secret.h"

static void
test_lives_in_secure_heap (void)
{
  g_autoptr (MftSecret) secret = mft_secret_new ("rahasia", 7);

  g_assert_cmpstr (mft_secret_peek (secret), ==, "rahasia");
  g_assert_cmpuint (mft_secret_size (secret), ==, 7);
  g_assert_true (CRYPTO_secure_allocated (mft_secret_peek (secret)));
  mft_secret_unref (mft_secret_ref (secret));
  g_assert_cmpstr (mft_secret_peek (secret), ==, "rahasia");
}

static void
test_from_file (void)
{
  const struct
  {
    const char *content;
    const char *expected;
  } cases[] = {
    { "sandi\n", "sandi" },
    { "sandi\r\nlain\n", "sandi" },
    { "tanpa akhir", "tanpa akhir" },
    { " berspasi \n", " berspasi " },
    { "\n", NULL },
    { "", NULL },
  };
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "sandi", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      mft_safe_file_save (path, cases[i].content, strlen (cases[i].content), TRUE, NULL);
      g_autoptr (MftSecret) secret = mft_secret_new_from_file (path, &error);
      if (cases[i].expected == NULL)
        g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
      else
        g_assert_cmpstr (mft_secret_peek (secret), ==, cases[i].expected);
    }
}

static void
test_too_long (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "sandi", NULL);
  g_autofree char *line = g_strnfill (1025, 'a');
  g_autoptr (GError) error = NULL;

  mft_safe_file_save (path, line, 1025, TRUE, NULL);
  g_assert_null (mft_secret_new_from_file (path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/base/secret/heap", test_lives_in_secure_heap);
  g_test_add_func ("/base/secret/file", test_from_file);
  g_test_add_func ("/base/secret/too-long", test_too_long);
  return g_test_run ();
}
