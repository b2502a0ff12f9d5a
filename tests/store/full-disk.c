/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "agreement/edit.h"

#include "store/register.h"

/* This program answers in libc's place: after so many bytes the disk is full. */
static gssize space = G_MAXSSIZE;

ssize_t
pwrite64 (int fd, const void *data, size_t size, off_t at)
{
  if ((gssize) size > space)
    {
      errno = ENOSPC;
      return -1;
    }
  space -= (gssize) size;
  return (ssize_t) syscall (SYS_pwrite64, fd, data, size, at);
}

static void
name_party (MftAgreement *agreement, int number)
{
  g_autofree char *name = g_strdup_printf ("Dinas %d", number);

  g_assert_true (mft_edit_field (agreement, "p1.nama", name, NULL));
}

/* Wherever it happens, it is told; what was saved before stays, and afterwards work goes on. */
static void
test_full_disk (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *id = mft_library_add (library, agreement, NULL);
  gint64 revision = MFT_LIBRARY_FIRST_REVISION;
  int saved = -1;

  for (int i = 0; i < 60; i++)
    {
      g_autoptr (GError) error = NULL;
      name_party (agreement, i);
      space = i * 1009;
      if (mft_library_save (library, id, agreement, &revision, &error))
        saved = i;
      else
        g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_FULL);
    }
  g_assert_cmpint (saved, >, 0);
  name_party (agreement, 1000);
  space = 0;
  g_assert_false (mft_library_save (library, id, agreement, &revision, NULL));
  g_clear_pointer (&library, mft_library_close);

  space = G_MAXSSIZE;
  g_autoptr (GError) error = NULL;
  library = mft_library_open (folder, &error);
  g_assert_no_error (error);
  g_autoptr (MftAgreement) loaded = mft_library_load (library, id, &revision, &error);
  g_assert_no_error (error);
  g_autofree char *name = g_strdup_printf ("Dinas %d", saved);
  g_assert_cmpstr (mft_agreement_get_value (loaded, "p1.nama"), ==, name);
  g_assert_true (mft_library_save (library, id, agreement, &revision, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/store/full-disk", test_full_disk);
  return g_test_run ();
}
