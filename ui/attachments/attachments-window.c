/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/attachments/attachments-window.h"

#include <glib/gi18n.h>

#include "agreement/attachment.h"
#include "agreement/shown.h"
#include "template/clause.h"
#include "ui/attachments/attachment-page.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/list-tab.h"
#include "ui/wrap/names.h"
#include "ui/wrap/remove-all.h"
#include "ui/wrap/sides.h"

struct _MftAttachmentsWindow
{
  AdwWindow parent_instance;

  /* Borrowed */
  GtkListBox *list;
  AdwBin *form;

  /* Owned */
  MftAgreement *agreement;
  char *shown;  /* the id of the one whose form stands at the right */
  char *layout; /* their ids, as last listed */
};

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftAttachmentsWindow, mft_attachments_window, ADW_TYPE_WINDOW)

static void
tell (MftAttachmentsWindow *self, const GError *error)
{
  if (error != NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("The attachments cannot be changed so"), error);
}

static int
get_selected (MftAttachmentsWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* --- the list ------------------------------------------------------------------------------------ */

static void
show_actions (MftAttachmentsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int selected = get_selected (self);
  int count = (int) mft_attachment_count (self->agreement);

  gtk_widget_action_set_enabled (widget, "attachments.up", selected > 0);
  gtk_widget_action_set_enabled (widget, "attachments.down", selected >= 0 && selected + 1 < count);
  gtk_widget_action_set_enabled (widget, "attachments.remove", selected >= 0);
}

static void
page_go_to_cb (MftAttachmentsWindow *self, const char *id)
{
  g_autofree char *kept = g_strdup (id);

  g_signal_emit (self, signals[GO_TO], 0, kept);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
new_empty_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "mail-attachment-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No attachments yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("A work plan, a budget, a map, pages of another document: the button with the plus "
         "sign adds one."));
  return page;
}

static void
show_page (MftAttachmentsWindow *self)
{
  int selected = get_selected (self);
  MftBlock *attachment
      = selected >= 0 ? mft_attachment_get (self->agreement, (guint) selected) : NULL;

  if (attachment != NULL && g_strcmp0 (mft_block_get_id (attachment), self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = attachment != NULL ? g_strdup (mft_block_get_id (attachment)) : NULL;
  if (attachment == NULL)
    {
      adw_bin_set_child (self->form, new_empty_page ());
      return;
    }
  GtkWidget *page = mft_attachment_page_new (self->agreement, attachment);
  g_signal_connect_object (page, "go-to", G_CALLBACK (page_go_to_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->form, page);
}

static void
selected_cb (MftAttachmentsWindow *self, GtkListBoxRow *row)
{
  if (row == NULL || self->agreement == NULL)
    return;
  show_page (self);
  show_actions (self);
}

static void
show_titles (MftAttachmentsWindow *self)
{
  for (guint i = 0; i < mft_attachment_count (self->agreement); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      MftBlock *attachment = mft_attachment_get (self->agreement, i);
      g_autofree char *title = mft_shown_text (self->agreement, attachment);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mft_block_get_label (attachment));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   *title != '\0' ? title : _ ("Without a title"));
    }
}

static char *
layout_of (MftAttachmentsWindow *self)
{
  GString *layout = g_string_new (NULL);

  for (guint i = 0; i < mft_attachment_count (self->agreement); i++)
    g_string_append_printf (layout, "%s ",
                            mft_block_get_id (mft_attachment_get (self->agreement, i)));
  return g_string_free (layout, FALSE);
}

static void
list_anew (MftAttachmentsWindow *self, guint selected)
{
  guint count = mft_attachment_count (self->agreement);

  g_free (self->layout);
  self->layout = layout_of (self);
  mft_list_box_remove_all (self->list);
  for (guint i = 0; i < count; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      gtk_list_box_append (self->list, row);
    }
  show_titles (self);
  if (count > 0)
    gtk_list_box_select_row (
        self->list, gtk_list_box_get_row_at_index (self->list, (int) MIN (selected, count - 1)));
  show_page (self);
  show_actions (self);
}

/* Undo in the window behind may bring or take one. */
static void
changed_cb (MftAttachmentsWindow *self, MftBlock *only)
{
  g_autofree char *layout = layout_of (self);

  if (only == NULL && g_strcmp0 (layout, self->layout) != 0)
    list_anew (self, (guint) MAX (get_selected (self), 0));
  else
    show_titles (self);
}

/* --- what can be done ---------------------------------------------------------------------------- */

static void
add_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *model)
{
  MftAttachmentsWindow *self = MFT_ATTACHMENTS_WINDOW (widget);
  const char *id = g_variant_get_string (model, NULL);
  g_autoptr (GError) error = NULL;
  MftBlock *added = *id != '\0' ? mft_clause_insert_attachment (
                        self->agreement, mft_clause_library_get_default (), id, &error)
                                : mft_attachment_add (self->agreement, "", &error);

  if (added != NULL)
    list_anew (self, mft_attachment_count (self->agreement) - 1);
  tell (self, error);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  MftAttachmentsWindow *self = MFT_ATTACHMENTS_WINDOW (widget);
  int from = get_selected (self);
  int to = g_str_has_suffix (action, "up") ? from - 1 : from + 1;
  g_autoptr (GError) error = NULL;

  if (mft_attachment_move (self->agreement, mft_attachment_get (self->agreement, (guint) from),
                           (guint) to, &error))
    list_anew (self, (guint) to);
  tell (self, error);
}

