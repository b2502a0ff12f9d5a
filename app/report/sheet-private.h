/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "report/sheet.h"

G_BEGIN_DECLS

/* In points. */
#define SHEET_MARGIN 48.0
#define SHEET_SIZE 9.5
#define SHEET_SMALL 8.0
#define SHEET_GAP 5.0
#define SHEET_INDENT 18.0
#define SHEET_LEAD 60.0 /* a heading and the first lines below it */
#define SHEET_COLUMNS_MOST 8

struct MftSheet
{
  char *title;
  char *footer;
  double width, height;
  MftCanvas *canvas;
  PangoContext *context;
  guint pages;
  double y; /* where the next thing begins on the page; 0: no page is open */

  /* The open table. */
  guint table; /* its structure element */
  guint n_columns;
  const char *const *titles;
  double widths[SHEET_COLUMNS_MOST];
};

/* sheet-text.c: plain words, cut where they quote a foreign file whose name has a million letters, which
 * take minutes to break. */
GArray *mft_sheet_plain (const char *text);

PangoLayout *mft_sheet_lay_out (MftSheet *sheet, GArray *marked, MftSheetStyle style, double size,
                                double width);

/* Draws the lines from `first` that fit above `bottom`; returns the number of the first that does not, and
 * moves `y` below what was drawn. */
int mft_sheet_draw_lines (MftSheet *sheet, PangoLayout *layout, GArray *marked, int first,
                          double size, double x, double *y, double bottom);

/* sheet.c */
double mft_sheet_bottom (const MftSheet *sheet);
void mft_sheet_begin_page (MftSheet *sheet);

/* A line across the page; `grey` from 0, black. The caller says that it is an artifact. */
void mft_sheet_rule (MftSheet *sheet, double y, double thickness, double grey);

/* Room for `height` on this page, or on the next. */
void mft_sheet_need (MftSheet *sheet, double height);

/* sheet-table.c: the open table's head again, on a new page. */
void mft_sheet_repeat_head (MftSheet *sheet);

G_END_DECLS
