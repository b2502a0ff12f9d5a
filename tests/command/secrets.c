/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is secret stays so: the memory of the program after it has signed, as a debugger sees it, the
 * journal, everything in the data folder, the document and what was said hold neither passphrase nor
 * key. */
#include "drive.h"
#include "support.h"

#include <glib/gstdio.h>
#include <openssl/core_names.h>
#include <openssl/pkcs12.h>
#include <string.h>

#include "pki/openssl.h"

#define PASSPHRASE "Kunci-Rahasia-7c1f"
#define NEW_PASSPHRASE "Sandi-Pengganti-40e2"
#define NAME "Bagas Manikmaya"

typedef struct
{
  const char *name;
  GBytes *bytes;
} Needle;

static GArray *needles;

static void
add (const char *name, gconstpointer data, gsize size)
{
  const Needle needle = { name, g_bytes_new (data, size) };

  g_array_append_val (needles, needle);
}

/* As it was typed, and as PKCS #12 takes it: two bytes a character. */
static void
add_passphrase (const char *name, const char *passphrase)
{
  g_autoptr (GByteArray) wide = g_byte_array_new ();

  for (const char *at = passphrase; *at != '\0'; at++)
    {
      const guint8 both[] = { 0, (guint8) *at };
      g_byte_array_append (wide, both, sizeof both);
    }
  add (name, passphrase, strlen (passphrase));
  add (name, wide->data, wide->len);
}

/* In the order of DER, and in that of a number in memory. */
static void
add_number (const char *name, EVP_PKEY *key, const char *parameter)
{
  BIGNUM *number = NULL;
  guint8 big[512], little[512];

  g_assert_cmpint (EVP_PKEY_get_bn_param (key, parameter, &number), ==, 1);
  int size = BN_num_bytes (number);
  BN_bn2bin (number, big);
  BN_bn2lebinpad (number, little, size);
  BN_clear_free (number);
  add (name, big, (gsize) size);
  add (name, little, (gsize) size);
}

static void
make_key (const char *file, const char *kind)
{
  EVP_PKEY *key = g_str_equal (kind, "RSA") ? EVP_RSA_gen (2048) : EVP_EC_gen ("P-256");
  g_autoptr (X509) certificate = X509_new ();
  X509_NAME *name = X509_get_subject_name (certificate);
  unsigned char *der = NULL;

  X509_NAME_add_entry_by_txt (name, "CN", MBSTRING_UTF8, (const guint8 *) NAME, -1, -1, 0);
  X509_set_issuer_name (certificate, name);
  X509_gmtime_adj (X509_getm_notBefore (certificate), -3600);
  X509_gmtime_adj (X509_getm_notAfter (certificate), 86400);
  X509_set_pubkey (certificate, key);
  g_assert_cmpint (X509_sign (certificate, key, EVP_sha256 ()), >, 0);
  g_autoptr (PKCS12) p12
      = PKCS12_create (PASSPHRASE, NULL, key, certificate, NULL, 0, 0, 2000, 2000, 0);
  int size = i2d_PKCS12 (p12, &der);
  g_autoptr (GBytes) bytes = mft_ossl_take (der, size);
  mft_drive_write (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  if (g_str_equal (kind, "RSA"))
    {
      add_number ("RSA d", key, OSSL_PKEY_PARAM_RSA_D);
      add_number ("RSA p", key, OSSL_PKEY_PARAM_RSA_FACTOR1);
      add_number ("RSA q", key, OSSL_PKEY_PARAM_RSA_FACTOR2);
    }
  else
    add_number ("EC", key, OSSL_PKEY_PARAM_PRIV_KEY);
  EVP_PKEY_free (key);
}

static gboolean
holds (const char *path, gconstpointer data, gsize size)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  g_assert_nonnull (file);
  return g_mapped_file_get_length (file) > 0
         && memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), data, size)
                != NULL;
}

/* Which secret some bytes hold; NULL: none. */
static const char *
find_secret_in (gconstpointer data, gsize size)
{
  for (guint i = 0; i < needles->len; i++)
    {
      const Needle *needle = &g_array_index (needles, Needle, i);
      gsize length;
      gconstpointer secret = g_bytes_get_data (needle->bytes, &length);
      if (memmem (data, size, secret, length) != NULL)
        return needle->name;
    }
  return NULL;
}

static const char *
find_secret (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  g_assert_nonnull (file);
  return g_mapped_file_get_length (file) > 0
             ? find_secret_in (g_mapped_file_get_contents (file), g_mapped_file_get_length (file))
             : NULL;
}

static void
search_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        search_folder (path);
      else if (!g_str_has_suffix (name, "rahasia.txt"))
        g_assert_cmpstr (find_secret (path), ==, NULL);
    }
}

/* A sanitized program has terabytes of memory that nothing is in: no disk holds its dump. */
#ifdef __SANITIZE_ADDRESS__
#define MAY_DUMP FALSE
#else
#define MAY_DUMP TRUE
#endif

/* The program does `words` under a debugger that writes its memory down when it is about to end. NULL: there
 * is no debugger, or it may not. */
