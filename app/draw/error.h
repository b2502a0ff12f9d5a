/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_DRAW_ERROR (mft_draw_error_quark ())
GQuark mft_draw_error_quark (void);

typedef enum
{
  MFT_DRAW_ERROR_FONT,  /* a face is not installed under its exact name */
  MFT_DRAW_ERROR_GLYPH, /* a face has no glyph for a character */
  MFT_DRAW_ERROR_IMAGE, /* a logo cannot be read */
  MFT_DRAW_ERROR_PDF,   /* a picture cannot be taken over into a PDF */
} MftDrawError;

G_END_DECLS
