/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/revision.h"

#include "pdf/error.h"

GBytes *
mft_signed_revision (const char *path, const MftSignatureReport *signature, GError **error)
{
  GMappedFile *file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) whole = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  gint64 end = signature->has_byte_range ? signature->byte_range[2] + signature->byte_range[3] : -1;

  g_clear_pointer (&file, g_mapped_file_unref);
  if (whole == NULL)
    return NULL;
  if (signature->coverage < MFT_COVERAGE_WHOLE_REVISION || end <= 0
      || (gsize) end > g_bytes_get_size (whole))
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED,
                           "the signature covers no whole revision");
      return NULL;
    }
  return g_bytes_new_from_bytes (whole, 0, (gsize) end);
}
