/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NIST's Public Key Interoperability Test Suite, where somebody has it: MUFAKAT_PKITS names a folder with
 * certs/, crls/ and pkits.json. Every case as labelled; exceptions are listed with the reason. */
#include "support.h"

#include <json-glib/json-glib.h>

#include "base/safe-file.h"
#include "pki/path.h"
#include "pki/revocation-set.h"

#define AT ((gint64) 1577836800 * G_USEC_PER_SEC) /* 2020-01-01 */
#define SIZE_MOST (1024 * 1024)

/* We judge otherwise than labelled, and why. A case that we would call valid against its label has no
 * place here. */
static const struct
{
  const char *name; /* how its name begins */
  const char *reason;
} exceptions[] = {
  { "valid_dsa_", "DSA keys of 1024 bits are too weak to sign with" },
  { "valid_separate_certificate_and_crl_keys", "lists signed by another key than the certificates: "
                                               "what they say is not known" },
  { "valid_basic_self_issued_", "the same: an issuer that changed its key" },
  { "valid_self_issued_", "the same: nobody lists the self-issued certificate" },
  { "valid_distributionpoint_", "a list at a point that is named relative to its issuer" },
  { "valid_onlysomereasons_", "lists that each hold some reasons are not put together" },
  { "valid_idp_with_indirectcrl_", "lists kept by somebody else than the issuer" },
  { "valid_crlissuer_", "lists kept by somebody else than the issuer" },
  { "valid_deltacrl_test5", "a delta list does not take a certificate off the list again" },
};

static MftCertificate *
read_certificate (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, "certs", name, NULL);
  g_autoptr (GBytes) bytes = mft_file_read (path, SIZE_MOST, NULL);

  return bytes != NULL ? mft_certificate_new_from_der (g_bytes_get_data (bytes, NULL),
                                                       g_bytes_get_size (bytes), NULL)
                       : NULL;
}

static GPtrArray *
read_others (const char *folder, JsonObject *one)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  JsonArray *names = json_object_has_member (one, "other_certs")
                         ? json_object_get_array_member (one, "other_certs")
                         : NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      MftCertificate *other = read_certificate (folder, json_array_get_string_element (names, i));
      if (other != NULL)
        g_ptr_array_add (others, other);
    }
  return others;
}

static MftRevocationSet *
read_lists (const char *folder, JsonObject *one)
{
  MftRevocationSet *set = mft_revocation_set_new ();
  g_autofree char *anchors = g_build_filename (folder, "crls", "TrustAnchorRootCRL.crl", NULL);
  JsonArray *names
      = json_object_has_member (one, "crls") ? json_object_get_array_member (one, "crls") : NULL;

  mft_revocation_set_add_crl_file (set, anchors, NULL);
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      g_autofree char *path
          = g_build_filename (folder, "crls", json_array_get_string_element (names, i), NULL);
      mft_revocation_set_add_crl_file (set, path, NULL);
    }
  return set;
}

/* Nobody on the way is revoked, and somebody says so of each. */
static gboolean
is_current (const MftPath *path, MftRevocationSet *set)
{
  for (guint i = 0; i + 1 < path->chain->len; i++)
    {
      const MftRevocationQuestion question
          = { path->chain->pdata[i], path->chain->pdata[i + 1], AT, AT };
      if (mft_revocation_set_ask (set, &question, NULL) != MFT_REVOCATION_GOOD)
        return FALSE;
    }
  return TRUE;
}

/* What the suite asks that no signature of ours can: a set of policies chosen before. */
static gboolean
asks_for_policies (JsonObject *one)
{
  return json_object_has_member (one, "params");
}

static const char *
find_exception (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_str_has_prefix (name, exceptions[i].name))
      return exceptions[i].reason;
  return NULL;
}

static gboolean
passes (const char *folder, JsonObject *one, MftAnchors *anchors)
{
  g_autoptr (MftCertificate) certificate
      = read_certificate (folder, json_object_get_string_member (one, "cert"));
  g_autoptr (GPtrArray) others = read_others (folder, one);
  g_autoptr (MftRevocationSet) set = read_lists (folder, one);
  const MftPathRequest request = { MFT_PATH_FOR_SIGNING, AT, FALSE, anchors, others };
  g_autoptr (MftPath) path = NULL;

  if (certificate == NULL)
    return FALSE;
  path = mft_path_build (certificate, &request);
  g_test_message ("%s: path %d", json_object_get_string_member (one, "name"), path->reason);
  return path->trust == MFT_TRUST_TRUSTED && is_current (path, set);
}

static void
test_pkits (void)
{
  const char *folder = g_getenv ("MUFAKAT_PKITS");
  g_autofree char *list = folder != NULL ? g_build_filename (folder, "pkits.json", NULL) : NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  guint wrong = 0;

  if (list == NULL || !json_parser_load_from_file (parser, list, NULL))
    {
      g_test_skip ("MUFAKAT_PKITS names no folder with the suite");
      return;
    }
  g_autoptr (MftCertificate) root = read_certificate (folder, "TrustAnchorRootCertificate.crt");
  g_assert_nonnull (root);
  mft_anchors_add (anchors, root);
  JsonArray *cases = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *one = json_array_get_object_element (cases, i);
      const char *name = json_object_get_string_member (one, "name");
      gboolean expected = !json_object_has_member (one, "error");
      gboolean got = passes (folder, one, anchors);

      if (got == expected || (!got && find_exception (name) != NULL)
          || (got && asks_for_policies (one)))
        continue;
      g_printerr ("# %s: labelled %s\n", name, expected ? "valid" : "invalid");
      wrong++;
    }
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pki/pkits", test_pkits);
  return g_test_run ();
}
