/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signer-step.h"

#include <glib/gi18n.h>

#include "act/signer-status.h"
#include "pki/key-p12.h"
#include "pki/token-modules.h"
#include "ui/certificates/import.h"
#include "ui/certificates/practice-dialog.h"
#include "ui/certificates/validity.h"
#include "ui/signing/esign-rows.h"
#include "ui/signing/signer-list.h"
#include "ui/signing/step-words.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/settings.h"

struct _MftSignerStep
{
  MftStep parent_instance;

  /* Borrowed */
  AdwComboRow *combo;
  GtkLabel *words;

  /* Owned */
  MftEsignRows *esign;
  GSettings *settings;
  GPtrArray *signers; /* MftSigner */
  GPtrArray *tokens;  /* MftTokenSigner: those that were there when it was looked */
  char *file;         /* a key file that is not kept here; NULL: none */
  char *document;
  MftJob *token_job, *check_job;
  MftSigner *checked; /* whose state it is */
  MftSignerState state;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (MftSignerStep, mft_signer_step, MFT_TYPE_STEP)

const MftSigner *
mft_signer_step_get_signer (MftSignerStep *self)
{
  guint index = adw_combo_row_get_selected (self->combo);

  return self->signers != NULL && index < self->signers->len
             ? g_ptr_array_index (self->signers, index)
             : NULL;
}

static gboolean
is_locked (const MftSigner *signer)
{
  return signer->kind == MFT_SIGNER_TOKEN && signer->pin == MFT_PIN_LOCKED;
}

const char *
mft_signer_step_missing (MftSignerStep *self)
{
  const MftSigner *signer = mft_signer_step_get_signer (self);

  if (signer == NULL)
    return _ ("Import your certificate first.");
  if (signer->kind == MFT_SIGNER_ESIGN)
    return mft_esign_rows_is_usable (self->esign) ? NULL
                                                  : _ ("BSrE has not said yet that you may sign.");
  if (is_locked (signer))
    return _ ("The token is locked; what to do stands above.");
  if (signer->certificate != NULL && self->check_job != NULL)
    return _ ("The state of the certificate is being looked at.");
  if (signer->certificate != NULL && !mft_signer_may_sign (self->state))
    return _ ("This certificate cannot sign now; the reason stands above.");
  return NULL;
}

static MftTone
tone_of (MftSignerState state)
{
  switch (state)
    {
    case MFT_SIGNER_READY:
      return MFT_TONE_GOOD;
    case MFT_SIGNER_PRACTICE:
      return MFT_TONE_PRACTICE;
    case MFT_SIGNER_UNKNOWN_ISSUER:
      return MFT_TONE_UNSURE;
    case MFT_SIGNER_CLOCK_WRONG:
    case MFT_SIGNER_NOT_YET_VALID:
    case MFT_SIGNER_EXPIRED:
    case MFT_SIGNER_REVOKED:
    case MFT_SIGNER_WRONG_USAGE:
      break;
    }
  return MFT_TONE_BAD;
}

/* Name, issuer, until when, and when that was looked at. */
static char *
fact_of (const MftCertificate *certificate)
{
  g_autofree char *validity = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H.%M");

  mft_validity (certificate, &validity);
  /* Translators: name · issuer, then the validity and the time of day of the check. */
  return g_strdup_printf (_ ("%s · %s\n%s · checked at %s"),
                          mft_certificate_common_name (certificate),
                          mft_certificate_issuer_common_name (certificate), validity, clock);
}

/* What keeps one from signing is not folded away. */
static void
show (MftSignerStep *self, MftTone tone, const char *fact, const char *sentence)
{
  mft_step_set_state (MFT_STEP (self), tone, fact);
  mft_step_words_set (self->words, sentence);
  if (tone == MFT_TONE_BAD || tone == MFT_TONE_WAITING)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}

static void
show_esign (MftSignerStep *self)
{
  const char *fact, *sentence;
  MftTone tone = mft_esign_rows_get_state (self->esign, &fact, &sentence);

  show (self, tone, fact != NULL ? fact : "", sentence);
}

static void
show_certificate (MftSignerStep *self, const MftSigner *signer)
{
  g_autofree char *fact = fact_of (signer->certificate);
  g_autofree char *sentence = mft_signer_sentence (self->state, signer->certificate);
  const char *pin = signer->kind == MFT_SIGNER_TOKEN ? mft_pin_state_words (signer->pin) : NULL;
  g_autofree char *whole = sentence != NULL && !mft_signer_may_sign (self->state)
                               ? mft_with_verifikator (sentence)
                               : g_strdup (sentence);
  g_autofree char *both = whole != NULL && pin != NULL ? g_strdup_printf ("%s\n%s", pin, whole)
                                                       : g_strdup (pin != NULL ? pin : whole);

  if (self->check_job != NULL)
    mft_step_set_state (MFT_STEP (self), MFT_TONE_WAITING,
                        _ ("Looking whether the certificate may be used…"));
  else
    show (self, is_locked (signer) ? MFT_TONE_BAD : tone_of (self->state), fact, both);
}

static void
update (MftSignerStep *self)
{
  const MftSigner *signer = mft_signer_step_get_signer (self);

  if (signer == NULL)
    show (self, MFT_TONE_WAITING, _ ("Import your certificate, or make one for practice"), NULL);
  else if (signer->kind == MFT_SIGNER_ESIGN)
    show_esign (self);
  else if (signer->certificate != NULL)
    show_certificate (self, signer);
  else
    show (self, is_locked (signer) ? MFT_TONE_BAD : MFT_TONE_UNSURE, signer->name,
          is_locked (signer) ? mft_pin_state_words (signer->pin)
                             : _ ("Whose certificate it is shows only when it is opened. It is "
                                  "looked at before anything is signed."));
}

/* What the worker needs, all its own. */
typedef struct
{
  MftSigner *signer;
  char *document;
  gboolean online;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  mft_signer_free (question->signer);
  g_free (question->document);
  g_free (question);
}

static gpointer
check_func (MftJob *job, gpointer data, GError **error)
{
  const Question *question = data;
  MftSignerState state
      = mft_signer_status (question->signer, question->document, question->online, job);

  return mft_job_check (job, error) ? GINT_TO_POINTER (state + 1) : NULL;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftSignerStep *self = MFT_SIGNER_STEP (source);
  int state = GPOINTER_TO_INT (mft_job_run_finish (result, NULL));

  (void) data;
  if (state == 0) /* another was chosen, or the page was left */
    return;
  g_clear_object (&self->check_job);
  self->state = (MftSignerState) (state - 1);
  mft_step_changed (MFT_STEP (self));
}

/* Another one was chosen: its state, and what its service asks for. */
static void
chosen_cb (MftSignerStep *self)
{
  const MftSigner *signer = mft_signer_step_get_signer (self);

  mft_esign_rows_set_signer (self->esign, signer);
  if (self->checked != NULL && signer != NULL && mft_signer_equal (self->checked, signer))
    return;
  if (self->check_job != NULL)
    mft_job_cancel (self->check_job);
  g_clear_object (&self->check_job);
  g_clear_pointer (&self->checked, mft_signer_free);
  if (signer == NULL || signer->certificate == NULL)
    return;
  Question *question = g_new (Question, 1);
  self->checked = mft_signer_copy (signer);
  *question = (Question){ mft_signer_copy (signer), g_strdup (self->document),
                          g_settings_get_boolean (self->settings, "evidence-on") };
  self->check_job = mft_job_new (NULL);
  mft_job_run_async (self->check_job, self, check_func, question, question_free, NULL, checked_cb,
                     NULL);
}

static void
changed_cb (MftSignerStep *self)
{
  if (self->loading)
    return;
  chosen_cb (self);
  update (self);
}

/* Shows all signers; `wanted`: which to choose (mft_signer_key()), NULL for the one that signed last. */
static void
load (MftSignerStep *self, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *last = g_settings_get_string (self->settings, "signer");
  guint chosen = 0;

  self->loading = TRUE;
  g_clear_pointer (&self->signers, g_ptr_array_unref);
  self->signers = mft_signer_list (self->tokens, self->file, &error);
  if (error != NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("Your certificates cannot be read"), error);
  for (guint i = 0; i < self->signers->len; i++)
    {
      const MftSigner *signer = g_ptr_array_index (self->signers, i);
      g_autofree char *name = mft_signer_list_name (signer);
      gtk_string_list_append (names, name);
      if (g_strcmp0 (mft_signer_list_key (signer), wanted != NULL ? wanted : last) == 0)
        chosen = i;
    }
  adw_combo_row_set_model (self->combo, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->combo, chosen);
  gboolean some = self->signers->len > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->combo), some);
  self->loading = FALSE;
  /* A finished step folds to the line that states its fact. */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), !some);
  mft_step_changed (MFT_STEP (self));
}

