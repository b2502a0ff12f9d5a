/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/register.h"

#include "base/clock.h"

#include "agreement/shown.h"

#include "store/library-private.h"
#include "store/stored.h"

#define ENTRY_COLUMNS "id, title, number, parties, status, changed"

/* "in-force" as one word of the index. */
static char *
status_word (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", -1);

  return g_strjoinv ("", parts);
}

static char *
all_text (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  GString *text = g_string_new (NULL);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *shown = mft_shown_text (agreement, at);
      g_string_append_printf (text, "%s %s\n", mft_block_get_label (at), shown);
    }
  return g_string_free (text, FALSE);
}

/* An older version of the library knew the titles only. */
static gboolean
describe (MftLibrary *library, const char *id, MftAgreement *agreement, GError **error)
{
  g_autofree char *number = _mft_library_join_parties (agreement, "nomor");
  g_autofree char *parties = _mft_library_join_parties (agreement, "nama");

  return mft_database_do (library->database, error,
                          "UPDATE agreement SET number = ?2, parties = ?3 WHERE id = ?1", "sss", id,
                          number, parties);
}

/* Puts what is searched of one agreement behind all the others: it was changed last. A text that cannot
 * be read is found by what the register knows. */
static gboolean
index_one (MftLibrary *library, const char *id, GError **error)
{
  sqlite3 *database = library->database;
  g_autoptr (GBytes) naskah = _mft_library_naskah (library, id, error);
  g_autoptr (MftAgreement) agreement = naskah != NULL ? _mft_stored_read (naskah, NULL) : NULL;
  g_autofree char *text = agreement != NULL ? all_text (agreement) : g_strdup ("");

  if (agreement != NULL && !describe (library, id, agreement, error))
    return FALSE;
  g_autoptr (MftLibraryEntry) entry
      = naskah != NULL ? mft_register_find (library, id, error) : NULL;
  gint64 place = 0;

  if (entry == NULL
      || !mft_database_number (database, "SELECT ifnull(max(place), 0) FROM agreement", &place,
                               error))
    return FALSE;
  g_autofree char *status = status_word (mft_status_name (entry->status));
  place = MAX (place + 1, mft_clock_now ());
  return mft_database_do (database, error,
                          "DELETE FROM words WHERE rowid ="
                          " (SELECT place FROM agreement WHERE id = ?1)",
                          "s", id)
         && mft_database_do (database, error,
                             "INSERT INTO words (rowid, title, number, parties, text, status)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                             "isssss", place, entry->title, entry->number, entry->parties, text,
                             status)
         && mft_database_do (database, error,
                             "UPDATE agreement SET place = ?2, stale = 0 WHERE id = ?1", "si", id,
                             place);
}

/* The ids, the one that was changed first first. There are few: SQLite would rather go through all
 * agreements than sort them. */
static GPtrArray *
list_stale (MftLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement
      = mft_database_prepare (library->database, error,
                              "SELECT id FROM agreement INDEXED BY agreement_stale"
                              " WHERE stale = 1 AND removed = 0 ORDER BY changed",
                              "");
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  while (mft_database_step (library->database, statement, &failure))
    g_ptr_array_add (ids, g_strdup (mft_database_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, failure);
  return NULL;
}

gboolean
_mft_library_index (MftLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) ids = library->read_only ? NULL : list_stale (library, error);
  gboolean done = TRUE;

  if (ids == NULL)
    return library->read_only;
  if (ids->len == 0)
    return TRUE;
  if (!mft_database_begin (library->database, error))
    return FALSE;
  for (guint i = 0; done && i < ids->len; i++)
    done = index_one (library, g_ptr_array_index (ids, i), error);
  return mft_database_end (library->database, done, error);
}

/* "status IN ('draft', 'ready')", or "1". */
static char *
status_condition (guint statuses)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < MFT_STATUS_N; i++)
    if (statuses & (1u << i))
      g_string_append_printf (sql, "%s'%s'", sql->len > 0 ? ", " : "",
                              mft_status_name ((MftStatus) i));
  return sql->len > 0 ? g_strdup_printf ("status IN (%s)", sql->str) : g_strdup ("1");
}

/* The query in the language of FTS5: letters and digits only get into it. NULL: no words. */
static char *
match_of (const MftRegisterQuery *query)
{
  g_autofree char *words = g_utf8_make_valid (query->words != NULL ? query->words : "", -1);
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GString) statuses = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gboolean part = g_unichar_isalnum (letter) || g_unichar_ismark (letter);
      if (part && !inside)
        g_string_append (match, match->len > 0 ? " AND \"" : "\"");
      else if (!part && inside)
        g_string_append (match, "\"*");
      if (part)
        g_string_append_unichar (match, letter);
      inside = part;
    }
  if (match->len == 0)
    return NULL;
  g_string_append (match, inside ? "\"*" : "");
  for (guint i = 0; i < MFT_STATUS_N; i++)
    if (query->statuses & (1u << i))
      {
        g_autofree char *word = status_word (mft_status_name ((MftStatus) i));
        g_string_append_printf (statuses, "%s\"%s\"", statuses->len > 0 ? " OR " : "", word);
      }
  return statuses->len > 0 ? g_strdup_printf (
             "{title number parties text} : (%s) AND status : (%s)", match->str, statuses->str)
                           : g_strdup_printf ("{title number parties text} : (%s)", match->str);
}

