/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "agreement/akn.h"
#include "check/check.h"
#include "exchange/text/text-writer.h"

/* What can be read is written canonically: read again, it gives the same bytes. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) mismatches = NULL;
  g_autoptr (MftAgreement) agreement = mft_akn_read (bytes, &mismatches, NULL);

  if (agreement == NULL)
    return 0;
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  g_autofree char *text = mft_text_export (agreement);
  g_autoptr (GBytes) first = mft_akn_write (agreement);
  g_autoptr (MftAgreement) again = mft_akn_read (first, NULL, NULL);
  g_assert_nonnull (again);
  g_autoptr (GBytes) second = mft_akn_write (again);
  g_assert_true (g_bytes_equal (first, second));
  return 0;
}
