/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/signature.h"

#include "agreement/party.h"

static MftBlock *
new_block (MftBlockKind kind, const char *id, MftText *text)
{
  return id != NULL ? mft_block_new_with_id (kind, id, text) : mft_block_new (kind, text);
}

MftBlock *
mft_signature_new (MftAgreement *agreement, guint party, const char *id)
{
  g_autofree char *value = g_strdup_printf ("%u", party);
  g_autofree char *official = mft_party_field_id (party, "pejabat");
  g_autoptr (MftText) atom = mft_text_new_atom (MFT_RUN_PARTY, value, 0, MFT_STYLE_PLAIN);
  g_autoptr (MftText) comma = mft_text_new (",", MFT_STYLE_PLAIN);
  g_autoptr (MftText) role = mft_text_join (atom, comma);
  g_autoptr (MftText) name
      = mft_text_new_atom (MFT_RUN_FIELD, official, MFT_FORM_TEXT, MFT_STYLE_PLAIN);
  MftBlock *signature = new_block (MFT_BLOCK_SIGNATURE, id, role);

  mft_block_set_party (signature, party);
  if (mft_party_get (agreement, party, "pejabat") != NULL)
    mft_block_append (signature, new_block (MFT_BLOCK_LINE, id, name));
  return signature;
}
