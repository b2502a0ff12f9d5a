/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/docx/docx-package.h"

G_BEGIN_DECLS

/* Styles and what they inherit. A chain that goes in a circle ends where it began. */
typedef struct MftDocxStyleSheet MftDocxStyleSheet;

/* `doc` (styles.xml) is borrowed for as long as the result lives; NULL: no styles. */
MftDocxStyleSheet *mft_docx_style_sheet_new (xmlDoc *doc);
void mft_docx_style_sheet_free (MftDocxStyleSheet *styles);

/* The style that paragraphs have without naming one, or NULL. */
const char *mft_docx_style_sheet_default (MftDocxStyleSheet *styles);

/* The first w:numId or w:ilvl (`name`) in the chain, with the style that has it; a style may change only the
 * level of the one it is based on. Borrowed; NULL if there is none. */
const char *mft_docx_style_sheet_numbering (MftDocxStyleSheet *styles, const char *id,
                                            const char *name, const char **owner);

/* The first child of this name of the chain's w:rPr, or NULL. */
xmlNode *mft_docx_style_sheet_run_property (MftDocxStyleSheet *styles, const char *id,
                                            const char *name);

/* Whether the style, by its own name, sets an entry of a table of contents. */
gboolean mft_docx_style_sheet_is_contents (MftDocxStyleSheet *styles, const char *id);

/* Whether a table of this style has lines between its cells. */
gboolean mft_docx_style_sheet_is_ruled (MftDocxStyleSheet *styles, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftDocxStyleSheet, mft_docx_style_sheet_free)

G_END_DECLS
