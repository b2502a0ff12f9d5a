/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a place to fill in holds, as a template writes it: {jangka_waktu:durasi}. */
typedef enum
{
  MFT_SLOT_NONE, /* written without a kind: party fields, {NASKAH}, {TENTANG} */
  MFT_SLOT_TEKS,
  MFT_SLOT_BILANGAN,
  MFT_SLOT_DURASI,
  MFT_SLOT_PERSEN,
  MFT_SLOT_UANG,
  MFT_SLOT_TANGGAL,
  MFT_SLOT_HARI_TANGGAL,
  MFT_SLOT_TAHUN,
  MFT_SLOT_PILIHAN,
  MFT_SLOT_DAFTAR,
  MFT_SLOT_KONTAK,
  MFT_SLOT_TABEL,
  MFT_SLOT_PIHAK,
} MftSlotKind;

/* FALSE if there is no kind of that name. */
gboolean mft_slot_kind_parse (const char *name, MftSlotKind *kind);

/* The name a template writes; "" for MFT_SLOT_NONE. */
const char *mft_slot_kind_name (MftSlotKind kind);

G_END_DECLS
