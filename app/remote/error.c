/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/error.h"

G_DEFINE_QUARK (mft - remote - error, mft_remote_error)
