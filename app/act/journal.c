/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/data-folder.h"
#include "base/digest.h"
#include "base/file-error.h"
#include "base/safe-file.h"
#include "container/json-writer.h"

#define JOURNAL_SIZE_MOST (256 * 1024 * 1024)
#define TAIL_SIZE 4096
#define NO_LINE "0000000000000000000000000000000000000000000000000000000000000000"

static char *
journal_path (GError **error)
{
  g_autofree char *folder = mft_data_folder (NULL, error);

  return folder != NULL ? g_build_filename (folder, "catatan.jsonl", NULL) : NULL;
}

static void
write_count (MftJsonWriter *json, const char *key, guint count, guint pages)
{
  if (pages > 0)
    mft_json_writer_integer (json, key, count);
  else
    mft_json_writer_null (json, key);
}

/* One object in one line. */
static char *
format_line (const MftJournalEntry *entry, const char *previous)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autofree char *time = mft_clock_format (mft_clock_now ());

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "time", time);
  mft_json_writer_string (json, "act", entry->act);
  mft_json_writer_string (json, "outcome", entry->outcome);
  mft_json_writer_string (json, "sha256", entry->sha256);
  mft_json_writer_string (json, "result", entry->result);
  mft_json_writer_string (json, "field", entry->field);
  mft_json_writer_string (json, "signer", entry->signer);
  mft_json_writer_string (json, "basis", entry->basis);
  mft_json_writer_string (json, "told_by", entry->told_by);
  write_count (json, "pages_shown", entry->pages_shown, entry->pages);
  write_count (json, "pages", entry->pages, entry->pages);
  mft_json_writer_string (json, "previous", previous);
  mft_json_writer_end (json);
  g_autofree char *text = mft_json_writer_finish (json);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  g_autofree char *line = g_strjoinv ("", lines);
  return g_strconcat (line, "\n", NULL);
}

/* The digest of the last line, its line end left out. NULL: it cannot be read. `is_open`: it has no
 * line end, for somebody was stopped while writing it. */
static char *
digest_of_last_line (int fd, goffset size, gboolean *is_open)
{
  *is_open = FALSE;
  if (size == 0)
    return g_strdup (NO_LINE);
  for (goffset piece = TAIL_SIZE;; piece *= 2) /* lines hold names from outside: of any length */
    {
      goffset from = MAX (0, size - piece);
      gsize end = (gsize) (size - from);
      g_autofree char *tail = g_malloc (end);
      if (pread (fd, tail, end, from) != (ssize_t) end)
        return NULL;
      *is_open = tail[end - 1] != '\n';
      end -= *is_open ? 0 : 1;
      gsize start = end;
      while (start > 0 && tail[start - 1] != '\n')
        start--;
      if (start > 0 || from == 0)
        return mft_sha256_hex (tail + start, end - start);
    }
}

/* Appends a line in one write; what was written by half is taken back. */
static gboolean
append_line (int fd, const MftJournalEntry *entry)
{
  struct stat status;
  gboolean is_open;

  if (fstat (fd, &status) != 0)
    return FALSE;
  g_autofree char *previous = digest_of_last_line (fd, status.st_size, &is_open);
  if (previous == NULL)
    return FALSE;
  g_autofree char *line = format_line (entry, previous);
  g_autofree char *text = g_strconcat (is_open ? "\n" : "", line, NULL);
  ssize_t size = (ssize_t) strlen (text), written = write (fd, text, (gsize) size);
  if (written == size)
    return fsync (fd) == 0;
  int failure = written < 0 ? errno : ENOSPC;
  if (ftruncate (fd, status.st_size) == 0)
    fsync (fd);
  errno = failure;
  return FALSE;
}

char *
mft_journal_outcome (const GError *error)
{
  g_auto (GStrv) words = g_strsplit (g_quark_to_string (error->domain), " ", -1);
  g_autofree char *domain = g_strjoinv ("", words);

  if (g_str_has_suffix (domain, "-quark"))
    domain[strlen (domain) - strlen ("-quark")] = '\0';
  return g_strdup_printf ("%s/%d", domain, error->code);
}

gboolean
mft_journal_add (const MftJournalEntry *entry, GError **error)
{
  g_autofree char *path = journal_path (error);
  int fd;

  if (path == NULL)
    return FALSE;
  fd = open (path, O_CREAT | O_RDWR | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0)
    return mft_file_fail (error, errno, "cannot write", path);
  /* Window and command line may write at once. */
  flock (fd, LOCK_EX);
  gboolean done = append_line (fd, entry) || mft_file_fail (error, errno, "cannot write", path);
  close (fd);
  return done;
}

guint
mft_journal_check (GError **error)
{
  g_autofree char *path = journal_path (error);

  if (path == NULL)
    return G_MAXUINT;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return 0;
  g_autoptr (GBytes) bytes = mft_file_read (path, JOURNAL_SIZE_MOST, error);
  if (bytes == NULL)
    return G_MAXUINT;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *previous = g_strdup (NO_LINE);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' && lines[i + 1] == NULL)
        break; /* behind the last line end */
      g_autofree char *expected = g_strdup_printf ("\"previous\": \"%s\"", previous);
      if (strstr (lines[i], expected) == NULL)
        return i + 1;
      g_free (previous);
      previous = mft_sha256_hex (lines[i], strlen (lines[i]));
    }
  return 0;
}
