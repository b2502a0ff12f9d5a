/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/party.h"
#include "bahasa/decimal.h"
#include "bahasa/scan.h"

#include "check/rules-private.h"
#include "check/words-private.h"

/* An item of a list of duties or rights. */
typedef struct
{
  MftReading *reading;
  GHashTable *words; /* what it is about: stems */
  GPtrArray *numbers;
} Item;

/* "Kewajiban PIHAK KESATU:" and its items. */
typedef struct
{
  guint party;
  gboolean rights;
  GPtrArray *items;
} List;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_hash_table_unref (item->words);
  g_ptr_array_unref (item->numbers);
  g_free (item);
}

static void
list_free (gpointer data)
{
  List *list = data;

  g_ptr_array_unref (list->items);
  g_free (list);
}

/* Words that say nothing of what a duty is about. */
static gboolean
is_empty_word (const char *word)
{
  static const char *const words[]
      = { "yang",        "dan",        "atau",         "dari",     "kepada",   "untuk",
          "dalam",       "pada",       "dengan",       "oleh",     "atas",     "sesuai",
          "rangka",      "terkait",    "mengenai",     "pihak",    "kesatu",   "pertama",
          "kedua",       "ketiga",     "para",         "serta",    "di",       "ke",
          "setiap",      "hasil",      "telah",        "secara",   "menerima", "memberi",
          "memberikan",  "memperoleh", "mendapatkan",  "mendapat", "berhak",   "wajib",
          "menyediakan", "melakukan",  "menyampaikan", "adanya",   "tersebut", "lain" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* Prefixes and suffixes off, roughly: "mempromosikan" and "promosi", "pencantuman" and "dicantumkan" are
 * about the same. */
static char *
stem (const char *word)
{
  static const char *const heads[]
      = { "memper", "mempe", "diper", "meng", "meny", "mem", "men", "peng", "peny", "pem",
          "pen",    "per",   "ber",   "ter",  "me",   "di",  "pe",  "ke",   "se" };
  static const char *const tails[] = { "kannya", "annya", "nya", "kan", "an", "i" };
  gsize size = strlen (word);
  gsize from = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_suffix (word, tails[i]) && size > strlen (tails[i]) + 4)
      {
        size -= strlen (tails[i]);
        break;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (word, heads[i]) && size > strlen (heads[i]) + 3)
      {
        from = strlen (heads[i]);
        break;
      }
  return g_strndup (word + from, MIN (size - from, 6));
}

static Item *
read_item (MftReading *reading)
{
  Item *item = g_new0 (Item, 1);
  char word[MFT_SCAN_WORD_SIZE];
  MftDecimal number;
  gsize start;
  gsize end = 0;

  item->reading = reading;
  item->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  item->numbers = g_ptr_array_new_with_free_func (g_free);
  while (_mft_word_next (reading->text, &start, &end))
    if (mft_decimal_scan (reading->text + start, &number) > 0)
      g_ptr_array_add (item->numbers, mft_decimal_format (number));
    else if (mft_scan_word (reading->text + start, word) > 2 && !is_empty_word (word))
      g_hash_table_add (item->words, stem (word));
  return item;
}

static gboolean
find_word (const char *text, const char *const *words)
{
  gsize start, size;

  return _mft_phrase_find (text, words, &start, &size);
}

/* "Kewajiban PIHAK KESATU:", "PIHAK KEDUA berhak:": whose list this block introduces. */
static gboolean
read_intro (const char *text, guint *party, gboolean *rights)
{
  static const char *const duty_words[] = { "kewajiban", "berkewajiban", "wajib", NULL };
  static const char *const right_words[] = { "hak", "berhak", NULL };
  gboolean duties = find_word (text, duty_words);
  g_autofree char *role = NULL;

  *rights = find_word (text, right_words);
  if (duties == *rights)
    return FALSE;
  for (const char *at = strstr (text, "PIHAK"); at != NULL; at = strstr (at + 1, "PIHAK"))
    if (mft_party_parse_role (at, &role) > 0)
      {
        *party = (guint) g_ascii_strtoull (role, NULL, 10);
        return *party > 0;
      }
  return FALSE;
}

static GPtrArray *
find_lists (MftChecker *checker)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (list_free);

  for (guint i = 0; i < checker->readings->len; i++)
    {
      MftReading *reading = checker->readings->pdata[i];
      MftBlock *block = reading->block;
      guint party;
      gboolean rights;
      if (mft_block_n_children (block) == 0
          || mft_block_get_kind (mft_block_get_child (block, 0)) != MFT_BLOCK_ITEM
          || !read_intro (reading->text, &party, &rights))
        continue;
      List *list = g_new0 (List, 1);
      list->party = party;
      list->rights = rights;
      list->items = g_ptr_array_new_with_free_func (item_free);
      for (guint j = 0; j < mft_block_n_children (block); j++)
        g_ptr_array_add (list->items,
                         read_item (_mft_checker_find (checker, mft_block_get_child (block, j))));
      g_ptr_array_add (lists, list);
    }
  return lists;
}

