/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/version-chooser.h"

#include <glib/gi18n.h>

#include "ui/comparison/version-menu.h"
#include "ui/versions/versions-pane.h"
#include "store/register.h"
#include "ui/window.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"

#include "agreement/shown.h"
#include "base/job.h"
#include "exchange/exchange.h"
#include "exchange/pasted.h"

#define NAME_CHARS 32

struct _MftVersionChooser
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *role;
  GtkLabel *name;

  /* Owned */
  MftAgreement *agreement; /* NULL before one is chosen */
  MftWorkingCopy *copy;    /* NULL: from a file */
  MftJob *job;             /* the reading that is under way */
  char *title;             /* of its role: "Before" */
  MftOrigin origin;        /* of the words */

  gboolean pastes;  /* words may be pasted */
  gboolean passage; /* they were: it is no whole agreement */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MftVersionChooser, mft_version_chooser, ADW_TYPE_BIN)

/* What was being read is of no use any more. */
static void
stop (MftVersionChooser *self)
{
  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->job);
}

/* A PDF holds its text twice: which one is compared is said. */
static const char *
origin_words (MftOrigin origin)
{
  switch (origin)
    {
    case MFT_ORIGIN_FILE:
      return "";
    case MFT_ORIGIN_EMBEDDED:
      return _ (" · from the agreement inside the PDF");
    case MFT_ORIGIN_PAGES:
      return _ (" · from the pages of the PDF");
    case MFT_ORIGIN_PAGES_DIFFERING:
      return _ (" · from the pages: what is inside differs");
    }
  return "";
}

/* What stands over the name. */
static void
show_role (MftVersionChooser *self, MftOrigin origin)
{
  g_autofree char *words = g_strconcat (self->title, origin_words (origin), NULL);

  self->origin = origin;
  gtk_label_set_text (self->role, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/* `copy` may be NULL. */
static void
take (MftVersionChooser *self, MftAgreement *agreement, MftWorkingCopy *copy, const char *name)
{
  stop (self);
  show_role (self, MFT_ORIGIN_FILE);
  g_set_object (&self->agreement, agreement);
  g_set_object (&self->copy, copy);
  self->passage = FALSE;
  gtk_label_set_text (self->name, name);
  g_signal_emit (self, chosen_signal, 0);
}

void
mft_version_chooser_take (MftVersionChooser *self, MftAgreement *agreement, const char *name)
{
  take (self, agreement, NULL, name);
}

/* What was read of a file. */
typedef struct
{
  MftAgreement *agreement;
  MftOrigin origin;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->agreement);
  g_free (loaded);
}

static gpointer
load_func (MftJob *job, gpointer path, GError **error)
{
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement
      = mft_job_check (job, error) ? mft_exchange_load (path, &report, error) : NULL;
  Loaded *loaded = NULL;

  if (agreement == NULL)
    return NULL;
  loaded = g_new (Loaded, 1);
  loaded->agreement = g_steal_pointer (&agreement);
  loaded->origin = mft_import_report_get_origin (report);
  return loaded;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftVersionChooser *self = MFT_VERSION_CHOOSER (source);
  g_autoptr (GError) error = NULL;
  Loaded *loaded = mft_job_run_finish (result, &error);
  g_autofree char *name = data;
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), name);

  if (loaded != NULL)
    {
      MftOrigin origin = loaded->origin;
      mft_version_chooser_take (self, loaded->agreement, name);
      show_role (self, origin);
      loaded_free (loaded);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mft_tell_error (GTK_WIDGET (source), heading, error);
}

void
mft_version_chooser_open (MftVersionChooser *self, GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      mft_tell (GTK_WIDGET (self), _ ("This file cannot be opened"),
                _ ("Only files on this computer are opened. Save it to a folder first."));
      return;
    }
  stop (self);
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, load_func, path, g_free, loaded_free, loaded_cb,
                     g_file_get_basename (file));
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftVersionChooser) self = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);

  (void) source;
  if (file != NULL)
    mft_version_chooser_open (self, file);
}

