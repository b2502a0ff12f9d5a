/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "typeset/pages.h"
#include "typeset/section.h"

G_BEGIN_DECLS

/* Turns an agreement into sections (an array of MftSection, owned by the caller) in reading order,
 * those of `known` (or NULL) taken over that are still the same. An attachment begins on a page of its
 * own; `insert` (or NULL) reads the PDF that it shows. Errors: only of the job. */
GPtrArray *mft_compose (MftAgreement *agreement, const MftProfile *profile, PangoContext *context,
                        GPtrArray *known, MftPageInserter insert, MftJob *job, GError **error);

/* What follows is shared by this room's compose-*.c only. */
typedef struct
{
  MftAgreement *agreement;
  PangoContext *context;
  GHashTable *targets; /* ids of blocks that references lead to */
  GHashTable *known;   /* key (GBytes) → MftSection */
  MftPageInserter insert;
  const MftProfile *profile;
  const char *common_key; /* of the profile's sections */
  MftSection *section;
  const MftTag *tag; /* what new elements stand in */
  double width;      /* of the text area */
  double above;      /* over the section's first piece; negative: as usual */
} MftComposer;

/* How one block's text stands on the page. */
typedef struct
{
  double x; /* of the text; a label hangs before it, from label_x */
  double label_x;
  double above;
  MftAlign align;
  gboolean bold;
  const MftTag *tag; /* the text's element; NULL: a paragraph of its own */
} MftPlacement;

/* A new element inside the open one; opening one for what follows, and closing it. */
const MftTag *mft_composer_tag (MftComposer *composer, const char *name);
void mft_composer_open (MftComposer *composer, const char *name);
void mft_composer_close (MftComposer *composer);

/* A place's name in the PDF: "pasal-7" for a Pasal, "lampiran-i" for an attachment, else by the
 * block's id. NULL for a label that would need quoting. Owned by the caller. */
char *mft_composer_destination (MftBlock *block);

/* The block's words as they are read now, with styles and links. */
MftParagraph *mft_composer_words (MftComposer *composer, MftBlock *block);

/* Lines in the profile's face. */
GArray *mft_composer_lines (MftComposer *composer, MftParagraph *paragraph, double width,
                            MftAlign align, gboolean bold);

MftPiece *mft_composer_add_piece (MftComposer *composer, double above);

/* The block's text as a piece of its own, with its label if it has one; the label's element stands in
 * the open one, the text's too if the placement has none. Borrowed. */
MftPiece *mft_composer_add_block (MftComposer *composer, MftBlock *block,
                                  const MftPlacement *placement);

/* The block with its label, as an item of the list that is open, and everything inside it. */
void mft_composer_add_labelled (MftComposer *composer, MftBlock *block, double label_x,
                                double above);

/* Everything inside the block: items, contacts, further paragraphs, tables. `x` is where the block's
 * own text stands. */
void mft_composer_add_inside (MftComposer *composer, MftBlock *block, double x);

/* A Pasal, or a part that is not the BODY, into the composer's section. */
void mft_composer_add_part (MftComposer *composer, MftBlock *part);

/* compose-frame.c */
void mft_composer_add_title (MftComposer *composer, MftBlock *title);
void mft_composer_add_komparisi (MftComposer *composer, MftBlock *komparisi);
void mft_composer_add_attachment_head (MftComposer *composer, MftBlock *attachment);
void mft_composer_add_contact (MftComposer *composer, MftBlock *contact, double label_x);

/* compose-signatures.c */
void mft_composer_add_signatures (MftComposer *composer, MftBlock *parent, gboolean with_fields);
void mft_composer_add_lacking_signatures (MftComposer *composer);

/* compose-figure.c. The picture of that name in the agreement's file; NULL if `name` is NULL or leads to
 * none that can be shown. Owned by the caller. */
MftMark *mft_composer_load_picture (MftComposer *composer, const char *name);
void mft_composer_add_figure (MftComposer *composer, MftBlock *figure, double x);

/* compose-table.c */
void mft_composer_add_table (MftComposer *composer, MftBlock *table, double x);

G_END_DECLS
