/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"

G_BEGIN_DECLS

/* What became of one document of a batch. */
typedef struct
{
  char *input;
  char *output;
  MftSigningResult *result; /* NULL: not signed this time */
  gboolean was_done;        /* an earlier run had signed it for the same signer */
  GError *error;            /* why it was not signed */
} MftBatchRow;

/* Says where one document is signed, by filling `request` in; what it points at must live as long as
 * `data`. Errors: any, they become the row's. */
typedef gboolean (*MftBatchPlaceFunc) (const char *input, MftSigningRequest *request, gpointer data,
                                       GError **error);

/* Signs every document of `inputs` (of const char *) into `folder` under its own name, with what
 * `common` says besides input and output. A failure does not stop the rest, and a batch that was
 * broken off goes on where it ended: an output that continues its input by a signature of the same signer
 * is left alone. `place` may be NULL: then `common` says where. Blocks; run it
 * in a job. Returns MftBatchRow, one an input, in their order. */
GPtrArray *mft_act_sign_batch (const MftSigningRequest *common, GPtrArray *inputs,
                               const char *folder, MftBatchPlaceFunc place, gpointer data,
                               MftJob *job);

void mft_batch_row_free (MftBatchRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftBatchRow, mft_batch_row_free)

G_END_DECLS
