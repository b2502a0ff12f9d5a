/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/signing/step.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* What the document is before it is signed: how much of it was shown, and the signatures that it has. */
#define MFT_TYPE_READING_STEP (mft_reading_step_get_type ())
G_DECLARE_FINAL_TYPE (MftReadingStep, mft_reading_step, MFT, READING_STEP, MftStep)

GtkWidget *mft_reading_step_new (void);

void mft_reading_step_set_pages (MftReadingStep *self, guint shown, guint pages);

/* What verifying found in the document as it is. */
void mft_reading_step_set_report (MftReadingStep *self, const MftVerifyReport *report);

G_END_DECLS
