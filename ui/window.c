/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window.h"
#include "ui/window-private.h"

#include <glib/gi18n.h>

#include "ui/certificates/certificates-page.h"
#include "ui/comparison/comparison-page.h"
#include "ui/signing/desk-page.h"
#include "ui/start/start-page.h"
#include "ui/verifying/verifying-page.h"
#include "ui/templates/template-editor.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/later.h"
#include "ui/wrap/names.h"
#include "ui/wrap/settings.h"
#include "ui/wrap/shell.h"

#include "agreement/edit.h"
#include "base/data-folder.h"

struct _MftWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  MftShell *shell;
  AdwViewStack *places;
  GtkWidget *places_page;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *narrow_switcher; /* NULL until the window was narrow */

  MftStartPage *start_page;
  MftLater *comparison_place;
  MftLater *verifying_place;
  MftLater *desk_place;
  GtkStack *signing_stack;

  /* Owned */
  GSettings *settings;
  MftLibrary *library;    /* NULL until it is asked for */
  GError *library_reason; /* why it can only be read */
};

G_DEFINE_FINAL_TYPE (MftWindow, mft_window, ADW_TYPE_APPLICATION_WINDOW)

static MftComparisonPage *
comparison_page (MftWindow *self)
{
  return MFT_COMPARISON_PAGE (mft_later_get (self->comparison_place));
}

static MftDeskPage *
desk_page (MftWindow *self)
{
  return MFT_DESK_PAGE (mft_later_get (self->desk_place));
}

GtkWidget *
_mft_window_get_page (MftWindow *self)
{
  return mft_shell_get_visible_page (self->shell);
}

gboolean
_mft_window_leave_page (MftWindow *self)
{
  GtkWidget *page = _mft_window_get_page (self);

  if (MFT_IS_EDITOR_PAGE (page) && !mft_editor_page_may_close (MFT_EDITOR_PAGE (page)))
    return FALSE;
  if (MFT_IS_TEMPLATE_EDITOR (page) && !mft_template_editor_may_close (MFT_TEMPLATE_EDITOR (page)))
    return FALSE;
  return mft_shell_pop (self->shell);
}

/* What the comparing page made becomes a work of its own. */
static void
drafted_cb (MftWindow *self, MftAgreement *agreement)
{
  mft_window_edit_new (self, agreement, NULL);
}

static void
comparison_made_cb (MftWindow *self, MftComparisonPage *page)
{
  g_signal_connect_object (page, "drafted", G_CALLBACK (drafted_cb), self, G_CONNECT_SWAPPED);
}

static void
desk_made_cb (MftWindow *self, MftDeskPage *page)
{
  mft_desk_page_set_library (page, mft_window_get_library (self, NULL));
}

/* Where the places do not fit into the title they are below, in a bar that is made for it: laying out
 * four buttons more would be waited for by every window. */
static void
narrow_cb (MftWindow *self)
{
  gboolean narrow = adw_view_switcher_title_get_title_visible (self->switcher_title);

  if (narrow && self->narrow_switcher == NULL)
    {
      self->narrow_switcher = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());
      adw_view_switcher_bar_set_stack (self->narrow_switcher, self->places);
      gtk_box_append (GTK_BOX (self->places_page), GTK_WIDGET (self->narrow_switcher));
      mft_names_apply (GTK_WIDGET (self->narrow_switcher));
    }
  if (self->narrow_switcher != NULL)
    adw_view_switcher_bar_set_reveal (self->narrow_switcher, narrow);
}

static gboolean
drop_cb (MftWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  mft_window_receive_files (self, files);
  return files != NULL;
}

static void
visible_page_cb (MftWindow *self)
{
  if (mft_shell_get_depth (self->shell) == 1)
    {
      g_autoptr (GError) error = NULL;
      MftLibrary *library = mft_window_get_library (self, &error);
      mft_start_page_show_work (self->start_page, library,
                                error != NULL ? error : self->library_reason);
      if (adw_bin_get_child (ADW_BIN (self->desk_place)) != NULL)
        mft_desk_page_set_library (desk_page (self), library);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back",
                                 mft_shell_get_depth (self->shell) > 1);
}

static gboolean
mft_window_close_request (GtkWindow *window)
{
  MftWindow *self = MFT_WINDOW (window);
  gboolean maximized = gtk_window_is_maximized (window);

  while (mft_shell_get_depth (self->shell) > 1)
    if (!_mft_window_leave_page (self))
      return GDK_EVENT_STOP;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (!maximized)
    {
      int width, height;
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  return GTK_WINDOW_CLASS (mft_window_parent_class)->close_request (window);
}

static void
mft_window_dispose (GObject *object)
{
  MftWindow *self = MFT_WINDOW (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mft_window_parent_class)->dispose (object);
}

static void
mft_window_finalize (GObject *object)
{
  g_clear_pointer (&MFT_WINDOW (object)->library, mft_library_close);
  g_clear_error (&MFT_WINDOW (object)->library_reason);
  G_OBJECT_CLASS (mft_window_parent_class)->finalize (object);
}

static void
mft_window_class_init (MftWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mft_window_close_request;

  g_type_ensure (MFT_TYPE_COMPARISON_PAGE);
  g_type_ensure (MFT_TYPE_LATER);
  g_type_ensure (MFT_TYPE_SHELL);
  g_type_ensure (MFT_TYPE_CERTIFICATES_PAGE);
  g_type_ensure (MFT_TYPE_START_PAGE);
  g_type_ensure (MFT_TYPE_DESK_PAGE);
  g_type_ensure (MFT_TYPE_VERIFYING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/mufakat/Mufakat/window.ui");
  gtk_widget_class_bind_template_child (widget_class, MftWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, places);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, places_page);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, switcher_title);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, comparison_place);
  gtk_widget_class_bind_template_callback (widget_class, comparison_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_made_cb);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, verifying_place);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, desk_place);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, signing_stack);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  _mft_window_install_actions (widget_class);
}

