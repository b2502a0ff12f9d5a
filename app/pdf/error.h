/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_PDF_ERROR (mft_pdf_error_quark ())
GQuark mft_pdf_error_quark (void);

/* The numbers stand in journals: new ones go to the end. */
typedef enum
{
  MFT_PDF_ERROR_UNREADABLE,  /* the file itself cannot be read */
  MFT_PDF_ERROR_DAMAGED,     /* the bytes are not what the standard asks for */
  MFT_PDF_ERROR_ENCRYPTED,   /* protected by a password */
  MFT_PDF_ERROR_LIMIT,       /* larger, deeper or longer than anything honest */
  MFT_PDF_ERROR_UNSUPPORTED, /* legal, but not known here */
} MftPdfError;

G_END_DECLS
