/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/paper.h"

#include <glib/gi18n.h>

struct _MftPaper
{
  GtkTextView parent_instance;

  MftSync *sync;
};

G_DEFINE_FINAL_TYPE (MftPaper, mft_paper, GTK_TYPE_TEXT_VIEW)

static void
raise_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_sync_raise (MFT_PAPER (widget)->sync);
}

static void
style_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) parameter;
  mft_sync_toggle_style (MFT_PAPER (widget)->sync,
                         g_str_equal (action, "paper.bold") ? MFT_STYLE_BOLD : MFT_STYLE_ITALIC);
}

static void
words_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftPaper) self = data;
  g_autofree char *words = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  if (words == NULL)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, words, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/* GTK would paste the tags of another text view along with the words. */
static void
mft_paper_paste_clipboard (GtkTextView *view)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, words_read_cb,
                                 g_object_ref (view));
}

static void
mft_paper_dispose (GObject *object)
{
  MftPaper *self = MFT_PAPER (object);

  g_clear_object (&self->sync);
  G_OBJECT_CLASS (mft_paper_parent_class)->dispose (object);
}

static void
mft_paper_class_init (MftPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_paper_dispose;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = mft_paper_paste_clipboard;

  gtk_widget_class_install_action (widget_class, "paper.raise", NULL, raise_cb);
  gtk_widget_class_install_action (widget_class, "paper.bold", NULL, style_cb);
  gtk_widget_class_install_action (widget_class, "paper.italic", NULL, style_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK,
                                       "paper.raise", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Tab, GDK_SHIFT_MASK, "paper.raise",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "paper.bold",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "paper.italic",
                                       NULL);
}

static void
mft_paper_init (MftPaper *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 30);
  gtk_text_view_set_right_margin (view, 30);
  gtk_text_view_set_top_margin (view, 24);
  gtk_text_view_set_bottom_margin (view, 96);
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the agreement"), -1);
}

void
mft_paper_set_agreement (MftPaper *self, MftAgreement *agreement)
{
  g_return_if_fail (self->sync == NULL);
  self->sync = mft_sync_new (GTK_TEXT_VIEW (self), agreement);
  g_signal_connect_object (self->sync, "refused", G_CALLBACK (gtk_widget_error_bell), self,
                           G_CONNECT_SWAPPED);
}

MftSync *
mft_paper_get_sync (MftPaper *self)
{
  return self->sync;
}
