/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Puts words together that the end of a line cut in two: at a soft hyphen always, at a hyphen unless it is the
 * word's own ("undang-undang", "(08-05-2023)"). `lines` (MftPdfLine, in reading order) that become
 * empty are taken out. */
void mft_pdf_join_hyphens (GPtrArray *lines);

G_END_DECLS
