/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What a template lets one choose: which parts may be left out, and of which wordings one is taken; for
 * the passage with the cursor both can be changed.
 *
 * Signal "go" (const char *id): the person wants to see a wording. */
#define MFT_TYPE_TEMPLATE_VARIANTS (mft_template_variants_get_type ())
G_DECLARE_FINAL_TYPE (MftTemplateVariants, mft_template_variants, MFT, TEMPLATE_VARIANTS, AdwBin)

MftTemplateVariants *mft_template_variants_new (MftAgreement *template);

/* The block with the cursor. */
void mft_template_variants_set_current (MftTemplateVariants *self, const char *id);

G_END_DECLS
