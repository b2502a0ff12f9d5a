/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/review/comments-pane.h"

#include <glib/gi18n.h>

#include "ui/review/paraf-list.h"
#include "ui/review/thread-card.h"
#include "ui/wrap/remove-all.h"

#define PAUSE_MS 400

struct _MftCommentsPane
{
  AdwBin parent_instance;

  GtkLabel *problem;
  GtkWidget *content;
  GtkEntry *words;
  GtkCheckButton *internal;
  GtkBox *cards;
  MftParafList *parafs;

  /* Owned */
  MftWorkingCopy *copy;
  MftReview *review; /* NULL: none yet, or it cannot be read */
  guint source;

  MftPaper *paper; /* borrowed: it lives in the same page */
};

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint go_signal;

G_DEFINE_FINAL_TYPE (MftCommentsPane, mft_comments_pane, ADW_TYPE_BIN)

static MftAgreement *
get_agreement (MftCommentsPane *self)
{
  return mft_working_copy_get_agreement (self->copy);
}

static void
save (MftCommentsPane *self)
{
  mft_review_save (self->review, get_agreement (self));
  mft_working_copy_touch (self->copy);
}

/* --- the cards -------------------------------------------------------------------------------------- */

static void
go_cb (MftCommentsPane *self, MftThreadCard *card)
{
  const MftThread *thread = mft_thread_card_get_thread (card);
  MftAgreement *agreement = get_agreement (self);
  guint start = 0, end;

  switch (mft_thread_find (thread, agreement, &start, &end))
    {
    case MFT_ANCHOR_ORPHAN:
      return;
    case MFT_ANCHOR_BLOCK:
      start = 0;
      break;
    case MFT_ANCHOR_WORDS:
      {
        g_autoptr (GArray) spans
            = mft_shown_spans (agreement, mft_agreement_get_block (agreement, thread->block));
        start = mft_shown_offset_to_text (spans, start);
        break;
      }
    }
  g_signal_emit (self, go_signal, 0, thread->block, start);
}

static void show_cards (MftCommentsPane *self);

static void
edited_cb (MftCommentsPane *self)
{
  save (self);
  show_cards (self);
}

/* Open ones first, each in the order in which they were made. */
static void
add_cards (MftCommentsPane *self, gboolean resolved)
{
  GPtrArray *threads = mft_review_threads (self->review);

  for (guint i = 0; i < threads->len; i++)
    {
      MftThread *thread = g_ptr_array_index (threads, i);
      if (thread->resolved != resolved)
        continue;
      MftThreadCard *card = mft_thread_card_new (self->review, thread, get_agreement (self));
      g_signal_connect_object (card, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "edited", G_CALLBACK (edited_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      gtk_box_append (self->cards, GTK_WIDGET (card));
    }
}

static void
show_cards (MftCommentsPane *self)
{
  mft_box_remove_all (self->cards);
  add_cards (self, FALSE);
  add_cards (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* The text changed: comments may stand elsewhere, paraf may be old. */
static gboolean
update_cb (gpointer data)
{
  MftCommentsPane *self = data;

  self->source = 0;
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    mft_thread_card_update (MFT_THREAD_CARD (card), get_agreement (self));
  mft_paraf_list_update (self->parafs);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MftCommentsPane *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (PAUSE_MS, update_cb, self);
}

/* --- a new one -------------------------------------------------------------------------------------- */

/* The words that are selected in the block with the cursor, as they are shown; NULL for the whole block. */
static char *
dup_selected (MftCommentsPane *self, const char *id, guint *start)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper));
  GtkTextIter from, to, block;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &from, &to)
      || gtk_text_iter_get_line (&from) != gtk_text_iter_get_line (&to)
      || !mft_sync_get_iter (mft_paper_get_sync (self->paper), id, 0, &block)
      || gtk_text_iter_compare (&from, &block) < 0
      || gtk_text_iter_get_line (&from) != gtk_text_iter_get_line (&block))
    return NULL;
  *start = (guint) (gtk_text_iter_get_offset (&from) - gtk_text_iter_get_offset (&block));
  return gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
}

