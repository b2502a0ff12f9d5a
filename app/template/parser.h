/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/unit.h"

G_BEGIN_DECLS

/* Reads a text of clauses, definitions, parts, packs or templates (the form is described in
 * resources/content/README.md). The bytes may come from anywhere. Returns an array of MftUnit, owned
 * by the caller. Errors: MFT_TEMPLATE_ERROR_SYNTAX, "NAME:LINE: …". */
GPtrArray *mft_template_parse (const char *name, GBytes *bytes, GError **error);

G_END_DECLS
