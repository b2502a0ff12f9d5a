/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mufakat library: the collection of agreements from the command line. */
#include "drive.h"
#include "support.h"

#include <glib/gstdio.h>

#include "store/library.h"

/* Every test begins with an empty library. */
static void
set_up (gpointer *fixture, gconstpointer data)
{
  g_autofree char *folder = mft_drive_data_folder ();
  g_autofree char *path = g_build_filename (folder, "pustaka.db", NULL);

  (void) fixture;
  (void) data;
  g_unlink (path);
}

static void
make_agreement (const char *name, const char *party)
{
  g_autofree char *set = g_strconcat ("p1.nama=", party, NULL);
  g_autofree char *path = mft_drive_path (name);

  g_unlink (path);
  g_free (mft_drive_done (
      WORDS ("new", "--template", "pks-umum", "--incomplete", "--set", set, "-o", name)));
}

/* The id of one that is taken in now. Owned by the caller. */
static char *
add (const char *name, const char *party)
{
  make_agreement (name, party);
  g_autoptr (JsonNode) added = mft_drive_json (0, WORDS ("library", "add", name, "--json"));
  JsonArray *list = json_object_get_array_member (json_node_get_object (added), "added");
  JsonObject *first = json_array_get_object_element (list, 0);

  g_assert_cmpstr (json_object_get_string_member (first, "file"), ==, name);
  return g_strdup (json_object_get_string_member (first, "id"));
}

static JsonNode *
assert_count (guint count, const char *const *words)
{
  JsonNode *answer = mft_drive_json (0, words);
  JsonArray *list = json_object_get_array_member (json_node_get_object (answer), "agreements");

  g_assert_cmpuint (json_array_get_length (list), ==, count);
  for (guint i = 0; i < count; i++)
    mft_drive_assert_keys (json_array_get_object_element (list, i),
                           "id title number parties status changed");
  return answer;
}

static void
test_find (gpointer *fixture, gconstpointer data)
{
  (void) fixture;
  (void) data;
  json_node_unref (assert_count (0, WORDS ("library", "list", "--json")));
  g_autofree char *first = add ("satu.pks", "Balai Rempah");
  g_autofree char *second = add ("dua.pks", "Dinas Perikanan");

  json_node_unref (assert_count (2, WORDS ("library", "list", "--json")));
  json_node_unref (assert_count (1, WORDS ("library", "search", "remp", "--json")));
  json_node_unref (assert_count (0, WORDS ("library", "search", "remp", "ikan", "--json")));
  g_autofree char *plain = mft_drive_done (WORDS ("library", "search", "perikanan"));
  g_assert_nonnull (strstr (plain, second));
  g_assert_nonnull (strstr (plain, "Konsep"));
  g_assert_null (strstr (plain, first));

  g_free (mft_drive_done (WORDS ("library", "remove", first)));
  json_node_unref (assert_count (1, WORDS ("library", "list", "--json")));
  mft_drive_fails (3, NULL, WORDS ("library", "remove", first));
}

