/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/report.h"

G_BEGIN_DECLS

/* What verifying found, in words for people, in the program's language (users' words: the five lines
 * of a public checker). Everything is derived from the facts of the report; texts are owned by the
 * caller, words borrowed. */

/* "VALID", "NOT VALID", "CANNOT BE DETERMINED YET"… as one word that stands alone. */
const char *mft_sentence_verdict_word (MftVerdict verdict);

/* What the verdict means and what to do. */
const char *mft_sentence_verdict (const MftVerifyReport *report);

/* "Intact", "Changed", "Unreadable" and its sentence. */
const char *mft_sentence_integrity_word (const MftSignatureReport *signature);
char *mft_sentence_integrity (const MftSignatureReport *signature);

/* "Trusted", "Not trusted", "Cannot be determined yet" and its sentence. */
const char *mft_sentence_trust_word (const MftSignatureReport *signature);
char *mft_sentence_trust (const MftSignatureReport *signature);

/* "Signature of a party", "Initials", "Electronic stamp duty"…, and who it was. */
const char *mft_sentence_kind (const MftSignatureReport *signature);
char *mft_sentence_signer (const MftSignatureReport *signature);

/* Whether it stands for a party: initials, timestamps and the electronic stamp duty never do. */
gboolean mft_report_is_party (const MftSignatureReport *signature);

/* Whether the chain ends under the national root, and whether the file can be judged in years. */
char *mft_sentence_root (const MftSignatureReport *signature);
char *mft_sentence_lasting (const MftSignatureReport *signature);

/* The first field that a party has not signed; NULL. Borrowed. */
const MftSignatureReport *mft_report_next_empty (const MftVerifyReport *report);

/* A time in the person's own zone: "26 November 2026, 14.33.08 WIB". */
char *mft_sentence_moment (gint64 microseconds);

/* "26 November 2026, 14.33.08 WIB, according to the signer's computer (not proven)". */
char *mft_sentence_time (const MftSignatureReport *signature);

/* "PIHAK KESATU" for the field PIHAK_KESATU, else the field's name. */
char *mft_sentence_field (const MftSignatureReport *signature);

/* One change after signing: "Page 3: the contents were replaced". */
char *mft_sentence_change (const MftVerifyChange *change);

char *mft_sentence_message (const MftVerifyMessage *message);

/* A whole report as plain text. */
char *mft_sentences_report (const char *file, const MftVerifyReport *report);

G_END_DECLS
