/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/text.h"

G_BEGIN_DECLS

/* Markdown's marks, which also come into other documents by copying: makes styles of stars and takes
 * escapes out. `style` is the one that is open at the line's beginning, and then at its end: a bold run
 * may go over lines that follow each other. */
MftText *mft_import_unmark (MftText *text, MftStyle *style);

/* The bytes of bullets and heading marks at the start of a line; they say nothing about the level
 * (reference: import traps). */
gsize mft_import_bullet_size (const char *line);

G_END_DECLS
