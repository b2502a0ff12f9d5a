/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/field-uses.h"

#include <glib/gi18n.h>

#include "agreement/field-use.h"
#include "agreement/shown.h"
#include "ui/wrap/label.h"

#define WIDTH 36
#define PLACES_MOST 40

typedef struct
{
  MftAgreement *agreement;
  char *id;
} Uses;

static void
uses_free (gpointer data)
{
  Uses *uses = data;

  g_object_unref (uses->agreement);
  g_free (uses->id);
  g_free (uses);
}

static const char *
type_words (MftFieldType type)
{
  switch (type)
    {
    case MFT_FIELD_TEXT:
      return _ ("Words");
    case MFT_FIELD_INTEGER:
      return _ ("A whole number");
    case MFT_FIELD_PERCENT:
      return _ ("Per cent");
    case MFT_FIELD_MONEY:
      return _ ("An amount of money");
    case MFT_FIELD_DATE:
      return _ ("A date");
    case MFT_FIELD_YEAR:
      return _ ("A year");
    case MFT_FIELD_DURATION:
      return _ ("A length of time");
    case MFT_FIELD_CHOICE:
      return _ ("One of a list");
    }
  g_return_val_if_reached ("");
}

/* How the value reads in the text, where that says more than the value; NULL for no more. */
static char *
dup_reading (MftAgreement *agreement, const MftField *field)
{
  const char *value = mft_field_get_value (field);

  if (value == NULL)
    return NULL;
  switch (mft_field_get_type (field))
    {
    case MFT_FIELD_DATE:
      return mft_shown_value (agreement, value, MFT_FORM_DAY_DATE);
    case MFT_FIELD_INTEGER:
      return mft_shown_value (agreement, value, MFT_FORM_NUMBER);
    case MFT_FIELD_PERCENT:
      return mft_shown_value (agreement, value, MFT_FORM_PERCENT);
    case MFT_FIELD_MONEY:
      return mft_shown_value (agreement, value, MFT_FORM_MONEY);
    case MFT_FIELD_DURATION:
      return mft_shown_value (agreement, value, MFT_FORM_DURATION);
    case MFT_FIELD_TEXT:
    case MFT_FIELD_YEAR:
    case MFT_FIELD_CHOICE:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

static void
go_cb (GtkWidget *button)
{
  g_autofree char *id = g_strdup (gtk_widget_get_name (button));
  GtkWidget *menu = gtk_widget_get_ancestor (button, GTK_TYPE_MENU_BUTTON);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  gtk_widget_activate_action (menu, "page.go-to", "s", id);
}

static void
add_places (GtkWidget *box, Uses *uses)
{
  MftBlock *root = mft_agreement_get_root (uses->agreement);
  guint places = 0;

  for (MftBlock *at = root; at != NULL && places < PLACES_MOST; at = mft_block_next (at, root))
    {
      if (!mft_block_shows_field (at, uses->id))
        continue;
      g_autofree char *path = mft_block_dup_path (at);
      GtkWidget *button = gtk_button_new_with_label (path);
      gtk_widget_set_name (button, mft_block_get_id (at));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (go_cb), NULL);
      gtk_box_append (GTK_BOX (box), button);
      places++;
    }
}

static void
add_label (GtkWidget *box, const char *words, const char *style)
{
  GtkWidget *label = mft_label_new (words, style);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_end (label, 9);
  gtk_box_append (GTK_BOX (box), label);
}

static void
tell_cb (GtkMenuButton *button, gpointer data)
{
  Uses *uses = data;
  const MftField *field = mft_agreement_get_field (uses->agreement, uses->id);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  if (field != NULL)
    {
      g_autofree char *reading = dup_reading (uses->agreement, field);
      add_label (box, mft_field_get_meaning (field), "heading");
      add_label (box, type_words (mft_field_get_type (field)), "quiet");
      if (reading != NULL)
        add_label (box, reading, "body");
    }
  add_places (box, uses);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
}

GtkWidget *
mft_field_uses_new (MftAgreement *agreement, const char *id)
{
  GtkWidget *button = gtk_menu_button_new ();
  Uses *uses = g_new (Uses, 1);
  g_autofree char *count = g_strdup_printf ("%u×", mft_agreement_count_uses (agreement, id));

  *uses = (Uses){ g_object_ref (agreement), g_strdup (id) };
  g_object_set_data_full (G_OBJECT (button), "mft-uses", uses, uses_free);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), count);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), tell_cb, uses, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  return button;
}
