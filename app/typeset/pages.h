/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "base/job.h"
#include "draw/mark.h"
#include "draw/text.h"

G_BEGIN_DECLS

/* PROFILE: there is no such page profile. VALUE: a preference cannot have it. */
typedef enum
{
  MFT_TYPESET_ERROR_PROFILE,
  MFT_TYPESET_ERROR_VALUE,
} MftTypesetError;

#define MFT_TYPESET_ERROR (mft_typeset_error_quark ())
GQuark mft_typeset_error_quark (void);

/* An agreement laid out on pages. Immutable and counted; any thread, but drawn from one at a time. */
typedef struct MftPages MftPages;

/* A page of a PDF that an attachment shows. */
typedef struct
{
  MftMark *mark;
  char *words; /* what stands on it, for who does not see it */
} MftInsertedPage;

/* Some pages ("1-3,5"; NULL: all) of a PDF, in that order: an array of MftInsertedPage, owned by the caller;
 * NULL if the PDF cannot be read. Called on the thread that typesets. */
typedef GPtrArray *(*MftPageInserter) (GBytes *pdf, const char *pages);

MftInsertedPage *mft_inserted_page_new (MftMark *mark, const char *words);
void mft_inserted_page_free (MftInsertedPage *page);

/* Zero is a good start. Everything is borrowed for the call; `mark` is referenced. */
typedef struct
{
  const char *profile;    /* NULL: as the agreement's setting "profil" says */
  gboolean draft;         /* KONSEP across every page; no notice, no fields */
  const char *notice;     /* NULL: N1 of notice.h; "": none. Lines end in "\n" */
  const char *qr;         /* what a code beside the notice says, or NULL */
  MftMark *mark;          /* beside the notice; NULL: the project's own */
  MftPageInserter insert; /* reads PDF that attachments show; NULL: none of them can be read */
  guint initials;         /* invisible fields for the initials of so many reviewers */
  const MftPages *former; /* of an earlier state: what did not change is taken over; or NULL */
} MftTypesetOptions;

/* Begins to read the list of fonts beside whatever the caller does before it typesets. */
void mft_typeset_prepare (void);

/* Lays out `snapshot`, which the caller must not change meanwhile. `job` may be NULL.
 * Errors: MFT_TYPESET_ERROR, MFT_DRAW_ERROR_FONT, and the job's. */
MftPages *mft_typeset (MftAgreement *snapshot, const MftTypesetOptions *options, MftJob *job,
                       GError **error);
MftPages *mft_pages_ref (MftPages *pages);

/* Gives one reference back. */
void mft_pages_free (MftPages *pages);

guint mft_pages_count (const MftPages *pages);
gboolean mft_pages_is_draft (const MftPages *pages);

/* In points. */
double mft_pages_width (const MftPages *pages, guint page);
double mft_pages_height (const MftPages *pages, guint page);

/* Where (a part of) a block stands, in points from the page's upper left corner. Every block with
 * words of its own has at least one place; one that goes over a page has two. */
typedef struct
{
  const char *block;
  guint page; /* from 0 */
  double x, y, width, height;
} MftBlockPlace;

/* All of them, in reading order. Borrowed. */
const MftBlockPlace *mft_pages_places (const MftPages *pages, guint *count);

/* The block at a point of a page, or the nearest one above it; NULL if there is none. */
const char *mft_pages_block_at (const MftPages *pages, guint page, double x, double y);

/* Where a party signs, or a reviewer puts initials (invisible: without size). None where the closing
 * is wet. */
typedef struct
{
  guint party;  /* from 1; 0: initials */
  char *name;   /* of the PDF field: "PIHAK_KESATU", "PARAF_1" */
  char *prompt; /* for a screen reader; Indonesian */
  guint page;
  double x, y, width, height;
} MftFieldPlace;

const MftFieldPlace *mft_pages_fields (const MftPages *pages, guint *count);

/* A character that the page's face lacks; a box stands in its place. */
typedef struct
{
  const char *block; /* NULL: in no block */
  gunichar character;
} MftMissingGlyph;

const MftMissingGlyph *mft_pages_missing (const MftPages *pages, guint *count);

/* The words of a page in reading order, a line each with its place: for finding and copying them. */
typedef struct
{
  const char *block; /* or NULL */
  const MftTextLine *line;
  double x, y, height; /* the upper left corner */
} MftPageLine;

/* An array of MftPageLine that lives as long as the pages. Owned by the caller. */
GArray *mft_pages_lines (const MftPages *pages, guint page);

/* Draws one page at 0, 0, for a preview: what the PDF shows, on white. */
void mft_pages_draw (const MftPages *pages, guint page, cairo_t *cr);

/* The pages as PDF/A-3b. `date` is the date of creation; `source` (naskah.xml) is embedded if not
 * NULL. Equal input gives equal bytes in every time zone and locale. Errors: of a final
 * text MFT_DRAW_ERROR_GLYPH for characters that its face lacks, MFT_DRAW_ERROR_IMAGE for a picture or PDF
 * that cannot be shown; MFT_DRAW_ERROR_PDF. */
GBytes *mft_pages_to_pdf (const MftPages *pages, GDateTime *date, GBytes *source, GError **error);

/* The date for mft_pages_to_pdf() (DESIGN.md §4): `given` if not NULL, else SOURCE_DATE_EPOCH, else
 * the agreement's field "tanggal_ttd" (midnight UTC), else now. Owned by the caller. */
GDateTime *mft_typeset_date (MftAgreement *agreement, GDateTime *given);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPages, mft_pages_free)

G_END_DECLS
