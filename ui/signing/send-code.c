/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/send-code.h"

#include <glib/gi18n.h>

#include "net/http.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

typedef struct
{
  MftSigner *signer;
  MftSignerSecrets secrets;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  mft_signer_free (wish->signer);
  mft_signer_secrets_clear (&wish->secrets);
  g_free (wish);
}

static gpointer
send_func (MftJob *job, gpointer data, GError **error)
{
  const Wish *wish = data;
  const MftEsignService service = { .url = wish->signer->address,
                                    .version = wish->signer->version,
                                    .user = wish->signer->user,
                                    .password = wish->secrets.password };

  mft_net_allow (TRUE);
  return mft_esign_send_totp (&service, wish->secrets.nik, job, error) ? GINT_TO_POINTER (TRUE)
                                                                       : NULL;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean sent = mft_job_run_finish (result, &error) != NULL;

  (void) data;
  if (gtk_widget_get_root (GTK_WIDGET (source)) == NULL)
    return;
  if (sent)
    mft_toast (GTK_WIDGET (source), _ ("BSrE has sent a code to your e-mail address."));
  else
    mft_tell_error (GTK_WIDGET (source), _ ("No code was sent"), error);
}

void
mft_send_code (GtkWidget *widget, const MftSigner *signer, MftSignerSecrets *secrets)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ mft_signer_copy (signer), *secrets };
  *secrets = (MftSignerSecrets){ 0 };
  mft_job_run_async (job, widget, send_func, wish, wish_free, NULL, sent_cb, NULL);
}
