/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The house style of an agreement: how parties are called, how titles and dates are written, where is
 * signed. It is kept with the agreement and, if the person wants so, for the next ones. */
GtkWindow *mft_style_window_new (GtkWindow *parent, MftAgreement *agreement);

G_END_DECLS
