/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "template/instantiate.h"
#include "template/parser.h"

/* A template of someone else's over our clauses: read, put together, left empty. */
static void
put_together (MftUnit *unit)
{
  g_autoptr (MftTemplate) template
      = mft_template_new (mft_clause_library_get_default (), unit, NULL);

  if (template == NULL)
    return;
  const MftTemplateRequest request = { .template = template, .incomplete = TRUE };
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) units = mft_template_parse ("fuzz", bytes, NULL);

  for (guint i = 0; units != NULL && i < units->len; i++)
    put_together (g_ptr_array_index (units, i));
  return 0;
}
