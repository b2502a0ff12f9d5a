/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/page.h"

#include <math.h>

#include "pdf/error.h"
#include "pdf/file-private.h"
#include "pdf/parser.h"

/* What a page is taken to be where it does not say, as all viewers do: US Letter. */
static const MftPdfRect letter = { 0, 0, 612, 792 };

gboolean
mft_pdf_rect_read (MftPdfFile *file, guint revision, MftPdfObject *object, MftPdfRect *rect)
{
  g_autoptr (MftPdfObject) array = mft_pdf_file_resolve (file, revision, object, NULL);
  double corner[4];

  if (mft_pdf_array_size (array) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (MftPdfObject) number
          = mft_pdf_file_resolve (file, revision, mft_pdf_array_item (array, i), NULL);
      corner[i] = mft_pdf_object_get_number (number, NAN);
      if (!isfinite (corner[i]) || fabs (corner[i]) > 1e6)
        return FALSE;
    }
  *rect = (MftPdfRect){ .left = MIN (corner[0], corner[2]),
                        .bottom = MIN (corner[1], corner[3]),
                        .right = MAX (corner[0], corner[2]),
                        .top = MAX (corner[1], corner[3]) };
  return TRUE;
}

gboolean
mft_pdf_rect_is_empty (const MftPdfRect *rect)
{
  return rect->right <= rect->left || rect->top <= rect->bottom;
}

void
mft_pdf_page_free (MftPdfPage *page)
{
  g_clear_pointer (&page->dict, mft_pdf_object_unref);
  g_free (page);
}

typedef struct
{
  MftPdfFile *file;
  guint revision;
  MftPdfPageFunc func;
  gpointer data;
  GHashTable *seen;
  guint count;
  gboolean stopped;
} Walk;

/* Borrowed from the nodes above. */
typedef struct
{
  MftPdfObject *media_box;
  MftPdfObject *crop_box;
  MftPdfObject *rotate;
} Inherited;

static void
inherit (Inherited *inherited, const MftPdfObject *node)
{
  MftPdfObject *media_box = mft_pdf_dict_get (node, "MediaBox");
  MftPdfObject *crop_box = mft_pdf_dict_get (node, "CropBox");
  MftPdfObject *rotate = mft_pdf_dict_get (node, "Rotate");

  inherited->media_box = media_box != NULL ? media_box : inherited->media_box;
  inherited->crop_box = crop_box != NULL ? crop_box : inherited->crop_box;
  inherited->rotate = rotate != NULL ? rotate : inherited->rotate;
}

static MftPdfRect
intersect (const MftPdfRect *a, const MftPdfRect *b)
{
  return (MftPdfRect){ .left = MAX (a->left, b->left),
                       .bottom = MAX (a->bottom, b->bottom),
                       .right = MIN (a->right, b->right),
                       .top = MIN (a->top, b->top) };
}

static void
measure_page (Walk *walk, MftPdfPage *page, const Inherited *inherited)
{
  MftPdfFile *file = walk->file;
  g_autoptr (MftPdfObject) rotate
      = mft_pdf_file_resolve (file, walk->revision, inherited->rotate, NULL);
  g_autoptr (MftPdfObject) unit
      = mft_pdf_file_get (file, walk->revision, page->dict, "UserUnit", NULL);
  double user_unit = mft_pdf_object_get_number (unit, 1);

  if (!mft_pdf_rect_read (file, walk->revision, inherited->media_box, &page->media_box)
      || mft_pdf_rect_is_empty (&page->media_box))
    page->media_box = letter;
  if (!mft_pdf_rect_read (file, walk->revision, inherited->crop_box, &page->crop_box))
    page->crop_box = page->media_box;
  page->crop_box = intersect (&page->crop_box, &page->media_box);
  if (mft_pdf_rect_is_empty (&page->crop_box))
    page->crop_box = page->media_box;
  gint64 turn = mft_pdf_object_get_integer (rotate, 0);
  page->rotate = turn % 90 == 0 ? (int) ((turn % 360 + 360) % 360) : 0;
  page->user_unit = user_unit > 0 && user_unit <= 1000 ? user_unit : 1;
}

static gboolean walk_node (Walk *walk, const MftPdfObject *reference, Inherited inherited,
                           guint depth, GError **error);

