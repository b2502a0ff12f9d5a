/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbered units of an agreement, from the top (UU 12/2011 Lampiran II). */
typedef enum
{
  MFT_LABEL_PASAL,     /* Pasal 7 */
  MFT_LABEL_AYAT,      /* (1) */
  MFT_LABEL_HURUF,     /* a. */
  MFT_LABEL_ANGKA,     /* 1. */
  MFT_LABEL_SUB_HURUF, /* a) */
  MFT_LABEL_SUB_ANGKA, /* 1) */
  MFT_LABEL_LAMPIRAN,  /* Lampiran II */
} MftLabelKind;

#define MFT_LABEL_ORDINAL_MAX 9999

/* After z. come aa., bb., cc. (as in PP 38/2007 Ps 2(4)), up to four letters. `inserted` counts what
 * an amendment put behind the unit: Pasal 7A, ayat (1a), huruf a1., angka 1a. */
typedef struct
{
  MftLabelKind kind;
  guint ordinal;  /* from 1 */
  guint inserted; /* 0: none; 1 = A, a, 1 */
} MftLabel;

gboolean mft_label_equal (MftLabel a, MftLabel b);

/* As it stands before its text: "Pasal 7A", "(1)", "bb.", "1)"; NULL if its ordinal is 0 or has no
 * form. Owned by the caller. */
char *mft_label_format (MftLabel label);

/* As it is referred to: "Pasal 7A", "ayat (1)", "huruf bb", "angka 1", "huruf a)", "angka 1)".
 * Owned by the caller. */
char *mft_label_reference (MftLabel label);

/* Reads a label at the start of a line; white space or the end must follow it. Bytes taken, 0 if
 * there is none. */
gsize mft_label_scan (const char *at, MftLabel *label);

/* Reads "Pasal 7", "ayat (1)", "huruf a", "angka 2", "Lampiran I" in running text, keyword in any
 * case. A closing bracket behind it is left: it may belong to the sentence. */
gsize mft_label_reference_scan (const char *at, MftLabel *label);

G_END_DECLS
