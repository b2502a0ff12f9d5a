/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What belongs to no element: running heads, rules, notices (ISO 32000-1, 14.8.2.2). */
#define MFT_TAG_ARTIFACT "Artifact"

/* The structure of a tagged PDF, put down while its pages are drawn: elements, and stretches of drawing
 * one after the other, each of which belongs to the element that is open. */
typedef struct MftTags MftTags;

MftTags *mft_tags_new (void);
void mft_tags_free (MftTags *tags);

/* A new element ("P", "LI", MFT_TAG_ARTIFACT, …) after the others of its parent; 0 is the Document,
 * and what is drawn right in it belongs to no text. Returns its number. */
guint mft_tags_add (MftTags *tags, guint parent, const char *name);

/* Opens an element, as often as its parts are drawn. */
void mft_tags_open (MftTags *tags, guint element);

/* The open element, its name (NULL: what is drawn belongs to no text), and what an element is in. */
guint mft_tags_get_open (MftTags *tags);
const char *mft_tags_get_open_name (MftTags *tags);
guint mft_tags_get_parent (MftTags *tags, guint element);

/* What the open element says instead of showing it (a figure), or what a header cell heads: "Column". */
void mft_tags_set_alternative (MftTags *tags, const char *text);
void mft_tags_set_scope (MftTags *tags, const char *scope);

/* A stretch of drawing on `page`, counted from 0, that belongs to the open element. Returns its number on
 * that page. */
guint mft_tags_add_stretch (MftTags *tags, guint page);

/* The open element leads to a named place from this rectangle of `page`, in points from its upper left
 * corner. `contents` are its words. */
void mft_tags_add_link (MftTags *tags, guint page, double x, double y, double width, double height,
                        const char *destination, const char *contents);

/* The open element is the form field of this name. */
void mft_tags_add_field (MftTags *tags, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTags, mft_tags_free)

G_END_DECLS