static char *
do_and_dump (const char *const *words)
{
  const char *const debugger[]
      = { "gdb", "-q",  "-batch",       "-ex",    "catch syscall exit_group",   "-ex",
          "run", "-ex", "gcore memori", "--args", g_getenv ("MUFAKAT_PROGRAM"), NULL };
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
  g_autofree char *program = MAY_DUMP ? g_find_program_in_path ("gdb") : NULL;
  g_autofree char *said = NULL, *path = mft_drive_path ("memori");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) debugger);
  g_strv_builder_addv (builder, (const char **) words);
  g_auto (GStrv) all = g_strv_builder_end (builder);
  g_autoptr (GSubprocess) process
      = program != NULL ? g_subprocess_launcher_spawnv (launcher, (const char *const *) all, NULL)
                        : NULL;
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, NULL)
      || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  g_assert_cmpstr (find_secret_in (said, strlen (said)), ==, NULL);
  return g_steal_pointer (&path);
}

/* Neither the memory of what is done nor anything it leaves behind; FALSE: nobody could look. `name`: what
 * the memory of who did it has. */
static gboolean
keeps_secrets (const char *const *words, const char *name)
{
  g_autofree char *dump = do_and_dump (words);
  g_autofree char *data = mft_drive_data_folder ();

  if (dump == NULL)
    return FALSE;
  g_assert_true (holds (dump, name, strlen (name)));
  g_assert_cmpstr (find_secret (dump), ==, NULL);
  g_unlink (dump);
  search_folder (mft_drive_folder ());
  search_folder (data);
  return TRUE;
}

/* The search finds what is there. */
static void
test_search (void)
{
  g_autofree char *path = mft_drive_path ("rahasia.txt");

  g_assert_cmpstr (find_secret (path), ==, "passphrase");
}

static void
test_memory (gconstpointer key)
{
  g_autofree char *output = g_strconcat (key, ".pdf", NULL);

  if (!keeps_secrets (WORDS ("sign", "naskah.pdf", "-o", output, "--p12", key, "--passphrase-file",
                             "rahasia.txt", "--field", "PIHAK_KESATU", "--yes"),
                      NAME))
    {
      g_test_skip ("no gdb, or it may not look into this program");
      return;
    }
  g_assert_true (mft_drive_exists (output));
}

static char *
get_identity (void)
{
  g_autoptr (JsonNode) list = mft_drive_json (0, WORDS ("certificate", "list", "--json"));
  JsonArray *identities = json_object_get_array_member (json_node_get_object (list), "identities");

  g_assert_cmpuint (json_array_get_length (identities), ==, 1);
  return g_strdup (
      json_object_get_string_member (json_array_get_object_element (identities, 0), "sha256"));
}

/* A key that is taken in, gets another passphrase, signs and goes out again. */
static void
test_kept (gconstpointer key)
{
  g_autofree char *output = g_strconcat ("disimpan-", key, ".pdf", NULL);

  if (!keeps_secrets (WORDS ("certificate", "import", key, "--passphrase-file", "rahasia.txt"),
                      NAME))
    {
      g_test_skip ("no gdb, or it may not look into this program");
      return;
    }
  g_autofree char *id = get_identity ();
  g_assert_true (keeps_secrets (WORDS ("certificate", "passphrase", id, "--passphrase-file",
                                       "rahasia.txt", "--new-passphrase-file", "baru-rahasia.txt"),
                                NAME));
  g_assert_true (keeps_secrets (WORDS ("sign", "naskah.pdf", "-o", output, "--identity", id,
                                       "--passphrase-file", "baru-rahasia.txt", "--field",
                                       "PIHAK_KESATU", "--yes"),
                                NAME));
  g_assert_true (mft_drive_exists (output));
  g_assert_true (keeps_secrets (WORDS ("certificate", "export", id, "-o", "keluar.p12", "--force",
                                       "--passphrase-file", "baru-rahasia.txt"),
                                NAME));
  g_free (mft_drive_done (WORDS ("certificate", "remove", id, "--yes")));
}

/* A new key, before anybody has seen it. */
static void
test_request (void)
{
  if (!keeps_secrets (WORDS ("certificate", "request", "--name", NAME, "--key", "p256", "-o",
                             "permohonan.csr", "--passphrase-file", "rahasia.txt"),
                      NAME))
    g_test_skip ("no gdb, or it may not look into this program");
}

/* A wrong passphrase is a secret too: it is nearly the right one. */
static void
test_wrong (void)
{
  g_autofree char *data = mft_drive_data_folder ();
  g_autoptr (MftDriven) driven
      = mft_drive (WORDS ("sign", "naskah.pdf", "-o", "x.pdf", "--p12", "kesatu.p12",
                          "--passphrase-file", "rahasia.txt", "--field", "PIHAK_KESATU", "--yes"));

  g_assert_cmpint (driven->status, ==, 4);
  g_assert_null (strstr (driven->messages, PASSPHRASE));
  search_folder (data);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  needles = g_array_new (FALSE, FALSE, sizeof (Needle));
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  mft_drive_write ("rahasia.txt", PASSPHRASE "\n", -1);
  mft_drive_write ("baru-rahasia.txt", NEW_PASSPHRASE "\n", -1);
  add_passphrase ("passphrase", PASSPHRASE);
  add_passphrase ("new passphrase", NEW_PASSPHRASE);
  make_key ("rsa.p12", "RSA");
  make_key ("ec.p12", "EC");
  g_test_add_func ("/secrets/search", test_search);
  g_test_add_data_func ("/secrets/memory-rsa", "rsa.p12", test_memory);
  g_test_add_data_func ("/secrets/memory-ec", "ec.p12", test_memory);
  g_test_add_data_func ("/secrets/kept-rsa", "rsa.p12", test_kept);
  g_test_add_data_func ("/secrets/kept-ec", "ec.p12", test_kept);
  g_test_add_func ("/secrets/request", test_request);
  g_test_add_func ("/secrets/wrong", test_wrong);
  return g_test_run ();
}
