/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "typeset/piece.h"
#include "typeset/profile.h"

G_BEGIN_DECLS

/* Turns an agreement into pieces in reading order (an array of MftPiece, owned by the caller).
 * Errors: only of the job. */
GPtrArray *mft_compose (MftAgreement *agreement, const MftProfile *profile, PangoContext *context,
                        MftJob *job, GError **error);

/* What follows is shared by this room's compose-*.c only. */
typedef struct
{
  MftAgreement *agreement;
  const MftProfile *profile;
  PangoContext *context;
  GPtrArray *pieces;
  GHashTable *targets; /* ids of blocks that references lead to */
  double width;        /* of the text area */
} MftComposer;

/* How one block's text stands on the page. */
typedef struct
{
  double x; /* of the text; a label hangs before it, from label_x */
  double label_x;
  double above;
  MftAlign align;
  gboolean bold;
  const char *tag;
} MftPlacement;

/* A place's name in the PDF: "pasal-7" for a Pasal, "lampiran-i" for an attachment, else by the
 * block's id. NULL for a label that would need quoting. Owned by the caller. */
char *mft_composer_destination (MftBlock *block);

/* The block's words as they are read now, with styles and links. */
MftParagraph *mft_composer_words (MftComposer *composer, MftBlock *block);

/* Lines in the profile's face. */
GArray *mft_composer_lines (MftComposer *composer, MftParagraph *paragraph, double width,
                            MftAlign align, gboolean bold);

MftPiece *mft_composer_add_piece (MftComposer *composer, const char *tag, double above);

/* The block's text as a piece of its own, with its label if it has one. Borrowed. */
MftPiece *mft_composer_add_block (MftComposer *composer, MftBlock *block,
                                  const MftPlacement *placement);

/* Everything inside the block: items, contacts, further paragraphs, tables. `x` is where the block's
 * own text stands. */
void mft_composer_add_inside (MftComposer *composer, MftBlock *block, double x);

/* compose-frame.c */
void mft_composer_add_title (MftComposer *composer, MftBlock *title);
void mft_composer_add_komparisi (MftComposer *composer, MftBlock *komparisi);
void mft_composer_add_signatures (MftComposer *composer, MftBlock *parent, gboolean with_fields);
void mft_composer_add_lacking_signatures (MftComposer *composer);
void mft_composer_add_attachment_head (MftComposer *composer, MftBlock *attachment);
void mft_composer_add_contact (MftComposer *composer, MftBlock *contact, double label_x);

/* compose-table.c */
void mft_composer_add_table (MftComposer *composer, MftBlock *table, double x);

G_END_DECLS
