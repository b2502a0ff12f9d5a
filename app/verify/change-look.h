/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/difference.h"
#include "verify/look.h"

G_BEGIN_DECLS

/* A widget whose value, or look, or both an update changed. */
typedef struct
{
  MftDifference *difference;
  const MftPair *widgets; /* as it was, as it is */
  const char *type;       /* own or inherited /FT */
  gboolean value_changed; /* its own, or its field's */
  gboolean look_changed;
} MftFilled;

/* From best to worst. */
typedef enum
{
  MFT_LOOK_FOLLOWS,  /* the look says the value and paints nothing else */
  MFT_LOOK_UNCLEAR,  /* it may say something else, in letters that were signed or are everybody's */
  MFT_LOOK_DOUBTFUL, /* the same, in letters that may look like anything */
  MFT_LOOK_DIFFERS,  /* it says something else, or paints more */
} MftLookAnswer;

/* Whether what is seen of a filled-in field follows what its value says. */
MftLookAnswer mft_change_look (const MftFilled *filled);

G_END_DECLS
