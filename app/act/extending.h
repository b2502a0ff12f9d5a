/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sign/level.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* Completing signatures that exist, by whomever: the time, the evidence, the archive timestamp.
 * Everything is borrowed. */
typedef struct
{
  const char *input;
  const char *output;
  gboolean replace; /* an output that exists */
  MftSignCompletion completion;
} MftExtendingRequest;

typedef struct
{
  char *output;
  char *sha256;
  MftLevel level; /* the lowest of all signatures */
  MftVerifyReport *report;
} MftExtendingResult;

/* The input is never changed; on failure there is no output, and every act stands in the journal.
 * Blocks; run it in a job. Errors: MFT_ACT_ERROR (_LEVEL if any signature is below it afterwards);
 * those of mft_pades_extend(). */
MftExtendingResult *mft_act_extend (const MftExtendingRequest *request, MftJob *job,
                                    GError **error);
void mft_extending_result_free (MftExtendingResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftExtendingResult, mft_extending_result_free)

G_END_DECLS
