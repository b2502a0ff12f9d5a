/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

/* What a PDF says beside its pages. Everything is borrowed. */
typedef struct
{
  const char *title;
  GDateTime *date; /* of creation and change */
  GBytes *source;  /* naskah.xml, embedded as the source of the pages; may be NULL */
  const MftEmptyField *fields;
  guint n_fields;
} MftFinish;

G_END_DECLS
