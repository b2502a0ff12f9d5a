/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logos over the title, pictures and pages of a PDF in attachments. */
#include "exchange/flow/flow-private.h"

#include "agreement/asset.h"
#include "draw/mark.h"
#include "exchange/pdf/pdf-insert.h"
#include "exchange/picture.h"

#define LOGO_SIZE 62.0
#define PAGE_SHARE_MOST 0.75 /* of the page's height, for the caption stands on the same page */
#define PAGE_DPI 150.0

void
mft_flow_picture_free (gpointer data)
{
  MftFlowPicture *picture = data;

  g_bytes_unref (picture->bytes);
  g_free (picture->name);
  g_free (picture);
}

/* As large as there is room. NULL if it is no picture. */
static const MftFlowPicture *
add_picture (MftFlow *flow, const char *name, GBytes *bytes, double width, double height)
{
  MftFlowPicture *picture;
  guint across, down;
  double scale;

  if (bytes == NULL || !mft_picture_get_sides (bytes, &across, &down))
    return NULL;
  scale = MIN (width / across, height / down);
  picture = g_new0 (MftFlowPicture, 1);
  picture->name = g_strdup (name);
  picture->bytes = g_bytes_ref (bytes);
  picture->width = across * scale;
  picture->height = down * scale;
  g_ptr_array_add (flow->pictures, picture);
  return picture;
}

static const MftFlowPicture *
add_logo (MftFlow *flow, const char *place)
{
  const char *entry = mft_profile_get_logo (flow->agreement, place);
  GBytes *bytes = entry != NULL ? mft_asset_get (flow->agreement, entry) : NULL;

  return add_picture (flow, entry, bytes, LOGO_SIZE, LOGO_SIZE);
}

void
mft_flow_add_logos (MftFlow *flow)
{
  double middle = mft_flow_width (flow) - 2 * LOGO_SIZE;
  const double widths[] = { LOGO_SIZE, middle, LOGO_SIZE };
  const MftFlowPicture *logos[]
      = { add_logo (flow, MFT_SETTING_LOGO_LEFT), add_logo (flow, MFT_SETTING_EMBLEM),
          add_logo (flow, MFT_SETTING_LOGO_RIGHT) };

  if (logos[0] == NULL && logos[1] == NULL && logos[2] == NULL)
    return;
  mft_flow_begin_table (flow, G_N_ELEMENTS (logos), widths, 0);
  mft_flow_begin (flow, MFT_FLOW_ROW);
  for (guint i = 0; i < G_N_ELEMENTS (logos); i++)
    {
      mft_flow_begin (flow, MFT_FLOW_CELL)->columns = 1;
      mft_flow_add (flow, MFT_FLOW_LOGO, NULL, 0)->picture = logos[i];
      mft_flow_end (flow);
    }
  mft_flow_end (flow);
  mft_flow_end (flow);
}

static cairo_status_t
append_png (gpointer bytes, const guint8 *data, guint size)
{
  g_byte_array_append (bytes, data, size);
  return CAIRO_STATUS_SUCCESS;
}

/* A page as a PNG, `width` points across. */
static GBytes *
draw_page (const MftInsertedPage *page, double width)
{
  double ratio = mft_mark_get_ratio (page->mark);
  int across = (int) (width * PAGE_DPI / 72), down = (int) (across * ratio);
  int side = MAX (across, down); /* it is drawn in the middle of a square */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, across, down);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  mft_mark_draw (page->mark, cr, (across - side) / 2.0, (down - side) / 2.0, side);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_png, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* The caption, then each page. */
static void
add_pages (MftFlow *flow, MftBlock *figure, const char *entry, GBytes *pdf, double height)
{
  g_autoptr (GPtrArray) pages = mft_pdf_insert (pdf, mft_block_get_trait (figure, MFT_TRAIT_PAGES));

  mft_flow_add (flow, MFT_FLOW_FIGURE, figure, 0);
  for (guint i = 0; pages != NULL && i < pages->len; i++)
    {
      g_autoptr (GBytes) png = draw_page (pages->pdata[i], mft_flow_width (flow));
      const MftFlowPicture *picture = add_picture (flow, entry, png, mft_flow_width (flow), height);
      mft_flow_add (flow, MFT_FLOW_FIGURE, NULL, 0)->picture = picture;
    }
}

void
mft_flow_add_figure (MftFlow *flow, MftBlock *figure)
{
  const MftProfile *profile = flow->profile;
  const char *entry = mft_block_get_trait (figure, MFT_TRAIT_SOURCE);
  GBytes *bytes = entry != NULL ? mft_asset_get (flow->agreement, entry) : NULL;
  double height = profile->height - profile->top - profile->bottom;
  MftAssetKind kind;

  if (bytes != NULL && mft_asset_get_kind (bytes, &kind) && kind == MFT_ASSET_PDF)
    add_pages (flow, figure, entry, bytes, height);
  else
    mft_flow_add (flow, MFT_FLOW_FIGURE, figure, 0)->picture
        = add_picture (flow, entry, bytes, mft_flow_width (flow), height * PAGE_SHARE_MOST);
}
