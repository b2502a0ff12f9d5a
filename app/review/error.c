/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/error.h"

G_DEFINE_QUARK (mft - review - error - quark, mft_review_error)
