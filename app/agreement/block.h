/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/text.h"

G_BEGIN_DECLS

/* A node of the agreement's tree. What may stand in what: structure.h.
 *
 *   AGREEMENT
 *     TITLE        CENTERED…
 *     OPENING      PARAGRAPH                    Pada hari ini …
 *     KOMPARISI    PERSON…, PARAGRAPH           1. Nama, jabatan …; sebutan bersama
 *     RECITALS     PARAGRAPH (with ITEM…)       PARA PIHAK menerangkan …
 *     LEGAL_BASIS  PARAGRAPH (with ITEM…)       Dengan memperhatikan …
 *     SENTENCE     PARAGRAPH                    … sepakat …, dengan ketentuan sebagai berikut:
 *     BODY         PASAL…
 *     CLOSING      PARAGRAPH…                   Demikian …
 *     SIGNATURES   SIGNATURE… (with LINE…)      one a party
 *     ATTACHMENT…                               Lampiran; its text is its title
 *   PASAL          its text is the heading; AYAT…, PARAGRAPH…, TABLE, CONTACT…
 *   AYAT, PARAGRAPH, ITEM    their text introduces the ITEM, CONTACT, TABLE inside; a PARAGRAPH inside
 *                  an AYAT or ITEM is a further paragraph of it, also after its list
 *   CONTACT        labelled like an item; LINE… (unit, address, telephone …)
 *   TABLE          TABLE_HEAD or ROW, with CELL…
 *   FIGURE         a picture or pages of a PDF, only in an ATTACHMENT; its text is its caption
 */
typedef enum
{
  MFT_BLOCK_AGREEMENT,
  MFT_BLOCK_TITLE,
  MFT_BLOCK_OPENING,
  MFT_BLOCK_KOMPARISI,
  MFT_BLOCK_RECITALS,
  MFT_BLOCK_LEGAL_BASIS,
  MFT_BLOCK_SENTENCE,
  MFT_BLOCK_BODY,
  MFT_BLOCK_CLOSING,
  MFT_BLOCK_SIGNATURES,
  MFT_BLOCK_ATTACHMENT,
  MFT_BLOCK_PASAL,
  MFT_BLOCK_AYAT,
  MFT_BLOCK_PARAGRAPH,
  MFT_BLOCK_ITEM,
  MFT_BLOCK_CONTACT,
  MFT_BLOCK_LINE,
  MFT_BLOCK_CENTERED,
  MFT_BLOCK_PERSON,
  MFT_BLOCK_SIGNATURE,
  MFT_BLOCK_TABLE,
  MFT_BLOCK_TABLE_HEAD,
  MFT_BLOCK_ROW,
  MFT_BLOCK_CELL,
  MFT_BLOCK_FIGURE,
} MftBlockKind;

#define MFT_BLOCK_N_KINDS (MFT_BLOCK_FIGURE + 1)

/* How the ITEMs and CONTACTs directly inside a block are labelled. AUTO goes down
 * a. → 1. → a) → 1) (UU 12/2011 Lampiran II). */
typedef enum
{
  MFT_MARKS_AUTO,
  MFT_MARKS_HURUF,     /* a. */
  MFT_MARKS_ANGKA,     /* 1. */
  MFT_MARKS_SUB_HURUF, /* a) */
  MFT_MARKS_SUB_ANGKA, /* 1) */
} MftMarks;

/* What a block may say of itself besides. Values are words of the file format; NULL is the usual. */
typedef enum
{
  MFT_TRAIT_ORIENTATION, /* ATTACHMENT: "mendatar" for pages turned on their side */
  MFT_TRAIT_SOURCE, /* FIGURE: what it shows, an entry of the .pks: "aset/denah-….png", ".pdf" */
  MFT_TRAIT_PAGES,  /* FIGURE of a PDF: which of its pages, "1-3,5"; NULL for all */
  MFT_TRAIT_COLUMN, /* CELL of a TABLE_HEAD: what its column holds, see table.h */
  MFT_TRAIT_KEPT, /* PARAGRAPH: what a newer minor version put there, as markup; its text is what that
                       says. It is written as it came and does not change. */
  MFT_TRAIT_CHAPTER, /* PASAL: the heading of the BAB that begins with it, see chapter.h */
} MftTrait;

