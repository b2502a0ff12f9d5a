/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include <errno.h>
#include <sys/syscall.h>

#include "agreement/edit.h"
#include "base/data-folder.h"

#include "store/certificate-store.h"
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

/* The same for keys and certificates. */
static void
test_full_disk_of_certificates (void)
{
  g_autofree char *folder = mft_test_folder ();
  guint kept = 0, refused = 0;

  mft_data_folder_set (folder);
  for (gssize i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);
      space = i * 4099;
      gboolean done = mft_certificate_store_trust (mft_practice_ca_certificate (ca), &error);
      space = G_MAXSSIZE;
      if (!done)
        g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_FULL);
      refused += !done;
      kept += done;
      g_autoptr (GPtrArray) trusted = mft_certificate_store_trusted (NULL, NULL);
      g_assert_cmpuint (trusted->len, ==, kept);
    }
  g_assert_cmpuint (kept, >, 0);
  g_assert_cmpuint (refused, >, 0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/store/full-disk", test_full_disk);
  g_test_add_func ("/store/full-disk/certificates", test_full_disk_of_certificates);
  return g_test_run ();
}
