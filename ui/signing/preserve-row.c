/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/preserve-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/clock.h"
#include "ui/certificates/validity.h"
#include "ui/wrap/fact-row.h"

typedef struct
{
  GtkWidget *widget; /* borrowed: it holds the row */
  char *path;
  MftPreserveReason reason;
  void (*done) (GtkWidget *widget);
} Wish;

static void
wish_free (gpointer data, GClosure *closure)
{
  Wish *wish = data;

  (void) closure;
  g_free (wish->path);
  g_free (wish);
}

static void
complete_cb (Wish *wish)
{
  mft_preserve (wish->widget, wish->path, wish->reason, wish->done);
}

/* What cannot be made up for after the end is asked for a month before it. Translators: %s is a day. */
static char *
words_of (const MftPreservation *preservation)
{
  g_autofree char *end = mft_day_words (preservation->until);
  g_autofree char *before
      = mft_day_words (preservation->until - MFT_VALIDITY_SOON * MFT_DAY_MICROSECONDS);

  switch (preservation->reason)
    {
    case MFT_PRESERVE_NO_TIME:
      return g_strdup_printf (_ ("Without an electronic timestamp yet; complete it before %s"),
                              before);
    case MFT_PRESERVE_NO_EVIDENCE:
      return g_strdup_printf (_ ("The signer's certificate ends on %s, and the document does not "
                                 "hold yet that it was not revoked; complete it before"),
                              end);
    case MFT_PRESERVE_TIMESTAMP:
      return g_strdup_printf (
          _ ("The certificate of the timestamp authority ends on %s; a new timestamp keeps the "
             "proof"),
          end);
    case MFT_PRESERVE_ALGORITHM:
      return g_strdup_printf (_ ("The way it was signed counts as safe until %s; a new timestamp "
                                 "keeps the proof"),
                              end);
    case MFT_PRESERVE_NOTHING:
      break;
    }
  g_return_val_if_reached (NULL);
}

GtkWidget *
mft_preserve_row_new (const MftDeskItem *item, GtkWidget *widget, void (*done) (GtkWidget *widget))
{
  g_autofree char *words = words_of (&item->preservation);
  MftTone tone = item->preservation.until < mft_clock_now () ? MFT_TONE_BAD : MFT_TONE_UNSURE;
  GtkWidget *row = mft_fact_row_new_with_tone (tone, item->title, words);
  GtkWidget *button = gtk_button_new_with_label (_ ("Complete"));
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ widget, g_strdup (item->path), item->preservation.reason, done };
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (complete_cb), wish, wish_free,
                         G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}
