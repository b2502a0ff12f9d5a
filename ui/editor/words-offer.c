/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/words-offer.h"

#include <glib/gi18n.h>

#include "agreement/live-words.h"

struct _MftWordsOffer
{
  GObject parent_instance;

  GtkTextView *view; /* borrowed */
  MftSync *sync;
  GtkWidget *box; /* over the text; owned by the view */
  GtkLabel *label;
  char *words;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (MftWordsOffer, mft_words_offer, G_TYPE_OBJECT)

static void
place_below_cursor (MftWordsOffer *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GdkRectangle cursor;
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (self->view, &at, &cursor);
  gtk_text_view_move_overlay (self->view, self->box, cursor.x, cursor.y + cursor.height + 2);
}

static void
offer (MftWordsOffer *self, char *words)
{
  g_free (self->words);
  self->words = words;
  gtk_widget_set_visible (self->box, words != NULL);
  if (words == NULL)
    return;
  gtk_label_set_text (self->label, words);
  place_below_cursor (self);
}

static gboolean
update_cb (gpointer data)
{
  MftWordsOffer *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *before = gtk_text_buffer_get_has_selection (buffer)
                                ? g_strdup ("")
                                : mft_sync_dup_words_before (self->sync);

  self->update_source = 0;
  offer (self, g_str_has_suffix (before, "(") ? mft_live_words_complete (before) : NULL);
  return G_SOURCE_REMOVE;
}

/* After the edit: the buffer is written in several strokes. */
static void
update_soon (MftWordsOffer *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state,
        MftWordsOffer *self)
{
  (void) keys;
  (void) code;
  if (self->words == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Tab)
    return mft_words_offer_take (self);
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  offer (self, NULL);
  return GDK_EVENT_STOP;
}

static void
mft_words_offer_dispose (GObject *object)
{
  MftWordsOffer *self = MFT_WORDS_OFFER (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->sync);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (mft_words_offer_parent_class)->dispose (object);
}

static void
mft_words_offer_class_init (MftWordsOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_words_offer_dispose;
}

static void
mft_words_offer_init (MftWordsOffer *self)
{
  (void) self;
}

static void
add_box (MftWordsOffer *self)
{
  /* Translators: the key on the keyboard. */
  GtkWidget *key = gtk_label_new (_ ("Tab"));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (key, "keys");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->box), key);
  gtk_widget_add_css_class (self->box, "offer");
  gtk_widget_set_visible (self->box, FALSE);
  gtk_text_view_add_overlay (self->view, self->box, 0, 0);
}

MftWordsOffer *
mft_words_offer_new (GtkTextView *view, MftSync *sync)
{
  MftWordsOffer *self = g_object_new (MFT_TYPE_WORDS_OFFER, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = view;
  self->sync = g_object_ref (sync);
  add_box (self);
  /* Before the view takes Tab for the level. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position",
                           G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  return self;
}

const char *
mft_words_offer_get_words (MftWordsOffer *self)
{
  return self->words;
}

gboolean
mft_words_offer_take (MftWordsOffer *self)
{
  g_autofree char *words = g_steal_pointer (&self->words);

  if (words == NULL)
    return FALSE;
  offer (self, NULL);
  return gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (self->view), words,
                                                       -1, TRUE);
}
