/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "bahasa/label.h"

G_BEGIN_DECLS

/* Whether it is called "Lampiran" alone, in whatever case: the only one, which has no number. */
gboolean mft_attachment_is_only (MftBlock *block);

/* As a sentence names it: "Lampiran", "Lampiran II". Owned by the caller. */
char *mft_attachment_dup_name (MftBlock *block);

/* The first attachment that a sentence names; one without a number is the first. */
MftLabel mft_attachment_scan (const char *words);

/* The attachment of that label; NULL: there is none. */
MftBlock *mft_attachment_find (MftAgreement *agreement, MftLabel label);

/* The attachment of the addendum that a formula refers to; NULL: none. */
MftBlock *mft_attachment_find_quoted (MftAgreement *addendum, MftBlock *formula);

G_END_DECLS
