/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/change.h"
#include "compare/side.h"

G_BEGIN_DECLS

/* What became of a pair. */
MftChangeClass mft_classify (const MftNode *left, const MftNode *right);

/* What happened to its text alone: SAME, COSMETIC, REFERENCE_ONLY or EDITED. */
MftChangeClass mft_classify_text (const MftNode *left, const MftNode *right);

/* Whether the numbers, dates, parties, references and words of duty differ. */
gboolean mft_differs_importantly (const MftNode *left, const MftNode *right);

/* Whether there are any. */
gboolean mft_is_important (const MftNode *node);

G_END_DECLS
