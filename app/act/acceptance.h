/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What BSrE's "Form Validasi Uji Penerapan Modul Tanda Tangan Elektronik" asks of an installation, beside
 * what the program does for everybody. Everything is borrowed, may be NULL. */
typedef struct
{
  const char *owner_unit;
  const char *module;        /* "Sertifikat pada komputer (PKCS#12)" */
  const char *visualisation; /* "Lambang" */
  const char *check_address;
  const char *timestamp_url; /* NULL: switched off */
} MftAcceptance;

/* The form as PDF/A, each row with its evidence: what the program does, and what the journal of this
 * computer shows. Owned by the caller. Errors: MFT_DRAW_ERROR, G_FILE_ERROR. */
GBytes *mft_acceptance_form (const MftAcceptance *about, GError **error);

G_END_DECLS
