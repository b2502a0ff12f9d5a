/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A state that lasts, told across the top of a page. Shaped like AdwBanner (libadwaita 1.3), but
 * the title is plain text and a screen reader hears it as an alert. */
#define MFT_TYPE_BANNER (mft_banner_get_type ())
G_DECLARE_FINAL_TYPE (MftBanner, mft_banner, MFT, BANNER, GtkWidget)

GtkWidget *mft_banner_new (const char *title);

void mft_banner_set_title (MftBanner *self, const char *title);
const char *mft_banner_get_title (MftBanner *self);
void mft_banner_set_revealed (MftBanner *self, gboolean revealed);
gboolean mft_banner_get_revealed (MftBanner *self);

/* NULL: no button. `action` is the name of an action, as in gtk_actionable_set_action_name(). */
void mft_banner_set_button (MftBanner *self, const char *label, const char *action);

G_END_DECLS
