/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The parties of an agreement as a form: who they are, who signs for them on what authority, where they
 * are reached; one more, one less, another order. What is written goes into the text at once. */
void mft_parties_window_present (GtkWindow *parent, MftAgreement *agreement);

G_END_DECLS
