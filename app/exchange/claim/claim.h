/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Word and OpenDocument files of ours carry their source (naskah.xml). When one comes back the source
 * is a claim: what the file's own words still say is taken from it, with its references, fields and
 * numbers; where they differ, the words count. */

/* In OpenDocument it is a statement about the document: the text of this property, in this part. */
#define MFT_CLAIM_RDF "naskah.rdf"
#define MFT_CLAIM_SPACE "https://mufakat.id/ns/naskah/1#"
#define MFT_CLAIM_PROPERTY "naskah"

/* The source inside a DOCX or ODT; NULL if there is none that can be read. Owned by the caller. */
MftAgreement *mft_claim_find (GBytes *bytes);

/* `again` is what is read from a file that is written from the claim now: where a reader takes our own
 * columns and signatures for something else, it does so in both. The claim itself, where the two say the
 * same; its structure with the words that were read, if only words differ; else what was read, with
 * the claim's text in every block that still has its words. No word of `read` is lost. Owned by the
 * caller. */
MftAgreement *mft_claim_apply (MftAgreement *read, MftAgreement *claim, MftAgreement *again);

G_END_DECLS
