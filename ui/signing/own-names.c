/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/own-names.h"

#include "store/certificate-folder.h"

char **
mft_own_names (void)
{
  g_autoptr (GPtrArray) identities = mft_certificate_folder_identities (NULL, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; identities != NULL && i < identities->len; i++)
    {
      const MftIdentity *identity = g_ptr_array_index (identities, i);
      const char *organization = mft_certificate_organization (identity->certificate);
      g_strv_builder_add (names, mft_certificate_common_name (identity->certificate));
      if (organization != NULL)
        g_strv_builder_add (names, organization);
    }
  return g_strv_builder_end (names);
}