static void
removed_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftAttachmentsWindow) self = data;
  g_autoptr (GError) error = NULL;
  int selected = self->agreement != NULL ? get_selected (self) : -1;

  if (!mft_confirm_finish (result) || selected < 0)
    return;
  mft_edit_remove (self->agreement, mft_attachment_get (self->agreement, (guint) selected), &error);
  tell (self, error);
}

/* It can be undone; what refers to it is what people overlook. */
static void
remove_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftAttachmentsWindow *self = MFT_ATTACHMENTS_WINDOW (widget);
  MftBlock *attachment = mft_attachment_get (self->agreement, (guint) get_selected (self));
  g_autoptr (GPtrArray) referring = mft_attachment_list_referring (self->agreement, attachment);
  g_autoptr (GError) error = NULL;

  if (referring->len == 0)
    {
      mft_edit_remove (self->agreement, attachment, &error);
      tell (self, error);
      return;
    }
  /* Translators: %s is "Lampiran I". */
  g_autofree char *heading = g_strdup_printf (_ ("Remove %s?"), mft_block_get_label (attachment));
  g_autofree char *path = mft_block_dup_path (referring->pdata[0]);
  g_autofree char *body = g_strdup_printf (
      _ ("%s refers to it. That reference then leads nowhere, and the check tells it."), path);
  mft_confirm_async (GTK_WINDOW (widget), heading, body, _ ("_Remove"), removed_cb,
                     g_object_ref (self));
}

/* --- the widget ---------------------------------------------------------------------------------- */

static void
mft_attachments_window_dispose (GObject *object)
{
  MftAttachmentsWindow *self = MFT_ATTACHMENTS_WINDOW (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->layout, g_free);
  G_OBJECT_CLASS (mft_attachments_window_parent_class)->dispose (object);
}

static void
mft_attachments_window_class_init (MftAttachmentsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_attachments_window_dispose;
  signals[GO_TO] = g_signal_new ("go-to", MFT_TYPE_ATTACHMENTS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "attachments.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "attachments.up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "attachments.down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "attachments.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "attachments.up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "attachments.down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* An empty one, and the models of the library. */
static GtkWidget *
new_adding (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) models = g_menu_new ();
  g_autoptr (GPtrArray) units = mft_clause_library_list (mft_clause_library_get_default (), "L-");

  g_menu_append (menu, _ ("Empty"), "attachments.add::");
  for (guint i = 0; i < units->len; i++)
    {
      const MftUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (unit->title, NULL);
      g_menu_item_set_action_and_target (item, "attachments.add", "s", unit->id);
      g_menu_append_item (models, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (models));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _ ("One more attachment"));
  mft_names_apply (button);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_side (MftAttachmentsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  mft_list_tab_install (GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (GTK_BOX (bar), new_adding ());
  gtk_box_append (GTK_BOX (bar),
                  mft_icon_button_new_action ("go-up-symbolic", _ ("Earlier in the order (Alt+↑)"),
                                              "attachments.up", NULL));
  gtk_box_append (GTK_BOX (bar),
                  mft_icon_button_new_action ("go-down-symbolic", _ ("Later in the order (Alt+↓)"),
                                              "attachments.down", NULL));
  gtk_box_append (GTK_BOX (bar),
                  mft_icon_button_new_action ("user-trash-symbolic", _ ("Remove this attachment"),
                                              "attachments.remove", NULL));
  gtk_widget_set_size_request (box, 230, -1);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static void
mft_attachments_window_init (MftAttachmentsWindow *self)
{
  self->form = mft_sides_fill (ADW_WINDOW (self), _ ("Attachments"), new_side (self), 980, 660);
}

MftAttachmentsWindow *
mft_attachments_window_new (GtkWindow *parent, MftAgreement *agreement)
{
  MftAttachmentsWindow *self
      = g_object_new (MFT_TYPE_ATTACHMENTS_WINDOW, "transient-for", parent, NULL);

  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  list_anew (self, 0);
  return self;
}

void
mft_attachments_window_select (MftAttachmentsWindow *self, MftBlock *block)
{
  MftBlock *attachment = mft_block_get_ancestor (block, MFT_BLOCK_ATTACHMENT);

  for (guint i = 0; attachment != NULL && i < mft_attachment_count (self->agreement); i++)
    if (mft_attachment_get (self->agreement, i) == attachment)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}
