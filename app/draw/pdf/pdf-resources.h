/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/pdf/pdf-face.h"

G_BEGIN_DECLS

/* What the pages of a PDF share: faces and forms (pictures that stand in several places), named in one
 * dictionary (ISO 32000-1, 7.8.3). */
typedef struct MftPdfResources MftPdfResources;

MftPdfResources *mft_pdf_resources_new (MftPdfObjects *objects);
void mft_pdf_resources_free (MftPdfResources *resources);

/* The dictionary's number. */
guint mft_pdf_resources_get_number (MftPdfResources *resources);

/* Borrowed. Borrowed, too: the file. */
MftPdfObjects *mft_pdf_resources_get_objects (MftPdfResources *resources);

/* The font of this face and its name, "/F<name>"; NULL if it cannot be embedded. Borrowed. */
MftPdfFace *mft_pdf_resources_face (MftPdfResources *resources, hb_face_t *face, guint *name);

/* The name "/X<name>" of what was added for this key; FALSE: nothing was. */
gboolean mft_pdf_resources_find_form (MftPdfResources *resources, gconstpointer key, guint *name);

/* `number` is that of its object. The key is only compared. */
guint mft_pdf_resources_add_form (MftPdfResources *resources, gconstpointer key, guint number);

/* Faces and the dictionary; once, when all pages are drawn. */
void mft_pdf_resources_write (MftPdfResources *resources);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfResources, mft_pdf_resources_free)

G_END_DECLS
