/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library-version.h"

#include "base/clock.h"

#include "agreement/edit.h"
#include "compare/compare.h"

#include "store/library-private.h"
#include "store/packed.h"
#include "store/stored.h"

#define NASKAH_SIZE_MOST (64 * 1024 * 1024)

#define AUTOMATIC_EVERY ((gint64) 10 * 60 * G_USEC_PER_SEC)
#define AUTOMATIC_MOST 200
#define DAY ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)
#define WEEK (7 * DAY)
#define MONTH (30 * DAY)

static const char *const kinds[] = {
  [MFT_VERSION_AUTOMATIC] = "automatic", [MFT_VERSION_NAMED] = "named",
  [MFT_VERSION_SENT] = "sent",           [MFT_VERSION_FINAL] = "final",
  [MFT_VERSION_SIGNED] = "signed",       [MFT_VERSION_CONFLICT] = "conflict",
};

const char *
mft_version_kind_name (MftVersionKind kind)
{
  return kinds[kind];
}

/* Words of a newer program stand for a text that somebody kept. */
static MftVersionKind
kind_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], name))
      return (MftVersionKind) i;
  return MFT_VERSION_NAMED;
}

/* The newest version's `column`, or NULL. */
static sqlite3_stmt *
find_last (MftLibrary *library, const char *id, const char *column)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM version WHERE agreement = ?1 ORDER BY number DESC LIMIT 1", column);
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (library->database, NULL, sql, "s", id);

  return statement != NULL && mft_database_step (library->database, statement, NULL)
             ? g_steal_pointer (&statement)
             : NULL;
}

/* Blocks that read differently, not counting those that only got another number. */
static guint
count_changes (GBytes *before, GBytes *after)
{
  g_autoptr (MftAgreement) left = _mft_stored_read (before, NULL);
  g_autoptr (MftAgreement) right = _mft_stored_read (after, NULL);
  guint count = 0;

  if (left == NULL || right == NULL)
    return 0;
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  for (int class = 0; class < MFT_CHANGE_N_CLASSES; class ++)
    if (class != MFT_CHANGE_SAME && class != MFT_CHANGE_RENUMBERED
        && class != MFT_CHANGE_REFERENCE_ONLY && class != MFT_CHANGE_COSMETIC)
      count += mft_comparison_count (comparison, (MftChangeClass) class);
  return count;
}

static guint
count_since_last (MftLibrary *library, const char *id, GBytes *naskah)
{
  g_autoptr (sqlite3_stmt) last = find_last (library, id, "naskah");
  g_autoptr (GBytes) packed = last != NULL ? mft_database_bytes (last, 0) : NULL;
  g_autoptr (GBytes) before = packed != NULL ? mft_unpack (packed, NASKAH_SIZE_MOST, NULL) : NULL;

  return before != NULL ? count_changes (before, naskah) : 0;
}

gboolean
_mft_library_insert_version (MftLibrary *library, const char *id, MftVersionKind kind,
                             const char *name, GBytes *naskah, GError **error)
{
  g_autoptr (GBytes) packed = mft_pack (naskah);

  return mft_database_do (library->database, error,
                          "INSERT INTO version (agreement, kind, name, created, changes, naskah)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                          "sssiib", id, kinds[kind], name, mft_clock_now (),
                          (gint64) count_since_last (library, id, naskah), packed);
}

/* Of automatic versions older than `age`, one stays for every `period`. */
static gboolean
thin (MftLibrary *library, const char *id, gint64 age, gint64 period, GError **error)
{
  return mft_database_do (library->database, error,
                          "DELETE FROM version WHERE agreement = ?1 AND kind = 'automatic'"
                          " AND created < ?2 AND EXISTS (SELECT 1 FROM version AS later"
                          "  WHERE later.agreement = ?1 AND later.kind = 'automatic'"
                          "  AND later.number > version.number"
                          "  AND later.created / ?3 = version.created / ?3)",
                          "sii", id, mft_clock_now () - age, period);
}

