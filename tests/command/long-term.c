/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures that can be judged in ten years: evidence and archive timestamps, fetched and given. */
#include "drive.h"
#include "support.h"

#include <openssl/cms.h>
#include <openssl/pkcs12.h>
#include <string.h>

#include "base/safe-file.h"
#include "validation-world.h"

typedef struct
{
  MftValidationWorld *world;
  char *tsa;
} Fixture;

static void
write_bytes (const char *name, GBytes *bytes)
{
  mft_drive_write (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) root = g_ptr_array_new ();

  (void) data;
  fixture->world = mft_validation_world_new ();
  fixture->tsa = mft_validation_world_url (fixture->world, "/tsa");
  mft_drive_make_keys ();
  mft_drive_make_pages ();
  g_autoptr (GBytes) p12 = mft_test_key_to_p12 (fixture->world->signer, MFT_DRIVE_PASSPHRASE);
  write_bytes ("wulan.p12", p12);
  g_ptr_array_add (root, mft_test_authority_certificate (fixture->world->root));
  g_autofree char *pem = mft_certificate_list_to_pem (root);
  mft_drive_write ("akar.pem", pem, -1);
  g_ptr_array_index (root, 0) = mft_test_authority_certificate (fixture->world->authority);
  g_autofree char *issuer = mft_certificate_list_to_pem (root);
  mft_drive_write ("psre.pem", issuer, -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_free (fixture->tsa);
  mft_validation_world_free (fixture->world);
}

/* For the judges outside (tools/judges.sh): the file as NAME, the root of its world as NAME.pem. */
static void
keep (const char *file)
{
  const char *folder = g_getenv ("MUFAKAT_KEEP");
  g_autofree char *root = g_strconcat (file, ".pem", NULL);
  const char *const names[][2] = { { file, file }, { "akar.pem", root } };

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i][1], NULL);
      g_autoptr (GBytes) bytes = mft_drive_read (names[i][0]);
      g_assert_true (mft_safe_file_save (path, g_bytes_get_data (bytes, NULL),
                                         g_bytes_get_size (bytes), TRUE, NULL));
    }
}

#define SIGN(output, key, field, ...)                                                              \
  WORDS ("sign", "naskah.pdf", "-o", output, "--p12", key, "--passphrase-file", "sandi.txt",       \
         "--field", field, "--yes", "--json", __VA_ARGS__)

static JsonObject *
first_signature (JsonNode *root)
{
  JsonObject *found = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (root), "files"), 0);

  return json_array_get_object_element (json_object_get_array_member (found, "signatures"), 0);
}

/* The first signature of the first file, as verifying without the network finds it. */
static void
assert_verified (const char *file, const char *level, const char *verdict)
{
  g_autoptr (JsonNode) root
      = mft_drive_json (strcmp (verdict, "valid") == 0 ? 0 : 1,
                        WORDS ("verify", file, "--trust", "akar.pem", "--json"));
  JsonObject *found = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (root), "files"), 0);
  JsonObject *signature = first_signature (root);

  g_assert_cmpstr (json_object_get_string_member (found, "verdict"), ==, verdict);
  g_assert_cmpstr (json_object_get_string_member (signature, "level"), ==, level);
  if (strcmp (level, "B-T") > 0)
    {
      g_assert_cmpstr (json_object_get_string_member (signature, "revocation"), ==, "good");
      g_assert_cmpstr (json_object_get_string_member (signature, "indication"), ==, "TOTAL-PASSED");
    }
}

static void
test_sign (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (JsonNode) lt
      = mft_drive_json (0, SIGN ("lt.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "lt",
                                 "--timestamp-url", fixture->tsa, "--online"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (lt), "level"), ==, "B-LT");
  assert_verified ("lt.pdf", "B-LT", "valid");
  g_autoptr (JsonNode) lta
      = mft_drive_json (0, SIGN ("lta.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "lta",
                                 "--timestamp-url", fixture->tsa, "--online"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (lta), "level"), ==,
                   "B-LTA");
  assert_verified ("lta.pdf", "B-LTA", "valid");
  /* The second party after the archive timestamp of the first: what judges of PDF/A get to see. */
  g_free (
      mft_drive_done (WORDS ("sign", "lta.pdf", "-o", "dua-lta.pdf", "--p12", "wulan.p12",
                             "--passphrase-file", "sandi.txt", "--field", "PIHAK_KEDUA", "--yes",
                             "--level", "lta", "--timestamp-url", fixture->tsa, "--online")));
  assert_verified ("dua-lta.pdf", "B-LTA", "valid");
  keep ("lt.pdf");
  keep ("lta.pdf");
  keep ("dua-lta.pdf");
}

