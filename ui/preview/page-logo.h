/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The picture at one place over the title (MFT_SETTING_LOGO_LEFT, _RIGHT, MFT_SETTING_EMBLEM): chosen from a
 * file, kept beside the text, taken away again. `name` is the place for a screen reader. */
GtkWidget *mft_page_logo_new (MftAgreement *agreement, const char *place, const char *name);

G_END_DECLS
