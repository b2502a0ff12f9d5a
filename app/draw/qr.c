/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/qr.h"

#include <qrencode.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QRcode, QRcode_free)

/* A quarter of it may be lost: stamps get printed, copied, and folded. */
static QRcode *
encode (const char *text)
{
  return QRcode_encodeString8bit (text, 0, QR_ECLEVEL_Q);
}

gboolean
mft_qr_check (const char *text)
{
  g_autoptr (QRcode) code = encode (text);

  return code != NULL;
}

void
mft_qr_show (MftCanvas *canvas, const char *text, double x, double y, double size)
{
  g_autoptr (QRcode) code = encode (text);
  cairo_t *cr = mft_canvas_cairo (canvas);

  if (code == NULL)
    return;
  double module = size / code->width;
  cairo_new_path (cr);
  for (int i = 0; i < code->width * code->width; i++)
    if (code->data[i] & 1)
      cairo_rectangle (cr, x + i % code->width * module, y + i / code->width * module, module,
                       module);
  cairo_set_source_rgb (cr, 0, 0, 0);
  /* Neighbours meet without a hairline between them. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  mft_canvas_fill (canvas);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}
