/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/step.h"

#include "ui/wrap/label.h"

typedef struct
{
  GtkLabel *number;
  GtkImage *icon;
} MftStepPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (MftStep, mft_step, ADW_TYPE_EXPANDER_ROW)

static void
mft_step_class_init (MftStepClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mft_step_init (MftStep *self)
{
  MftStepPrivate *private = mft_step_get_instance_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  private->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (private->number), "step-number");
  gtk_widget_set_valign (GTK_WIDGET (private->number), GTK_ALIGN_CENTER);
  private->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (private->icon), "step-icon");
  gtk_widget_set_valign (GTK_WIDGET (private->icon), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (private->number));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (private->icon));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), box);
}

void
mft_step_set_number (MftStep *self, guint number)
{
  MftStepPrivate *private = mft_step_get_instance_private (self);
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_text (private->number, text);
}

void
mft_step_set_state (MftStep *self, MftTone tone, const char *fact)
{
  MftStepPrivate *private = mft_step_get_instance_private (self);
  g_autofree char *escaped = g_markup_escape_text (fact, -1);

  gtk_widget_set_visible (GTK_WIDGET (private->number), tone == MFT_TONE_WAITING);
  gtk_widget_set_visible (GTK_WIDGET (private->icon), tone != MFT_TONE_WAITING);
  gtk_image_set_from_icon_name (private->icon, mft_tone_icon (tone));
  for (MftTone other = MFT_TONE_GOOD; other <= MFT_TONE_PRACTICE; other++)
    gtk_widget_remove_css_class (GTK_WIDGET (private->icon), mft_tone_class (other));
  gtk_widget_add_css_class (GTK_WIDGET (private->icon), mft_tone_class (tone));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped);
}

void
mft_step_changed (MftStep *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

AdwComboRow *
mft_step_add_combo (MftStep *self, const char *title, const char *const *items)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (items != NULL)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (items);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
    }
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (mft_step_changed), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return ADW_COMBO_ROW (row);
}

GtkEditable *
mft_step_add_entry (MftStep *self, GType type, const char *title)
{
  GtkWidget *row = g_object_new (type, "title", title, NULL);

  g_signal_connect_object (row, "changed", G_CALLBACK (mft_step_changed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return GTK_EDITABLE (row);
}

GtkEditable *
mft_step_add_private_entry (MftStep *self, const char *title)
{
  GtkEditable *entry = mft_step_add_entry (self, ADW_TYPE_PASSWORD_ENTRY_ROW, title);
  GtkEditable *text = gtk_editable_get_delegate (entry);

  if (GTK_IS_TEXT (text))
    gtk_text_set_input_hints (GTK_TEXT (text), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE
                                                   | GTK_INPUT_HINT_NO_EMOJI);
  return entry;
}

GtkWidget *
mft_step_add_button (MftStep *self, const char *title, const char *icon, GCallback callback,
                     gpointer data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", callback, data, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

void
mft_step_add_widget (MftStep *self, const char *title, GtkWidget *widget)
{
  GtkWidget *row = adw_preferences_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_margin_top (widget, 12);
  gtk_widget_set_margin_bottom (widget, 12);
  gtk_widget_set_margin_start (widget, 12);
  gtk_widget_set_margin_end (widget, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), widget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* A step of the keyboard that does nothing is a trap; words are one that reads. */
  gtk_widget_set_focusable (row, GTK_IS_LABEL (widget));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

GtkLabel *
mft_step_add_words (MftStep *self, const char *title)
{
  GtkWidget *label = mft_label_new (NULL, NULL);

  mft_step_add_widget (self, title, label);
  mft_step_words_set (GTK_LABEL (label), NULL);
  return GTK_LABEL (label);
}

void
mft_step_words_set (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (label)), words != NULL);
}
