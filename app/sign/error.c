/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/error.h"

G_DEFINE_QUARK (mft - sign - error - quark, mft_sign_error)
