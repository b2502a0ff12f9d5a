/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words on the pages, and copying a page's. */
#include "ui/preview/preview-pane-private.h"

#include <glib/gi18n.h>

/* The words of a line, and where each part of it begins in them. */
static char *
words_of (const MftTextLine *line)
{
  GString *words = g_string_new (NULL);

  for (guint part = 0; part < mft_text_line_n_parts (line); part++)
    g_string_append (words, mft_text_line_part (line, part).words);
  return g_string_free (words, FALSE);
}

static gboolean
has_words (const MftTextLine *line, const char *wanted)
{
  g_autofree char *words = words_of (line);
  g_autofree char *folded = g_utf8_casefold (words, -1);

  return strstr (folded, wanted) != NULL;
}

/* The lines of a page that hold what is searched for, as rectangles. Owned by the caller. */
static GArray *
find_on_page (MftPreviewPane *self, guint page)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr (GArray) lines = mft_pages_lines (self->pages, page);

  for (guint i = 0; i < lines->len; i++)
    {
      const MftPageLine *line = &g_array_index (lines, MftPageLine, i);
      if (!has_words (line->line, self->wanted))
        continue;
      graphene_rect_t area
          = GRAPHENE_RECT_INIT ((float) line->x, (float) line->y,
                                (float) mft_text_line_width (line->line), (float) line->height);
      g_array_append_val (found, area);
    }
  return found;
}

void
_mft_preview_pane_mark (MftPreviewPane *self, MftPageView *view)
{
  g_autoptr (GArray) found = NULL;

  if (self->wanted != NULL && self->pages != NULL
      && mft_page_view_get_number (view) < mft_pages_count (self->pages))
    found = find_on_page (self, mft_page_view_get_number (view));
  mft_page_view_set_marks (view, found);
}

static void
mark_all (MftPreviewPane *self)
{
  for (guint i = 0; i < self->views->len; i++)
    _mft_preview_pane_mark (self, self->views->pdata[i]);
}

/* From page `start` on, in direction `step`, around the end. */
static void
find_from (MftPreviewPane *self, guint start, int step)
{
  guint count = self->pages != NULL ? mft_pages_count (self->pages) : 0;

  mark_all (self);
  gtk_label_set_text (self->found, "");
  if (self->wanted == NULL)
    return;
  for (guint i = 0; i < count; i++)
    {
      guint page = (guint) (((int) start + (int) count + step * (int) i) % (int) count);
      g_autoptr (GArray) found = find_on_page (self, page);
      if (found->len == 0)
        continue;
      /* Translators: where the words were found, and of how many pages. */
      g_autofree char *where = g_strdup_printf (_ ("Page %u of %u"), page + 1, count);
      self->found_page = page;
      gtk_label_set_text (self->found, where);
      _mft_preview_pane_show_page (self, page);
      return;
    }
  gtk_label_set_text (self->found, _ ("Not found"));
}

static void
search_cb (MftPreviewPane *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->wanted, g_free);
  if (*words != '\0')
    self->wanted = g_utf8_casefold (words, -1);
  find_from (self, self->found_page, 1);
}

static void
next_cb (MftPreviewPane *self)
{
  find_from (self, self->found_page + 1, 1);
}

static void
previous_cb (MftPreviewPane *self)
{
  guint count = self->pages != NULL ? mft_pages_count (self->pages) : 1;

  find_from (self, (self->found_page + count - 1) % count, -1);
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);

  (void) action;
  (void) parameter;
  gtk_search_bar_set_search_mode (self->search_bar,
                                  !gtk_search_bar_get_search_mode (self->search_bar));
}

/* The words of the page in sight, a line a line, for another program. */
static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);
  GString *text = g_string_new (NULL);

  (void) action;
  (void) parameter;
  if (self->pages != NULL)
    {
      guint page = MIN (_mft_preview_pane_page_in_sight (self), mft_pages_count (self->pages) - 1);
      g_autoptr (GArray) lines = mft_pages_lines (self->pages, page);
      for (guint i = 0; i < lines->len; i++)
        {
          g_autofree char *words = words_of (g_array_index (lines, MftPageLine, i).line);
          g_string_append (text, words);
          g_string_append_c (text, '\n');
        }
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
    }
  g_string_free (text, TRUE);
}

void
_mft_preview_pane_install_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "preview.copy", NULL, copy_cb);
}

void
_mft_preview_pane_init_find (MftPreviewPane *self)
{
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "next-match", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "previous-match", G_CALLBACK (previous_cb), self,
                           G_CONNECT_SWAPPED);
}
