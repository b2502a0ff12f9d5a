/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The faces Mufakat draws with, under their exact names: a substitute would change page breaks.
 * Packages fonts-urw-base35 and fonts-liberation. */
#define MFT_FONT_BOOKMAN "URW Bookman"
#define MFT_FONT_SANS "Liberation Sans"

/* Reads the list of fonts that are installed; else the first use does. Any thread. */
void mft_fonts_prepare (void);

/* Errors: MFT_DRAW_ERROR_FONT if no face of exactly this family is installed. */
gboolean mft_fonts_check (const char *family, GError **error);

/* A context whose measures do not depend on the screen: no hinting, no rounding, 72 dpi (so font
 * sizes are points), Indonesian. Owned by the caller; for the calling thread only. */
PangoContext *mft_fonts_context (void);

/* What every text here needs: no other face steps in, and no ligatures, so that the words of a PDF
 * come out letter by letter. Owned by the caller. */
PangoAttrList *mft_fonts_attributes (void);

/* A layout of `text` in one face without substitution of other faces. `size` in points. Owned by the
 * caller. */
PangoLayout *mft_fonts_layout (PangoContext *context, const char *family, double size,
                               PangoWeight weight, const char *text);

/* The first character of the layout that its face lacks, 0 if there is none. */
gunichar mft_fonts_missing (PangoLayout *layout);

G_END_DECLS
