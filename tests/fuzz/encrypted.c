/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "verify/verify.h"

/* Encrypted files with their password: the keys, and every string and stream behind them. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftSecret) password = mft_secret_new ("sandi", 5);
  const MftVerifyOptions options = { .password = password };
  g_autoptr (MftVerifyReport) report = mft_verify (source, &options, NULL, NULL);

  g_assert_nonnull (report);
  return 0;
}
