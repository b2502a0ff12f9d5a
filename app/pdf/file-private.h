/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/crypt.h"
#include "pdf/file.h"
#include "pdf/kept.h"

G_BEGIN_DECLS

#define MFT_PDF_OBJECT_STREAM_MAX (64u << 20)

struct MftPdfFile
{
  MftByteSource *source;
  GArray *facts;
  GPtrArray *sections; /* MftPdfXref, newest first */
  GArray *revisions;   /* MftPdfRevision, oldest first */
  GArray *places;      /* Place, by number, then newest first (index.c) */
  guint32 highest_number;
  guint loading; /* depth of loads inside loads */
  GQueue packs;  /* decoded object streams, last used first */
  gsize packs_size;
  MftPdfKept *kept;     /* objects that were read */
  MftPdfCrypt *crypt;   /* NULL: nothing is hidden, or it is still locked */
  guint32 crypt_number; /* of the encryption dictionary, which is not hidden */
};

/* Finds the sections and the revisions they close (scan.c). */
gboolean _mft_pdf_file_scan (MftPdfFile *file, GError **error);

/* Looks at the place of every entry in use (check.c). */
void _mft_pdf_file_check_entries (MftPdfFile *file);

/* Every entry of every section by its number, so that finding one asks no section (index.c). */
void _mft_pdf_file_make_index (MftPdfFile *file);

/* An object at its own place, and where its endobj ends. */
MftPdfObject *_mft_pdf_file_load_plain (MftPdfFile *file, guint revision, const MftPdfEntry *entry,
                                        MftPdfOrigin *origin, GError **error);

/* An object of an object stream (pack.c). */
MftPdfObject *_mft_pdf_file_load_packed (MftPdfFile *file, guint revision, const MftPdfEntry *entry,
                                         MftPdfOrigin *origin, GError **error);
void _mft_pdf_file_drop_packs (MftPdfFile *file);

gboolean _mft_pdf_file_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
