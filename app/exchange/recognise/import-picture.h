/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/recognise/line.h"

G_BEGIN_DECLS

/* A picture of a source, in line with its words. */
typedef struct
{
  guint number;       /* of the line, as in MftImportLine; 0: in a margin */
  guint before;       /* how many lines with words stand before it */
  gboolean captioned; /* the next line stands in the same paragraph */
  MftImportPlace place;
  char *name;
  char *id; /* as in MftImportLine */
  GBytes *bytes;
} MftImportPicture;

void mft_import_picture_free (MftImportPicture *picture);

G_END_DECLS
