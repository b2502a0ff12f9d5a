/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fills `bytes` from the system's generator; aborts if there is none (no safe way on). */
void mft_random_bytes (guint8 *bytes, gsize size);

/* A new block id: 10 characters of a-z2-7 (base 32), the first a letter so that it is an NCName.
 * DESIGN.md §3. Owned by the caller. */
char *mft_random_id (void);

/* Tests: a fixed sequence from `seed`; 0 goes back to the system's generator. */
void mft_random_seed (guint32 seed);

G_END_DECLS
