/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/subject.h"

G_BEGIN_DECLS

/* What a person should look at although the rules permit it: notes, the verdict stays. Only a stamp so
 * large that it hides what others signed is more than that. */

/* Signatures that were placed on a page only after somebody had signed, and what they cover. */
void mft_warn_about_places (MftPdfFile *file, GPtrArray *subjects, MftVerifyReport *report);

/* What was in the file when it was signed and may look otherwise tomorrow, or elsewhere: scripts,
 * layers, forms that draw themselves, fonts and pictures from outside. */
void mft_warn_about_content (MftPdfFile *file, GPtrArray *subjects, MftVerifyReport *report);

G_END_DECLS
