/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/certificate-takeover.h"

#include <glib/gstdio.h>

#include "base/data-folder.h"
#include "base/safe-file.h"
#include "pki/p12-pack.h"

#include "store/certificate-database.h"

#define FILE_MOST (64 << 20)

/* Takes one file over and notes which files then may go. FALSE with an error only where the database
 * fails: what cannot be read stays. */
typedef gboolean (*Take) (sqlite3 *database, const char *path, GPtrArray *done, GError **error);

typedef struct
{
  const char *folder;
  const char *ending;
  Take take;
} Kind;

/* PATH without its ending. */
static char *
stem (const char *path)
{
  return g_strndup (path, (gsize) (strrchr (path, '.') - path));
}

/* Whether it was taken over before, and the certificates are gone already. */
static gboolean
is_kept (sqlite3 *database, GBytes *key)
{
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      database, NULL, "SELECT 1 FROM identity WHERE wrapped_key = ?1", "b", key);

  return statement != NULL && mft_database_step (database, statement, NULL);
}

/* The certificates lay beside the key, the holder's first; they go before it. */
static gboolean
take_identity (sqlite3 *database, const char *path, GPtrArray *done, GError **error)
{
  g_autofree char *name = stem (path), *beside = g_strconcat (name, ".pem", NULL);
  g_autoptr (GPtrArray) chain = mft_certificate_list_new_from_file (beside, NULL);
  g_autoptr (GBytes) p12 = mft_file_read (path, FILE_MOST, NULL);
  g_autoptr (GBytes) key = p12 != NULL ? mft_p12_wrapped_key (p12, NULL) : NULL;

  if (key == NULL || (chain == NULL && !is_kept (database, key)))
    return TRUE;
  if (chain != NULL
      && !_mft_certificate_database_put_identity (database, g_ptr_array_index (chain, 0), chain,
                                                  key, error))
    return FALSE;
  g_ptr_array_add (done, g_steal_pointer (&beside));
  g_ptr_array_add (done, g_strdup (path));
  return TRUE;
}

static gboolean
take_certificate (sqlite3 *database, const char *path, GPtrArray *done,
                  gboolean (*put) (sqlite3 *, MftCertificate *, GError **), GError **error)
{
  g_autoptr (GPtrArray) list = mft_certificate_list_new_from_file (path, NULL);

  if (list == NULL)
    return TRUE;
  if (!put (database, g_ptr_array_index (list, 0), error))
    return FALSE;
  g_ptr_array_add (done, g_strdup (path));
  return TRUE;
}

static gboolean
take_anchor (sqlite3 *database, const char *path, GPtrArray *done, GError **error)
{
  return take_certificate (database, path, done, _mft_certificate_database_put_anchor, error);
}

static gboolean
take_other (sqlite3 *database, const char *path, GPtrArray *done, GError **error)
{
  return take_certificate (database, path, done, _mft_certificate_database_put_other, error);
}

static gboolean
take_request (sqlite3 *database, const char *path, GPtrArray *done, GError **error)
{
  g_autofree char *name = stem (path), *key_id = g_path_get_basename (name);
  g_autoptr (GBytes) key = mft_file_read (path, FILE_MOST, NULL);

  if (key == NULL)
    return TRUE;
  if (!_mft_certificate_database_put_request (database, key_id, key, error))
    return FALSE;
  g_ptr_array_add (done, g_strdup (path));
  return TRUE;
}

static gboolean
take_evidence (sqlite3 *database, const char *path, GPtrArray *done, GError **error)
{
  g_autofree char *name = stem (path), *asked = g_path_get_basename (name);
  g_autoptr (GBytes) answer = mft_file_read (path, FILE_MOST, NULL);

  g_ptr_array_add (done, g_strdup (path)); /* a cache: what cannot be read is no loss */
  return answer == NULL
         || _mft_certificate_database_put_evidence (
             database, asked, g_str_has_suffix (path, ".ocsp"), answer, error);
}

static const Kind kinds[] = {
  { "sertifikat/identitas", ".p12", take_identity },
  { "sertifikat/dipercaya", ".pem", take_anchor },
  { "sertifikat/lain", ".pem", take_other },
  { "sertifikat/permintaan", ".key", take_request },
  { "bukti", ".crl", take_evidence },
  { "bukti", ".ocsp", take_evidence },
};

static char *
folder_of (const char *name)
{
  g_autofree char *top = mft_data_folder (NULL, NULL);

  return top != NULL ? g_build_filename (top, name, NULL) : NULL;
}

/* The files of a kind; NULL: there is no such folder. */
static GPtrArray *
list_files (const Kind *kind)
{
  g_autofree char *folder = folder_of (kind->folder);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, kind->ending))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  return files;
}

guint
_mft_certificate_takeover_count (void)
{
  guint count = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) files = list_files (&kinds[i]);
      count += files->len;
    }
  return count;
}

static gboolean
take_all (sqlite3 *database, GPtrArray *done, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) files = list_files (&kinds[i]);
      for (guint k = 0; k < files->len; k++)
        if (!kinds[i].take (database, g_ptr_array_index (files, k), done, error))
          return FALSE;
    }
  return TRUE;
}

/* Folders go when they are empty. */
static void
remove_files (GPtrArray *files)
{
  static const char *const folders[]
      = { "sertifikat/identitas",  "sertifikat/dipercaya", "sertifikat/lain",
          "sertifikat/permintaan", "sertifikat",           "bukti" };

  for (guint i = 0; i < files->len; i++)
    g_unlink (g_ptr_array_index (files, i));
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = folder_of (folders[i]);
      if (folder != NULL)
        g_rmdir (folder);
    }
}

gboolean
_mft_certificate_takeover (sqlite3 *database, GError **error)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);

  if (_mft_certificate_takeover_count () == 0)
    return TRUE;
  if (!mft_database_begin (database, error)
      || !mft_database_end (database, take_all (database, done, error), error))
    return FALSE;
  remove_files (done);
  return TRUE;
}
