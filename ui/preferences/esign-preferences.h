/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* BSrE's Esign Client Service: off until it is switched on. The password of the application's account
 * goes into the keyring, or is asked at each act where there is none. */
GtkWidget *mft_esign_preferences_new (GSettings *settings);

G_END_DECLS
