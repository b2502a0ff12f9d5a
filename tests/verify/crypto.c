/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files whose bytes are sound and whose CMS is not: every way in which a signature of somebody trusted could
 * be made to say more than it does. Sources: RFC 5652 (CMS), RFC 5035 (signing certificate), EN 319 142-1 (PAdES),
 * EN 319 102-1 (validation). */
#include "verify-support.h"

#include <openssl/cms.h>
#include <openssl/pkcs12.h>

#include "long-term.h"
#include "pki/cms-attributes.h"

#define LONG_AGO -5000 /* days: 2011 */
#define WEAK_WAS_STRONG -4600
#define ETSI "/ETSI.CAdES.detached"
#define ADBE "/adbe.pkcs7.detached"
G_STATIC_ASSERT (sizeof ETSI == sizeof ADBE);

typedef struct
{
  MftTestAuthority *root;
  MftTestAuthority *ca; /* since 2011; it is the anchor */
} World;

static void
set_up (World *world, gconstpointer data G_GNUC_UNUSED)
{
  const MftTestIdentity ca = { .name = "CA Lama", .from_day = LONG_AGO, .days = 9000 };

  world->root = mft_test_authority_new ("Akar");
  world->ca = mft_test_authority_issue_ca (world->root, &ca);
}

static void
tear_down (World *world, gconstpointer data G_GNUC_UNUSED)
{
  mft_test_authority_free (world->ca);
  mft_test_authority_free (world->root);
}

/* A signer as OpenSSL holds it. */
typedef struct
{
  EVP_PKEY *key;
  X509 *certificate;
} Signer;

static void
signer_clear (Signer *signer)
{
  EVP_PKEY_free (signer->key);
  X509_free (signer->certificate);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Signer, signer_clear)

static Signer
make_signer (World *world, const char *name, const char *key)
{
  const MftTestIdentity identity = { .name = name, .from_day = LONG_AGO, .days = 8000, .key = key };
  g_autoptr (MftKey) made = mft_test_authority_issue (world->ca, &identity);
  g_autoptr (GBytes) packed = mft_test_key_to_p12 (made, "x");
  const unsigned char *at = g_bytes_get_data (packed, NULL);
  PKCS12 *p12 = d2i_PKCS12 (NULL, &at, (long) g_bytes_get_size (packed));
  Signer signer = { NULL, NULL };

  g_assert_cmpint (PKCS12_parse (p12, "x", &signer.key, &signer.certificate, NULL), ==, 1);
  PKCS12_free (p12);
  return signer;
}

/* What is done to the CMS after it was made soundly. */
typedef void (*Bend) (World *world, CMS_ContentInfo *cms, CMS_SignerInfo *info, Signer *signer);

typedef struct
{
  const char *name, *source;
  const char *key;
  const char *digest;
  guint flags; /* CMS_…, besides the usual */
  Bend bend;
  MftVerdict expected;
  const char *message; /* NULL: none is asked for */
} Case;

static void
write_hex (char *hole, gsize length, const unsigned char *der, int size)
{
  g_assert_cmpint (size * 2, <=, (int) length);
  memset (hole, '0', length);
  for (int i = 0; i < size; i++)
    {
      hole[2 * i] = "0123456789abcdef"[der[i] >> 4];
      hole[2 * i + 1] = "0123456789abcdef"[der[i] & 15];
    }
}

/* A file that somebody signed gets another signature in the same hole. */
static GBytes *
sign_as (World *world, const Case *one)
{
  g_auto (Signer) signer = make_signer (world, "Bagas Manikmaya", one->key);
  const guint flags = CMS_BINARY | CMS_NOSMIMECAP | one->flags;
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
  gsize size = g_bytes_get_size (once), length;
  char *pdf = g_memdup2 (g_bytes_get_data (once, NULL), size);
  char *hole = g_strstr_len (pdf, (gssize) size, "/Contents <") + strlen ("/Contents <");
  CMS_ContentInfo *cms = CMS_sign (NULL, NULL, NULL, NULL, flags | CMS_PARTIAL);
  BIO *covered = BIO_new (BIO_s_mem ());
  unsigned char *der = NULL;

  length = strcspn (hole, ">");
  memcpy (g_strstr_len (pdf, (gssize) size, ETSI), ADBE, strlen (ADBE));
  BIO_write (covered, pdf, (int) (hole - 1 - pdf));
  BIO_write (covered, hole + length + 1, (int) (size - (gsize) (hole + length + 1 - pdf)));
  CMS_SignerInfo *info = CMS_add1_signer (cms, signer.certificate, signer.key,
                                          EVP_get_digestbyname (one->digest), flags);
  g_assert_nonnull (info);
  g_assert_cmpint (CMS_final (cms, covered, NULL, flags), ==, 1);
  if (one->bend != NULL)
    one->bend (world, cms, info, &signer);
  write_hex (hole, length, der, i2d_CMS_ContentInfo (cms, &der));
  OPENSSL_free (der);
  BIO_free (covered);
  CMS_ContentInfo_free (cms);
  return g_bytes_new_take (pdf, size);
}

