/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/certificates/certificate-row.h"

G_BEGIN_DECLS

/* Everything about the certificate of a row: whose, from whom, until when, its fingerprint. */
GtkWidget *mft_certificate_details_new (MftCertificateRow *row, const MftAnchors *anchors);

G_END_DECLS
