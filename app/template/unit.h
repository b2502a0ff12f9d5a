/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/passage.h"

G_BEGIN_DECLS

/* What a text file of templates is made of: "=== K-25 | Jangka waktu | status: disetujui". A clause
 * (K-…), a definition (D-…), a shared part (B-…), an attachment (L-…), a Pasal of a template's own
 * (P-…), a pack, or a template. */
typedef struct
{
  char *id;
  char *title;
  char *file;
  guint line;
  GPtrArray *entries; /* of MftEntry, in their order */
  GPtrArray *forms;   /* of MftWording: the alternatives of its text, the first is the default */
} MftUnit;

/* One way a unit's text can read: "--- alternatif: tetap | Tahun tetap". The only form of a unit
 * without alternatives has the id "". */
typedef struct
{
  char *id;
  char *name;
  GPtrArray *entries;  /* of MftEntry that hold for this form alone */
  GPtrArray *passages; /* of MftPassage */
} MftWording;

/* A key and its value: "heading: JANGKA WAKTU", "dasar_hukum?: B-dasar-hukum". */
typedef struct
{
  char *key;
  char mark; /* '?' off at first, '!' on at first, else 0 */
  char *value;
  GPtrArray *items; /* of char *: the "- …" lines below it; NULL if none */
  MftUnit *own;     /* the text below it, or NULL */
  guint line;
} MftEntry;

void mft_unit_free (MftUnit *unit);
MftWording *mft_wording_new (const char *id, const char *name);
void mft_wording_free (MftWording *form);
void mft_entry_free (MftEntry *entry);

/* The form of that id ("" or NULL: the default one); NULL if there is none. */
MftWording *mft_unit_get_wording (const MftUnit *unit, const char *id);

/* The first entry with a key, or NULL. */
MftEntry *mft_entries_find (GPtrArray *entries, const char *key);

/* The value of that entry, or NULL. */
const char *mft_unit_get_value (const MftUnit *unit, const char *key);

/* A form's own value of a key, else its unit's, else NULL. */
const char *mft_wording_get_value (const MftWording *form, const MftUnit *unit, const char *key);

/* "A; B ; C" as words. NULL-terminated, owned by the caller. */
char **mft_split_list (const char *value, const char *separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftUnit, mft_unit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftWording, mft_wording_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftEntry, mft_entry_free)

G_END_DECLS
