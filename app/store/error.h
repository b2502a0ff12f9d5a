/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* BUSY: another program has the library open. NEWER: written by a newer Mufakat. DAMAGED: the database
 * cannot be read. FULL: no space left. MISSING: no such entry. READ_ONLY: it may only be read. DISK: the
 * disk or network drive failed. CHANGED: somebody else saved meanwhile. FOREIGN: no library of Mufakat.
 * OCCUPIED: the library is not empty. */
typedef enum
{
  MFT_STORE_ERROR_BUSY,
  MFT_STORE_ERROR_NEWER,
  MFT_STORE_ERROR_DAMAGED,
  MFT_STORE_ERROR_FULL,
  MFT_STORE_ERROR_MISSING,
  MFT_STORE_ERROR_READ_ONLY,
  MFT_STORE_ERROR_DISK,
  MFT_STORE_ERROR_CHANGED,
  MFT_STORE_ERROR_FOREIGN,
  MFT_STORE_ERROR_OCCUPIED,
} MftStoreError;

#define MFT_STORE_ERROR (mft_store_error_quark ())
GQuark mft_store_error_quark (void);

G_END_DECLS
