/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who signed as what, under which root, and for how long it can be judged. */
#include "report/sentences.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pki/anchors.h"

static gboolean
contains (const char *text, const char *word)
{
  g_autofree char *upper = text != NULL ? g_utf8_strup (text, -1) : NULL;

  return upper != NULL && strstr (upper, word) != NULL;
}

/* Perum Peruri issues the electronic stamp duty (PP 86/2021); its signature says so in its name. */
static gboolean
is_stamp_duty (const MftSignatureReport *signature)
{
  return contains (signature->signer, "METERAI") || contains (signature->signer, "PERURI")
         || g_str_has_prefix (signature->field, "METERAI");
}

/* A seal is made by an organization, not by a person (PP 71/2019 Ps 64). */
static gboolean
is_seal (const MftSignatureReport *signature)
{
  const char *organization = signature->certificate != NULL
                                 ? mft_certificate_organization (signature->certificate)
                                 : NULL;

  return organization != NULL && g_strcmp0 (organization, signature->signer) == 0;
}

gboolean
mft_report_is_party (const MftSignatureReport *signature)
{
  return signature->kind == MFT_SIGNATURE_KIND_SIGNATURE
         && !g_str_has_prefix (signature->field, "PARAF") && !is_stamp_duty (signature);
}

const char *
mft_sentence_kind (const MftSignatureReport *signature)
{
  if (signature->kind == MFT_SIGNATURE_KIND_TIMESTAMP)
    return _ ("Electronic timestamp");
  if (is_stamp_duty (signature))
    return _ ("Electronic stamp duty");
  if (g_str_has_prefix (signature->field, "PARAF"))
    return _ ("Initials");
  if (is_seal (signature))
    return _ ("Electronic seal");
  return g_str_has_prefix (signature->field, "PIHAK_") ? _ ("Signature of a party")
                                                       : _ ("Electronic signature");
}

char *
mft_sentence_signer (const MftSignatureReport *signature)
{
  const char *organization = signature->certificate != NULL
                                 ? mft_certificate_organization (signature->certificate)
                                 : NULL;

  if (signature->signer == NULL)
    return g_strdup (_ ("The signer cannot be read"));
  return organization != NULL && strcmp (organization, signature->signer) != 0
             ? g_strdup_printf ("%s, %s", signature->signer, organization)
             : g_strdup (signature->signer);
}

static gboolean
is_pinned (const MftCertificate *certificate)
{
  for (const MftPinnedAnchor *pinned = mft_pinned_anchors (); pinned->name != NULL; pinned++)
    if (strcmp (pinned->sha256, mft_certificate_sha256 (certificate)) == 0)
      return TRUE;
  return FALSE;
}

char *
mft_sentence_root (const MftSignatureReport *signature)
{
  for (guint i = 0; signature->chain != NULL && i < signature->chain->len; i++)
    if (is_pinned (g_ptr_array_index (signature->chain, i)))
      return g_strdup (_ ("Under the national root authority (PSrE Induk): yes"));
  return g_strdup (signature->trust == MFT_TRUST_TRUSTED
                       ? _ ("Under the national root authority (PSrE Induk): no, trusted here")
                       : _ ("Under the national root authority (PSrE Induk): not known"));
}

char *
mft_sentence_lasting (const MftSignatureReport *signature)
{
  switch (signature->level)
    {
    case MFT_LEVEL_B_LTA:
      return g_strdup (_ ("Present, and kept by a timestamp over the whole document."));
    case MFT_LEVEL_B_LT:
      return g_strdup (_ ("Present: the file brings what is needed to judge the certificates."));
    case MFT_LEVEL_B_T:
      return g_strdup (_ ("Not present; the time is in an electronic timestamp."));
    case MFT_LEVEL_UNKNOWN:
    case MFT_LEVEL_BASIC:
    case MFT_LEVEL_B_B:
      break;
    }
  return g_strdup (_ ("Not present."));
}
