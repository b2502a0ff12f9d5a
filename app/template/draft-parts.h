/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/draft.h"

G_BEGIN_DECLS

/* Title, opening, komparisi, considerations, legal basis, agreement sentence. */
void mft_draft_add_front (MftDraft *draft);

/* The Pasal. */
void mft_draft_add_body (MftDraft *draft);

/* Closing and signatures. */
void mft_draft_add_back (MftDraft *draft);

/* The attachments: those the text refers to in that order, then those that were chosen. */
void mft_draft_add_attachments (MftDraft *draft);

G_END_DECLS
