/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Which text of a document with tracked changes is read. */
typedef enum
{
  MFT_CHANGES_ACCEPT, /* as if all of them were accepted */
  MFT_CHANGES_REJECT, /* as it was before them */
} MftTrackedChanges;

typedef struct
{
  MftTrackedChanges changes;
  const char *password; /* of an encrypted PDF, or NULL */
  gboolean only_text;   /* pages that are pictures have no words: reading them takes seconds each */
  MftAgreement *source; /* what was sent, for a file of ours that lost its own source; or NULL */
} MftReadOptions;

G_END_DECLS
