/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes PDF files by hand, right or wrong, for tests. */
typedef struct
{
  GString *text;
  GArray *entries; /* of the section being written */
  goffset xref;    /* of the last section */
} MftPdfFixture;

/* Begins with a header and a binary comment. */
MftPdfFixture *mft_pdf_fixture_new (void);

/* Goes on after a file that exists. */
MftPdfFixture *mft_pdf_fixture_new_after (GBytes *bytes);

/* `N 0 obj BODY endobj`. */
void mft_pdf_fixture_object (MftPdfFixture *fixture, guint number, const char *body);

/* A stream that holds `data`, with more dictionary entries. */
void mft_pdf_fixture_stream (MftPdfFixture *fixture, guint number, const char *entries,
                             const char *data);

/* The same with any bytes. */
void mft_pdf_fixture_blob (MftPdfFixture *fixture, guint number, const char *entries, GBytes *data);

/* An entry for an object in an object stream; in use at any place. */
void mft_pdf_fixture_packed (MftPdfFixture *fixture, guint number, guint stream, guint index);
void mft_pdf_fixture_entry (MftPdfFixture *fixture, guint number, goffset offset);

/* The cross-reference section, as a table or as a stream numbered `number`; `trailer` is what the
 * dictionary holds besides /Size, /Type, /W, /Index. Then startxref and %%EOF. */
void mft_pdf_fixture_table (MftPdfFixture *fixture, guint size, const char *trailer);
void mft_pdf_fixture_xref_stream (MftPdfFixture *fixture, guint number, guint size,
                                  const char *trailer);

/* A stream section without startxref, for hybrid files. Where it is. */
goffset mft_pdf_fixture_hidden_stream (MftPdfFixture *fixture, guint number, guint size);

GBytes *mft_pdf_fixture_bytes (MftPdfFixture *fixture);
void mft_pdf_fixture_free (MftPdfFixture *fixture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfFixture, mft_pdf_fixture_free)

/* Whole files: two A4 pages and two empty signature fields PIHAK_KESATU and PIHAK_KEDUA (objects 6
 * and 7, on page 2); catalog 1, pages 2 to 4. */
GBytes *mft_pdf_fixture_simple_table (void);
GBytes *mft_pdf_fixture_simple_stream (void); /* with an object stream */
GBytes *mft_pdf_fixture_simple_hybrid (void);

G_END_DECLS
