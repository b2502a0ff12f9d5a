/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/paper.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "act/failure.h"
#include "ui/editor/line-tags.h"
#include "ui/editor/reference-chooser.h"
#include "ui/editor/regulation-chooser.h"
#include "ui/editor/words-offer.h"
#include "ui/wrap/toasts.h"

/* Of the text, to that of buttons; as in style.css. */
#define FACE_SIZE 1.06

struct _MftPaper
{
  GtkTextView parent_instance;

  MftSync *sync;
  MftAgreement *agreement;
  MftWordsOffer *offer;
  GtkCssProvider *zoom;
  guint fit_source;
};

static guint field_signal;

G_DEFINE_FINAL_TYPE (MftPaper, mft_paper, GTK_TYPE_TEXT_VIEW)

static void
level_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) parameter;
  if (g_str_equal (action, "paper.raise"))
    mft_sync_raise (MFT_PAPER (widget)->sync);
  else
    mft_sync_lower (MFT_PAPER (widget)->sync);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) parameter;
  mft_sync_move (MFT_PAPER (widget)->sync, g_str_equal (action, "paper.move-up"));
}

static void
add_pasal_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_sync_add_pasal (MFT_PAPER (widget)->sync);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *removed = mft_sync_remove (MFT_PAPER (widget)->sync);

  (void) action;
  (void) parameter;
  if (removed == NULL)
    return;
  /* Translators: %s is a place in an agreement, such as "Pasal 7 ayat (2)". */
  g_autofree char *words = g_strdup_printf (_ ("%s was removed."), removed);
  mft_toast_with_action (widget, words, _ ("Undo"), "page.undo");
}

static void
reference_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPaper *self = MFT_PAPER (widget);
  GtkWindow *chooser
      = mft_reference_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->agreement);

  (void) action;
  (void) parameter;
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (mft_sync_insert_reference), self->sync,
                           G_CONNECT_SWAPPED);
  gtk_window_present (chooser);
}

static void
cite_cb (GtkTextView *view, const char *citation)
{
  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (view), citation, -1,
                                                TRUE);
}

static void
regulation_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *chooser = mft_regulation_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)));

  (void) action;
  (void) parameter;
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (cite_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (chooser);
}

static void
add_paragraph_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_sync_add_paragraph (MFT_PAPER (widget)->sync);
}

static void
style_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) parameter;
  mft_sync_toggle_style (MFT_PAPER (widget)->sync,
                         g_str_equal (action, "paper.bold") ? MFT_STYLE_BOLD : MFT_STYLE_ITALIC);
}

static const char *const html_types[] = { "text/html", NULL };

static void
paste (MftPaper *self, GArray *lines)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  mft_sync_paste (self->sync, lines);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

static void
words_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftPaper) self = data;
  g_autofree char *words = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GArray) lines = words != NULL ? mft_fragment_read_text (words) : NULL;

  if (lines != NULL && self->sync != NULL)
    paste (self, lines);
}

static void
read_words (MftPaper *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, words_read_cb,
                                 g_object_ref (self));
}

/* What is not read as HTML is read as text. */
static void
html_taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftPaper) self = data;
  GOutputStream *memory = G_OUTPUT_STREAM (source);
  g_autoptr (GBytes) bytes
      = g_output_stream_splice_finish (memory, result, NULL) >= 0
            ? g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory))
            : NULL;
  g_autoptr (GArray) lines = bytes != NULL ? mft_fragment_read_html (g_bytes_get_data (bytes, NULL),
                                                                     g_bytes_get_size (bytes))
                                           : NULL;

  if (self->sync == NULL)
    return;
  if (lines != NULL && lines->len > 0)
    paste (self, lines);
  else
    read_words (self);
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftPaper) self = data;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    read_words (self);
  else
    g_output_stream_splice_async (
        memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
        G_PRIORITY_DEFAULT, NULL, html_taken_cb, g_object_ref (self));
}

static void
mft_paper_paste_clipboard (GtkTextView *view)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), html_types[0]))
    gdk_clipboard_read_async (clipboard, (const char **) html_types, G_PRIORITY_DEFAULT, NULL,
                              html_read_cb, g_object_ref (view));
  else
    read_words (MFT_PAPER (view));
}

static void
mft_paper_copy_clipboard (GtkTextView *view)
{
  MftPaper *self = MFT_PAPER (view);
  g_autofree char *words = mft_sync_dup_selected_text (self->sync);
  g_autofree char *html = mft_sync_dup_selected_html (self->sync);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *forms[] = { gdk_content_provider_new_for_bytes (html_types[0], bytes),
                                  gdk_content_provider_new_typed (G_TYPE_STRING, words) };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  if (*words != '\0')
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), all);
}

static void
mft_paper_cut_clipboard (GtkTextView *view)
{
  mft_paper_copy_clipboard (view);
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, TRUE);
}

static const MftShownSpan *
span_at (MftPaper *self, double x, double y)
{
  GtkTextIter at;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x,
                                         (int) y, &buffer_x, &buffer_y);
  if (self->sync == NULL
      || !gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &at, buffer_x, buffer_y))
    return NULL;
  return mft_sync_get_span_at (self->sync, &at);
}

