/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/profile.h"

#include "agreement/party.h"
#include "draw/fonts.h"

#define MM(millimetres) ((millimetres) *72 / 25.4)

#define SIZE 12.0
#define SIZE_LEAST 10
#define SIZE_MOST 14

/* Bookman 12 on F4 is Permendagri 53/2011 Ps 92 for produk hukum daerah, Arial on A4 the guides on tata
 * naskah dinas of ministries; margins as in those guides (left 3, right 2, at least 2 at the top and
 * 2.5 at the foot). */
#define A4 .width = MM (210), .height = MM (297)
#define F4 .width = MM (215), .height = MM (330)
#define COMMON                                                                                     \
  .left = MM (30), .right = MM (20), .top = MM (25), .bottom = MM (27), .size = SIZE,              \
  .leading = 18, .indent = 28, .above_pasal = 18, .above_ayat = 6, .above_item = 3,                \
  .table_size = 10, .table_leading = 14

static const MftProfile profiles[] = {
  { .id = "a4", A4, COMMON, .family = MFT_FONT_BOOKMAN },
  { .id = "f4", F4, COMMON, .family = MFT_FONT_BOOKMAN },
  { .id = "a4-arial", A4, COMMON, .family = MFT_FONT_SANS, .numbers = MFT_PAGE_NUMBERS_OF },
  { .id = "f4-arial", F4, COMMON, .family = MFT_FONT_SANS, .numbers = MFT_PAGE_NUMBERS_OF },
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

const char *
mft_profile_get_logo (MftAgreement *agreement, const char *place)
{
  const char *name = mft_agreement_get_setting (agreement, place);

  if (name != NULL && *name != '\0')
    return name;
  if (g_str_equal (place, MFT_SETTING_LOGO_LEFT))
    return mft_party_get (agreement, 1, "logo");
  return g_str_equal (place, MFT_SETTING_LOGO_RIGHT) ? mft_party_get (agreement, 2, "logo") : NULL;
}

gboolean
mft_profile_is_setting (const char *key)
{
  static const char *const keys[] = { MFT_SETTING_PROFILE,
                                      MFT_SETTING_SIZE,
                                      MFT_SETTING_LEADING,
                                      MFT_SETTING_MARGINS,
                                      MFT_SETTING_NUMBERS,
                                      MFT_SETTING_CATCHWORD,
                                      MFT_SETTING_HEAD,
                                      MFT_SETTING_FOOT,
                                      MFT_SETTING_LOGO_LEFT,
                                      MFT_SETTING_LOGO_RIGHT,
                                      MFT_SETTING_EMBLEM,
                                      MFT_SETTING_INITIALS,
                                      NULL };

  return g_strv_contains (keys, key) || g_str_has_prefix (key, MFT_SETTING_ATTACHMENT);
}

/* The letters' size changes everything that is measured by it. */
static void
set_size (MftProfile *profile, double size)
{
  double factor = size / profile->size;

  profile->size = size;
  profile->leading *= factor;
  profile->indent *= factor;
  profile->above_pasal *= factor;
  profile->above_ayat *= factor;
  profile->above_item *= factor;
}

static void
read_size (MftProfile *profile, const char *value)
{
  guint64 size;

  if (value != NULL && g_ascii_string_to_unsigned (value, 10, SIZE_LEAST, SIZE_MOST, &size, NULL))
    set_size (profile, (double) size);
}

static void
read_leading (MftProfile *profile, const char *value)
{
  static const struct
  {
    const char *name;
    double factor;
  } leadings[] = { { "rapat", 1.2 }, { "sedang", 1.35 }, { "lega", 1.5 } };

  for (guint i = 0; i < G_N_ELEMENTS (leadings); i++)
    if (g_strcmp0 (value, leadings[i].name) == 0)
      profile->leading = profile->size * leadings[i].factor;
}

static void
read_margins (MftProfile *profile, const char *value)
{
  double *const margins[] = { &profile->left, &profile->right, &profile->top, &profile->bottom };
  g_auto (GStrv) words = g_strsplit (value != NULL ? value : "", " ", -1);
  guint64 lengths[G_N_ELEMENTS (margins)];

  if (g_strv_length (words) != G_N_ELEMENTS (margins))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    if (!g_ascii_string_to_unsigned (words[i], 10, MFT_MARGIN_LEAST, MFT_MARGIN_MOST, &lengths[i],
                                     NULL))
      return;
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    *margins[i] = MM ((double) lengths[i]);
}

static void
read_numbers (MftProfile *profile, const char *value)
{
  static const char *const names[] = { [MFT_PAGE_NUMBERS_DASHES] = "strip",
                                       [MFT_PAGE_NUMBERS_OF] = "dari",
                                       [MFT_PAGE_NUMBERS_NONE] = "tanpa" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (value, names[i]) == 0)
      profile->numbers = (MftPageNumbers) i;
}

static void
read_settings (MftProfile *profile, MftAgreement *agreement)
{
  const char *catchword = mft_agreement_get_setting (agreement, MFT_SETTING_CATCHWORD);

  read_size (profile, mft_agreement_get_setting (agreement, MFT_SETTING_SIZE));
  read_leading (profile, mft_agreement_get_setting (agreement, MFT_SETTING_LEADING));
  read_margins (profile, mft_agreement_get_setting (agreement, MFT_SETTING_MARGINS));
  read_numbers (profile, mft_agreement_get_setting (agreement, MFT_SETTING_NUMBERS));
  if (catchword != NULL)
    profile->catchword = g_str_equal (catchword, "ya");
}

gboolean
mft_profile_init (MftProfile *profile, MftAgreement *agreement, const char *id)
{
  const char *named = id != NULL ? id : mft_agreement_get_setting (agreement, MFT_SETTING_PROFILE);
  const MftProfile *found = mft_profile_find (named);

  if (found == NULL)
    return FALSE;
  *profile = *found;
  read_settings (profile, agreement);
  return TRUE;
}

/* A quarter turn: the head's margin comes to the left, where the sheets are bound. */
static void
lay_across (MftProfile *profile)
{
  MftProfile upright = *profile;

  profile->width = upright.height;
  profile->height = upright.width;
  profile->left = upright.top;
  profile->right = upright.bottom;
  profile->top = upright.left;
  profile->bottom = MAX (upright.right, MM (25));
}

void
mft_profile_init_attachment (MftProfile *profile, const MftProfile *main, MftAgreement *agreement,
                             MftBlock *attachment)
{
  g_autofree char *key = g_strconcat (MFT_SETTING_ATTACHMENT, mft_block_get_id (attachment), NULL);
  const char *id = mft_agreement_get_setting (agreement, key);
  const char *orientation = mft_block_get_trait (attachment, MFT_TRAIT_ORIENTATION);

  if (id == NULL || !mft_profile_init (profile, agreement, id))
    *profile = *main;
  profile->bottom = main->bottom;
  if (g_strcmp0 (orientation, "mendatar") == 0)
    lay_across (profile);
}
