/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many files, folders, reports and evidence from files. */
#include "drive.h"
#include "support.h"

#include <glib/gstdio.h>

static void
make_folder (void)
{
  static gboolean made;
  g_autofree char *folder = mft_drive_path ("berkas");
  g_autofree char *deep = g_build_filename (folder, "dalam", NULL);

  if (made)
    return;
  made = TRUE;
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  mft_drive_sign ("naskah.pdf", "satu.pdf", 1);
  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_autoptr (GBytes) bytes = mft_drive_read ("satu.pdf");
  mft_drive_write ("berkas/a.pdf", g_bytes_get_data (bytes, NULL),
                   (gssize) g_bytes_get_size (bytes));
  mft_drive_write ("berkas/dalam/B.PDF", g_bytes_get_data (bytes, NULL),
                   (gssize) g_bytes_get_size (bytes));
  mft_drive_write ("berkas/catatan.txt", "bukan PDF", -1);
}

static void
test_folder (void)
{
  make_folder ();
  g_autoptr (JsonNode) root
      = mft_drive_json (0, WORDS ("verify", "berkas", "--trust", "ca.pem", "--json"));
  JsonArray *files = json_object_get_array_member (json_node_get_object (root), "files");

  g_assert_cmpuint (json_array_get_length (files), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (files, 0), "file"),
                   ==, "berkas/a.pdf");
  g_autofree char *empty = mft_drive_path ("kosong");
  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  mft_drive_fails (2, NULL, WORDS ("verify", "kosong"));
}

static void
test_report (void)
{
  make_folder ();
  g_free (mft_drive_done (WORDS ("verify", "berkas", "--trust", "ca.pem", "-o", "laporan.pdf")));
  g_autoptr (GBytes) pdf = mft_drive_read ("laporan.pdf");
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_free (mft_drive_done (WORDS ("verify", "satu.pdf", "--trust", "ca.pem", "-o", "tabel.csv")));
  g_assert_true (mft_drive_exists ("tabel.csv"));

  mft_drive_fails (2, "laporan.txt", WORDS ("verify", "satu.pdf", "-o", "laporan.txt"));
  mft_drive_fails (2, NULL, WORDS ("verify", "satu.pdf", "-o", "satu.pdf"));
  mft_drive_fails (4, NULL, WORDS ("verify", "satu.pdf", "-o", "laporan.pdf"));
  g_free (mft_drive_done (
      WORDS ("verify", "satu.pdf", "--trust", "ca.pem", "--force", "-o", "laporan.pdf")));
}

static void
test_evidence (void)
{
  make_folder ();
  mft_drive_write ("bukan.crl", "bukan", -1);
  mft_drive_fails (3, NULL, WORDS ("verify", "satu.pdf", "--crl", "bukan.crl"));
  mft_drive_fails (3, NULL, WORDS ("verify", "satu.pdf", "--ocsp", "bukan.crl"));
  mft_drive_fails (3, NULL, WORDS ("verify", "satu.pdf", "--certs", "bukan.crl"));
  mft_drive_fails (3, NULL, WORDS ("verify", "satu.pdf", "--password-file", "tidak-ada"));
}

/* What the first party signed comes back byte by byte. */
static void
test_signed_revision (void)
{
  make_folder ();
  mft_drive_sign ("satu.pdf", "dua.pdf", 2);
  g_free (
      mft_drive_done (WORDS ("verify", "dua.pdf", "--signed", "PIHAK_KESATU", "-o", "lama.pdf")));
  g_autoptr (GBytes) first = mft_drive_read ("satu.pdf");
  g_autoptr (GBytes) saved = mft_drive_read ("lama.pdf");
  g_assert_true (g_bytes_equal (first, saved));
  mft_drive_fails (2, "x.pdf", WORDS ("verify", "dua.pdf", "--signed", "LAIN", "-o", "x.pdf"));
  mft_drive_fails (2, NULL, WORDS ("verify", "dua.pdf", "--signed", "PIHAK_KESATU"));
}

/* The agreement inside is what the pages say. */
static void
test_source (void)
{
  make_folder ();
  g_autoptr (JsonNode) root
      = mft_drive_json (0, WORDS ("verify", "satu.pdf", "--trust", "ca.pem", "--json"));
  JsonObject *file = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (root), "files"), 0);

  g_assert_cmpstr (json_object_get_string_member (file, "source"), ==, "embedded");
  g_assert_true (json_object_get_boolean_member (file, "source_matches"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/command/verifying/folder", test_folder);
  g_test_add_func ("/command/verifying/report", test_report);
  g_test_add_func ("/command/verifying/evidence", test_evidence);
  g_test_add_func ("/command/verifying/signed-revision", test_signed_revision);
  g_test_add_func ("/command/verifying/source", test_source);
  return g_test_run ();
}
