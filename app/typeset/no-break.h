/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Turns those spaces into no-break spaces that must not end a line: inside "4 (empat)", "Pasal 9
 * ayat (1)", "huruf a", "Tahun 2008", "8 Mei". The number of characters stays. */
void mft_no_break (gunichar *characters, guint count);

G_END_DECLS
