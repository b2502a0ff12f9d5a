/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/slot-kind.h"

static const char *const names[] = {
  [MFT_SLOT_NONE] = "",
  [MFT_SLOT_TEKS] = "teks",
  [MFT_SLOT_BILANGAN] = "bilangan",
  [MFT_SLOT_DURASI] = "durasi",
  [MFT_SLOT_PERSEN] = "persen",
  [MFT_SLOT_UANG] = "uang",
  [MFT_SLOT_TANGGAL] = "tanggal",
  [MFT_SLOT_HARI_TANGGAL] = "hari_tanggal",
  [MFT_SLOT_TAHUN] = "tahun",
  [MFT_SLOT_PILIHAN] = "pilihan",
  [MFT_SLOT_DAFTAR] = "daftar",
  [MFT_SLOT_KONTAK] = "kontak",
  [MFT_SLOT_TABEL] = "tabel",
  [MFT_SLOT_PIHAK] = "pihak",
};

gboolean
mft_slot_kind_parse (const char *name, MftSlotKind *kind)
{
  for (guint i = MFT_SLOT_TEKS; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *kind = (MftSlotKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
mft_slot_kind_name (MftSlotKind kind)
{
  return names[kind];
}
