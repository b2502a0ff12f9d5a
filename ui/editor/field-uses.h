/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A button that tells of a field what it holds, how it reads in words, and where it stands; a place leads
 * there by the action "page.go-to". */
GtkWidget *mft_field_uses_new (MftAgreement *agreement, const char *id);

G_END_DECLS
