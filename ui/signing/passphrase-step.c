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
  AdwComboRow *way;
  GtkWidget *send;

  /* Owned */
  MftSigner *signer;
  guint tick; /* while there is a pause */
  gboolean was_wrong;
};

enum
{
  ENTERED,
  SEND_CODE,
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

/* In the journal: no name of a file stands there. */
static const char *
signer_name (MftPassphraseStep *self)
{
  return self->signer->kind != MFT_SIGNER_FILE ? self->signer->name : NULL;
}

static gboolean
is_kind (MftPassphraseStep *self, MftSignerKind kind)
{
  return self->signer != NULL && self->signer->kind == kind;
}

static gboolean
wants_code (MftPassphraseStep *self)
{
  return is_kind (self, MFT_SIGNER_ESIGN) && self->signer->version > 1
         && adw_combo_row_get_selected (self->way) == 1;
}

static gboolean
reader_asks (MftPassphraseStep *self)
{
  return is_kind (self, MFT_SIGNER_TOKEN) && self->signer->has_pad;
}

/* Says how it stands; TRUE during a pause. */
static gboolean
look_at_attempts (MftPassphraseStep *self)
{
  gint64 now = mft_clock_now ();
  MftAttempts attempts = self->signer != NULL ? mft_attempts_look (signer_name (self), now)
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
        is_kind (self, MFT_SIGNER_TOKEN)
            ? _ (
                "The PIN was wrong. Attempt %u of %u. A token locks itself after too many; whoever "
                "issued it knows how to go on.")
            : _ ("The passphrase was wrong. Attempt %u of %u. If you forgot it, ask your "
                 "verifikator or the portal of BSrE for a new one."),
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
  gboolean code = wants_code (self);
  gboolean there = reader_asks (self) || gtk_editable_get_text (self->entry)[0] != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->entry), !reader_asks (self));
  gtk_widget_set_visible (GTK_WIDGET (self->way),
                          is_kind (self, MFT_SIGNER_ESIGN) && self->signer->version > 1);
  gtk_widget_set_visible (self->send, code);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 code                               ? _ ("Code from the e-mail")
                                 : is_kind (self, MFT_SIGNER_TOKEN) ? _ ("PIN of the token")
                                 : is_kind (self, MFT_SIGNER_ESIGN) ? _ ("Passphrase at BSrE")
                                                                    : _ ("Passphrase of the "
                                                                         "certificate"));
  mft_step_set_state (MFT_STEP (self), there ? MFT_TONE_GOOD : MFT_TONE_WAITING,
                      reader_asks (self) ? _ ("The reader asks for the PIN when you sign")
                                         : _ ("Asked each time, never kept"));
}

static void
send_cb (MftPassphraseStep *self)
{
  g_signal_emit (self, signals[SEND_CODE], 0);
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
  g_clear_pointer (&self->signer, mft_signer_free);
  G_OBJECT_CLASS (mft_passphrase_step_parent_class)->dispose (object);
}

static void
mft_passphrase_step_class_init (MftPassphraseStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_passphrase_step_dispose;
  signals[ENTERED] = g_signal_new ("entered", MFT_TYPE_PASSPHRASE_STEP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[SEND_CODE] = g_signal_new ("send-code", MFT_TYPE_PASSPHRASE_STEP, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mft_passphrase_step_init (MftPassphraseStep *self)
{
  MftStep *step = MFT_STEP (self);
  const char *const ways[] = { _ ("passphrase"), _ ("one-time code by e-mail (TOTP)"), NULL };

  self->way = mft_step_add_combo (step, _ ("Proof to BSrE"), ways);
  self->send = mft_step_add_button (step, _ ("Send me a code"), "mail-send-symbolic",
                                    G_CALLBACK (send_cb), self);
  self->entry = mft_step_add_private_entry (step, _ ("Passphrase of the certificate"));
  self->words = mft_step_add_words (step, _ ("Attempts"));
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
mft_passphrase_step_set_signer (MftPassphraseStep *self, const MftSigner *signer)
{
  gboolean same = signer != NULL && self->signer != NULL && mft_signer_equal (self->signer, signer);

  g_clear_pointer (&self->signer, mft_signer_free);
  self->signer = signer != NULL ? mft_signer_copy (signer) : NULL;
  if (same)
    return;
  gtk_editable_set_text (self->entry, "");
  self->was_wrong = FALSE;
  look_at_attempts (self);
  update (self);
}

gboolean
mft_passphrase_step_is_paused (MftPassphraseStep *self)
{
  return self->tick != 0;
}

gboolean
mft_passphrase_step_is_ready (MftPassphraseStep *self)
{
  return !mft_passphrase_step_is_paused (self)
         && (reader_asks (self) || gtk_editable_get_text (self->entry)[0] != '\0');
}

void
mft_passphrase_step_take (MftPassphraseStep *self, MftSignerSecrets *secrets)
{
  MftSecret *given = mft_secret_take_from (self->entry);

  self->was_wrong = FALSE;
  if (wants_code (self))
    secrets->totp = given;
  else
    secrets->passphrase = given;
}

void
mft_passphrase_step_ask_again (MftPassphraseStep *self)
{
  self->was_wrong = TRUE;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (!look_at_attempts (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  mft_step_changed (MFT_STEP (self));
}
