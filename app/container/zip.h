/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a ZIP from outside may ask of us. */
typedef struct
{
  guint entries;
  guint64 entry_size; /* bytes uncompressed */
  guint64 total_size; /* bytes uncompressed, all entries together */
  guint64 ratio;      /* uncompressed : compressed, judged above 1 MiB only */
} MftZipLimits;

/* 1,000 entries, 64 MiB an entry, 256 MiB together, 200 : 1. */
extern const MftZipLimits mft_zip_limits_default;

/* A ZIP archive in memory, its table of contents already judged: no name that is absolute, holds
 * "..", "\" or a control character, or occurs twice; nothing encrypted, no symbolic link. */
typedef struct MftZip MftZip;

/* `limits` may be NULL (default). Errors: MFT_CONTAINER_ERROR. */
MftZip *mft_zip_open (GBytes *bytes, const MftZipLimits *limits, GError **error);
void mft_zip_free (MftZip *zip);

/* The entries in the archive's order, without those that only name a folder. */
guint mft_zip_size (MftZip *zip);
const char *mft_zip_name (MftZip *zip, guint index);
gboolean mft_zip_has (MftZip *zip, const char *name);

/* Unpacks one entry; its size and CRC must be what the table of contents says.
 * Errors: MFT_CONTAINER_ERROR; DAMAGED if there is no such entry. */
GBytes *mft_zip_read (MftZip *zip, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftZip, mft_zip_free)

G_END_DECLS
