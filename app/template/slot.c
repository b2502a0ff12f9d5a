/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/slot.h"

#include "base/content.h"

static char *
filled (const char *cell)
{
  return *cell != '\0' ? g_strdup (cell) : NULL;
}

static MftSlot *
slot_from_row (const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", 0);
  MftSlot *slot = g_new0 (MftSlot, 1);

  /* Our own table, compiled in: a broken row is our fault. */
  g_assert (g_strv_length (cells) == 6);
  g_assert (mft_slot_kind_parse (cells[1], &slot->kind));
  slot->id = g_strdup (cells[0]);
  slot->initial = filled (cells[2]);
  slot->required = g_str_equal (cells[3], "ya");
  slot->choices = *cells[4] != '\0' ? g_strsplit (cells[4], ";", 0) : NULL;
  slot->meaning = g_strdup (cells[5]);
  return slot;
}

static GPtrArray *
table (void)
{
  static GPtrArray *slots = NULL;

  if (g_once_init_enter (&slots))
    {
      GPtrArray *rows = g_ptr_array_new ();
      g_autoptr (GBytes) bytes = mft_content_read ("fields.tsv");
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_auto (GStrv) lines = g_strsplit (text, "\n", 0);

      for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
        g_ptr_array_add (rows, slot_from_row (lines[i]));
      g_ptr_array_add (rows, NULL);
      g_once_init_leave (&slots, rows);
    }
  return slots;
}

const MftSlot *const *
mft_slots (void)
{
  return (const MftSlot *const *) table ()->pdata;
}

const MftSlot *
mft_slot_find (const char *id)
{
  for (const MftSlot *const *slot = mft_slots (); *slot != NULL; slot++)
    if (g_str_equal ((*slot)->id, id))
      return *slot;
  return NULL;
}

MftFieldType
mft_slot_kind_type (MftSlotKind kind)
{
  switch (kind)
    {
    case MFT_SLOT_BILANGAN:
      return MFT_FIELD_INTEGER;
    case MFT_SLOT_DURASI:
      return MFT_FIELD_DURATION;
    case MFT_SLOT_PERSEN:
      return MFT_FIELD_PERCENT;
    case MFT_SLOT_UANG:
      return MFT_FIELD_MONEY;
    case MFT_SLOT_TANGGAL:
    case MFT_SLOT_HARI_TANGGAL:
      return MFT_FIELD_DATE;
    case MFT_SLOT_TAHUN:
      return MFT_FIELD_YEAR;
    case MFT_SLOT_PILIHAN:
      return MFT_FIELD_CHOICE;
    case MFT_SLOT_NONE:
    case MFT_SLOT_TEKS:
    case MFT_SLOT_DAFTAR:
    case MFT_SLOT_KONTAK:
    case MFT_SLOT_TABEL:
    case MFT_SLOT_PIHAK:
      break;
    }
  return MFT_FIELD_TEXT;
}

MftField *
mft_slot_new_field (const MftSlot *slot)
{
  return mft_field_new (slot->id, mft_slot_kind_type (slot->kind), slot->required, slot->meaning,
                        (const char *const *) slot->choices);
}
