/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/row-filler.h"

#define KEY "mft-row-filler"
#define SHOWN "mft-row-filler-shown" /* of a row: the object that it was filled with */
#define ROWS_A_FRAME 4
#define GUESSED_HEIGHT 48

typedef struct
{
  GtkListView *list; /* owns this */
  GType row;
  MftFillRow fill;
  gpointer data;
  GPtrArray *bound;   /* of GtkListItem */
  GPtrArray *waiting; /* those of them that are not filled yet */
  guint tick;
} Filler;

/* A waiting row and how far it is from what is seen. */
typedef struct
{
  GtkListItem *item;
  float distance;
} Place;

static void
filler_free (gpointer data)
{
  Filler *self = data;

  g_ptr_array_unref (self->bound);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

static float
distance_of (GtkWidget *row, GtkWidget *list)
{
  float height = (float) gtk_widget_get_height (list);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (row, list, &bounds))
    return G_MAXFLOAT;
  if (bounds.origin.y > height)
    return bounds.origin.y - height;
  return MAX (-bounds.origin.y - bounds.size.height, 0);
}

static int
compare_places (gconstpointer p, gconstpointer q)
{
  const Place *a = p;
  const Place *b = q;
  guint x = gtk_list_item_get_position (a->item);
  guint y = gtk_list_item_get_position (b->item);

  if (a->distance < b->distance || a->distance > b->distance)
    return a->distance < b->distance ? -1 : 1;
  return (x > y) - (x < y);
}

static void
fill (Filler *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  self->fill (item, self->data);
  g_object_set_data_full (G_OBJECT (row), SHOWN, g_object_ref (gtk_list_item_get_item (item)),
                          g_object_unref);
  gtk_widget_set_size_request (row, -1, -1);
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (row)), TRUE);
  g_ptr_array_remove (self->waiting, item);
}

static gboolean
tick_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  Filler *self = data;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  (void) clock;
  for (guint i = 0; i < self->waiting->len; i++)
    {
      GtkListItem *item = self->waiting->pdata[i];
      Place place = { item, distance_of (gtk_list_item_get_child (item), list) };
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < MIN (places->len, ROWS_A_FRAME); i++)
    fill (self, g_array_index (places, Place, i).item);
  if (self->waiting->len > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
await (Filler *self, GtkListItem *item)
{
  g_ptr_array_add (self->waiting, item);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), tick_cb, self, NULL);
}

static void
setup_cb (Filler *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (self->row, NULL));
}

/* A row is bound anew when it is selected, too: then it has what it shows. */
static void
bind_cb (Filler *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (row));

  g_ptr_array_add (self->bound, item);
  if (g_object_get_data (G_OBJECT (row), SHOWN) == gtk_list_item_get_item (item))
    return;
  g_object_set_data (G_OBJECT (row), SHOWN, NULL);
  if (child != NULL)
    gtk_widget_set_visible (child, FALSE);
  gtk_widget_set_size_request (row, -1, GUESSED_HEIGHT);
  await (self, item);
}

static void
unbind_cb (Filler *self, GtkListItem *item)
{
  g_ptr_array_remove (self->bound, item);
  g_ptr_array_remove (self->waiting, item);
}

void
mft_row_filler_install (GtkListView *list, GType row, MftFillRow fill_row, gpointer data)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  Filler *self = g_new0 (Filler, 1);

  self->list = list;
  self->row = row;
  self->fill = fill_row;
  self->data = data;
  self->bound = g_ptr_array_new ();
  self->waiting = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (list), KEY, self, filler_free);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (list, factory);
}

void
mft_row_filler_again (GtkListView *list)
{
  Filler *self = g_object_get_data (G_OBJECT (list), KEY);

  for (guint i = 0; i < self->bound->len; i++)
    if (!g_ptr_array_find (self->waiting, self->bound->pdata[i], NULL))
      await (self, self->bound->pdata[i]);
}
