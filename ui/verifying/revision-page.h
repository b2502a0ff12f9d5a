/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "verify/report.h"

G_BEGIN_DECLS

/* What somebody signed beside what the file shows now, with the changes named; the signed revision can
 * be saved as a file of its own. */
#define MFT_TYPE_REVISION_PAGE (mft_revision_page_get_type ())
G_DECLARE_FINAL_TYPE (MftRevisionPage, mft_revision_page, MFT, REVISION_PAGE, AdwBin)

/* `signature` is read now and not kept. Errors: those of mft_signed_revision() and of
 * mft_document_view_load_bytes(). */
GtkWidget *mft_revision_page_new (const char *path, const MftSignatureReport *signature,
                                  GError **error);

G_END_DECLS
