/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "act/signing.h"

G_BEGIN_DECLS

/* What a signing act came to: the verified facts, who has not signed yet, and the next step. `trusted`:
 * the output, verified by the person's own anchors. `more`: how many other documents wait for the
 * person. Its buttons use the actions "signing.save-copy", "signing.copy-file", "signing.next" and
 * "signing.open-folder". */
GtkWidget *mft_signing_result_view_new (const MftSigningResult *result,
                                        const MftVerifyReport *trusted, guint more);

G_END_DECLS
