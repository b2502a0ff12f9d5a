/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/new-agreement.h"

#include "template/instantiate.h"
#include "template/own-templates.h"

MftAgreement *
mft_new_agreement (const char *id, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", 2);
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  MftTemplateRequest request
      = { .template = mft_template_get (parts[0]), .choices = choices, .incomplete = TRUE };

  if (request.template == NULL)
    return mft_own_templates_instantiate (id, NULL, TRUE, error);
  if (parts[1] != NULL)
    g_hash_table_insert (choices, (char *) "paket", parts[1]);
  return mft_template_instantiate (&request, error);
}
