/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/compare.h"

G_BEGIN_DECLS

/* One paragraph of a redline: a block where it stands in both versions, or where only one has it there. */
typedef struct
{
  const MftChange *change; /* borrowed from the comparison */
  const MftVersion *left;  /* NULL: not here in the older version */
  const MftVersion *right; /* NULL: not here in the newer version */
} MftRedlineEntry;

/* Both versions as one text, in order: an array of MftRedlineEntry. Those that have a left version, in their
 * order, are the older agreement exactly; those with a right one the newer. What moved is there twice. */
GArray *mft_redline_new (const MftComparison *comparison);

/* As a Word file with tracked changes (w:ins, w:del): accepting all gives the newer text, rejecting all the
 * older one. `date` is theirs, RFC 3339; so is `author`. Errors: MFT_CONTAINER_ERROR. */
GBytes *mft_redline_to_docx (const MftComparison *comparison, const char *author, const char *date,
                             GError **error);

G_END_DECLS
