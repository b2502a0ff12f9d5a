/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The inline content of one block: words with bold and italic, and atoms that are computed when
 * shown (a reference, a field, a number in words, a date, a party's role, a table's sum). Immutable and
 * reference-counted, so that undo, snapshots and threads share it. Lengths and offsets count
 * characters; an atom is one. Canonical: neighbours of one style are one run, no run is empty, words
 * are NFC without control characters. */
typedef struct MftText MftText;

typedef enum
{
  MFT_RUN_TEXT,
  MFT_RUN_REFERENCE,
  MFT_RUN_FIELD,
  MFT_RUN_NUMBER,
  MFT_RUN_DATE,
  MFT_RUN_PARTY,
  MFT_RUN_FORMULA, /* computed from the table it stands in, or from another: formula.h */
} MftRunKind;

typedef enum
{
  MFT_STYLE_PLAIN = 0,
  MFT_STYLE_BOLD = 1 << 0,
  MFT_STYLE_ITALIC = 1 << 1,
  MFT_STYLE_DEFINITION = 1 << 2, /* the words of a term where it is defined */
  MFT_STYLE_TERM = 1 << 3,       /* a marked use of a term */
} MftStyle;

/* How a FIELD, NUMBER, DATE or FORMULA atom is shown. */
typedef enum
{
  MFT_FORM_TEXT,        /* the value as it stands */
  MFT_FORM_UPPER,       /* in capitals */
  MFT_FORM_NUMBER,      /* 4 (empat) */
  MFT_FORM_DURATION,    /* 30 (tiga puluh) hari kalender */
  MFT_FORM_PERCENT,     /* 5% (lima persen) */
  MFT_FORM_MONEY,       /* Rp10.000,00 (sepuluh ribu rupiah) */
  MFT_FORM_DATE,        /* 8 Mei 2023 */
  MFT_FORM_DAY_DATE,    /* Senin tanggal delapan bulan Mei tahun … (08-05-2023) */
  MFT_FORM_DATE_DIGITS, /* 08-05-2023 */
  MFT_FORM_WORDS,       /* sepuluh ribu rupiah */
} MftForm;

/* How a REFERENCE atom is shown (UU 12/2011 Lampiran II on pengacuan). */
typedef enum
{
  MFT_REFERENCE_LEVEL, /* the target's own level: "ayat (2)", "huruf a", "Pasal 7", "Lampiran I" */
  MFT_REFERENCE_PATH,  /* "Pasal 4 ayat (1) huruf b" */
  MFT_REFERENCE_IN,    /* with its preposition: "dalam Pasal 7 ayat (1)"; inside the same Pasal
                             "pada ayat (1)", inside the same ayat "pada huruf b" */
  MFT_REFERENCE_EXTERNAL, /* words about another law, as they stand: "Pasal 1266 KUHPerdata" */
  MFT_REFERENCE_IGNORED,  /* words that look like a reference and are none, as they stand */
} MftReferenceForm;

/* `value`: TEXT the words · REFERENCE the target's block id, or the words (EXTERNAL, IGNORED) ·
 * FIELD the field's id · NUMBER decimal digits with an optional point · DATE YYYY-MM-DD · PARTY
 * "1", "2", … for a party, "para" for PARA PIHAK, "tiap" for PIHAK · FORMULA see formula.h.
 * `form`: MftForm or MftReferenceForm by kind, else 0. */
typedef struct
{
  MftRunKind kind;
  MftStyle style;
  int form;
  const char *value;
} MftRun;

/* Plain words in one style; NULL or "" gives the empty text. */
MftText *mft_text_new (const char *words, MftStyle style);

/* An atom. Returns a text of length 1. */
MftText *mft_text_new_atom (MftRunKind kind, const char *value, int form, MftStyle style);

/* From runs; non-canonical input is made canonical. */
MftText *mft_text_new_runs (const MftRun *runs, guint n_runs);

MftText *mft_text_ref (MftText *text);
void mft_text_unref (MftText *text);

guint mft_text_length (MftText *text);
guint mft_text_n_runs (MftText *text);
const MftRun *mft_text_get_run (MftText *text, guint index);

/* Characters of one run: its words', or 1 for an atom. */
guint mft_run_length (const MftRun *run);

/* The run that holds the character at `offset`, and where that run starts; NULL at the end. */
const MftRun *mft_text_get_run_at (MftText *text, guint offset, guint *run_start);

gboolean mft_text_equal (MftText *a, MftText *b);

/* New texts. Offsets are clamped; `with` may be NULL for nothing. */
MftText *mft_text_replace (MftText *text, guint start, guint end, MftText *with);
MftText *mft_text_slice (MftText *text, guint start, guint end);
MftText *mft_text_join (MftText *first, MftText *second);
MftText *mft_text_restyle (MftText *text, guint start, guint end, MftStyle set, MftStyle clear);

/* Words only, atoms left out. Owned by the caller. */
char *mft_text_dup_words (MftText *text);

/* Bytes this text holds; for the history's limit. */
gsize mft_text_size (MftText *text);

/* Puts a text together run by run; ends in mft_text_builder_end(), which empties it. */
typedef struct
{
  GArray *runs;
} MftTextBuilder;

void mft_text_builder_init (MftTextBuilder *builder);
void mft_text_builder_add (MftTextBuilder *builder, MftRunKind kind, const char *value, int form,
                           MftStyle style);
void mft_text_builder_words (MftTextBuilder *builder, const char *words, MftStyle style);
void mft_text_builder_text (MftTextBuilder *builder, MftText *text);
MftText *mft_text_builder_end (MftTextBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftText, mft_text_unref)

G_END_DECLS
