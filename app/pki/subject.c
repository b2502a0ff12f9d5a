/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/subject.h"

#include "pki/error.h"

#define LETTERS_MOST 64 /* ub-common-name (RFC 5280 A.1); the others are the same */

static gboolean
is_text (const char *value)
{
  return value[0] != '\0' && g_utf8_validate (value, -1, NULL)
         && g_utf8_strlen (value, -1) <= LETTERS_MOST;
}

gboolean
mft_subject_write (const MftCertificateSubject *subject, X509_NAME *name, GError **error)
{
  const struct
  {
    const char *key;
    const char *value;
  } entries[] = { { "C", "ID" },
                  { "O", subject->organization },
                  { "OU", subject->unit },
                  { "CN", subject->common_name } };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].value != NULL
        && (!is_text (entries[i].value)
            || X509_NAME_add_entry_by_txt (name, entries[i].key, MBSTRING_UTF8,
                                           (const guint8 *) entries[i].value, -1, -1, 0)
                   != 1))
      {
        g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_SUBJECT,
                     "'%s' is no text, or longer than a certificate can hold", entries[i].value);
        return FALSE;
      }
  return TRUE;
}
