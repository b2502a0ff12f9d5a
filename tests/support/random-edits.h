/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A small agreement with everything in it: three Pasal, ayat, four list levels, a contact, a table,
 * references, fields, numbers, dates, parties. Owned by the caller. */
MftAgreement *mft_test_agreement (void);

/* One random edit of any kind; the rules may refuse it. Returns whether it was done. */
gboolean mft_test_random_edit (MftAgreement *agreement, GRand *random);

/* The tree, texts, fields and settings as text: equal exactly if the agreements are. */
char *mft_test_dump (MftAgreement *agreement);

G_END_DECLS
