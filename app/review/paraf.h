/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Up the line, or across units (tata naskah dinas knows both). */
typedef enum
{
  MFT_PARAF_HIERARKI,
  MFT_PARAF_KOORDINASI,
} MftParafKind;

/* "hierarki", "koordinasi". */
const char *mft_paraf_kind_name (MftParafKind kind);
gboolean mft_paraf_kind_from_name (const char *name, MftParafKind *kind);

/* Who is to give a paraf, in the order of the list. */
typedef struct
{
  char *id;
  char *name;
  char *office;
  MftParafKind kind;
} MftReviewer;

MftReviewer *mft_reviewer_new (const char *name, const char *office, MftParafKind kind);
void mft_reviewer_free (MftReviewer *reviewer);

/* One that was given: an entry of a log in which each holds the hash of the one before. */
typedef struct
{
  char *reviewer; /* id */
  char *name;     /* as it was then */
  char *time;
  char *text; /* SHA-256 of naskah.xml, hexadecimal: what was initialled */
  char *note;
  char *before; /* hash of the entry before, or "" */
  char *hash;
} MftParaf;

void mft_paraf_free (MftParaf *paraf);

/* What its other members hash to. Owned by the caller. */
char *mft_paraf_dup_hash (const MftParaf *paraf);

/* SHA-256 of the agreement's text. Owned by the caller. */
char *mft_paraf_dup_text (MftAgreement *agreement);

/* NONE: not yet. OLD: for a text that has changed since ("versi lama"). */
typedef enum
{
  MFT_PARAF_NONE,
  MFT_PARAF_OLD,
  MFT_PARAF_GIVEN,
} MftParafState;

G_END_DECLS
