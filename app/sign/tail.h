/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "base/safe-file.h"
#include "pdf/update.h"
#include "pki/openssl.h"
#include "sign/signature-dict.h"

G_BEGIN_DECLS

/* An update that holds a signature dictionary: its bytes, and the gap in them for /Contents. */
typedef struct
{
  GByteArray *bytes;
  goffset base;      /* where they will stand */
  gsize contents_at; /* in `bytes` */
  gsize contents_end;
} MftSignTail;

/* Finishes `update`, in which `dict` was put as object `number`, and fills the ByteRange in. */
MftSignTail *mft_sign_tail_new (MftPdfUpdate *update, guint32 number, const MftSignatureDict *dict,
                                goffset base, GError **error);
void mft_sign_tail_free (MftSignTail *tail);

/* The digest of what is before, which is under way, and the tail without its gap; its size. */
guint mft_sign_tail_digest (const MftSignTail *tail, const EVP_MD_CTX *before,
                            guint8 value[EVP_MAX_MD_SIZE]);

/* Fills the gap, which has to be large enough, and appends all to `output`. */
gboolean mft_sign_tail_write (MftSignTail *tail, GBytes *contents, MftSafeFile *output,
                              GError **error);

/* Reads all of `input`, adds it to `digest`, and appends it to `output` (NULL: only reads).
 * Errors: those of both; G_IO_ERROR_CANCELLED. */
gboolean mft_sign_copy (MftByteSource *input, MftSafeFile *output, EVP_MD_CTX *digest, MftJob *job,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSignTail, mft_sign_tail_free)

G_END_DECLS