/* Every kind of key and digest reaches every level. */
typedef struct
{
  const char *key, *digest, *pss, *expected_digest, *expected_algorithm;
} Algorithm;

/* Signs naskah.pdf with kunci.p12 at a level and asks our own verifier what it finds. */
static void
try_algorithm (const Fixture *fixture, const Algorithm *with, const char *level,
               const char *expected_level)
{
  gboolean has_time = !g_str_equal (level, "b");
  g_autofree char *name = g_strdup_printf ("%s-%s%s-%s.pdf", with->key, with->expected_digest,
                                           with->pss != NULL ? with->pss : "", level);
  const char *const always[]
      = { "sign",      "naskah.pdf",   "-o",      name,      "--p12",    "kunci.p12",
          "--field",   "PIHAK_KESATU", "--yes",   "--certs", "psre.pem", "--passphrase-file",
          "sandi.txt", "--online",     "--level", level };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    g_ptr_array_add (words, (gpointer) always[i]);
  if (has_time)
    {
      g_ptr_array_add (words, (gpointer) "--timestamp-url");
      g_ptr_array_add (words, fixture->tsa);
    }
  if (with->digest != NULL)
    {
      g_ptr_array_add (words, (gpointer) "--digest");
      g_ptr_array_add (words, (gpointer) with->digest);
    }
  g_ptr_array_add (words, (gpointer) with->pss);
  g_ptr_array_add (words, NULL);
  g_free (mft_drive_done ((const char *const *) words->pdata));
  /* Without the issuer's certificate at hand: the signature carries it. */
  g_autoptr (JsonNode) root
      = mft_drive_json (0, WORDS ("verify", name, "--trust", "akar.pem", "--json"));
  JsonObject *signature = first_signature (root);
  g_assert_cmpstr (json_object_get_string_member (signature, "level"), ==, expected_level);
  g_assert_cmpstr (json_object_get_string_member (signature, "digest"), ==, with->expected_digest);
  g_assert_cmpstr (json_object_get_string_member (signature, "algorithm"), ==,
                   with->expected_algorithm);
  if (has_time)
    keep (name);
}

static void
test_algorithms (Fixture *fixture, gconstpointer data)
{
  static const Algorithm cases[] = {
    { "RSA", "sha256", NULL, "SHA256", "RSA" },
    { "RSA", "sha384", NULL, "SHA384", "RSA" },
    { "RSA", "sha512", NULL, "SHA512", "RSA" },
    { "RSA", "sha256", "--pss", "SHA256", "RSA-PSS" },
    { "RSA", "sha384", "--pss", "SHA384", "RSA-PSS" },
    { "RSA", "sha512", "--pss", "SHA512", "RSA-PSS" },
    { "P-256", NULL, NULL, "SHA256", "ECDSA" },
    { "P-384", NULL, NULL, "SHA384", "ECDSA" },
    { "P-521", NULL, NULL, "SHA512", "ECDSA" },
    { "P-256", "sha512", NULL, "SHA512", "ECDSA" },
  };
  static const char *const levels[][2]
      = { { "b", "B-B" }, { "t", "B-T" }, { "lt", "B-LT" }, { "lta", "B-LTA" } };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftKey) key = mft_validation_world_issue (fixture->world, cases[i].key);
      g_autoptr (GBytes) p12 = mft_test_key_to_p12 (key, MFT_DRIVE_PASSPHRASE);
      write_bytes ("kunci.p12", p12);
      for (gsize j = 0; j < G_N_ELEMENTS (levels); j++)
        if (j % 3 == 0 || i % 3 == 1) /* between the ends some of each kind do */
          try_algorithm (fixture, &cases[i], levels[j][0], levels[j][1]);
    }
  mft_drive_fails (2, "x.pdf", SIGN ("x.pdf", "kunci.p12", "PIHAK_KESATU", "--digest", "sha1"));
}