static void
take (MftSignerStep *self, MftIdentity *identity)
{
  if (identity == NULL)
    return;
  load (self, mft_certificate_sha256 (identity->certificate));
  mft_identity_free (identity);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftSignerStep) self = data;
  g_autoptr (MftCertificateImport) import = mft_import_certificates_finish (result);

  (void) source;
  if (import != NULL && import->identities->len > 0)
    take (self, mft_identity_copy (g_ptr_array_index (import->identities, 0)));
}

static void
practice_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftSignerStep) self = data;

  (void) source;
  take (self, mft_practice_dialog_finish (result));
}

static GtkWindow *
window_of (MftSignerStep *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
import_cb (MftSignerStep *self)
{
  mft_import_certificates_async (window_of (self), NULL, imported_cb, g_object_ref (self));
}

static void
make_practice_cb (MftSignerStep *self)
{
  mft_practice_dialog_async (window_of (self), practice_cb, g_object_ref (self));
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftSignerStep) self = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;

  (void) source;
  if (path == NULL)
    return;
  if (!mft_key_p12_check_file (path, &error))
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The key file cannot be used"), error);
      return;
    }
  g_free (self->file);
  self->file = g_steal_pointer (&path);
  load (self, self->file);
}

static void
choose_file_cb (MftSignerStep *self)
{
  mft_file_dialog_open_async (window_of (self), _ ("Which key file to sign with"),
                              MFT_FILE_IDENTITY, file_cb, g_object_ref (self));
}

