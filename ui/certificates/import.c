/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/import.h"

#include <glib/gi18n.h>

#include "base/job.h"
#include "base/safe-file.h"
#include "pki/error.h"
#include "store/certificate-folder.h"
#include "ui/certificates/passphrase-dialog.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"

#define P12_MOST (4 << 20)

typedef struct
{
  GBytes *p12;
  char *name;
} File;

typedef struct
{
  GBytes *p12;
  MftSecret *passphrase;
} Work;

static void
file_free (File *file)
{
  g_clear_pointer (&file->p12, g_bytes_unref);
  g_free (file->name);
  g_free (file);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_bytes_unref (work->p12);
  mft_secret_unref (work->passphrase);
  g_free (work);
}

static gpointer
import_func (MftJob *job, gpointer data, GError **error)
{
  Work *work = data;

  (void) job;
  return mft_certificate_folder_import (work->p12, work->passphrase, error);
}

static void
give_up (GTask *task)
{
  g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

static void ask (GTask *task, gboolean again);

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr (GError) error = NULL;
  MftIdentity *identity = mft_job_run_finish (result, &error);

  if (g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE))
    {
      ask (task, TRUE);
      return;
    }
  if (identity == NULL)
    mft_tell_error (GTK_WIDGET (source), _ ("The certificate was not imported"), error);
  g_task_return_pointer (task, identity, (GDestroyNotify) mft_identity_free);
  g_object_unref (task);
}

static void
passphrase_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  File *file = g_task_get_task_data (task);
  g_autoptr (MftJob) job = mft_job_new (NULL);
  MftSecret *passphrase = mft_passphrase_dialog_ask_finish (result);
  Work *work;

  if (passphrase == NULL)
    {
      give_up (task);
      return;
    }
  work = g_new (Work, 1);
  *work = (Work){ .p12 = g_bytes_ref (file->p12), .passphrase = passphrase };
  mft_job_run_async (job, source, import_func, work, work_free, (GDestroyNotify) mft_identity_free,
                     imported_cb, task);
}

static void
ask (GTask *task, gboolean again)
{
  File *file = g_task_get_task_data (task);
  /* Translators: %s is a file's name. */
  g_autofree char *body = g_strdup_printf (
      again ? _ ("The passphrase does not open “%s”. Try again.")
            : _ ("The passphrase of “%s” is needed once, to read whose certificate it is. It is "
                 "not stored."),
      file->name);

  mft_passphrase_dialog_ask_async (g_task_get_source_object (task),
                                   again ? _ ("Wrong passphrase") : _ ("Import certificate"), body,
                                   _ ("_Import"), passphrase_cb, task);
}

static void
read_file (GTask *task, GFile *chosen)
{
  g_autofree char *path = g_file_get_path (chosen);
  g_autoptr (GError) error = NULL;
  File *file = g_new0 (File, 1);

  file->name = g_file_get_basename (chosen);
  g_task_set_task_data (task, file, (GDestroyNotify) file_free);
  file->p12 = path != NULL ? mft_file_read (path, P12_MOST, &error) : NULL;
  if (file->p12 != NULL)
    {
      ask (task, FALSE);
      return;
    }
  if (error != NULL)
    mft_tell_error (g_task_get_source_object (task), _ ("The certificate was not imported"), error);
  give_up (task);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  g_autoptr (GFile) file = mft_file_dialog_finish (result);

  (void) source;
  if (file != NULL)
    read_file (task, file);
  else
    give_up (task);
}

void
mft_import_identity_async (GtkWindow *parent, GFile *file, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  if (file != NULL)
    read_file (task, file);
  else
    mft_file_dialog_open_async (parent, _ ("Import certificate"), MFT_FILE_IDENTITY, chosen_cb,
                                task);
}

MftIdentity *
mft_import_identity_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
