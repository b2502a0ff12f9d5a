/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/ask.h"

#include <glib/gi18n.h>

#include "ui/wrap/label.h"

#define WIDTH 520
#define HEIGHT_MOST 560 /* with its header bar on any screen */

struct _MftAsk
{
  AdwWindow parent_instance;

  /* Borrowed */
  GtkWidget *action;
  AdwPreferencesGroup *group; /* of a question for a name, else NULL */
  GtkEditable *name;

  gboolean answered;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftAsk, mft_ask, ADW_TYPE_WINDOW)

static void
answer (MftAsk *self, gboolean accepted)
{
  if (self->answered)
    return;
  self->answered = TRUE;
  g_signal_emit (self, signals[ANSWERED], 0, accepted);
}

static gboolean
mft_ask_close_request (GtkWindow *window)
{
  answer (MFT_ASK (window), FALSE);
  return GTK_WINDOW_CLASS (mft_ask_parent_class)->close_request (window);
}

static void
mft_ask_class_init (MftAskClass *klass)
{
  GTK_WINDOW_CLASS (klass)->close_request = mft_ask_close_request;
  signals[ANSWERED] = g_signal_new ("answered", MFT_TYPE_ASK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
mft_ask_init (MftAsk *self)
{
  (void) self;
}

static void
action_cb (MftAsk *self)
{
  answer (self, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* The first thing to fill in has the cursor. */
static void
mapped_cb (GtkWidget *self, GtkWidget *form)
{
  (void) self;
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
}

/* As high as the form is at this width: a window that asks for its size measures it as if no line broke. */
static void
realized_cb (GtkScrolledWindow *scroller)
{
  int height = 0;

  gtk_widget_measure (gtk_scrolled_window_get_child (scroller), GTK_ORIENTATION_VERTICAL, WIDTH,
                      NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (scroller, MIN (height, HEIGHT_MOST));
}

static GtkWidget *
header_new (MftAsk *self, const char *action)
{
  GtkWidget *header = g_object_new (ADW_TYPE_HEADER_BAR, "show-start-title-buttons", FALSE,
                                    "show-end-title-buttons", FALSE, NULL);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->action = gtk_button_new_with_mnemonic (action);
  gtk_widget_add_css_class (self->action, "suggested-action");
  gtk_widget_set_sensitive (self->action, FALSE);
  g_signal_connect_swapped (self->action, "clicked", G_CALLBACK (action_cb), self);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), gtk_label_new (NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->action);
  return header;
}

MftAsk *
mft_ask_new (GtkWindow *parent, const char *heading, const char *body, const char *action,
             GtkWidget *form)
{
  MftAsk *self = g_object_new (MFT_TYPE_ASK, "transient-for", parent, "modal", TRUE, "title",
                               heading, "default-width", WIDTH, "resizable", FALSE, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inside = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                    "spacing", 18, "margin-start", 18, "margin-end", 18,
                                    "margin-top", 6, "margin-bottom", 24, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                                      "max-content-height", HEIGHT_MOST, "child", inside, NULL);

  /* Between two buttons large letters leave no room for it. */
  gtk_box_append (GTK_BOX (inside), mft_label_new (heading, "title-2"));
  gtk_box_append (GTK_BOX (inside), g_object_new (GTK_TYPE_LABEL, "label", body, "wrap", TRUE,
                                                  "xalign", 0.0, "max-width-chars", 56, NULL));
  gtk_box_append (GTK_BOX (inside), form);
  gtk_box_append (GTK_BOX (content), header_new (self, action));
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->action);
  g_signal_connect_object (self, "map", G_CALLBACK (mapped_cb), form, 0);
  g_signal_connect (scroller, "realize", G_CALLBACK (realized_cb), NULL);
  return self;
}

void
mft_ask_set_ready (MftAsk *self, gboolean ready)
{
  gtk_widget_set_sensitive (self->action, ready);
}

/* --- a question for a name --------------------------------------------------------------------------- */

static void
name_changed_cb (MftAsk *self)
{
  g_autofree char *name = mft_ask_dup_name (self);

  mft_ask_set_ready (self, name[0] != '\0');
}

MftAsk *
mft_ask_new_for_name (GtkWindow *parent, const char *heading, const char *body, const char *action,
                      const char *title, const char *name, gboolean required)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();
  MftAsk *self = mft_ask_new (parent, heading, body, action, group);

  self->group = ADW_PREFERENCES_GROUP (group);
  self->name = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (name != NULL)
    gtk_editable_set_text (self->name, name);
  mft_ask_add_row (self, row);
  mft_ask_set_ready (self, TRUE);
  if (!required)
    return self;
  g_signal_connect_object (row, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  name_changed_cb (self);
  return self;
}

char *
mft_ask_dup_name (MftAsk *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

void
mft_ask_set_name (MftAsk *self, const char *name)
{
  gtk_editable_set_text (self->name, name);
}

void
mft_ask_add_row (MftAsk *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
}
