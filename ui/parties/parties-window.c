/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parties/parties-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "agreement/edit-parties.h"
#include "agreement/party.h"
#include "ui/parties/party-page.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/list-tab.h"
#include "ui/wrap/remove-all.h"
#include "ui/wrap/sides.h"

#define MFT_TYPE_PARTIES_WINDOW (mft_parties_window_get_type ())
G_DECLARE_FINAL_TYPE (MftPartiesWindow, mft_parties_window, MFT, PARTIES_WINDOW, AdwWindow)

struct _MftPartiesWindow
{
  AdwWindow parent_instance;

  /* Borrowed */
  GtkListBox *list;
  AdwBin *form;

  /* Owned */
  MftAgreement *agreement;
  guint party;   /* whose form stands at the right */
  guint parties; /* how many the list has */
};

G_DEFINE_FINAL_TYPE (MftPartiesWindow, mft_parties_window, ADW_TYPE_WINDOW)

static void
show_actions (MftPartiesWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "parties.up", self->party > 1);
  gtk_widget_action_set_enabled (widget, "parties.down", self->party < self->parties);
  gtk_widget_action_set_enabled (widget, "parties.remove", self->parties > MFT_PARTIES_LEAST);
  gtk_widget_action_set_enabled (widget, "parties.add", self->parties < MFT_PARTIES_MOST);
}

static void
show_names (MftPartiesWindow *self)
{
  for (guint party = 1; party <= self->parties; party++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) party - 1);
      g_autofree char *value = g_strdup_printf ("%u", party);
      g_autofree char *role = mft_party_dup_role (self->agreement, value);
      g_autofree char *name = mft_party_dup_shown (self->agreement, party, "nama");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), role);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   name != NULL ? name : _ ("Not filled in yet"));
    }
}

/* Rows and form anew, for the party that is to be seen. */
static void
show_party (MftPartiesWindow *self, guint party)
{
  self->party = 0;
  mft_list_box_remove_all (self->list);
  self->parties = mft_agreement_n_parties (self->agreement);
  for (guint i = 1; i <= self->parties; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      gtk_list_box_append (self->list, row);
    }
  show_names (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) party - 1));
  show_actions (self);
}

/* Enter in the list goes on to the form. */
static void
enter_form (MftPartiesWindow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
selected_cb (MftPartiesWindow *self, GtkListBoxRow *row)
{
  if (row == NULL || self->agreement == NULL)
    return;
  self->party = (guint) gtk_list_box_row_get_index (row) + 1;
  adw_bin_set_child (self->form, mft_party_page_new (self->agreement, self->party));
  show_actions (self);
}

/* Undo in the window behind may bring or take a party. */
static void
changed_cb (MftPartiesWindow *self, MftBlock *only)
{
  if (only != NULL)
    return;
  if (self->parties != mft_agreement_n_parties (self->agreement))
    show_party (self, MIN (self->party, mft_agreement_n_parties (self->agreement)));
  else
    show_names (self);
}

/* --- what can be done ---------------------------------------------------------------------------- */

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPartiesWindow *self = MFT_PARTIES_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  (void) action;
  (void) parameter;
  if (!mft_edit_add_party (self->agreement, &error))
    mft_tell_error (widget, _ ("No party can be added"), error);
  show_party (self, mft_agreement_n_parties (self->agreement));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftPartiesWindow) self = data;
  guint party = self->party;
  g_autoptr (GError) error = NULL;

  (void) source;
  if (!mft_confirm_finish (result) || self->agreement == NULL)
    return;
  if (!mft_edit_remove_party (self->agreement, party, &error))
    mft_tell_error (GTK_WIDGET (self), _ ("The party cannot be removed"), error);
  show_party (self, MIN (party, mft_agreement_n_parties (self->agreement)));
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPartiesWindow *self = MFT_PARTIES_WINDOW (widget);
  g_autofree char *value = g_strdup_printf ("%u", self->party);
  g_autofree char *role = mft_party_dup_role (self->agreement, value);
  /* Translators: %s is a role, such as PIHAK KETIGA. */
  g_autofree char *heading = g_strdup_printf (_ ("Remove %s?"), role);

  (void) action;
  (void) parameter;
  mft_confirm_async (GTK_WINDOW (widget), heading,
                     _ ("Its lines in the title, the komparisi and the signatures go too. What the "
                        "articles say of it stays and is told by the check."),
                     _ ("_Remove"), removed_cb, g_object_ref (self));
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPartiesWindow *self = MFT_PARTIES_WINDOW (widget);
  guint to = g_str_equal (action, "parties.up") ? self->party - 1 : self->party + 1;

  (void) parameter;
  mft_edit_move_party (self->agreement, self->party, to);
  show_party (self, to);
}

/* --- the widget ---------------------------------------------------------------------------------- */

static void
mft_parties_window_dispose (GObject *object)
{
  g_clear_object (&MFT_PARTIES_WINDOW (object)->agreement);
  G_OBJECT_CLASS (mft_parties_window_parent_class)->dispose (object);
}

static void
mft_parties_window_class_init (MftPartiesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_parties_window_dispose;
  gtk_widget_class_install_action (widget_class, "parties.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "parties.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "parties.up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "parties.down", NULL, move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "parties.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "parties.down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_side (MftPartiesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  mft_list_tab_install (GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (enter_form), self);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (
      GTK_BOX (bar),
      mft_icon_button_new_action ("list-add-symbolic", _ ("One more party"), "parties.add", NULL));
  gtk_box_append (GTK_BOX (bar),
                  mft_icon_button_new_action ("go-up-symbolic", _ ("Earlier in the order (Alt+↑)"),
                                              "parties.up", NULL));
  gtk_box_append (GTK_BOX (bar),
                  mft_icon_button_new_action ("go-down-symbolic", _ ("Later in the order (Alt+↓)"),
                                              "parties.down", NULL));
  gtk_box_append (GTK_BOX (bar),
                  mft_icon_button_new_action ("user-trash-symbolic", _ ("Remove this party"),
                                              "parties.remove", NULL));
  gtk_widget_set_size_request (box, 260, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static void
mft_parties_window_init (MftPartiesWindow *self)
{
  self->form = mft_sides_fill (ADW_WINDOW (self), _ ("Parties"), new_side (self), 980, 640);
}

void
mft_parties_window_present (GtkWindow *parent, MftAgreement *agreement)
{
  MftPartiesWindow *self = g_object_new (MFT_TYPE_PARTIES_WINDOW, "transient-for", parent, NULL);

  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_party (self, 1);
  gtk_window_present (GTK_WINDOW (self));
  enter_form (self);
}