static MftVerifyReport *
judge (World *world, GBytes *pdf, gint64 at)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  const MftVerifyOptions options = { .at = at, .anchors = anchors };
  g_autoptr (GError) error = NULL;
  MftVerifyReport *report;

  mft_anchors_add (anchors, mft_test_authority_certificate (world->ca));
  report = mft_verify (source, &options, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static void
add_second_signer (World *world, CMS_ContentInfo *cms, CMS_SignerInfo *info G_GNUC_UNUSED,
                   Signer *signer G_GNUC_UNUSED)
{
  g_auto (Signer) other = make_signer (world, "Wulan Hapsari Tirtanegara", "P-256");

  g_assert_nonnull (CMS_add1_signer (cms, other.certificate, other.key, EVP_sha256 (),
                                     CMS_BINARY | CMS_NOSMIMECAP | CMS_REUSE_DIGEST));
}

static ASN1_OCTET_STRING *
take_digest (CMS_SignerInfo *info)
{
  int at = CMS_signed_get_attr_by_NID (info, NID_pkcs9_messageDigest, -1);
  X509_ATTRIBUTE *attribute = CMS_signed_delete_attr (info, at);
  ASN1_OCTET_STRING *digest
      = ASN1_STRING_dup (X509_ATTRIBUTE_get0_type (attribute, 0)->value.octet_string);

  X509_ATTRIBUTE_free (attribute);
  return digest;
}

static void
add_digest (CMS_SignerInfo *info, const ASN1_OCTET_STRING *digest, int type)
{
  g_assert_cmpint (CMS_signed_add1_attr_by_NID (info, NID_pkcs9_messageDigest, type,
                                                ASN1_STRING_get0_data (digest),
                                                ASN1_STRING_length (digest)),
                   ==, 1);
}

/* OpenSSL refuses to sign attributes as bad as these. */
static void
sign_again (CMS_SignerInfo *info, Signer *signer, const EVP_MD *digest)
{
  g_autoptr (GBytes) attributes = mft_cms_attributes_der (info);
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  guint8 value[512];
  gsize size = sizeof value;

  g_assert_cmpint (EVP_DigestSignInit (context, NULL, digest, NULL, signer->key), ==, 1);
  g_assert_cmpint (EVP_DigestSign (context, value, &size, g_bytes_get_data (attributes, NULL),
                                   g_bytes_get_size (attributes)),
                   ==, 1);
  ASN1_STRING_set (CMS_SignerInfo_get0_signature (info), value, (int) size);
}

static void
change_digest_type (World *world G_GNUC_UNUSED, CMS_ContentInfo *cms G_GNUC_UNUSED,
                    CMS_SignerInfo *info, Signer *signer)
{
  ASN1_OCTET_STRING *digest = take_digest (info);

  add_digest (info, digest, V_ASN1_T61STRING);
  sign_again (info, signer, EVP_sha256 ());
  ASN1_STRING_free (digest);
}

/* The true digest and another. */
static void
add_other_digest (World *world G_GNUC_UNUSED, CMS_ContentInfo *cms G_GNUC_UNUSED,
                  CMS_SignerInfo *info, Signer *signer)
{
  static const guint8 other[32] = { 1 };

  g_assert_cmpint (CMS_signed_add1_attr_by_NID (info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                                other, sizeof other),
                   ==, 1);
  sign_again (info, signer, EVP_sha256 ());
}

static void
name_sha1 (World *world G_GNUC_UNUSED, CMS_ContentInfo *cms G_GNUC_UNUSED, CMS_SignerInfo *info,
           Signer *signer G_GNUC_UNUSED)
{
  X509_ALGOR *algorithm;

  CMS_SignerInfo_get0_algs (info, NULL, NULL, NULL, &algorithm);
  X509_ALGOR_set0 (algorithm, OBJ_nid2obj (NID_sha1WithRSAEncryption), V_ASN1_NULL, NULL);
}

/* The value is over the SHA-1 of the attributes, while everything outside says SHA-256. */
static void
sign_sha1 (World *world G_GNUC_UNUSED, CMS_ContentInfo *cms G_GNUC_UNUSED, CMS_SignerInfo *info,
           Signer *signer)
{
  sign_again (info, signer, EVP_sha1 ());
}

/* The same key under another name and number. */
static void
rename_certificate (World *world G_GNUC_UNUSED, CMS_ContentInfo *cms,
                    CMS_SignerInfo *info G_GNUC_UNUSED, Signer *signer)
{
  X509 *twin = X509_dup (signer->certificate);

  X509_NAME_add_entry_by_txt (X509_get_subject_name (twin), "CN", MBSTRING_UTF8,
                              (const guchar *) "Wulan Hapsari Tirtanegara", -1, -1, 0);
  ASN1_INTEGER_set (X509_get_serialNumber (twin), 4711);
  i2d_re_X509_tbs (twin, NULL);
  g_assert_cmpint (CMS_add1_cert (cms, twin), ==, 1);
  X509_free (twin);
}

/* Certificates among what nobody signed (EN 319 122-1, certificate-values) lead nowhere else. */
static void
add_unsigned_certificate (World *world, CMS_ContentInfo *cms G_GNUC_UNUSED, CMS_SignerInfo *info,
                          Signer *signer G_GNUC_UNUSED)
{
  g_auto (Signer) other = make_signer (world, "Wulan Hapsari Tirtanegara", "P-256");
  ASN1_OBJECT *values = OBJ_txt2obj ("1.2.840.113549.1.9.16.2.23", TRUE);
  guint8 list[2048] = { 0x30, 0x82 };
  unsigned char *at = list + 4;
  int size = i2d_X509 (other.certificate, NULL);

  g_assert_cmpint (size, <, (int) sizeof list - 4);
  i2d_X509 (other.certificate, &at);
  list[2] = (guint8) (size >> 8);
  list[3] = (guint8) size;
  g_assert_cmpint (CMS_unsigned_add1_attr_by_OBJ (info, values, V_ASN1_SEQUENCE, list, size + 4),
                   ==, 1);
  ASN1_OBJECT_free (values);
}

static const Case cases[] = {
  { "sound", "RFC 5652", "RSA", "SHA256", CMS_DETACHED, NULL, MFT_VERDICT_VALID, NULL },
  { "two-signers", "EN 319 142-1, 6.3: one SignerInfo", "RSA", "SHA256", CMS_DETACHED,
    add_second_signer, MFT_VERDICT_INDETERMINATE, "SIGNERS_NOT_ONE" },
  { "digest-of-another-type", "RFC 5652, 11.2", "RSA", "SHA256", CMS_DETACHED, change_digest_type,
    MFT_VERDICT_INVALID, "SIGNED_ATTRIBUTES_WRONG" },
  { "two-digests", "RFC 5652, 11.2", "RSA", "SHA256", CMS_DETACHED, add_other_digest,
    MFT_VERDICT_INVALID, "SIGNED_ATTRIBUTES_WRONG" },
  { "no-attributes", "EN 319 142-1, 6.3", "RSA", "SHA256", CMS_DETACHED | CMS_NOATTR, NULL,
    MFT_VERDICT_INVALID, "SIGNED_ATTRIBUTES_MISSING" },
  { "sha1-named-beside-sha256", "RFC 5652, 5.3", "RSA", "SHA256", CMS_DETACHED, name_sha1,
    MFT_VERDICT_INVALID, "ALGORITHMS_DISAGREE" },
  { "sha1-inside-sha256", "RFC 8017, 9.2", "RSA", "SHA256", CMS_DETACHED, sign_sha1,
    MFT_VERDICT_INVALID, "SIGNATURE_VALUE_WRONG" },
  { "same-key-other-name", "RFC 5035", "RSA", "SHA256", CMS_DETACHED | CMS_NOCERTS,
    rename_certificate, MFT_VERDICT_INDETERMINATE, "SIGNER_CERTIFICATE_MISSING" },
  { "certificates-beside", "EN 319 122-1", "RSA", "SHA256", CMS_DETACHED, add_unsigned_certificate,
    MFT_VERDICT_VALID, NULL },
  { "md5", "RFC 6151", "RSA", "MD5", CMS_DETACHED, NULL, MFT_VERDICT_INDETERMINATE,
    "ALGORITHM_UNKNOWN" },
  { "sha1", "EN 319 102-1, 5.2.8", "RSA", "SHA1", CMS_DETACHED, NULL, MFT_VERDICT_INDETERMINATE,
    "DIGEST_WEAK" },
  { "rsa-1024", "EN 319 102-1, 5.2.8", "RSA-1024", "SHA256", CMS_DETACHED, NULL,
    MFT_VERDICT_INDETERMINATE, "KEY_WEAK" },
};

static void
test_case (World *world, gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GBytes) pdf = sign_as (world, one);
  g_autoptr (MftVerifyReport) report = judge (world, pdf, MFT_TEST_AT (0));
  const MftSignatureReport *signature = signature_of (report, "PIHAK_KESATU");

  g_test_message ("%s", one->source);
  g_assert_cmpstr (mft_verdict_name (report->verdict), ==, mft_verdict_name (one->expected));
  g_assert_true (one->message == NULL
                 || mft_verify_has_message (signature->messages, one->message));
  if (one->expected == MFT_VERDICT_VALID)
    g_assert_cmpstr (signature->signer, ==, "Bagas Manikmaya");
}

