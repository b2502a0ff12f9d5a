/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <openssl/crypto.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file-error.h"

#define HEAP_SIZE (256 * 1024)
#define LINE_MAX_SIZE 1024

struct MftSecret
{
  gatomicrefcount references;
  gsize size;
  char bytes[];
};

/* OpenSSL leaves what it works with in memory that it gives back, so the passphrase as PKCS #12 takes it
 * (RFC 7292, B.2): whatever it gives back is wiped first. */
static void *
ossl_allocate (gsize size, const char *file, int line)
{
  (void) file;
  (void) line;
  return size > 0 ? malloc (size) : NULL;
}

static void
ossl_free (void *memory, const char *file, int line)
{
  (void) file;
  (void) line;
  if (memory != NULL)
    mft_wipe (memory, malloc_usable_size (memory));
  free (memory);
}

static void *
ossl_reallocate (void *memory, gsize size, const char *file, int line)
{
  void *moved = ossl_allocate (size, file, line);

  if (memory == NULL || (moved == NULL && size > 0))
    return moved;
  if (moved != NULL)
    memcpy (moved, memory, MIN (size, malloc_usable_size (memory)));
  ossl_free (memory, file, line);
  return moved;
}

void
mft_secret_init (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;
  const struct rlimit none = { 0, 0 };
  setrlimit (RLIMIT_CORE, &none);
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (CRYPTO_set_mem_functions (ossl_allocate, ossl_reallocate, ossl_free) != 1)
    g_message ("memory that held secrets may not be wiped: OpenSSL is at work already");
  if (CRYPTO_secure_malloc_init (HEAP_SIZE, 32) != 1)
    g_message ("the memory for secrets is not locked: it may reach the swap space");
  g_once_init_leave (&once, 1);
}

MftSecret *
mft_secret_new (const char *bytes, gsize size)
{
  MftSecret *secret = OPENSSL_secure_zalloc (sizeof (MftSecret) + size + 1);

  if (secret == NULL)
    g_error ("no secure memory left");
  g_atomic_ref_count_init (&secret->references);
  secret->size = size;
  if (size > 0)
    memcpy (secret->bytes, bytes, size);
  return secret;
}

static MftSecret *
read_line (int fd, const char *path, GError **error)
{
  char line[LINE_MAX_SIZE + 1];
  gsize size = 0;
  MftSecret *secret = NULL;
  int failed = 0;

  /* A byte at a time, so that nothing beyond the first line is taken from a pipe. */
  while (size < sizeof line)
    {
      ssize_t got = read (fd, line + size, 1);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        failed = errno;
      if (got <= 0 || line[size] == '\n')
        break;
      size++;
    }
  if (size > 0 && size < sizeof line && line[size - 1] == '\r')
    size--;
  if (failed != 0)
    mft_file_fail (error, failed, "cannot read", path);
  else if (size == 0 || size > LINE_MAX_SIZE)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "no passphrase in '%s'", path);
  else
    secret = mft_secret_new (line, size);
  mft_wipe (line, sizeof line);
  return secret;
}

MftSecret *
mft_secret_new_from_file (const char *path, GError **error)
{
  gboolean standard_input = g_str_equal (path, "-");
  int fd = standard_input ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    {
      mft_file_fail (error, errno, "cannot open", path);
      return NULL;
    }
  MftSecret *secret = read_line (fd, path, error);
  if (!standard_input)
    close (fd);
  return secret;
}

MftSecret *
mft_secret_ref (MftSecret *secret)
{
  g_atomic_ref_count_inc (&secret->references);
  return secret;
}

void
mft_secret_unref (MftSecret *secret)
{
  if (secret != NULL && g_atomic_ref_count_dec (&secret->references))
    OPENSSL_secure_clear_free (secret, sizeof (MftSecret) + secret->size + 1);
}

const char *
mft_secret_peek (const MftSecret *secret)
{
  return secret->bytes;
}

gsize
mft_secret_size (const MftSecret *secret)
{
  return secret->size;
}

void
mft_wipe (gpointer bytes, gsize size)
{
  OPENSSL_cleanse (bytes, size);
}
