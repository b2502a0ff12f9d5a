/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NOTHING: the two versions differ in nothing that an addendum could say. NUMBERS: no number is left for
 * what was inserted. MISFIT: an addendum speaks of what the agreement has not, or has otherwise. NONE: what
 * was to be applied is no addendum. */
typedef enum
{
  MFT_AMEND_ERROR_NOTHING,
  MFT_AMEND_ERROR_NUMBERS,
  MFT_AMEND_ERROR_MISFIT,
  MFT_AMEND_ERROR_NONE,
} MftAmendError;

#define MFT_AMEND_ERROR (mft_amend_error_quark ())
GQuark mft_amend_error_quark (void);

G_END_DECLS
