/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* naskah.xml: a subset of Akoma Ntoso 3.0 (OASIS) with one namespace of our own; resources/naskah.rng
 * describes it. Version of the format, MAJOR.MINOR: */
#define MFT_AKN_VERSION "1.0"
#define MFT_AKN_SPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#define MFT_AKN_OWN_SPACE "https://mufakat.id/ns/naskah/1"

/* Canonical bytes: equal agreements give equal bytes. */
GBytes *mft_akn_write (MftAgreement *agreement);

/* Labels and the words of numbers, dates, fields, parties and references are written for other
 * readers and computed again here. Where the file says something else, this tells. */
typedef struct
{
  char *id; /* the block */
  char *written;
  char *computed;
} MftAknMismatch;

/* `mismatches` may be NULL; else it gets an array of MftAknMismatch, owned by the caller, also when
 * it is empty. Errors: MFT_AGREEMENT_ERROR (DAMAGED, VERSION), MFT_CONTAINER_ERROR. */
MftAgreement *mft_akn_read (GBytes *bytes, GPtrArray **mismatches, GError **error);

G_END_DECLS
