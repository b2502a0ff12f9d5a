/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own certificates, trusted authorities, and signing with what lies there, many at a time. */
#include "drive.h"
#include "support.h"
#include "tool.h"

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
                   WORDS ("certificate", "import", "sandi.txt", "--passphrase-file", "sandi.txt"));
  /* Told before anybody is asked for its passphrase. */
  mft_drive_fails (3, NULL, WORDS ("certificate", "import", "sandi.txt"));
  /* A certificate alone is kept, and trusted for nothing. */
  g_free (mft_drive_done (WORDS ("certificate", "import", "ca.pem")));
  g_assert_cmpuint (count ("trusted"), ==, 0);
  g_autofree char *id = import_key ("kesatu.p12");
  g_free (import_key ("kesatu.p12"));
  g_assert_cmpuint (count ("identities"), ==, 1);
  g_autofree char *words = mft_drive_done (WORDS ("certificate", "list"));
  g_assert_nonnull (strstr (words, id));

  mft_drive_fails (2, "x.txt", WORDS ("certificate", "export", id, "-o", "x.txt"));
  mft_drive_fails (2, "x.cer", WORDS ("certificate", "export", "abc", "-o", "x.cer"));
#define EXPORT(passphrase)                                                                         \
  WORDS ("certificate", "export", id, "-o", "x.p12", "--passphrase-file", passphrase)
  mft_drive_fails (4, "x.p12", EXPORT ("sandi-salah.txt"));
  g_free (mft_drive_done (EXPORT ("sandi.txt")));
  mft_drive_fails (4, NULL, EXPORT ("sandi.txt"));
  g_autofree char *again = import_key ("x.p12");
  g_assert_cmpstr (again, ==, id);

  /* Nobody confirms, and nothing is deleted. */
  mft_drive_fails (2, NULL, WORDS ("certificate", "remove", id));
  g_assert_cmpuint (count ("identities"), ==, 1);
  g_free (mft_drive_done (WORDS ("certificate", "remove", id, "--yes")));
  g_assert_cmpuint (count ("identities"), ==, 0);
  mft_drive_fails (2, NULL, WORDS ("certificate", "remove", id, "--yes"));
}

/* Its key is changed under another passphrase, and the old one opens it no more. */
static void
test_passphrase (void)
{
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  g_autofree char *id = import_key ("kesatu.p12");
  mft_drive_write ("baru.txt", "kunci-Baru-11x\n", -1);
#define CHANGE(from, to)                                                                           \
  WORDS ("certificate", "passphrase", id, "--passphrase-file", from, "--new-passphrase-file", to)
#define SIGN_AS(passphrase, output)                                                                \
  WORDS ("sign", "naskah.pdf", "-o", output, "--identity", id, "--passphrase-file", passphrase,    \
         "--field", "PIHAK_KESATU", "--yes")
  mft_drive_fails (4, NULL, CHANGE ("sandi-salah.txt", "baru.txt"));
  g_free (mft_drive_done (SIGN_AS ("sandi.txt", "lama.pdf")));
  g_free (mft_drive_done (CHANGE ("sandi.txt", "baru.txt")));
  mft_drive_fails (4, "x.pdf", SIGN_AS ("sandi.txt", "x.pdf"));
  g_free (mft_drive_done (SIGN_AS ("baru.txt", "baru.pdf")));
}

