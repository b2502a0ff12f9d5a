/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/signer.h"

#include <glib/gi18n.h>

#include "net/http.h"
#include "pki/key-p12.h"
#include "pki/key-token.h"
#include "store/certificate-store.h"

static MftSigner *
signer_new (MftSignerKind kind, const char *name, const char *address)
{
  MftSigner *signer = g_new0 (MftSigner, 1);

  signer->kind = kind;
  signer->name = g_strdup (name);
  signer->address = g_strdup (address);
  signer->chain = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  return signer;
}

static void
take_chain (MftSigner *signer, GPtrArray *chain)
{
  for (guint i = 0; chain != NULL && i < chain->len; i++)
    g_ptr_array_add (signer->chain, mft_certificate_ref (g_ptr_array_index (chain, i)));
}

MftSigner *
mft_signer_new_stored (const MftIdentity *identity)
{
  MftSigner *signer
      = signer_new (MFT_SIGNER_STORED, mft_certificate_common_name (identity->certificate),
                    mft_certificate_sha256 (identity->certificate));

  signer->certificate = mft_certificate_ref (identity->certificate);
  take_chain (signer, identity->chain);
  return signer;
}

MftSigner *
mft_signer_new_file (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return signer_new (MFT_SIGNER_FILE, name, path);
}

MftSigner *
mft_signer_new_token (const MftTokenSigner *token)
{
  MftSigner *signer = signer_new (
      MFT_SIGNER_TOKEN,
      token->certificate != NULL ? mft_certificate_common_name (token->certificate) : token->token,
      token->uri);

  signer->certificate
      = token->certificate != NULL ? mft_certificate_ref (token->certificate) : NULL;
  signer->pin = token->pin;
  signer->has_pad = token->has_pad;
  return signer;
}

MftSigner *
mft_signer_new_esign (const char *url, guint version, const char *user, const char *name)
{
  MftSigner *signer = signer_new (MFT_SIGNER_ESIGN, name, url);

  signer->version = version;
  signer->user = user != NULL && user[0] != '\0' ? g_strdup (user) : NULL;
  return signer;
}

MftSigner *
mft_signer_copy (const MftSigner *signer)
{
  MftSigner *copy = signer_new (signer->kind, signer->name, signer->address);

  copy->certificate
      = signer->certificate != NULL ? mft_certificate_ref (signer->certificate) : NULL;
  take_chain (copy, signer->chain);
  copy->pin = signer->pin;
  copy->has_pad = signer->has_pad;
  copy->version = signer->version;
  copy->user = g_strdup (signer->user);
  return copy;
}

void
mft_signer_free (MftSigner *signer)
{
  g_free (signer->name);
  g_free (signer->address);
  g_free (signer->user);
  g_clear_pointer (&signer->certificate, mft_certificate_unref);
  g_ptr_array_unref (signer->chain);
  g_free (signer);
}

gboolean
mft_signer_equal (const MftSigner *signer, const MftSigner *other)
{
  return signer->kind == other->kind && g_strcmp0 (signer->address, other->address) == 0
         && g_strcmp0 (signer->name, other->name) == 0;
}

void
mft_signer_secrets_clear (MftSignerSecrets *secrets)
{
  g_clear_pointer (&secrets->passphrase, mft_secret_unref);
  g_clear_pointer (&secrets->totp, mft_secret_unref);
  g_clear_pointer (&secrets->nik, mft_secret_unref);
  g_clear_pointer (&secrets->password, mft_secret_unref);
}

static MftKey *
open_token (const char *uri, MftSecret *pin, GError **error)
{
  g_autoptr (GPtrArray) beside = mft_certificate_store_others (NULL);

  return mft_key_token_new (uri, pin, beside, error);
}

static MftKey *
open_key (const MftSigner *signer, MftSecret *passphrase, GError **error)
{
  switch (signer->kind)
    {
    case MFT_SIGNER_STORED:
      return mft_certificate_store_open_key (signer->address, passphrase, error);
    case MFT_SIGNER_FILE:
      return mft_key_p12_new_from_file (signer->address, passphrase, error);
    case MFT_SIGNER_TOKEN:
      return open_token (signer->address, passphrase, error);
    case MFT_SIGNER_ESIGN:
      break;
    }
  g_return_val_if_reached (NULL);
}

gboolean
mft_signer_open (const MftSigner *signer, const MftSignerSecrets *secrets,
                 MftSigningRequest *request, MftOpenSigner *open, GError **error)
{
  GError *closed = NULL;

  if (signer->kind == MFT_SIGNER_ESIGN)
    {
      mft_net_allow (TRUE);
      open->esign = (MftEsignSigner){ .service = { .url = signer->address,
                                                   .version = signer->version,
                                                   .user = signer->user,
                                                   .password = secrets->password },
                                      .name = signer->name,
                                      .nik = secrets->nik,
                                      .passphrase = secrets->passphrase,
                                      .totp = secrets->totp };
      request->esign = &open->esign;
      return TRUE;
    }
  open->key = open_key (signer, secrets->passphrase, &closed);
  request->key = open->key;
  if (open->key != NULL)
    return TRUE;
  mft_act_note_failure (request->input, request->field, request->basis, signer->name, closed);
  g_propagate_error (error, closed);
  return FALSE;
}

void
mft_open_signer_clear (MftOpenSigner *open)
{
  g_clear_object (&open->key);
}

const char *
mft_pin_state_words (MftPinState state)
{
  switch (state)
    {
    case MFT_PIN_FRESH:
      return NULL;
    case MFT_PIN_WAS_WRONG:
      return _ ("The PIN was entered wrongly before. A few tries are left before the token locks "
                "itself.");
    case MFT_PIN_LAST_TRY:
      return _ ("One try is left. If the PIN is wrong once more, the token locks itself.");
    case MFT_PIN_LOCKED:
      return _ ("The token has locked itself after too many wrong PINs. Whoever issued it can "
                "unlock it.");
    }
  return NULL;
}
