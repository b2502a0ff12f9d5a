/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A run as it is read: words for the number, the reference's label, the field's value. */
typedef enum
{
  MFT_SHOWN_PLAIN,
  MFT_SHOWN_MISSING,  /* a field without value: "[Nomor PIHAK KEDUA]" */
  MFT_SHOWN_DANGLING, /* a reference whose target is gone */
  MFT_SHOWN_EXTERNAL, /* a reference to another law */
} MftShownState;

typedef struct
{
  char *text;
  const MftRun *run; /* borrowed from the block's text */
  guint run_start;   /* where the run starts in the block's text, in characters */
  MftShownState state;
} MftShownSpan;

/* The block's text as it is read now. An array of MftShownSpan, owned by the caller; its runs live as
 * long as the block's text. */
GArray *mft_shown_spans (MftAgreement *agreement, MftBlock *block);

/* The words of spans. Owned by the caller. */
char *mft_shown_join (GArray *spans);

/* The same as plain words. Owned by the caller. */
char *mft_shown_text (MftAgreement *agreement, MftBlock *block);

/* Heading of a reference, field or date alone, as it is read from `block`. Owned by the caller. */
char *mft_shown_run (MftAgreement *agreement, MftBlock *block, const MftRun *run,
                     MftShownState *state);

/* Between a character of the block's text and a character of what is shown, both ways; inside an atom
 * the shown offset belongs to its start. */
guint mft_shown_offset_from_text (GArray *spans, guint text_offset);
guint mft_shown_offset_to_text (GArray *spans, guint shown_offset);

/* Words of `{…:hari_tanggal}` and the like for a value, by form. NULL if the value does not fit.
 * Owned by the caller. */
char *mft_shown_value (MftAgreement *agreement, const char *value, MftForm form);

/* A text field's value with the fields and parties that it names put in; NULL if it, or one of them,
 * has no value. Owned by the caller. */
char *mft_shown_field (MftAgreement *agreement, const char *id);

/* The title as one line: what the agreement is about ("tentang"), or its title block joined.
 * Owned by the caller. */
char *mft_agreement_dup_title (MftAgreement *agreement);

G_END_DECLS
