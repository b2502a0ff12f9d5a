/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/block.h"

G_BEGIN_DECLS

/* Whether the block's own text shows the field's value. */
gboolean mft_block_shows_field (MftBlock *block, const char *id);

G_END_DECLS
