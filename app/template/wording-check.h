/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/unit.h"

G_BEGIN_DECLS

/* What can be said of a form alone: its labels are unique, its inner references and pairs meet a
 * label, its items go down one level at a time. Errors: MFT_TEMPLATE_ERROR_SYNTAX, "FILE:LINE: …". */
gboolean mft_wording_check (const MftWording *form, const char *file, GError **error);

G_END_DECLS
