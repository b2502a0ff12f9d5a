/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths by RFC 5280, 6.1: a root, a CA below it and a signer, each with extensions of its own; every case has one
 * thing that decides. */
#include "support.h"

#include <openssl/x509v3.h>

#include "pki/path.h"

#define AT ((gint64) 1735689600 * G_USEC_PER_SEC) /* 2025-01-01 */

#define CA "basicConstraints=critical,CA:TRUE|keyUsage=critical,keyCertSign,cRLSign"
#define SIGNER "keyUsage=critical,digitalSignature,nonRepudiation"

static const struct
{
  const char *name;
  const char *ca;
  const char *signer;
  MftPathReason expected;
} cases[] = {
  { "plain", CA, SIGNER, MFT_PATH_OK },
  { "no CA flag", "keyUsage=critical,keyCertSign", SIGNER, MFT_PATH_CONSTRAINTS },
  { "CA flag says no", "basicConstraints=critical,CA:FALSE", SIGNER, MFT_PATH_CONSTRAINTS },
  { "may not sign certificates", "basicConstraints=critical,CA:TRUE|keyUsage=critical,cRLSign",
    SIGNER, MFT_PATH_CONSTRAINTS },
  { "path length zero", "basicConstraints=critical,CA:TRUE,pathlen:0|keyUsage=critical,keyCertSign",
    SIGNER, MFT_PATH_OK },
  { "unknown critical extension of the CA", CA "|1.3.6.1.4.1.55555.1=critical,DER:0500", SIGNER,
    MFT_PATH_CONSTRAINTS },
  { "unknown critical extension", CA, SIGNER "|1.3.6.1.4.1.55555.1=critical,DER:0500",
    MFT_PATH_CONSTRAINTS },
  { "unknown extension", CA, SIGNER "|1.3.6.1.4.1.55555.1=DER:0500", MFT_PATH_OK },
  { "name outside the permitted ones", CA "|nameConstraints=critical,permitted;dirName:permitted",
    SIGNER, MFT_PATH_CONSTRAINTS },
  { "mail address outside", CA "|nameConstraints=critical,permitted;email:samudra.example",
    SIGNER "|subjectAltName=email:wulan@tanjung.example", MFT_PATH_CONSTRAINTS },
  { "mail address inside", CA "|nameConstraints=critical,permitted;email:samudra.example",
    SIGNER "|subjectAltName=email:wulan@samudra.example", MFT_PATH_OK },
  { "mail address excluded", CA "|nameConstraints=critical,excluded;email:samudra.example",
    SIGNER "|subjectAltName=email:wulan@samudra.example", MFT_PATH_CONSTRAINTS },
  { "a policy is asked for and there",
    CA "|certificatePolicies=1.2.3|policyConstraints=critical,requireExplicitPolicy:0",
    SIGNER "|certificatePolicies=1.2.3", MFT_PATH_OK },
  { "a policy is asked for and missing",
    CA "|certificatePolicies=1.2.3|policyConstraints=critical,requireExplicitPolicy:0", SIGNER,
    MFT_PATH_CONSTRAINTS },
  { "another policy",
    CA "|certificatePolicies=1.2.3|policyConstraints=critical,requireExplicitPolicy:0",
    SIGNER "|certificatePolicies=1.2.4", MFT_PATH_CONSTRAINTS },
  { "the mark of Adobe, critical", CA, SIGNER "|extendedKeyUsage=critical,1.2.840.113583.1.1.5",
    MFT_PATH_OK },
  { "mail and documents", CA, SIGNER "|extendedKeyUsage=emailProtection,1.3.6.1.5.5.7.3.36",
    MFT_PATH_OK },
  { "servers only", CA, SIGNER "|extendedKeyUsage=critical,serverAuth", MFT_PATH_WRONG_USAGE },
  { "timestamps only", CA, SIGNER "|extendedKeyUsage=critical,timeStamping", MFT_PATH_WRONG_USAGE },
  { "keys only", CA, "keyUsage=critical,keyEncipherment", MFT_PATH_WRONG_USAGE },
};

typedef struct
{
  X509 *x509;
  EVP_PKEY *key;
} Made;

