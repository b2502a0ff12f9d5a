/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name for the text as it is, back to what it was, and both beside each other. */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "ui/window.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

static void
named_cb (MftAsk *ask, gboolean accepted, MftEditorPage *self)
{
  g_autofree char *words = mft_ask_dup_name (ask);
  g_autoptr (GError) error = NULL;

  if (!accepted)
    return;
  if (mft_working_copy_keep (self->copy, words, &error))
    mft_toast (GTK_WIDGET (self), _ ("The text is kept under this name."));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The version could not be kept"), error);
  mft_versions_pane_refresh (self->versions);
}

static void
name_version_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  MftAsk *ask = mft_ask_new_for_name (
      _mft_editor_page_get_window (self), _ ("Name this version"),
      _ ("The text as it is now is kept under this name; you can compare with it and go back to "
         "it."),
      _ ("_Keep"), _ ("Name of the version"), NULL, TRUE);

  (void) action;
  (void) parameter;
  g_signal_connect_object (ask, "answered", G_CALLBACK (named_cb), self, 0);
  gtk_window_present (GTK_WINDOW (ask));
}

static void
restore_version_cb (GtkWidget *widget, const char *action, GVariant *number)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  g_autoptr (GError) error = NULL;

  (void) action;
  if (mft_working_copy_restore (self->copy, g_variant_get_int64 (number), &error))
    mft_toast_with_action (widget, _ ("The text is as it was in that version."), _ ("_Undo"),
                           "page.undo");
  else
    mft_tell_error (widget, _ ("The version could not be brought back"), error);
  mft_versions_pane_refresh (self->versions);
}

static char *
dup_title (MftEditorPage *self, gint64 number)
{
  g_autoptr (GPtrArray) versions = mft_working_copy_list_versions (self->copy, NULL);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const MftLibraryVersion *version = g_ptr_array_index (versions, i);
      if (version->number == number)
        return g_strdup (mft_version_title (version));
    }
  return g_strdup ("");
}

static void
compare_version_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  gint64 number = g_variant_get_int64 (parameter);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) older = mft_working_copy_load_version (self->copy, number, &error);
  g_autofree char *name = dup_title (self, number);

  (void) action;
  if (older == NULL)
    mft_tell_error (widget, _ ("The version cannot be read"), error);
  else if (MFT_IS_WINDOW (root))
    mft_window_compare (MFT_WINDOW (root), older, name, self->copy);
}

void
_mft_editor_page_install_version_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.name-version", NULL, name_version_cb);
  gtk_widget_class_install_action (widget_class, "page.restore-version", "x", restore_version_cb);
  gtk_widget_class_install_action (widget_class, "page.compare-version", "x", compare_version_cb);
}
