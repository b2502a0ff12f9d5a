/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal read back, from its end. */
#include "act/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/data-folder.h"
#include "base/file-error.h"
#include "container/json.h"

#define READ_MOST ((goffset) 16 * 1024 * 1024)

/* Up to READ_MOST bytes of the end; NULL and errno. */
static char *
read_end (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  g_autofree char *text = NULL;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &status) == 0)
    {
      goffset from = MAX (0, status.st_size - READ_MOST);
      text = g_malloc0 ((gsize) (status.st_size - from) + 1);
      if (pread (fd, text, (gsize) (status.st_size - from), from) < 0)
        g_clear_pointer (&text, g_free);
    }
  int failure = errno;
  close (fd);
  errno = failure;
  return g_steal_pointer (&text);
}

static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? g_strdup (json_node_get_string (node))
             : NULL;
}

static gint64
read_time (JsonObject *object)
{
  g_autofree char *text = dup_member (object, "time");
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

/* NULL: the line is no entry. */
static MftJournalRecord *
read_line (const char *line)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  g_autoptr (JsonObject) object = mft_json_parse_object (bytes, "journal", NULL);

  if (object == NULL)
    return NULL;
  MftJournalRecord *record = g_new0 (MftJournalRecord, 1);
  record->time = read_time (object);
  record->act = dup_member (object, "act");
  record->outcome = dup_member (object, "outcome");
  record->sha256 = dup_member (object, "sha256");
  record->result = dup_member (object, "result");
  record->field = dup_member (object, "field");
  record->signer = dup_member (object, "signer");
  record->basis = dup_member (object, "basis");
  return record;
}

GPtrArray *
mft_journal_list (guint most, GError **error)
{
  g_autofree char *folder = mft_data_folder (NULL, error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "catatan.jsonl", NULL) : NULL;
  g_autofree char *text = path != NULL ? read_end (path) : NULL;
  GPtrArray *records;

  if (path == NULL || (text == NULL && errno != ENOENT))
    {
      if (path != NULL)
        mft_file_fail (error, errno, "cannot read", path);
      return NULL;
    }
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_journal_record_free);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (guint i = g_strv_length (lines); i > 0 && records->len < most; i--)
    {
      MftJournalRecord *record = read_line (lines[i - 1]);
      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

gboolean
mft_journal_record_failed (const MftJournalRecord *record)
{
  return g_strcmp0 (record->outcome, "done") != 0;
}

void
mft_journal_record_free (MftJournalRecord *record)
{
  g_free (record->act);
  g_free (record->outcome);
  g_free (record->sha256);
  g_free (record->result);
  g_free (record->field);
  g_free (record->signer);
  g_free (record->basis);
  g_free (record);
}
