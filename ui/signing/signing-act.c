/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-act.h"

#include "pki/key-p12.h"
#include "store/certificate-folder.h"
#include "verify/verify.h"

/* What the worker needs, all its own. */
typedef struct
{
  MftSigningRequest request; /* its strings are owned */
  MftIdentity *identity;
  MftSecret *passphrase;
  MftCompletionKit *kit; /* NULL: no timestamp */
} Act;

static Act *
act_new (const MftSigningRequest *request, const MftIdentity *identity, MftSecret *passphrase,
         MftCompletionKit *kit)
{
  Act *act = g_new (Act, 1);

  *act = (Act){ *request, mft_identity_copy (identity), passphrase, kit };
  act->request.input = g_strdup (request->input);
  act->request.output = g_strdup (request->output);
  act->request.field = g_strdup (request->field);
  act->request.qr = g_strdup (request->qr);
  act->request.office = g_strdup (request->office);
  act->request.name = g_strdup (request->name);
  act->request.rank = g_strdup (request->rank);
  act->request.reason = g_strdup (request->reason);
  act->request.location = g_strdup (request->location);
  act->request.told_by = g_strdup (request->told_by);
  return act;
}

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free ((char *) act->request.input);
  g_free ((char *) act->request.output);
  g_free ((char *) act->request.field);
  g_free ((char *) act->request.qr);
  g_free ((char *) act->request.office);
  g_free ((char *) act->request.name);
  g_free ((char *) act->request.rank);
  g_free ((char *) act->request.reason);
  g_free ((char *) act->request.location);
  g_free ((char *) act->request.told_by);
  mft_identity_free (act->identity);
  mft_secret_unref (act->passphrase);
  g_clear_pointer (&act->kit, mft_completion_kit_free);
  g_free (act);
}

void
mft_signed_free (MftSigned *done)
{
  g_clear_pointer (&done->result, mft_signing_result_free);
  g_clear_pointer (&done->trusted, mft_verify_report_free);
  g_free (done);
}

/* NULL: written down. */
static MftKey *
open_key (const Act *act, GError **error)
{
  GError *closed = NULL;
  MftKey *key = mft_key_p12_new_from_file (act->identity->path, act->passphrase, &closed);

  if (key == NULL)
    {
      mft_act_note_failure (act->request.input, act->request.field, act->request.basis,
                            mft_certificate_common_name (act->identity->certificate), closed);
      g_propagate_error (error, closed);
    }
  return key;
}

static gpointer
sign_func (MftJob *job, gpointer data, GError **error)
{
  const Act *act = data;
  MftSigningRequest request = act->request;
  g_autoptr (MftKey) key = open_key (act, error);

  if (key == NULL)
    return NULL;
  request.key = key;
  if (act->kit != NULL)
    request.completion = mft_completion_kit_get (act->kit, act->identity->certificate);
  g_autoptr (MftSigningResult) result = mft_act_sign (&request, job, error);
  if (result == NULL)
    return NULL;
  /* The document has its name by now: nothing below may fail the act. */
  g_autoptr (MftAnchors) anchors = mft_certificate_folder_anchors (NULL);
  const MftVerifyOptions options = { .anchors = anchors };
  MftSigned *done = g_new0 (MftSigned, 1);
  done->trusted = mft_verify_file (result->output, &options, NULL, NULL);
  if (done->trusted == NULL)
    done->trusted = g_steal_pointer (&result->report);
  done->result = g_steal_pointer (&result);
  return done;
}

void
mft_signing_act_async (const MftSigningRequest *request, const MftIdentity *identity,
                       MftSecret *passphrase, MftCompletionKit *kit, MftJob *job, gpointer source,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  mft_job_run_async (job, source, sign_func, act_new (request, identity, passphrase, kit), act_free,
                     (GDestroyNotify) mft_signed_free, callback, user_data);
}

MftSigned *
mft_signing_act_finish (GAsyncResult *result, GError **error)
{
  g_task_set_check_cancellable (G_TASK (result), FALSE);
  return mft_job_run_finish (result, error);
}
