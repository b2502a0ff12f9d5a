/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bahasa/regulation.h"

G_BEGIN_DECLS

/* "Undang-Undang Nomor 11 Tahun 2008 tentang … (Lembaran Negara … Tahun 2008 Nomor 58, Tambahan Lembaran
 * Negara … Nomor 4843)" in a text. Places count bytes; what is not there is from 0 to 0. Private to the
 * room. */
typedef struct
{
  gsize start;
  gsize name_end; /* behind number and year */
  gsize title;
  gsize title_end;
  gsize gazette; /* "Lembaran Negara", "Berita Negara" */
  gsize gazette_end;
  gsize year; /* in the gazette */
  gsize year_end;
  gsize number;
  gsize number_end;
  gsize supplement; /* the number in the Tambahan Lembaran Negara */
  gsize supplement_end;
  gsize end;
  gboolean bulletin;               /* it says Berita Negara */
  gboolean ministerial;            /* of a ministry or agency */
  const MftRegulation *regulation; /* NULL: none that we know */
} MftCitation;

/* From left to right; what a title names is not a citation of its own. An array of MftCitation, owned by
 * the caller. */
GArray *_mft_citations_find (const char *text);

G_END_DECLS