/* Somebody else's signature, step by step; and an archive that is renewed. */
static void
test_extend (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_free (mft_drive_done (SIGN ("b.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "b")));
  assert_verified ("b.pdf", "B-B", "indeterminate"); /* it carries no issuer */
  g_free (mft_drive_done (
      WORDS ("extend", "b.pdf", "-o", "t.pdf", "--level", "t", "--timestamp-url", fixture->tsa)));
  assert_verified ("t.pdf", "B-T", "indeterminate");
  g_free (mft_drive_done (WORDS ("extend", "t.pdf", "-o", "t-lt.pdf", "--online")));
  assert_verified ("t-lt.pdf", "B-LT", "valid");
  g_autoptr (JsonNode) lta
      = mft_drive_json (0, WORDS ("extend", "b.pdf", "-o", "b-lta.pdf", "--level", "lta",
                                  "--online", "--timestamp-url", fixture->tsa, "--json"));
  JsonObject *row = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (lta), "files"), 0);
  mft_drive_assert_keys (row, "input file level sha256 error");
  g_assert_cmpstr (json_object_get_string_member (row, "level"), ==, "B-LTA");
  assert_verified ("b-lta.pdf", "B-LTA", "valid");
  g_free (mft_drive_done (WORDS ("extend", "b-lta.pdf", "-o", "b-lta-2.pdf", "--level", "lta",
                                 "--online", "--timestamp-url", fixture->tsa)));
  assert_verified ("b-lta-2.pdf", "B-LTA", "valid");
  keep ("t-lt.pdf");
  keep ("b-lta-2.pdf");

  /* Not one byte that was there may change. */
  g_autoptr (GBytes) before = mft_drive_read ("b.pdf");
  g_autoptr (GBytes) after = mft_drive_read ("b-lta-2.pdf");
  g_assert_cmpuint (g_bytes_get_size (after), >, g_bytes_get_size (before));
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (before),
                   g_bytes_get_data (before, NULL), g_bytes_get_size (before));
}

#define PADES "/ETSI.CAdES.detached"
#define ADOBE "/adbe.pkcs7.detached"
#define CONTENTS "/Contents <"

G_STATIC_ASSERT (sizeof PADES == sizeof ADOBE);

/* A CMS as most programs make it, over all but the hole. */
static CMS_ContentInfo *
adobe_cms (Fixture *fixture, GString *pdf, gsize hole, gsize length)
{
  g_autoptr (GBytes) packed = mft_test_key_to_p12 (fixture->world->signer, "x");
  const unsigned char *at = g_bytes_get_data (packed, NULL);
  PKCS12 *p12 = d2i_PKCS12 (NULL, &at, (long) g_bytes_get_size (packed));
  EVP_PKEY *key = NULL;
  X509 *certificate = NULL;
  BIO *covered = BIO_new (BIO_s_mem ());

  g_assert_cmpint (PKCS12_parse (p12, "x", &key, &certificate, NULL), ==, 1);
  BIO_write (covered, pdf->str, (int) hole - 1);
  BIO_write (covered, pdf->str + hole + length + 1, (int) (pdf->len - hole - length - 1));
  CMS_ContentInfo *cms
      = CMS_sign (certificate, key, NULL, covered, CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP);
  g_assert_nonnull (cms);
  BIO_free (covered);
  X509_free (certificate);
  EVP_PKEY_free (key);
  PKCS12_free (p12);
  return cms;
}

