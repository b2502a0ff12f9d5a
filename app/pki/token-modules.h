/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pki/p11-kit.h"

G_BEGIN_DECLS

/* The drivers of tokens: those that p11-kit knows, and the one that the person named. */
typedef struct
{
  CK_FUNCTION_LIST **known; /* ends with NULL; borrowed */
  CK_FUNCTION_LIST *own;    /* NULL: none, or among the known ones */
} MftTokenModules;

/* The file of a driver that p11-kit does not know of; NULL or "": none. It is code that is loaded:
 * only from the person's settings or command line, never from an address. Any thread. */
void mft_token_modules_set_own (const char *path);

/* Errors: MFT_PKI_ERROR_FAILED; _DRIVER: the person's own cannot be loaded. */
MftTokenModules *mft_token_modules_new (GError **error);
void mft_token_modules_free (MftTokenModules *modules);

/* One after the other; NULL behind the last. */
CK_FUNCTION_LIST *mft_token_modules_get (const MftTokenModules *modules, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTokenModules, mft_token_modules_free)

G_END_DECLS