static void
choose_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_file_dialog_open_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Choose an agreement"),
                              MFT_FILE_AGREEMENT | MFT_FILE_TEXT | MFT_FILE_PDF, file_cb,
                              g_object_ref (widget));
}

/* Of the main window, also where the chooser stands in a dialog over it. */
static MftLibrary *
get_library (GtkWidget *widget, GError **error)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  while (window != NULL && !MFT_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? mft_window_get_library (MFT_WINDOW (window), error) : NULL;
}

void
mft_version_chooser_take_copy (MftVersionChooser *self, MftWorkingCopy *copy)
{
  MftAgreement *agreement = mft_working_copy_get_agreement (copy);
  g_autofree char *title = mft_agreement_dup_title (agreement);
  g_autoptr (MftLibraryEntry) entry = mft_register_find (mft_working_copy_get_library (copy),
                                                         mft_working_copy_get_id (copy), NULL);
  g_autofree char *name = mft_version_dup_dated (
      title, entry != NULL ? entry->changed : mft_working_copy_get_saved_at (copy));

  take (self, agreement, copy, name);
}

static void
choose_work_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  g_autoptr (GError) error = NULL;
  MftLibrary *library = get_library (widget, &error);
  g_autoptr (MftWorkingCopy) copy
      = library != NULL ? mft_working_copy_open (library, g_variant_get_string (id, NULL), &error)
                        : NULL;

  (void) action;
  if (copy != NULL)
    mft_version_chooser_take_copy (MFT_VERSION_CHOOSER (widget), copy);
  else if (error != NULL)
    mft_tell_error (widget, _ ("The agreement cannot be opened"), error);
}

/* When a version was kept; 0 if it cannot be told. */
static gint64
kept_at (MftLibrary *library, const char *id, gint64 number)
{
  g_autoptr (GPtrArray) versions = mft_library_versions (library, id, NULL);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    if (((const MftLibraryVersion *) versions->pdata[i])->number == number)
      return ((const MftLibraryVersion *) versions->pdata[i])->created;
  return 0;
}

/* A text that was kept is looked at, not worked in. */
static void
choose_kept_cb (GtkWidget *widget, const char *action, GVariant *target)
{
  g_autoptr (GError) error = NULL;
  MftLibrary *library = get_library (widget, &error);
  g_autoptr (MftAgreement) agreement = NULL;
  const char *id;
  gint64 number;

  (void) action;
  g_variant_get (target, "(&sx)", &id, &number);
  if (library != NULL)
    agreement = mft_library_load_version (library, id, number, &error);
  if (agreement != NULL)
    {
      g_autofree char *title = mft_agreement_dup_title (agreement);
      /* Translators: a version's number and the agreement's title. */
      g_autofree char *numbered = g_strdup_printf (_ ("Version %d: %s"), (int) number, title);
      g_autofree char *name = mft_version_dup_dated (numbered, kept_at (library, id, number));
      mft_version_chooser_take (MFT_VERSION_CHOOSER (widget), agreement, name);
    }
  else if (error != NULL)
    mft_tell_error (widget, _ ("The version cannot be opened"), error);
}

/* --- pasted words ---------------------------------------------------------------------------------------- */

static void
pasted_cb (MftAsk *ask, gboolean accepted, MftVersionChooser *self)
{
  GtkTextBuffer *buffer = g_object_get_data (G_OBJECT (ask), "mft-words");
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (buffer, "text", &words, NULL);
  if (!accepted)
    return;
  g_autoptr (MftAgreement) passage = mft_pasted_read (words, &error);
  if (passage == NULL)
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The text cannot be compared"), error);
      return;
    }
  stop (self);
  g_set_object (&self->agreement, passage);
  g_clear_object (&self->copy);
  self->passage = TRUE;
  show_role (self, MFT_ORIGIN_FILE);
  gtk_label_set_text (self->name, _ ("Pasted text"));
  g_signal_emit (self, chosen_signal, 0);
}

