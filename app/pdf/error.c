/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/error.h"

G_DEFINE_QUARK (mft - pdf - error - quark, mft_pdf_error)
