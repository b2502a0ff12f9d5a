/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file of resources/content/ as it was compiled in: templates, clauses, fields, regulations, word
 * lists ("fields.tsv"). NULL if there is none of that name. Owned by the caller. Any thread. */
GBytes *mft_content_read (const char *name);

/* The names in a folder of it ("clauses/"), sorted. NULL-terminated, owned by the caller. */
char **mft_content_list (const char *folder);

G_END_DECLS
