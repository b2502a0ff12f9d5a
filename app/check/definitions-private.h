/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A term as a law or regulation defines it. Private to the room. */
typedef struct
{
  char *term;
  char *words;  /* the whole definition */
  char *source; /* "PP 71/2019 Pasal 1 angka 20" */
} MftStatutory;

/* The definition of law for a term, in any case; NULL if we know none. Lives for ever. Any thread. */
const MftStatutory *_mft_statutory_find (const char *term);

/* Whether the definition says what the law says: the words behind "adalah", whatever their case. */
gboolean _mft_statutory_is_same (const MftStatutory *statutory, const char *definition);

G_END_DECLS
