/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Parses JSON of at most 16 MiB and 32 levels, strictly (no comments, no single quotes). `name` is
 * told in errors. Returns the root, owned by the caller. Errors: MFT_CONTAINER_ERROR. */
JsonNode *mft_json_parse (GBytes *bytes, const char *name, GError **error);

/* The same, and the root must be an object. */
JsonObject *mft_json_parse_object (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
