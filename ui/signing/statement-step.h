/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "ui/signing/step.h"

G_BEGIN_DECLS

/* That the documents are known and understood, and how that came about (PP 71/2019 Ps 62(3)-(4)). */
#define MFT_TYPE_STATEMENT_STEP (mft_statement_step_get_type ())
G_DECLARE_FINAL_TYPE (MftStatementStep, mft_statement_step, MFT, STATEMENT_STEP, MftStep)

GtkWidget *mft_statement_step_new (void);

/* `titles`: all that are signed together. Without them it is one document, which the person sees. */
void mft_statement_step_set_titles (MftStatementStep *self, const char *const *titles);

gboolean mft_statement_step_is_made (MftStatementStep *self);
MftBasis mft_statement_step_get_basis (MftStatementStep *self);

/* Who explained it; "" with another basis. Borrowed. */
const char *mft_statement_step_get_told_by (MftStatementStep *self);

/* It is made anew for each act. */
void mft_statement_step_withdraw (MftStatementStep *self);

/* Brings the person to it. */
void mft_statement_step_ask (MftStatementStep *self);

G_END_DECLS
