/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/register-columns.h"

#include <glib/gi18n.h>

#include "ui/library/register-item.h"

MftTone
mft_status_tone (MftStatus status)
{
  switch (status)
    {
    case MFT_STATUS_DRAFT:
    case MFT_STATUS_DISCUSSION:
    case MFT_STATUS_EXPIRED:
    case MFT_STATUS_TERMINATED:
      return MFT_TONE_NEUTRAL;
    case MFT_STATUS_FINAL:
    case MFT_STATUS_READY:
    case MFT_STATUS_PARTLY_SIGNED:
      return MFT_TONE_WAITING;
    case MFT_STATUS_IN_FORCE:
    case MFT_STATUS_AMENDED:
    case MFT_STATUS_EXTENDED:
      return MFT_TONE_GOOD;
    }
  return MFT_TONE_NEUTRAL;
}

char *
mft_register_when (gint64 changed)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (changed / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_year (at) == g_date_time_get_year (now)
                   && g_date_time_get_day_of_year (at) == g_date_time_get_day_of_year (now);

  /* Translators: a time of today, as g_date_time_format() writes it. */
  return g_date_time_format (at, today ? _ ("today, %H.%M") : _ ("%d-%m-%Y, %H.%M"));
}

static GtkWidget *
new_line (const char *words, gboolean bold, guint lines)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), (int) lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, bold ? "heading" : "quiet-caption");
  return label;
}

static GtkWidget *
new_title (const MftLibraryEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), new_line (entry->title, TRUE, 2));
  if (entry->number[0] != '\0')
    gtk_box_append (GTK_BOX (box), new_line (entry->number, FALSE, 1));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
new_parties (const MftLibraryEntry *entry)
{
  GtkWidget *label = new_line (entry->parties, FALSE, 3);

  gtk_widget_remove_css_class (label, "quiet-caption");
  return label;
}

static GtkWidget *
new_status (const MftLibraryEntry *entry)
{
  return mft_tone_label_new (mft_status_tone (entry->status), mft_status_word (entry->status));
}

static GtkWidget *
new_changed (const MftLibraryEntry *entry)
{
  g_autofree char *when = mft_register_when (entry->changed);
  GtkWidget *label = new_line (when, FALSE, 2);

  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
new_menu (const MftLibraryEntry *entry)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: %s is the title of an agreement. */
  g_autofree char *label = g_strdup_printf (_ ("What to do with “%s”"), entry->title);

  append_item (menu, _ ("_Open"), "win.open-work", entry->id);
  append_item (menu, _ ("_Duplicate"), "register.duplicate", entry->id);
  append_item (menu, _ ("_Delete"), "register.remove", entry->id);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

typedef GtkWidget *(*Make) (const MftLibraryEntry *entry);

static void
bind_cb (GtkListItem *list_item, Make make)
{
  MftRegisterItem *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_child (list_item, make (mft_register_item_get_entry (item)));
}

static void
bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer make)
{
  (void) factory;
  bind_cb (list_item, *(Make *) make);
}

static void
unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  (void) factory;
  (void) data;
  gtk_list_item_set_child (list_item, NULL);
}

static const struct
{
  const char *title;
  Make make;
  int width; /* 0: what is left */
} columns[] = {
  { N_ ("Subject"), new_title, 0 },
  { N_ ("Parties"), new_parties, 250 },
  { N_ ("Status"), new_status, 190 },
  { N_ ("Changed"), new_changed, 130 },
  { "", new_menu, 54 },
};

void
mft_register_add_columns (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "bind", G_CALLBACK (bound_cb), (gpointer) &columns[i].make);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbound_cb), NULL);
      column = gtk_column_view_column_new (
          columns[i].title[0] != '\0' ? _ (columns[i].title) : NULL, factory);
      gtk_column_view_column_set_expand (column, columns[i].width == 0);
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (view, column);
    }
}
