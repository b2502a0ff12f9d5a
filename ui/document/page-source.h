/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document/page-text.h"

G_BEGIN_DECLS

/* What shows pages, for those who find and select words on them. Pages count from 0; `view` is the widget
 * that was given with it. */
typedef struct
{
  guint (*count) (gpointer view);

  /* Owned by the caller; NULL for a page that cannot be read. */
  MftPageText *(*read) (gpointer view, guint page);

  /* The page at a point of the widget that scrolls, or the nearest, and the point on it, in points from its
   * upper left corner. FALSE: none can be seen. */
  gboolean (*locate) (gpointer view, double x, double y, guint *page, double *across, double *down);

  /* Which page is in sight, and bringing another there. */
  guint (*in_sight) (gpointer view);
  void (*show) (gpointer view, guint page);

  /* Other words are found or selected now. */
  void (*mark) (gpointer view);
} MftPageSource;

G_END_DECLS
