/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* How pages are numbered. */
typedef enum
{
  MFT_PAGE_NUMBERS_DASHES, /* "- 3 -" over the text, not on the first page */
  MFT_PAGE_NUMBERS_OF,     /* "Halaman 3 dari 11" */
  MFT_PAGE_NUMBERS_NONE,
} MftPageNumbers;

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
  MftPageNumbers numbers;
  gboolean catchword; /* the next page's first word at a page's foot */
} MftProfile;

/* "a4", "f4", "a4-arial", "f4-arial"; NULL if there is no such profile. */
const MftProfile *mft_profile_find (const char *id);

/* All of them, ended by one without id. */
const MftProfile *mft_profiles (void);

/* What an agreement's settings change in its profile; a value that says nothing changes nothing:
 *   profil          the profile's id
 *   ukuran_huruf    10 … 14 points
 *   spasi           rapat | sedang | lega     1.2, 1.35, 1.5 times the size
 *   batas           "30 20 25 27"             margins in mm: left, right, top, bottom
 *   nomor_halaman   strip | dari | tanpa
 *   kata_sambung    ya | tidak
 *   kepala_halaman, kaki_halaman              words on every page
 *   logo_kiri, logo_kanan, lambang            "aset/…", over the title
 *   kotak_paraf     ya | tidak                initials on every page, where the closing is wet
 *   lampiran.ID     the id of an attachment's own profile */
#define MFT_SETTING_PROFILE "profil"
#define MFT_SETTING_SIZE "ukuran_huruf"
#define MFT_SETTING_LEADING "spasi"
#define MFT_SETTING_MARGINS "batas"
#define MFT_SETTING_NUMBERS "nomor_halaman"
#define MFT_SETTING_CATCHWORD "kata_sambung"
#define MFT_SETTING_HEAD "kepala_halaman"
#define MFT_SETTING_FOOT "kaki_halaman"
#define MFT_SETTING_LOGO_LEFT "logo_kiri"
#define MFT_SETTING_LOGO_RIGHT "logo_kanan"
#define MFT_SETTING_EMBLEM "lambang"
#define MFT_SETTING_INITIALS "kotak_paraf"
#define MFT_SETTING_ATTACHMENT "lampiran."

#define MFT_MARGIN_LEAST 10
#define MFT_MARGIN_MOST 60

/* Whether `key` is one of them: the page depends on it. */
gboolean mft_profile_is_setting (const char *key);

/* The entry that stands at one of the places for logos (LOGO_LEFT, LOGO_RIGHT, EMBLEM): the setting's, or
 * else, at the sides, the logo of the first and of the second party. NULL for none. */
const char *mft_profile_get_logo (MftAgreement *agreement, const char *place);

/* The profile `id` (NULL: as the settings say) with what the settings change. FALSE: no such profile. */
gboolean mft_profile_init (MftProfile *profile, MftAgreement *agreement, const char *id);

/* The pages of one attachment, if those of the agreement are `main`. */
void mft_profile_init_attachment (MftProfile *profile, const MftProfile *main,
                                  MftAgreement *agreement, MftBlock *attachment);

G_END_DECLS
