/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/export.h"

#include <glib/gi18n.h>

#include "base/job.h"
#include "store/certificate-import.h"
#include "ui/certificates/passphrase-dialog.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/save-bytes.h"

typedef struct
{
  MftIdentity *identity;
  MftSecret *passphrase;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  mft_identity_free (work->identity);
  g_clear_pointer (&work->passphrase, mft_secret_unref);
  g_free (work);
}

static gpointer
export_func (MftJob *job, gpointer data, GError **error)
{
  const Work *work = data;

  (void) job;
  return mft_certificate_store_export (work->identity, work->passphrase, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *name = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_job_run_finish (result, &error);
  const MftSaveWords words
      = { _ ("Export certificate"), name,
          _ ("The certificate with its key is exported. Keep the file as carefully as the "
             "passphrase."),
          _ ("The certificate was not exported") };

  if (bytes == NULL)
    mft_tell_error (GTK_WIDGET (source), words.failed, error);
  else
    mft_save_bytes (GTK_WIDGET (source), bytes, MFT_FILE_IDENTITY, &words);
}

static void
passphrase_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  g_autoptr (MftJob) job = mft_job_new (NULL);
  const char *name = mft_certificate_common_name (work->identity->certificate);

  work->passphrase = mft_passphrase_dialog_ask_finish (result);
  if (work->passphrase == NULL)
    {
      work_free (work);
      return;
    }
  mft_job_run_async (job, source, export_func, work, work_free, (GDestroyNotify) g_bytes_unref,
                     exported_cb, g_strconcat (name, ".p12", NULL));
}

void
mft_export_identity (GtkWindow *parent, const MftIdentity *identity)
{
  Work *work = g_new0 (Work, 1);

  work->identity = mft_identity_copy (identity);
  mft_passphrase_dialog_ask_async (
      parent, _ ("Export certificate"),
      _ ("The file holds your private key, locked by the same passphrase. Whoever has both can "
         "sign in your name."),
      _ ("_Export"), passphrase_cb, work);
}
