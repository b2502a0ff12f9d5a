/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "container/xml-writer.h"
#include "exchange/flow/flow.h"
#include "review/review.h"

G_BEGIN_DECLS

/* The parts of the ODT that is written; private to odt-writer.c and the files named. */

/* odt-content.c: content.xml */
GBytes *mft_odt_content (const MftFlow *flow, MftReview *review);

/* odt-styles.c: styles.xml */
GBytes *mft_odt_styles (const MftFlow *flow);

/* The list styles are named by this and their number. */
#define MFT_ODT_LIST "Daftar"

/* Character styles. */
#define MFT_ODT_NUMBER "Nomor"
#define MFT_ODT_BOLD "Tebal"
#define MFT_ODT_ITALIC "Miring"
#define MFT_ODT_BOLD_ITALIC "TebalMiring"

/* odt-pages.c: the page styles, with what stands over and under their text; and the name of the one that a
 * section begins with. Owned by the caller. */
void mft_odt_pages (MftXmlWriter *xml, const MftFlow *flow);
char *mft_odt_first_page (guint section);

/* The namespaces of a part; right after its root element was begun. */
void mft_odt_spaces (MftXmlWriter *xml);

/* "Pictures/gambar1.png", numbered from 1 as mft_flow_pictures() has them. Owned by the caller. */
char *mft_odt_picture_name (const MftFlowPicture *picture, guint number);

/* "12.5pt" */
void mft_odt_length (MftXmlWriter *xml, const char *attribute, double points);

G_END_DECLS
