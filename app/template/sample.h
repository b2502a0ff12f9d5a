/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/instantiate.h"

G_BEGIN_DECLS

/* Complete values for one of our templates: made-up parties, people and numbers. Owned by the caller;
 * NULL for a template that is not ours. */
MftValues *mft_sample_values (const char *template_id);

/* The agreement they give: what the window shows as an example and `mufakat demo` starts from. Owned by
 * the caller; NULL for a template that is not ours. */
MftAgreement *mft_sample_agreement (const char *template_id);

G_END_DECLS
