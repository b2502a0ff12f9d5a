/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "agreement/agreement.h"
#include "base/job.h"

G_BEGIN_DECLS

/* The agreement as PDF/A-3 with its source, written to `path` in the background. While required fields
 * are empty it is a draft, with KONSEP on every page and no signature fields. */
void mft_export_pdf_async (MftAgreement *agreement, const char *path, MftJob *job, gpointer source,
                           GAsyncReadyCallback callback, gpointer user_data);

/* Errors: those of typeset and draw, and G_FILE_ERROR. */
gboolean mft_export_pdf_finish (GAsyncResult *result, GError **error);

/* Whether it would be a draft. */
gboolean mft_export_is_draft (MftAgreement *agreement);

/* "14-PKS-KTS-III-2026.pdf" from the number of the first party, else from the title. Owned by the
 * caller. */
char *mft_export_suggest_name (MftAgreement *agreement);

G_END_DECLS
