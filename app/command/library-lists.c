/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/library-lists.h"

#include <glib/gi18n.h>

#include "container/json-writer.h"
#include "report/status-words.h"

static char *
rfc3339 (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S+00:00");
}

static char *
local_time (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (microseconds / G_USEC_PER_SEC);

  return g_date_time_format (time, "%d-%m-%Y %H.%M");
}

static void
write_entry (MftJsonWriter *json, const MftLibraryEntry *entry)
{
  g_autofree char *changed = rfc3339 (entry->changed);

  mft_json_writer_string (json, "id", entry->id);
  mft_json_writer_string (json, "title", entry->title);
  mft_json_writer_string (json, "number", entry->number[0] != '\0' ? entry->number : NULL);
  mft_json_writer_string (json, "parties", entry->parties[0] != '\0' ? entry->parties : NULL);
  mft_json_writer_string (json, "status", mft_status_name (entry->status));
  mft_json_writer_string (json, "changed", changed);
}

static char *
list_json (GPtrArray *entries)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_array (json, "agreements");
  for (guint i = 0; i < entries->len; i++)
    {
      mft_json_writer_object (json, NULL);
      write_entry (json, g_ptr_array_index (entries, i));
      mft_json_writer_end (json);
    }
  return mft_json_writer_finish (json);
}

static void
append_entry (GString *text, const MftLibraryEntry *entry)
{
  g_autofree char *changed = local_time (entry->changed);

  g_string_append_printf (text, "%s  %s\n            %s · %s%s%s%s%s\n", entry->id, entry->title,
                          mft_status_word (entry->status), changed,
                          entry->number[0] != '\0' ? "\n            " : "", entry->number,
                          entry->parties[0] != '\0' ? "\n            " : "", entry->parties);
}

char *
mft_library_list_text (GPtrArray *entries, gboolean json)
{
  GString *text;

  if (json)
    return list_json (entries);
  text = g_string_new (entries->len == 0 ? _ ("No agreements.") : NULL);
  for (guint i = 0; i < entries->len; i++)
    append_entry (text, g_ptr_array_index (entries, i));
  return g_string_free (text, FALSE);
}

static char *
entry_json (const MftLibraryEntry *entry, GPtrArray *versions)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  write_entry (json, entry);
  mft_json_writer_array (json, "versions");
  for (guint i = 0; i < versions->len; i++)
    {
      const MftLibraryVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *created = rfc3339 (version->created);
      mft_json_writer_object (json, NULL);
      mft_json_writer_integer (json, "number", version->number);
      mft_json_writer_string (json, "kind", mft_version_kind_name (version->kind));
      mft_json_writer_string (json, "name", version->name[0] != '\0' ? version->name : NULL);
      mft_json_writer_string (json, "created", created);
      mft_json_writer_integer (json, "changes", version->changes);
      mft_json_writer_end (json);
    }
  return mft_json_writer_finish (json);
}

char *
mft_library_entry_text (const MftLibraryEntry *entry, GPtrArray *versions, gboolean json)
{
  GString *text;

  if (json)
    return entry_json (entry, versions);
  text = g_string_new (NULL);
  append_entry (text, entry);
  if (versions->len > 0)
    g_string_append_printf (text, "\n%s\n", _ ("Versions:"));
  for (guint i = 0; i < versions->len; i++)
    {
      const MftLibraryVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *created = local_time (version->created);
      g_string_append_printf (text, "  %" G_GINT64_FORMAT "  %s  %s%s%s", version->number, created,
                              mft_version_kind_word (version->kind),
                              version->name[0] != '\0' ? ": " : "", version->name);
      /* Translators: how many blocks differ from the version before. */
      g_autofree char *changes = g_strdup_printf (
          ngettext ("%u change", "%u changes", version->changes), version->changes);
      g_string_append_printf (text, " · %s\n", changes);
    }
  return g_string_free (text, FALSE);
}

char *
mft_library_reply_json (const MftReply *reply, const MftReturnedPdf *returned)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  const MftSent *sent = reply != NULL ? reply->sent : NULL;

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "id", reply != NULL ? reply->agreement : NULL);
  mft_json_writer_string (json, "title", reply != NULL ? reply->title : NULL);
  if (sent != NULL)
    mft_json_writer_integer (json, "version", sent->version);
  else
    mft_json_writer_null (json, "version");
  mft_json_writer_string (json, "receiver", sent != NULL ? sent->receiver : NULL);
  mft_json_writer_string (json, "sha256", sent != NULL ? sent->sha256 : NULL);
  mft_json_writer_string (json, "by", reply == NULL ? NULL : reply->by_ids ? "ids" : "words");
  mft_json_writer_integer (json, "likeness", reply != NULL ? reply->likeness : 0);
  if (returned != NULL)
    {
      mft_json_writer_object (json, "bytes");
      mft_json_writer_string (json, "sha256", returned->sent->sha256);
      mft_json_writer_string (json, "receiver", returned->sent->receiver);
      mft_json_writer_integer (json, "signatures_added", returned->signatures);
      mft_json_writer_string (json, "changes", mft_changes_name (returned->changes));
      mft_json_writer_end (json);
    }
  else
    mft_json_writer_null (json, "bytes");
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}
