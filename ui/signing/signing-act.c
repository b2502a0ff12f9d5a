/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-act.h"

#include "store/certificate-store.h"
#include "verify/verify.h"

void
mft_signed_free (MftSigned *done)
{
  g_clear_pointer (&done->result, mft_signing_result_free);
  g_clear_pointer (&done->trusted, mft_verify_report_free);
  g_free (done);
}

static gpointer
sign_func (MftJob *job, gpointer order, GError **error)
{
  g_auto (MftOpenSigner) open = { 0 };
  MftSigningRequest request;

  if (!mft_signing_order_open (order, &request, &open, error))
    return NULL;
  g_autoptr (MftSigningResult) result = mft_act_sign (&request, job, error);
  if (result == NULL)
    return NULL;
  /* The document has its name by now: nothing below may fail the act. */
  g_autoptr (MftAnchors) anchors = mft_certificate_store_anchors (NULL);
  const MftVerifyOptions options = { .anchors = anchors };
  MftSigned *done = g_new0 (MftSigned, 1);
  done->trusted = mft_verify_file (result->output, &options, NULL, NULL);
  if (done->trusted == NULL)
    done->trusted = g_steal_pointer (&result->report);
  done->result = g_steal_pointer (&result);
  return done;
}

void
mft_signing_act_async (MftSigningOrder *order, MftJob *job, gpointer source,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  mft_job_run_async (job, source, sign_func, order, (GDestroyNotify) mft_signing_order_free,
                     (GDestroyNotify) mft_signed_free, callback, user_data);
}

MftSigned *
mft_signing_act_finish (GAsyncResult *result, GError **error)
{
  g_task_set_check_cancellable (G_TASK (result), FALSE);
  return mft_job_run_finish (result, error);
}
