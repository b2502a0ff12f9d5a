/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-order.h"

/* The strings of a request. */
#define N_STRINGS 11

static void
list_strings (MftSigningRequest *request, const char **strings[N_STRINGS])
{
  const char **all[N_STRINGS]
      = { &request->input,  &request->seen,     &request->output, &request->field,
          &request->qr,     &request->office,   &request->name,   &request->rank,
          &request->reason, &request->location, &request->told_by };

  memcpy (strings, all, sizeof all);
}

MftSigningOrder *
mft_signing_order_new (const MftSigningRequest *request, const MftSigner *signer,
                       MftSignerSecrets *secrets, MftCompletionKit *kit)
{
  MftSigningOrder *order = g_new (MftSigningOrder, 1);
  const char **strings[N_STRINGS];

  *order = (MftSigningOrder){ *request, mft_signer_copy (signer), *secrets, kit };
  *secrets = (MftSignerSecrets){ 0 };
  list_strings (&order->request, strings);
  for (guint i = 0; i < N_STRINGS; i++)
    *strings[i] = g_strdup (*strings[i]);
  return order;
}

void
mft_signing_order_free (MftSigningOrder *order)
{
  const char **strings[N_STRINGS];

  list_strings (&order->request, strings);
  for (guint i = 0; i < N_STRINGS; i++)
    g_free ((char *) *strings[i]);
  mft_signer_free (order->signer);
  mft_signer_secrets_clear (&order->secrets);
  g_clear_pointer (&order->kit, mft_completion_kit_free);
  g_free (order);
}

gboolean
mft_signing_order_open (MftSigningOrder *order, MftSigningRequest *request, MftOpenSigner *open,
                        GError **error)
{
  *request = order->request;
  if (!mft_signer_open (order->signer, &order->secrets, request, open, error))
    return FALSE;
  if (order->kit != NULL && request->key != NULL)
    request->completion
        = mft_completion_kit_get (order->kit, mft_key_get_certificate (request->key));
  return TRUE;
}
