/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Whether every line that the agreement has when it is set on pages now stands in the document at its very
 * place. Other fonts or a longer notice say no: that proves nothing against it. */
gboolean mft_pdf_stands_as_typeset (MftAgreement *agreement, PopplerDocument *document);

G_END_DECLS
