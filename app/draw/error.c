/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/error.h"

G_DEFINE_QUARK (mft_draw_error, mft_draw_error)
