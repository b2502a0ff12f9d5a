/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/structure.h"
#include "bahasa/label.h"
#include "exchange/recognise/importer.h"

G_BEGIN_DECLS

#define MFT_IMPORT_LEVELS_MOST MFT_LIST_DEPTH_MOST
#define MFT_IMPORT_TAIL 160

/* A list that is open: who holds it, its marks, and the number that comes next. */
typedef struct
{
  MftBlock *holder;
  MftLabelKind kind;
  guint next;
  guint list; /* the source's list and level, 0: unknown */
} MftImportLevel;

/* The names in the title block, in the order of the parties. */
typedef struct
{
  GPtrArray *names;   /* MftBlock */
  GPtrArray *numbers; /* MftBlock: "Nomor : …" */
  MftBlock *object;   /* after TENTANG */
} MftImportTitle;

/* A paragraph or person and the part it belongs to. */
typedef struct
{
  MftBlockKind part;
  MftBlock *block;
} MftImportFront;

/* Words of a block that the source links to an anchor. */
typedef struct
{
  MftBlock *block;
  guint start; /* in characters of the block's text */
  guint end;
  const char *target; /* borrowed from the lines */
} MftImportLinked;

/* The state of one recognition; shared by the files of this folder. */
typedef struct
{
  MftImportReport *report;
  gboolean wrapped;    /* sentences go over lines */
  guint usual_gap;     /* empty lines between two lines of one paragraph */
  gboolean paragraphs; /* the source knows where one begins */
  guint width;         /* characters of the longest line */
  guint last_length;   /* and of the one before */
  MftBlockKind zone;   /* the part that takes the next line; ATTACHMENT: the last attachment */

  MftBlock *parts[MFT_BLOCK_ATTACHMENT]; /* not yet in a tree */
  GPtrArray *attachments;
  GArray *front;       /* MftImportFront: paragraphs before Pasal 1, not yet in their parts */
  GHashTable *labels;  /* MftBlock → its label in the source */
  GHashTable *lines;   /* MftBlock → its line in the source */
  GHashTable *ids;     /* of the blocks that brought theirs */
  GHashTable *anchors; /* name → MftBlock that links lead to; borrowed from the lines */
  GArray *links;       /* MftImportLinked */
  GPtrArray *pictures; /* MftImportPicture, or NULL */
  guint next_picture;
  GPtrArray *logos;    /* those of them before all words, borrowed */
  GHashTable *figures; /* MftBlock → the picture that it shows */

  MftBlock *current;   /* takes what goes on: */
  MftTextBuilder text; /* its text without the last run */
  GString *run;        /* the words of that run */
  MftStyle run_style;
  GString *words; /* all its words, plain */
  MftBlock *unit; /* the ayat or paragraph that holds the lists */
  MftImportLevel levels[MFT_IMPORT_LEVELS_MOST];
  guint n_levels;

  MftImportTitle title;
  int title_group;           /* what the next line of the title belongs to */
  gboolean title_group_open; /* and whether it goes on with the line before */
  guint persons;
  guint pasal_next;
  guint ayat_next;
  MftLabelKind
      ayat_kind;   /* how ayat are numbered in this Pasal: AYAT, unless it begins with "1." */
  guint ayat_list; /* or by the source, as a list of its own */
  guint signatures_in_row;
  gboolean signatures_added; /* the source leaves them out */
  char *chapter;             /* the heading of the BAB that the next Pasal begins, or NULL */
} MftImporter;

/* The part's block, made when first asked for. */
MftBlock *_mft_import_part (MftImporter *self, MftBlockKind kind);

/* A new block in `parent` (NULL: in none yet) with what stands behind the first `size` bytes of the line, `label` being what stands
 * there. It becomes `current`. */
MftBlock *_mft_import_open (MftImporter *self, MftBlock *parent, MftBlockKind kind,
                            const MftImportLine *line, gsize size);

