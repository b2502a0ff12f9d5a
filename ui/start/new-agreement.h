/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* An agreement to be filled in, in the style that the person keeps: from "pks-umum", from
 * "pks-umum?paket=paket-6&K-25=tanggal&pihak=3" with choices, or from a template of one's own. Owned by the caller. Errors: MFT_TEMPLATE_ERROR. */
MftAgreement *mft_new_agreement (const char *id, GError **error);

G_END_DECLS
