/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before there was a database for them, keys and certificates lay in a folder. They come over once, whole,
 * and a key is never in the clear. */
#include "authority.h"
#include "practice-key.h"
#include "support.h"

#include <glib/gstdio.h>
#include <openssl/pkcs12.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/data-folder.h"
#include "pki/certificate-request.h"
#include "pki/key-material.h"
#include "pki/p12-pack.h"
#include "store/certificate-import.h"
#include "store/certificate-store.h"
#include "store/error.h"
#include "store/evidence-cache.h"

#define IDENTITIES 12
#define LIST_NAME "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define ANSWER_NAME "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static MftSecret *passphrase;
static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_file (const char *under, const char *name, const char *ending, gconstpointer data, gsize size)
{
  g_autofree char *kind = path_of (under);
  g_autofree char *file = g_strconcat (name, ending, NULL);
  g_autofree char *path = g_build_filename (kind, file, NULL);

  g_assert_cmpint (g_mkdir_with_parents (kind, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static void
write_certificates (const char *under, GPtrArray *list)
{
  g_autofree char *pem = mft_certificate_list_to_pem (list);

  write_file (under, mft_certificate_sha256 (g_ptr_array_index (list, 0)), ".pem", pem,
              strlen (pem));
}

/* As it was written then: the wrapped key alone, without a seal. */
static GBytes *
without_seal (EVP_PKEY *key)
{
  g_autoptr (GBytes) wrapped = mft_pkcs8_wrap (key, passphrase, NULL);
  const unsigned char *at = g_bytes_get_data (wrapped, NULL);
  X509_SIG *shrouded = d2i_X509_SIG (NULL, &at, (long) g_bytes_get_size (wrapped));
  STACK_OF (PKCS12_SAFEBAG) *bags = sk_PKCS12_SAFEBAG_new_null ();
  STACK_OF (PKCS7) *safes = NULL;
  unsigned char *der = NULL;

  sk_PKCS12_SAFEBAG_push (bags, PKCS12_SAFEBAG_create0_pkcs8 (shrouded));
  g_assert_cmpint (PKCS12_add_safe (&safes, bags, -1, 0, NULL), ==, 1);
  sk_PKCS12_SAFEBAG_pop_free (bags, PKCS12_SAFEBAG_free);
  g_autoptr (PKCS12) container = PKCS12_add_safes (safes, 0);
  sk_PKCS7_pop_free (safes, PKCS7_free);
  int size = i2d_PKCS12 (container, &der);
  return mft_ossl_take (der, size);
}

/* A key file of then and its certificates, made once. */
typedef struct
{
  GBytes *p12;
  GPtrArray *certificates;
} Kept;

static const Kept *
kept (guint number)
{
  static Kept all[IDENTITIES];
  const MftPracticeIdentity identity = { .key = MFT_PRACTICE_KEY_EC };

  if (all[number].p12 == NULL)
    {
      g_autoptr (GBytes) p12 = mft_test_p12 (NULL, &identity, "sandi");
      g_autoptr (MftKeyMaterial) material = mft_key_material_new ();
      g_assert_true (mft_key_material_add (material, p12, passphrase, NULL));
      all[number].certificates = g_ptr_array_ref (material->certificates);
      all[number].p12 = number % 2 == 0 ? without_seal (g_ptr_array_index (material->keys, 0))
                                        : g_bytes_ref (p12);
    }
  return &all[number];
}

static MftCertificate *
signer (guint number)
{
  return g_ptr_array_index (kept (number)->certificates, 0);
}

static void
write_identity (guint number)
{
  GBytes *p12 = kept (number)->p12;

  write_certificates ("sertifikat/identitas", kept (number)->certificates);
  write_file ("sertifikat/identitas", mft_certificate_sha256 (signer (number)), ".p12",
              g_bytes_get_data (p12, NULL), g_bytes_get_size (p12));
}

/* A whole folder of then. */
static void
write_folder (guint identities)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_free (folder);
  folder = mft_test_folder ();
  mft_data_folder_set (folder);
  for (guint i = 0; i < identities; i++)
    write_identity (i);
  g_ptr_array_add (one, g_ptr_array_index (kept (0)->certificates, 1));
  write_certificates ("sertifikat/dipercaya", one);
  write_certificates ("sertifikat/lain", one);
}

static gboolean
is_there (const char *name)
{
  g_autofree char *path = path_of (name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
assert_opens (guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftKey) key = mft_certificate_store_open_key (mft_certificate_sha256 (signer (number)),
                                                           passphrase, &error);

  g_assert_no_error (error);
  g_assert_true (mft_certificate_equal (mft_key_get_certificate (key), signer (number)));
  g_assert_cmpuint (mft_key_get_chain (key)->len, ==, 1);
}

static void
assert_taken (guint identities)
{
  guint unreadable = 9;
  g_autoptr (GPtrArray) all = mft_certificate_store_identities (&unreadable, NULL);
  g_autoptr (GPtrArray) trusted = mft_certificate_store_trusted (NULL, NULL);
  g_autoptr (GPtrArray) others = mft_certificate_store_others (NULL);

  g_assert_cmpuint (all->len, ==, identities);
  g_assert_cmpuint (unreadable, ==, 0);
  g_assert_cmpuint (trusted->len, ==, 1);
  g_assert_cmpuint (others->len, ==, 1);
  for (guint i = 0; i < identities; i++)
    {
      g_autofree char *name = g_strconcat ("sertifikat/identitas/",
                                           mft_certificate_sha256 (signer (i)), ".p12", NULL);
      g_assert_false (is_there (name));
    }
}

static void
test_takes_all (void)
{
  write_folder (3);
  assert_taken (3);
  g_assert_false (is_there ("sertifikat"));
  for (guint i = 0; i < 3; i++)
    assert_opens (i);
}

/* A key that waits for its certificate still gets it. */
static void
test_takes_requests (void)
{
  const MftCertificateSubject subject = { .common_name = "Wulan Hapsari Tirtanegara" };
  g_autoptr (GBytes) key = NULL;
  g_autofree char *key_id = NULL;
  g_autofree char *request
      = mft_certificate_request_new (MFT_NEW_KEY_P256, &subject, passphrase, &key, &key_id, NULL);
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_nonnull (request);
  write_folder (0);
  write_file ("sertifikat/permintaan", key_id, ".key", g_bytes_get_data (key, NULL),
              g_bytes_get_size (key));
  assert_taken (0);
  g_autofree char *path = path_of ("sertifikat.db");
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_prepare_v2 (database, "SELECT key_id, wrapped_key FROM request", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, key_id);
  g_assert_cmpmem (sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1),
                   g_bytes_get_data (key, NULL), g_bytes_get_size (key));
  sqlite3_finalize (statement);
  sqlite3_close (database);
}

/* What issuers said, a list and an answer; named by the number of the question. */
static void
write_evidence (MftTestAuthority *authority, const MftCertificate *certificate)
{
  g_autoptr (GBytes) list = mft_test_authority_crl (authority, 0, 30, NULL, 0, NULL);
  g_autoptr (GBytes) answer
      = mft_test_authority_ocsp (authority, NULL, certificate, MFT_TEST_ANSWER_GOOD, 0, 30, 0);

  write_file ("bukti", LIST_NAME, ".crl", g_bytes_get_data (list, NULL), g_bytes_get_size (list));
  write_file ("bukti", ANSWER_NAME, ".ocsp", g_bytes_get_data (answer, NULL),
              g_bytes_get_size (answer));
}

/* It answers as before; what is damaged was a copy only, and goes. */
static void
test_takes_evidence (void)
{
  const MftTestIdentity identity = { .name = "Bagas Manikmaya", .days = 300 };
  MftTestAuthority *authority = mft_test_authority_new ("CA Samudra");
  g_autoptr (MftKey) key = mft_test_authority_issue (authority, &identity);
  MftCertificate *certificate = mft_key_get_certificate (key);
  const char *const names[] = { LIST_NAME, ANSWER_NAME }, *const endings[] = { ".crl", ".ocsp" };

  for (gsize damaged = 0; damaged < G_N_ELEMENTS (endings); damaged++)
    {
      g_autoptr (MftRevocationSet) set = mft_revocation_set_new ();
      write_folder (1);
      write_evidence (authority, certificate);
      write_file ("bukti", names[damaged], endings[damaged], "rusak", 5);
      assert_taken (1);
      mft_evidence_cache_load (set);
      g_assert_true (
          mft_revocation_set_covers (set, certificate, mft_test_authority_certificate (authority)));
      g_assert_false (is_there ("bukti"));
      g_assert_false (is_there ("sertifikat"));
    }
  mft_test_authority_free (authority);
}

/* What cannot be read stays where it is and is counted; the rest comes over. */
static void
test_damaged_stays (void)
{
  guint unreadable = 0;

  write_folder (2);
  write_file ("sertifikat/identitas", "rusak", ".p12", "rusak", 5);
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (&unreadable, NULL);
  g_assert_cmpuint (identities->len, ==, 2);
  g_assert_cmpuint (unreadable, ==, 1);
  assert_opens (1);
  g_assert_true (is_there ("sertifikat/identitas/rusak.p12"));
  g_assert_false (is_there ("sertifikat/lain"));
}

/* Killed anywhere on the way, all is either still here or already there. */
static void
test_killed (void)
{
  for (guint i = 0; i < 30; i++)
    {
      pid_t child;
      int status;

      write_folder (IDENTITIES);
      child = fork ();
      if (child == 0)
        {
          g_ptr_array_unref (mft_certificate_store_identities (NULL, NULL));
          _exit (0);
        }
      g_usleep (i * 700);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      assert_taken (IDENTITIES);
    }
  assert_opens (0);
  assert_opens (IDENTITIES - 1);
}

/* Two programs that start at once take it over once. */
static void
test_two_at_once (void)
{
  pid_t children[4];
  int status;

  write_folder (IDENTITIES);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if ((children[i] = fork ()) == 0)
      {
        g_autoptr (GPtrArray) identities = mft_certificate_store_identities (NULL, NULL);
        _exit (identities != NULL && identities->len == IDENTITIES ? 0 : 1);
      }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
  assert_taken (IDENTITIES);
}

/* Somebody who may write nothing there, which root always may. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (setuid (65534), ==, 0);
}

static void
give_to_all (const char *path, mode_t folders, mode_t files)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_cmpint (g_chmod (path, dir != NULL ? folders : files), ==, 0);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);
      give_to_all (below, folders, files);
    }
}

static void
assert_in_child (void (*check) (void))
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      become_nobody ();
      check ();
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
assert_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_certificate_store_identities (NULL, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY);
}

static void
assert_readable (void)
{
  g_autoptr (GError) error = NULL;

  assert_opens (1);
  g_assert_false (mft_certificate_store_trust (signer (0), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (mft_certificate_store_distrust (signer (0), &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY);
}

/* Where nothing may be written, nothing is lost and the reason is told; what is there is read. */
static void
test_read_only (void)
{
  write_folder (2);
  give_to_all (folder, 0555, 0444);
  assert_in_child (assert_refused);
  give_to_all (folder, 0700, 0600);
  assert_taken (2);
  give_to_all (folder, 0555, 0444);
  assert_in_child (assert_readable);
  give_to_all (folder, 0700, 0600);
}

int
main (int argc, char **argv)
{
  int status;

  mft_test_init (&argc, &argv);
  passphrase = mft_secret_new ("sandi", 5);
  g_test_add_func ("/store/certificate-takeover/takes-all", test_takes_all);
  g_test_add_func ("/store/certificate-takeover/takes-requests", test_takes_requests);
  g_test_add_func ("/store/certificate-takeover/takes-evidence", test_takes_evidence);
  g_test_add_func ("/store/certificate-takeover/damaged-stays", test_damaged_stays);
  g_test_add_func ("/store/certificate-takeover/killed", test_killed);
  g_test_add_func ("/store/certificate-takeover/two-at-once", test_two_at_once);
  g_test_add_func ("/store/certificate-takeover/read-only", test_read_only);
  status = g_test_run ();
  for (guint i = 0; i < IDENTITIES; i++)
    {
      g_bytes_unref (kept (i)->p12);
      g_ptr_array_unref (kept (i)->certificates);
    }
  mft_secret_unref (passphrase);
  g_free (folder);
  return status;
}
