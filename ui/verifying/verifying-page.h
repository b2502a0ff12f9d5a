/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The place for signing and verifying: the files that were checked, and what is to be said about the
 * chosen one. */
#define MFT_TYPE_VERIFYING_PAGE (mft_verifying_page_get_type ())
G_DECLARE_FINAL_TYPE (MftVerifyingPage, mft_verifying_page, MFT, VERIFYING_PAGE, AdwBin)

GtkWidget *mft_verifying_page_new (void);

/* Checks a PDF and shows what came out. One that is in the list already is checked once more. */
void mft_verifying_page_add (MftVerifyingPage *self, const char *path);

/* Checks every PDF in a folder and below it. */
void mft_verifying_page_add_folder (MftVerifyingPage *self, const char *path);

G_END_DECLS