static gpointer
tokens_func (MftJob *job, gpointer data, GError **error)
{
  (void) job;
  (void) data;
  return mft_token_signers (error);
}

static void
tokens_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftSignerStep *self = MFT_SIGNER_STEP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tokens = mft_job_run_finish (result, &error);
  const MftSigner *signer = NULL;

  (void) data;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->token_job);
  if (error != NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("Tokens cannot be looked for"), error);
  if (tokens == NULL || (tokens->len == 0 && self->tokens == NULL))
    return;
  signer = mft_signer_step_get_signer (self);
  g_autofree char *chosen = signer != NULL ? g_strdup (mft_signer_list_key (signer)) : NULL;
  gboolean was_open = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self));
  g_clear_pointer (&self->tokens, g_ptr_array_unref);
  self->tokens = g_steal_pointer (&tokens);
  /* Who signed last may be on a token that shows only now. */
  load (self, self->checked != NULL && was_open ? chosen : NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), was_open);
}

void
mft_signer_step_look_again (MftSignerStep *self)
{
  g_autofree char *driver = g_settings_get_string (self->settings, "token-module");

  if (self->token_job != NULL)
    return;
  mft_token_modules_set_own (driver);
  self->token_job = mft_job_new (NULL);
  mft_job_run_async (self->token_job, self, tokens_func, NULL, NULL,
                     (GDestroyNotify) g_ptr_array_unref, tokens_cb, NULL);
}

void
mft_signer_step_fill (MftSignerStep *self, MftSignerSecrets *secrets)
{
  const MftSigner *signer = mft_signer_step_get_signer (self);

  if (signer != NULL && signer->kind == MFT_SIGNER_ESIGN)
    mft_esign_rows_fill (self->esign, secrets);
}

void
mft_signer_step_remember (MftSignerStep *self)
{
  const MftSigner *signer = mft_signer_step_get_signer (self);

  if (signer != NULL && signer->kind != MFT_SIGNER_FILE)
    g_settings_set_string (self->settings, "signer", mft_signer_list_key (signer));
}

static void
mft_signer_step_unroot (GtkWidget *widget)
{
  MftSignerStep *self = MFT_SIGNER_STEP (widget);

  if (self->check_job != NULL)
    mft_job_cancel (self->check_job);
  if (self->token_job != NULL)
    mft_job_cancel (self->token_job);
  GTK_WIDGET_CLASS (mft_signer_step_parent_class)->unroot (widget);
}

static void
mft_signer_step_dispose (GObject *object)
{
  MftSignerStep *self = MFT_SIGNER_STEP (object);

  if (self->esign != NULL)
    g_object_run_dispose (G_OBJECT (self->esign));
  g_clear_object (&self->esign);
  g_clear_object (&self->check_job);
  g_clear_object (&self->token_job);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->signers, g_ptr_array_unref);
  g_clear_pointer (&self->tokens, g_ptr_array_unref);
  g_clear_pointer (&self->checked, mft_signer_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->document, g_free);
  G_OBJECT_CLASS (mft_signer_step_parent_class)->dispose (object);
}

static void
mft_signer_step_class_init (MftSignerStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_signer_step_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = mft_signer_step_unroot;
}

static void
mft_signer_step_init (MftSignerStep *self)
{
  MftStep *step = MFT_STEP (self);

  self->settings = mft_settings_new ();
  self->words = mft_step_add_words (step, _ ("State of the certificate"));
  self->combo = mft_step_add_combo (step, _ ("Sign as"), NULL);
  self->esign = mft_esign_rows_new (step);
  mft_step_add_button (step, _ ("Look for tokens"), "view-refresh-symbolic",
                       G_CALLBACK (mft_signer_step_look_again), self);
  mft_step_add_button (step, _ ("Sign with a key file…"), "document-open-symbolic",
                       G_CALLBACK (choose_file_cb), self);
  mft_step_add_button (step, _ ("Import certificate…"), "document-open-symbolic",
                       G_CALLBACK (import_cb), self);
  mft_step_add_button (step, _ ("Make practice certificates…"), "list-add-symbolic",
                       G_CALLBACK (make_practice_cb), self);
  g_signal_connect_object (self->esign, "changed", G_CALLBACK (mft_step_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

GtkWidget *
mft_signer_step_new (const char *document)
{
  MftSignerStep *self = g_object_new (MFT_TYPE_SIGNER_STEP, "title", _ ("Certificate"), NULL);

  self->document = g_strdup (document);
  load (self, NULL);
  mft_signer_step_look_again (self);
  return GTK_WIDGET (self);
}
