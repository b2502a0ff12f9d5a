/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <unistd.h>

#include "base/file-error.h"

/* GLib's has nothing to set up. OpenSSL's is ten times as fast, once it has read its configuration and found
 * its providers: that takes as long as 200 KiB by GLib's. */
#define LITTLE (128 * 1024)

static void
digest_little (gconstpointer data, gsize size, guint8 digest[MFT_SHA256_SIZE])
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = MFT_SHA256_SIZE;

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  g_checksum_free (checksum);
}

void
mft_sha256 (gconstpointer data, gsize size, guint8 digest[MFT_SHA256_SIZE])
{
  if (size <= LITTLE)
    digest_little (data, size, digest);
  else if (EVP_Digest (data, size, digest, NULL, EVP_sha256 (), NULL) != 1)
    g_error ("no SHA-256");
}

char *
mft_hex (gconstpointer data, gsize size)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 *bytes = data;
  char *hex = g_malloc (size * 2 + 1);

  for (gsize i = 0; i < size; i++)
    {
      hex[2 * i] = digits[bytes[i] >> 4];
      hex[2 * i + 1] = digits[bytes[i] & 15];
    }
  hex[size * 2] = '\0';
  return hex;
}

char *
mft_sha256_hex (gconstpointer data, gsize size)
{
  guint8 digest[MFT_SHA256_SIZE];

  mft_sha256 (data, size, digest);
  return mft_hex (digest, sizeof digest);
}

static gboolean
digest_file (int fd, EVP_MD_CTX *context)
{
  g_autofree guint8 *piece = g_malloc (1 << 18);

  for (;;)
    {
      ssize_t size = read (fd, piece, 1 << 18);
      if (size < 0 && errno == EINTR)
        continue;
      if (size <= 0)
        return size == 0;
      EVP_DigestUpdate (context, piece, (gsize) size);
    }
}

char *
mft_sha256_hex_of_file (const char *path, GError **error)
{
  guint8 digest[MFT_SHA256_SIZE];
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gboolean done = fd >= 0 && EVP_DigestInit_ex (context, EVP_sha256 (), NULL) == 1
                  && digest_file (fd, context) && EVP_DigestFinal_ex (context, digest, NULL) == 1;
  int saved_errno = errno;

  EVP_MD_CTX_free (context);
  if (fd >= 0)
    close (fd);
  if (done)
    return mft_hex (digest, sizeof digest);
  mft_file_fail (error, saved_errno, "cannot read", path);
  return NULL;
}

gboolean
mft_bytes_equal (gconstpointer a, gsize a_size, gconstpointer b, gsize b_size)
{
  return a_size == b_size && (a_size == 0 || CRYPTO_memcmp (a, b, a_size) == 0);
}
