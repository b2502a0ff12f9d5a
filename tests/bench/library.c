/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library of so many agreements: opening the list, and searching it. */
#include "support.h"

#include <sqlite3.h>

#include "agreement/akn.h"
#include "agreement/edit.h"
#include "store/register.h"

#include "worked.h"

#define TURNS 20
#define SHOWN 100 /* what a window asks for at first */

static const char *const syllables[]
    = { "ba", "di", "ga", "ki", "la", "mu", "na", "pi", "ra", "su", "ta", "wi" };

static char *
random_words (GRand *random, guint count)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    {
      for (int s = g_rand_int_range (random, 2, 5); s > 0; s--)
        g_string_append (words, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);
      g_string_append_c (words, ' ');
    }
  return g_string_free (words, FALSE);
}

/* Straight into the tables: what is measured is reading, not writing. */
static void
fill (const char *folder, guint count)
{
  g_autofree char *path = g_build_filename (folder, "pustaka.db", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);
  MftBlock *closing = mft_agreement_get_part (agreement, MFT_BLOCK_CLOSING);
  MftBlock *paragraph = mft_block_new (MFT_BLOCK_PARAGRAPH, NULL);
  sqlite3 *database;
  sqlite3_stmt *entry, *content;

  mft_edit_insert (agreement, closing, 0, paragraph, NULL);
  mft_library_close (mft_library_open (folder, NULL));
  sqlite3_open (path, &database);
  sqlite3_exec (database, "BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (database,
                      "INSERT INTO agreement VALUES (?1, ?2, ?3, ?4, 'in-force', ?5, ?5, 1, 0, 1,"
                      " NULL)",
                      -1, &entry, NULL);
  sqlite3_prepare_v2 (database, "INSERT INTO content VALUES (?1, ?2)", -1, &content, NULL);
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *id = g_strdup_printf ("%010u", i);
      g_autofree char *title = random_words (random, 8);
      g_autofree char *number = g_strdup_printf ("%u/PKS/KTS/%u", i, 2000 + i % 30);
      g_autofree char *parties = random_words (random, 6);
      g_autofree char *words = random_words (random, 60);
      g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);
      mft_edit_text (agreement, paragraph, 0, G_MAXUINT, text, NULL);
      g_autoptr (GBytes) naskah = mft_akn_write (agreement);
      sqlite3_bind_text (entry, 1, id, -1, SQLITE_STATIC);
      sqlite3_bind_text (entry, 2, title, -1, SQLITE_STATIC);
      sqlite3_bind_text (entry, 3, number, -1, SQLITE_STATIC);
      sqlite3_bind_text (entry, 4, parties, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (entry, 5, 1000000 + i);
      sqlite3_step (entry);
      sqlite3_reset (entry);
      sqlite3_bind_text (content, 1, id, -1, SQLITE_STATIC);
      sqlite3_bind_blob (content, 2, g_bytes_get_data (naskah, NULL),
                         (int) g_bytes_get_size (naskah), SQLITE_STATIC);
      sqlite3_step (content);
      sqlite3_reset (content);
    }
  sqlite3_finalize (entry);
  sqlite3_finalize (content);
  sqlite3_exec (database, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (database);
  mft_library_close (mft_library_open (folder, NULL));
}

/* The list as the window opens it: the library, the first entries, and how many there are. */
static void
open_list (const char *folder)
{
  const MftRegisterQuery all = { 0 };
  guint count;
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (GPtrArray) entries = mft_register_list (library, &all, 0, SHOWN, NULL);

  g_assert_cmpuint (entries->len, ==, SHOWN);
  g_assert_true (mft_register_count (library, &all, &count, NULL));
}

static gint64
measure_search (MftLibrary *library, const char *words)
{
  const MftRegisterQuery query = { .words = words };
  gint64 start = worked ();
  g_autoptr (GPtrArray) found = mft_register_list (library, &query, 0, SHOWN, NULL);

  g_assert_nonnull (found);
  return worked () - start;
}

int
main (int argc, char **argv)
{
  guint count = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  static const char *const searches[] = { "balada", "ba", "naga ra", "8/PKS", "tiada" };
  g_autofree char *folder = NULL;
  gint64 listed = 0, searched = 0;

  mft_test_init (&argc, &argv);
  folder = mft_test_folder ();
  fill (folder, count);
  for (int i = 0; i < TURNS; i++)
    {
      gint64 start = worked ();
      open_list (folder);
      listed = MAX (listed, worked () - start);
    }
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  for (guint i = 0; i < TURNS * G_N_ELEMENTS (searches); i++)
    searched = MAX (searched, measure_search (library, searches[i % G_N_ELEMENTS (searches)]));
  g_autofree char *list_name = g_strdup_printf ("library of %u: list open, worst of 20", count);
  g_autofree char *search_name = g_strdup_printf ("library of %u: search, worst of 100", count);
  tell (list_name, listed, 100000, "", TRUE);
  tell (search_name, searched, 20000, "", TRUE);
  return 0;
}
