/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A DOCX (ECMA-376, transitional) with numbers that the word processor computes, references that
 * follow them, a bookmark "_mft_ID" for every block, and the page of the setting "profil". Equal
 * agreements give equal parts. Errors: MFT_CONTAINER_ERROR_LIMIT. */
GBytes *mft_docx_write (MftAgreement *agreement, GError **error);

G_END_DECLS
