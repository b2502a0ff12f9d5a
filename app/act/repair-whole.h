/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/qpdf-late.h"
#include "pdf/byte-source.h"
#include "pdf/parser.h"

G_BEGIN_DECLS

/* Whether all that a damaged file refers to was found in it again. qpdf leaves out what was not, a page's
 * text among it, and says nothing. `source` has the damaged bytes that `recovery` was made from. */
gboolean _mft_act_is_whole (qpdf_data recovery, MftByteSource *source);

G_END_DECLS
