/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/sample.h"

#include "base/content.h"
#include "container/json.h"

MftValues *
mft_sample_values (const char *template_id)
{
  g_autofree char *name = g_strdup_printf ("samples/%s.json", template_id);
  g_autoptr (GBytes) bytes = mft_content_read (name);
  g_autoptr (MftValues) values = mft_values_new ();
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return NULL;
  g_autoptr (JsonObject) object = mft_json_parse_object (bytes, name, &error);
  /* Compiled in: a fault in it is ours, and the tests find it. */
  if (object == NULL || !mft_values_load (values, object, &error))
    g_error ("%s", error->message);
  return g_steal_pointer (&values);
}

MftAgreement *
mft_sample_agreement (const char *template_id)
{
  g_autoptr (MftValues) values = mft_sample_values (template_id);
  const MftTemplateRequest request
      = { .template = mft_template_get (template_id), .values = values };
  g_autoptr (GError) error = NULL;

  if (values == NULL || request.template == NULL)
    return NULL;
  MftAgreement *agreement = mft_template_instantiate (&request, &error);
  if (agreement == NULL)
    g_error ("%s", error->message);
  return agreement;
}
