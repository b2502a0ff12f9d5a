/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own certificates, trusted authorities, and signing with what lies there, many at a time. */
#include "drive.h"
#include "support.h"

#include <glib/gstdio.h>

static JsonObject *
member (JsonNode *root, const char *list, guint index)
{
  JsonArray *array = json_object_get_array_member (json_node_get_object (root), list);

  g_assert_cmpuint (json_array_get_length (array), >, index);
  return json_array_get_object_element (array, index);
}

static guint
count (const char *list)
{
  g_autoptr (JsonNode) root = mft_drive_json (0, WORDS ("certificate", "list", "--json"));

  return json_array_get_length (json_object_get_array_member (json_node_get_object (root), list));
}

static char *
import_key (const char *name)
{
  g_autoptr (JsonNode) root = mft_drive_json (
      0, WORDS ("certificate", "import", name, "--passphrase-file", "sandi.txt", "--json"));

  mft_drive_assert_keys (json_node_get_object (root),
                         "sha256 name organization issuer serial key not_before not_after status "
                         "practice");
  return g_strdup (json_object_get_string_member (json_node_get_object (root), "sha256"));
}

static void
test_keeps (void)
{
  mft_drive_make_keys ();
  g_assert_cmpuint (count ("identities"), ==, 0);
  g_assert_cmpuint (count ("pinned"), ==, 3);
  mft_drive_fails (
      4, NULL,
      WORDS ("certificate", "import", "kesatu.p12", "--passphrase-file", "sandi-salah.txt"));
  mft_drive_fails (3, NULL,
                   WORDS ("certificate", "import", "ca.pem", "--passphrase-file", "sandi.txt"));
  g_autofree char *id = import_key ("kesatu.p12");
  g_free (import_key ("kesatu.p12"));
  g_assert_cmpuint (count ("identities"), ==, 1);
  g_autofree char *words = mft_drive_done (WORDS ("certificate", "list"));
  g_assert_nonnull (strstr (words, id));

  mft_drive_fails (2, "x.txt", WORDS ("certificate", "export", id, "-o", "x.txt"));
  mft_drive_fails (2, "x.cer", WORDS ("certificate", "export", "abc", "-o", "x.cer"));
  g_free (mft_drive_done (WORDS ("certificate", "export", id, "-o", "x.p12")));
  mft_drive_fails (4, NULL, WORDS ("certificate", "export", id, "-o", "x.p12"));
  g_autoptr (GBytes) key = mft_drive_read ("kesatu.p12");
  g_autoptr (GBytes) copy = mft_drive_read ("x.p12");
  g_assert_true (g_bytes_equal (key, copy));

  /* Nobody confirms, and nothing is deleted. */
  mft_drive_fails (2, NULL, WORDS ("certificate", "remove", id));
  g_assert_cmpuint (count ("identities"), ==, 1);
  g_free (mft_drive_done (WORDS ("certificate", "remove", id, "--yes")));
  g_assert_cmpuint (count ("identities"), ==, 0);
  mft_drive_fails (2, NULL, WORDS ("certificate", "remove", id, "--yes"));
}

static void
test_trusts (void)
{
  mft_drive_make_keys ();
  mft_drive_fails (2, NULL, WORDS ("certificate", "trust", "ca.pem"));
  mft_drive_fails (3, NULL, WORDS ("certificate", "trust", "kesatu.p12", "--yes"));
  g_assert_cmpuint (count ("trusted"), ==, 0);
  g_free (mft_drive_done (WORDS ("certificate", "trust", "ca.pem", "--yes")));
  g_autoptr (JsonNode) root = mft_drive_json (0, WORDS ("certificate", "list", "--json"));
  JsonObject *trusted = member (root, "trusted", 0);
  g_assert_true (json_object_get_boolean_member (trusted, "practice"));

  /* What it certifies counts as trusted without being named again. */
  mft_drive_make_pages ();
  mft_drive_sign ("naskah.pdf", "tepercaya.pdf", 1);
  g_free (mft_drive_done (WORDS ("verify", "tepercaya.pdf")));
  g_free (mft_drive_done (WORDS ("certificate", "trust", "--remove",
                                 json_object_get_string_member (trusted, "sha256"))));
  g_assert_cmpuint (count ("trusted"), ==, 0);
  mft_drive_fails (2, NULL, WORDS ("certificate", "trust", "--remove", "siapa"));
}

static JsonNode *
sign_all (int status, const char *identity)
{
  return mft_drive_json (status, WORDS ("sign", "satu.pdf", "dua.pdf", "rusak.pdf", "-o", "hasil",
                                        "--identity", identity, "--passphrase-file", "sandi.txt",
                                        "--field", "PIHAK_KESATU", "--yes", "--json"));
}

static void
assert_state (JsonNode *root, guint index, const char *state)
{
  g_assert_cmpstr (json_object_get_string_member (member (root, "files", index), "state"), ==,
                   state);
}

/* One affirmation, one passphrase; what fails does not stop the rest, what is done is not done again. */
static void
test_many (void)
{
  g_autofree char *folder = mft_drive_path ("hasil");
  g_autofree char *second = g_build_filename (folder, "dua.pdf", NULL);

  mft_drive_make_keys ();
  mft_drive_make_pages ();
  g_autoptr (GBytes) pages = mft_drive_read ("naskah.pdf");
  mft_drive_write ("satu.pdf", g_bytes_get_data (pages, NULL), (gssize) g_bytes_get_size (pages));
  mft_drive_write ("dua.pdf", g_bytes_get_data (pages, NULL), (gssize) g_bytes_get_size (pages));
  mft_drive_write ("rusak.pdf", "%PDF-1.4 rusak", -1);
  g_autofree char *id = import_key ("kesatu.p12");
  mft_drive_fails (2, "hasil",
                   WORDS ("sign", "satu.pdf", "dua.pdf", "-o", "hasil", "--identity", id,
                          "--passphrase-file", "sandi.txt", "--yes"));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  g_autoptr (JsonNode) first = sign_all (3, id);
  assert_state (first, 0, "signed");
  assert_state (first, 1, "signed");
  assert_state (first, 2, "failed");
  g_assert_nonnull (json_object_get_string_member (member (first, "files", 2), "error"));
  g_free (
      mft_drive_done (WORDS ("verify", "hasil/satu.pdf", "hasil/dua.pdf", "--trust", "ca.pem")));

  g_assert_cmpint (g_unlink (second), ==, 0);
  g_autoptr (JsonNode) again = sign_all (3, id);
  assert_state (again, 0, "signed_before");
  assert_state (again, 1, "signed");

  /* Something else of that name is no result of an earlier run. */
  g_assert_true (g_file_set_contents (second, "lain", 4, NULL));
  g_autoptr (JsonNode) third = sign_all (3, id);
  assert_state (third, 0, "signed_before");
  assert_state (third, 1, "failed");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/command/certificates/keeps", test_keeps);
  g_test_add_func ("/command/certificates/trusts", test_trusts);
  g_test_add_func ("/command/certificates/many", test_many);
  return g_test_run ();
}