/* Made here, certified by somebody else, joined again. */
static void
test_request (void)
{
  static const char *const kinds[] = { "p256", "p384", "rsa3072" };

  mft_drive_make_keys ();
  mft_drive_make_pages ();
  mft_test_run (
      mft_drive_folder (),
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout uji.key "
      "-out uji.pem -subj '/CN=PSrE Uji' -days 30");
  mft_drive_write ("ext.txt", "keyUsage=critical,digitalSignature,nonRepudiation\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *signed_name = g_strconcat (kinds[i], ".pdf", NULL);
      g_free (mft_drive_done (
          WORDS ("certificate", "request", "--name", "Wulan Hapsari Tirtanegara", "--organization",
                 "Kementerian Tata Samudra", "--email", "wulan@tata.example", "--key", kinds[i],
                 "-o", "wulan.csr", "--force", "--passphrase-file", "sandi.txt")));
      mft_test_run (mft_drive_folder (), "openssl req -verify -noout -in wulan.csr");
      mft_test_run (mft_drive_folder (),
                    "openssl x509 -req -in wulan.csr -CA uji.pem -CAkey uji.key -days 30 -out "
                    "wulan.pem -extfile ext.txt");
      mft_drive_fails (
          4, NULL,
          WORDS ("certificate", "import", "wulan.pem", "--passphrase-file", "sandi-salah.txt"));
      g_autofree char *id = import_key ("wulan.pem");
      g_free (mft_drive_done (SIGN_AS ("sandi.txt", signed_name)));
      g_free (mft_drive_done (WORDS ("certificate", "remove", id, "--yes")));
    }
  mft_drive_fails (2, "y.csr", WORDS ("certificate", "request", "-o", "y.csr"));
  mft_drive_fails (2, "y.csr",
                   WORDS ("certificate", "request", "--name", "A", "--key", "dsa", "-o", "y.csr"));
  mft_drive_fails (4, "y.csr",
                   WORDS ("certificate", "request", "--name", "A", "--email", "bukan-alamat", "-o",
                          "y.csr", "--passphrase-file", "sandi.txt"));
}

/* Every form in which keys come, under a passphrase or not, several files at once. */
static void
test_forms (void)
{
  static const char *const ways[] = {
    "openssl pkcs12 -export -legacy -inkey k.key -in k.pem -out k.p12 -passout file:sandi.txt",
    "openssl pkcs12 -export -inkey k.key -in k.pem -out k.p12 -passout file:sandi.txt "
    "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1",
    "openssl pkcs8 -topk8 -in k.key -out k.p12 -passout file:sandi.txt",
    "openssl pkcs8 -topk8 -scrypt -in k.key -out k.p12 -passout file:sandi.txt",
    "openssl pkcs8 -topk8 -outform DER -in k.key -out k.p12 -passout file:sandi.txt",
    "openssl pkcs8 -topk8 -nocrypt -outform DER -in k.key -out k.p12",
    "openssl ec -in k.key -aes256 -out k.p12 -passout file:sandi.txt",
    "openssl crl2pkcs7 -nocrl -certfile k.pem -outform DER -out k.p12",
  };

  mft_drive_make_keys ();
  mft_test_run (
      mft_drive_folder (),
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.key "
      "-out k.pem -subj '/CN=Bagas Manikmaya' -days 30 "
      "-addext keyUsage=critical,nonRepudiation");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gboolean has_key = i + 1 < G_N_ELEMENTS (ways), is_open = strstr (ways[i], "nocrypt") != NULL;
      mft_test_run (mft_drive_folder (), ways[i]);
      if (has_key && !is_open)
        mft_drive_fails (4, NULL,
                         WORDS ("certificate", "import", "k.p12", "k.pem", "--passphrase-file",
                                "sandi-salah.txt"));
      g_autoptr (JsonNode) root
          = mft_drive_json (0, WORDS ("certificate", "import", "k.p12", "k.pem",
                                      "--passphrase-file", "sandi.txt", "--json"));
      JsonObject *object = json_node_get_object (root);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "identities")),
                        ==, has_key ? 1 : 0);
      /* Only one certificate, and once more the same. */
      g_assert_cmpint (json_object_get_int_member (object, "known"), ==, i > 0 && has_key ? 1 : 0);
    }
  mft_drive_fails (4, NULL,
                   WORDS ("certificate", "import", "k.key", "--passphrase-file", "sandi.txt"));
  /* Cut off is not a wrong passphrase. */
  mft_test_run (mft_drive_folder (),
                "openssl pkcs12 -export -inkey k.key -in k.pem -out k.p12 -passout file:sandi.txt");
  g_autoptr (GBytes) whole = mft_drive_read ("k.p12");
  mft_drive_write ("k.p12", g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole) / 2);
  mft_drive_fails (3, NULL,
                   WORDS ("certificate", "import", "k.p12", "--passphrase-file", "sandi.txt"));
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
  g_test_add_func ("/command/certificates/passphrase", test_passphrase);
  g_test_add_func ("/command/certificates/request", test_request);
  g_test_add_func ("/command/certificates/forms", test_forms);
  g_test_add_func ("/command/certificates/trusts", test_trusts);
  g_test_add_func ("/command/certificates/many", test_many);
  return g_test_run ();
}
