/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/error.h"

G_DEFINE_QUARK (mft - agreement - error, mft_agreement_error)