static void
mft_window_init (MftWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->settings = mft_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  mft_shell_push (self->shell, self->places_page);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

MftWindow *
mft_window_new (MftApplication *application)
{
  return g_object_new (MFT_TYPE_WINDOW, "application", application, NULL);
}

void
mft_window_show_place (MftWindow *self, const char *name)
{
  while (mft_shell_get_depth (self->shell) > 1)
    if (!_mft_window_leave_page (self))
      return;
  adw_view_stack_set_visible_child_name (self->places, name);
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->places), GTK_DIR_TAB_FORWARD);
}

const char *
mft_window_get_place (MftWindow *self)
{
  return adw_view_stack_get_visible_child_name (self->places);
}

static MftVerifyingPage *
show_verifying_page (MftWindow *self)
{
  mft_window_show_place (self, "signing");
  gtk_stack_set_visible_child_name (self->signing_stack, "verify");
  return MFT_VERIFYING_PAGE (mft_later_get (self->verifying_place));
}

void
mft_window_verify_file (MftWindow *self, const char *path)
{
  mft_verifying_page_add (show_verifying_page (self), path);
}

void
mft_window_verify_folder (MftWindow *self, const char *path)
{
  mft_verifying_page_add_folder (show_verifying_page (self), path);
}

/* Whether the work still reads as what was sent of it. */
static gboolean
is_as_sent (MftWorkingCopy *copy, const MftReply *reply)
{
  g_autoptr (MftComparison) since
      = mft_comparison_new (reply->answered, mft_working_copy_get_agreement (copy));

  return mft_comparison_count (since, MFT_CHANGE_SAME) == mft_comparison_n_changes (since);
}

void
mft_window_compare_reply (MftWindow *self, MftReply *reply, const char *name,
                          const MftChange *change)
{
  g_autoptr (MftReply) own = reply;
  MftVersionChooser *left = mft_comparison_page_get_left (comparison_page (self));
  MftVersionChooser *right = mft_comparison_page_get_right (comparison_page (self));
  MftLibrary *library = mft_window_get_library (self, NULL);
  g_autoptr (MftWorkingCopy) copy
      = library != NULL ? mft_working_copy_open (library, reply->agreement, NULL) : NULL;

  if (copy != NULL && is_as_sent (copy, reply))
    mft_version_chooser_take_copy (left, copy);
  else
    mft_version_chooser_take (left, reply->answered,
                              reply->sent != NULL ? reply->sent->file : reply->title);
  mft_version_chooser_take (right, reply->returned, name);
  mft_comparison_page_show (comparison_page (self), g_steal_pointer (&reply->comparison), change);
  mft_window_show_place (self, "comparison");
}

guint
mft_window_n_to_sign (MftWindow *self, const char *except, const char **next)
{
  return mft_desk_page_n_mine (desk_page (self), except, next);
}

/* What a file suggests stays with its text as a version, so that it can be gone through later as well. */
static gboolean
keep_suggested (MftWorkingCopy *copy, MftAgreement *suggested, const char *file, GError **error)
{
  MftAgreement *agreement = mft_working_copy_get_agreement (copy);
  /* Translators: the name of a version; %s is a file's name. */
  g_autofree char *name = g_strdup_printf (_ ("Suggested in “%s”"), file);

  if (!mft_edit_content (agreement, suggested, error))
    return FALSE;
  gboolean kept = mft_working_copy_keep (copy, name, error);
  return mft_agreement_undo (agreement) && kept && mft_working_copy_flush (copy);
}

void
mft_window_review_changes (MftWindow *self, MftAgreement *before, MftAgreement *after,
                           const char *name)
{
  g_autoptr (GError) error = NULL;
  MftLibrary *library = mft_window_get_library (self, &error);
  g_autoptr (MftWorkingCopy) copy
      = library != NULL ? mft_working_copy_new (library, before, name, &error) : NULL;

  if (copy == NULL || !keep_suggested (copy, after, name, &error))
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The agreement cannot be opened"), error);
      return;
    }
  mft_version_chooser_take_copy (mft_comparison_page_get_left (comparison_page (self)), copy);
  mft_version_chooser_take (mft_comparison_page_get_right (comparison_page (self)), after, name);
  mft_window_show_place (self, "comparison");
}

void
mft_window_push (MftWindow *self, GtkWidget *page)
{
  mft_shell_push (self->shell, page);
}

void
mft_window_compare (MftWindow *self, MftAgreement *older, const char *name, MftWorkingCopy *work)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  MftComparisonPage *comparison = g_object_new (MFT_TYPE_COMPARISON_PAGE, "vexpand", TRUE, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  gtk_widget_set_tooltip_text (back, _ ("Back"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Comparison with a version"), name));
  gtk_box_append (GTK_BOX (page), header);
  g_signal_connect_object (comparison, "drafted", G_CALLBACK (drafted_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (comparison));
  mft_names_apply (page);
  mft_window_push (self, page);
  mft_version_chooser_take (mft_comparison_page_get_left (comparison), older, name);
  mft_version_chooser_take_copy (mft_comparison_page_get_right (comparison), work);
}

MftLibrary *
mft_window_get_library (MftWindow *self, GError **error)
{
  g_autofree char *folder = self->library == NULL ? mft_data_folder (NULL, error) : NULL;

  if (folder != NULL)
    self->library = mft_library_open_or_read (folder, &self->library_reason, error);
  return self->library;
}
