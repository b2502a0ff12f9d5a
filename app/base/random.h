/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fills `bytes` from the system's generator; aborts if there is none (no safe way on). */
void mft_random_bytes (guint8 *bytes, gsize size);

/* A block id has 10 characters of a-z2-7 (base 32), the first a letter so that it is an NCName.
 * DESIGN.md §3. */
#define MFT_ID_SIZE 10

/* A new one. Owned by the caller. */
char *mft_random_id (void);

/* The one that MFT_ID_SIZE bytes give. Owned by the caller. */
char *mft_id_from_bytes (const guint8 *bytes);

/* NULL is none. */
gboolean mft_is_id (const char *text);

/* Tests: a fixed sequence from `seed`; 0 goes back to the system's generator. */
void mft_random_seed (guint32 seed);

G_END_DECLS
