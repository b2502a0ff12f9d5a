/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/look-shape.h"

#define NEAR 2.0 /* points */

void
mft_look_shape_free (MftLookShape *shape)
{
  g_clear_pointer (&shape->points, g_array_unref);
  g_free (shape);
}

MftPdfRect
mft_look_box (const GArray *points)
{
  MftPdfRect box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i + 1 < points->len; i += 2)
    {
      double x = g_array_index (points, double, i), y = g_array_index (points, double, i + 1);
      box.left = MIN (box.left, x);
      box.right = MAX (box.right, x);
      box.bottom = MIN (box.bottom, y);
      box.top = MAX (box.top, y);
    }
  return box;
}

gboolean
mft_look_lies_within (const MftPdfRect *inner, const MftPdfRect *outer)
{
  return inner->left >= outer->left - NEAR && inner->right <= outer->right + NEAR
         && inner->bottom >= outer->bottom - NEAR && inner->top <= outer->top + NEAR;
}

static gboolean
same_points (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!(ABS (g_array_index (a, double, i) - g_array_index (b, double, i)) <= NEAR))
      return FALSE; /* also where one is no number */
  return TRUE;
}

/* A frame and a background may be painted again, the background also smaller. */
gboolean
mft_look_shape_licenses (const MftLookShape *before, const MftLookShape *now)
{
  if (before->is_partial || before->points == NULL || now->points == NULL
      || (now->fill != NULL && g_strcmp0 (now->fill, before->fill) != 0)
      || (now->stroke != NULL
          && (g_strcmp0 (now->stroke, before->stroke) != 0 || now->width > before->width + 0.5)))
    return FALSE;
  MftPdfRect inner = mft_look_box (now->points), outer = mft_look_box (before->points);
  return same_points (now->points, before->points)
         || (now->is_rectangle && before->is_rectangle && mft_look_lies_within (&inner, &outer)
             && (now->stroke == NULL || mft_look_lies_within (&outer, &inner)));
}
