/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/docx/docx-style-sheet.h"

G_BEGIN_DECLS

/* Computes the numbers that Word would show (ECMA-376-1 §17.9): definitions, overrides, restarts, lists
 * that come from a style. Numbers are asked for in the order of the document, once a paragraph. */
typedef struct MftDocxCounter MftDocxCounter;

/* `doc` (numbering.xml, or NULL) and `styles` are borrowed. */
MftDocxCounter *mft_docx_counter_new (xmlDoc *doc, MftDocxStyleSheet *styles);
void mft_docx_counter_free (MftDocxCounter *numbering);

/* What stands in front of a paragraph. */
typedef struct
{
  char *label;     /* "(1)", "Pasal 4"; NULL: nothing */
  gboolean bullet; /* an item without number */
  guint list;      /* its list and level, 0: none */
} MftDocxLabel;

/* For a paragraph with these properties (w:pPr, or NULL) and this style (or NULL). The label is owned by
 * the caller. */
MftDocxLabel mft_docx_counter_next (MftDocxCounter *numbering, const xmlNode *properties,
                                    const char *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftDocxCounter, mft_docx_counter_free)

G_END_DECLS
