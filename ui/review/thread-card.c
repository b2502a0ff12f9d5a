/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/review/thread-card.h"

#include <glib/gi18n.h>

#include "ui/wrap/label.h"

struct _MftThreadCard
{
  AdwBin parent_instance;

  GtkLabel *place;
  GtkEntry *answer;

  /* Owned */
  MftReview *review;
  MftThread *thread; /* borrowed */
};

static guint go_signal, edited_signal;

G_DEFINE_FINAL_TYPE (MftThreadCard, mft_thread_card, ADW_TYPE_BIN)

const char *
mft_review_author (void)
{
  const char *name = g_get_real_name ();

  return name[0] != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

static void
tell (MftThreadCard *self)
{
  g_signal_emit (self, edited_signal, 0);
}

static void
answer_cb (MftThreadCard *self)
{
  g_autofree char *words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->answer)));

  g_strstrip (words);
  if (words[0] == '\0')
    return;
  mft_review_answer (self->review, self->thread, mft_review_author (), words);
  tell (self);
}

static void
resolve_cb (MftThreadCard *self)
{
  mft_review_set_resolved (self->review, self->thread, !self->thread->resolved);
  tell (self);
}

static void
remove_cb (MftThreadCard *self)
{
  MftReview *review = self->review;

  mft_review_remove_thread (review, g_steal_pointer (&self->thread));
  tell (self);
}

static void
go_cb (MftThreadCard *self)
{
  g_signal_emit (self, go_signal, 0);
}

/* "2026-11-26T07:30:00Z" as it is said here. */
static char *
dup_time (const char *time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  return local != NULL ? g_date_time_format (local, "%d-%m-%Y %H.%M") : g_strdup (time);
}

static GtkWidget *
new_remark (const MftRemark *remark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *time = dup_time (remark->time);
  g_autofree char *head = g_strdup_printf ("%s · %s", remark->author, time);

  GtkWidget *words = mft_label_new (remark->text, NULL);

  gtk_label_set_selectable (GTK_LABEL (words), TRUE);
  gtk_box_append (GTK_BOX (box), mft_label_new (head, "quiet-caption"));
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
new_button (MftThreadCard *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_head (MftThreadCard *self)
{
  GtkWidget *button = gtk_button_new ();

  self->place = GTK_LABEL (mft_label_new (NULL, "heading"));
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (self->place));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show where this is"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (go_cb), self);
  return button;
}

static GtkWidget *
new_foot (MftThreadCard *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (foot),
                  new_button (self, self->thread->resolved ? _ ("_Open again") : _ ("_Settled"),
                              G_CALLBACK (resolve_cb)));
  gtk_box_append (GTK_BOX (foot), new_button (self, _ ("_Remove"), G_CALLBACK (remove_cb)));
  return foot;
}

static void
fill (MftThreadCard *self, GtkBox *box)
{
  const MftThread *thread = self->thread;

  gtk_box_append (box, new_head (self));
  if (thread->internal)
    gtk_box_append (box, mft_label_new (_ ("Internal: not for the other party"), "quiet-caption"));
  if (thread->quote[0] != '\0')
    {
      g_autofree char *quote = g_strdup_printf ("“%s”", thread->quote);
      gtk_box_append (box, mft_label_new (quote, "agreement-words"));
    }
  for (guint i = 0; i < thread->remarks->len; i++)
    gtk_box_append (box, new_remark (g_ptr_array_index (thread->remarks, i)));
  if (!thread->resolved)
    {
      GtkWidget *entry = gtk_entry_new ();
      self->answer = GTK_ENTRY (entry);
      gtk_entry_set_placeholder_text (self->answer, _ ("Answer"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Answer"), -1);
      g_signal_connect_swapped (entry, "activate", G_CALLBACK (answer_cb), self);
      gtk_box_append (box, entry);
    }
  gtk_box_append (box, new_foot (self));
}

void
mft_thread_card_update (MftThreadCard *self, MftAgreement *agreement)
{
  MftBlock *block
      = self->thread != NULL ? mft_agreement_get_block (agreement, self->thread->block) : NULL;
  g_autofree char *path
      = block != NULL ? mft_block_dup_path (block) : g_strdup (_ ("This part is gone"));
  g_autofree char *words = self->thread != NULL && self->thread->resolved
                               ? g_strdup_printf ("%s · %s", path, C_ ("a comment", "settled"))
                               : g_strdup (path);

  gtk_label_set_text (self->place, words);
}

const MftThread *
mft_thread_card_get_thread (MftThreadCard *self)
{
  return self->thread;
}

static void
mft_thread_card_dispose (GObject *object)
{
  g_clear_object (&MFT_THREAD_CARD (object)->review);
  G_OBJECT_CLASS (mft_thread_card_parent_class)->dispose (object);
}

static void
mft_thread_card_class_init (MftThreadCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_thread_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  go_signal = g_signal_new ("go", MFT_TYPE_THREAD_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 0);
  edited_signal = g_signal_new ("edited", MFT_TYPE_THREAD_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
mft_thread_card_init (MftThreadCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

MftThreadCard *
mft_thread_card_new (MftReview *review, MftThread *thread, MftAgreement *agreement)
{
  MftThreadCard *self = g_object_new (MFT_TYPE_THREAD_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->review = g_object_ref (review);
  self->thread = thread;
  gtk_widget_add_css_class (box, "comment");
  fill (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
  mft_thread_card_update (self, agreement);
  return self;
}
