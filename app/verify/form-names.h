/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/difference.h"

G_BEGIN_DECLS

/* A field's full name from its parent's ("" at the top) and its own /T. Owned by the caller. */
char *mft_field_name (const char *parent, const MftPdfObject *field);

/* Whether a field lock (FieldMDP, ISO 32000-2, 12.8.2.4) covers the field or a field above it. */
gboolean mft_field_is_locked (const MftPermissions *permissions, const char *name);

/* Whether all full names of fields at `revision` differ, and the tree can be read. */
gboolean mft_field_names_are_unique (MftPdfFile *file, guint revision);

G_END_DECLS
