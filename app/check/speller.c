/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/enchant.h"
#include "check/known-words-private.h"
#include "check/speller-private.h"

/* More words than any text has; then the memory starts anew. */
#define WORDS_MOST 50000

struct MftSpeller
{
  GMutex lock; /* enchant knows no threads */
  EnchantBroker *broker;
  EnchantDict *dictionary;
  GHashTable *known;       /* word to whether it is right */
  GHashTable *suggestions; /* word to what was meant; "" for nothing */
};

static EnchantDict *
open_dictionary (EnchantBroker *broker, const char *language)
{
  g_autofree char *country = g_strdup_printf ("%s_%s", language, "ID");
  const char *tags[] = { country, language };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (enchant_broker_dict_exists (broker, tags[i]))
      return enchant_broker_request_dict (broker, tags[i]);
  return NULL;
}

MftSpeller *
_mft_speller_new (const char *language)
{
  MftSpeller *speller = g_new0 (MftSpeller, 1);

  g_mutex_init (&speller->lock);
  speller->broker = enchant_broker_init ();
  speller->dictionary = open_dictionary (speller->broker, language);
  speller->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  speller->suggestions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return speller;
}

void
_mft_speller_free (MftSpeller *speller)
{
  if (speller->dictionary != NULL)
    enchant_broker_free_dict (speller->broker, speller->dictionary);
  enchant_broker_free (speller->broker);
  g_hash_table_unref (speller->known);
  g_hash_table_unref (speller->suggestions);
  g_mutex_clear (&speller->lock);
  g_free (speller);
}

static gpointer
new_default (gpointer unused)
{
  (void) unused;
  return _mft_speller_new ("id");
}

MftSpeller *
_mft_speller_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, new_default, NULL);
}

gboolean
_mft_speller_is_available (MftSpeller *speller)
{
  return speller->dictionary != NULL;
}

static gboolean
is_entry (MftSpeller *speller, const char *word)
{
  return *word != '\0'
         && (_mft_known_words_contain (word)
             || enchant_dict_check (speller->dictionary, word, -1) == 0);
}

/* The word without this beginning and ending, if it has both and a stem is left. */
static char *
strip (const char *word, const char *head, const char *tail)
{
  gsize size = strlen (word);

  if (!g_str_has_prefix (word, head) || !g_str_has_suffix (word, tail)
      || size < strlen (head) + strlen (tail) + 3)
    return NULL;
  return g_strndup (word + strlen (head), size - strlen (head) - strlen (tail));
}

/* Regular forms of which the dictionary has only the stem: "dikategorikan", "terwujudnya". */
static gboolean
is_form (MftSpeller *speller, const char *word)
{
  static const char *const forms[][2]
      = { { "", "nya" }, { "", "lah" },   { "", "pun" },    { "di", "kan" },    { "di", "i" },
          { "ter", "" }, { "se", "" },    { "ter", "nya" }, { "di", "kannya" }, { "ke", "an" },
          { "ber", "" }, { "per", "an" }, { "antar", "" },  { "non", "" },      { "pasca", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *stem = strip (word, forms[i][0], forms[i][1]);
      if (stem != NULL && is_entry (speller, stem))
        return TRUE;
    }
  return FALSE;
}

/* What stands before a hyphen and is no word of its own. */
static gboolean
is_prefix (const char *part)
{
  static const char *const prefixes[] = { "anti",  "non",  "pra", "pasca", "sub", "multi",
                                          "antar", "semi", "pro", "eks",   "ke",  "se" };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_equal (part, prefixes[i]))
      return TRUE;
  return FALSE;
}

/* "surat-menyurat", "anti-penyangkalan": as a whole, or each part. */
static gboolean
look_up (MftSpeller *speller, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  if (is_entry (speller, word) || is_entry (speller, lower) || is_form (speller, lower))
    return TRUE;
  if (strchr (word, '-') == NULL)
    return FALSE;
  g_auto (GStrv) parts = g_strsplit (lower, "-", -1);
  for (char **part = parts; *part != NULL; part++)
    if (!is_prefix (*part) && !is_entry (speller, *part) && !is_form (speller, *part))
      return FALSE;
  return TRUE;
}

static void
remember (GHashTable *memory, const char *word, gpointer what)
{
  if (g_hash_table_size (memory) >= WORDS_MOST)
    g_hash_table_remove_all (memory);
  g_hash_table_insert (memory, g_strdup (word), what);
}

gboolean
_mft_speller_knows (MftSpeller *speller, const char *word)
{
  gpointer known;

  if (speller->dictionary == NULL)
    return TRUE;
  g_mutex_lock (&speller->lock);
  if (!g_hash_table_lookup_extended (speller->known, word, NULL, &known))
    {
      known = GINT_TO_POINTER (look_up (speller, word));
      remember (speller->known, word, known);
    }
  g_mutex_unlock (&speller->lock);
  return GPOINTER_TO_INT (known);
}

/* The dictionary's first thought, if it is near: the same first letter, about as long, one word. */
static char *
think (MftSpeller *speller, const char *word)
{
  gsize count = 0;
  char **words = enchant_dict_suggest (speller->dictionary, word, -1, &count);
  char *best = g_strdup ("");

  if (count > 0 && strpbrk (words[0], "- ") == NULL
      && g_ascii_tolower (words[0][0]) == g_ascii_tolower (word[0])
      && ABS ((gssize) strlen (words[0]) - (gssize) strlen (word)) <= 2)
    {
      g_free (best);
      best = g_strdup (words[0]);
    }
  if (words != NULL)
    enchant_dict_free_string_list (speller->dictionary, words);
  return best;
}

char *
_mft_speller_suggest (MftSpeller *speller, const char *word)
{
  if (speller->dictionary == NULL)
    return NULL;
  g_mutex_lock (&speller->lock);
  const char *best = g_hash_table_lookup (speller->suggestions, word);
  if (best == NULL)
    {
      remember (speller->suggestions, word, think (speller, word));
      best = g_hash_table_lookup (speller->suggestions, word);
    }
  char *suggestion = *best != '\0' ? g_strdup (best) : NULL;
  g_mutex_unlock (&speller->lock);
  return suggestion;
}