/* Adds the line's words to `current`; a hyphen at the line's end stays and joins. */
void _mft_import_continue (MftImporter *self, const MftImportLine *line);

/* How what `current` says so far ends, at most MFT_IMPORT_TAIL bytes; "" without one. Borrowed until
 * the next line is taken. */
const char *_mft_import_tail (const MftImporter *self);

/* Whether `current` must go on with a number: "… sebagaimana dimaksud pada ayat". A heading ends where it
 * ends, also with "PASAL". */
gboolean _mft_import_wants_number (const MftImporter *self);

/* Gives `current` the words collected for it; done when another block becomes current. */
void _mft_import_flush (MftImporter *self);

/* Whether the line, by its place, may begin a paragraph: more empty lines than usual before it, and a
 * sentence ended before it and begins with it. */
gboolean _mft_import_is_paragraph (const MftImporter *self, const MftImportLine *line);

void _mft_import_guess (MftImporter *self, const MftImportLine *line, const char *as,
                        MftConfidence confidence);

/* Lists (list.c). FALSE if the line's marker opens nothing and the line goes on with `current`. */
gboolean _mft_import_take_item (MftImporter *self, const MftImportLine *line);

/* `unit` is the new holder of lists; none is open. */
void _mft_import_set_unit (MftImporter *self, MftBlock *unit);

/* "BAB II" with its heading, where a Pasal follows. Returns the line behind it: `at` if there is none
 * (body.c). */
guint _mft_import_take_chapter (MftImporter *self, GPtrArray *lines, guint at);

/* The party whose role is all that `words` say ("**PIHAK KESATU**,"), 0 if they say more. */
guint _mft_import_party_alone (const char *words);

/* Takes the lines of the table that begins at `start`: as a table, or, where it only serves the layout, as
 * lines. Returns where the lines behind it begin. */
guint _mft_import_take_table (MftImporter *self, GPtrArray *lines, guint start);

/* One line, whatever its zone. */
void _mft_import_take_line (MftImporter *self, const MftImportLine *line);

/* What stands before the line of this index (NULL: behind the last one); TRUE: the line is a caption and
 * was taken. */
gboolean _mft_import_take_pictures (MftImporter *self, guint index, const MftImportLine *line);

/* Puts them beside the text: `trial` gets the entries and settings, the blocks of `root` say what they
 * show. */
void _mft_import_place_pictures (MftImporter *self, MftBlock *root, MftAgreement *trial);

/* The Pasal or attachment that takes what comes next; NULL before the first Pasal and in what is
 * signed. */
MftBlock *_mft_import_holder (MftImporter *self);

/* One line each, for its zone. */
void _mft_import_take_title (MftImporter *self, const MftImportLine *line);
void _mft_import_take_front (MftImporter *self, const MftImportLine *line);
void _mft_import_take_body (MftImporter *self, const MftImportLine *line);
void _mft_import_take_back (MftImporter *self, const MftImportLine *line);

/* Whether the line opens the Pasal that is expected (or, with less certainty, another one); then it
 * is taken. */
gboolean _mft_import_take_pasal (MftImporter *self, const MftImportLine *line);

/* The sentence of agreement is the last paragraph before Pasal 1; puts it where it belongs. */
void _mft_import_end_front (MftImporter *self);

/* Values found in the title, the opening, the komparisi and the contacts, as fields of
 * `agreement` (fields.c); then atoms for them and for numbers, dates, parties and references in the
 * texts of `root` (inline.c). `agreement` is a copy of the tree to try them on. */
void _mft_import_find_fields (MftImporter *self, MftBlock *root, MftAgreement *agreement);
void _mft_import_find_runs (MftImporter *self, MftBlock *root, MftAgreement *agreement);

/* The name of a law behind a reference: a code ("Kitab Undang-Undang Hukum Perdata"), or a kind of regulation with
 * number and year. Bytes taken, 0 for none. */
gsize _mft_import_scan_law (const char *at);

G_END_DECLS
