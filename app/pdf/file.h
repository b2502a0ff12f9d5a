/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/byte-source.h"
#include "pdf/fact.h"
#include "pdf/object.h"
#include "pdf/xref.h"

G_BEGIN_DECLS

/* One state of the file: all bytes from 0 to `end`. Revision 0 is the oldest. */
typedef struct
{
  goffset start;    /* where its own bytes begin: the end of the one before */
  goffset end;      /* after its %%EOF */
  goffset end_line; /* after the line end that follows, if one does */
  MftPdfXrefKind kind;
  goffset xref_start;    /* what its startxref says */
  MftPdfObject *trailer; /* of the section that startxref points to */
  guint sections_first;  /* its newest section, see mft_pdf_file_section() */
  guint sections;        /* how many are its own: 1; 2 in a linearized file */
} MftPdfRevision;

/* A PDF file as its bytes say it, nothing repaired: revisions, cross-references, objects at each
 * revision. Signing, verifying and comparing revisions stand on this. One thread at a time. */
typedef struct MftPdfFile MftPdfFile;

/* Reads every cross-reference section and looks at the place of every object in use. Memory is 16
 * bytes an entry. An encrypted file opens; its strings and streams are as they stand.
 * Errors: MFT_PDF_ERROR_UNREADABLE, _DAMAGED, _LIMIT, _UNSUPPORTED. */
MftPdfFile *mft_pdf_file_new (MftByteSource *source, GError **error);
void mft_pdf_file_free (MftPdfFile *file);

MftByteSource *mft_pdf_file_source (MftPdfFile *file);
gboolean mft_pdf_file_is_encrypted (const MftPdfFile *file);

/* Opens the strings and streams of an encrypted file from now on; the user's and the owner's password
 * do. Errors: MFT_PDF_ERROR_ENCRYPTED: it is another password; _UNSUPPORTED: another way of
 * encrypting; _DAMAGED. */
gboolean mft_pdf_file_unlock (MftPdfFile *file, const char *password, GError **error);

/* Whether it is encrypted and was not unlocked. */
gboolean mft_pdf_file_is_locked (const MftPdfFile *file);

/* What was odd, so far: reading objects may add to it. MftPdfFact, borrowed. */
const GArray *mft_pdf_file_facts (const MftPdfFile *file);

guint mft_pdf_file_revisions (const MftPdfFile *file);
const MftPdfRevision *mft_pdf_file_revision (const MftPdfFile *file, guint revision);
guint mft_pdf_file_last_revision (const MftPdfFile *file);

/* Sections, newest first. */
guint mft_pdf_file_sections (const MftPdfFile *file);
const MftPdfXref *mft_pdf_file_section (const MftPdfFile *file, guint section);

/* The highest object number that any section names. */
guint32 mft_pdf_file_highest_number (const MftPdfFile *file);

/* What stands for `number` at `revision`; NULL if nothing does. Borrowed. */
const MftPdfEntry *mft_pdf_file_find (const MftPdfFile *file, guint revision, guint32 number);

/* The object at `revision`, owned by the caller; the null object where none is (ISO 32000-2,
 * 7.3.10). Errors: MFT_PDF_ERROR_*. */
MftPdfObject *mft_pdf_file_load (MftPdfFile *file, guint revision, guint32 number,
                                 guint32 generation, GError **error);

/* `object` itself, or what it refers to. Owned by the caller, never NULL without an error. */
MftPdfObject *mft_pdf_file_resolve (MftPdfFile *file, guint revision, MftPdfObject *object,
                                    GError **error);

/* The value of `key`, resolved; the null object where it is missing. Owned by the caller. */
MftPdfObject *mft_pdf_file_get (MftPdfFile *file, guint revision, const MftPdfObject *dict,
                                const char *key, GError **error);

/* The catalog. Errors also if there is none. Owned by the caller. */
MftPdfObject *mft_pdf_file_catalog (MftPdfFile *file, guint revision, GError **error);

/* The catalog's form; the null object where there is none. Owned by the caller. */
MftPdfObject *mft_pdf_file_form (MftPdfFile *file, guint revision, GError **error);

/* Reads every object that `revision` added, and looks at what lies between them; adds the facts
 * OBJECT_DAMAGED and BYTES_BETWEEN. White space and comments may lie there. Worth asking of every
 * revision after the first signature: bytes that nothing points to have no honest reason there. */
void mft_pdf_file_check_between (MftPdfFile *file, guint revision);

/* A stream's data with its filters undone, at most `limit` bytes. Owned by the caller. */
GBytes *mft_pdf_file_stream_data (MftPdfFile *file, guint revision, const MftPdfObject *stream,
                                  gsize limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfFile, mft_pdf_file_free)

G_END_DECLS
