/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

#include "compare/change.h"

G_BEGIN_DECLS

/* Makes blocks of `agreement` as `other` has them, as one step of the history: those of `changes` (of
 * const MftChange; of a comparison of the two in which `agreement` was on side `side`), with the fields and
 * settings that their words show. So one accepts a change into the older version and rejects it in the newer
 * one. What is inserted or deleted takes along what stands in it. Errors: MFT_AGREEMENT_ERROR_STRUCTURE,
 * where these changes cannot be had without others. */
gboolean mft_take_changes (MftAgreement *agreement, MftCompared side, MftAgreement *other,
                           GPtrArray *changes, GError **error);

/* The same with everything: of two versions of one lineage, `agreement` then is the other to the byte. */
gboolean mft_take_all (MftAgreement *agreement, MftAgreement *other, GError **error);

G_END_DECLS
