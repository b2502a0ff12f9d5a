/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

/* All that PKCS #11 tells of the tries that are left. */
typedef enum
{
  MFT_PIN_FRESH,
  MFT_PIN_WAS_WRONG, /* at least once since it was right */
  MFT_PIN_LAST_TRY,
  MFT_PIN_LOCKED,
} MftPinState;

/* Who may sign with a token, as far as it shows without the PIN. */
typedef struct
{
  char *uri;                   /* for mft_key_token_new() */
  char *token;                 /* the token's label, made to be shown */
  MftCertificate *certificate; /* NULL: it shows none before the PIN */
  MftPinState pin;
  gboolean has_pad; /* the reader has keys of its own: the PIN is entered there */
} MftTokenSigner;

/* MftTokenSigner of every token that is there, one a certificate; owned by the caller. Asks the
 * hardware: not on the main thread. Errors: MFT_PKI_ERROR_FAILED, _DRIVER. */
GPtrArray *mft_token_signers (GError **error);

MftTokenSigner *mft_token_signer_copy (const MftTokenSigner *signer);
void mft_token_signer_free (MftTokenSigner *signer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTokenSigner, mft_token_signer_free)

G_END_DECLS