/* What was strong when it provably was made stays so; a digest that collided even then never was. */
static void
test_weak_by_time (World *world, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    Case one;
    int day;
    MftVerdict expected;
    const char *message;
  } times[] = {
    { { .key = "RSA", .digest = "SHA1" }, WEAK_WAS_STRONG, MFT_VERDICT_VALID, NULL },
    { { .key = "RSA-1024", .digest = "SHA256" }, WEAK_WAS_STRONG, MFT_VERDICT_VALID, NULL },
    { { .key = "RSA", .digest = "MD5" },
      WEAK_WAS_STRONG,
      MFT_VERDICT_INDETERMINATE,
      "ALGORITHM_UNKNOWN" },
    { { .key = "RSA", .digest = "SHA1" }, -100, MFT_VERDICT_INDETERMINATE, "DIGEST_WEAK" },
    { { .key = "RSA-1024", .digest = "SHA256" }, -100, MFT_VERDICT_INDETERMINATE, "KEY_WEAK" },
    { { .key = "RSA", .digest = "SHA256" }, -100, MFT_VERDICT_VALID, NULL },
  };
  const MftTestIdentity identity = { .name = "Penanda Waktu",
                                     .from_day = LONG_AGO,
                                     .days = 8000,
                                     .usage = "critical,digitalSignature",
                                     .extended = "critical,timeStamping" };
  g_autoptr (MftKey) tsa = mft_test_authority_issue (world->ca, &identity);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      Case one = times[i].one;
      one.flags = CMS_DETACHED;
      g_autoptr (GBytes) pdf = sign_as (world, &one);
      g_autoptr (GBytes) stamped = mft_test_add_token (pdf, tsa, MFT_TEST_AT (times[i].day), NULL);
      g_autoptr (MftVerifyReport) report = judge (world, stamped, MFT_TEST_AT (0));
      const MftSignatureReport *signature = signature_of (report, "PIHAK_KESATU");
      g_test_message ("%s, %s, day %d", one.key, one.digest, times[i].day);
      g_assert_cmpstr (mft_verdict_name (report->verdict), ==,
                       mft_verdict_name (times[i].expected));
      g_assert_cmpint (mft_verify_has_message (signature->messages, "DIGEST_WEAK")
                           || mft_verify_has_message (signature->messages, "KEY_WEAK")
                           || mft_verify_has_message (signature->messages, "ALGORITHM_UNKNOWN"),
                       ==, times[i].message != NULL);
      g_assert_true (times[i].message == NULL
                     || mft_verify_has_message (signature->messages, times[i].message));
    }
}

