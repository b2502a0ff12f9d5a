/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* DAMAGED: a komentar.xml that cannot be read. VERSION: written by a newer major version. LIMIT: larger than
 * we read. ORDER: a paraf before its turn. */
typedef enum
{
  MFT_REVIEW_ERROR_DAMAGED,
  MFT_REVIEW_ERROR_VERSION,
  MFT_REVIEW_ERROR_LIMIT,
  MFT_REVIEW_ERROR_ORDER,
} MftReviewError;

#define MFT_REVIEW_ERROR (mft_review_error_quark ())
GQuark mft_review_error_quark (void);

G_END_DECLS
