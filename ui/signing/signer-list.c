/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signer-list.h"

#include <glib/gi18n.h>

#include "store/certificate-store.h"
#include "ui/wrap/settings.h"

/* Nothing of it is offered before it is switched on. */
static void
add_esign (GPtrArray *signers)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *url = g_settings_get_string (settings, "esign-address");
  g_autofree char *user = g_settings_get_string (settings, "esign-account");
  g_autofree char *name = g_settings_get_string (settings, "esign-name");
  guint version = g_settings_get_boolean (settings, "esign-old") ? 1 : 2;

  if (g_settings_get_boolean (settings, "esign-on") && url[0] != '\0' && name[0] != '\0')
    g_ptr_array_add (signers, mft_signer_new_esign (url, version, user, name));
}

GPtrArray *
mft_signer_list (GPtrArray *tokens, const char *file, GError **error)
{
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (NULL, error);
  GPtrArray *signers = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_signer_free);

  add_esign (signers);
  for (guint i = 0; tokens != NULL && i < tokens->len; i++)
    g_ptr_array_add (signers, mft_signer_new_token (g_ptr_array_index (tokens, i)));
  for (guint i = 0; identities != NULL && i < identities->len; i++)
    g_ptr_array_add (signers, mft_signer_new_stored (g_ptr_array_index (identities, i)));
  if (file != NULL)
    g_ptr_array_add (signers, mft_signer_new_file (file));
  return signers;
}

char *
mft_signer_list_name (const MftSigner *signer)
{
  switch (signer->kind)
    {
    case MFT_SIGNER_STORED:
      break;
    case MFT_SIGNER_FILE:
      /* Translators: the name of a file. */
      return g_strdup_printf (_ ("%s (key file)"), signer->name);
    case MFT_SIGNER_TOKEN:
      /* Translators: a person's name, or a token's. */
      return g_strdup_printf (_ ("%s (token)"), signer->name);
    case MFT_SIGNER_ESIGN:
      return g_strdup_printf (_ ("%s (BSrE Esign)"), signer->name);
    }
  return g_strdup (signer->name);
}

const char *
mft_signer_list_key (const MftSigner *signer)
{
  return signer->certificate != NULL ? mft_certificate_sha256 (signer->certificate)
                                     : signer->address;
}
