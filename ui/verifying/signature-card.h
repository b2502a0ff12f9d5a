/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "verify/report.h"

G_BEGIN_DECLS

/* A row of a boxed list about one signature field: who and when, and below it two separate facts
 * side by side; or, of an empty field, whom one waits for. */
GtkWidget *mft_signature_card_new (const MftSignatureReport *signature);

G_END_DECLS
