/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/byte-source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file-error.h"
#include "pdf/error.h"

#define WINDOW (64 * 1024)

struct MftByteSource
{
  int ref_count;
  int fd;        /* -1: memory */
  GBytes *bytes; /* NULL: a file */
  goffset size;
  goffset window_at;
  goffset window_size;
  const guint8 *window;
  guint8 *own_window;
};

static gboolean
fail (GError **error, const char *what)
{
  g_set_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_UNREADABLE, "cannot read the file: %s", what);
  return FALSE;
}

MftByteSource *
mft_byte_source_new_fd (int fd, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return fail (error, g_strerror (errno)), NULL;
  if (!S_ISREG (status.st_mode))
    return fail (error, "not a regular file"), NULL;
  int own_fd = fcntl (fd, F_DUPFD_CLOEXEC, 3);
  if (own_fd < 0)
    return fail (error, g_strerror (errno)), NULL;

  MftByteSource *source = g_new0 (MftByteSource, 1);
  source->ref_count = 1;
  source->fd = own_fd;
  source->size = status.st_size;
  source->window = source->own_window = g_malloc (WINDOW);
  return source;
}

MftByteSource *
mft_byte_source_new_file (const char *path, GError **error)
{
  gboolean folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  int fd = folder ? -1 : open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0)
    {
      mft_file_fail (error, folder ? EISDIR : errno, "cannot read", path);
      return NULL;
    }
  MftByteSource *source = mft_byte_source_new_fd (fd, error);
  close (fd);
  return source;
}

MftByteSource *
mft_byte_source_new_bytes (GBytes *bytes)
{
  MftByteSource *source = g_new0 (MftByteSource, 1);
  gsize size;

  source->ref_count = 1;
  source->fd = -1;
  source->bytes = g_bytes_ref (bytes);
  source->window = g_bytes_get_data (bytes, &size);
  source->size = source->window_size = (goffset) size;
  return source;
}

MftByteSource *
mft_byte_source_ref (MftByteSource *source)
{
  source->ref_count++;
  return source;
}

void
mft_byte_source_unref (MftByteSource *source)
{
  if (--source->ref_count > 0)
    return;
  if (source->fd >= 0)
    close (source->fd);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source->own_window);
  g_free (source);
}

goffset
mft_byte_source_size (const MftByteSource *source)
{
  return source->size;
}

/* Reads up to `size` bytes; how many there were, -1 on failure. */
static gssize
read_at (int fd, goffset at, guint8 *to, gsize size)
{
  gsize done = 0;

  while (done < size)
    {
      ssize_t part = pread (fd, to + done, size - done, at + (goffset) done);
      if (part < 0 && errno == EINTR)
        continue;
      if (part < 0)
        return -1;
      if (part == 0)
        break;
      done += (gsize) part;
    }
  return (gssize) done;
}

static gboolean
in_window (const MftByteSource *source, goffset at, goffset size)
{
  return at >= source->window_at && size <= source->window_size
         && at - source->window_at <= source->window_size - size;
}

int
mft_byte_source_byte (MftByteSource *source, goffset at)
{
  if (at < 0 || at >= source->size)
    return -1;
  if (!in_window (source, at, 1))
    {
      /* A little of what lies before stays in view: scanners look back. */
      goffset start = MAX (0, at - WINDOW / 8);
      gssize size = read_at (source->fd, start, source->own_window,
                             (gsize) MIN (WINDOW, source->size - start));
      source->window_at = start;
      source->window_size = MAX (0, size);
      if (!in_window (source, at, 1))
        return -1;
    }
  return source->window[at - source->window_at];
}

const guint8 *
mft_byte_source_view (MftByteSource *source, goffset at, gsize *size)
{
  if (mft_byte_source_byte (source, at) < 0)
    return NULL;
  *size = (gsize) (source->window_at + source->window_size - at);
  return source->window + (at - source->window_at);
}

gboolean
mft_byte_source_holds (MftByteSource *source, goffset at, const char *text)
{
  for (; *text != '\0'; text++, at++)
    if (mft_byte_source_byte (source, at) != (guchar) *text)
      return FALSE;
  return TRUE;
}

gboolean
mft_byte_source_read (MftByteSource *source, goffset at, gpointer to, gsize size, GError **error)
{
  if (at < 0 || at > source->size || size > (gsize) (source->size - at))
    return fail (error, "it ends too early");
  if (size > 0 && in_window (source, at, (goffset) size))
    {
      memcpy (to, source->window + (at - source->window_at), size);
      return TRUE;
    }
  gssize done = read_at (source->fd, at, to, size);
  if (done < 0)
    return fail (error, g_strerror (errno));
  return (gsize) done == size || fail (error, "it became shorter");
}

GBytes *
mft_byte_source_read_bytes (MftByteSource *source, goffset at, goffset size, gsize limit,
                            GError **error)
{
  if (size < 0 || (guint64) size > limit)
    {
      g_set_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT,
                   "%" G_GOFFSET_FORMAT " bytes at byte %" G_GOFFSET_FORMAT " are too many", size,
                   at);
      return NULL;
    }
  if (at < 0 || at > source->size || size > source->size - at)
    return fail (error, "it ends too early"), NULL;
  g_autofree guint8 *data = g_malloc ((gsize) size);
  if (!mft_byte_source_read (source, at, data, (gsize) size, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), (gsize) size);
}

goffset
mft_byte_source_find_last (MftByteSource *source, const char *text, goffset before,
                           goffset distance)
{
  goffset size = (goffset) strlen (text);
  goffset first = MAX (0, before - distance);

  for (goffset at = before - size; at >= first; at--)
    if (mft_byte_source_holds (source, at, text))
      return at;
  return -1;
}
