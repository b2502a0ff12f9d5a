/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/flow/flow.h"

#include "draw/fonts.h"
#include "draw/stamp.h"

/* Space above by the profile: none, like an ayat's, an item's, a Pasal's. */
typedef enum
{
  ABOVE_NONE,
  ABOVE_AYAT,
  ABOVE_ITEM,
  ABOVE_PASAL,
  ABOVE_SIGNATURE, /* and below: a stamp's place */
} Above;

static const struct
{
  const char *id;
  const char *name;
  MftFlowAlign align;
  gboolean bold;
  gboolean keep_next;
  guint outline;
  Above above;
} looks[MFT_FLOW_N_STYLES] = {
  [MFT_FLOW_TITLE] = { "Judul", "Judul Perjanjian", MFT_FLOW_CENTRE, TRUE, TRUE, 0, ABOVE_AYAT },
  [MFT_FLOW_BODY] = { "Isi", "Isi", MFT_FLOW_JUSTIFIED, FALSE, FALSE, 0, ABOVE_AYAT },
  [MFT_FLOW_CHAPTER] = { "Bab", "Bab", MFT_FLOW_CENTRE, TRUE, TRUE, 0, ABOVE_PASAL },
  [MFT_FLOW_PASAL] = { "Pasal", "Pasal", MFT_FLOW_CENTRE, TRUE, TRUE, 1, ABOVE_PASAL },
  [MFT_FLOW_AYAT] = { "Ayat", "Ayat", MFT_FLOW_JUSTIFIED, FALSE, FALSE, 0, ABOVE_AYAT },
  [MFT_FLOW_HURUF] = { "Huruf", "Huruf", MFT_FLOW_JUSTIFIED, FALSE, FALSE, 0, ABOVE_ITEM },
  [MFT_FLOW_ANGKA] = { "Angka", "Angka", MFT_FLOW_JUSTIFIED, FALSE, FALSE, 0, ABOVE_ITEM },
  [MFT_FLOW_SUB_HURUF]
  = { "SubHuruf", "Sub Huruf", MFT_FLOW_JUSTIFIED, FALSE, FALSE, 0, ABOVE_ITEM },
  [MFT_FLOW_SUB_ANGKA]
  = { "SubAngka", "Sub Angka", MFT_FLOW_JUSTIFIED, FALSE, FALSE, 0, ABOVE_ITEM },
  [MFT_FLOW_CONTACT] = { "Penghubung", "Penghubung", MFT_FLOW_LEFT, FALSE, FALSE, 0, ABOVE_NONE },
  [MFT_FLOW_PERSON_NAME]
  = { "KomparisiNama", "Komparisi Nama", MFT_FLOW_LEFT, TRUE, FALSE, 0, ABOVE_AYAT },
  [MFT_FLOW_PERSON] = { "Komparisi", "Komparisi", MFT_FLOW_JUSTIFIED, FALSE, FALSE, 0, ABOVE_AYAT },
  [MFT_FLOW_ROLE]
  = { "PihakPenandaTangan", "Pihak Penanda Tangan", MFT_FLOW_CENTRE, TRUE, TRUE, 0, ABOVE_PASAL },
  [MFT_FLOW_SPACE]
  = { "RuangTandaTangan", "Ruang Tanda Tangan", MFT_FLOW_CENTRE, FALSE, TRUE, 0, ABOVE_SIGNATURE },
  [MFT_FLOW_SIGNER]
  = { "NamaPenandaTangan", "Nama Penanda Tangan", MFT_FLOW_CENTRE, FALSE, FALSE, 0, ABOVE_NONE },
  [MFT_FLOW_ATTACHMENT] = { "Lampiran", "Lampiran", MFT_FLOW_LEFT, TRUE, TRUE, 1, ABOVE_NONE },
  [MFT_FLOW_ATTACHMENT_HEAD]
  = { "KepalaLampiran", "Kepala Lampiran", MFT_FLOW_LEFT, FALSE, TRUE, 0, ABOVE_NONE },
  [MFT_FLOW_ATTACHMENT_TITLE]
  = { "JudulLampiran", "Judul Lampiran", MFT_FLOW_CENTRE, TRUE, TRUE, 0, ABOVE_PASAL },
  [MFT_FLOW_SUBTITLE] = { "Subjudul", "Subjudul", MFT_FLOW_CENTRE, TRUE, TRUE, 0, ABOVE_ITEM },
  [MFT_FLOW_TABLE_HEAD]
  = { "KepalaTabel", "Kepala Tabel", MFT_FLOW_CENTRE, TRUE, TRUE, 0, ABOVE_NONE },
  [MFT_FLOW_LOGO] = { "Logo", "Logo", MFT_FLOW_CENTRE, FALSE, TRUE, 0, ABOVE_NONE },
  [MFT_FLOW_FIGURE] = { "Gambar", "Gambar", MFT_FLOW_CENTRE, FALSE, FALSE, 0, ABOVE_AYAT },
  [MFT_FLOW_QUOTED_HEADING]
  = { "PasalKutipan", "Pasal Kutipan", MFT_FLOW_CENTRE, TRUE, TRUE, 0, ABOVE_PASAL },
  [MFT_FLOW_TABLE_CELL] = { "IsiTabel", "Isi Tabel", MFT_FLOW_LEFT, FALSE, FALSE, 0, ABOVE_NONE },
};

static double
space_above (Above above, const MftProfile *profile)
{
  switch (above)
    {
    case ABOVE_NONE:
      return 0;
    case ABOVE_AYAT:
      return profile->above_ayat;
    case ABOVE_ITEM:
      return profile->above_item;
    case ABOVE_PASAL:
      return profile->above_pasal;
    case ABOVE_SIGNATURE:
      return (MFT_STAMP_HEIGHT - profile->leading) / 2;
    }
  g_return_val_if_reached (0);
}

MftFlowLook
mft_flow_look (MftFlowStyle style, const MftProfile *profile)
{
  gboolean small = style == MFT_FLOW_TABLE_HEAD || style == MFT_FLOW_TABLE_CELL;

  return (MftFlowLook){
    .id = looks[style].id,
    .name = looks[style].name,
    .align = looks[style].align,
    .bold = looks[style].bold,
    .keep_next = looks[style].keep_next,
    .outline = looks[style].outline,
    .above = space_above (looks[style].above, profile),
    .below = looks[style].above == ABOVE_SIGNATURE ? space_above (ABOVE_SIGNATURE, profile) : 0,
    .size = small ? profile->table_size : profile->size,
    .leading = small ? profile->table_leading : profile->leading,
  };
}

gboolean
mft_flow_is_sans (const MftProfile *profile)
{
  return g_str_equal (profile->family, MFT_FONT_SANS);
}

const char *
mft_flow_family (const MftProfile *profile)
{
  return mft_flow_is_sans (profile) ? "Arial" : "Bookman Old Style";
}