static void
test_status_and_versions (gpointer *fixture, gconstpointer data)
{
  g_autofree char *id = add ("naskah.pks", "Balai Rempah");

  (void) fixture;
  (void) data;

  g_free (mft_drive_done (WORDS ("library", "keep", id, "Draf ke-1")));
  g_free (mft_drive_done (WORDS ("library", "status", id, "discussion")));
  json_node_unref (assert_count (1, WORDS ("library", "list", "--status", "discussion", "--json")));
  json_node_unref (assert_count (0, WORDS ("library", "list", "--status", "draft", "--json")));
  /* Required fields are empty, and no step is left out. */
  mft_drive_fails (4, NULL, WORDS ("library", "status", id, "final"));
  mft_drive_fails (4, NULL, WORDS ("library", "status", id, "in-force"));
  mft_drive_fails (2, NULL, WORDS ("library", "status", id, "selesai"));
  mft_drive_fails (3, NULL, WORDS ("library", "status", "tiada", "final"));

  g_autoptr (JsonNode) shown = mft_drive_json (0, WORDS ("library", "show", id, "--json"));
  JsonArray *versions = json_object_get_array_member (json_node_get_object (shown), "versions");
  g_assert_cmpuint (json_array_get_length (versions), ==, 1);
  JsonObject *version = json_array_get_object_element (versions, 0);
  mft_drive_assert_keys (version, "number kind name created changes");
  g_assert_cmpstr (json_object_get_string_member (version, "name"), ==, "Draf ke-1");
  g_autofree char *number
      = g_strdup_printf ("%d", (int) json_object_get_int_member (version, "number"));
  g_free (
      mft_drive_done (WORDS ("library", "export", id, "--version", number, "-o", "versi-1.txt")));
  g_assert_true (mft_drive_exists ("versi-1.txt"));
  /* What was written since then is kept too. */
  g_free (mft_drive_done (WORDS ("library", "revert", id, number)));
  g_autoptr (JsonNode) again = mft_drive_json (0, WORDS ("library", "show", id, "--json"));
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (again), "versions")),
                    ==, 2);
  mft_drive_fails (3, NULL, WORDS ("library", "revert", id, "99"));
  mft_drive_fails (2, NULL, WORDS ("library", "revert", id, "satu"));
  mft_drive_fails (3, "x.txt", WORDS ("library", "export", id, "--version", "99", "-o", "x.txt"));
  mft_drive_fails (2, "x.txt", WORDS ("library", "export", id, "--version", "a", "-o", "x.txt"));
}

static void
test_export (gpointer *fixture, gconstpointer data)
{
  g_autofree char *id = add ("naskah.pks", "Balai Rempah");

  (void) fixture;
  (void) data;

  g_free (mft_drive_done (WORDS ("library", "export", id, "-o", "salinan.pks")));
  g_free (mft_drive_done (WORDS ("show", "salinan.pks")));
  mft_drive_fails (4, NULL, WORDS ("library", "export", id, "-o", "salinan.pks"));
  mft_drive_fails (2, "x.tidak", WORDS ("library", "export", id, "-o", "x.tidak"));
  mft_drive_fails (3, "x.pks", WORDS ("library", "export", "tiada", "-o", "x.pks"));
  mft_drive_fails (2, NULL, WORDS ("library", "export", id));
}

static void
test_backup (gpointer *fixture, gconstpointer data)
{
  g_autofree char *id = add ("naskah.pks", "Balai Rempah");

  (void) fixture;
  (void) data;

  g_free (mft_drive_done (WORDS ("library", "backup", "-o", "cadangan-1.db")));
  mft_drive_fails (4, NULL, WORDS ("library", "backup", "-o", "cadangan-1.db"));
  g_free (add ("lain.pks", "Dinas Perikanan"));
  mft_drive_fails (4, NULL, WORDS ("library", "restore", "cadangan-1.db"));
  mft_drive_fails (3, NULL, WORDS ("library", "restore", "naskah.pks", "--force"));
  mft_drive_fails (3, NULL, WORDS ("library", "restore", "tiada.db"));
  g_free (mft_drive_done (WORDS ("library", "restore", "cadangan-1.db", "--force")));
  json_node_unref (assert_count (1, WORDS ("library", "list", "--json")));
  json_node_unref (assert_count (1, WORDS ("library", "search", "rempah", "--json")));
}

/* Beside an open window one may look, and not write. */
static void
test_beside_a_window (gpointer *fixture, gconstpointer data)
{
  g_autofree char *id = add ("naskah.pks", "Balai Rempah");

  (void) fixture;
  (void) data;
  g_autofree char *folder = mft_drive_data_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MftLibrary) window = mft_library_open (folder, &error);

  g_assert_no_error (error);
  json_node_unref (assert_count (1, WORDS ("library", "list", "--json")));
  g_free (mft_drive_done (WORDS ("library", "show", id)));
  mft_drive_fails (4, NULL, WORDS ("library", "keep", id, "x"));
  mft_drive_fails (4, NULL, WORDS ("library", "add", "naskah.pks"));
}

static void
test_misuse (gpointer *fixture, gconstpointer data)
{
  (void) fixture;
  (void) data;
  mft_drive_fails (2, NULL, WORDS ("library"));
  mft_drive_fails (2, NULL, WORDS ("library", "hapus"));
  mft_drive_fails (2, NULL, WORDS ("library", "list", "lagi"));
  mft_drive_fails (2, NULL, WORDS ("library", "show"));
  mft_drive_fails (2, NULL, WORDS ("library", "backup"));
  mft_drive_fails (3, NULL, WORDS ("library", "add", "tiada.pks"));
  mft_drive_fails (2, NULL, WORDS ("library", "list", "--status", "konsep"));
}

