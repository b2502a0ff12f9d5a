/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_AMEND_READS,        /* "… diubah sehingga berbunyi sebagai berikut:" */
  MFT_AMEND_BEFORE_AFTER, /* "Semula: … Diubah menjadi: …" */
} MftAmendStyle;

/* What a person may choose; all may be NULL or 0. */
typedef struct
{
  MftAmendStyle style;
  const char *reason; /* goes on after "bahwa" */
} MftAmendOptions;

/* Drafts the addendum that makes `original`, which is signed and keeps its numbers, read as `changed`: its
 * Pasal and attachments. Parties, signatures and the words on the original are filled in; its own numbers
 * and date are left open. Owned by the caller. Errors: MFT_AMEND_ERROR_NOTHING, _NUMBERS,
 * MFT_AGREEMENT_ERROR_STRUCTURE. */
MftAgreement *mft_amend_draft (MftAgreement *original, MftAgreement *changed,
                               const MftAmendOptions *options, GError **error);

/* What differs but cannot be said by an addendum: "Judul", "Komparisi". NULL-terminated, owned by the
 * caller. */
char **mft_amend_dup_left_out (MftAgreement *original, MftAgreement *changed);

/* The consolidated text: `original` as the addendum makes it read. Owned by the caller.
 * Errors: MFT_AMEND_ERROR_MISFIT, _NOTHING, MFT_AGREEMENT_ERROR_STRUCTURE. */
MftAgreement *mft_amend_apply (MftAgreement *original, MftAgreement *addendum, GError **error);

/* The setting that counts the addenda that are in a consolidated text. */
#define MFT_AMEND_SETTING "perubahan"

G_END_DECLS
