/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/passphrase-step.h"

#include <glib/gi18n.h>

#include "act/attempts.h"
#include "base/clock.h"
#include "ui/certificates/passphrase-dialog.h"

struct _MftPassphraseStep
{
  MftStep parent_instance;

  /* Borrowed */
  GtkEditable *entry;
  GtkLabel *words;

  /* Owned */
  MftCertificate *certificate;
  guint tick; /* while there is a pause */
  gboolean was_wrong;
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftPassphraseStep, mft_passphrase_step, MFT_TYPE_STEP)

static gboolean look_at_attempts (MftPassphraseStep *self);

static gboolean
tick_cb (gpointer data)
{
  MftPassphraseStep *self = data;

  if (look_at_attempts (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  mft_step_changed (MFT_STEP (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return G_SOURCE_REMOVE;
}

static void
set_open (MftPassphraseStep *self, gboolean open)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* GTK 4.8 complains where an entry with the cursor in it is closed. */
  if (!open && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), open);
}

/* Says how it stands; TRUE during a pause. */
static gboolean
look_at_attempts (MftPassphraseStep *self)
{
  gint64 now = mft_clock_now ();
  MftAttempts attempts = self->certificate != NULL ? mft_attempts_look (self->certificate, now)
                                                   : (MftAttempts){ .left = MFT_ATTEMPTS_MOST };
  gboolean paused = attempts.until > 0;
  g_autofree char *words = NULL;

  if (paused)
    {
      gulong seconds = (gulong) ((attempts.until - now) / G_USEC_PER_SEC + 1);
      words = g_strdup_printf (ngettext ("Wrong three times. You can try again in %lu second.",
                                         "Wrong three times. You can try again in %lu seconds.",
                                         seconds),
                               seconds);
    }
  else if (self->was_wrong || attempts.left < MFT_ATTEMPTS_MOST)
    words = g_strdup_printf (
        _ ("The passphrase was wrong. Attempt %u of %u. If you forgot it, ask your verifikator or "
           "the portal of BSrE for a new one."),
        MFT_ATTEMPTS_MOST - attempts.left + 1, MFT_ATTEMPTS_MOST);
  mft_step_words_set (self->words, words);
  set_open (self, !paused);
  if (paused && self->tick == 0)
    self->tick = g_timeout_add_seconds (1, tick_cb, self);
  return paused;
}

static void
update (MftPassphraseStep *self)
{
  gboolean there = gtk_editable_get_text (self->entry)[0] != '\0';

  mft_step_set_state (MFT_STEP (self), there ? MFT_TONE_GOOD : MFT_TONE_WAITING,
                      _ ("Asked each time, never kept"));
}

static void
activate_cb (MftPassphraseStep *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
mft_passphrase_step_dispose (GObject *object)
{
  MftPassphraseStep *self = MFT_PASSPHRASE_STEP (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->certificate, mft_certificate_unref);
  G_OBJECT_CLASS (mft_passphrase_step_parent_class)->dispose (object);
}

static void
mft_passphrase_step_class_init (MftPassphraseStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_passphrase_step_dispose;
  signals[ENTERED] = g_signal_new ("entered", MFT_TYPE_PASSPHRASE_STEP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

/* Nothing is remembered of what is typed there, and nothing proposed (BSrE's acceptance form 2d). */
static void
keep_private (GtkEditable *entry)
{
  GtkEditable *text = gtk_editable_get_delegate (entry);

  if (GTK_IS_TEXT (text))
    gtk_text_set_input_hints (GTK_TEXT (text), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE
                                                   | GTK_INPUT_HINT_NO_EMOJI);
}

static void
mft_passphrase_step_init (MftPassphraseStep *self)
{
  self->entry = mft_step_add_entry (MFT_STEP (self), ADW_TYPE_PASSWORD_ENTRY_ROW,
                                    _ ("Passphrase of the certificate"));
  keep_private (self->entry);
  self->words = mft_step_add_words (MFT_STEP (self), _ ("Attempts"));
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (update), NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  update (self);
}

GtkWidget *
mft_passphrase_step_new (void)
{
  return g_object_new (MFT_TYPE_PASSPHRASE_STEP, "title", _ ("Passphrase"), NULL);
}

void
mft_passphrase_step_set_certificate (MftPassphraseStep *self, MftCertificate *certificate)
{
  if (self->certificate == certificate)
    return;
  g_clear_pointer (&self->certificate, mft_certificate_unref);
  self->certificate = certificate != NULL ? mft_certificate_ref (certificate) : NULL;
  self->was_wrong = FALSE;
  look_at_attempts (self);
}

gboolean
mft_passphrase_step_is_ready (MftPassphraseStep *self)
{
  return self->tick == 0 && gtk_editable_get_text (self->entry)[0] != '\0';
}

MftSecret *
mft_passphrase_step_take (MftPassphraseStep *self)
{
  self->was_wrong = FALSE;
  return mft_secret_take_from (self->entry);
}

void
mft_passphrase_step_ask_again (MftPassphraseStep *self)
{
  self->was_wrong = TRUE;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (!look_at_attempts (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
