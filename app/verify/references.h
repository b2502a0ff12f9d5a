/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"

G_BEGIN_DECLS

/* Who refers to the objects that updates touched, at any revision: one pass over every version of
 * every object, so that each signature's comparison costs no walk of its own. */
typedef struct MftReferences MftReferences;

/* One reference to a watched object. */
typedef struct
{
  guint32 holder;   /* 0: a trailer */
  guint32 revision; /* whose version of the holder this is */
  guint32 target;
  const char *key; /* the nearest dictionary key above the reference; "" in a bare array */
} MftReference;

/* Watches every number that a section after `revision` names. NULL: an object cannot be read, or
 * there are too many. Owned by the caller; borrows `file`. */
MftReferences *mft_references_new (MftPdfFile *file, guint revision);
void mft_references_free (MftReferences *references);

/* Called with each reference to `target` from objects as they stand at `revision`. FALSE ends it, and
 * is returned. */
typedef gboolean (*MftReferenceFunc) (const MftReference *reference, gpointer data);
gboolean mft_references_each (const MftReferences *references, guint revision, guint32 target,
                              MftReferenceFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftReferences, mft_references_free)

G_END_DECLS