static void
add_cb (MftCommentsPane *self)
{
  const char *id = mft_sync_get_current (mft_paper_get_sync (self->paper));
  g_autofree char *words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words)));
  guint start = 0;

  g_strstrip (words);
  if (words[0] == '\0' || id[0] == '\0')
    return;
  g_autofree char *quote = dup_selected (self, id, &start);
  MftThread *thread
      = mft_thread_new (id, quote, start, gtk_check_button_get_active (self->internal));
  mft_thread_say (thread, mft_review_author (), NULL, words);
  mft_review_add_thread (self->review, thread);
  gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  edited_cb (self);
}

static GtkWidget *
new_form (MftCommentsPane *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *check = gtk_check_button_new_with_mnemonic (_ ("_Internal only"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Comment"));

  self->words = GTK_ENTRY (entry);
  self->internal = GTK_CHECK_BUTTON (check);
  gtk_entry_set_placeholder_text (self->words, _ ("Comment on the chosen words or block"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Comment on the chosen words or block"), -1);
  gtk_check_button_set_active (self->internal, TRUE);
  gtk_widget_set_tooltip_text (check, _ ("The other party does not get it"));
  gtk_widget_set_hexpand (check, TRUE);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (foot), check);
  gtk_box_append (GTK_BOX (foot), button);
  gtk_box_append (GTK_BOX (form), entry);
  gtk_box_append (GTK_BOX (form), foot);
  return form;
}

/* --- the pane --------------------------------------------------------------------------------------- */

guint
mft_comments_pane_get_open (MftCommentsPane *self)
{
  GPtrArray *threads = self->review != NULL ? mft_review_threads (self->review) : NULL;
  guint open = 0;

  for (guint i = 0; threads != NULL && i < threads->len; i++)
    open += ((const MftThread *) g_ptr_array_index (threads, i))->resolved ? 0 : 1;
  return open;
}

void
mft_comments_pane_set_copy (MftCommentsPane *self, MftWorkingCopy *copy, MftPaper *paper)
{
  g_set_object (&self->copy, copy);
  self->paper = paper;
  self->review = mft_review_load (get_agreement (self), NULL);
  gtk_widget_set_visible (self->content, self->review != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), self->review == NULL);
  if (self->review == NULL)
    return;
  g_signal_connect_object (get_agreement (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  mft_paraf_list_set (self->parafs, self->review, get_agreement (self));
  show_cards (self);
}

static void
mft_comments_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_OPEN)
    g_value_set_uint (value, mft_comments_pane_get_open (MFT_COMMENTS_PANE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
mft_comments_pane_dispose (GObject *object)
{
  MftCommentsPane *self = MFT_COMMENTS_PANE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->review);
  g_clear_object (&self->copy);
  G_OBJECT_CLASS (mft_comments_pane_parent_class)->dispose (object);
}

static void
mft_comments_pane_class_init (MftCommentsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mft_comments_pane_dispose;
  object_class->get_property = mft_comments_pane_get_property;
  properties[PROP_OPEN] = g_param_spec_uint ("open", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  go_signal = g_signal_new ("go", MFT_TYPE_COMMENTS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
mft_comments_pane_init (MftCommentsPane *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *problem = gtk_label_new (_ ("The notes of this agreement cannot be read"));

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->problem = GTK_LABEL (problem);
  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->parafs = g_object_new (MFT_TYPE_PARAF_LIST, NULL);
  g_signal_connect_object (self->parafs, "edited", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_box_append (GTK_BOX (self->content), new_form (self));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (self->content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->parafs));
  gtk_box_append (GTK_BOX (box), problem);
  gtk_box_append (GTK_BOX (box), self->content);
  gtk_widget_add_css_class (box, "comments");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  gtk_widget_set_vexpand (scroll, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroll);
}
