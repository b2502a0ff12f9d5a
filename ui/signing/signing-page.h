/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The signing act for one PDF: the document at the left with the stamp where it is going to be, the
 * steps at the right, and the result when it is done. */
#define MFT_TYPE_SIGNING_PAGE (mft_signing_page_get_type ())
G_DECLARE_FINAL_TYPE (MftSigningPage, mft_signing_page, MFT, SIGNING_PAGE, AdwBin)

/* NULL if the PDF cannot be shown or signed. Errors: MFT_PDF_ERROR. */
GtkWidget *mft_signing_page_new (const char *path, GError **error);

G_END_DECLS
