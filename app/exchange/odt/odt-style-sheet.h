/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "container/libxml.h"

G_BEGIN_DECLS

/* The styles of an ODT and what they inherit. A chain that goes in a circle ends where it began. */
typedef struct MftOdtStyleSheet MftOdtStyleSheet;

/* `content` and `styles` (content.xml; styles.xml or NULL) are borrowed. */
MftOdtStyleSheet *mft_odt_style_sheet_new (xmlDoc *content, xmlDoc *styles);
void mft_odt_style_sheet_free (MftOdtStyleSheet *sheet);

/* An attribute of `properties` ("text-properties") in the chain of a style of this family, borrowed; NULL
 * if there is none. */
const char *mft_odt_style_sheet_property (MftOdtStyleSheet *sheet, const char *family,
                                          const char *style, const char *properties,
                                          const char *space, const char *name);

/* Whether the pages that begin with a paragraph or table (`family`) of this style lie on their side; `across` is
 * left alone where none begin. */
void mft_odt_style_sheet_pages (MftOdtStyleSheet *sheet, const char *family, const char *style,
                                gboolean *across);

/* The list style that a paragraph style brings, or NULL. */
const char *mft_odt_style_sheet_list (MftOdtStyleSheet *sheet, const char *style);

/* A text:list-style, or the text:outline-style if `name` is NULL; NULL if there is none. */
xmlNode *mft_odt_style_sheet_list_style (MftOdtStyleSheet *sheet, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftOdtStyleSheet, mft_odt_style_sheet_free)

G_END_DECLS
