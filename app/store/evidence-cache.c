/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence-cache.h"

#include <string.h>

#include "base/data-folder.h"
#include "base/digest.h"
#include "base/safe-file.h"

#define FOLDER "bukti"
#define FILES_MOST 500

static gboolean
is_sound (GBytes *answer, gboolean is_ocsp)
{
  g_autoptr (MftRevocationSet) trial = mft_revocation_set_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (answer, &size);

  return is_ocsp ? mft_revocation_set_add_ocsp (trial, data, size, NULL)
                 : mft_revocation_set_add_crl (trial, data, size, NULL);
}

void
mft_evidence_cache_keep (const char *url, GBytes *request, GBytes *answer)
{
  g_autofree char *folder = mft_data_folder (FOLDER, NULL);
  GByteArray *asked = g_byte_array_new ();

  g_byte_array_append (asked, (const guint8 *) url, (guint) strlen (url) + 1);
  if (request != NULL)
    g_byte_array_append (asked, g_bytes_get_data (request, NULL),
                         (guint) g_bytes_get_size (request));
  g_autofree char *digest = mft_sha256_hex (asked->data, asked->len);
  g_byte_array_unref (asked);
  if (folder == NULL || !is_sound (answer, request != NULL))
    return;
  g_autofree char *name = g_strconcat (digest, request != NULL ? ".ocsp" : ".crl", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  mft_safe_file_save (path, g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), TRUE, NULL);
}

void
mft_evidence_cache_load (MftRevocationSet *set)
{
  g_autofree char *folder = mft_data_folder (FOLDER, NULL);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  for (guint i = 0; dir != NULL && i < FILES_MOST && (name = g_dir_read_name (dir)) != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_str_has_suffix (name, ".ocsp"))
        mft_revocation_set_add_ocsp_file (set, path, NULL);
      else if (g_str_has_suffix (name, ".crl"))
        mft_revocation_set_add_crl_file (set, path, NULL);
    }
}
