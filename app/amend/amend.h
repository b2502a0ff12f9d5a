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
  const char *reason;  /* goes on after "bahwa" */
  gboolean only_pasal; /* with the attachments; what stands before them stays as it was signed */
} MftAmendOptions;

/* Drafts the addendum that makes `original`, which is signed and keeps its numbers, read as `changed`: title,
 * komparisi, recitals, legal basis, Pasal and attachments. Parties, signatures and the words on the original are filled in; its own numbers
 * and date are left open. Owned by the caller. Errors: MFT_AMEND_ERROR_NOTHING, _NUMBERS,
 * MFT_AGREEMENT_ERROR_STRUCTURE. */
MftAgreement *mft_amend_draft (MftAgreement *original, MftAgreement *changed,
                               const MftAmendOptions *options, GError **error);

/* Whether they differ in what stands before the Pasal and may be amended. */
gboolean mft_amend_changes_front (MftAgreement *original, MftAgreement *changed);

/* What of `changed` the addendum to it leaves out: "Pembukaan", "Penutup", the signatures, which tell how it was
 * signed, and what was not asked for. NULL-terminated, owned by the caller. */
char **mft_amend_dup_left_out (MftAgreement *original, MftAgreement *addendum,
                               MftAgreement *changed);

/* The consolidated text: `original` as the addendum makes it read. Owned by the caller.
 * Errors: MFT_AMEND_ERROR_MISFIT, _NONE, MFT_AGREEMENT_ERROR_STRUCTURE. */
MftAgreement *mft_amend_apply (MftAgreement *original, MftAgreement *addendum, GError **error);

/* The setting that counts the addenda that are in a consolidated text. */
#define MFT_AMEND_SETTING "perubahan"

G_END_DECLS
