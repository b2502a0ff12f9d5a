/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/error.h"

G_DEFINE_QUARK (mft - template - error - quark, mft_template_error)