/* What somebody signed is signed again in the same hole, without PAdES. */
static void
make_adobe (Fixture *fixture, const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = mft_drive_read (from);
  g_autoptr (GString) pdf
      = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  char *subfilter = memmem (pdf->str, pdf->len, PADES, strlen (PADES));
  char *contents = memmem (pdf->str, pdf->len, CONTENTS, strlen (CONTENTS));
  gsize hole = (gsize) (contents - pdf->str) + strlen (CONTENTS);
  gsize length = strcspn (pdf->str + hole, ">");
  unsigned char *der = NULL;

  memcpy (subfilter, ADOBE, strlen (ADOBE));
  CMS_ContentInfo *cms = adobe_cms (fixture, pdf, hole, length);
  int size = i2d_CMS_ContentInfo (cms, &der);
  g_assert_cmpuint ((gsize) size * 2, <=, length);
  memset (pdf->str + hole, '0', length);
  for (int i = 0; i < size; i++)
    {
      pdf->str[hole + 2 * (gsize) i] = "0123456789abcdef"[der[i] >> 4];
      pdf->str[hole + 2 * (gsize) i + 1] = "0123456789abcdef"[der[i] & 15];
    }
  OPENSSL_free (der);
  CMS_ContentInfo_free (cms);
  mft_drive_write (to, pdf->str, (gssize) pdf->len);
}

/* adbe.pkcs7.detached, as ECS v1 and most other programs sign, is no PAdES and has no level of it, but
 * its time is proven and its evidence kept all the same; without evidence nothing is written. */
