/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bahasa/decimal.h"

G_BEGIN_DECLS

/* Rupiah with at most two places (sen). The functions return NULL for more or above
 * MFT_DECIMAL_MAX; text is owned by the caller. */

/* "Rp10.000,00" */
char *mft_money_format (MftDecimal amount);

/* "sepuluh ribu rupiah", "satu rupiah lima puluh sen" */
char *mft_money_words (MftDecimal amount);

/* "Rp10.000,00 (sepuluh ribu rupiah)" */
char *mft_money_full (MftDecimal amount);

/* Reads "Rp10.000,00", "Rp 10.000", "Rp. 10.000,-"; bytes taken, 0 if it is no amount. */
gsize mft_money_scan (const char *at, MftDecimal *amount);

/* Reads "sepuluh ribu rupiah lima puluh sen". */
gsize mft_money_words_scan (const char *at, MftDecimal *amount);

/* The whole text: "Rp10.000,00" or the number alone. Errors: MFT_BAHASA_ERROR. */
gboolean mft_money_parse (const char *text, MftDecimal *amount, GError **error);

G_END_DECLS
