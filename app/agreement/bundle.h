/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

#define MFT_BUNDLE_MIMETYPE "application/vnd.mufakat.pks+zip"

/* A .pks file holds an agreement and, beside it, its other entries: mft_agreement_get_entries(). */

/* ZIP: mimetype (first, stored), naskah.xml, its entries by name, manifest.xml with the SHA-256 of
 * each. Errors: MFT_CONTAINER_ERROR. */
GBytes *mft_bundle_write (MftAgreement *agreement, GError **error);

/* `mismatches`: see mft_akn_read(). Every entry must be in the manifest and be what it says.
 * The agreement is owned by the caller. Errors: MFT_AGREEMENT_ERROR, MFT_CONTAINER_ERROR. */
MftAgreement *mft_bundle_read (GBytes *bytes, GPtrArray **mismatches, GError **error);

/* Whether the bytes look like a .pks. */
gboolean mft_bundle_is (GBytes *bytes);

/* Files: a .pks of at most 256 MiB in and out. Saving is whole or not at all; without `replace` an
 * existing file is kept. Errors besides: G_FILE_ERROR. */
gboolean mft_bundle_save (MftAgreement *agreement, const char *path, gboolean replace,
                          GError **error);
MftAgreement *mft_bundle_load (const char *path, GPtrArray **mismatches, GError **error);

G_END_DECLS
