/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The logo of a party: chosen from a file, kept beside the text, taken away again. */
GtkWidget *mft_logo_row_new (MftAgreement *agreement, guint party);

/* Keeps a picture beside the text as one that pages draw. Returns its entry, owned by the caller. Errors: of
 * asset.h, and of GdkTexture. */
char *mft_logo_add (MftAgreement *agreement, const char *name, GBytes *bytes, GError **error);

/* Errors: the same, and of edit.h. */
gboolean mft_logo_set (MftAgreement *agreement, guint party, const char *name, GBytes *bytes,
                       GError **error);

G_END_DECLS
