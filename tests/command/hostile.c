/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that were made to harm: each is refused with a sentence, and nothing is written. */
#include "drive.h"
#include "support.h"

#include <string.h>
#include <sys/stat.h>
#include <zip.h>

#define AKN "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

static void
assert_refused (const char *name)
{
  mft_drive_fails (3, "hasil.pks", WORDS ("import", name, "-o", "hasil.pks"));
  mft_drive_fails (3, NULL, WORDS ("show", name, "--json"));
  mft_drive_fails (3, NULL, WORDS ("check", name));
  mft_drive_fails (3, "hasil.pdf", WORDS ("export", name, "-o", "hasil.pdf"));
}

static void
test_doctype (void)
{
  mft_drive_write ("luar.xml",
                   "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                   "<akomaNtoso xmlns=\"" AKN "\">&x;</akomaNtoso>",
                   -1);
  mft_drive_write ("dtd.xml",
                   "<!DOCTYPE akomaNtoso SYSTEM \"naskah.dtd\">"
                   "<akomaNtoso xmlns=\"" AKN "\"/>",
                   -1);
  assert_refused ("luar.xml");
  assert_refused ("dtd.xml");
}

/* A billion laughs. */
static void
test_entities (void)
{
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE a [<!ENTITY e0 \"ha\">");

  for (int i = 1; i < 10; i++)
    {
      g_string_append_printf (text, "<!ENTITY e%d \"", i);
      for (int j = 0; j < 10; j++)
        g_string_append_printf (text, "&e%d;", i - 1);
      g_string_append (text, "\">");
    }
  g_string_append (text, "]><akomaNtoso xmlns=\"" AKN "\">&e9;</akomaNtoso>");
  mft_drive_write ("tawa.xml", text->str, -1);
  assert_refused ("tawa.xml");
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new ("<akomaNtoso xmlns=\"" AKN "\">");

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "<p>");
  mft_drive_write ("dalam.xml", text->str, -1);
  assert_refused ("dalam.xml");
}

/* A ZIP with the first entry of a .pks and then another, its name as an attacker writes it. */
static void
make_bundle (const char *file, const char *name, gconstpointer content, gsize size)
{
  g_autofree char *path = mft_drive_path (file);
  int code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);

  g_assert_nonnull (zip);
  static const char mimetype[] = "application/vnd.mufakat.pks+zip";
  zip_int64_t first
      = zip_file_add (zip, "mimetype", zip_source_buffer (zip, mimetype, strlen (mimetype), 0), 0);
  zip_set_file_compression (zip, (zip_uint64_t) first, ZIP_CM_STORE, 0);
  g_assert_cmpint (
      zip_file_add (zip, name, zip_source_buffer (zip, content, size, 0), ZIP_FL_OVERWRITE), >=, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
}

static void
test_bomb (void)
{
  gsize size = 300u * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (size);

  make_bundle ("bom.pks", "naskah.xml", zeros, size);
  assert_refused ("bom.pks");
}

static void
test_names (void)
{
  static const char *const names[]
      = { "../lolos.txt", "aset/../../lolos.txt", "/tmp/mufakat-lolos", "aset\\lolos.txt" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_strdup_printf ("nama-%" G_GSIZE_FORMAT ".pks", i);
      make_bundle (file, names[i], "lolos", 5);
      assert_refused (file);
    }
  g_assert_false (mft_drive_exists ("../lolos.txt"));
  g_assert_false (g_file_test ("/tmp/mufakat-lolos", G_FILE_TEST_EXISTS));
}

/* Entities inside an archive are no better than outside. */
static void
test_doctype_in_bundle (void)
{
  static const char text[] = "<!DOCTYPE a [<!ENTITY x \"y\">]><akomaNtoso xmlns=\"" AKN "\"/>";

  make_bundle ("dtd.pks", "naskah.xml", text, strlen (text));
  assert_refused ("dtd.pks");
}

/* Every sort of file that is no agreement, no PDF and no key. */
static void
test_not_what_it_says (void)
{
  static const char *const files[] = { "kosong", "nol", "acak", "pipa" };
  g_autofree char *pipe = mft_drive_path ("pipa");
  char noise[4096];

  g_random_set_seed (7);
  for (gsize i = 0; i < sizeof noise; i++)
    noise[i] = (char) g_random_int_range (0, 256);
  mft_drive_write ("kosong", "", 0);
  mft_drive_write ("nol", "\0\0\0\0\0\0\0\0", 8);
  mft_drive_write ("acak", noise, sizeof noise);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (JsonNode) verified = mft_drive_json (3, WORDS ("verify", files[i], "--json"));
      assert_refused (files[i]);
      mft_drive_fails (3, "hasil.pdf",
                       WORDS ("sign", files[i], "-o", "hasil.pdf", "--p12", "kesatu.p12",
                              "--passphrase-file", "sandi.txt", "--invisible", "--yes"));
      mft_drive_fails (3, "hasil.pdf",
                       WORDS ("sign", "naskah.pdf", "-o", "hasil.pdf", "--p12", files[i],
                              "--passphrase-file", "sandi.txt", "--invisible", "--yes"));
      mft_drive_fails (3, NULL, WORDS ("verify", "naskah.pdf", "--trust", files[i]));
      mft_drive_fails (
          3, "hasil.pks",
          WORDS ("new", "--template", "pks-bsre", "--values", files[i], "-o", "hasil.pks"));
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/hostile/doctype", test_doctype);
  g_test_add_func ("/hostile/entities", test_entities);
  g_test_add_func ("/hostile/depth", test_depth);
  g_test_add_func ("/hostile/bomb", test_bomb);
  g_test_add_func ("/hostile/names", test_names);
  g_test_add_func ("/hostile/doctype-in-bundle", test_doctype_in_bundle);
  g_test_add_func ("/hostile/not-what-it-says", test_not_what_it_says);
  return g_test_run ();
}
