/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bahasa/decimal.h"

#include "agreement/text.h"

G_BEGIN_DECLS

/* Numbers in values are digits with an optional point ("2.5"), in no locale. Private to the room. */
gboolean _mft_decimal_from_value (const char *value, MftDecimal *number);

/* Owned by the caller. */
char *_mft_decimal_to_value (MftDecimal number);

/* As NUMBER, PERCENT, MONEY or WORDS show it: "30 (tiga puluh)"; NULL if the form cannot. Owned by the
 * caller. */
char *_mft_decimal_dup_shown (MftDecimal number, MftForm form);

G_END_DECLS
