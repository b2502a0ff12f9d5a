/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/credential.h"

#include <libsecret/secret.h>
#include <string.h>

static const SecretSchema schema = {
  .name = "id.mufakat.Mufakat.Esign",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = { { "url", SECRET_SCHEMA_ATTRIBUTE_STRING },
                  { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
                  { NULL, 0 } },
};

MftSecret *
mft_credential_find (const char *url, const char *user, GCancellable *cancellable, GError **error)
{
  char *found = secret_password_lookup_nonpageable_sync (&schema, cancellable, error, "url", url,
                                                         "user", user, NULL);
  MftSecret *password = found != NULL ? mft_secret_new (found, strlen (found)) : NULL;

  secret_password_free (found);
  return password;
}

gboolean
mft_credential_keep (const char *url, const char *user, MftSecret *password, GError **error)
{
  GError *failure = NULL;

  if (password == NULL)
    secret_password_clear_sync (&schema, NULL, &failure, "url", url, "user", user, NULL);
  else
    secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, "Mufakat (BSrE Esign)",
                                mft_secret_peek (password), NULL, &failure, "url", url, "user",
                                user, NULL);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
