/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_REMOTE_ERROR (mft_remote_error_quark ())
GQuark mft_remote_error_quark (void);

/* What a signing service says no with. Of a state only ISSUE may sign; every other is an error of its
 * own, in the order of MftEsignState. The numbers stand in journals: new ones go to the end. */
typedef enum
{
  MFT_REMOTE_ERROR_ADDRESS,    /* passphrases go over https only */
  MFT_REMOTE_ERROR_CREDENTIAL, /* 401, 403: the application's own account */
  MFT_REMOTE_ERROR_PASSPHRASE,
  MFT_REMOTE_ERROR_DOCUMENT, /* the service cannot read the PDF, or it is too large */
  MFT_REMOTE_ERROR_BUSY,     /* 429, 503, 504 */
  MFT_REMOTE_ERROR_REFUSED,  /* anything else; as received */
  MFT_REMOTE_ERROR_ANSWER,   /* not what the protocol says, or not what was asked for */
  MFT_REMOTE_ERROR_EXPIRED,
  MFT_REMOTE_ERROR_RENEW,
  MFT_REMOTE_ERROR_WAITING_FOR_VERIFICATION,
  MFT_REMOTE_ERROR_NEW,
  MFT_REMOTE_ERROR_NO_CERTIFICATE,
  MFT_REMOTE_ERROR_NOT_REGISTERED,
  MFT_REMOTE_ERROR_SUSPEND,
  MFT_REMOTE_ERROR_REVOKE,
  MFT_REMOTE_ERROR_STATE_UNKNOWN, /* a state that nobody described; as received */
} MftRemoteError;

G_END_DECLS
