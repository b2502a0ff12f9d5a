/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "pki/token-signers.h"
#include "store/identity.h"

G_BEGIN_DECLS

/* Where a person's key lies. */
typedef enum
{
  MFT_SIGNER_STORED, /* among the own certificates */
  MFT_SIGNER_FILE,   /* in a PKCS #12 file that is not kept here */
  MFT_SIGNER_TOKEN,
  MFT_SIGNER_ESIGN, /* at BSrE, through the Esign Client Service */
} MftSignerKind;

/* Somebody who can sign here. */
typedef struct
{
  MftSignerKind kind;
  char *name; /* to be shown; of a service: as in the certificate */
  char *
      address; /* SHA-256 of the stored certificate; of the file, of the token's key (PKCS #11 URI), of
                  * the service */
  MftCertificate
      *certificate; /* NULL: it shows only with the passphrase (FILE, some tokens), or only
                                * in what was signed (ESIGN) */
  GPtrArray *chain; /* MftCertificate */
  MftPinState pin;  /* TOKEN */
  gboolean has_pad; /* TOKEN: the PIN is entered on the reader */
  guint version;    /* ESIGN: of the protocol */
  char *user;       /* ESIGN: the application's account; NULL: none */
} MftSigner;

MftSigner *mft_signer_new_stored (const MftIdentity *identity);
MftSigner *mft_signer_new_file (const char *path);
MftSigner *mft_signer_new_token (const MftTokenSigner *token);
MftSigner *mft_signer_new_esign (const char *url, guint version, const char *user,
                                 const char *name);
MftSigner *mft_signer_copy (const MftSigner *signer);
void mft_signer_free (MftSigner *signer);

/* Whether both are the same, though the state of a token has changed. */
gboolean mft_signer_equal (const MftSigner *signer, const MftSigner *other);

/* What is asked of the person at each act and never kept (BSrE's acceptance form 2c, 2e). */
typedef struct
{
  MftSecret *passphrase; /* of the certificate, the token's PIN, or BSrE's; NULL: on the reader */
  MftSecret *totp;       /* ESIGN: instead of a passphrase */
  MftSecret *nik;        /* ESIGN */
  MftSecret *password;   /* ESIGN: of the application's account */
} MftSignerSecrets;

void mft_signer_secrets_clear (MftSignerSecrets *secrets);

/* A signer with what the person gave. */
typedef struct
{
  MftKey *key; /* or */
  MftEsignSigner esign;
} MftOpenSigner;

/* Makes `request` sign by `signer`; `open` must live as long as the request, and what it borrows from
 * `signer` and `secrets` too. Blocks: asks the hardware. Errors: MFT_PKI_ERROR; they stand in the
 * journal by then. */
gboolean mft_signer_open (const MftSigner *signer, const MftSignerSecrets *secrets,
                          MftSigningRequest *request, MftOpenSigner *open, GError **error);
void mft_open_signer_clear (MftOpenSigner *open);

/* What is known of the tries that are left, before the PIN is asked, in the person's language; NULL:
 * nothing to be told. */
const char *mft_pin_state_words (MftPinState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSigner, mft_signer_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftSignerSecrets, mft_signer_secrets_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftOpenSigner, mft_open_signer_clear)

G_END_DECLS
