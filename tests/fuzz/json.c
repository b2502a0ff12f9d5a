/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "container/json.h"
#include "template/values.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (JsonObject) object = mft_json_parse_object (bytes, "fuzz.json", NULL);
  g_autoptr (MftValues) values = mft_values_new ();

  if (object != NULL)
    mft_values_load (values, object, NULL);
  return 0;
}
