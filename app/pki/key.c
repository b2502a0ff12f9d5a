/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/key.h"

G_DEFINE_INTERFACE (MftKey, mft_key, G_TYPE_OBJECT)

static void
mft_key_default_init (MftKeyInterface *interface G_GNUC_UNUSED)
{
}

MftCertificate *
mft_key_get_certificate (MftKey *key)
{
  g_return_val_if_fail (MFT_IS_KEY (key), NULL);
  return MFT_KEY_GET_IFACE (key)->get_certificate (key);
}

GPtrArray *
mft_key_get_chain (MftKey *key)
{
  g_return_val_if_fail (MFT_IS_KEY (key), NULL);
  return MFT_KEY_GET_IFACE (key)->get_chain (key);
}

GBytes *
mft_key_sign (MftKey *key, MftSignatureScheme scheme, gconstpointer data, gsize size,
              GError **error)
{
  g_return_val_if_fail (MFT_IS_KEY (key), NULL);
  return MFT_KEY_GET_IFACE (key)->sign (key, scheme, data, size, error);
}
