/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MFT_REGULATION_IN_FORCE,
  MFT_REGULATION_AMENDED,  /* in force; it is cited with its amendments */
  MFT_REGULATION_REPEALED, /* no longer in force */
  MFT_REGULATION_UNSURE,   /* nobody could confirm it: only a person may cite it */
} MftRegulationStatus;

/* A law or regulation that agreements cite, as resources/content/regulations.tsv has it. What is not
 * known for sure is "" there, never guessed; so "in force" means that no change is known. */
typedef struct
{
  const char *id;     /* "UU-11-2008" */
  const char *kind;   /* "UU" */
  const char *number; /* "11", "115/PMK.06/2020" */
  guint year;
  const char *title;      /* without "tentang" */
  const char *gazette;    /* Lembaran Negara: "2008/58" */
  const char *supplement; /* number of the Tambahan Lembaran Negara: "4843" */
  const char *bulletin;   /* Berita Negara: "2018/1238" */
  char **amended_by;      /* ids, from the first to the last */
  char **repealed_by;     /* ids */
  char **aliases;         /* lower case: "uu ite" */
  const char *note;       /* Indonesian, for people */
  MftRegulationStatus status;
} MftRegulation;

/* All live for ever and may be read by any thread. NULL: there is none. */
const MftRegulation *mft_regulation_get (const char *id);
const MftRegulation *mft_regulation_find (const char *kind, const char *number, guint year);

/* What a person may mean by "uu ite", "pp 71/2019", "kearsipan", the likeliest first, at most `most`.
 * An array of const MftRegulation, owned by the caller. */
GPtrArray *mft_regulation_search (const char *query, guint most);

/* "UU 11/2008". Owned by the caller. */
char *mft_regulation_dup_short_name (const MftRegulation *regulation);

/* "Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik". Owned by the caller. */
char *mft_regulation_dup_name (const MftRegulation *regulation);

/* The name with its gazette and the last amendment, as UU 12/2011 Lampiran II wants it cited; what is not
 * known is left out. NULL for one that is unsure. Owned by the caller. */
char *mft_regulation_dup_citation (const MftRegulation *regulation);

/* The last amendment that stands for itself, or NULL. */
const MftRegulation *mft_regulation_get_last_amendment (const MftRegulation *regulation);

/* Reads the name of a kind in full, in any case ("Peraturan Menteri Dalam Negeri", "Undang-Undang
 * Republik Indonesia"); returns the bytes taken, 0 if there is none. `kind`: its short name, or NULL
 * for a ministry's or agency's of which there are no regulations here. */
gsize mft_regulation_kind_scan (const char *at, const char **kind);

G_END_DECLS
