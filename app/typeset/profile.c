/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/profile.h"

#include "draw/fonts.h"

#define MM(millimetres) ((millimetres) *72 / 25.4)

/* Bookman 12 on F4 is Permendagri 53/2011 Ps 92 for produk hukum daerah; margins as in the guides on
 * tata naskah dinas (left 3, right 2, at least 2 at the top and 2.5 at the foot). */
static const MftProfile profiles[] = {
  {
      .id = "a4",
      .width = MM (210),
      .height = MM (297),
      .left = MM (30),
      .right = MM (20),
      .top = MM (25),
      .bottom = MM (27),
      .family = MFT_FONT_BOOKMAN,
      .size = 12,
      .leading = 18,
      .indent = 28,
      .above_pasal = 18,
      .above_ayat = 6,
      .above_item = 3,
      .table_size = 10,
      .table_leading = 14,
  },
  {
      .id = "f4",
      .width = MM (215),
      .height = MM (330),
      .left = MM (30),
      .right = MM (20),
      .top = MM (25),
      .bottom = MM (27),
      .family = MFT_FONT_BOOKMAN,
      .size = 12,
      .leading = 18,
      .indent = 28,
      .above_pasal = 18,
      .above_ayat = 6,
      .above_item = 3,
      .table_size = 10,
      .table_leading = 14,
  },
  { .id = NULL },
};

const MftProfile *
mft_profiles (void)
{
  return profiles;
}

const MftProfile *
mft_profile_find (const char *id)
{
  for (const MftProfile *profile = profiles; profile->id != NULL; profile++)
    if (g_str_equal (profile->id, id))
      return profile;
  return NULL;
}
