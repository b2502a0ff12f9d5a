/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The blanks of the agreement as a form: what is missing first, then the agreement's own, then each
 * party's. Property "missing" (uint): how many required ones are empty. */
#define MFT_TYPE_FIELDS_PANE (mft_fields_pane_get_type ())
G_DECLARE_FINAL_TYPE (MftFieldsPane, mft_fields_pane, MFT, FIELDS_PANE, AdwBin)

void mft_fields_pane_set_agreement (MftFieldsPane *self, MftAgreement *agreement);

/* Puts the cursor into a field's row. FALSE: there is none. */
gboolean mft_fields_pane_go_to (MftFieldsPane *self, const char *id);

guint mft_fields_pane_get_missing (MftFieldsPane *self);

G_END_DECLS
