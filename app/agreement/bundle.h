/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

#define MFT_BUNDLE_MIMETYPE "application/vnd.mufakat.pks+zip"

/* What a .pks file holds: the agreement and, beside it, other entries by name ("komentar.xml",
 * "aset/logo-1.png", and what a newer version may add). Plain data; own it through the functions. */
typedef struct
{
  MftAgreement *agreement;
  GHashTable *others; /* char * → GBytes * */
} MftBundle;

/* Holds a reference to `agreement`; no other entries yet. */
MftBundle *mft_bundle_new (MftAgreement *agreement);
void mft_bundle_free (MftBundle *bundle);

/* ZIP: mimetype (first, stored), naskah.xml, the others by name, manifest.xml with the SHA-256 of
 * each. Errors: MFT_CONTAINER_ERROR. */
GBytes *mft_bundle_write (MftBundle *bundle, GError **error);

/* `mismatches`: see mft_akn_read(). Every entry must be in the manifest and be what it says.
 * Errors: MFT_AGREEMENT_ERROR, MFT_CONTAINER_ERROR. */
MftBundle *mft_bundle_read (GBytes *bytes, GPtrArray **mismatches, GError **error);

/* Whether the bytes look like a .pks. */
gboolean mft_bundle_is (GBytes *bytes);

/* Files: a .pks of at most 256 MiB in and out. Saving is whole or not at all; without `replace` an
 * existing file is kept. Errors besides: G_FILE_ERROR. */
gboolean mft_bundle_save (MftBundle *bundle, const char *path, gboolean replace, GError **error);
MftBundle *mft_bundle_load (const char *path, GPtrArray **mismatches, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftBundle, mft_bundle_free)

G_END_DECLS
