/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/references.h"
#include "verify/subject.h"

G_BEGIN_DECLS

/* What a signature, and those before it, allow afterwards. */
typedef struct
{
  guint permission; /* DocMDP's P; 0: nobody certified */
  GPtrArray *locks; /* MftPdfFieldLock: of the FieldMDP transforms */
} MftPermissions;

/* Two revisions of one file under comparison. Every object of the old one that an update changed
 * stands in `changed` until a rule of the allow-list explains it; the rest is forbidden. */
typedef struct
{
  MftPdfFile *file;
  const MftReferences *references;
  const MftPermissions *permissions;
  guint old_revision;
  guint new_revision;
  const GArray *pages; /* guint32: the pages' numbers at the new revision; NULL if unreadable */
  GHashTable *
      value_kinds; /* new signature object ▸ its kind, "" for none: what comparisons before found */
  guint32 catalog;     /* its number; 0 before it was found */
  GHashTable *changed; /* object number ▸ NULL, not explained yet */
  GHashTable *explained;
  GHashTable *new_widgets; /* of signature fields that were added */
  GHashTable *new_values;  /* signature objects that fields were given */
  GPtrArray *changes;      /* of the report; borrowed */
  gboolean forbidden;
  gboolean permitted;
  gboolean failed; /* something could not be read */
} MftDifference;

/* An object as it was and as it is; either may be the null object, neither is NULL. */
typedef struct
{
  MftPdfObject *old_object;
  MftPdfObject *new_object;
} MftPair;

void mft_pair_clear (MftPair *pair);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftPair, mft_pair_clear)

/* `kind` is static. */
void mft_difference_permit (MftDifference *difference, const char *kind, guint page,
                            guint32 object);
void mft_difference_forbid (MftDifference *difference, const char *kind, guint page,
                            guint32 object);

/* It may be one or the other: not forbidden, and not to be relied on. */
void mft_difference_doubt (MftDifference *difference, const char *kind, guint page, guint32 object);

/* The objects that two values stand for. Where both refer to one object that changed, it counts as
 * explained if its type stayed and everything that refers to it at the old revision does so under
 * one of `keys` (separated by spaces; "-" is a bare array); what changed inside is the caller's to
 * judge. Resources may be named as they like, so only keys that tell enough of themselves will do. */
MftPair mft_difference_pair (MftDifference *difference, MftPdfObject *old_value,
                             MftPdfObject *new_value, const char *keys);

/* The same, but only the object `holder` may refer to it; 0: nothing may. */
MftPair mft_difference_pair_held_by (MftDifference *difference, MftPdfObject *old_value,
                                     MftPdfObject *new_value, guint32 holder);

/* A value that `holder` alone referred to and no longer does: what became of its object is nobody's
 * matter (poppler reuses the number). */
void mft_difference_let_go (MftDifference *difference, const MftPdfObject *old_value,
                            guint32 holder);

/* Same type and content; streams by their bytes, references by their numbers. */
gboolean mft_difference_equal (MftDifference *difference, const MftPdfObject *a,
                               const MftPdfObject *b);

/* Whether anything at the old revision refers to this number. */
gboolean mft_difference_was_referred_to (MftDifference *difference, guint32 number);

/* Whether an object has this number at the old revision, or anything there refers to it. */
gboolean mft_difference_was_there (MftDifference *difference, guint32 number);

/* The names of keys in either dictionary, each once. Owned by the caller. */
GPtrArray *mft_difference_keys (const MftPair *dicts);

/* The rules. */
void mft_change_catalog (MftDifference *difference);
void mft_change_form (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value);
void mft_change_pages (MftDifference *difference);
void mft_change_dss (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value);

G_END_DECLS
