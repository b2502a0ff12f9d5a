/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/desk-row.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "ui/certificates/validity.h"
#include "ui/wrap/label.h"
#include "ui/wrap/tone.h"

struct _MftDeskRow
{
  GtkListBoxRow parent_instance;

  const MftDeskItem *item;
  GtkCheckButton *check; /* NULL: nothing to be signed */
};

enum
{
  READ,
  TOGGLED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftDeskRow, mft_desk_row, GTK_TYPE_LIST_BOX_ROW)

static void
read_cb (MftDeskRow *self)
{
  g_signal_emit (self, signals[READ], 0);
}

static void
toggled_cb (MftDeskRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
removed_cb (MftDeskRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
mft_desk_row_class_init (MftDeskRowClass *klass)
{
  static const char *const names[N_SIGNALS]
      = { [READ] = "read", [TOGGLED] = "toggled", [REMOVED] = "removed" };

  (void) klass;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], MFT_TYPE_DESK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
mft_desk_row_init (MftDeskRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static GtkWidget *
state_new (const MftDeskItem *item)
{
  g_autofree char *words = NULL;

  if (item->fault != NULL)
    {
      words = mft_failure_sentence (item->fault);
      return mft_tone_label_new (MFT_TONE_BAD, words);
    }
  if (!item->is_in_order)
    return mft_tone_label_new (MFT_TONE_BAD, _ ("A signature in it is not in order"));
  switch (item->group)
    {
    case MFT_DESK_MINE:
      if (item->n_signed == 0)
        return mft_tone_label_new (MFT_TONE_WAITING, _ ("You are the first to sign"));
      words = g_strdup_printf (
          ngettext ("%u other has signed", "%u others have signed", item->n_signed),
          item->n_signed);
      return mft_tone_label_new (MFT_TONE_GOOD, words);
    case MFT_DESK_OTHERS:
      /* Translators: %s is one party or several. */
      words = g_strdup_printf (_ ("Waiting for %s"), item->waiting_for);
      return mft_tone_label_new (MFT_TONE_WAITING, words);
    case MFT_DESK_DONE:
    case MFT_DESK_UNREADABLE:
      break;
    }
  return mft_tone_label_new (MFT_TONE_GOOD, _ ("All have signed"));
}

static GtkWidget *
words_new (const MftDeskItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *day = mft_day_words (item->changed);
  g_autofree char *name = g_path_get_basename (item->path);
  /* Translators: how many pages, then a date. */
  g_autofree char *pages
      = g_strdup_printf (ngettext ("%u page · %s", "%u pages · %s", item->pages), item->pages, day);
  gboolean is_named = g_str_equal (item->title, name);
  g_autofree char *about = g_strconcat (pages, is_named ? NULL : " · ", name, NULL);

  gtk_box_append (GTK_BOX (box), mft_label_new (item->title, "strong"));
  if (item->with[0] != '\0')
    gtk_box_append (GTK_BOX (box), mft_label_new (item->with, "parties"));
  gtk_box_append (GTK_BOX (box), state_new (item));
  if (item->fault == NULL)
    gtk_box_append (GTK_BOX (box), mft_label_new (about, "quiet-caption"));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

GtkWidget *
mft_desk_row_new (const MftDeskItem *item, gboolean is_next, gboolean may_remove)
{
  MftDeskRow *self = g_object_new (MFT_TYPE_DESK_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean mine = item->group == MFT_DESK_MINE;
  GtkWidget *read = gtk_button_new_with_label (mine ? _ ("Read and Sign") : _ ("Show"));
  GtkWidget *away = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->item = item;
  if (mine)
    {
      self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->check), _ ("Sign together with others"));
      gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->check));
      g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_box_append (GTK_BOX (box), words_new (item));
  gtk_widget_set_valign (read, GTK_ALIGN_CENTER);
  if (is_next)
    gtk_widget_add_css_class (read, "suggested-action");
  g_signal_connect_object (read, "clicked", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), read);
  gtk_widget_set_valign (away, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (away, _ ("Take it off the desk; the file stays"));
  gtk_widget_add_css_class (away, "flat");
  gtk_widget_set_visible (away, may_remove);
  g_signal_connect_object (away, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), away);
  gtk_widget_add_css_class (box, "desk-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, item->title,
                                  -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

const MftDeskItem *
mft_desk_row_get_item (MftDeskRow *self)
{
  return self->item;
}

gboolean
mft_desk_row_is_chosen (MftDeskRow *self)
{
  return self->check != NULL && gtk_check_button_get_active (self->check);
}
