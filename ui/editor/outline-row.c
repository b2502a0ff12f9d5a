/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/outline-row.h"

#include <glib/gi18n.h>

struct _MftOutlineRow
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkLabel *words;
  GtkLabel *findings;
  MftOutlineItem *item;
};

static guint go_signal;
static guint dropped_signal;

G_DEFINE_FINAL_TYPE (MftOutlineRow, mft_outline_row, ADW_TYPE_BIN)

/* --- drag and drop ---------------------------------------------------------------------------- */

static GdkContentProvider *
prepare_cb (MftOutlineRow *self)
{
  return self->item != NULL && mft_outline_item_is_movable (self->item)
             ? gdk_content_provider_new_typed (MFT_TYPE_OUTLINE_ITEM, self->item)
             : NULL;
}

static void
drag_begin_cb (MftOutlineRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  (void) drag;
  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
is_lower_half (MftOutlineRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
show_place (MftOutlineRow *self, const char *shown)
{
  static const char *const places[] = { "drop-before", "drop-behind" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i], shown) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (self), places[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), places[i]);
}

static GdkDragAction
motion_cb (MftOutlineRow *self, double x, double y)
{
  (void) x;
  show_place (self, is_lower_half (self, y) ? "drop-behind" : "drop-before");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (MftOutlineRow *self)
{
  show_place (self, NULL);
}

static gboolean
drop_cb (MftOutlineRow *self, const GValue *value, double x, double y)
{
  (void) x;
  show_place (self, NULL);
  g_signal_emit (self, dropped_signal, 0, g_value_get_object (value), is_lower_half (self, y));
  return TRUE;
}

static void
add_drag_and_drop (MftOutlineRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (MFT_TYPE_OUTLINE_ITEM, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- the widget ------------------------------------------------------------------------------- */

/* With Ctrl or Shift the list selects more instead. */
static void
released_cb (GtkGestureClick *click, int presses, double x, double y, MftOutlineRow *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  (void) presses;
  if (!(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
      && gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, go_signal, 0);
}

static void
mft_outline_row_dispose (GObject *object)
{
  g_clear_object (&MFT_OUTLINE_ROW (object)->item);
  G_OBJECT_CLASS (mft_outline_row_parent_class)->dispose (object);
}

static void
mft_outline_row_class_init (MftOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_outline_row_dispose;
  go_signal = g_signal_new ("go", MFT_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 0);
  dropped_signal = g_signal_new ("dropped", MFT_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, MFT_TYPE_OUTLINE_ITEM, G_TYPE_BOOLEAN);
}

static void
mft_outline_row_init (MftOutlineRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  self->findings = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->findings), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->findings), "finding-count");
  gtk_widget_add_css_class (GTK_WIDGET (self->findings), "numeric");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->findings));
  adw_bin_set_child (ADW_BIN (self), self->box);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drag_and_drop (self);
}

GtkWidget *
mft_outline_row_new (void)
{
  return g_object_new (MFT_TYPE_OUTLINE_ROW, NULL);
}

static void
show_findings (MftOutlineRow *self, guint findings)
{
  g_autofree char *count = g_strdup_printf ("%u", findings);
  g_autofree char *words
      = g_strdup_printf (ngettext ("%u finding", "%u findings", findings), findings);

  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings > 0);
  gtk_label_set_text (self->findings, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->findings), words);
}

/* "3 Jangka Waktu, 2 temuan" for who hears the list. */
static void
set_name (MftOutlineRow *self)
{
  guint findings = mft_outline_item_get_findings (self->item);
  g_autofree char *count
      = findings > 0
            ? g_strdup_printf (ngettext (", %u finding", ", %u findings", findings), findings)
            : g_strdup ("");
  g_autofree char *name = g_strconcat (mft_outline_item_get_level (self->item) == 1 ? "Pasal " : "",
                                       mft_outline_item_get_label (self->item), " ",
                                       mft_outline_item_get_words (self->item), count, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (name), -1);
}

void
mft_outline_row_set_item (MftOutlineRow *self, MftOutlineItem *item)
{
  guint level = mft_outline_item_get_level (item);

  g_set_object (&self->item, item);
  gtk_label_set_text (self->label, mft_outline_item_get_label (item));
  gtk_label_set_width_chars (self->label, level == 1 ? 3 : -1);
  gtk_widget_set_visible (GTK_WIDGET (self->label), *mft_outline_item_get_label (item) != '\0');
  gtk_widget_set_margin_start (self->box, level == 2 ? 36 : 0);
  gtk_label_set_text (self->words, mft_outline_item_get_words (item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), mft_outline_item_get_words (item));
  show_findings (self, mft_outline_item_get_findings (item));
  set_name (self);
}

MftOutlineItem *
mft_outline_row_get_item (MftOutlineRow *self)
{
  return self->item;
}
