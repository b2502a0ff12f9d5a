/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include <stdlib.h>

#include "base/data-folder.h"
#include "base/language.h"
#include "base/random.h"
#include "support.h"
#include "ui/wrap/settings.h"

void
mft_ui_test_init (int *argc, char ***argv)
{
  g_autofree char *folder = NULL;

  mft_language_init ();
  gtk_disable_setlocale ();
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      exit (EXIT_SUCCESS);
    }
  adw_init ();
  /* Not isolated: pictures and icons need the MIME database of the system. */
  g_test_init (argc, argv, NULL);
  mft_random_seed (20261122);
  folder = mft_test_folder ();
  mft_data_folder_set (folder);
}

static gboolean
late_cb (gpointer data)
{
  (void) data;
  g_test_fail_printf ("what was waited for did not come");
  abort ();
}

void
mft_ui_test_until (MftUiTestDone done, gpointer data)
{
  guint late = g_timeout_add_seconds (20, late_cb, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static gboolean
flag_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

void
mft_ui_test_spin (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, flag_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

void
mft_ui_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  static const char *const names[] = { "label", "title", "text", "heading", "tooltip-text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);
      g_autofree char *value = NULL;
      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;
      g_object_get (widget, names[i], &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return TRUE;
    }
  return FALSE;
}

GtkWidget *
mft_ui_test_find (GtkWidget *top, GType type, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (top), type) && (text == NULL || has_text (top, text)))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mft_ui_test_find (child, type, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
mft_ui_test_get (GtkWidget *top, GType type, const char *text)
{
  GtkWidget *found = mft_ui_test_find (top, type, text);

  if (found == NULL)
    g_error ("there is no %s '%s'", g_type_name (type), text != NULL ? text : "");
  return found;
}

GtkWindow *
mft_ui_test_present (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return GTK_WINDOW (window);
}

GtkWindow *
mft_ui_test_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *found = NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_modal (link->data) && gtk_widget_get_visible (link->data))
      found = link->data;
  if (found == NULL)
    g_error ("there is no dialog");
  return found;
}

AdwMessageDialog *
mft_ui_test_message (const char *heading)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  AdwMessageDialog *found = NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data)
        && (heading == NULL
            || g_strcmp0 (adw_message_dialog_get_heading (link->data), heading) == 0))
      found = link->data;
  return found;
}

static GtkWindow *
find_file_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (link->data) && gtk_widget_get_visible (link->data))
      return link->data;
  return NULL;
}

static gboolean
proposes (gpointer name)
{
  GtkWindow *dialog = find_file_dialog ();
  g_autoptr (GFile) file
      = dialog != NULL ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *proposed = file != NULL ? g_file_get_basename (file) : NULL;

  return g_strcmp0 (proposed, name) == 0;
}

static gboolean
is_saved (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

void
mft_ui_test_cancel_saving (const char *name)
{
  mft_ui_test_until (proposes, (gpointer) name);
  gtk_dialog_response (GTK_DIALOG (find_file_dialog ()), GTK_RESPONSE_CANCEL);
}

char *
mft_ui_test_save (void (*ask) (gpointer data), gpointer data, const char *name)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *folder = mft_test_folder ();
  char *path = g_build_filename (folder, name, NULL);

  g_settings_set_string (settings, "last-folder", folder);
  ask (data);
  mft_ui_test_until (proposes, (gpointer) name);
  gtk_dialog_response (GTK_DIALOG (find_file_dialog ()), GTK_RESPONSE_ACCEPT);
  mft_ui_test_until (is_saved, path);
  return path;
}

void
mft_ui_test_drop (GtkWidget *widget, GFile **files, guint count)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, count));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
  g_value_unset (&value);
}

void
mft_ui_test_press (GtkWidget *top, const char *label)
{
  GtkWidget *button = mft_ui_test_get (top, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}