#define MFT_N_TRAITS (MFT_TRAIT_CHAPTER + 1)

typedef struct MftBlock MftBlock;

/* A block without parent, with a new id (or `id`, if not NULL). `text` may be NULL for none; it is
 * referenced. Free it with mft_block_free() unless it was given to a parent. */
MftBlock *mft_block_new (MftBlockKind kind, MftText *text);
MftBlock *mft_block_new_with_id (MftBlockKind kind, const char *id, MftText *text);
void mft_block_free (MftBlock *block);

/* The same tree with the same ids, without parent. */
MftBlock *mft_block_copy (MftBlock *block);

/* Building a tree that no agreement owns yet. `child` is taken over. Returns `child`. Once the tree
 * belongs to an agreement it changes only through edit.h. */
MftBlock *mft_block_append (MftBlock *parent, MftBlock *child);
void mft_block_set_text (MftBlock *block, MftText *text);
void mft_block_set_marks (MftBlock *block, MftMarks marks);
void mft_block_set_party (MftBlock *block, guint party);
void mft_block_set_locked_label (MftBlock *block, const char *label);
void mft_block_set_clause (MftBlock *block, const char *clause, const char *alternative);
void mft_block_set_trait (MftBlock *block, MftTrait trait, const char *value);
void mft_block_take_traits (MftBlock *block, MftBlock *from);

/* Ten characters, never changed, never used again. */
const char *mft_block_get_id (MftBlock *block);
MftBlockKind mft_block_get_kind (MftBlock *block);

/* Never NULL; borrowed. */
MftText *mft_block_get_text (MftBlock *block);

MftBlock *mft_block_get_parent (MftBlock *block);
guint mft_block_n_children (MftBlock *block);
MftBlock *mft_block_get_child (MftBlock *block, guint index);
guint mft_block_get_index (MftBlock *block);

/* The computed label: "Pasal 7", "(1)", "a.", "Lampiran I"; "" where there is none. Valid until the
 * agreement changes. */
const char *mft_block_get_label (MftBlock *block);

/* A label that is kept as it stands (imported or signed text); NULL for a computed one. */
const char *mft_block_get_locked_label (MftBlock *block);

MftMarks mft_block_get_marks (MftBlock *block);

/* The marks that are in force for the list inside, AUTO resolved. */
MftMarks mft_block_get_effective_marks (MftBlock *block);

/* PERSON, SIGNATURE, CONTACT: the party it belongs to, from 1; 0 for none. */
guint mft_block_get_party (MftBlock *block);

/* Where it came from in the clause library, or NULL. */
const char *mft_block_get_clause (MftBlock *block);
const char *mft_block_get_alternative (MftBlock *block);

/* NULL for the usual. */
const char *mft_block_get_trait (MftBlock *block, MftTrait trait);

/* The nearest block of `kind` at or above; NULL if none. */
MftBlock *mft_block_get_ancestor (MftBlock *block, MftBlockKind kind);

/* The next block in document order inside `top`; NULL after the last. Start with `top` itself. */
MftBlock *mft_block_next (MftBlock *block, MftBlock *top);

/* How deep a list item is: 1 for "a." right under an ayat or paragraph; 0 for what is no item. */
guint mft_block_get_level (MftBlock *block);

/* Whether its kind has a text of its own that a person edits (PASAL's is its heading). */
gboolean mft_block_kind_has_text (MftBlockKind kind);

/* "Pasal 7 ayat (1) huruf b", "Pembukaan", "Lampiran I": for people, Indonesian. Owned by the caller. */
char *mft_block_dup_path (MftBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftBlock, mft_block_free)

G_END_DECLS
