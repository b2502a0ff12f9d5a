/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agreement has beside its running text: parties, chapters, attachments, house style. */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "agreement/chapter.h"
#include "ui/attachments/attachments-window.h"
#include "ui/parties/parties-window.h"
#include "ui/style/style-window.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"

/* --- BAB --------------------------------------------------------------------------------------------- */

static void
chapter_named_cb (MftAsk *ask, gboolean accepted, MftEditorPage *self)
{
  MftBlock *pasal = accepted ? _mft_editor_page_get_pasal (self) : NULL;
  g_autofree char *heading = mft_ask_dup_name (ask);
  g_autoptr (GError) error = NULL;

  if (pasal != NULL && !mft_chapter_set (self->agreement, pasal, heading, &error))
    mft_tell_error (GTK_WIDGET (self), _ ("No BAB can begin here"), error);
}

static void
chapter_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  MftBlock *pasal = _mft_editor_page_get_pasal (self);
  MftAsk *ask;

  if (pasal == NULL)
    return;
  /* Translators: %s is a Pasal, such as Pasal 7. */
  g_autofree char *question
      = g_strdup_printf (_ ("A BAB that begins with %s"), mft_block_get_label (pasal));
  ask = mft_ask_new_for_name (_mft_editor_page_get_window (self), question,
                              _ ("BAB are numbered by themselves. Without a heading none begins "
                                 "here."),
                              _ ("_Set"), _ ("Heading of the BAB"), mft_chapter_get_heading (pasal),
                              FALSE);
  g_signal_connect_object (ask, "answered", G_CALLBACK (chapter_named_cb), self, 0);
  gtk_window_present (GTK_WINDOW (ask));
}

/* --- windows of their own ---------------------------------------------------------------------------- */

static void
parties_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_parties_window_present (_mft_editor_page_get_window (MFT_EDITOR_PAGE (widget)),
                              MFT_EDITOR_PAGE (widget)->agreement);
}

static void
go_to_cb (MftEditorPage *self, const char *id)
{
  mft_sync_go_to (mft_paper_get_sync (self->paper), id, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
go_to_block_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  (void) action;
  go_to_cb (MFT_EDITOR_PAGE (widget), g_variant_get_string (id, NULL));
}

static void
attachments_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  MftBlock *block = _mft_editor_page_get_block (self);
  MftAttachmentsWindow *window
      = mft_attachments_window_new (_mft_editor_page_get_window (self), self->agreement);

  (void) action;
  (void) parameter;
  if (block != NULL)
    mft_attachments_window_select (window, block);
  g_signal_connect_object (window, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
style_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  gtk_window_present (mft_style_window_new (_mft_editor_page_get_window (MFT_EDITOR_PAGE (widget)),
                                            MFT_EDITOR_PAGE (widget)->agreement));
}

void
_mft_editor_page_install_content_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.parties", NULL, parties_cb);
  gtk_widget_class_install_action (widget_class, "page.go-to", "s", go_to_block_cb);
  gtk_widget_class_install_action (widget_class, "page.style", NULL, style_cb);
  gtk_widget_class_install_action (widget_class, "page.chapter", NULL, chapter_cb);
  gtk_widget_class_install_action (widget_class, "page.attachments", NULL, attachments_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.attachments", NULL);
}
