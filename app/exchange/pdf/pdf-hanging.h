/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "1. Jonathan Gerhard   : Kepala Balai Sertifikasi", and below it "Tarigan   Elektronik …": what stands under the
 * name belongs to the name. `rows`: arrays of MftPdfPiece, from the top and from the left. */
void mft_pdf_join_hanging (GPtrArray *rows);

G_END_DECLS
