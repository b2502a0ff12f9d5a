/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"

G_BEGIN_DECLS

/* A new, sound file of what can be found in a damaged PDF: recovered by qpdf, then read through by our
 * own scanner before it takes its name. The damaged one stays as it is. What carries a signature is
 * refused: it would not survive. Returns the number of pages, 0 with an error: MFT_ACT_ERROR_SOUND,
 * _SIGNED, _BEYOND_REPAIR, _PARTS_MISSING, _SAME_FILE; MFT_PDF_ERROR_ENCRYPTED; G_FILE_ERROR. */
guint mft_act_repair (const char *input, const char *output, gboolean replace, MftJob *job,
                      GError **error);

/* A name beside the damaged file for the repaired one. Owned by the caller. */
char *mft_act_suggest_repaired (const char *input);

G_END_DECLS
