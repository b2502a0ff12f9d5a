/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"
#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/safe-file.h"

/* Sticks come with FAT or exFAT, which have no files without a name and no second names; other file
 * systems cannot rename without replacing. This program answers as they do, in libc's place. */
static gboolean has_links;

static int
open_named (const char *path, int flags, ...)
{
  va_list arguments;

  if ((flags & O_TMPFILE) == O_TMPFILE)
    {
      errno = EOPNOTSUPP;
      return -1;
    }
  va_start (arguments, flags);
  int mode = (flags & O_CREAT) != 0 ? va_arg (arguments, int) : 0;
  va_end (arguments);
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

int mft_test_open (const char *path, int flags, ...) __asm__("open")
    __attribute__ ((alias ("open_named")));
int mft_test_open64 (const char *path, int flags, ...) __asm__("open64")
    __attribute__ ((alias ("open_named")));

int
link (const char *from, const char *to)
{
  if (has_links)
    return (int) syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
  errno = EPERM;
  return -1;
}

int
renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned int flags)
{
  if (!has_links)
    return (int) syscall (SYS_renameat2, from_fd, from, to_fd, to, flags);
  errno = EINVAL;
  return -1;
}

static void
assert_content (const char *path, const char *content)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, 100, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content,
                   strlen (content));
}

static void
test_saves (gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "naskah.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) exists = NULL;

  has_links = data != NULL;
  mft_safe_file_save (path, "lama", 4, FALSE, &error);
  g_assert_no_error (error);
  assert_content (path, "lama");
  g_assert_cmpuint (mft_test_count_files (folder), ==, 1);
  g_assert_false (mft_safe_file_save (path, "baru", 4, FALSE, &exists));
  g_assert_error (exists, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_content (path, "lama");
  g_assert_cmpuint (mft_test_count_files (folder), ==, 1);
  mft_safe_file_save (path, "baru", 4, TRUE, &error);
  g_assert_no_error (error);
  assert_content (path, "baru");
  g_assert_cmpuint (mft_test_count_files (folder), ==, 1);
}

static void
test_dropped_leaves_nothing (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "naskah.pdf", NULL);
  MftSafeFile *file = mft_safe_file_new (path, NULL);

  g_assert_true (mft_safe_file_write (file, "x", 1, NULL));
  g_assert_cmpuint (mft_test_count_files (folder), ==, 1); /* under its hidden name */
  mft_safe_file_free (file);
  g_assert_cmpuint (mft_test_count_files (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_data_func ("/base/stick/without-links", NULL, test_saves);
  g_test_add_data_func ("/base/stick/with-links", "", test_saves);
  g_test_add_func ("/base/stick/dropped", test_dropped_leaves_nothing);
  return g_test_run ();
}
