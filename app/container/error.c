/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container/error.h"

G_DEFINE_QUARK (mft - container - error - quark, mft_container_error)
