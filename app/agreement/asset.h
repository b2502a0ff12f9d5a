/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Things that a .pks keeps beside the text, entries "aset/…": logos, pictures, PDF of which pages are
 * inserted. Named by what they hold, so that the same thing is kept once. */
typedef enum
{
  MFT_ASSET_PNG,
  MFT_ASSET_JPEG,
  MFT_ASSET_PDF,
} MftAssetKind;

#define MFT_ASSET_LARGEST (64 * 1024 * 1024)

/* By the first bytes, not by a name. FALSE for what is none of them. */
gboolean mft_asset_get_kind (GBytes *bytes, MftAssetKind *kind);

/* Puts it beside the text; `name` is a file's, for people ("Denah lokasi.png"). A picture loses what it
 * tells of its maker (picture-strip.h): it may go to the other party. Returns the entry,
 * owned by the caller. Not part of the history: it stays, so that what shows it can be undone and done
 * again. Errors: MFT_AGREEMENT_ERROR_DAMAGED, _LIMIT, _LOCKED. */
char *mft_asset_add (MftAgreement *agreement, const char *name, GBytes *bytes, GError **error);

/* Borrowed; NULL if there is no such entry. */
GBytes *mft_asset_get (MftAgreement *agreement, const char *entry);

/* All that `from` keeps is kept by `to` as well. */
void mft_asset_copy_all (MftAgreement *to, MftAgreement *from);

/* Whether a block or a field of the agreement, as it is now, shows the entry. */
gboolean mft_asset_is_used (MftAgreement *agreement, const char *entry);

G_END_DECLS
