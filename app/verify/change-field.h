/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/form-names.h"

G_BEGIN_DECLS

/* Where a field stands in the tree. */
typedef struct
{
  const char *parent_name;
  guint32 parent;          /* its number; 0 at the form's top */
  const char *type;        /* inherited /FT */
  gboolean was_signed;     /* by a field above: this is its widget */
  gboolean gets_signature; /* as well */
  gboolean gets_value;     /* as well */
  guint depth;
} MftFieldPlace;

/* The fields at the form's top, and all below them; `holder` is the object that holds the list. */
void mft_change_fields (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
                        guint32 holder);

/* Whether a new signature field is one and nothing else; then it is permitted, its widgets are
 * remembered. `reference` is how the form or a parent refers to it. */
void mft_change_new_field (MftDifference *difference, MftPdfObject *reference,
                           const MftFieldPlace *place);

/* Whether an appearance dictionary (or NULL) draws nothing. */
gboolean mft_change_draws_nothing (MftDifference *difference, MftPdfObject *appearance);

/* A signature that a field was given: a new object, of its own. Tells the kind. */
gboolean mft_change_new_value (MftDifference *difference, MftPdfObject *value, const char **kind);

G_END_DECLS
