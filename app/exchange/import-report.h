/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/numbering.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_CONFIDENCE_LOW,
  MFT_CONFIDENCE_MEDIUM,
  MFT_CONFIDENCE_HIGH,
} MftConfidence;

/* "low", "medium", "high": for JSON. */
const char *mft_confidence_name (MftConfidence confidence);

typedef struct
{
  guint line;  /* of the source, from 1; 0 where it has no lines */
  char *text;  /* what stands there */
  char *as;    /* what it was taken for: a code, never translated */
  char *block; /* the id of the block that holds it now; NULL: none */
  MftConfidence confidence;
} MftImportGuess;

typedef struct
{
  guint line;
  char *text;
} MftImportDropped;

/* A remark that somebody made beside the text. */
typedef struct
{
  guint line;
  char *author;
  char *text;
  char *time;        /* RFC 3339; NULL: not told */
  char *quote;       /* the words it is about; NULL: not told */
  guint at;          /* about how many characters of their block stand before them */
  char *block;       /* the id of the block that holds them now; NULL: none */
  guint answers;     /* the comment that it answers, counted from 1; 0: none */
  gboolean resolved; /* somebody marked it as done */
} MftImportComment;

/* What an import did. Nothing is dropped in silence: words_before = words_after, unless lines of the
 * source are listed in `dropped` or words in `lost`. Signature blocks that were added count in both. */
typedef struct
{
  const char *kind; /* "text", "xml", "pks", "docx", "odt", "pdf" */
  MftCounts counts;
  GArray *guesses;  /* MftImportGuess */
  GArray *dropped;  /* MftImportDropped */
  GArray *comments; /* MftImportComment */
  guint insertions; /* tracked changes that were accepted or rejected */
  guint deletions;
  char **lost; /* words of the source that the agreement does not have; NULL-terminated */
  guint words_before;
  guint words_after;
} MftImportReport;

/* Where the words of an agreement came from. */
typedef enum
{
  MFT_ORIGIN_FILE,            /* the file is the text */
  MFT_ORIGIN_EMBEDDED,        /* a PDF's embedded source, which says what its pages say */
  MFT_ORIGIN_PAGES,           /* a PDF's pages; nothing is embedded */
  MFT_ORIGIN_PAGES_DIFFERING, /* a PDF's pages; what is embedded says something else */
} MftOrigin;

/* "file", "embedded", "pages", "pages_differing": for JSON. */
const char *mft_origin_name (MftOrigin origin);

MftImportReport *mft_import_report_new (const char *kind);
void mft_import_report_free (MftImportReport *report);

/* Whether the file was our own (.pks, naskah.xml), which is read and not guessed. */
gboolean mft_import_report_is_own (const MftImportReport *report);

MftOrigin mft_import_report_get_origin (const MftImportReport *report);

void mft_import_report_guess (MftImportReport *report, guint line, const char *text, const char *as,
                              MftConfidence confidence);
void mft_import_report_drop (MftImportReport *report, guint line, const char *text);

/* Borrowed until the next one, for what else is known of it. */
MftImportComment *mft_import_report_comment (MftImportReport *report, guint line,
                                             const char *author, const char *text);

/* Counts the words of the source, `before` being what was not dropped of it, and of the agreement as
 * text, and finds those that are lost. */
void mft_import_report_compare (MftImportReport *report, const char *before, const char *after);

/* For a source that was not taken apart: all words of `text` are in the agreement. */
void mft_import_report_keep (MftImportReport *report, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftImportReport, mft_import_report_free)

G_END_DECLS
