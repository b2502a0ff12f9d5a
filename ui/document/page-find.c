/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/page-find.h"

#include <glib/gi18n.h>

struct _MftPageFind
{
  AdwBin parent_instance;

  GtkSearchBar *bar; /* borrowed */
  GtkEditable *entry;
  GtkLabel *found;
  const MftPageSource *source;
  gpointer view;
  guint page; /* where the search stands */
};

G_DEFINE_FINAL_TYPE (MftPageFind, mft_page_find, ADW_TYPE_BIN)

GArray *
mft_page_find_boxes (MftPageFind *self, guint page)
{
  const char *words = gtk_editable_get_text (self->entry);

  if (*words == '\0' || self->source == NULL || page >= self->source->count (self->view))
    return NULL;
  g_autoptr (MftPageText) text = self->source->read (self->view, page);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  guint end = 0;
  for (guint start = 0; text != NULL && mft_page_text_find (text, words, &start, &end); start = end)
    mft_page_text_add_boxes (text, start, end, boxes);
  return boxes;
}

/* From page `start` on, in direction `step`, around the end. */
static void
find_from (MftPageFind *self, guint start, int step)
{
  guint count = self->source->count (self->view);

  self->source->mark (self->view);
  gtk_label_set_text (self->found, "");
  if (*gtk_editable_get_text (self->entry) == '\0')
    return;
  for (guint i = 0; i < count; i++)
    {
      guint page = (guint) (((int) start + (int) count + step * (int) i) % (int) count);
      g_autoptr (GArray) boxes = mft_page_find_boxes (self, page);
      if (boxes->len == 0)
        continue;
      /* Translators: where the words were found, and of how many pages. */
      g_autofree char *where = g_strdup_printf (_ ("Page %u of %u"), page + 1, count);
      self->page = page;
      gtk_label_set_text (self->found, where);
      self->source->show (self->view, page);
      return;
    }
  gtk_label_set_text (self->found, _ ("Not found"));
}

static void
search_cb (MftPageFind *self)
{
  find_from (self, self->page, 1);
}

static void
next_cb (MftPageFind *self)
{
  find_from (self, self->page + 1, 1);
}

static void
previous_cb (MftPageFind *self)
{
  find_from (self, self->page + MAX (self->source->count (self->view), 1) - 1, -1);
}

static void
mft_page_find_class_init (MftPageFindClass *klass)
{
  (void) klass;
}

static void
mft_page_find_init (MftPageFind *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *found = gtk_label_new (NULL);

  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  self->entry = GTK_EDITABLE (entry);
  self->found = GTK_LABEL (found);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set (entry, "placeholder-text", _ ("Find on the pages"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find on the pages"), -1);
  gtk_widget_add_css_class (found, "quiet");
  gtk_widget_add_css_class (found, "numeric");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), found);
  gtk_search_bar_set_child (self->bar, box);
  gtk_search_bar_connect_entry (self->bar, self->entry);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (entry, "previous-match", G_CALLBACK (previous_cb), self);
}

void
mft_page_find_set_source (MftPageFind *self, const MftPageSource *source, gpointer view)
{
  self->source = source;
  self->view = view;
}

void
mft_page_find_toggle (MftPageFind *self)
{
  gtk_search_bar_set_search_mode (self->bar, !gtk_search_bar_get_search_mode (self->bar));
}
