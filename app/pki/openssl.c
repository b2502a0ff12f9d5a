/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/openssl.h"

#include <openssl/err.h>

G_DEFINE_QUARK (mft - pki - error - quark, mft_pki_error)

void
mft_ossl_error (GError **error, MftPkiError code, const char *format, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  unsigned long reason;
  va_list arguments;

  va_start (arguments, format);
  g_string_vprintf (text, format, arguments);
  va_end (arguments);
  for (const char *mark = ": "; (reason = ERR_get_error ()) != 0; mark = ", ")
    {
      const char *words = ERR_reason_error_string (reason);
      if (words != NULL)
        g_string_append_printf (text, "%s%s", mark, words);
    }
  g_set_error_literal (error, MFT_PKI_ERROR, code, text->str);
}

static void
free_der (gpointer der)
{
  OPENSSL_free (der);
}

GBytes *
mft_ossl_take (unsigned char *der, int size)
{
  if (der == NULL || size < 0)
    g_error ("OpenSSL could not encode");
  return g_bytes_new_with_free_func (der, (gsize) size, free_der, der);
}

gint64
mft_ossl_time (const ASN1_TIME *time)
{
  struct tm parts;

  if (time == NULL || ASN1_TIME_to_tm (time, &parts) != 1)
    return G_MININT64;
  return (gint64) timegm (&parts) * G_USEC_PER_SEC;
}
