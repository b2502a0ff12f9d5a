/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "report/sentences.h"
#include "verify/verify.h"

/* Whole files as anybody may send them; whatever they are, the report can be said. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftVerifyReport) report = mft_verify (source, NULL, NULL, NULL);

  g_assert_nonnull (report);
  g_autofree char *text = mft_sentences_report ("fuzz.pdf", report);
  g_assert (g_utf8_validate (text, -1, NULL));
  return 0;
}
