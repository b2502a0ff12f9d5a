/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/slot-kind.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_TOKEN_TEXT,      /* words as they stand */
  MFT_TOKEN_FIELD,     /* {jangka_waktu:durasi}, {p1.nama} */
  MFT_TOKEN_QUANTITY,  /* {=4 tahun} */
  MFT_TOKEN_REFERENCE, /* {@ayat:usul}, {@pasal:K-25#jangka} */
  MFT_TOKEN_PARTY,     /* PIHAK KESATU, PARA PIHAK, PIHAK */
} MftTokenKind;

typedef enum
{
  MFT_POINTER_AYAT,
  MFT_POINTER_HURUF,
  MFT_POINTER_PASAL,
  MFT_POINTER_LAMPIRAN,
} MftPointer;

#define MFT_TOKEN_PARTY_ANY 0u        /* PIHAK */
#define MFT_TOKEN_PARTY_ALL G_MAXUINT /* PARA PIHAK */

/* A piece of a line of a template. */
typedef struct
{
  MftTokenKind kind;
  gboolean italic;
  char *text;        /* TEXT, PARTY: the words; FIELD: its id; REFERENCE: the label or NULL */
  MftSlotKind slot;  /* FIELD */
  guint64 number;    /* QUANTITY */
  char *unit;        /* QUANTITY: "hari kerja" or NULL; REFERENCE: K-25, L-data or NULL for here */
  MftPointer points; /* REFERENCE */
  guint party;       /* PARTY: 1 is PIHAK KESATU */
} MftToken;

void mft_token_free (MftToken *token);

/* Cuts one line (without mark and label) into tokens. Returns an array of MftToken owned by the
 * caller; NULL and MFT_TEMPLATE_ERROR_SYNTAX, without a place, if the line breaks the form. */
GPtrArray *mft_tokens_parse (const char *text, GError **error);

/* Whether `text` is a unit of time that words can follow a number with ("hari kalender"). */
gboolean mft_is_time_unit (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftToken, mft_token_free)

G_END_DECLS
