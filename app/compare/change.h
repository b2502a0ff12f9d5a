/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/block.h"

#include "compare/piece.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_CHANGE_SAME,
  MFT_CHANGE_EDITED,
  MFT_CHANGE_MOVED,
  MFT_CHANGE_MOVED_EDITED,
  MFT_CHANGE_INSERTED,
  MFT_CHANGE_DELETED,
  MFT_CHANGE_SPLIT,
  MFT_CHANGE_MERGED,
  MFT_CHANGE_RENUMBERED,     /* another label, the same text */
  MFT_CHANGE_REFERENCE_ONLY, /* a reference reads differently and points at the same */
  MFT_CHANGE_COSMETIC,       /* white space, quotes, case, hyphens, bold */
} MftChangeClass;

#define MFT_CHANGE_N_CLASSES (MFT_CHANGE_COSMETIC + 1)

/* "moved_edited": its name in JSON and on the command line. */
const char *mft_change_class_name (MftChangeClass class);
gboolean mft_change_class_from_name (const char *name, MftChangeClass *class);

/* A block as one of the two agreements has it; the blocks that one was split into, or that were merged
 * into one, together. */
typedef struct
{
  MftBlockKind kind; /* BODY: the heading of a BAB, which is no block of its own */
  char *path;        /* "Pasal 7 ayat (1)"; of several, each */
  char *id;
  char *label; /* "(1)", or ""; of several, the first one's */
  char *text;  /* as it is read; a contact's lines, a row's cells, several blocks are lines of it */
  char **ids;  /* of several, in their order; else that one */
  char **labels; /* beside ids */
  gsize *starts; /* beside ids: where each begins in the text */
  guint place;   /* among the blocks of its agreement, in reading order */
} MftVersion;

/* Whether it is the heading of a BAB or of a Pasal. */
gboolean mft_version_is_heading (const MftVersion *version);

/* The id of the Pasal that a BAB begins with; NULL if it is not the heading of one. Borrowed. */
const char *mft_version_get_chapter_pasal (const MftVersion *version);

/* The other way round. Owned by the caller. */
char *mft_version_dup_chapter_id (const char *pasal);

/* Whether a file with tracked changes shows this one among them. */
typedef enum
{
  MFT_MARKED_UNKNOWN, /* it has none, or nothing changed */
  MFT_MARKED_BY_FILE,
  MFT_MARKED_BY_NOBODY, /* typed while they were not tracked */
} MftMarked;

/* What became of one block; `same` is one too. Immutable. */
typedef struct
{
  MftChangeClass class;
  gboolean
      important; /* a number, date, party, reference, or a word like "tidak" changed: never hidden */
  char *article;     /* "Pasal 7", or NULL outside the Pasal */
  char *heading;     /* of that Pasal, or NULL */
  MftVersion *left;  /* NULL: inserted */
  MftVersion *right; /* NULL: deleted */
  GArray *pieces;    /* of MftPiece */
  MftMarked marked;
} MftChange;

void mft_change_free (MftChange *change);

/* The pieces, with the labels of the second block and those after it where they begin: put in or taken out,
 * unless both sides have the same. An array of MftPiece, owned by the caller. */
GArray *mft_change_dup_pieces_with_labels (const MftChange *change);

/* A version's text with the same labels. Owned by the caller. */
char *mft_version_dup_text_with_labels (const MftVersion *version);

/* Whether a filter that hides these classes (bits 1 << class) hides it. */
gboolean mft_change_is_hidden (const MftChange *change, guint classes);

/* Which side of a comparison an agreement was. */
typedef enum
{
  MFT_COMPARED_LEFT,
  MFT_COMPARED_RIGHT,
} MftCompared;

/* What a change is known by in the next round: its block in the agreement on side `side`; of what only the
 * other side has, the words. Owned by the caller. */
char *mft_change_dup_key (const MftChange *change, MftCompared side);

/* What a block that both have was known by when only the other side had it: a change that was taken over since.
 * Owned by the caller. */
char *mft_change_dup_former_key (const MftChange *change);

G_END_DECLS
