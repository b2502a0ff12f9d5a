/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Pages of a foreign PDF as pictures with their words: an MftPageInserter. */
GPtrArray *mft_pdf_insert (GBytes *pdf, const char *pages);

G_END_DECLS
