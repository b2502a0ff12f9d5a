/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/lock.h"

G_BEGIN_DECLS

/* Where an agreement stands in its life. It belongs to the library, not to the text. */
typedef enum
{
  MFT_STATUS_DRAFT,
  MFT_STATUS_DISCUSSION,
  MFT_STATUS_FINAL, /* the text stands; numbers, place and date may be missing */
  MFT_STATUS_READY, /* to be signed */
  MFT_STATUS_PARTLY_SIGNED,
  MFT_STATUS_IN_FORCE,
  MFT_STATUS_AMENDED,
  MFT_STATUS_EXTENDED,
  MFT_STATUS_EXPIRED,
  MFT_STATUS_TERMINATED,
} MftStatus;

#define MFT_STATUS_N (MFT_STATUS_TERMINATED + 1)

/* ORDER: it does not follow. FIELDS: required fields are empty. FINDINGS: the checker found errors. */
typedef enum
{
  MFT_STATUS_ERROR_ORDER,
  MFT_STATUS_ERROR_FIELDS,
  MFT_STATUS_ERROR_FINDINGS,
} MftStatusError;

#define MFT_STATUS_ERROR (mft_status_error_quark ())
GQuark mft_status_error_quark (void);

/* "partly-signed": its name in JSON, on the command line and in the database. */
const char *mft_status_name (MftStatus status);
gboolean mft_status_from_name (const char *name, MftStatus *status);

/* Whether `next` may come after `status` at all. */
gboolean mft_status_may_follow (MftStatus status, MftStatus next);

/* Whether this agreement may go on to `next`: FINAL asks for all required fields but those that come
 * late, READY for all of them and for a text without errors. Errors: MFT_STATUS_ERROR. */
gboolean mft_status_check (MftStatus status, MftStatus next, MftAgreement *agreement,
                           GError **error);

MftLock mft_status_lock (MftStatus status);

G_END_DECLS
