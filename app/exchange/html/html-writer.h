/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* One HTML file, well-formed as XML too, that needs no other: sections, headings, lists with their
 * labels as words, links on references, and a style sheet for screen and paper. */
GBytes *mft_html_write (MftAgreement *agreement, GError **error);

G_END_DECLS
