/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MFT_TOKEN_WORD,
  MFT_TOKEN_MARK,      /* one character of punctuation */
  MFT_TOKEN_DUTY,      /* tidak, wajib, dapat …: a word that turns the meaning */
  MFT_TOKEN_NUMBER,    /* "30", "4 (empat)", "Rp10.000,00 (sepuluh ribu rupiah)", "dua belas" */
  MFT_TOKEN_DATE,      /* a date, with weekday and digits */
  MFT_TOKEN_REFERENCE, /* "Pasal 4 ayat (1) huruf b" */
  MFT_TOKEN_PARTY,     /* "PIHAK KESATU", "PARA PIHAK", "PIHAK" */
} MftTokenKind;

/* What a difference is made of; never broken apart. White space belongs to no token. */
typedef struct
{
  MftTokenKind kind;
  gsize start; /* bytes of the text */
  gsize end;
  char *folded; /* for comparing without case, quotes, hyphens, white space; may be "" */
  guint hash;   /* of the text as it stands */

  /* Of a reference that is an atom: what both sides know its target by, "" if only one side has that
   * block. Borrowed. NULL for words. */
  const char *target;
} MftToken;

/* The tokens of a text, in order. An array of MftToken, owned by the caller. */
GArray *mft_tokens_new (const char *text);

/* Whether a change of it must never be hidden. */
gboolean mft_token_is_important (const MftToken *token);

/* Whether two tokens are the same: references by what they point at, where both sides know it; others to
 * the byte. */
gboolean mft_token_same (const char *a_text, const MftToken *a, const char *b_text,
                         const MftToken *b);

/* The same but for form: case and quotes do not count, except in a party's role. */
gboolean mft_token_alike (const char *a_text, const MftToken *a, const char *b_text,
                          const MftToken *b);

G_END_DECLS