/* A signature is judged at the time that is proven, else now: not before the certificate was issued, nor after
 * it ended, whatever /M claims. */
static void
test_times (World *world, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    int day;
    MftVerdict expected;
    const char *message;
  } times[] = {
    { LONG_AGO - 1, MFT_VERDICT_INDETERMINATE, "CERTIFICATE_NOT_YET_VALID" },
    { LONG_AGO + 1, MFT_VERDICT_VALID, NULL },
    { LONG_AGO + 7999, MFT_VERDICT_VALID, NULL },
    { LONG_AGO + 8001, MFT_VERDICT_INDETERMINATE, "CERTIFICATE_EXPIRED" },
  };
  g_autoptr (GBytes) pdf = sign_as (world, &cases[0]);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (MftVerifyReport) report = judge (world, pdf, MFT_TEST_AT (times[i].day));
      g_assert_cmpstr (mft_verdict_name (report->verdict), ==,
                       mft_verdict_name (times[i].expected));
      g_assert_true (times[i].message == NULL
                     || mft_verify_has_message (signature_of (report, "PIHAK_KESATU")->messages,
                                                times[i].message));
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/crypto/", cases[i].name, NULL);
      g_test_add (path, World, &cases[i], set_up, test_case, tear_down);
    }
  g_test_add ("/verify/crypto/weak-by-time", World, NULL, set_up, test_weak_by_time, tear_down);
  g_test_add ("/verify/crypto/times", World, NULL, set_up, test_times, tear_down);
  return g_test_run ();
}
