/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equal input and date give equal bytes in every time zone and locale (DESIGN.md §4). */
#include "drive.h"
#include "support.h"

typedef struct
{
  const char *zone;
  const char *locale;
  const char *language;
} Place;

static const Place places[] = {
  { "UTC", "C.UTF-8", NULL },
  { "Asia/Jayapura", "id_ID.UTF-8", "id" },
  { "America/Los_Angeles", "C", "en" },
};

static GBytes *
made_at (const Place *place, const char *const *words, const char *output)
{
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();

  g_subprocess_launcher_setenv (launcher, "TZ", place->zone, TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", place->locale, TRUE);
  if (place->language != NULL)
    g_subprocess_launcher_setenv (launcher, "MUFAKAT_LANG", place->language, TRUE);
  g_autoptr (MftDriven) driven = mft_drive_by (launcher, words);
  if (driven->status != 0)
    g_error ("%s", driven->messages);
  return output != NULL ? mft_drive_read (output)
                        : g_bytes_new (driven->output, strlen (driven->output));
}

/* The words make the file `output`, or (NULL) something on standard output. */
static void
assert_same (const char *const *words, const char *output)
{
  g_autoptr (GBytes) first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GBytes) bytes = made_at (&places[i], words, output);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
      if (first == NULL)
        first = g_bytes_ref (bytes);
      if (!g_bytes_equal (first, bytes))
        g_error ("%s differs in %s, %s", words[0], places[i].zone, places[i].locale);
    }
}

static void
test_pdf (void)
{
  mft_drive_make_pages ();
  assert_same (WORDS ("export", "naskah.pks", "-o", "sama.pdf", "--force"), "sama.pdf");
  assert_same (WORDS ("export", "naskah.pks", "-o", "f4.pdf", "--force", "--profile", "f4",
                      "--date", "2026-03-10"),
               "f4.pdf");
  g_autoptr (GBytes) own_date = mft_drive_read ("sama.pdf");
  g_autoptr (GBytes) before = mft_drive_read ("naskah.pdf");
  g_assert_true (g_bytes_equal (own_date, before));
}

static void
test_others (void)
{
  mft_drive_make_pages ();
  assert_same (WORDS ("export", "naskah.pks", "-o", "sama.xml", "--force"), "sama.xml");
  assert_same (WORDS ("export", "naskah.pks", "-o", "sama.txt", "--force"), "sama.txt");
  assert_same (WORDS ("export", "sama.xml", "-o", "sama.pks", "--force"), "sama.pks");
  assert_same (WORDS ("show", "naskah.pks", "--json"), NULL);
  assert_same (WORDS ("show", "naskah.pks", "--text"), NULL);
  assert_same (WORDS ("template", "show", "pks-bsre", "--json"), NULL);
}

/* A report, judged at a named time. */
static void
test_report (void)
{
  mft_drive_make_pages ();
  mft_drive_sign ("naskah.pdf", "ttd.pdf", 1);
  for (gsize i = 1; i < G_N_ELEMENTS (places); i++)
    {
      const Place place = { places[i].zone, places[i].locale, "id" };
      g_autoptr (GBytes) here = made_at (&place,
                                         WORDS ("verify", "ttd.pdf", "--trust", "ca.pem", "--at",
                                                "2027-01-01T00:00:00+07:00", "--json"),
                                         NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (here, NULL), g_bytes_get_size (here));
      g_assert_nonnull (strstr (text, "\"judged_at\": \"2026-12-31T17:00:00+00:00\""));
      g_assert_nonnull (strstr (text, "\"verdict\": \"valid\""));
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/same/pdf", test_pdf);
  g_test_add_func ("/same/others", test_others);
  g_test_add_func ("/same/report", test_report);
  return g_test_run ();
}
