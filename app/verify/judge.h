/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/evidence.h"
#include "verify/subject.h"

G_BEGIN_DECLS

/* Integrity: byte range, CMS and digest together. Fills report->integrity and messages. */
void mft_judge_integrity (MftSubject *subject);

/* Trust, time, revocation and level, after integrity of all subjects is known: a document timestamp
 * proves the time of the signatures under it. */
void mft_judge_signers (GPtrArray *subjects, const MftEvidence *evidence);

/* EN 319 102-1, strictly. */
void mft_judge_indication (MftSignatureReport *report);

/* Policy mufakat-1 (DESIGN.md §6): the one place where facts become a verdict. */
MftVerdict mft_judge_verdict (const MftVerifyReport *report);

G_END_DECLS
