/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/find-bar.h"

#include <glib/gi18n.h>

struct _MftFindBar
{
  AdwBin parent_instance;

  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *none;
  GtkTextView *view; /* borrowed: a sibling in the same window */
};

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_SEARCH_MODE_ENABLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MftFindBar, mft_find_bar, ADW_TYPE_BIN)

static gboolean
search (const GtkTextIter *from, const char *words, gboolean forward, GtkTextIter *start,
        GtkTextIter *end)
{
  const GtkTextSearchFlags flags = GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY;

  return forward ? gtk_text_iter_forward_search (from, words, flags, start, end, NULL)
                 : gtk_text_iter_backward_search (from, words, flags, start, end, NULL);
}

/* From the selection on, and round over the end. `stay`: what is selected may be found again. */
static void
find (MftFindBar *self, gboolean forward, gboolean stay)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter from, to, start, end;
  gboolean found;

  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  found = *words != '\0' && search (forward && !stay ? &to : &from, words, forward, &start, &end);
  if (*words != '\0' && !found)
    {
      if (forward)
        gtk_text_buffer_get_start_iter (buffer, &from);
      else
        gtk_text_buffer_get_end_iter (buffer, &from);
      found = search (&from, words, forward, &start, &end);
    }
  gtk_widget_set_visible (self->none, *words != '\0' && !found);
  if (!found)
    return;
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}

static void
written_cb (MftFindBar *self)
{
  find (self, TRUE, TRUE);
}

static void
next_cb (MftFindBar *self)
{
  find (self, TRUE, FALSE);
}

static void
previous_cb (MftFindBar *self)
{
  find (self, FALSE, FALSE);
}

static void
mode_cb (MftFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)) && self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE_ENABLED]);
}

static void
mft_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MftFindBar *self = MFT_FIND_BAR (object);

  switch (id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_SEARCH_MODE_ENABLED:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mft_find_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MftFindBar *self = MFT_FIND_BAR (object);

  switch (id)
    {
    case PROP_VIEW:
      self->view = g_value_get_object (value);
      break;
    case PROP_SEARCH_MODE_ENABLED:
      gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mft_find_bar_class_init (MftFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mft_find_bar_get_property;
  object_class->set_property = mft_find_bar_set_property;
  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, GTK_TYPE_TEXT_VIEW, flags);
  properties[PROP_SEARCH_MODE_ENABLED]
      = g_param_spec_boolean ("search-mode-enabled", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
new_button (const char *icon, const char *words, GCallback callback, MftFindBar *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
mft_find_bar_init (MftFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Find in the text"), "hexpand", TRUE, NULL);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (previous_cb), self);
  self->none = gtk_label_new (_ ("Not found"));
  gtk_widget_set_visible (self->none, FALSE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), new_button ("go-up-symbolic", _ ("Previous place"),
                                             G_CALLBACK (previous_cb), self));
  gtk_box_append (GTK_BOX (box),
                  new_button ("go-down-symbolic", _ ("Next place"), G_CALLBACK (next_cb), self));
  self->bar = gtk_search_bar_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->bar), box);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->bar);
}

void
mft_find_bar_open (MftFindBar *self)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_widget_grab_focus (self->entry);
}
