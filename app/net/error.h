/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_NET_ERROR (mft_net_error_quark ())
GQuark mft_net_error_quark (void);

/* The numbers stand in journals: new ones go to the end. */
typedef enum
{
  MFT_NET_ERROR_OFF,         /* nobody switched the network on */
  MFT_NET_ERROR_ADDRESS,     /* not an http or https address */
  MFT_NET_ERROR_UNREACHABLE, /* no connection, cut off, or no answer in time */
  MFT_NET_ERROR_UNTRUSTED,   /* the server's certificate is not to be trusted */
  MFT_NET_ERROR_REFUSED,     /* the server answered with another status than 200 */
  MFT_NET_ERROR_LIMIT,       /* the answer is larger than it may be */
} MftNetError;

G_END_DECLS
