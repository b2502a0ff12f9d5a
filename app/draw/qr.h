/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include <glib.h>

G_BEGIN_DECLS

/* Whether `text` fits into a QR code. */
gboolean mft_qr_check (const char *text);

/* Draws it black into the square of `size` at x, y, without the quiet zone around it; nothing if it
 * does not fit. */
void mft_qr_show (MftCanvas *canvas, const char *text, double x, double y, double size);

G_END_DECLS
