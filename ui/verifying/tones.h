/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/wrap/tone.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* How good the news is that app/report puts into words. */
MftTone mft_tone_of_verdict (const MftVerifyReport *report);
MftTone mft_tone_of_integrity (const MftSignatureReport *signature);
MftTone mft_tone_of_trust (const MftSignatureReport *signature);

G_END_DECLS
