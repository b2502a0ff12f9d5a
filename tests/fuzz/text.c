/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "agreement/akn.h"
#include "exchange/exchange.h"
#include "exchange/text/text-writer.h"

/* Any text becomes an agreement that can be saved and opened, and no word of it is lost. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "fuzz.txt", &report, NULL);

  if (agreement == NULL)
    return 0;
  g_autofree char *text = mft_text_export (agreement);
  g_autoptr (GBytes) saved = mft_akn_write (agreement);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) opened = mft_akn_read (saved, NULL, &error);
  g_assert_no_error (error);
  return 0;
}
