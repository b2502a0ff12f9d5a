/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "agreement/field.h"

G_BEGIN_DECLS

/* What someone fills into a template, checked one by one: words by field id ("jangka_waktu",
 * "p1.nama"), lists ("tujuan"), and rows of tables ("rk"). */
typedef struct MftValues MftValues;

/* "p1.dasar.jenis" chooses the alternative of the komparisi for a party. */
#define MFT_VALUES_AUTHORITY ".dasar.jenis"

MftValues *mft_values_new (void);
void mft_values_free (MftValues *values);

/* One field from words, as on a command line; the items of a list are parted by ";". "pihak.1.nama" is
 * "p1.nama". Errors: MFT_TEMPLATE_ERROR_UNKNOWN, _VALUE or _FORM, naming the field. */
gboolean mft_values_set (MftValues *values, const char *id, const char *given, GError **error);

/* "pihak.1.nama" → "p1.nama". Owned by the caller. */
char *mft_values_plain_id (const char *id);

/* Many: {"p1": {"nama": …}, "p1.nomor": …, "jangka_waktu": {"n": 4, "unit": "tahun"},
 * "tujuan": ["…"], "rk": [{"kegiatan": …}]}. Errors as above. */
gboolean mft_values_load (MftValues *values, JsonObject *object, GError **error);

/* The canonical value, or NULL. */
const char *mft_values_get (const MftValues *values, const char *id);

/* The items of a list, or NULL. NULL-terminated, borrowed. */
char **mft_values_get_list (const MftValues *values, const char *id);

/* The rows of a table, arrays of GHashTable (column → canonical value), or NULL. Borrowed. */
GPtrArray *mft_values_get_rows (const MftValues *values, const char *prefix);

/* A field of the template room's tables or of a party, without value; NULL if there is none of that id.
 * Owned by the caller. */
MftField *mft_values_new_field (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftValues, mft_values_free)

G_END_DECLS
