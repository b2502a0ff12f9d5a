/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_PKI_ERROR (mft_pki_error_quark ())
GQuark mft_pki_error_quark (void);

/* The numbers stand in journals: new ones go to the end. */
typedef enum
{
  MFT_PKI_ERROR_WRONG_PASSPHRASE,
  MFT_PKI_ERROR_DAMAGED,        /* the bytes are not what the standard asks for */
  MFT_PKI_ERROR_UNSUPPORTED,    /* legal, but not known here */
  MFT_PKI_ERROR_NO_KEY,         /* a file without a private key */
  MFT_PKI_ERROR_NO_CERTIFICATE, /* a key without its certificate, or a file without any */
  MFT_PKI_ERROR_NOT_YET_VALID,
  MFT_PKI_ERROR_EXPIRED,
  MFT_PKI_ERROR_WRONG_USAGE, /* a certificate that was not issued for signing documents */
  MFT_PKI_ERROR_REVOKED,
  MFT_PKI_ERROR_EVIDENCE,  /* nobody vouches for a certificate of the path */
  MFT_PKI_ERROR_TIMESTAMP, /* the timestamp authority refused or answered wrongly */
  MFT_PKI_ERROR_NO_TOKEN,  /* none is there, or it was pulled out */
  MFT_PKI_ERROR_SEVERAL,   /* more than one token or key is meant */
  MFT_PKI_ERROR_PIN_LAST,  /* wrong, and one try is left */
  MFT_PKI_ERROR_PIN_LOCKED,
  MFT_PKI_ERROR_FAILED,  /* a token or the library refused the work */
  MFT_PKI_ERROR_DRIVER,  /* what was named as the driver of tokens is none */
  MFT_PKI_ERROR_SUBJECT, /* a name that no certificate can hold */
} MftPkiError;

G_END_DECLS
