/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_EXCHANGE_ERROR (mft_exchange_error_quark ())

typedef enum
{
  MFT_EXCHANGE_ERROR_FORMAT, /* a kind of file we do not read */
  MFT_EXCHANGE_ERROR_EMPTY,  /* no words in it */
  MFT_EXCHANGE_ERROR_LIMIT,  /* larger than we read */
  MFT_EXCHANGE_ERROR_DAMAGED,
  MFT_EXCHANGE_ERROR_PASSWORD, /* encrypted, and this password (or none) does not open it */
  MFT_EXCHANGE_ERROR_TOOL,     /* a program is missing; the message quotes its Debian packages */
  MFT_EXCHANGE_ERROR_FAILED,   /* a program of others that should read it failed */
  MFT_EXCHANGE_ERROR_OUTPUT,   /* a kind of file we do not write */
} MftExchangeError;

GQuark mft_exchange_error_quark (void);

G_END_DECLS
