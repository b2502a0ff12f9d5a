/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The notices that agencies print on every page of an electronically signed document. In their words
 * {balai} and {psre} stand for who issued the certificates, {alamat} for where a document is verified. */
typedef struct
{
  const char *id;    /* "N1", BSrE's own, … "N6" */
  const char *words; /* lines end in "\n" */
} MftNotice;

#define MFT_NOTICE_DEFAULT "N1"
#define MFT_NOTICE_BALAI "Balai Besar Sertifikasi Elektronik (BSrE)"
#define MFT_NOTICE_PSRE "Badan Siber dan Sandi Negara (BSSN)"

/* All of them, ended by one without id; the one of that id, or NULL. */
const MftNotice *mft_notices (void);
const MftNotice *mft_notice_find (const char *id);

/* The words with names put in; NULL: the usual ones, no address. Owned by the caller. */
char *mft_notice_fill (const char *words, const char *balai, const char *psre, const char *address);

G_END_DECLS
