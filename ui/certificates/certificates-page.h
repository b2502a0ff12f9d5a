/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The place for certificates: one's own, and the authorities that are trusted. */
#define MFT_TYPE_CERTIFICATES_PAGE (mft_certificates_page_get_type ())
G_DECLARE_FINAL_TYPE (MftCertificatesPage, mft_certificates_page, MFT, CERTIFICATES_PAGE, AdwBin)

GtkWidget *mft_certificates_page_new (void);

/* Reads the folder anew and shows the certificate with this fingerprint; NULL: the first. */
void mft_certificates_page_reload (MftCertificatesPage *self, const char *sha256);

G_END_DECLS