static char *
read_words (const char *name)
{
  g_autoptr (GBytes) bytes = mft_drive_read (name);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What is handed in: the register, and how certificates were used. */
static void
test_reports (gpointer *fixture, gconstpointer data)
{
  (void) fixture;
  (void) data;
  g_autofree char *id = add ("laut.pks", "Dinas Arus Laut");
  g_free (mft_drive_done (WORDS ("report", "register", "-o", "register.csv", "--force")));
  g_autofree char *table = read_words ("register.csv");
  g_assert_nonnull (strstr (table, "DINAS ARUS LAUT"));
  g_assert_nonnull (strstr (table, "Konsep"));
  g_free (mft_drive_done (
      WORDS ("report", "register", "--status", "in-force", "-o", "register.csv", "--force")));
  g_autofree char *none = read_words ("register.csv");
  g_assert_null (strstr (none, "DINAS ARUS LAUT"));
  g_free (mft_drive_done (WORDS ("report", "register", "-o", "register.pdf", "--force")));
  g_autofree char *pdf = read_words ("register.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));

  mft_drive_fails (4, NULL, WORDS ("report", "register", "-o", "register.pdf"));
  mft_drive_fails (2, "x.zip", WORDS ("report", "register", "-o", "x.zip"));
  mft_drive_fails (2, "x.csv", WORDS ("report", "tiada", "-o", "x.csv"));
  mft_drive_fails (2, "x.csv", WORDS ("report", "usage", "--from", "kemarin", "-o", "x.csv"));
  mft_drive_fails (2, "x.csv", WORDS ("report", "usage", "--status", "draft", "-o", "x.csv"));
}

/* One act that succeeded and one that did not, in the month that is now. */
static void
test_usage (gpointer *fixture, gconstpointer data)
{
  (void) fixture;
  g_autofree char *before = mft_drive_path ("naskah.pks");

  (void) data;
  g_unlink (before);
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  mft_drive_write ("salah.txt", "salah\n", -1);
  g_free (mft_drive_done (WORDS ("sign", "naskah.pdf", "-o", "sah.pdf", "--p12", "kesatu.p12",
                                 "--passphrase-file", "sandi.txt", "--field", "PIHAK_KESATU",
                                 "--yes")));
  mft_drive_fails (4, "gagal.pdf",
                   WORDS ("sign", "naskah.pdf", "-o", "gagal.pdf", "--p12", "kesatu.p12",
                          "--passphrase-file", "salah.txt", "--field", "PIHAK_KESATU", "--yes"));
  g_free (mft_drive_done (WORDS ("report", "usage", "-o", "pakai.csv")));
  g_autofree char *table = read_words ("pakai.csv");
  g_assert_nonnull (strstr (table, "\"Dokumen ditandatangani\";\"1\";\"1\""));
  g_assert_null (strstr (table, "naskah.pdf"));
  g_free (mft_drive_done (
      WORDS ("report", "usage", "--until", "2001-01-31", "-o", "pakai.csv", "--force")));
  g_autofree char *none = read_words ("pakai.csv");
  g_assert_null (strstr (none, "Dokumen ditandatangani"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add ("/command/library/find", gpointer, NULL, set_up, test_find, NULL);
  g_test_add ("/command/library/status-and-versions", gpointer, NULL, set_up,
              test_status_and_versions, NULL);
  g_test_add ("/command/library/export", gpointer, NULL, set_up, test_export, NULL);
  g_test_add ("/command/library/backup", gpointer, NULL, set_up, test_backup, NULL);
  g_test_add ("/command/library/beside-a-window", gpointer, NULL, set_up, test_beside_a_window,
              NULL);
  g_test_add ("/command/library/reports", gpointer, NULL, set_up, test_reports, NULL);
  g_test_add ("/command/library/usage", gpointer, NULL, set_up, test_usage, NULL);
  g_test_add ("/command/library/misuse", gpointer, NULL, set_up, test_misuse, NULL);
  return g_test_run ();
}
