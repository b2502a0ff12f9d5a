/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What a text that leaves the house does not take along. */
typedef enum
{
  MFT_LEFT_OUT_CLAUSES,  /* blocks that say which clause and alternative they come from */
  MFT_LEFT_OUT_TEMPLATE, /* the template's name */
  MFT_LEFT_OUT_FIELDS,   /* filled fields that no sentence shows */
  MFT_LEFT_OUT_CHOICES,  /* what else a field could have been: choices and defaults */
  MFT_LEFT_OUT_NOTES,    /* what a filled field was explained with */
  MFT_LEFT_OUT_SETTINGS, /* settings that say nothing about the text */
  MFT_LEFT_OUT_COMMENTS, /* internal ones, and decisions on changes */
  MFT_LEFT_OUT_PARAF,    /* who gave a paraf */
  MFT_LEFT_OUT_N,
} MftLeftOut;

/* Who comments for the other party are by. */
#define MFT_CLEAN_AUTHOR "Penyusun"

/* The same words, numbers and references, and nothing that they do not need: made up of what is known
 * to be harmless, so that what a later version adds stays at home unless it is let through here. Of what
 * lies beside the text only comments for the other party come along. `left_out` may be NULL; else it
 * gets how many there were of each. Owned by the caller. */
MftAgreement *mft_clean_copy (MftAgreement *agreement, guint left_out[MFT_LEFT_OUT_N]);

/* naskah.xml of the clean copy: the source that PDF and Word files carry. */
GBytes *mft_clean_source (MftAgreement *agreement);

G_END_DECLS
