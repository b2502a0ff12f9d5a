/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "container/xml.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) document = mft_xml_parse (bytes, "fuzz.xml", NULL, &error);

  g_assert ((document != NULL) == (error == NULL));
  g_assert (document == NULL || document->intSubset == NULL);
  return 0;
}
