/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/crypt-key.h"

#include <openssl/evp.h>

#define PASSWORD_MOST 127 /* bytes of UTF-8, ISO 32000-2, 7.6.4.3.3 */
#define ROUNDS_MOST 400

static const guint8 padding[32] = {
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
  0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
};

void
_mft_pdf_crypt_rc4 (const guint8 *key, gsize key_size, guint8 *data, gsize size)
{
  guint8 state[256], a = 0, b = 0;

  for (guint i = 0; i < 256; i++)
    state[i] = (guint8) i;
  for (guint i = 0; i < 256; i++)
    {
      guint8 held = state[i];
      b = (guint8) (b + held + key[i % key_size]);
      state[i] = state[b];
      state[b] = held;
    }
  b = 0;
  for (gsize i = 0; i < size; i++)
    {
      guint8 held = state[++a];
      b = (guint8) (b + held);
      state[a] = state[b];
      state[b] = held;
      data[i] ^= state[(guint8) (state[a] + state[b])];
    }
}

gboolean
_mft_pdf_crypt_aes (gboolean encrypt, const guint8 *key, gsize key_size, const guint8 *iv,
                    const guint8 *data, gsize size, guint8 *out)
{
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new ();
  const EVP_CIPHER *cipher = key_size == 32 ? EVP_aes_256_cbc () : EVP_aes_128_cbc ();
  int written = 0, more = 0;
  gboolean done = size <= G_MAXINT
                  && EVP_CipherInit_ex (context, cipher, NULL, key, iv, encrypt) == 1
                  && EVP_CIPHER_CTX_set_padding (context, 0) == 1
                  && EVP_CipherUpdate (context, out, &written, data, (int) size) == 1
                  && EVP_CipherFinal_ex (context, out + written, &more) == 1;

  EVP_CIPHER_CTX_free (context);
  return done;
}

static void
pad (const char *password, guint8 padded[32])
{
  gsize size = MIN (strlen (password), 32);

  memcpy (padded, password, size);
  memcpy (padded + size, padding, 32 - size);
}

static void
md5 (guint8 digest[16], const guint8 *data, gsize size)
{
  EVP_Digest (data, size, digest, NULL, EVP_md5 (), NULL);
}

/* Algorithm 2. */
static void
legacy_key (const MftPdfLock *lock, const guint8 padded[32], guint8 key[MFT_PDF_KEY_MAX])
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  guint32 permissions = GUINT32_TO_LE (lock->permissions);
  guint8 digest[16];

  g_byte_array_append (text, padded, 32);
  g_byte_array_append (text, lock->owner, 32);
  g_byte_array_append (text, (const guint8 *) &permissions, 4);
  g_byte_array_append (text, lock->id, (guint) lock->id_size);
  if (lock->revision >= 4 && !lock->metadata_is_hidden)
    g_byte_array_append (text, (const guint8 *) "\xff\xff\xff\xff", 4);
  md5 (digest, text->data, text->len);
  for (guint i = 0; lock->revision >= 3 && i < 50; i++)
    md5 (digest, digest, lock->key_size);
  memcpy (key, digest, sizeof digest);
}

/* Algorithms 4 and 5: what /U must be. */
static gboolean
is_legacy_key (const MftPdfLock *lock, const guint8 *key)
{
  guint8 expected[32], turned[16];
  gsize size = lock->revision == 2 ? 32 : 16;

  if (lock->revision == 2)
    memcpy (expected, padding, 32);
  else
    {
      g_autoptr (GByteArray) text = g_byte_array_new ();
      g_byte_array_append (text, padding, 32);
      g_byte_array_append (text, lock->id, (guint) lock->id_size);
      md5 (expected, text->data, text->len);
    }
  for (guint round = 0; round < (lock->revision == 2 ? 1 : 20); round++)
    {
      for (gsize i = 0; i < lock->key_size; i++)
        turned[i] = key[i] ^ (guint8) round;
      _mft_pdf_crypt_rc4 (turned, lock->key_size, expected, size);
    }
  return memcmp (expected, lock->user, size) == 0;
}