static void
pressed_cb (GtkGestureClick *click, int presses, double x, double y, MftPaper *self)
{
  const MftShownSpan *span = presses == 2 ? span_at (self, x, y) : NULL;

  if (span == NULL)
    return;
  if (span->run->kind == MFT_RUN_FIELD)
    g_signal_emit (self, field_signal, 0, span->run->value);
  else if (span->run->kind != MFT_RUN_REFERENCE
           || !mft_sync_go_to (self->sync, span->run->value, 0))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What an atom is, and how to change it. Owned by the caller; NULL: nothing to say. */
static char *
explain (MftPaper *self, const MftShownSpan *span)
{
  const MftField *field;

  if (span->state == MFT_SHOWN_DANGLING)
    return g_strdup (_ ("What this reference meant is gone."));
  switch (span->run->kind)
    {
    case MFT_RUN_FIELD:
      field = mft_agreement_get_field (self->agreement, span->run->value);
      /* Translators: %s says what a field is for. */
      return field != NULL ? g_strdup_printf (_ ("Field: %s. Double-click to change it."),
                                              mft_field_get_meaning (field))
                           : NULL;
    case MFT_RUN_REFERENCE:
      return g_strdup (span->state == MFT_SHOWN_EXTERNAL
                           ? _ ("Reference to another law or document.")
                           : _ ("Reference; follows its target. Double-click to go there."));
    case MFT_RUN_NUMBER:
    case MFT_RUN_DATE:
    case MFT_RUN_FORMULA:
      return g_strdup (_ ("Digits and words of one value."));
    case MFT_RUN_TEXT:
    case MFT_RUN_PARTY:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

static gboolean
mft_paper_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const MftShownSpan *span = keyboard ? NULL : span_at (MFT_PAPER (widget), x, y);
  g_autofree char *words = span != NULL ? explain (MFT_PAPER (widget), span) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static gboolean
fit_cb (gpointer data)
{
  MftPaper *self = data;

  self->fit_source = 0;
  mft_line_tags_fit (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The face may be larger now, here or in the whole desktop; not while the style is being read. */
static void
mft_paper_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MftPaper *self = MFT_PAPER (widget);

  GTK_WIDGET_CLASS (mft_paper_parent_class)->css_changed (widget, change);
  if (self->sync != NULL && self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

void
mft_paper_set_zoom (MftPaper *self, double factor)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css
      = g_strdup_printf ("textview { font-size: %sem; }",
                         g_ascii_formatd (size, sizeof size, "%.3f", FACE_SIZE * factor));

  gtk_css_provider_load_from_data (self->zoom, css, -1);
}

static void
mft_paper_dispose (GObject *object)
{
  MftPaper *self = MFT_PAPER (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_object (&self->zoom);
  g_clear_object (&self->offer);
  g_clear_object (&self->sync);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (mft_paper_parent_class)->dispose (object);
}

static void
mft_paper_class_init (MftPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_paper_dispose;
  widget_class->css_changed = mft_paper_css_changed;
  widget_class->query_tooltip = mft_paper_query_tooltip;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = mft_paper_copy_clipboard;
  GTK_TEXT_VIEW_CLASS (klass)->cut_clipboard = mft_paper_cut_clipboard;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = mft_paper_paste_clipboard;

  field_signal = g_signal_new ("field", MFT_TYPE_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_install_action (widget_class, "paper.raise", NULL, level_cb);
  gtk_widget_class_install_action (widget_class, "paper.lower", NULL, level_cb);
  gtk_widget_class_install_action (widget_class, "paper.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "paper.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "paper.add-pasal", NULL, add_pasal_cb);
  gtk_widget_class_install_action (widget_class, "paper.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "paper.add-paragraph", NULL, add_paragraph_cb);
  gtk_widget_class_install_action (widget_class, "paper.reference", NULL, reference_cb);
  gtk_widget_class_install_action (widget_class, "paper.regulation", NULL, regulation_cb);
  gtk_widget_class_install_action (widget_class, "paper.bold", NULL, style_cb);
  gtk_widget_class_install_action (widget_class, "paper.italic", NULL, style_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "paper.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "paper.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "paper.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "paper.reference", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "paper.regulation", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "paper.bold",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "paper.italic",
                                       NULL);
}

/* A text view takes Enter and Tab, with whatever is held down, before its class's bindings are asked. */
static void
add_keys (GtkWidget *widget)
{
  static const char *const keys[][2] = {
    { "<Control><Shift>Return|<Control><Shift>KP_Enter", "paper.add-pasal" },
    { "<Shift>Return|<Shift>KP_Enter", "paper.add-paragraph" },
    { "<Shift>ISO_Left_Tab|<Shift>Tab", "paper.raise" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]),
                          gtk_named_action_new (keys[i][1])));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
}

static void
mft_paper_init (MftPaper *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->zoom),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  /* Before the text view selects the word. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_keys (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 30);
  gtk_text_view_set_right_margin (view, 30);
  gtk_text_view_set_top_margin (view, 24);
  gtk_text_view_set_bottom_margin (view, 96);
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the agreement"), -1);
}

/* Said in words; a toast that stands there already is not said again for every stroke of a key. */
static void
refused_cb (MftPaper *self, const GError *error)
{
  g_autofree char *why = mft_failure_sentence (error);

  gtk_widget_error_bell (GTK_WIDGET (self));
  if (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY) != NULL)
    mft_toast_once (GTK_WIDGET (self), why);
}

void
mft_paper_set_agreement (MftPaper *self, MftAgreement *agreement)
{
  g_return_if_fail (self->sync == NULL);
  self->agreement = g_object_ref (agreement);
  self->sync = mft_sync_new (GTK_TEXT_VIEW (self), agreement);
  self->offer = mft_words_offer_new (GTK_TEXT_VIEW (self), self->sync);
  g_signal_connect_object (self->sync, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
}

MftSync *
mft_paper_get_sync (MftPaper *self)
{
  return self->sync;
}
