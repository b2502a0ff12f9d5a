/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/fragment/fragment.h"

G_BEGIN_DECLS

/* Takes lines in their order and says what they are. Shared by the readers of this folder. */
typedef struct
{
  GArray *lines; /* of MftFragmentLine */
  int kinds[4];  /* the marks of the lists that are open, from the outermost */
  guint depth;
  gboolean wants_heading; /* "Pasal 5" stood alone */
} MftFragmentReader;

void _mft_fragment_begin (MftFragmentReader *reader);
void _mft_fragment_add (MftFragmentReader *reader, MftText *text);

G_END_DECLS
