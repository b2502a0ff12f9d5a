/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/lock.h"

#include "agreement/agreement-private.h"
#include "agreement/block-private.h"

void
mft_agreement_set_lock (MftAgreement *agreement, MftLock lock)
{
  if (agreement->lock == lock)
    return;
  agreement->lock = lock;
  agreement->typing_block = NULL;
  g_object_notify (G_OBJECT (agreement), "lock");
}

MftLock
mft_agreement_get_lock (MftAgreement *agreement)
{
  return agreement->lock;
}

gboolean
mft_field_comes_late (const char *id)
{
  const char *end;

  if (g_str_equal (id, "tanggal_ttd") || g_str_equal (id, "tempat_ttd"))
    return TRUE;
  if (id[0] != 'p' || !g_ascii_isdigit (id[1]))
    return FALSE;
  for (end = id + 1; g_ascii_isdigit (*end); end++)
    ;
  return g_str_equal (end, ".nomor");
}

gboolean
_mft_block_check_own (const MftBlock *block, GError **error)
{
  if (block->traits[MFT_TRAIT_KEPT] == NULL)
    return TRUE;
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION,
                       "this paragraph comes from a newer version");
  return FALSE;
}

gboolean
_mft_agreement_check_lock (MftAgreement *agreement, const char *field, GError **error)
{
  if (agreement->lock == MFT_LOCK_NONE
      || (agreement->lock == MFT_LOCK_TEXT && field != NULL && mft_field_comes_late (field)))
    return TRUE;
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LOCKED,
                       "the agreement is locked");
  return FALSE;
}
