/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/redline.h"

/* A change that both versions have; they are told together if they stand in the same order. */
typedef struct
{
  guint left, right;    /* places */
  guint length, before; /* of the longest chain that ends here, and the one before in it (from 1) */
} Link;

static int
compare_left (gconstpointer p, gconstpointer q)
{
  const MftChange *a = *(const MftChange *const *) p;
  const MftChange *b = *(const MftChange *const *) q;

  return (a->left->place > b->left->place) - (a->left->place < b->left->place);
}

static int
compare_right (gconstpointer p, gconstpointer q)
{
  const MftChange *a = *(const MftChange *const *) p;
  const MftChange *b = *(const MftChange *const *) q;

  return (a->right->place > b->right->place) - (a->right->place < b->right->place);
}

static GPtrArray *
list_side (const MftComparison *comparison, gboolean right)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if ((right ? change->right : change->left) != NULL)
        g_ptr_array_add (list, (gpointer) change);
    }
  g_ptr_array_sort (list, right ? compare_right : compare_left);
  return list;
}

/* The place in `ends` (lengths → index of the chain's last link with the smallest right place). */
static guint
find_length (GArray *ends, GArray *links, guint right)
{
  guint low = 0;
  guint high = ends->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      guint link = g_array_index (ends, guint, middle);
      if (g_array_index (links, Link, link).right < right)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The changes that stand in the same order on both sides: the longest such chain. */
static GHashTable *
find_level (GPtrArray *lefts)
{
  GHashTable *level = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lefts->len; i++)
    {
      const MftChange *change = g_ptr_array_index (lefts, i);
      if (change->right == NULL)
        continue;
      guint length = find_length (ends, links, change->right->place);
      guint index = pairs->len;
      Link link = { change->left->place, change->right->place, length,
                    length > 0 ? g_array_index (ends, guint, length - 1) + 1 : 0 };
      g_ptr_array_add (pairs, (gpointer) change);
      g_array_append_val (links, link);
      if (length == ends->len)
        g_array_append_val (ends, index);
      else
        g_array_index (ends, guint, length) = index;
    }
  for (guint at = ends->len > 0 ? g_array_index (ends, guint, ends->len - 1) + 1 : 0; at > 0;
       at = g_array_index (links, Link, at - 1).before)
    g_hash_table_add (level, g_ptr_array_index (pairs, at - 1));
  return level;
}

static void
add (GArray *entries, const MftChange *change, gboolean left, gboolean right)
{
  MftRedlineEntry entry = { change, left ? change->left : NULL, right ? change->right : NULL };

  g_array_append_val (entries, entry);
}

GArray *
mft_redline_new (const MftComparison *comparison)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (MftRedlineEntry));
  g_autoptr (GPtrArray) lefts = list_side (comparison, FALSE);
  g_autoptr (GPtrArray) rights = list_side (comparison, TRUE);
  g_autoptr (GHashTable) level = find_level (lefts);
  guint next = 0;

  for (guint i = 0; i < rights->len; i++)
    {
      const MftChange *change = g_ptr_array_index (rights, i);
      if (!g_hash_table_contains (level, change))
        {
          add (entries, change, FALSE, TRUE);
          continue;
        }
      for (; g_ptr_array_index (lefts, next) != change; next++)
        add (entries, g_ptr_array_index (lefts, next), TRUE, FALSE);
      add (entries, change, TRUE, TRUE);
      next++;
    }
  for (; next < lefts->len; next++)
    add (entries, g_ptr_array_index (lefts, next), TRUE, FALSE);
  return entries;
}
