/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many dots a PNG or JPEG is wide and high, without decoding it. FALSE for anything else, also for
 * one of more dots than a page could use. */
gboolean mft_picture_get_sides (GBytes *bytes, guint *across, guint *down);

G_END_DECLS
