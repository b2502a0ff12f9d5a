/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file-error.h"
#include "base/random.h"

#define WAITING_MOST (16u << 20)

struct MftSafeFile
{
  char *path;
  char *folder;
  char *hidden_path; /* NULL while the file has no name */
  int fd;
  gsize waiting; /* bytes written since the disk was last told to begin */
};

static char *
hidden_name (const char *folder)
{
  g_autofree char *id = mft_random_id ();
  g_autofree char *name = g_strconcat (".mufakat-", id, NULL);

  return g_build_filename (folder, name, NULL);
}

MftSafeFile *
mft_safe_file_new (const char *path, GError **error)
{
  g_autoptr (MftSafeFile) file = g_new0 (MftSafeFile, 1);

  file->path = g_strdup (path);
  file->folder = g_path_get_dirname (path);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      file->fd = -1;
      mft_file_fail (error, EISDIR, "cannot write", path);
      return NULL;
    }
  file->fd = open (file->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file->fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))
    {
      file->hidden_path = hidden_name (file->folder);
      file->fd = open (file->hidden_path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    }
  if (file->fd < 0)
    {
      g_clear_pointer (&file->hidden_path, g_free);
      mft_file_fail (error, errno, "cannot write", path);
      return NULL;
    }
  return g_steal_pointer (&file);
}

int
mft_safe_file_fd (MftSafeFile *file)
{
  return file->fd;
}

/* Large files go to the disk while they are still being made, so that syncing them in the end is short. */
static void
begin_writing_back (MftSafeFile *file, gsize size)
{
  file->waiting += size;
  if (file->waiting < WAITING_MOST)
    return;
  sync_file_range (file->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
  file->waiting = 0;
}

gboolean
mft_safe_file_write (MftSafeFile *file, gconstpointer data, gsize size, GError **error)
{
  const guint8 *bytes = data;

  while (size > 0)
    {
      ssize_t written = write (file->fd, bytes, size);
      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return mft_file_fail (error, written == 0 ? ENOSPC : errno, "cannot write", file->path);
      bytes += written;
      size -= (gsize) written;
      begin_writing_back (file, (gsize) written);
    }
  return TRUE;
}

/* Gives the nameless file `path`; fails with EEXIST if there is one. */
static gboolean
link_nameless (MftSafeFile *file, const char *path)
{
  char link_path[64];

  g_snprintf (link_path, sizeof link_path, "/proc/self/fd/%d", file->fd);
  return linkat (AT_FDCWD, link_path, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
}

/* FAT and exFAT know no link(), some other file systems no RENAME_NOREPLACE; both keep what is
 * there. Behind link() the hidden name is still there, and goes with the rest. */
static gboolean
give_new_name (MftSafeFile *file)
{
  if (renameat2 (AT_FDCWD, file->hidden_path, AT_FDCWD, file->path, RENAME_NOREPLACE) == 0)
    {
      g_clear_pointer (&file->hidden_path, g_free);
      return TRUE;
    }
  return (errno == EINVAL || errno == ENOSYS) && link (file->hidden_path, file->path) == 0;
}

static gboolean
give_name (MftSafeFile *file, gboolean replace)
{
  if (!replace)
    return file->hidden_path != NULL ? give_new_name (file) : link_nameless (file, file->path);
  if (file->hidden_path == NULL)
    {
      g_autofree char *hidden_path = hidden_name (file->folder);
      if (!link_nameless (file, hidden_path))
        return FALSE;
      file->hidden_path = g_steal_pointer (&hidden_path);
    }
  if (rename (file->hidden_path, file->path) != 0)
    return FALSE;
  g_clear_pointer (&file->hidden_path, g_free);
  return TRUE;
}

gboolean
mft_safe_file_commit (MftSafeFile *file, gboolean replace, GError **error)
{
  if (fsync (file->fd) != 0)
    return mft_file_fail (error, errno, "cannot write", file->path);
  if (!give_name (file, replace))
    return mft_file_fail (error, errno, "cannot write", file->path);

  int folder_fd = open (file->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_fd >= 0)
    {
      fsync (folder_fd);
      close (folder_fd);
    }
  return TRUE;
}

void
mft_safe_file_free (MftSafeFile *file)
{
  if (file->fd >= 0)
    close (file->fd);
  if (file->hidden_path != NULL)
    unlink (file->hidden_path);
  g_free (file->hidden_path);
  g_free (file->folder);
  g_free (file->path);
  g_free (file);
}

gboolean
mft_safe_file_save (const char *path, gconstpointer data, gsize size, gboolean replace,
                    GError **error)
{
  g_autoptr (MftSafeFile) file = mft_safe_file_new (path, error);

  return file != NULL && mft_safe_file_write (file, data, size, error)
         && mft_safe_file_commit (file, replace, error);
}

gboolean
mft_file_is_same (const char *path, const char *other_path)
{
  struct stat file, other;

  return stat (path, &file) == 0 && stat (other_path, &other) == 0 && file.st_dev == other.st_dev
         && file.st_ino == other.st_ino;
}

static gboolean
read_all (int fd, MftBuffer *buffer)
{
  guint8 piece[65536];

  for (;;)
    {
      ssize_t size = read (fd, piece, sizeof piece);
      if (size < 0 && errno == EINTR)
        continue;
      if (size <= 0)
        return size == 0;
      if (!mft_buffer_append (buffer, piece, (gsize) size))
        {
          errno = ENOSPC;
          return FALSE;
        }
    }
}

GBytes *
mft_file_read (const char *path, gsize limit, GError **error)
{
  g_auto (MftBuffer) buffer = { 0 };
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;

  mft_buffer_init (&buffer, limit);
  if (fd < 0 || fstat (fd, &status) != 0)
    {
      mft_file_fail (error, errno, "cannot read", path);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  gboolean done = !S_ISDIR (status.st_mode) && read_all (fd, &buffer);
  int saved_errno = S_ISDIR (status.st_mode) ? EISDIR : errno;
  close (fd);
  if (buffer.full)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOMEM,
                 "'%s' is larger than %" G_GSIZE_FORMAT " bytes", path, limit);
  else if (!done)
    mft_file_fail (error, saved_errno, "cannot read", path);
  return done ? mft_buffer_steal (&buffer) : NULL;
}
