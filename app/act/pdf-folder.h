/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"

G_BEGIN_DECLS

/* The PDFs in a folder and below it, sorted; hidden files and links are passed over. At most 100,000.
 * Array of char *, owned by the caller, may be empty. Errors: G_FILE_ERROR, G_IO_ERROR_CANCELLED. */
GPtrArray *mft_pdf_folder_list (const char *folder, MftJob *job, GError **error);

G_END_DECLS
