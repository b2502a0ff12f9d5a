/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* How an agreement's pages look: profile, letters, lines, numbers, running words. Every change is an edit
 * of the agreement and is seen at once. */
GtkWidget *mft_page_settings_new (MftAgreement *agreement);

G_END_DECLS
