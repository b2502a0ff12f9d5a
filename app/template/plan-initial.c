/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/plan.h"

#include <string.h>

#include "template/slot.h"
#include "template/template-choices.h"

/* Which side of a pack's pairs fills a list: what one party owes is the other's right. */
static const struct
{
  const char *field;
  const char *key;
  guint side;
} pairs[] = {
  { "kewajiban_p1", "pasangan PIHAK KESATU", 0 },
  { "hak_p2", "pasangan PIHAK KESATU", 1 },
  { "kewajiban_p2", "pasangan PIHAK KEDUA", 0 },
  { "hak_p1", "pasangan PIHAK KEDUA", 1 },
};

static char *
join_items (GPtrArray *items, int side)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_auto (GStrv) sides = g_strsplit (items->pdata[i], "↔", 2);
      const char *item = side == 1 ? (sides[1] != NULL ? sides[1] : "") : sides[0];
      g_autofree char *clean = g_strstrip (g_strdup (item));
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, clean);
    }
  return g_string_free (lines, FALSE);
}

static char *
list_of_pack (const MftUnit *pack, const char *field)
{
  const char *key = field;
  int side = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (pairs[i].field, field))
      {
        key = pairs[i].key;
        side = (int) pairs[i].side;
      }
  MftEntry *entry = mft_entries_find (pack->entries, key);
  return entry != NULL && entry->items != NULL ? join_items (entry->items, side) : NULL;
}

static char *
of_unit (const MftUnit *unit, const char *field)
{
  const char *value = NULL;
  MftEntry *entry = mft_entries_find_initial (unit->entries, field, &value);

  if (entry == NULL)
    return NULL;
  return entry->items != NULL ? join_items (entry->items, 0) : g_strdup (value);
}

/* The default of a party's field is written once for all parties: "pN.atas_nama", "{pN.nama}". */
static char *
of_party (const char *field)
{
  const char *dot = strchr (field, '.');

  if (field[0] != 'p' || !g_ascii_isdigit (field[1]) || dot == NULL)
    return NULL;
  g_autofree char *general = g_strconcat ("pN", dot, NULL);
  g_autofree char *party = g_strndup (field, (gsize) (dot - field));
  const MftSlot *slot = mft_slot_find (general);
  g_auto (GStrv) parts
      = slot != NULL && slot->initial != NULL ? g_strsplit (slot->initial, "pN", 0) : NULL;
  return parts != NULL ? g_strjoinv (party, parts) : NULL;
}

char *
mft_plan_dup_initial (const MftPlan *plan, const char *field)
{
  const MftSlot *slot = mft_slot_find (field);
  /* A variant of a field's name chooses its value. */
  const char *chosen
      = slot != NULL && slot->kind == MFT_SLOT_PILIHAN ? mft_plan_get_choice (plan, field) : NULL;
  char *initial = g_strdup (chosen);

  if (initial == NULL && plan->pack != NULL)
    initial = list_of_pack (plan->pack, field);
  if (initial == NULL && plan->pack != NULL)
    initial = of_unit (plan->pack, field);
  if (initial == NULL)
    initial = of_unit (plan->template->unit, field);
  if (initial == NULL && slot != NULL)
    initial = g_strdup (slot->initial);
  if (initial == NULL)
    initial = of_party (field);
  if (initial != NULL && slot != NULL && slot->kind == MFT_SLOT_DAFTAR)
    g_strdelimit (initial, ";", '\n');
  return initial;
}
