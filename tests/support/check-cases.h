/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A block's words, what a rule finds there ("rule: text: message", one a line), and the words with all
 * its fixes applied; NULL if there are none. */
typedef struct
{
  const char *words;
  const char *findings;
  const char *fixed;
} MftCheckCase;

/* Checks each case in mft_test_check_agreement(); that a fix is one step of the history, too. */
void mft_test_check_cases (const MftCheckCase *cases, gsize count, const char *rule);

/* Pasal 1 with definitions 1. and 2.; Pasal 2 (1) with a., b. 1. and 2., and (2); Pasal 3 with (1), a.
 * and b., and (2), which has the words; one attachment. */
MftAgreement *mft_test_check_agreement (const char *words);

/* The block with the words; borrowed. */
MftBlock *mft_test_check_block (MftAgreement *agreement);

/* The agreement that is recognised in a plain text. */
MftAgreement *mft_test_check_import (const char *text);

/* What a rule finds, as above; with NULL what all find, "path: text: message (rule)". Owned by the
 * caller. */
char *mft_test_findings (MftAgreement *agreement, const char *rule);

G_END_DECLS
