/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/status-words.h"
#include "ui/wrap/tone.h"

G_BEGIN_DECLS

/* Adds what is shown of an agreement to a view of MftRegisterItem: title with numbers, parties, status,
 * when it was changed, and a menu. */
void mft_register_add_columns (GtkColumnView *view);

MftTone mft_status_tone (MftStatus status);

/* "today, 14.31", "22-11-2026". Owned by the caller. */
char *mft_register_when (gint64 changed);

G_END_DECLS
