/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/edit.h"

G_BEGIN_DECLS

/* How an office writes its agreements, as data: settings of the agreement with the words that each may
 * have, the usual one first. What it says is kept with the agreement and can be kept for the next. */
typedef struct
{
  const char *key;
  const char *choices[5]; /* NULL-terminated */
} MftStyleKey;

#define MFT_STYLE_ROLE "sebutan"                /* KESATU | PERTAMA */
#define MFT_STYLE_ROLE_CAPITALS "huruf_sebutan" /* kapital | judul: PIHAK KESATU, Pihak Kesatu */
#define MFT_STYLE_JOINT "kata_antara"           /* DENGAN | DAN, between the names in the title */
#define MFT_STYLE_SIDES "sisi_ttd"              /* kiri | kanan: where PIHAK KESATU signs */
#define MFT_STYLE_DEGREES "gelar"               /* dengan | tanpa: names of officials */
#define MFT_STYLE_RANK "pangkat_nip"            /* tanpa | dengan: under the names that sign */
#define MFT_STYLE_HEADINGS "judul_pasal"        /* kapital | judul */
#define MFT_STYLE_CHAPTERS "bab"     /* dengan | tanpa: BAB are shown where there are some */
#define MFT_STYLE_DATES "tanggal"    /* kecil | tahun | judul */
#define MFT_STYLE_REFERENCES "acuan" /* ringkas | lengkap */

/* Ended by one without key. */
const MftStyleKey *mft_house_style_keys (void);

/* NULL if it is none of them. */
const MftStyleKey *mft_house_style_find (const char *key);

/* What the agreement says; one of the key's choices. */
const char *mft_house_style_get (MftAgreement *agreement, const char *key);

/* One step of the history. Errors: MFT_AGREEMENT_ERROR_FIELD for what is no choice, _LOCKED. */
gboolean mft_house_style_set (MftAgreement *agreement, const char *key, const char *value,
                              GError **error);

/* An official's name without degrees: "Dr. Wulan Hapsari, S.H., M.H." is "Wulan Hapsari". Owned by the
 * caller. */
char *mft_house_style_strip_degrees (const char *name);

/* The style of this agreement for the next ones: "gaya.ini" in the person's data; and back. Errors:
 * G_FILE_ERROR. Taking over what nobody kept changes nothing. */
gboolean mft_house_style_keep (MftAgreement *agreement, GError **error);
gboolean mft_house_style_take_kept (MftAgreement *agreement, GError **error);

G_END_DECLS