static MftLibraryEntry *
read_entry (sqlite3_stmt *statement)
{
  MftLibraryEntry *entry = g_new (MftLibraryEntry, 1);

  entry->id = g_strdup (mft_database_text (statement, 0));
  entry->title = g_strdup (mft_database_text (statement, 1));
  entry->number = g_strdup (mft_database_text (statement, 2));
  entry->parties = g_strdup (mft_database_text (statement, 3));
  if (!mft_status_from_name (mft_database_text (statement, 4), &entry->status))
    entry->status = MFT_STATUS_DRAFT;
  entry->changed = sqlite3_column_int64 (statement, 5);
  return entry;
}

static sqlite3_stmt *
prepare_list (MftLibrary *library, const MftRegisterQuery *query, const char *match, guint from,
              guint most, GError **error)
{
  if (match != NULL)
    {
      guint last = MIN (from, MFT_REGISTER_FOUND_MOST);
      return mft_database_prepare (
          library->database, error,
          "SELECT " ENTRY_COLUMNS " FROM (SELECT rowid AS found FROM words WHERE words MATCH ?1"
          "  ORDER BY rowid DESC LIMIT ?2 OFFSET ?3)"
          " JOIN agreement ON place = found WHERE removed = 0 ORDER BY found DESC",
          "sii", match, (gint64) MIN (most, MFT_REGISTER_FOUND_MOST - last), (gint64) last);
    }
  g_autofree char *condition = status_condition (query->statuses);
  g_autofree char *sql
      = g_strdup_printf ("SELECT a.id, title, number, parties, a.status, a.changed FROM"
                         " (SELECT id FROM agreement WHERE removed = 0 AND %s"
                         "  ORDER BY changed DESC, id LIMIT ?1 OFFSET ?2) AS page"
                         " JOIN agreement AS a ON a.id = page.id ORDER BY a.changed DESC, a.id",
                         condition);
  return mft_database_prepare (library->database, error, sql, "ii", (gint64) most, (gint64) from);
}

GPtrArray *
mft_register_list (MftLibrary *library, const MftRegisterQuery *query, guint from, guint most,
                   GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_library_entry_free);
  g_autofree char *match = match_of (query);
  GError *failure = NULL;

  if (match != NULL && !_mft_library_index (library, error))
    return NULL;
  g_autoptr (sqlite3_stmt) statement = prepare_list (library, query, match, from, most, error);
  if (statement == NULL)
    return NULL;
  while (mft_database_step (library->database, statement, &failure))
    g_ptr_array_add (entries, read_entry (statement));
  if (failure == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, failure);
  return NULL;
}

gboolean
mft_register_count (MftLibrary *library, const MftRegisterQuery *query, guint *count,
                    GError **error)
{
  g_autofree char *match = match_of (query);
  g_autofree char *condition = status_condition (query->statuses);
  g_autofree char *sql = NULL;
  gint64 number = 0;

  if (match != NULL)
    {
      g_autoptr (GPtrArray) found
          = mft_register_list (library, query, 0, MFT_REGISTER_FOUND_MOST, error);
      *count = found != NULL ? found->len : 0;
      return found != NULL;
    }
  sql = g_strdup_printf ("SELECT count(*) FROM agreement WHERE removed = 0 AND %s", condition);
  if (!mft_database_number (library->database, sql, &number, error))
    return FALSE;
  *count = (guint) number;
  return TRUE;
}

MftLibraryEntry *
mft_register_find (MftLibrary *library, const char *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, error,
      "SELECT " ENTRY_COLUMNS " FROM agreement WHERE id = ?1 AND removed = 0", "s", id);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  if (mft_database_step (library->database, statement, &failure))
    return read_entry (statement);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    _mft_library_fail_missing (id, error);
  return NULL;
}

MftLibraryEntry *
mft_library_entry_copy (const MftLibraryEntry *entry)
{
  MftLibraryEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->id = g_strdup (entry->id);
  copy->title = g_strdup (entry->title);
  copy->number = g_strdup (entry->number);
  copy->parties = g_strdup (entry->parties);
  return copy;
}

void
mft_library_entry_free (MftLibraryEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->number);
  g_free (entry->parties);
  g_free (entry);
}
