/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/version-menu.h"

#include <glib/gi18n.h>

#include "ui/versions/versions-pane.h"

#include "store/library-version.h"
#include "store/register.h"

/* Titles differ in their ends as well: a longer one loses its middle. */
#define TITLE_MOST 44
#define WORKS_MOST 12
#define VERSIONS_MOST 15

static char *
dup_short (const char *title)
{
  glong length = g_utf8_strlen (title, -1);

  if (length <= TITLE_MOST)
    return g_strdup (title);
  g_autofree char *start = g_utf8_substring (title, 0, TITLE_MOST / 2);
  const char *end = g_utf8_offset_to_pointer (title, length - TITLE_MOST / 2 + 1);
  return g_strconcat (start, "…", end, NULL);
}

char *
mft_version_dup_dated (const char *title, gint64 time)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autofree char *words = at != NULL ? g_date_time_format (at, "%d-%m-%Y %H.%M") : NULL;

  return g_strdup_printf ("%s · %s", title, words != NULL ? words : "?");
}

static char *
dup_title (const MftLibraryEntry *entry)
{
  g_autofree char *title = dup_short (entry->title);

  return mft_version_dup_dated (title, entry->changed);
}

static void
append_kept (GMenu *menu, const char *id, const MftLibraryVersion *version)
{
  g_autofree char *subtitle = mft_version_dup_subtitle (version);
  /* Translators: a version's name, and when it was kept. */
  g_autofree char *title = g_strdup_printf (_ ("%s (%s)"), mft_version_title (version), subtitle);
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, "version.kept", "(sx)", id, version->number);
  g_menu_append_item (menu, item);
}

static void
append_present (GMenu *menu, const char *title, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, "version.work", "s", id);
  g_menu_append_item (menu, item);
}

/* A work; if versions of it were kept, these below it. */
static void
append_work (GMenu *menu, MftLibrary *library, const MftLibraryEntry *entry)
{
  g_autofree char *title = dup_title (entry);
  g_autoptr (GPtrArray) versions = mft_library_versions (library, entry->id, NULL);
  g_autoptr (GMenu) below = g_menu_new ();
  g_autoptr (GMenu) kept = g_menu_new ();

  if (versions == NULL || versions->len == 0)
    {
      append_present (menu, title, entry->id);
      return;
    }
  append_present (below, _ ("Present text"), entry->id);
  for (guint i = 0; i < MIN (versions->len, VERSIONS_MOST); i++)
    append_kept (kept, entry->id, versions->pdata[i]);
  g_menu_append_section (below, _ ("Versions"), G_MENU_MODEL (kept));
  g_menu_append_submenu (menu, title, G_MENU_MODEL (below));
}

GMenuModel *
mft_version_menu_new (MftLibrary *library, gboolean pastes)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) works = g_menu_new ();
  const MftRegisterQuery all = { 0 };
  g_autoptr (GPtrArray) entries
      = library != NULL ? mft_register_list (library, &all, 0, WORKS_MOST, NULL) : NULL;

  g_menu_append (menu, _ ("Choose a file…"), "version.file");
  if (pastes)
    g_menu_append (menu, _ ("Paste a text…"), "version.paste");
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    append_work (works, library, entries->pdata[i]);
  g_menu_append_section (menu, _ ("Worked on last"), G_MENU_MODEL (works));
  return G_MENU_MODEL (menu);
}
