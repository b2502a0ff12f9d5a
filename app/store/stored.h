/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* How the library keeps an agreement: naskah.xml; as a .pks where other entries stand beside it
 * (comments, paraf, what a newer version added), so that none is lost. */

/* Errors: MFT_CONTAINER_ERROR. */
GBytes *_mft_stored_write (MftAgreement *agreement, GError **error);

/* Errors: MFT_AGREEMENT_ERROR, MFT_CONTAINER_ERROR. */
MftAgreement *_mft_stored_read (GBytes *bytes, GError **error);

G_END_DECLS
