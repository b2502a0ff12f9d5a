/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How word processors write the number of a list's item. */
typedef enum
{
  MFT_LIST_DECIMAL,
  MFT_LIST_DECIMAL_ZERO, /* 01 */
  MFT_LIST_LOWER_LETTER,
  MFT_LIST_UPPER_LETTER,
  MFT_LIST_LOWER_ROMAN,
  MFT_LIST_UPPER_ROMAN,
  MFT_LIST_BULLET,
  MFT_LIST_NONE,
} MftListFormat;

/* The number without what stands around it; "" for BULLET and NONE. Numbers too large for a form are
 * written in digits. Owned by the caller. */
char *mft_list_number (MftListFormat format, guint number);

G_END_DECLS
