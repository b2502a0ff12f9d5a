/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/register-report.h"

#include <glib/gi18n.h>

#include "report/status-words.h"

enum
{
  COLUMN_ROW,
  COLUMN_TITLE,
  COLUMN_NUMBER,
  COLUMN_PARTIES,
  COLUMN_SIGNED,
  COLUMN_END,
  COLUMN_STATUS,
  COLUMN_CHANGED,
  N_COLUMNS
};

static const double weights[N_COLUMNS] = { 0.65, 3, 2.2, 2.4, 1.3, 1.2, 1.2, 1.2 };

/* Set in the language of the first report: a program speaks one. */
static const char *const *
titles (void)
{
  static const char *words[N_COLUMNS];

  words[COLUMN_ROW] = _ ("No.");
  words[COLUMN_TITLE] = _ ("Subject");
  words[COLUMN_NUMBER] = _ ("Agreement numbers");
  words[COLUMN_PARTIES] = _ ("Parties");
  words[COLUMN_SIGNED] = _ ("Date and place");
  words[COLUMN_END] = _ ("Ends on");
  words[COLUMN_STATUS] = _ ("Status");
  words[COLUMN_CHANGED] = _ ("Changed");
  return words;
}

/* "2026-11-26" as "26-11-2026"; "" for none. */
static char *
day_of (MftAgreement *agreement, const char *field)
{
  const char *value = mft_agreement_get_value (agreement, field);
  int year, month, day;

  if (value == NULL || sscanf (value, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup ("");
  return g_strdup_printf ("%02d-%02d-%04d", day, month, year);
}

static void
add_entry (MftRoster *roster, const MftLibraryEntry *entry, MftAgreement *agreement, guint row)
{
  g_autofree char *number = g_strdup_printf ("%u", row);
  g_autofree char *day = day_of (agreement, "tanggal_ttd");
  g_autofree char *end = day_of (agreement, "tanggal_akhir");
  const char *place = mft_agreement_get_value (agreement, "tempat_ttd");
  g_autofree char *where
      = g_strconcat (day, day[0] != '\0' && place != NULL ? ", " : "", place, NULL);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (entry->changed / G_USEC_PER_SEC);
  g_autofree char *changed = at != NULL ? g_date_time_format (at, "%d-%m-%Y") : NULL;
  const char *const cells[N_COLUMNS] = {
    [COLUMN_ROW] = number,           [COLUMN_TITLE] = entry->title,
    [COLUMN_NUMBER] = entry->number, [COLUMN_PARTIES] = entry->parties,
    [COLUMN_SIGNED] = where,         [COLUMN_END] = end,
    [COLUMN_CHANGED] = changed,      [COLUMN_STATUS] = mft_status_word (entry->status),
  };

  mft_roster_row (roster, cells);
}

MftRoster *
mft_register_report (MftLibrary *library, GPtrArray *entries, GDateTime *date, GError **error)
{
  g_autofree char *day = g_date_time_format (date, "%d-%m-%Y");
  /* Translators: how many agreements, and on which day. */
  g_autofree char *note
      = g_strdup_printf (ngettext ("%u agreement in the library on %s.",
                                   "%u agreements in the library on %s.", entries->len),
                         entries->len, day);
  g_autoptr (MftRoster) roster = mft_roster_new (_ ("Register of agreements"), note);

  mft_roster_begin (roster, NULL, titles (), weights, N_COLUMNS);
  for (guint i = 0; i < entries->len; i++)
    {
      const MftLibraryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (MftAgreement) agreement = mft_library_load (library, entry->id, NULL, error);
      if (agreement == NULL)
        return NULL;
      add_entry (roster, entry, agreement, i + 1);
    }
  return g_steal_pointer (&roster);
}
