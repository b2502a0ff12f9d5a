/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/object.h"

G_BEGIN_DECLS

struct MftPdfObject
{
  int ref_count;
  MftPdfType type;
  goffset start;
  goffset end;
  union
  {
    gint64 integer; /* also booleans */
    struct
    {
      char *bytes; /* NUL behind; a real's own spelling */
      gsize size;
    } text;
    struct
    {
      guint32 number;
      guint32 generation;
    } reference;
    GPtrArray *items;
    struct
    {
      GPtrArray *values;
      GPtrArray *keys; /* char* */
      goffset data_start;
      goffset data_size;
      gboolean has_duplicates;
      guint32 number; /* of a stream: its data are hidden by it */
      guint32 generation;
    } dict;
  } as;
};

/* Takes `bytes`, which has a NUL behind its `size` bytes. */
MftPdfObject *_mft_pdf_object_new_taking (MftPdfType type, char *bytes, gsize size);

/* Makes a dictionary a stream. */
void _mft_pdf_object_make_stream (MftPdfObject *dict, goffset data_start, goffset data_size);

G_END_DECLS
