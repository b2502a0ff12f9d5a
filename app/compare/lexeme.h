/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MFT_LEXEME_WORD,
  MFT_LEXEME_MARK,      /* one character of punctuation */
  MFT_LEXEME_DUTY,      /* tidak, wajib, dapat …: a word that turns the meaning */
  MFT_LEXEME_NUMBER,    /* "30", "4 (empat)", "Rp10.000,00 (sepuluh ribu rupiah)", "dua belas" */
  MFT_LEXEME_DATE,      /* a date, with weekday and digits */
  MFT_LEXEME_REFERENCE, /* "Pasal 4 ayat (1) huruf b" */
  MFT_LEXEME_PARTY,     /* "PIHAK KESATU", "PARA PIHAK", "PIHAK" */
} MftLexemeKind;

/* What a difference is made of; never broken apart. White space belongs to no lexeme. */
typedef struct
{
  MftLexemeKind kind;
  gsize start; /* bytes of the text */
  gsize end;
  char *folded; /* for comparing without case, quotes, hyphens, white space; may be "" */
  guint hash;   /* of the text as it stands */

  /* Of a reference that is an atom: what both sides know its target by, "" if only one side has that
   * block. Borrowed. NULL for words. */
  const char *target;
} MftLexeme;

/* The lexemes of a text, in order. An array of MftLexeme, owned by the caller. */
GArray *mft_lexemes_new (const char *text);

/* Whether a change of it must never be hidden. */
gboolean mft_lexeme_is_important (const MftLexeme *lexeme);

/* Whether two lexemes are the same: references by what they point at, where both sides know it; others to
 * the byte. */
gboolean mft_lexeme_same (const char *a_text, const MftLexeme *a, const char *b_text,
                          const MftLexeme *b);

/* The same but for form: case and quotes do not count, except in a party's role. */
gboolean mft_lexeme_alike (const char *a_text, const MftLexeme *a, const char *b_text,
                           const MftLexeme *b);

G_END_DECLS
