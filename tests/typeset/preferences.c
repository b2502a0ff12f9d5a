/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/page-preferences.h"

#include "base/data-folder.h"
#include "base/preferences.h"
#include "draw/error.h"

#include "sample.h"

static void
set (const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_preferences_set (MFT_PREFERENCES_PAGES, key, value, &error));
  g_assert_no_error (error);
}

static void
assert_value (const char *key, const char *wanted)
{
  g_autofree char *value = mft_preferences_get (MFT_PREFERENCES_PAGES, key);

  g_assert_cmpstr (value, ==, wanted);
}

static void
in_new_folder (void)
{
  g_autofree char *folder = mft_test_folder ();

  mft_data_folder_set (folder);
}

static void
test_kept (void)
{
  in_new_folder ();
  assert_value (MFT_PREFERENCE_BALAI, NULL);
  set (MFT_PREFERENCE_BALAI, "Balai Uji; [a]=b \\ “é”");
  set (MFT_PREFERENCE_PSRE, "Lembaga Uji");
  assert_value (MFT_PREFERENCE_BALAI, "Balai Uji; [a]=b \\ “é”");
  set (MFT_PREFERENCE_BALAI, "");
  assert_value (MFT_PREFERENCE_BALAI, NULL);
  assert_value (MFT_PREFERENCE_PSRE, "Lembaga Uji");
}

/* A file that is no list of choices stands for none and is not written over. */
static void
test_broken_file (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "pengaturan.ini", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  mft_data_folder_set (folder);
  g_assert_true (g_file_set_contents (path, "\xff\xfe kacau [", -1, NULL));
  assert_value (MFT_PREFERENCE_NOTICE, NULL);
  g_assert_false (mft_preferences_set (MFT_PREFERENCES_PAGES, "notis", "N2", &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_true (g_str_has_prefix (kept, "\xff\xfe kacau"));
}

static void
test_notice_names_the_issuer (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  g_auto (MftPagePreferences) usual = { 0 };
  g_auto (MftPagePreferences) chosen = { 0 };
  g_auto (MftPagePreferences) own = { 0 };
  g_auto (MftPagePreferences) none = { 0 };
  g_autoptr (GError) error = NULL;

  in_new_folder ();
  g_assert_true (mft_page_preferences_load (&usual, agreement, &error));
  g_assert_nonnull (strstr (usual.notice, "Balai Besar Sertifikasi Elektronik (BSrE)"));
  g_assert_null (usual.qr);
  set (MFT_PREFERENCE_NOTICE, "N4");
  set (MFT_PREFERENCE_BALAI, "Balai Uji");
  set (MFT_PREFERENCE_ADDRESS, "https://periksa.example");
  set (MFT_PREFERENCE_QR, "ya");
  set (MFT_PREFERENCE_INITIALS, "3");
  g_assert_true (mft_page_preferences_load (&chosen, agreement, &error));
  g_assert_nonnull (strstr (chosen.notice, "Balai Uji"));
  g_assert_nonnull (strstr (chosen.notice, "https://periksa.example"));
  g_assert_cmpstr (chosen.qr, ==, "https://periksa.example");
  g_assert_cmpuint (chosen.initials, ==, 3);
  sample_set (agreement, "balai", MFT_FIELD_TEXT, "Balai dari Naskah");
  set (MFT_PREFERENCE_NOTICE, "Diterbitkan {balai}.");
  set (MFT_PREFERENCE_INITIALS, "99");
  g_assert_true (mft_page_preferences_load (&own, agreement, &error));
  g_assert_cmpstr (own.notice, ==, "Diterbitkan Balai dari Naskah (BSrE).");
  g_assert_cmpuint (own.initials, ==, 0);
  set (MFT_PREFERENCE_NOTICE, "tanpa");
  g_assert_true (mft_page_preferences_load (&none, agreement, &error));
  g_assert_cmpstr (none.notice, ==, "");
}

/* No page goes out with another mark than the office chose. */
static void
test_mark_that_is_gone (void)
{
  g_autoptr (MftAgreement) agreement = sample_agreement (2, 1);
  const MftTypesetOptions options = { 0 };
  g_autoptr (GError) error = NULL;

  in_new_folder ();
  set (MFT_PREFERENCE_LOGO, "/tidak/ada/logo.svg");
  g_assert_null (mft_typeset_as_preferred (agreement, &options, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  set (MFT_PREFERENCE_LOGO, NULL);
  g_clear_error (&error);
  g_autoptr (MftPages) pages = mft_typeset_as_preferred (agreement, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pages);
}

/* What a slip of the hand would print on every page of an office is refused. */
static void
test_values (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *mark = g_build_filename (folder, "tanda.svg", NULL);
  g_autofree char *long_words = g_strnfill (MFT_PREFERENCE_LONGEST + 1, 'a');
  const struct
  {
    const char *key, *value;
    gboolean fits;
  } cases[] = {
    { MFT_PREFERENCE_NOTICE, "N6", TRUE },
    { MFT_PREFERENCE_NOTICE, "tanpa", TRUE },
    { MFT_PREFERENCE_NOTICE, "Diterbitkan oleh {balai}\ndi bawah {psre}.", TRUE },
    { MFT_PREFERENCE_NOTICE, "N7", FALSE },
    { MFT_PREFERENCE_NOTICE, "n1", FALSE },
    { MFT_PREFERENCE_BALAI, "Balai Besar Sertifikasi Elektronik", TRUE },
    { MFT_PREFERENCE_BALAI, "a\tb", FALSE },
    { MFT_PREFERENCE_BALAI, "\xff\xfe", FALSE },
    { MFT_PREFERENCE_PSRE, long_words, FALSE },
    { MFT_PREFERENCE_QR, "ya", TRUE },
    { MFT_PREFERENCE_QR, "yes", FALSE },
    { MFT_PREFERENCE_INITIALS, "9", TRUE },
    { MFT_PREFERENCE_INITIALS, "10", FALSE },
    { MFT_PREFERENCE_INITIALS, "-1", FALSE },
    { MFT_PREFERENCE_LOGO, mark, TRUE },
    { MFT_PREFERENCE_LOGO, folder, FALSE },
    { MFT_PREFERENCE_LOGO, "/tidak/ada.png", FALSE },
  };

  g_assert_true (g_file_set_contents (
      mark, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_cmpint (mft_page_preference_check (cases[i].key, cases[i].value, &error), ==,
                       cases[i].fits);
      g_assert_cmpint (error == NULL, ==, cases[i].fits);
      g_assert_true (mft_page_preference_check (cases[i].key, "", NULL));
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/typeset/preferences/kept", test_kept);
  g_test_add_func ("/typeset/preferences/broken-file", test_broken_file);
  g_test_add_func ("/typeset/preferences/values", test_values);
  g_test_add_func ("/typeset/preferences/notice", test_notice_names_the_issuer);
  g_test_add_func ("/typeset/preferences/mark", test_mark_that_is_gone);
  return g_test_run ();
}
