/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/crypt.h"

#include <openssl/evp.h>

#include "base/secret.h"
#include "pdf/crypt-key.h"
#include "pdf/error.h"
#include "pdf/object-private.h"

#define BLOCK 16

typedef enum
{
  CIPHER_NONE,
  CIPHER_RC4,
  CIPHER_AES,      /* 128 bits, a key for each object */
  CIPHER_AES_FILE, /* 256 bits, the file's key */
} Cipher;

struct MftPdfCrypt
{
  guint8 key[MFT_PDF_KEY_MAX];
  gsize key_size;
  Cipher strings;
  Cipher streams;
  gboolean metadata_is_hidden;
};

static gint64
integer (const MftPdfObject *dict, const char *key, gint64 fallback)
{
  return mft_pdf_object_get_integer (mft_pdf_dict_get (dict, key), fallback);
}

static gboolean
take (const MftPdfObject *dict, const char *key, guint8 *target, gsize size)
{
  gsize found = 0;
  const char *bytes = mft_pdf_object_get_string (mft_pdf_dict_get (dict, key), &found);

  if (bytes == NULL || found < size)
    return FALSE;
  memcpy (target, bytes, size);
  return TRUE;
}

/* The cipher behind a crypt filter's name (7.6.6). */
static gboolean
find_cipher (const MftPdfObject *encrypt, const char *key, Cipher *cipher)
{
  const char *name = mft_pdf_object_get_name (mft_pdf_dict_get (encrypt, key));
  const MftPdfObject *filters = mft_pdf_dict_get (encrypt, "CF");
  const MftPdfObject *method;

  *cipher = CIPHER_NONE;
  if (name == NULL || strcmp (name, "Identity") == 0)
    return TRUE;
  method = mft_pdf_dict_get (mft_pdf_dict_get (filters, name), "CFM");
  if (mft_pdf_object_is_name (method, "V2"))
    *cipher = CIPHER_RC4;
  else if (mft_pdf_object_is_name (method, "AESV2"))
    *cipher = CIPHER_AES;
  else if (mft_pdf_object_is_name (method, "AESV3"))
    *cipher = CIPHER_AES_FILE;
  else
    return mft_pdf_object_is_name (method, "None");
  return TRUE;
}

static gboolean
read_ciphers (MftPdfCrypt *crypt, const MftPdfObject *encrypt)
{
  gint64 version = integer (encrypt, "V", 0);

  if (version == 1 || version == 2)
    {
      crypt->strings = crypt->streams = CIPHER_RC4;
      return TRUE;
    }
  return (version == 4 || version == 5) && find_cipher (encrypt, "StrF", &crypt->strings)
         && find_cipher (encrypt, "StmF", &crypt->streams);
}

static gboolean
read_lock (MftPdfLock *lock, const MftPdfObject *encrypt, const MftPdfObject *id)
{
  gint64 version = integer (encrypt, "V", 0);
  gint64 bits = version == 1 ? 40 : version == 2 ? integer (encrypt, "Length", 40) : 128;
  gboolean modern;

  lock->revision = (int) CLAMP (integer (encrypt, "R", 0), 0, 9);
  modern = lock->revision >= 5;
  lock->key_size = modern ? 32 : (gsize) CLAMP (bits, 40, 128) / 8;
  lock->permissions = (guint32) integer (encrypt, "P", 0);
  lock->metadata_is_hidden
      = mft_pdf_object_get_boolean (mft_pdf_dict_get (encrypt, "EncryptMetadata"), TRUE);
  lock->id = (const guint8 *) mft_pdf_object_get_string (id, &lock->id_size);
  return lock->revision >= 2 && lock->revision <= 6 && modern == (version == 5)
         && take (encrypt, "O", lock->owner, modern ? 48 : 32)
         && take (encrypt, "U", lock->user, modern ? 48 : 32)
         && (!modern
             || (take (encrypt, "OE", lock->owner_key, 32)
                 && take (encrypt, "UE", lock->user_key, 32)));
}

MftPdfCrypt *
_mft_pdf_crypt_new (const MftPdfObject *encrypt, const MftPdfObject *id, const char *password,
                    GError **error)
{
  g_autoptr (MftPdfCrypt) crypt = g_new0 (MftPdfCrypt, 1);
  MftPdfLock lock = { 0 };

  if (!mft_pdf_object_is_name (mft_pdf_dict_get (encrypt, "Filter"), "Standard")
      || !read_ciphers (crypt, encrypt) || !read_lock (&lock, encrypt, id))
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_UNSUPPORTED,
                           "encrypted in a way that is not known here");
      return NULL;
    }
  if (!_mft_pdf_crypt_find_key (&lock, password, crypt->key))
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_ENCRYPTED,
                           "encrypted with another password");
      return NULL;
    }
  crypt->key_size = lock.key_size;
  crypt->metadata_is_hidden = lock.metadata_is_hidden;
  return g_steal_pointer (&crypt);
}

