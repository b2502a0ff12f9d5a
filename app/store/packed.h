/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts that are seldom read, deflated (zlib). */
GBytes *mft_pack (GBytes *bytes);

/* At most `limit` bytes come out. Errors: MFT_STORE_ERROR_DAMAGED. */
GBytes *mft_unpack (GBytes *packed, gsize limit, GError **error);

G_END_DECLS
