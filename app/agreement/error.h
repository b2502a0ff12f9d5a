/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the rules of a PKS forbid: STRUCTURE: this may not stand there. DEPTH: a list below the fourth
 * level. LEVEL: a level that this line does not have. EDGE: there is no neighbour for it. PART: a part
 * that every agreement has, in its place. Of what comes from outside: FIELD: a value that its field cannot hold.
 * DAMAGED: a naskah.xml or .pks that cannot be read. VERSION: written by a newer major version.
 * LIMIT: larger than we read. LOCKED: its text may not change now. */
typedef enum
{
  MFT_AGREEMENT_ERROR_STRUCTURE,
  MFT_AGREEMENT_ERROR_FIELD,
  MFT_AGREEMENT_ERROR_DAMAGED,
  MFT_AGREEMENT_ERROR_VERSION,
  MFT_AGREEMENT_ERROR_LIMIT,
  MFT_AGREEMENT_ERROR_DEPTH,
  MFT_AGREEMENT_ERROR_LEVEL,
  MFT_AGREEMENT_ERROR_EDGE,
  MFT_AGREEMENT_ERROR_PART,
  MFT_AGREEMENT_ERROR_LOCKED,
} MftAgreementError;

#define MFT_AGREEMENT_ERROR (mft_agreement_error_quark ())
GQuark mft_agreement_error_quark (void);

G_END_DECLS
