/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the pages of an office look. All lengths in points. */
typedef struct
{
  const char *id;
  double width, height;
  double left, right, top, bottom; /* margins */
  const char *family;
  double size;
  double leading;     /* from baseline to baseline */
  double indent;      /* of each list level */
  double above_pasal; /* space over a Pasal's heading */
  double above_ayat;  /* over an ayat or paragraph */
  double above_item;  /* over a list item */
  double table_size, table_leading;
} MftProfile;

/* "a4" or "f4"; NULL if there is no such profile. */
const MftProfile *mft_profile_find (const char *id);

/* All of them, ended by one without id. */
const MftProfile *mft_profiles (void);

G_END_DECLS
