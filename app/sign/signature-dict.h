/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"
#include "sign/target.h"

G_BEGIN_DECLS

/* A signature dictionary with room for what is only known later. Offsets are inside `body`. */
typedef struct
{
  GBytes *body;
  gsize range_at;      /* of the three numbers after "/ByteRange [0 " */
  gsize range_size;    /* the room for them */
  gsize contents_at;   /* of "<" */
  gsize contents_size; /* with "<" and ">" */
} MftSignatureDict;

/* Room for a CMS of `cms_size` bytes. `lock` is the field's /Lock (resolved), or NULL. */
MftSignatureDict *mft_signature_dict_new (const MftSignRequest *request,
                                          const MftCertificate *certificate,
                                          const MftPdfObject *lock, gsize cms_size);

/* The dictionary of a document timestamp (EN 319 142-1, 5.4.3). */
MftSignatureDict *mft_signature_dict_new_timestamp (gsize token_size);
void mft_signature_dict_free (MftSignatureDict *dict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSignatureDict, mft_signature_dict_free)

G_END_DECLS
