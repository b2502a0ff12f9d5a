/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people write wrong, and what is right, as resources/content/corrections.tsv has it. Private to the
 * room. */
typedef struct
{
  char *wrong;
  char *right;
  char *reason; /* Indonesian */
  char *rule;   /* "spelling" or "wording" */
  gboolean match_case;
  gboolean before_number; /* only if a number or an amount follows */
} MftCorrection;

/* The longest one that stands at this place of a text, and its bytes; NULL if none does. Lives for ever.
 * Any thread. */
const MftCorrection *_mft_correction_match (const char *at, gsize *size);

G_END_DECLS
