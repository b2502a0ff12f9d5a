/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/edit.h"

G_BEGIN_DECLS

/* A field becomes what `field` (taken over, also when it fails) says, under the id it has: it keeps its
 * place among the others and a value that still fits, and stands in the text as its type is written. A
 * step of the history. Errors: MFT_AGREEMENT_ERROR_FIELD for an id that nobody has or a default that does
 * not fit, _LOCKED. */
gboolean mft_edit_define_field (MftAgreement *agreement, MftField *field, GError **error);

/* How a value of the type is written in a text. */
MftForm mft_field_type_form (MftFieldType type);

/* A field as it stands in a text. */
MftText *mft_field_new_atom (const MftField *field);

G_END_DECLS
