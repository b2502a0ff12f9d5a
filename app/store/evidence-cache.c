/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence-cache.h"

#include <string.h>

#include "base/digest.h"

#include "store/certificate-database.h"

#define ROWS_MOST 500

static gboolean
is_sound (GBytes *answer, gboolean is_ocsp)
{
  g_autoptr (MftRevocationSet) trial = mft_revocation_set_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (answer, &size);

  return is_ocsp ? mft_revocation_set_add_ocsp (trial, data, size, NULL)
                 : mft_revocation_set_add_crl (trial, data, size, NULL);
}

/* What `url` was asked, as one number. Owned by the caller. */
static char *
name_question (const char *url, GBytes *request)
{
  g_autoptr (GByteArray) asked = g_byte_array_new ();

  g_byte_array_append (asked, (const guint8 *) url, (guint) strlen (url) + 1);
  if (request != NULL)
    g_byte_array_append (asked, g_bytes_get_data (request, NULL),
                         (guint) g_bytes_get_size (request));
  return mft_sha256_hex (asked->data, asked->len);
}

void
mft_evidence_cache_keep (const char *url, GBytes *request, GBytes *answer)
{
  g_autofree char *asked = name_question (url, request);
  g_autoptr (sqlite3) database
      = is_sound (answer, request != NULL) ? _mft_certificate_database_open (NULL) : NULL;

  if (database == NULL || !mft_database_begin (database, NULL))
    return;
  mft_database_end (
      database,
      _mft_certificate_database_put_evidence (database, asked, request != NULL, answer, NULL)
          && mft_database_do (database, NULL,
                              "DELETE FROM evidence WHERE asked NOT IN"
                              " (SELECT asked FROM evidence ORDER BY came DESC LIMIT ?1)",
                              "i", (gint64) ROWS_MOST),
      NULL);
}

void
mft_evidence_cache_load (MftRevocationSet *set)
{
  g_autoptr (sqlite3) database = NULL;

  if (!_mft_certificate_database_open_reading (&database, NULL) || database == NULL)
    return;
  g_autoptr (sqlite3_stmt) statement
      = mft_database_prepare (database, NULL, "SELECT kind = 'ocsp', answer FROM evidence", "");
  while (statement != NULL && mft_database_step (database, statement, NULL))
    {
      gconstpointer answer = sqlite3_column_blob (statement, 1);
      gsize size = (gsize) sqlite3_column_bytes (statement, 1);
      if (sqlite3_column_int (statement, 0))
        mft_revocation_set_add_ocsp (set, answer, size, NULL);
      else
        mft_revocation_set_add_crl (set, answer, size, NULL);
    }
}
