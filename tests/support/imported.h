/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange.h"

G_BEGIN_DECLS

/* Reads a file of the kind that its ending says ("docx"): without an error, no word of it lost. `report` may be NULL.
 * Owned by the caller. */
MftAgreement *mft_test_import (GBytes *bytes, const char *ending, MftTrackedChanges changes,
                               MftImportReport **report);

/* The agreement written as text is `expected`, but for white space around it. */
void mft_test_assert_written (MftAgreement *agreement, const char *expected);

G_END_DECLS
