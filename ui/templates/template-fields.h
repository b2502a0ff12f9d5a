/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What a template asks for: each field with its kind, to be changed, put into the text, taken away.
 *
 * Signal "insert" (const char *id): the field is wanted in the text. */
#define MFT_TYPE_TEMPLATE_FIELDS (mft_template_fields_get_type ())
G_DECLARE_FINAL_TYPE (MftTemplateFields, mft_template_fields, MFT, TEMPLATE_FIELDS, AdwBin)

MftTemplateFields *mft_template_fields_new (MftAgreement *template);

G_END_DECLS