/* Algorithm 7: the user's padded password out of /O. */
static void
open_owner (const MftPdfLock *lock, const guint8 padded[32], guint8 user[32])
{
  guint8 digest[16], turned[16];

  md5 (digest, padded, 32);
  for (guint i = 0; lock->revision >= 3 && i < 50; i++)
    md5 (digest, digest, sizeof digest);
  memcpy (user, lock->owner, 32);
  for (int round = lock->revision == 2 ? 0 : 19; round >= 0; round--)
    {
      for (gsize i = 0; i < lock->key_size; i++)
        turned[i] = digest[i] ^ (guint8) round;
      _mft_pdf_crypt_rc4 (turned, lock->key_size, user, 32);
    }
}

static gboolean
find_legacy_key (const MftPdfLock *lock, const char *password, guint8 key[MFT_PDF_KEY_MAX])
{
  guint8 padded[32], user[32];

  pad (password, padded);
  legacy_key (lock, padded, key);
  if (is_legacy_key (lock, key))
    return TRUE;
  open_owner (lock, padded, user);
  legacy_key (lock, user, key);
  return is_legacy_key (lock, key);
}

/* Algorithm 2.B. */
static gboolean
harden (guint8 hash[64], const char *password, const guint8 *more, gsize more_size)
{
  static const EVP_MD *(*const kinds[]) (void) = { EVP_sha256, EVP_sha384, EVP_sha512 };
  gsize password_size = strlen (password), hash_size = 32;
  gsize once = password_size + 64 + more_size;
  g_autofree guint8 *text = g_malloc (64 * once);
  g_autofree guint8 *hidden = g_malloc (64 * once);

  for (guint round = 0; round < ROUNDS_MOST; round++)
    {
      guint remainder = 0;
      once = password_size + hash_size + more_size;
      memcpy (text, password, password_size);
      memcpy (text + password_size, hash, hash_size);
      if (more_size > 0)
        memcpy (text + password_size + hash_size, more, more_size);
      for (guint i = 1; i < 64; i++)
        memcpy (text + i * once, text, once);
      if (!_mft_pdf_crypt_aes (TRUE, hash, 16, hash + 16, text, 64 * once, hidden))
        return FALSE;
      for (guint i = 0; i < 16; i++)
        remainder += hidden[i];
      EVP_Digest (hidden, 64 * once, hash, NULL, kinds[remainder % 3](), NULL);
      hash_size = 32 + 16 * (remainder % 3);
      if (round >= 63 && hidden[64 * once - 1] <= round - 31)
        return TRUE;
    }
  return FALSE;
}

static gboolean
hash_password (const MftPdfLock *lock, const char *password, const guint8 *salt, const guint8 *user,
               guint8 hash[64])
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  gsize user_size = user != NULL ? 48 : 0;

  g_byte_array_append (text, (const guint8 *) password, (guint) strlen (password));
  g_byte_array_append (text, salt, 8);
  g_byte_array_append (text, user, (guint) user_size);
  EVP_Digest (text->data, text->len, hash, NULL, EVP_sha256 (), NULL);
  return lock->revision == 5 || harden (hash, password, user, user_size);
}

/* Algorithm 2.A: validation salt, key salt, the key itself. */
static gboolean
find_modern_key (const MftPdfLock *lock, const char *password, guint8 key[MFT_PDF_KEY_MAX])
{
  const struct
  {
    const guint8 *check;
    const guint8 *key;
    const guint8 *user;
  } ways[] = { { lock->user, lock->user_key, NULL }, { lock->owner, lock->owner_key, lock->user } };
  const guint8 zeros[16] = { 0 };
  guint8 hash[64];

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (hash_password (lock, password, ways[i].check + 32, ways[i].user, hash)
        && memcmp (hash, ways[i].check, 32) == 0
        && hash_password (lock, password, ways[i].check + 40, ways[i].user, hash))
      return _mft_pdf_crypt_aes (FALSE, hash, 32, zeros, ways[i].key, 32, key);
  return FALSE;
}

gboolean
_mft_pdf_crypt_find_key (const MftPdfLock *lock, const char *password, guint8 key[MFT_PDF_KEY_MAX])
{
  if (strlen (password) > PASSWORD_MOST)
    return FALSE;
  return lock->revision < 5 ? find_legacy_key (lock, password, key)
                            : find_modern_key (lock, password, key);
}
