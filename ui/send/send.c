/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/send/send.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/export/export-pdf.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/toasts.h"

#include "act/sending.h"
#include "bahasa/moment.h"
#include "report/left-out.h"
#include "store/sent.h"

#define SENT_MOST 5

static const struct
{
  const char *words;
  const char *ending;
  MftFileKinds kind;
} formats[] = {
  { N_ ("Word (.docx)"), ".docx", MFT_FILE_WORD },
  { N_ ("OpenDocument (.odt)"), ".odt", MFT_FILE_OPENDOCUMENT },
  { N_ ("PDF, only to be read"), ".pdf", MFT_FILE_PDF },
};

/* One sending, from the question to the file. */
typedef struct
{
  GtkWidget *page;
  MftWorkingCopy *copy;
  MftAsk *ask; /* borrowed, as what stands in it */
  GtkEditable *receiver;
  AdwComboRow *format;
  char *name; /* of the receiver, once asked */
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->page);
  g_object_unref (sending->copy);
  g_free (sending->name);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sending) sending = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;

  (void) source;
  if (path == NULL)
    return;
  if (mft_send (mft_working_copy_get_agreement (sending->copy), path, TRUE, sending->name,
                mft_working_copy_get_library (sending->copy),
                mft_working_copy_get_id (sending->copy), NULL, &error))
    {
      /* Translators: %s is who gets it. */
      g_autofree char *told = g_strdup_printf (
          _ ("The clean copy was saved and noted as sent to %s."), sending->name);
      mft_toast (sending->page, told);
    }
  else
    mft_tell_error (sending->page, _ ("The copy could not be saved"), error);
}

static char *
suggest_name (MftAgreement *agreement, const char *ending)
{
  g_autofree char *pdf = mft_export_suggest_name (agreement);

  pdf[strlen (pdf) - strlen (".pdf")] = '\0';
  return g_strconcat (pdf, ending, NULL);
}

static void
answered_cb (MftAsk *ask, gboolean accepted, gpointer data)
{
  g_autoptr (Sending) sending = data;
  guint format = adw_combo_row_get_selected (sending->format);
  MftAgreement *agreement = mft_working_copy_get_agreement (sending->copy);

  (void) ask;
  if (!accepted || format >= G_N_ELEMENTS (formats))
    return;
  g_autofree char *name = suggest_name (agreement, formats[format].ending);
  GtkRoot *root = gtk_widget_get_root (sending->page);
  sending->name = g_strstrip (g_strdup (gtk_editable_get_text (sending->receiver)));
  mft_file_dialog_save_async (GTK_WINDOW (root), _ ("Where to keep the copy that goes out"),
                              formats[format].kind, name, place_chosen_cb,
                              g_steal_pointer (&sending));
}

static void
changed_cb (Sending *sending)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (sending->receiver)));

  mft_ask_set_ready (sending->ask, *name != '\0');
}

/* --- what the question shows ------------------------------------------------------------------------ */

static GtkWidget *
list_new (GtkWidget *box, const char *title)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (GTK_BOX (box), group);
  return list;
}

static void
add_form (Sending *sending, GtkWidget *box)
{
  GtkWidget *list = list_new (box, NULL);
  GtkWidget *receiver = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Who gets it"),
                                      "activates-default", TRUE, NULL);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *format;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (words, _ (formats[i].words));
  format = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("As"), "model", words, NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), receiver);
  gtk_list_box_append (GTK_LIST_BOX (list), format);
  sending->receiver = GTK_EDITABLE (receiver);
  sending->format = ADW_COMBO_ROW (format);
  g_signal_connect_swapped (receiver, "changed", G_CALLBACK (changed_cb), sending);
}

static void
add_left_out (Sending *sending, GtkWidget *box)
{
  guint left_out[MFT_LEFT_OUT_N];
  g_autoptr (MftAgreement) clean
      = mft_clean_copy (mft_working_copy_get_agreement (sending->copy), left_out);
  g_auto (GStrv) lines = mft_left_out_lines (left_out);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *list = list_new (box, _ ("What stays at home"));

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  g_string_append (text, _ ("the history, the earlier versions, and who worked on it"));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       g_object_new (GTK_TYPE_LABEL, "label", text->str, "xalign", 0.0, "wrap",
                                     TRUE, "margin-top", 12, "margin-bottom", 12, "margin-start",
                                     12, "margin-end", 12, NULL));
}

static GtkWidget *
sent_row_new (const MftSent *sent)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (sent->created / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *when = mft_moment_format (local);
  g_autofree char *what = g_strdup_printf ("%s · %s", sent->file, when);
  GtkWidget *row = mft_fact_row_new (sent->receiver, what);

  mft_fact_row_add_copy (row, sent->sha256, _ ("Copy the fingerprint of the file (SHA-256)"));
  return row;
}

static void
add_sent (Sending *sending, GtkWidget *box)
{
  g_autoptr (GPtrArray) all = mft_sent_list (mft_working_copy_get_library (sending->copy),
                                             mft_working_copy_get_id (sending->copy), NULL);
  GtkWidget *list;

  if (all == NULL || all->len == 0)
    return;
  list = list_new (box, _ ("Sent before"));
  for (guint i = 0; i < MIN (all->len, SENT_MOST); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), sent_row_new (all->pdata[i]));
  /* Most often it goes to the same again. */
  gtk_editable_set_text (sending->receiver, ((const MftSent *) all->pdata[0])->receiver);
}

void
mft_send_ask (GtkWidget *page, MftWorkingCopy *copy)
{
  Sending *sending = g_new0 (Sending, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  sending->page = g_object_ref (page);
  sending->copy = g_object_ref (copy);
  sending->ask
      = mft_ask_new (GTK_WINDOW (gtk_widget_get_root (page)), _ ("Send to the other party"),
                     _ ("A clean copy is saved as a file, which you send yourself. Version, "
                        "receiver and fingerprint are written down."),
                     _ ("_Save the Copy…"), box);
  add_form (sending, box);
  add_left_out (sending, box);
  add_sent (sending, box);
  g_signal_connect (sending->ask, "answered", G_CALLBACK (answered_cb), sending);
  gtk_window_present (GTK_WINDOW (sending->ask));
  gtk_widget_grab_focus (GTK_WIDGET (sending->receiver));
}
