/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/remarked.h"

/* As much as one block may hold. */
#define WORDS_MOST 4000

/* Comments over one another; more are no honest document. */
#define OPEN_MOST 64

struct MftRemarkedSet
{
  GHashTable *all; /* id → MftRemarked */
  GPtrArray *open; /* those of them that go on, borrowed */
};

static void
remarked_free (gpointer data)
{
  MftRemarked *remarked = data;

  g_string_free (remarked->words, TRUE);
  g_free (remarked);
}

MftRemarkedSet *
mft_remarked_set_new (void)
{
  MftRemarkedSet *self = g_new0 (MftRemarkedSet, 1);

  self->all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, remarked_free);
  self->open = g_ptr_array_new ();
  return self;
}

void
mft_remarked_set_free (MftRemarkedSet *self)
{
  g_hash_table_unref (self->all);
  g_ptr_array_unref (self->open);
  g_free (self);
}

void
mft_remarked_set_begin (MftRemarkedSet *self, const char *id, guint line, guint at)
{
  MftRemarked *remarked;

  if (g_hash_table_contains (self->all, id))
    return;
  remarked = g_new0 (MftRemarked, 1);
  remarked->line = line;
  remarked->at = at;
  remarked->words = g_string_new (NULL);
  g_hash_table_insert (self->all, g_strdup (id), remarked);
  if (self->open->len < OPEN_MOST)
    g_ptr_array_add (self->open, remarked);
}

void
mft_remarked_set_end (MftRemarkedSet *self, const char *id)
{
  g_ptr_array_remove_fast (self->open, g_hash_table_lookup (self->all, id));
}

void
mft_remarked_set_take (MftRemarkedSet *self, const char *words)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      MftRemarked *remarked = self->open->pdata[i];
      if (remarked->words->len < WORDS_MOST)
        g_string_append (remarked->words, words);
    }
}

void
mft_remarked_set_turn (MftRemarkedSet *self, guint next)
{
  for (guint i = self->open->len; i > 0; i--)
    {
      MftRemarked *remarked = self->open->pdata[i - 1];
      if (remarked->words->len > 0)
        {
          g_ptr_array_remove_index_fast (self->open, i - 1);
          continue;
        }
      remarked->line = next;
      remarked->at = 0;
    }
}

const MftRemarked *
mft_remarked_set_find (MftRemarkedSet *self, const char *id)
{
  return g_hash_table_lookup (self->all, id);
}