static void
add_extensions (X509 *x509, const char *list)
{
  g_auto (GStrv) one = g_strsplit (list, "|", -1);
  CONF *none = NCONF_new (NULL);
  BIO *section = BIO_new_mem_buf ("[permitted]\nO = Samudra\n", -1);
  long line;
  X509V3_CTX context;

  g_assert_cmpint (NCONF_load_bio (none, section, &line), ==, 1);
  X509V3_set_ctx (&context, x509, x509, NULL, NULL, 0);
  X509V3_set_nconf (&context, none);
  for (guint i = 0; one[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (one[i], "=", 2);
      X509_EXTENSION *extension = X509V3_EXT_nconf (none, &context, pair[0], pair[1]);
      g_assert_nonnull (extension);
      X509_add_ext (x509, extension, -1);
      X509_EXTENSION_free (extension);
    }
  BIO_free (section);
  NCONF_free (none);
}

static Made
make (const char *name, const Made *issuer, const char *extensions)
{
  Made made = { X509_new (), EVP_EC_gen ("P-256") };
  X509_NAME *subject = X509_get_subject_name (made.x509);
  static int serial = 1;

  X509_set_version (made.x509, 2);
  ASN1_INTEGER_set (X509_get_serialNumber (made.x509), serial++);
  X509_NAME_add_entry_by_txt (subject, "O", MBSTRING_UTF8, (const guchar *) "Tata Samudra", -1, -1,
                              0);
  X509_NAME_add_entry_by_txt (subject, "CN", MBSTRING_UTF8, (const guchar *) name, -1, -1, 0);
  X509_set_issuer_name (made.x509, issuer != NULL ? X509_get_subject_name (issuer->x509) : subject);
  ASN1_TIME_set (X509_getm_notBefore (made.x509), AT / G_USEC_PER_SEC - 1000);
  ASN1_TIME_set (X509_getm_notAfter (made.x509), AT / G_USEC_PER_SEC + 1000);
  X509_set_pubkey (made.x509, made.key);
  add_extensions (made.x509, extensions);
  g_assert_cmpint (X509_sign (made.x509, issuer != NULL ? issuer->key : made.key, EVP_sha256 ()), >,
                   0);
  return made;
}

static MftPathReason
judge (const Made *root, const Made *between, guint count, const Made *signer)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  g_autoptr (GPtrArray) others
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  g_autoptr (MftCertificate) top = mft_certificate_new_from_x509 (root->x509);
  g_autoptr (MftCertificate) end = mft_certificate_new_from_x509 (signer->x509);
  const MftPathRequest request = { MFT_PATH_FOR_SIGNING, AT, FALSE, anchors, others };
  MftPathReason reason;

  mft_anchors_add (anchors, top);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (others, mft_certificate_new_from_x509 (between[i].x509));
  g_autoptr (MftPath) path = mft_path_build (end, &request);
  reason = path->reason;
  g_assert_cmpint (path->trust == MFT_TRUST_TRUSTED, ==, reason == MFT_PATH_OK);
  return reason;
}

static void
drop (Made *made)
{
  X509_free (made->x509);
  EVP_PKEY_free (made->key);
}

static void
test_cases (void)
{
  Made root = make ("Akar", NULL, CA);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Made ca = make ("Penerbit", &root, cases[i].ca);
      Made signer = make ("Wulan Hapsari Tirtanegara", &ca, cases[i].signer);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (judge (&root, &ca, 1, &signer), ==, cases[i].expected);
      drop (&signer);
      drop (&ca);
    }
  drop (&root);
}

/* A CA that may have none below it, and one below it all the same. */
static void
test_length (void)
{
  Made root = make ("Akar", NULL, CA);
  Made between[2];

  between[0] = make ("Penerbit", &root,
                     "basicConstraints=critical,CA:TRUE,pathlen:0|keyUsage=critical,keyCertSign");
  between[1] = make ("Penerbit bawah", &between[0], CA);
  Made signer = make ("Wulan Hapsari Tirtanegara", &between[1], SIGNER);
  g_assert_cmpint (judge (&root, between, 2, &signer), ==, MFT_PATH_CONSTRAINTS);
  drop (&signer);
  drop (&between[0]);
  drop (&between[1]);
  drop (&root);
}

/* The same names, signed by somebody else. */
static void
test_forged (void)
{
  Made root = make ("Akar", NULL, CA), ca = make ("Penerbit", &root, CA);
  Made twin = make ("Penerbit", NULL, CA);
  Made signer = make ("Wulan Hapsari Tirtanegara", &twin, SIGNER);

  g_assert_cmpint (judge (&root, &ca, 1, &signer), !=, MFT_PATH_OK);
  drop (&signer);
  drop (&twin);
  drop (&ca);
  drop (&root);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pki/constraints/cases", test_cases);
  g_test_add_func ("/pki/constraints/length", test_length);
  g_test_add_func ("/pki/constraints/forged", test_forged);
  return g_test_run ();
}
