/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/jpeg.h"
#include "draw/pdf/pdf-objects.h"

G_BEGIN_DECLS

/* Writes a picture of dots, with its transparency if it has any (ISO 32000-1, 8.9.5, 11.6.5.3). Returns its
 * number. It fills a square of 1 × 1. */
guint mft_pdf_picture_write (MftPdfObjects *objects, cairo_surface_t *picture);

/* The same of a common JPEG: its own bytes. */
guint mft_pdf_picture_write_jpeg (MftPdfObjects *objects, GBytes *bytes, const MftJpeg *jpeg);

G_END_DECLS
