/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_CHOICE_ON "ya"
#define MFT_CHOICE_OFF "tidak"

/* Something a template lets the drafter choose: an alternative of a clause (its id is the clause's,
 * "tidak" leaves an optional one out), an optional line ("K-55#diterima"), or a variant of the whole
 * ("varian_penutup"). */
typedef struct
{
  char *id;
  char **choices;
  char *initial;
  char **effects; /* variants: what each choice selects ("K-51", "K-34=tidak"), or NULL */
} MftChoice;

/* Takes `choices` over; `initial` is the default, NULL for the first. */
MftChoice *mft_choice_new (const char *id, char **choices, const char *initial);
void mft_choice_free (MftChoice *choice);

G_END_DECLS
