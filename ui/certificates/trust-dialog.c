/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/trust-dialog.h"

#include <glib/gi18n.h>

#include "store/certificate-store.h"
#include "ui/certificates/validity.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/file-dialog.h"

static void
give_up (GTask *task)
{
  g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  MftCertificate *certificate = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!mft_confirm_finish (result))
    {
      give_up (task);
      return;
    }
  if (!mft_certificate_store_trust (certificate, &error))
    {
      mft_tell_error (GTK_WIDGET (source), _ ("The authority was not added"), error);
      give_up (task);
      return;
    }
  g_task_return_pointer (task, mft_certificate_ref (certificate),
                         (GDestroyNotify) mft_certificate_unref);
  g_object_unref (task);
}

/* Takes `certificate` over. */
static void
confirm (GTask *task, MftCertificate *certificate)
{
  g_autofree char *fingerprint = mft_fingerprint_words (mft_certificate_sha256 (certificate));
  g_autofree char *until = mft_day_words (mft_certificate_not_after (certificate));
  /* Translators: %s is the name of a certification authority. */
  g_autofree char *heading
      = g_strdup_printf (_ ("Trust “%s”?"), mft_certificate_common_name (certificate));
  /* Translators: 1 subject, 2 a date, 3 the fingerprint. */
  g_autofree char *body = g_strdup_printf (
      _ ("%s\nValid until %s.\n\nFingerprint (SHA-256):\n%s\n\nCompare it with what the authority "
         "itself publishes. Everything that it certifies will count as trusted on this computer."),
      mft_certificate_subject (certificate), until, fingerprint);

  g_task_set_task_data (task, certificate, (GDestroyNotify) mft_certificate_unref);
  mft_confirm_async (g_task_get_source_object (task), heading, body, _ ("_Trust"), confirmed_cb,
                     task);
}

/* A root where the file has one, else the first authority in it; NULL. Owned by the caller. */
static MftCertificate *
find_authority (GPtrArray *certificates)
{
  MftCertificate *found = NULL;

  for (guint i = 0; i < certificates->len; i++)
    {
      MftCertificate *one = g_ptr_array_index (certificates, i);
      if (mft_certificate_is_ca (one)
          && (found == NULL
              || (mft_certificate_is_self_issued (one) && !mft_certificate_is_self_issued (found))))
        found = one;
    }
  return found != NULL ? mft_certificate_ref (found) : NULL;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list
      = path != NULL ? mft_certificate_list_new_from_file (path, &error) : NULL;
  MftCertificate *authority = list != NULL ? find_authority (list) : NULL;

  if (authority != NULL)
    {
      confirm (task, authority);
      return;
    }
  if (error != NULL)
    mft_tell_error (GTK_WIDGET (source), _ ("The file cannot be used"), error);
  else if (list != NULL)
    mft_tell (GTK_WIDGET (source), _ ("The file cannot be used"),
              _ ("It holds no certificate of an authority, only of persons or machines."));
  give_up (task);
}

void
mft_trust_dialog_async (GtkWindow *parent, MftCertificate *certificate,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  if (certificate != NULL)
    confirm (task, mft_certificate_ref (certificate));
  else
    mft_file_dialog_open_async (parent, _ ("Trust an authority"), MFT_FILE_CERTIFICATE, chosen_cb,
                                task);
}

MftCertificate *
mft_trust_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
