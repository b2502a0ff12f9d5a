/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A copy of the agreement that is open on `page`, in the format that the name's ending says. Where a .pks
 * could take decisions, notes and paraf along, the person first says for whom it is. */
void mft_save_copy (GtkWidget *page, MftAgreement *agreement, const char *path);

G_END_DECLS
