/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/identity.h"

MftIdentity *
mft_identity_new (MftCertificate *certificate, GPtrArray *chain)
{
  MftIdentity *identity = g_new0 (MftIdentity, 1);

  identity->certificate = mft_certificate_ref (certificate);
  identity->chain = g_ptr_array_ref (chain);
  return identity;
}

MftIdentity *
mft_identity_copy (const MftIdentity *identity)
{
  return mft_identity_new (identity->certificate, identity->chain);
}

void
mft_identity_free (MftIdentity *identity)
{
  mft_certificate_unref (identity->certificate);
  g_ptr_array_unref (identity->chain);
  g_free (identity);
}
