/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/difference.h"

G_BEGIN_DECLS

/* Whether a signature closes the field or a field above it. */
gboolean mft_field_is_locked (const MftPermissions *permissions, const char *name);

/* Whether all full names of fields at `revision` differ, and the tree can be read. */
gboolean mft_field_names_are_unique (MftPdfFile *file, guint revision);

G_END_DECLS
