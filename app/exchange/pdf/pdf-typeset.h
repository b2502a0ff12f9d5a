/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Sets the agreement anew: `*own` are the lines of those pages (MftPdfLine, owned by the caller), and
 * `*n_pages` how many there are. The lines of tables are moved out of it, and out of `shown` those that
 * look the same, in the same order and as far below each other. FALSE: one of them is not shown so. */
gboolean mft_pdf_take_tables (GPtrArray *shown, MftAgreement *agreement, GPtrArray **own,
                              guint *n_pages);

G_END_DECLS
