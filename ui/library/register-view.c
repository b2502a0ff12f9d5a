/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/register-view.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "ui/library/register-columns.h"
#include "ui/library/register-model.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/names.h"
#include "ui/wrap/toasts.h"

struct _MftRegisterView
{
  AdwBin parent_instance;

  GtkWidget *search;
  GtkDropDown *statuses;
  GtkStack *stack;
  GtkColumnView *list;

  /* Borrowed */
  MftLibrary *library;

  /* Owned */
  MftRegisterModel *model;
  char *removed; /* the id of the one deleted last */
};

G_DEFINE_FINAL_TYPE (MftRegisterView, mft_register_view, ADW_TYPE_BIN)

static void
refresh (MftRegisterView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->statuses);
  const MftRegisterQuery query = { gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                   chosen > 0 && chosen <= MFT_STATUS_N ? 1u << (chosen - 1) : 0 };
  g_autoptr (GError) error = NULL;

  if (self->library == NULL)
    return;
  if (!mft_register_model_show (self->model, self->library, &query, &error))
    mft_tell_error (GTK_WIDGET (self), _ ("The agreements cannot be listed"), error);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "nothing");
}

void
mft_register_view_show (MftRegisterView *self, MftLibrary *library)
{
  self->library = library;
  refresh (self);
}

void
mft_register_view_search (MftRegisterView *self)
{
  gtk_widget_grab_focus (self->search);
}

static void
activated_cb (MftRegisterView *self, guint position)
{
  g_autoptr (MftRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-work", "s",
                              mft_register_item_get_entry (item)->id);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  MftRegisterView *self = MFT_REGISTER_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy
      = mft_library_duplicate (self->library, g_variant_get_string (id, NULL), &error);

  (void) action;
  if (copy == NULL)
    mft_tell_error (widget, _ ("The agreement could not be duplicated"), error);
  else
    mft_toast (widget, _ ("A copy was made, without numbers, place and date."));
  refresh (self);
}

/* The one that was deleted last. */
static void
bring_back (GtkWidget *widget)
{
  MftRegisterView *self = MFT_REGISTER_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (!mft_library_bring_back (self->library, self->removed, &error))
    mft_tell_error (widget, _ ("The agreement could not be brought back"), error);
  refresh (self);
}

static void
remove_work (MftRegisterView *self, const char *id)
{
  g_autoptr (GError) error = NULL;

  if (!mft_library_remove (self->library, id, &error))
    mft_tell_error (GTK_WIDGET (self), _ ("The agreement could not be deleted"), error);
  else
    {
      g_free (self->removed);
      self->removed = g_strdup (id);
      mft_toast_with_button (GTK_WIDGET (self), _ ("The agreement was deleted."), _ ("_Undo"),
                             bring_back);
    }
  refresh (self);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  (void) action;
  remove_work (MFT_REGISTER_VIEW (widget), g_variant_get_string (id, NULL));
}

static void
remove_selected_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftRegisterView *self = MFT_REGISTER_VIEW (widget);
  GtkSelectionModel *selection = gtk_column_view_get_model (self->list);
  MftRegisterItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection));

  (void) action;
  (void) parameter;
  if (item == NULL)
    return;
  g_autofree char *id = g_strdup (mft_register_item_get_entry (item)->id);
  remove_work (self, id);
}

static void
mft_register_view_dispose (GObject *object)
{
  g_clear_object (&MFT_REGISTER_VIEW (object)->model);
  g_clear_pointer (&MFT_REGISTER_VIEW (object)->removed, g_free);
  G_OBJECT_CLASS (mft_register_view_parent_class)->dispose (object);
}

static void
mft_register_view_class_init (MftRegisterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_register_view_dispose;
  gtk_widget_class_install_action (widget_class, "register.duplicate", "s", duplicate_cb);
  gtk_widget_class_install_action (widget_class, "register.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "register.remove-selected", NULL,
                                   remove_selected_cb);
}

static GtkDropDown *
new_statuses (void)
{
  const char *words[MFT_STATUS_N + 2] = { _ ("All statuses") };

  for (guint i = 0; i < MFT_STATUS_N; i++)
    words[i + 1] = mft_status_word ((MftStatus) i);
  return GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
}

static GtkWidget *
new_bar (MftRegisterView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text",
                _ ("Search subject, parties, numbers and the text"), NULL);
  gtk_widget_set_hexpand (self->search, TRUE);
  self->statuses = new_statuses ();
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->statuses), _ ("Status"));
  mft_names_apply (GTK_WIDGET (self->statuses));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->statuses, "notify::selected", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->statuses));
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

static void
add_delete_key (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                        gtk_named_action_new ("register.remove-selected")));
  gtk_widget_add_controller (list, controller);
}

static GtkWidget *
new_list (MftRegisterView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSingleSelection *selection
      = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  GtkWidget *list = gtk_column_view_new (GTK_SELECTION_MODEL (selection));

  self->list = GTK_COLUMN_VIEW (list);
  mft_register_add_columns (self->list);
  add_delete_key (list);
  gtk_column_view_set_show_row_separators (self->list, TRUE);
  gtk_widget_add_css_class (list, "register");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Agreements"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "system-search-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No agreement found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Use fewer words, or choose all statuses."));
  return page;
}

static void
mft_register_view_init (MftRegisterView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();

  self->model = mft_register_model_new ();
  self->stack = GTK_STACK (stack);
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_stack_add_named (self->stack, new_list (self), "list");
  gtk_stack_add_named (self->stack, new_nothing (), "nothing");
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
}
