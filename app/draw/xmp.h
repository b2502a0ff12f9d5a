/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The XMP packet of a PDF/A-3b file. `date` as RFC 3339. Owned by the caller. */
char *mft_xmp_packet (const char *title, const char *creator, const char *producer,
                      const char *date, gboolean tagged);

G_END_DECLS
