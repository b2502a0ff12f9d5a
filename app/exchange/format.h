/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "exchange/read-options.h"

G_BEGIN_DECLS

/* A kind of file that agreements come from or go to; one row of a table. PDF out is not here: pages
 * are made by typeset. */
typedef struct
{
  const char *kind;               /* "docx": in reports and JSON */
  const char *const *endings;     /* ".docx" */
  gboolean (*is) (GBytes *bytes); /* by its first bytes; NULL: cannot be told */
  /* NULL: not read, not written. */
  MftAgreement *(*read) (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                         GError **error);
  GBytes *(*write) (MftAgreement *agreement, GError **error);
} MftFormat;

/* By the name's ending in any case, or by the first bytes. NULL if there is none. */
const MftFormat *mft_format_find_by_name (const char *name);
const MftFormat *mft_format_find_by_bytes (GBytes *bytes);

G_END_DECLS
