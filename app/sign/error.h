/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_SIGN_ERROR (mft_sign_error_quark ())
GQuark mft_sign_error_quark (void);

/* The numbers stand in journals: new ones go to the end. */
typedef enum
{
  MFT_SIGN_ERROR_NO_FIELD,     /* no signature field of this name */
  MFT_SIGN_ERROR_FIELD_SIGNED, /* the field was signed before */
  MFT_SIGN_ERROR_CHOICE,       /* none or several empty fields, and no place was named */
  MFT_SIGN_ERROR_PLACE,        /* no such page, or the rectangle is not on it */
  MFT_SIGN_ERROR_FORBIDDEN,    /* an earlier signature allows nothing more */
  MFT_SIGN_ERROR_UNSIGNED,     /* there is no signature to complete */
  MFT_SIGN_ERROR_UNSUPPORTED,  /* a dynamic XFA form; a field or a key of an odd kind */
  MFT_SIGN_ERROR_CERTIFY,      /* not the first signature, or it would shut the others out */
  MFT_SIGN_ERROR_FIELD_LOCKED, /* by an earlier signature */
  MFT_SIGN_ERROR_NEW_FIELD,    /* an earlier signature allows prepared fields only */
} MftSignError;

G_END_DECLS