void
_mft_pdf_crypt_free (MftPdfCrypt *crypt)
{
  mft_wipe (crypt, sizeof *crypt);
  g_free (crypt);
}

/* Algorithm 1: the key of one object. Its size. */
static gsize
object_key (const MftPdfCrypt *crypt, Cipher cipher, guint32 number, guint32 generation,
            guint8 key[MFT_PDF_KEY_MAX])
{
  guint8 text[MFT_PDF_KEY_MAX + 9], digest[EVP_MAX_MD_SIZE];
  gsize size = crypt->key_size;
  const guint8 more[9] = { (guint8) number,
                           (guint8) (number >> 8),
                           (guint8) (number >> 16),
                           (guint8) generation,
                           (guint8) (generation >> 8),
                           's',
                           'A',
                           'l',
                           'T' };
  gsize more_size = cipher == CIPHER_AES ? 9 : 5;

  if (cipher == CIPHER_AES_FILE)
    {
      memcpy (key, crypt->key, MFT_PDF_KEY_MAX);
      return MFT_PDF_KEY_MAX;
    }
  memcpy (text, crypt->key, size);
  memcpy (text + size, more, more_size);
  EVP_Digest (text, size + more_size, digest, NULL, EVP_md5 (), NULL);
  memcpy (key, digest, 16);
  return cipher == CIPHER_AES ? 16 : MIN (size + 5, 16);
}

/* The bytes without initialisation vector and padding; nothing is no fault. */
static gboolean
open_aes (const guint8 *key, gsize key_size, guint8 *data, gsize *size)
{
  gsize length = *size - MIN (*size, BLOCK);

  if (*size == 0)
    return TRUE;
  if (*size < 2 * BLOCK || length % BLOCK != 0)
    return FALSE;
  g_autofree guint8 *out = g_malloc (length + BLOCK);
  if (!_mft_pdf_crypt_aes (FALSE, key, key_size, data, data + BLOCK, length, out)
      || out[length - 1] == 0 || out[length - 1] > BLOCK)
    return FALSE;
  *size = length - out[length - 1];
  memcpy (data, out, *size);
  return TRUE;
}

static gboolean
open_bytes (const MftPdfCrypt *crypt, Cipher cipher, guint32 number, guint32 generation,
            guint8 *data, gsize *size)
{
  guint8 key[MFT_PDF_KEY_MAX];
  gsize key_size = object_key (crypt, cipher, number, generation, key);

  if (cipher != CIPHER_RC4)
    return open_aes (key, key_size, data, size);
  _mft_pdf_crypt_rc4 (key, key_size, data, *size);
  return TRUE;
}

void
_mft_pdf_crypt_open_strings (MftPdfCrypt *crypt, MftPdfObject *object, guint32 number,
                             guint32 generation)
{
  gboolean is_signature = mft_pdf_dict_get (object, "ByteRange") != NULL;

  if (crypt->strings == CIPHER_NONE)
    return;
  if (mft_pdf_object_is (object, MFT_PDF_STRING)
      && !open_bytes (crypt, crypt->strings, number, generation, (guint8 *) object->as.text.bytes,
                      &object->as.text.size))
    object->as.text.size = 0;
  if (mft_pdf_object_is (object, MFT_PDF_STRING))
    object->as.text.bytes[object->as.text.size] = '\0';
  for (guint i = 0; i < mft_pdf_array_size (object); i++)
    _mft_pdf_crypt_open_strings (crypt, mft_pdf_array_item (object, i), number, generation);
  for (guint i = 0; i < mft_pdf_dict_size (object); i++)
    if (!is_signature || strcmp (mft_pdf_dict_key (object, i), "Contents") != 0)
      _mft_pdf_crypt_open_strings (crypt, mft_pdf_dict_value (object, i), number, generation);
}

/* A stream may name its own filter; only the one that hides nothing is known (7.4.10). */
static gboolean
is_open (const MftPdfCrypt *crypt, const MftPdfObject *stream)
{
  const MftPdfObject *type = mft_pdf_dict_get (stream, "Type");
  const MftPdfObject *filter = mft_pdf_dict_get (stream, "Filter");
  const MftPdfObject *first
      = mft_pdf_object_is (filter, MFT_PDF_ARRAY) ? mft_pdf_array_item (filter, 0) : filter;

  return crypt->streams == CIPHER_NONE || mft_pdf_object_is_name (type, "XRef")
         || mft_pdf_object_is_name (first, "Crypt")
         || (!crypt->metadata_is_hidden && mft_pdf_object_is_name (type, "Metadata"));
}

GBytes *
_mft_pdf_crypt_open_stream (MftPdfCrypt *crypt, const MftPdfObject *stream, guint32 number,
                            guint32 generation, GBytes *raw)
{
  gsize size = g_bytes_get_size (raw);
  g_autofree guint8 *data = NULL;

  if (is_open (crypt, stream))
    return g_bytes_ref (raw);
  data = g_memdup2 (g_bytes_get_data (raw, NULL), size);
  if (!open_bytes (crypt, crypt->streams, number, generation, data, &size))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), size);
}