static gboolean
thin_all (MftLibrary *library, const char *id, GError **error)
{
  return thin (library, id, DAY, DAY, error) && thin (library, id, MONTH, WEEK, error)
         && mft_database_do (library->database, error,
                             "DELETE FROM version WHERE number IN (SELECT number FROM version"
                             " WHERE agreement = ?1 AND kind = 'automatic'"
                             " ORDER BY number DESC LIMIT -1 OFFSET ?2)",
                             "si", id, (gint64) AUTOMATIC_MOST);
}

/* 0: never. */
static gint64
last_kept (MftLibrary *library, const char *id)
{
  g_autoptr (sqlite3_stmt) last = find_last (library, id, "created");

  return last != NULL ? sqlite3_column_int64 (last, 0) : 0;
}

gboolean
_mft_library_keep_automatic (MftLibrary *library, const char *id, GError **error)
{
  if (mft_clock_now () - last_kept (library, id) < AUTOMATIC_EVERY)
    return TRUE;
  g_autoptr (GBytes) naskah = _mft_library_naskah (library, id, error);
  return naskah != NULL
         && _mft_library_insert_version (library, id, MFT_VERSION_AUTOMATIC, "", naskah, error)
         && thin_all (library, id, error);
}

gboolean
mft_library_keep (MftLibrary *library, const char *id, MftVersionKind kind, const char *name,
                  GError **error)
{
  g_autoptr (GBytes) naskah = _mft_library_naskah (library, id, error);

  return naskah != NULL && _mft_library_check_writable (library, error)
         && mft_database_begin (library->database, error)
         && mft_database_end (library->database,
                              _mft_library_insert_version (library, id, kind,
                                                           name != NULL ? name : "", naskah, error),
                              error);
}

static MftLibraryVersion *
read_version (sqlite3_stmt *statement)
{
  MftLibraryVersion *version = g_new (MftLibraryVersion, 1);

  version->number = sqlite3_column_int64 (statement, 0);
  version->kind = kind_from_name (mft_database_text (statement, 1));
  version->name = g_strdup (mft_database_text (statement, 2));
  version->created = sqlite3_column_int64 (statement, 3);
  version->changes = (guint) sqlite3_column_int (statement, 4);
  return version;
}

GPtrArray *
mft_library_versions (MftLibrary *library, const char *id, GError **error)
{
  g_autoptr (GPtrArray) versions
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_library_version_free);
  g_autoptr (sqlite3_stmt) statement
      = mft_database_prepare (library->database, error,
                              "SELECT number, kind, name, created, changes FROM version"
                              " WHERE agreement = ?1 ORDER BY number DESC",
                              "s", id);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  while (mft_database_step (library->database, statement, &failure))
    g_ptr_array_add (versions, read_version (statement));
  if (failure == NULL)
    return g_steal_pointer (&versions);
  g_propagate_error (error, failure);
  return NULL;
}

MftAgreement *
mft_library_load_version (MftLibrary *library, const char *id, gint64 number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, error, "SELECT naskah FROM version WHERE agreement = ?1 AND number = ?2",
      "si", id, number);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  if (!mft_database_step (library->database, statement, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      else
        g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING,
                     "no version '%" G_GINT64_FORMAT "'", number);
      return NULL;
    }
  g_autoptr (GBytes) packed = mft_database_bytes (statement, 0);
  g_autoptr (GBytes) naskah = mft_unpack (packed, NASKAH_SIZE_MOST, error);
  return naskah != NULL ? _mft_stored_read (naskah, error) : NULL;
}

gboolean
mft_library_revert (MftLibrary *library, const char *id, gint64 number, GError **error)
{
  gint64 revision;
  g_autoptr (MftAgreement) agreement = mft_library_load (library, id, &revision, error);
  g_autoptr (MftAgreement) version
      = agreement != NULL ? mft_library_load_version (library, id, number, error) : NULL;

  return version != NULL && mft_edit_content (agreement, version, error)
         && mft_library_keep (library, id, MFT_VERSION_AUTOMATIC, NULL, error)
         && mft_library_save (library, id, agreement, &revision, error);
}

void
mft_library_version_free (MftLibraryVersion *version)
{
  g_free (version->name);
  g_free (version);
}
