/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/review/paraf-list.h"

#include <glib/gi18n.h>

#include "ui/wrap/confirm.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/label.h"
#include "ui/wrap/remove-all.h"
#include "ui/wrap/tone.h"

struct _MftParafList
{
  AdwBin parent_instance;

  GtkBox *rows;
  GtkEntry *name;
  GtkEntry *office;

  /* Owned */
  MftReview *review; /* NULL before it is set */
  MftAgreement *agreement;
};

static guint edited_signal;

G_DEFINE_FINAL_TYPE (MftParafList, mft_paraf_list, ADW_TYPE_BIN)

static void
tell (MftParafList *self)
{
  mft_paraf_list_update (self);
  g_signal_emit (self, edited_signal, 0);
}

static guint
index_of (GtkButton *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mft-index"));
}

static void
give_cb (MftParafList *self, GtkButton *button)
{
  if (mft_review_give_paraf (self->review, index_of (button), self->agreement, NULL, NULL))
    tell (self);
  else
    mft_tell (GTK_WIDGET (self), _ ("It is not this person's turn yet"),
              _ ("Those above in the list initial this text first."));
}

static void
up_cb (MftParafList *self, GtkButton *button)
{
  guint index = index_of (button);

  if (index == 0)
    return;
  mft_review_move_reviewer (self->review, index, index - 1);
  tell (self);
}

static void
remove_cb (MftParafList *self, GtkButton *button)
{
  mft_review_remove_reviewer (self->review, index_of (button));
  tell (self);
}

static void
add_cb (MftParafList *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  const char *office = gtk_editable_get_text (GTK_EDITABLE (self->office));

  g_strstrip (name);
  if (name[0] == '\0' || self->review == NULL)
    return;
  mft_review_add_reviewer (self->review, mft_reviewer_new (name, office, MFT_PARAF_HIERARKI));
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_editable_set_text (GTK_EDITABLE (self->office), "");
  tell (self);
}

static GtkWidget *
new_button (MftParafList *self, guint index, const char *icon, const char *what, GCallback callback)
{
  GtkWidget *button = mft_icon_button_new (icon, what);

  g_object_set_data (G_OBJECT (button), "mft-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_state (MftParafState state)
{
  switch (state)
    {
    case MFT_PARAF_NONE:
      return mft_tone_label_new (MFT_TONE_WAITING, _ ("not yet"));
    case MFT_PARAF_OLD:
      return mft_tone_label_new (MFT_TONE_UNSURE, _ ("old version"));
    case MFT_PARAF_GIVEN:
      return mft_tone_label_new (MFT_TONE_GOOD, _ ("initialled"));
    }
  return NULL;
}

static GtkWidget *
new_row (MftParafList *self, guint index, const char *text)
{
  const MftReviewer *reviewer = g_ptr_array_index (mft_review_reviewers (self->review), index);
  MftParafState state = mft_review_get_state (self->review, index, text, NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *numbered = g_strdup_printf ("%u. %s", index + 1, reviewer->name);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), mft_label_new (numbered, NULL));
  if (reviewer->office[0] != '\0')
    gtk_box_append (GTK_BOX (words), mft_label_new (reviewer->office, "quiet-caption"));
  gtk_box_append (GTK_BOX (words), new_state (state));
  gtk_box_append (GTK_BOX (row), words);
  if (state != MFT_PARAF_GIVEN)
    gtk_box_append (GTK_BOX (row), new_button (self, index, "object-select-symbolic",
                                               _ ("Initial this text"), G_CALLBACK (give_cb)));
  if (index > 0)
    gtk_box_append (GTK_BOX (row),
                    new_button (self, index, "go-up-symbolic", _ ("Earlier"), G_CALLBACK (up_cb)));
  gtk_box_append (GTK_BOX (row), new_button (self, index, "user-trash-symbolic",
                                             _ ("Take out of the list"), G_CALLBACK (remove_cb)));
  return row;
}

void
mft_paraf_list_update (MftParafList *self)
{
  g_autofree char *text = NULL;

  mft_box_remove_all (self->rows);
  if (self->review == NULL || mft_review_reviewers (self->review)->len == 0)
    return;
  text = mft_paraf_dup_text (self->agreement);
  for (guint i = 0; i < mft_review_reviewers (self->review)->len; i++)
    gtk_box_append (self->rows, new_row (self, i, text));
  if (!mft_review_log_is_intact (self->review))
    gtk_box_append (self->rows,
                    mft_tone_label_new (MFT_TONE_BAD, _ ("The log of paraf was changed by hand")));
}

void
mft_paraf_list_set (MftParafList *self, MftReview *review, MftAgreement *agreement)
{
  g_set_object (&self->review, review);
  g_set_object (&self->agreement, agreement);
  mft_paraf_list_update (self);
}

static void
mft_paraf_list_dispose (GObject *object)
{
  MftParafList *self = MFT_PARAF_LIST (object);

  g_clear_object (&self->review);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (mft_paraf_list_parent_class)->dispose (object);
}

static void
mft_paraf_list_class_init (MftParafListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_paraf_list_dispose;
  edited_signal = g_signal_new ("edited", MFT_TYPE_PARAF_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static GtkEntry *
add_entry (GtkBox *box, const char *words, MftParafList *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (add_cb), self);
  gtk_box_append (box, entry);
  return GTK_ENTRY (entry);
}

static void
mft_paraf_list_init (MftParafList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (box), mft_label_new (_ ("Paraf"), "heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  self->name = add_entry (GTK_BOX (form), _ ("Name"), self);
  self->office = add_entry (GTK_BOX (form), _ ("Office"), self);
  gtk_widget_set_tooltip_text (button, _ ("Add to the list"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (form), button);
  gtk_box_append (GTK_BOX (box), form);
  adw_bin_set_child (ADW_BIN (self), box);
}