static gboolean
walk_kids (Walk *walk, const MftPdfObject *node, const Inherited *inherited, guint depth,
           GError **error)
{
  g_autoptr (MftPdfObject) kids
      = mft_pdf_file_get (walk->file, walk->revision, node, "Kids", error);

  if (kids == NULL)
    return FALSE;
  if (!mft_pdf_object_is (kids, MFT_PDF_ARRAY))
    return _mft_pdf_file_fail (error, "a node of the page tree has no /Kids");
  for (guint i = 0; i < mft_pdf_array_size (kids) && !walk->stopped; i++)
    if (!walk_node (walk, mft_pdf_array_item (kids, i), *inherited, depth + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
walk_node (Walk *walk, const MftPdfObject *reference, Inherited inherited, guint depth,
           GError **error)
{
  guint32 generation;
  guint32 number = mft_pdf_object_get_reference (reference, &generation);

  if (number == 0)
    return _mft_pdf_file_fail (error, "the page tree holds something else than references");
  if (depth > MFT_PDF_DEPTH_MAX)
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT, "the page tree is too deep");
      return FALSE;
    }
  if (!g_hash_table_add (walk->seen, GUINT_TO_POINTER (number)))
    return _mft_pdf_file_fail (error, "object %u is twice in the page tree", number);

  g_autoptr (MftPdfObject) node
      = mft_pdf_file_load (walk->file, walk->revision, number, generation, error);
  if (node == NULL)
    return FALSE;
  g_autoptr (MftPdfObject) type
      = mft_pdf_file_get (walk->file, walk->revision, node, "Type", error);
  if (type == NULL)
    return FALSE;
  inherit (&inherited, node);
  if (mft_pdf_object_is_name (type, "Pages"))
    return walk_kids (walk, node, &inherited, depth, error);
  if (!mft_pdf_object_is_name (type, "Page") || !mft_pdf_object_is (node, MFT_PDF_DICT))
    return _mft_pdf_file_fail (error, "object %u in the page tree is no page", number);

  MftPdfPage page
      = { .index = ++walk->count, .number = number, .generation = generation, .dict = node };
  measure_page (walk, &page, &inherited);
  walk->stopped = !walk->func (&page, walk->data);
  return TRUE;
}

gboolean
mft_pdf_pages_walk (MftPdfFile *file, guint revision, MftPdfPageFunc func, gpointer data,
                    GError **error)
{
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, revision, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { .file = file, .revision = revision, .func = func, .data = data, .seen = seen };

  return catalog != NULL
         && walk_node (&walk, mft_pdf_dict_get (catalog, "Pages"), (Inherited){ 0 }, 0, error);
}

static gboolean
count_page (const MftPdfPage *page, gpointer data)
{
  *(int *) data = (int) page->index;
  return TRUE;
}

int
mft_pdf_pages_count (MftPdfFile *file, guint revision, GError **error)
{
  int count = 0;

  return mft_pdf_pages_walk (file, revision, count_page, &count, error) ? count : -1;
}

typedef struct
{
  guint wanted;
  MftPdfPage *found;
} Find;

static gboolean
take_page (const MftPdfPage *page, gpointer data)
{
  Find *find = data;

  /* Goes on to the end: what stands behind the page has to be sound too. */
  if (page->index == find->wanted)
    {
      find->found = g_memdup2 (page, sizeof *page);
      mft_pdf_object_ref (find->found->dict);
    }
  return TRUE;
}

MftPdfPage *
mft_pdf_page_find (MftPdfFile *file, guint revision, guint index, GError **error)
{
  Find find = { .wanted = index };

  if (!mft_pdf_pages_walk (file, revision, take_page, &find, error))
    g_clear_pointer (&find.found, mft_pdf_page_free);
  return find.found;
}

void
mft_pdf_page_seen_size (const MftPdfPage *page, double *width, double *height)
{
  double across = (page->crop_box.right - page->crop_box.left) * page->user_unit;
  double up = (page->crop_box.top - page->crop_box.bottom) * page->user_unit;
  gboolean turned = page->rotate == 90 || page->rotate == 270;

  *width = turned ? up : across;
  *height = turned ? across : up;
}

/* A point as seen, from the lower left corner, in the page's space. */
static void
point_from_seen (const MftPdfPage *page, double x, double y, double *to_x, double *to_y)
{
  const MftPdfRect *box = &page->crop_box;

  x /= page->user_unit;
  y /= page->user_unit;
  *to_x = page->rotate == 0     ? box->left + x
          : page->rotate == 90  ? box->right - y
          : page->rotate == 180 ? box->right - x
                                : box->left + y;
  *to_y = page->rotate == 0     ? box->bottom + y
          : page->rotate == 90  ? box->bottom + x
          : page->rotate == 180 ? box->top - y
                                : box->top - x;
}

static void
point_to_seen (const MftPdfPage *page, double x, double y, double *to_x, double *to_y)
{
  const MftPdfRect *box = &page->crop_box;

  *to_x = page->rotate == 0     ? x - box->left
          : page->rotate == 90  ? y - box->bottom
          : page->rotate == 180 ? box->right - x
                                : box->top - y;
  *to_y = page->rotate == 0     ? y - box->bottom
          : page->rotate == 90  ? box->right - x
          : page->rotate == 180 ? box->top - y
                                : x - box->left;
  *to_x *= page->user_unit;
  *to_y *= page->user_unit;
}

static MftPdfRect
span (double x0, double y0, double x1, double y1)
{
  return (MftPdfRect){
    .left = MIN (x0, x1), .bottom = MIN (y0, y1), .right = MAX (x0, x1), .top = MAX (y0, y1)
  };
}

MftPdfRect
mft_pdf_page_from_seen (const MftPdfPage *page, const MftPdfRect *seen)
{
  double x0, y0, x1, y1;

  point_from_seen (page, seen->left, seen->bottom, &x0, &y0);
  point_from_seen (page, seen->right, seen->top, &x1, &y1);
  return span (x0, y0, x1, y1);
}

MftPdfRect
mft_pdf_page_to_seen (const MftPdfPage *page, const MftPdfRect *rect)
{
  double x0, y0, x1, y1;

  point_to_seen (page, rect->left, rect->bottom, &x0, &y0);
  point_to_seen (page, rect->right, rect->top, &x1, &y1);
  return span (x0, y0, x1, y1);
}
