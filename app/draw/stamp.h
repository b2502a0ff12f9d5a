/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/form-xobject.h"
#include "draw/mark.h"

G_BEGIN_DECLS

/* The size of BSrE's specimen, in points. */
#define MFT_STAMP_WIDTH 142.0
#define MFT_STAMP_HEIGHT 53.0

/* The side of initials. */
#define MFT_STAMP_INITIALS_SIZE 36.0

typedef enum
{
  MFT_STAMP_EMBLEM,   /* BSrE's specimen: the emblem beside the words */
  MFT_STAMP_QR,       /* a QR code beside the words */
  MFT_STAMP_TEXT,     /* the words alone */
  MFT_STAMP_INITIALS, /* the emblem alone */
} MftStampLook;

#define MFT_STAMP_LOOK_N (MFT_STAMP_INITIALS + 1)

/* What a visible signature says. Strings are borrowed; NULL or empty lines are left out. */
typedef struct
{
  MftStampLook look;
  const char *qr;      /* what the QR code says, at most MFT_STAMP_QR_MOST bytes; NULL: no code */
  const char *heading; /* NULL: "Ditandatangani secara elektronik oleh:" */
  const char *office;  /* "Sekretaris Jenderal" */
  const char *institution; /* "Kementerian Tata Samudra" */
  const char *name;        /* with titles; they go if the name does not fit otherwise */
  const char *rank;        /* "Pembina Utama (IV/e)" */
  const char *reason;      /* "Alasan: persetujuan" */
  const char *time_text;   /* "26 November 2026, 14.33.08 WIB" */
  gboolean is_practice;    /* of a certificate for practice: says so across the foot */
} MftStampContent;

/* More would be too fine to be read from paper. */
#define MFT_STAMP_QR_MOST 200

/* Copies what is borrowed; freed by mft_stamp_content_free(). */
MftStampContent *mft_stamp_content_copy (const MftStampContent *content);
void mft_stamp_content_free (MftStampContent *content);

/* Draws the stamp into the box from 0, 0 to width, height on `cr`, text shrunk and wrapped to fit.
 * `mark` may be NULL: the project's own. */
void mft_stamp_draw (cairo_t *cr, const MftStampContent *content, MftMark *mark, double width,
                     double height);

/* The stamp as PDF objects, for a signature's appearance. Errors: MFT_DRAW_ERROR_FONT,
 * MFT_DRAW_ERROR_GLYPH (a character the face lacks, named in the text), MFT_DRAW_ERROR_PDF,
 * MFT_DRAW_ERROR_IMAGE (too much for a QR code). */
MftFormXObject *mft_stamp_to_pdf (const MftStampContent *content, MftMark *mark, double width,
                                  double height, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftStampContent, mft_stamp_content_free)

G_END_DECLS