static void
test_extend_adobe (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_free (mft_drive_done (SIGN ("lain.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "b")));
  make_adobe (fixture, "lain.pdf", "adobe.pdf");
  g_free (mft_drive_done (WORDS ("extend", "adobe.pdf", "-o", "adobe-t.pdf", "--level", "t",
                                 "--timestamp-url", fixture->tsa)));
  g_free (mft_drive_done (WORDS ("extend", "adobe.pdf", "-o", "adobe-lta.pdf", "--level", "lta",
                                 "--online", "--timestamp-url", fixture->tsa)));
  assert_verified ("adobe-lta.pdf", "basic", "valid");
  fixture->world->is_silent = TRUE;
  mft_drive_fails (4, "adobe-x.pdf",
                   WORDS ("extend", "adobe.pdf", "-o", "adobe-x.pdf", "--level", "lta", "--online",
                          "--timestamp-url", fixture->tsa));
}

/* Everything from files: nobody is asked but the timestamp authority. */
static void
test_given (Fixture *fixture, gconstpointer data)
{
  MftValidationWorld *world = fixture->world;
  g_autoptr (GBytes) list
      = mft_test_authority_crl (world->root, world->today, world->today + 7, NULL, 0, NULL);
  g_autoptr (GBytes) own_list
      = mft_test_authority_crl (world->authority, world->today, world->today + 7, NULL, 0, NULL);
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  (void) data;
  write_bytes ("akar.crl", list);
  write_bytes ("psre.crl", own_list);
  g_ptr_array_add (chain, mft_test_authority_certificate (world->authority));
  g_ptr_array_add (chain, mft_test_authority_certificate (world->root));
  g_autofree char *pem = mft_certificate_list_to_pem (chain);
  mft_drive_write ("rantai.pem", pem, -1);
  g_free (mft_drive_done (SIGN ("berkas-lt.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "lt",
                                "--timestamp-url", fixture->tsa, "--crl", "akar.crl", "--crl",
                                "psre.crl", "--certs", "rantai.pem")));
  assert_verified ("berkas-lt.pdf", "B-LT", "valid");
  g_assert_cmpint (g_atomic_int_get (&world->asked), ==, 1);

  /* The list is missing for one of them. */
  mft_drive_fails (4, "x.pdf",
                   SIGN ("x.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "lt", "--timestamp-url",
                         fixture->tsa, "--crl", "akar.crl", "--certs", "rantai.pem"));
  g_assert_cmpint (g_atomic_int_get (&world->asked), ==, 1); /* before anybody was asked */
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  MftValidationWorld *world = fixture->world;
  g_autofree char *silent = mft_validation_world_url (world, "/tidak-ada");

  (void) data;
  g_free (mft_drive_done (SIGN ("b0.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "b")));
#define REFUSE_LT(...)                                                                             \
  mft_drive_fails (4, "x.pdf",                                                                     \
                   SIGN ("x.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "lt", "--timestamp-url", \
                         __VA_ARGS__))
#define REFUSE_EXTEND(...)                                                                         \
  mft_drive_fails (4, "x.pdf", WORDS ("extend", "b0.pdf", "-o", "x.pdf", __VA_ARGS__))
  REFUSE_LT (fixture->tsa); /* neither files nor network */
  REFUSE_LT (silent, "--online");
  REFUSE_EXTEND ("--level", "lt", "--online"); /* no time, and nobody to ask for it */
  REFUSE_EXTEND ("--level", "lta", "--timestamp-url", fixture->tsa);
  mft_drive_fails (4, "x.pdf",
                   WORDS ("extend", "naskah.pdf", "-o", "x.pdf", "--level", "t", "--timestamp-url",
                          fixture->tsa));
  mft_drive_fails (2, "x.pdf", WORDS ("extend", "b0.pdf", "-o", "x.pdf", "--level", "b"));
  mft_drive_fails (2, "x.pdf", WORDS ("extend", "b0.pdf", "-o", "x.pdf", "--level", "lta"));
  mft_drive_fails (
      2, NULL,
      WORDS ("extend", "b0.pdf", "-o", "b0.pdf", "--level", "t", "--timestamp-url", fixture->tsa));
  mft_drive_fails (3, "x.pdf",
                   WORDS ("extend", "sandi.txt", "-o", "x.pdf", "--level", "t", "--timestamp-url",
                          fixture->tsa));

  world->other = mft_test_authority_certificate (world->authority); /* an answer about another */
  REFUSE_LT (fixture->tsa, "--online");
  world->other = NULL;
  world->is_silent = TRUE;
  REFUSE_LT (fixture->tsa, "--online");
  world->is_silent = FALSE;

  /* Who is revoked signs at no level. */
  world->is_revoked = TRUE;
  REFUSE_LT (fixture->tsa, "--online");
  mft_drive_fails (4, "x.pdf", SIGN ("x.pdf", "wulan.p12", "PIHAK_KESATU", "--online"));
  REFUSE_EXTEND ("--level", "lt", "--online", "--timestamp-url", fixture->tsa);
}

/* Revocation that --online asks for and does not get lowers the verdict; offline it does not. */
static void
test_verify (Fixture *fixture, gconstpointer data)
{
  MftValidationWorld *world = fixture->world;
#define VERIFY WORDS ("verify", "v.pdf", "--trust", "akar.pem", "--online", "--json")

  (void) data;
  g_free (mft_drive_done (SIGN ("v.pdf", "wulan.p12", "PIHAK_KESATU", "--level", "b")));
  g_free (mft_drive_done (VERIFY));
  g_assert_cmpint (g_atomic_int_get (&world->asked), >, 0);
  world->is_silent = TRUE;
  g_autoptr (JsonNode) unsure = mft_drive_json (1, VERIFY);
  g_autofree char *text = json_to_string (unsure, FALSE);
  g_assert_nonnull (strstr (text, "\"indeterminate\""));
  world->is_silent = FALSE;
  world->is_revoked = TRUE;
  g_autoptr (JsonNode) revoked = mft_drive_json (1, VERIFY);
  g_autofree char *revoked_text = json_to_string (revoked, FALSE);
  g_assert_nonnull (strstr (revoked_text, "\"verdict\":\"invalid\""));
  g_free (mft_drive_done (WORDS ("verify", "v.pdf", "--trust", "akar.pem", "--certs", "psre.pem")));
}

int
main (int argc, char **argv)
{
#define ADD(name, test)                                                                            \
  g_test_add ("/command/long-term/" name, Fixture, NULL, set_up, test, tear_down)
  mft_test_init (&argc, &argv);
  ADD ("sign", test_sign);
  ADD ("algorithms", test_algorithms);
  ADD ("extend", test_extend);
  ADD ("extend-adobe", test_extend_adobe);
  ADD ("given", test_given);
  ADD ("refusals", test_refusals);
  ADD ("verify", test_verify);
  return g_test_run ();
}
