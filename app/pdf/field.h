/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"

G_BEGIN_DECLS

/* A field's full name from its parent's ("" at the top) and its own /T (ISO 32000-2, 12.7.4.2).
 * Owned by the caller. */
char *mft_pdf_field_name (MftPdfFile *file, guint revision, const MftPdfObject *field,
                          const char *parent);

/* Which fields a signature closes: a field's /Lock, or the parameters of a FieldMDP transform (ISO
 * 32000-2, 12.7.5.5 and 12.8.2.4). */
typedef struct MftPdfFieldLock MftPdfFieldLock;

/* A lock that cannot be understood closes every field. */
MftPdfFieldLock *mft_pdf_field_lock_new (MftPdfFile *file, guint revision,
                                         const MftPdfObject *dict);
void mft_pdf_field_lock_free (MftPdfFieldLock *lock);

/* Whether it closes the field of this full name; a name in the lock stands for all below it too. */
gboolean mft_pdf_field_lock_covers (const MftPdfFieldLock *lock, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfFieldLock, mft_pdf_field_lock_free)

G_END_DECLS
