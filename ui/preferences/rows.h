/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows that stand for a setting; texts are plain and translated. */
GtkWidget *mft_preferences_switch_row (GSettings *settings, const char *key, const char *title,
                                       const char *about);
GtkWidget *mft_preferences_entry_row (GSettings *settings, const char *key, const char *title);
GtkWidget *mft_preferences_choice_row (GSettings *settings, const char *key, const char *title,
                                       const char *const *choices);

G_END_DECLS
