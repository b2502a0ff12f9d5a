/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* An OpenDocument text (ODF 1.3) with the same numbers, references and bookmarks as the DOCX. Equal
 * agreements give equal parts. Errors: MFT_CONTAINER_ERROR_LIMIT. */
GBytes *mft_odt_write (MftAgreement *agreement, GError **error);

G_END_DECLS
