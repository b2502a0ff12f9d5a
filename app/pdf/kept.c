/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/kept.h"

#define COST_MOST (2u << 20)
#define ONE_COST_MOST (COST_MOST / 8)

typedef struct
{
  MftPdfObject *object;
  MftPdfOrigin origin;
} One;

struct MftPdfKept
{
  GQueue order;      /* One, last used first */
  GHashTable *links; /* MftPdfEntry ▸ GList of `order` */
  gsize cost;
};

static void
one_free (One *one)
{
  mft_pdf_object_unref (one->object);
  g_free (one);
}

MftPdfKept *
mft_pdf_kept_new (void)
{
  MftPdfKept *kept = g_new0 (MftPdfKept, 1);

  g_queue_init (&kept->order);
  kept->links = g_hash_table_new (NULL, NULL);
  return kept;
}

void
mft_pdf_kept_drop (MftPdfKept *kept)
{
  g_hash_table_remove_all (kept->links);
  g_queue_clear_full (&kept->order, (GDestroyNotify) one_free);
  kept->cost = 0;
}

void
mft_pdf_kept_free (MftPdfKept *kept)
{
  mft_pdf_kept_drop (kept);
  g_hash_table_unref (kept->links);
  g_free (kept);
}

MftPdfObject *
mft_pdf_kept_find (MftPdfKept *kept, const MftPdfEntry *entry, const MftPdfOrigin **origin)
{
  GList *link = g_hash_table_lookup (kept->links, entry);

  if (link == NULL)
    return NULL;
  g_queue_unlink (&kept->order, link);
  g_queue_push_head_link (&kept->order, link);
  *origin = &((One *) link->data)->origin;
  return ((One *) link->data)->object;
}

static void
forget (MftPdfKept *kept, GList *link)
{
  One *one = link->data;

  kept->cost -= one->origin.cost;
  g_hash_table_remove (kept->links, one->origin.entry);
  g_queue_delete_link (&kept->order, link);
  one_free (one);
}

void
mft_pdf_kept_add (MftPdfKept *kept, MftPdfObject *object, const MftPdfOrigin *origin)
{
  GList *before = g_hash_table_lookup (kept->links, origin->entry);
  One *one;

  if (!origin->is_fixed || origin->cost > ONE_COST_MOST)
    return;
  if (before != NULL)
    forget (kept, before);
  one = g_new0 (One, 1);
  one->object = mft_pdf_object_ref (object);
  one->origin = *origin;
  kept->cost += origin->cost;
  g_queue_push_head (&kept->order, one);
  g_hash_table_insert (kept->links, (gpointer) origin->entry, kept->order.head);
  while (kept->cost > COST_MOST)
    forget (kept, kept->order.tail);
}
