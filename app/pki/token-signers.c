/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/token-signers.h"

#include "pki/display-name.h"
#include "pki/token-session.h"

void
mft_token_signer_free (MftTokenSigner *signer)
{
  g_free (signer->uri);
  g_free (signer->token);
  g_clear_pointer (&signer->certificate, mft_certificate_unref);
  g_free (signer);
}

MftTokenSigner *
mft_token_signer_copy (const MftTokenSigner *signer)
{
  MftTokenSigner *copy = g_new (MftTokenSigner, 1);

  *copy = *signer;
  copy->uri = g_strdup (signer->uri);
  copy->token = g_strdup (signer->token);
  copy->certificate
      = signer->certificate != NULL ? mft_certificate_ref (signer->certificate) : NULL;
  return copy;
}

static MftPinState
pin_state (CK_FLAGS flags)
{
  if ((flags & CKF_USER_PIN_LOCKED) != 0)
    return MFT_PIN_LOCKED;
  if ((flags & CKF_USER_PIN_FINAL_TRY) != 0)
    return MFT_PIN_LAST_TRY;
  return (flags & CKF_USER_PIN_COUNT_LOW) != 0 ? MFT_PIN_WAS_WRONG : MFT_PIN_FRESH;
}

/* `id` (may be NULL): of the key, which its certificate shares. */
static char *
format_uri (const CK_TOKEN_INFO *info, GBytes *id)
{
  P11KitUri *uri = p11_kit_uri_new ();
  char *text = NULL;

  *p11_kit_uri_get_token_info (uri) = *info;
  if (id != NULL)
    p11_kit_uri_set_attribute (uri, &(CK_ATTRIBUTE){ CKA_ID, (gpointer) g_bytes_get_data (id, NULL),
                                                     g_bytes_get_size (id) });
  p11_kit_uri_format (uri, P11_KIT_URI_FOR_OBJECT_ON_TOKEN, &text);
  char *copy = g_strdup (text);
  free (text);
  p11_kit_uri_free (uri);
  return copy;
}

static void
add (GPtrArray *signers, const CK_TOKEN_INFO *info, GBytes *id, MftCertificate *certificate)
{
  MftTokenSigner *signer = g_new0 (MftTokenSigner, 1);
  g_autofree char *label = g_strndup ((const char *) info->label, sizeof info->label);

  signer->uri = format_uri (info, id);
  signer->token = mft_display_name (g_strchomp (label), -1);
  signer->certificate = certificate;
  signer->pin = pin_state (info->flags);
  signer->has_pad = (info->flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
  g_ptr_array_add (signers, signer);
}

/* One a certificate that is no authority's; where none shows itself, the token as a whole. */
static void
add_token (GPtrArray *signers, MftTokenSession *token, const CK_TOKEN_INFO *info)
{
  g_autoptr (GArray) objects = mft_token_session_find (token, CKO_CERTIFICATE, FALSE, NULL);
  guint before = signers->len;

  for (guint i = 0; i < objects->len; i++)
    {
      CK_OBJECT_HANDLE object = g_array_index (objects, CK_OBJECT_HANDLE, i);
      g_autoptr (MftCertificate) certificate = mft_token_session_certificate (token, object);
      g_autoptr (GBytes) id = mft_token_session_get (token, object, CKA_ID);
      if (certificate != NULL && id != NULL && !mft_certificate_is_ca (certificate))
        add (signers, info, id, g_steal_pointer (&certificate));
    }
  if (signers->len == before)
    add (signers, info, NULL, NULL);
}

/* Tokens that ask for no PIN hold no person's key: a list of authorities is one. */
static void
add_module (GPtrArray *signers, CK_FUNCTION_LIST *module)
{
  CK_SLOT_ID slots[MFT_TOKEN_SLOTS_MOST];
  CK_ULONG count = MFT_TOKEN_SLOTS_MOST;
  CK_TOKEN_INFO info;

  if (module->C_GetSlotList (CK_TRUE, slots, &count) != CKR_OK)
    return;
  for (CK_ULONG i = 0; i < count; i++)
    {
      MftTokenSession token = { .module = module, .slot = slots[i] };
      if (module->C_GetTokenInfo (slots[i], &info) != CKR_OK
          || (info.flags & CKF_TOKEN_INITIALIZED) == 0 || (info.flags & CKF_LOGIN_REQUIRED) == 0
          || module->C_OpenSession (slots[i], CKF_SERIAL_SESSION, NULL, NULL, &token.session)
                 != CKR_OK)
        continue;
      add_token (signers, &token, &info);
      module->C_CloseSession (token.session);
    }
}

GPtrArray *
mft_token_signers (GError **error)
{
  g_autoptr (MftTokenModules) modules = mft_token_modules_new (error);
  GPtrArray *signers;
  CK_FUNCTION_LIST *module;

  if (modules == NULL)
    return NULL;
  signers = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_token_signer_free);
  for (guint i = 0; (module = mft_token_modules_get (modules, i)) != NULL; i++)
    add_module (signers, module);
  return signers;
}
