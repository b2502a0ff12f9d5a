/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "container/xml.h"
#include "container/zip.h"

G_BEGIN_DECLS

/* The parts of a DOCX, found through its relationships (ECMA-376-2 §9.3), whatever they are called. */
typedef struct
{
  MftZip *zip;
  char *main_part;
  GHashTable *relations; /* of the main part: id → name of a part */
  GHashTable *kinds;     /* of the main part: last word of the type, "styles" → name of a part */
  GPtrArray *margins;    /* headers and footers: names of parts */
} MftDocxPackage;

/* Errors: MFT_CONTAINER_ERROR. */
MftDocxPackage *mft_docx_package_open (GBytes *bytes, GError **error);
void mft_docx_package_free (MftDocxPackage *package);

/* The main part, which must be there. Errors: MFT_CONTAINER_ERROR. */
xmlDoc *mft_docx_package_main (MftDocxPackage *package, GError **error);

/* A part by its kind ("styles", "numbering", "comments", "footnotes") or name. NULL: there is none, or
 * it cannot be read; then `damaged` says so. */
xmlDoc *mft_docx_package_part (MftDocxPackage *package, const char *kind, gboolean *damaged);
xmlDoc *mft_docx_package_read (MftDocxPackage *package, const char *name, gboolean *damaged);

/* What relationship `id` of a part (NULL: the main one) leads to, as it is. NULL if it leads nowhere. */
GBytes *mft_docx_package_bytes (MftDocxPackage *package, const char *part, const char *id);

/* Whether it is an element of WordprocessingML, transitional or strict. */
gboolean mft_docx_is (const xmlNode *node, const char *name);

/* An attribute of WordprocessingML, borrowed; NULL if absent. */
const char *mft_docx_attribute (const xmlNode *node, const char *name);

/* The first child element of this name, or NULL. */
xmlNode *mft_docx_child (const xmlNode *node, const char *name);

/* The w:val of the child of this name; NULL if there is no such child or value. */
const char *mft_docx_value (const xmlNode *node, const char *name);

/* A property that is there or not: 1, 0, or -1 if the child is absent. */
int mft_docx_switch (const xmlNode *node, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftDocxPackage, mft_docx_package_free)

G_END_DECLS
