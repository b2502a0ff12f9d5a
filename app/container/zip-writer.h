/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a ZIP whose bytes depend on names, content and order only: DOS time 1980-01-01, no extra
 * fields. Deflated bytes may differ between builds of zlib; stored ones do not. */
typedef struct MftZipWriter MftZipWriter;

MftZipWriter *mft_zip_writer_new (void);
void mft_zip_writer_free (MftZipWriter *writer);

/* `stored` keeps the bytes as they are (a "mimetype", a picture). The name must be new. */
void mft_zip_writer_add (MftZipWriter *writer, const char *name, GBytes *content, gboolean stored);

/* The archive; the writer can only be freed afterwards. Errors: MFT_CONTAINER_ERROR_LIMIT. */
GBytes *mft_zip_writer_finish (MftZipWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftZipWriter, mft_zip_writer_free)

G_END_DECLS
