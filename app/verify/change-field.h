/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/form-names.h"

G_BEGIN_DECLS

/* The fields at the form's top, and all below them. */
void mft_change_fields (MftDifference *difference, MftPdfObject *old_value,
                        MftPdfObject *new_value);

/* Whether a new signature field is one and nothing else; then it is permitted, its widgets are
 * remembered. `reference` is how the form or a parent refers to it. */
void mft_change_new_field (MftDifference *difference, MftPdfObject *reference,
                           const char *parent_name, gboolean in_signature_group);

/* A signature that a field was given: a new object, of its own. Tells the kind. */
gboolean mft_change_new_value (MftDifference *difference, MftPdfObject *value, const char **kind);

G_END_DECLS
