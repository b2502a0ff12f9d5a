/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/status-note.h"

#include "base/digest.h"

gboolean
mft_status_note_pages (MftLibrary *library, const char *id, const char *path, GError **error)
{
  g_autofree char *sha256 = mft_sha256_hex_of_file (path, error);

  return sha256 != NULL && mft_library_note_document (library, sha256, id, error);
}

/* PP 71/2019 Ps 59(3): in force only where the signatures of all stand. */
static gboolean
all_have_signed (const MftVerifyReport *report)
{
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state == MFT_SIGNATURE_EMPTY
          || (signature->kind == MFT_SIGNATURE_KIND_SIGNATURE
              && (signature->integrity != MFT_INTEGRITY_INTACT
                  || signature->changes_after == MFT_CHANGES_FORBIDDEN)))
        return FALSE;
    }
  return TRUE;
}

/* One step after the other as far as `goal`: what was signed was ready to be. */
static gboolean
go_on (MftLibrary *library, const char *id, MftStatus goal, GError **error)
{
  static const MftStatus road[]
      = { MFT_STATUS_FINAL, MFT_STATUS_READY, MFT_STATUS_PARTLY_SIGNED, MFT_STATUS_IN_FORCE };
  MftStatus status;

  if (!mft_library_get_status (library, id, &status, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (road) && status < goal; i++)
    if (road[i] > status && road[i] <= goal)
      {
        if (!mft_library_set_status (library, id, road[i], error))
          return FALSE;
        status = road[i];
      }
  return TRUE;
}

char *
mft_status_note_signed (MftLibrary *library, const MftSigningResult *result, GError **error)
{
  GError *failure = NULL;
  g_autofree char *id = mft_library_find_document (library, result->input_sha256, &failure);

  if (id == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return NULL;
    }
  MftStatus goal
      = all_have_signed (result->report) ? MFT_STATUS_IN_FORCE : MFT_STATUS_PARTLY_SIGNED;
  if (!mft_library_note_document (library, result->sha256, id, error)
      || !go_on (library, id, goal, error))
    return NULL;
  return g_steal_pointer (&id);
}
