/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pki/certificate.h"
#include "pki/key-p12.h"
#include "pki/timestamp.h"

/* Certificates, signatures, timestamps and key files, whatever the bytes are. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (MftSecret) passphrase = mft_secret_new ("sandi", 5);
  g_autoptr (GPtrArray) certificates = mft_certificate_list_new_from_bytes (data, size, NULL);
  g_autoptr (MftCertificate) certificate = mft_certificate_new_from_der (data, size, NULL);
  g_autoptr (MftCms) cms = mft_cms_read (data, size, MFT_CMS_DETACHED, NULL);
  g_autoptr (MftTimestamp) timestamp = mft_timestamp_read (data, size, NULL);
  g_autoptr (MftKey) key = mft_key_p12_new_from_bytes (data, size, passphrase, NULL);

  return 0;
}
