/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "report/paper.h"

G_BEGIN_DECLS

/* In points. */
#define PAPER_MARGIN 48.0
#define PAPER_SIZE 9.5
#define PAPER_SMALL 8.0
#define PAPER_GAP 5.0
#define PAPER_COLUMNS_MOST 8

struct MftPaper
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
  double widths[PAPER_COLUMNS_MOST];
};

/* paper-text.c: plain words, cut where they quote a foreign file whose name has a million letters, which
 * take minutes to break. */
GArray *mft_paper_plain (const char *text);

PangoLayout *mft_paper_lay_out (MftPaper *paper, GArray *marked, MftPaperStyle style, double size,
                                double width);

/* Draws the lines from `first` that fit above `bottom`; returns the number of the first that does not, and
 * moves `y` below what was drawn. */
int mft_paper_draw_lines (MftPaper *paper, PangoLayout *layout, GArray *marked, int first,
                          double size, double x, double *y, double bottom);

/* paper.c */
double mft_paper_bottom (const MftPaper *paper);
void mft_paper_begin_page (MftPaper *paper);

/* Room for `height` on this page, or on the next. */
void mft_paper_need (MftPaper *paper, double height);

/* paper-table.c: the open table's head again, on a new page. */
void mft_paper_repeat_head (MftPaper *paper);

G_END_DECLS
