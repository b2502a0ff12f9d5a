/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/import.h"

#include <glib/gi18n.h>

#include "base/job.h"
#include "base/safe-file.h"
#include "pki/error.h"
#include "ui/certificates/passphrase-dialog.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"

#define FILE_MOST (4 << 20)
#define FILES_MOST 100

typedef struct
{
  GPtrArray *bytes; /* GBytes, of every file */
  char *name;       /* of the first */
  gboolean asked;   /* for a passphrase, at least once */
} Files;

typedef struct
{
  GPtrArray *bytes;
  MftSecret *passphrase; /* NULL: try without */
} Work;

static void
files_free (Files *files)
{
  g_ptr_array_unref (files->bytes);
  g_free (files->name);
  g_free (files);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->bytes);
  g_clear_pointer (&work->passphrase, mft_secret_unref);
  g_free (work);
}

static gpointer
import_func (MftJob *job, gpointer data, GError **error)
{
  const Work *work = data;

  (void) job;
  return mft_certificate_store_take (work->bytes, work->passphrase, error);
}

static void
give_up (GTask *task)
{
  g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

static void ask (GTask *task);

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr (GError) error = NULL;
  MftCertificateImport *import = mft_job_run_finish (result, &error);

  if (g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE))
    {
      ask (task);
      return;
    }
  if (import == NULL)
    mft_tell_error (GTK_WIDGET (source), _ ("The certificate was not imported"), error);
  g_task_return_pointer (task, import, (GDestroyNotify) mft_certificate_import_free);
  g_object_unref (task);
}

static void
take (GTask *task, MftSecret *passphrase)
{
  const Files *files = g_task_get_task_data (task);
  g_autoptr (MftJob) job = mft_job_new (NULL);
  Work *work = g_new (Work, 1);

  *work = (Work){ .bytes = g_ptr_array_ref (files->bytes), .passphrase = passphrase };
  mft_job_run_async (job, g_task_get_source_object (task), import_func, work, work_free,
                     (GDestroyNotify) mft_certificate_import_free, imported_cb, task);
}

static void
passphrase_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  MftSecret *passphrase = mft_passphrase_dialog_ask_finish (result);

  (void) source;
  if (passphrase != NULL)
    take (task, passphrase);
  else
    give_up (task);
}

static void
ask (GTask *task)
{
  Files *files = g_task_get_task_data (task);
  gboolean again = files->asked;
  /* Translators: %s is a file's name. */
  g_autofree char *body = g_strdup_printf (
      again ? _ ("The passphrase does not open “%s”. Try again.")
            : _ ("The passphrase of “%s” is needed once, to read whose certificate it is. For a "
                 "certificate that you requested here it is the passphrase of the request. It is "
                 "not stored."),
      files->name);

  files->asked = TRUE;
  mft_passphrase_dialog_ask_async (g_task_get_source_object (task),
                                   again ? _ ("Wrong passphrase") : _ ("Import certificate"), body,
                                   _ ("_Import"), passphrase_cb, task);
}

static gboolean
read_file (Files *files, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  GBytes *bytes = path != NULL ? mft_file_read (path, FILE_MOST, error) : NULL;

  if (bytes == NULL)
    return FALSE;
  g_ptr_array_add (files->bytes, bytes);
  if (files->name == NULL)
    files->name = g_file_get_basename (file);
  return TRUE;
}

/* Certificates alone need no passphrase; whether there is a key only the files know. */
static void
read_files (GTask *task, GListModel *list)
{
  Files *files = g_new0 (Files, 1);
  g_autoptr (GError) error = NULL;
  guint count = MIN (g_list_model_get_n_items (list), FILES_MOST);

  files->bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_task_set_task_data (task, files, (GDestroyNotify) files_free);
  for (guint i = 0; i < count && error == NULL; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (list, i);
      read_file (files, file, &error);
    }
  if (error != NULL)
    mft_tell_error (g_task_get_source_object (task), _ ("The certificate was not imported"), error);
  if (error != NULL || files->bytes->len == 0)
    give_up (task);
  else
    take (task, NULL);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  g_autoptr (GListModel) files = mft_file_dialog_finish_several (result);

  (void) source;
  read_files (task, files);
}

void
mft_import_certificates_async (GtkWindow *parent, GListModel *files, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  if (files != NULL)
    read_files (task, files);
  else
    mft_file_dialog_open_several_async (parent, _ ("Import certificate"),
                                        MFT_FILE_IDENTITY | MFT_FILE_CERTIFICATE, chosen_cb, task);
}

MftCertificateImport *
mft_import_certificates_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
