/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/identity.h"

#include <glib/gi18n.h>

#include "command/subcommand.h"
#include "store/certificate-store.h"

#define DIGITS_LEAST 8

gboolean
mft_command_means_certificate (const char *word, const MftCertificate *certificate)
{
  g_autofree char *digits = g_ascii_strdown (word, -1);

  return g_str_equal (word, mft_certificate_common_name (certificate))
         || (strlen (digits) >= DIGITS_LEAST
             && g_str_has_prefix (mft_certificate_sha256 (certificate), digits));
}

MftExit
mft_command_find_identity (const char *word, MftIdentity **identity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (NULL, &error);
  const MftIdentity *found = NULL;

  if (identities == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  for (guint i = 0; i < identities->len; i++)
    {
      const MftIdentity *one = g_ptr_array_index (identities, i);
      if (!mft_command_means_certificate (word, one->certificate))
        continue;
      if (found != NULL)
        return mft_command_misuse (_ ("more than one certificate is “%s”: give its fingerprint"),
                                   word);
      found = one;
    }
  if (found == NULL)
    return mft_command_misuse (
        _ ("there is no certificate “%s” here: see “mufakat certificate list”"), word);
  *identity = mft_identity_copy (found);
  return MFT_EXIT_DONE;
}
