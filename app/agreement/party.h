/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Parties are numbered from 1. What is known of them are fields "p1.nama", "p1.pejabat", …:
 * one value for title, komparisi, body, contacts and signature block. */
#define MFT_PARTIES_LEAST 2
#define MFT_PARTIES_MOST 12

/* "p2" and "pejabat" → "p2.pejabat". Owned by the caller. */
char *mft_party_field_id (guint party, const char *suffix);

/* Adds the fields of one party that are not there yet (building only). */
void mft_party_add_fields (MftAgreement *agreement, guint party);

/* A party's value, or NULL. */
const char *mft_party_get (MftAgreement *agreement, guint party, const char *suffix);

/* The same as it is read: fields that the value names put in. Owned by the caller. */
char *mft_party_dup_shown (MftAgreement *agreement, guint party, const char *suffix);

/* What stands for a PARTY atom: "PIHAK KESATU" (or PERTAMA, by the setting "sebutan"), "PARA PIHAK",
 * "PIHAK". NULL for an unknown value. Owned by the caller. */
char *mft_party_dup_role (MftAgreement *agreement, const char *value);

/* The way back: reads a role at the start of `words` ("PIHAK KEDUA …"); returns how many bytes it
 * takes, 0 if there is none. `value`: the PARTY atom's value, owned by the caller. */
gsize mft_party_parse_role (const char *words, char **value);

/* Signature fields are named so in every PDF: PIHAK_KESATU, PIHAK_KEDUA, … Owned by the caller. */
char *mft_party_dup_signature_field (guint party);

G_END_DECLS
