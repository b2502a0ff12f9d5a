/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a foreign word or phrase of our list ("due diligence") that stands here, in any case; 0 if there
 * is none. Private to the room. */
gsize _mft_foreign_match (const char *at);

G_END_DECLS