static void
words_changed_cb (GtkTextBuffer *buffer, MftAsk *ask)
{
  mft_ask_set_ready (ask, gtk_text_buffer_get_char_count (buffer) > 0);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkTextBuffer) buffer = data;
  g_autofree char *words = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (words != NULL && gtk_text_buffer_get_char_count (buffer) == 0)
    gtk_text_buffer_set_text (buffer, words, -1);
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  (void) action;
  (void) parameter;
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pasted text"), -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 220);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  MftAsk *ask = mft_ask_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Compare with pasted text"),
      _ ("One Pasal or several, from a message or elsewhere. It is compared with the Pasal that it "
         "speaks of; the others are left aside."),
      _ ("_Compare"), scrolled);
  g_object_set_data_full (G_OBJECT (ask), "mft-words", g_object_ref (buffer), g_object_unref);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (words_changed_cb), ask, 0);
  g_signal_connect_object (ask, "answered", G_CALLBACK (pasted_cb), widget, 0);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_cb,
                                 g_object_ref (buffer));
  gtk_window_present (GTK_WINDOW (ask));
}

/* Made anew each time it is asked for. */
static void
popup_cb (GtkMenuButton *button, gpointer data)
{
  MftVersionChooser *self = data;
  g_autoptr (GMenuModel) menu
      = mft_version_menu_new (get_library (GTK_WIDGET (self), NULL), self->pastes);

  gtk_menu_button_set_menu_model (button, menu);
}

void
mft_version_chooser_set_role (MftVersionChooser *self, const char *role)
{
  g_free (self->title);
  self->title = g_strdup (role);
  show_role (self, MFT_ORIGIN_FILE);
}

void
mft_version_chooser_set_pastes (MftVersionChooser *self, gboolean pastes)
{
  self->pastes = pastes;
}

gboolean
mft_version_chooser_is_passage (MftVersionChooser *self)
{
  return self->passage;
}

MftAgreement *
mft_version_chooser_get_agreement (MftVersionChooser *self)
{
  return self->agreement;
}

MftWorkingCopy *
mft_version_chooser_get_copy (MftVersionChooser *self)
{
  return self->copy;
}

const char *
mft_version_chooser_get_name (MftVersionChooser *self)
{
  return gtk_label_get_text (self->name);
}

void
mft_version_chooser_swap (MftVersionChooser *self, MftVersionChooser *other)
{
  g_autofree char *name = g_strdup (gtk_label_get_text (self->name));

  stop (self);
  stop (other);
  MftAgreement *agreement = g_steal_pointer (&self->agreement);

  self->agreement = g_steal_pointer (&other->agreement);
  other->agreement = agreement;
  MftWorkingCopy *copy = g_steal_pointer (&self->copy);
  self->copy = g_steal_pointer (&other->copy);
  other->copy = copy;
  MftOrigin origin = self->origin;
  show_role (self, other->origin);
  show_role (other, origin);
  gtk_label_set_text (self->name, gtk_label_get_text (other->name));
  gtk_label_set_text (other->name, name);
  g_signal_emit (self, chosen_signal, 0);
  g_signal_emit (other, chosen_signal, 0);
}

static void
mft_version_chooser_dispose (GObject *object)
{
  MftVersionChooser *self = MFT_VERSION_CHOOSER (object);

  stop (self);
  g_clear_object (&self->agreement);
  g_clear_object (&self->copy);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (mft_version_chooser_parent_class)->dispose (object);
}

static void
mft_version_chooser_class_init (MftVersionChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_version_chooser_dispose;
  gtk_widget_class_install_action (widget_class, "version.file", NULL, choose_file_cb);
  gtk_widget_class_install_action (widget_class, "version.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "version.work", "s", choose_work_cb);
  gtk_widget_class_install_action (widget_class, "version.kept", "(sx)", choose_kept_cb);
  chosen_signal = g_signal_new ("chosen", MFT_TYPE_VERSION_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_line (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
mft_version_chooser_init (MftVersionChooser *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->button = GTK_MENU_BUTTON (button);
  self->role = add_line (lines, "quiet-caption");
  self->name = add_line (lines, "heading");
  gtk_label_set_text (self->name, _ ("Choose an agreement…"));
  gtk_menu_button_set_child (self->button, lines);
  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  adw_bin_set_child (ADW_BIN (self), button);
}
