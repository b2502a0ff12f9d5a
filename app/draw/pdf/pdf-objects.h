/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A PDF file that is being written from its first byte to its last (ISO 32000-1, 7.5): numbered objects in
 * any order, each once, then the table of where they begin. What is written is not kept twice. */
typedef struct MftPdfObjects MftPdfObjects;

MftPdfObjects *mft_pdf_objects_new (void);
void mft_pdf_objects_free (MftPdfObjects *objects);

/* A number for an object that is referred to before it is written; each of them has to be. */
guint mft_pdf_objects_reserve (MftPdfObjects *objects);

/* The end of the file, to which the object's text is appended before mft_pdf_objects_end(). Borrowed. */
GString *mft_pdf_objects_begin (MftPdfObjects *objects, guint number);
void mft_pdf_objects_end (MftPdfObjects *objects);

/* A whole object, and a stream, which is compressed: `entries` are those of its dictionary beside length and
 * filter. */
void mft_pdf_objects_write (MftPdfObjects *objects, guint number, const void *text, gsize size);
void mft_pdf_objects_write_stream (MftPdfObjects *objects, guint number, const char *entries,
                                   const void *data, gsize size);

/* The same for bytes that stay as they are; `entries` name their filter, if they have one. */
void mft_pdf_objects_write_raw_stream (MftPdfObjects *objects, guint number, const char *entries,
                                       const void *data, gsize size);

/* The file, with the numbers of its catalog and information dictionary. Equal objects give equal bytes and so
 * an equal identifier (7.5.5). The objects are freed. */
GBytes *mft_pdf_objects_finish (MftPdfObjects *objects, guint catalog, guint information);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfObjects, mft_pdf_objects_free)

G_END_DECLS
