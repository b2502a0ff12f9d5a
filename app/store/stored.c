/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stored.h"

#include "agreement/akn.h"
#include "agreement/bundle.h"

GBytes *
_mft_stored_write (MftAgreement *agreement, GError **error)
{
  return g_hash_table_size (mft_agreement_get_entries (agreement)) == 0
             ? mft_akn_write (agreement)
             : mft_bundle_write (agreement, error);
}

MftAgreement *
_mft_stored_read (GBytes *bytes, GError **error)
{
  return mft_bundle_is (bytes) ? mft_bundle_read (bytes, NULL, error)
                               : mft_akn_read (bytes, NULL, error);
}
