/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bahasa/regulation.h"

G_BEGIN_DECLS

/* All of them (const MftRegulation), in the order of the file; borrowed. Private to the room. */
GPtrArray *_mft_regulation_list (void);

G_END_DECLS
