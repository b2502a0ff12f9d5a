/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_PDF_KEY_MAX 32

/* What the encryption dictionary says about passwords. Borrowed. */
typedef struct
{
  int revision;     /* 2 to 6 */
  gsize key_size;   /* in bytes */
  guint8 owner[48]; /* /O, /U: 32 bytes before revision 5 */
  guint8 user[48];
  guint8 owner_key[32]; /* /OE, /UE */
  guint8 user_key[32];
  guint32 permissions;
  gboolean metadata_is_hidden;
  const guint8 *id;
  gsize id_size;
} MftPdfLock;

/* The file's key, if `password` is the user's or the owner's (ISO 32000-2, 7.6.4.3 and 7.6.4.4). */
gboolean _mft_pdf_crypt_find_key (const MftPdfLock *lock, const char *password,
                                  guint8 key[MFT_PDF_KEY_MAX]);

/* RC4, there and back, in place. OpenSSL keeps it apart with what is no longer safe. */
void _mft_pdf_crypt_rc4 (const guint8 *key, gsize key_size, guint8 *data, gsize size);

/* AES-CBC without padding; `size` is a multiple of 16. FALSE: the library refused. */
gboolean _mft_pdf_crypt_aes (gboolean encrypt, const guint8 *key, gsize key_size, const guint8 *iv,
                             const guint8 *data, gsize size, guint8 *out);

G_END_DECLS
