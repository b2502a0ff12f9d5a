/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/error.h"
#include "pdf/file-private.h"

#define DEPTH_MOST 4

/* The dictionary with every value at its place. */
static MftPdfObject *
make_direct (MftPdfFile *file, MftPdfObject *value, guint depth, GError **error)
{
  g_autoptr (MftPdfObject) found
      = mft_pdf_file_resolve (file, mft_pdf_file_last_revision (file), value, error);
  g_autoptr (MftPdfObject) copy = NULL;

  if (found == NULL || !mft_pdf_object_is (found, MFT_PDF_DICT) || depth > DEPTH_MOST)
    return g_steal_pointer (&found);
  copy = mft_pdf_object_new (MFT_PDF_DICT);
  for (guint i = 0; i < mft_pdf_dict_size (found); i++)
    {
      MftPdfObject *one = make_direct (file, mft_pdf_dict_value (found, i), depth + 1, error);
      if (one == NULL)
        return NULL;
      mft_pdf_dict_set (copy, mft_pdf_dict_key (found, i), one);
    }
  return g_steal_pointer (&copy);
}

/* The newest trailer that speaks of encryption: an update that leaves it out opens nothing. */
static const MftPdfObject *
find_trailer (MftPdfFile *file)
{
  for (guint i = 0; i < mft_pdf_file_sections (file); i++)
    {
      const MftPdfObject *trailer = mft_pdf_file_section (file, i)->trailer;
      if (mft_pdf_dict_get (trailer, "Encrypt") != NULL)
        return trailer;
    }
  return NULL;
}

gboolean
mft_pdf_file_unlock (MftPdfFile *file, const char *password, GError **error)
{
  const MftPdfObject *trailer = find_trailer (file);
  MftPdfObject *value = mft_pdf_dict_get (trailer, "Encrypt");
  const MftPdfObject *id = mft_pdf_array_item (mft_pdf_dict_get (trailer, "ID"), 0);
  g_autoptr (MftPdfObject) encrypt = NULL;

  if (!mft_pdf_file_is_locked (file))
    return TRUE;
  encrypt = make_direct (file, value, 0, error);
  if (encrypt == NULL)
    return FALSE;
  file->crypt = _mft_pdf_crypt_new (encrypt, id, password, error);
  file->crypt_number = mft_pdf_object_get_reference (value, NULL);
  _mft_pdf_file_drop_packs (file);
  mft_pdf_kept_drop (file->kept);
  return file->crypt != NULL;
}

gboolean
mft_pdf_file_is_locked (const MftPdfFile *file)
{
  return mft_pdf_file_is_encrypted (file) && file->crypt == NULL;
}
