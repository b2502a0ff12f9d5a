/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/versions/versions-pane.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "report/status-words.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/names.h"
#include "ui/wrap/remove-all.h"

struct _MftVersionsPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *nothing;

  /* Owned */
  MftWorkingCopy *copy;
};

G_DEFINE_FINAL_TYPE (MftVersionsPane, mft_versions_pane, ADW_TYPE_BIN)

const char *
mft_version_title (const MftLibraryVersion *version)
{
  return version->name[0] != '\0' ? version->name : mft_version_kind_word (version->kind);
}

/* --- rows -------------------------------------------------------------------------------------------- */

static const char *const icons[] = {
  [MFT_VERSION_AUTOMATIC] = "document-open-recent-symbolic",
  [MFT_VERSION_NAMED] = "user-bookmarks-symbolic",
  [MFT_VERSION_SENT] = "mail-send-symbolic",
  [MFT_VERSION_FINAL] = "emblem-ok-symbolic",
  [MFT_VERSION_SIGNED] = "emblem-ok-symbolic",
  [MFT_VERSION_CONFLICT] = "dialog-warning-symbolic",
};

char *
mft_version_dup_subtitle (const MftLibraryVersion *version)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (version->created / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format (time, "%d-%m-%Y %H.%M");
  g_autofree char *changes
      = g_strdup_printf (ngettext ("%u change", "%u changes", version->changes), version->changes);

  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_strv_builder_add (parts, when);
  /* The first has nothing before it to differ from. */
  if (version->changes > 0)
    g_strv_builder_add (parts, changes);
  if (version->name[0] != '\0')
    g_strv_builder_add (parts, mft_version_kind_word (version->kind));
  g_auto (GStrv) list = g_strv_builder_end (parts);
  return g_strjoinv (" · ", list);
}

static void
add_button (GtkWidget *row, const MftLibraryVersion *version, const char *icon, const char *tooltip,
            const char *action)
{
  GtkWidget *button = mft_icon_button_new (icon, tooltip);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", version->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
new_row (const MftLibraryVersion *version)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = mft_version_dup_subtitle (version);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mft_version_title (version));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (icons[version->kind]));
  add_button (row, version, "view-dual-symbolic", _ ("Compare with the present text"),
              "page.compare-version");
  add_button (row, version, "document-revert-symbolic", _ ("Go back to this text"),
              "page.restore-version");
  mft_names_apply (row);
  return row;
}

void
mft_versions_pane_refresh (MftVersionsPane *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = mft_working_copy_list_versions (self->copy, &error);

  mft_list_box_remove_all (self->list);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (versions, i)));
  if (error != NULL)
    {
      g_autofree char *why = mft_failure_sentence (error);
      g_autofree char *escaped = g_markup_escape_text (why, -1);
      adw_status_page_set_title (self->nothing, _ ("The versions cannot be read"));
      adw_status_page_set_description (self->nothing, escaped);
    }
  gtk_stack_set_visible_child_name (self->stack,
                                    versions != NULL && versions->len > 0 ? "list" : "nothing");
}

/* Saving may keep one more. */
static void
state_cb (MftVersionsPane *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && mft_working_copy_get_state (self->copy) == MFT_WORKING_COPY_SAVED)
    mft_versions_pane_refresh (self);
}

/* --- the pane ---------------------------------------------------------------------------------------- */

static void
mft_versions_pane_dispose (GObject *object)
{
  g_clear_object (&MFT_VERSIONS_PANE (object)->copy);
  G_OBJECT_CLASS (mft_versions_pane_parent_class)->dispose (object);
}

static void
mft_versions_pane_class_init (MftVersionsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_versions_pane_dispose;
}

static GtkWidget *
new_list (MftVersionsPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "versions");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Versions"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
new_nothing (MftVersionsPane *self)
{
  GtkWidget *page = adw_status_page_new ();

  self->nothing = ADW_STATUS_PAGE (page);
  adw_status_page_set_icon_name (self->nothing, "document-open-recent-symbolic");
  adw_status_page_set_title (self->nothing, _ ("No versions yet"));
  adw_status_page_set_description (
      self->nothing, _ ("While you write one is kept every ten minutes, and one each time the text "
                        "is sent or final."));
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static void
mft_versions_pane_init (MftVersionsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_button_new_with_mnemonic (_ ("_Name this version…"));
  GtkWidget *stack = gtk_stack_new ();

  self->stack = GTK_STACK (stack);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (name), "page.name-version");
  gtk_widget_add_css_class (name, "versions-name");
  gtk_stack_add_named (self->stack, new_list (self), "list");
  gtk_stack_add_named (self->stack, new_nothing (self), "nothing");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (self, "map", G_CALLBACK (mft_versions_pane_refresh), NULL);
}

GtkWidget *
mft_versions_pane_new (MftWorkingCopy *copy)
{
  MftVersionsPane *self = g_object_new (MFT_TYPE_VERSIONS_PANE, NULL);

  self->copy = g_object_ref (copy);
  g_signal_connect_object (copy, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
