/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "act/reply.h"

G_BEGIN_DECLS

/* What came back from the other party: which version it answers and how sure that is, then what was
 * changed; what nobody marked stands first. Takes `reply` over; `name` is the file's. */
GtkWidget *mft_reply_page_new (MftReply *reply, const char *name);

G_END_DECLS
