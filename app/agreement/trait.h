/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/block.h"

G_BEGIN_DECLS

/* Whether a block of this kind may have the trait with this value: readers ask before they believe a
 * file. */
gboolean mft_trait_is_value (MftBlockKind kind, MftTrait trait, const char *value);

G_END_DECLS
