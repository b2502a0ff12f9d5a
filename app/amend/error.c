/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/error.h"

G_DEFINE_QUARK (mft - amend - error - quark, mft_amend_error)
