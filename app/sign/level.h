/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/timestamp-source.h"
#include "pki/validation-data.h"

G_BEGIN_DECLS

/* How long a signature can be judged (EN 319 142-1, 6.1). */
typedef enum
{
  MFT_SIGN_B_B,   /* who signed what */
  MFT_SIGN_B_T,   /* and proven when */
  MFT_SIGN_B_LT,  /* and all that is needed to judge the certificates */
  MFT_SIGN_B_LTA, /* and a timestamp over that */
} MftSignLevel;

/* What a level takes. Everything is borrowed. */
typedef struct
{
  MftSignLevel level;
  const MftTimestampSource *timestamp; /* from B-T on; may be NULL where a time is there already */
  MftEvidenceInputs evidence;          /* from B-LT on */
} MftSignCompletion;

G_END_DECLS
