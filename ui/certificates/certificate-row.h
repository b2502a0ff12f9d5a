/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pki/anchors.h"
#include "store/identity.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_CERTIFICATE_ROW_IDENTITY,
  MFT_CERTIFICATE_ROW_OTHER, /* somebody else's, to build paths with */
  MFT_CERTIFICATE_ROW_TRUSTED,
  MFT_CERTIFICATE_ROW_PINNED,
} MftCertificateRowKind;

/* One line of the list: whose it is, and whether it holds. */
#define MFT_TYPE_CERTIFICATE_ROW (mft_certificate_row_get_type ())
G_DECLARE_FINAL_TYPE (MftCertificateRow, mft_certificate_row, MFT, CERTIFICATE_ROW, GtkListBoxRow)

GtkWidget *mft_certificate_row_new_identity (const MftIdentity *identity);
GtkWidget *mft_certificate_row_new_other (MftCertificate *certificate);
GtkWidget *mft_certificate_row_new_trusted (MftCertificate *certificate);
GtkWidget *mft_certificate_row_new_pinned (const MftPinnedAnchor *pinned);

/* What it stands for; borrowed. The identity and the pinned anchor only of their kinds; no
 * certificate of a pinned one is at hand. */
MftCertificateRowKind mft_certificate_row_get_kind (MftCertificateRow *self);
const MftIdentity *mft_certificate_row_get_identity (MftCertificateRow *self);
MftCertificate *mft_certificate_row_get_certificate (MftCertificateRow *self);
const MftPinnedAnchor *mft_certificate_row_get_pinned (MftCertificateRow *self);

/* The fingerprint, lower-case hexadecimal; borrowed. */
const char *mft_certificate_row_get_sha256 (MftCertificateRow *self);

G_END_DECLS
