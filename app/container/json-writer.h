/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON in the order of the calls, indented by two spaces. `key` is NULL inside an array (and
 * at the top) and never NULL inside an object. Invalid UTF-8 becomes U+FFFD. */
typedef struct MftJsonWriter MftJsonWriter;

MftJsonWriter *mft_json_writer_new (void);
void mft_json_writer_free (MftJsonWriter *writer);

void mft_json_writer_object (MftJsonWriter *writer, const char *key);
void mft_json_writer_array (MftJsonWriter *writer, const char *key);

/* Ends the innermost object or array. */
void mft_json_writer_end (MftJsonWriter *writer);

/* NULL writes null. */
void mft_json_writer_string (MftJsonWriter *writer, const char *key, const char *value);
void mft_json_writer_integer (MftJsonWriter *writer, const char *key, gint64 value);
void mft_json_writer_boolean (MftJsonWriter *writer, const char *key, gboolean value);
void mft_json_writer_null (MftJsonWriter *writer, const char *key);

/* Ends what is open. The text ends with a line feed; owned by the caller. */
char *mft_json_writer_finish (MftJsonWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftJsonWriter, mft_json_writer_free)

G_END_DECLS