/* From 0 to 1: how much of the shorter one the other has too. */
static double
likeness (const Item *a, const Item *b)
{
  GHashTableIter iter;
  gpointer word;
  guint common = 0;
  guint least = MIN (g_hash_table_size (a->words), g_hash_table_size (b->words));

  g_hash_table_iter_init (&iter, a->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    common += g_hash_table_contains (b->words, word) ? 1 : 0;
  return least > 0 ? (double) common / least : 0;
}

/* The duty of another party that an item is most like. */
static const Item *
find_best (GPtrArray *lists, const List *own, const Item *item, double *best)
{
  const Item *found = NULL;

  *best = 0;
  for (guint i = 0; i < lists->len; i++)
    {
      const List *list = lists->pdata[i];
      if (list->party == own->party || list->rights == own->rights)
        continue;
      for (guint j = 0; j < list->items->len; j++)
        {
          double here = likeness (item, list->items->pdata[j]);
          if (here > *best)
            {
              *best = here;
              found = list->items->pdata[j];
            }
        }
    }
  return found;
}

static gboolean
same_numbers (const Item *a, const Item *b)
{
  if (a->numbers->len != b->numbers->len)
    return a->numbers->len == 0 || b->numbers->len == 0;
  for (guint i = 0; i < a->numbers->len; i++)
    if (strcmp (a->numbers->pdata[i], b->numbers->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
others_have_duties (GPtrArray *lists, guint party)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const List *list = lists->pdata[i];
      if (!list->rights && list->party != party)
        return TRUE;
    }
  return FALSE;
}

/* A duty need be nobody's right (keeping one's own house in order), but a right is somebody's duty. */
static void
check_right (MftChecker *checker, const MftRule *rule, GPtrArray *lists, const List *list,
             const Item *item)
{
  double best;
  const Item *duty = find_best (lists, list, item, &best);
  gsize size = strlen (item->reading->text);

  _mft_checker_go (checker, item->reading);
  if (g_hash_table_size (item->words) < 2)
    return;
  if (best < 0.25)
    {
      _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, 0, size,
                           N_ ("no other party has the duty that belongs to this right"), NULL);
      return;
    }
  if (best < 0.5 || same_numbers (item, duty))
    return;
  g_autofree char *path = mft_block_dup_path (duty->reading->block);
  _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, 0, size,
                       N_ ("this right and the duty in {1} give different numbers"), path, NULL);
}

void
_mft_check_mirror (MftChecker *checker, const MftRule *rule)
{
  g_autoptr (GPtrArray) lists = find_lists (checker);

  for (guint i = 0; i < lists->len; i++)
    {
      const List *list = lists->pdata[i];
      if (!list->rights || !others_have_duties (lists, list->party))
        continue;
      for (guint j = 0; j < list->items->len; j++)
        check_right (checker, rule, lists, list, list->items->pdata[j]);
    }
}
