/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a .pks or naskah.xml that a newer major version wrote, a block a line with its number: to be
 * read, nothing more is known of them. Owned by the caller. Errors: MFT_CONTAINER_ERROR;
 * MFT_AGREEMENT_ERROR_DAMAGED for what is no naskah at all. */
char *mft_newer_dup_text (GBytes *bytes, GError **error);

G_END_DECLS
