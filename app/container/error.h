/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_CONTAINER_ERROR (mft_container_error_quark ())

typedef enum
{
  MFT_CONTAINER_ERROR_DAMAGED, /* not the format it claims to be, or broken */
  MFT_CONTAINER_ERROR_REFUSED, /* well formed, but of a kind that is never taken in */
  MFT_CONTAINER_ERROR_LIMIT,   /* larger, deeper or denser than any honest file */
} MftContainerError;

GQuark mft_container_error_quark (void);

G_END_DECLS
