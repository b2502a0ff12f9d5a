/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes a DOCX of XML snippets. `body` is what stands in w:body; then come pairs of a part's name
 * ("numbering", "styles", "header1", "comments", "footnotes", …) and what stands in its root element,
 * ended by NULL. The prefixes w, r, mc, wps, wp, a and v are declared. */
GBytes *mft_docx_fixture (const char *body, ...) G_GNUC_NULL_TERMINATED;

/* Any ZIP: pairs of an entry's name and its content, ended by NULL. A "mimetype" is not packed. */
GBytes *mft_zip_fixture (const char *name, ...) G_GNUC_NULL_TERMINATED;

/* A file of ours as another program gives it back that does not know what is ours: without its source. */
GBytes *mft_zip_fixture_without_source (GBytes *bytes);

G_END_DECLS
