/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/tags.h"

G_BEGIN_DECLS

/* An empty signature field: where a party is to sign. */
typedef struct
{
  const char *name;   /* "PIHAK_KESATU" */
  const char *prompt; /* what it is, for a screen reader */
  guint page;         /* from 0 */
  double x, y;        /* upper left corner, from the page's upper left corner, in points */
  double width, height;
} MftEmptyField;

/* What the finishing pass adds. Everything is borrowed. */
typedef struct
{
  const char *title;
  GDateTime *date; /* of creation and change */
  GBytes *source;  /* naskah.xml, embedded as the source of the pages; may be NULL */
  const MftEmptyField *fields;
  guint n_fields;
  MftTags *tags; /* of the canvas that drew the pages; NULL: as the PDF has them */
} MftFinish;

/* Turns PDF pages drawn by cairo into PDF/A-3b (ISO 19005-3) with a classic xref table. Doing it
 * again changes nothing; equal input gives equal bytes. Errors: MFT_DRAW_ERROR_PDF. */
GBytes *mft_finish_pdf (GBytes *pdf, const MftFinish *finish, GError **error);

G_END_DECLS
