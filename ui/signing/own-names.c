/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/own-names.h"

#include "store/certificate-store.h"
#include "ui/wrap/settings.h"

char **
mft_own_names (void)
{
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (NULL, NULL);
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

char **
mft_signer_names (const MftSigner *signer)
{
  const char *organization = signer != NULL && signer->certificate != NULL
                                 ? mft_certificate_organization (signer->certificate)
                                 : NULL;
  const char *const names[] = { signer != NULL ? signer->name : NULL, organization, NULL };

  return g_strdupv ((char **) names);
}

char **
mft_own_lines (void)
{
  static const char *const keys[] = { "name", "office" };
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autoptr (GVariant) stamp = g_settings_get_value (settings, "stamp-lines");
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (NULL, NULL);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *esign = g_settings_get_string (settings, "esign-name");
  const char *words;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_variant_lookup (stamp, keys[i], "&s", &words))
      g_strv_builder_add (lines, words);
  for (guint i = 0; identities != NULL && i < identities->len; i++)
    g_strv_builder_add (
        lines, mft_certificate_common_name (
                   ((const MftIdentity *) g_ptr_array_index (identities, i))->certificate));
  g_strv_builder_add (lines, esign);
  return g_strv_builder_end (lines);
}
