/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/identity-step.h"

#include <glib/gi18n.h>

#include "act/journal.h"
#include "act/signer-check.h"
#include "base/clock.h"
#include "store/certificate-folder.h"
#include "ui/certificates/import.h"
#include "ui/certificates/practice-dialog.h"
#include "ui/certificates/validity.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/settings.h"

struct _MftIdentityStep
{
  MftStep parent_instance;

  /* Borrowed */
  AdwComboRow *combo;
  GtkLabel *words;

  /* Owned */
  GPtrArray *identities; /* MftIdentity */
  MftAnchors *anchors;
  gint64 last_known;
  MftSignerState state;
};

G_DEFINE_FINAL_TYPE (MftIdentityStep, mft_identity_step, MFT_TYPE_STEP)

const MftIdentity *
mft_identity_step_get_identity (MftIdentityStep *self)
{
  guint index = adw_combo_row_get_selected (self->combo);

  return self->identities != NULL && index < self->identities->len
             ? g_ptr_array_index (self->identities, index)
             : NULL;
}

gboolean
mft_identity_step_is_usable (MftIdentityStep *self)
{
  return mft_identity_step_get_identity (self) != NULL && mft_signer_may_sign (self->state);
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

/* Whom to call, where the office has set it. */
static char *
with_contact (const char *sentence, MftSignerState state)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *verifikator = g_settings_get_string (settings, "verifikator");

  if (mft_signer_may_sign (state) || verifikator[0] == '\0')
    return g_strdup (sentence);
  return g_strdup_printf (_ ("%s\nVerifikator: %s"), sentence, verifikator);
}

static void
update (MftIdentityStep *self)
{
  const MftIdentity *identity = mft_identity_step_get_identity (self);

  if (identity == NULL)
    {
      mft_step_set_state (MFT_STEP (self), MFT_TONE_WAITING,
                          _ ("Import your certificate, or make one for practice"));
      mft_step_words_set (self->words, NULL);
      return;
    }
  const MftSignerQuestion question = { .certificate = identity->certificate,
                                       .chain = identity->chain,
                                       .anchors = self->anchors,
                                       .now = mft_clock_now (),
                                       .last_known = self->last_known };
  self->state = mft_signer_check (&question);
  g_autofree char *fact = fact_of (identity->certificate);
  g_autofree char *sentence = mft_signer_sentence (self->state, identity->certificate);
  mft_step_set_state (MFT_STEP (self), tone_of (self->state), fact);
  g_autofree char *contact = with_contact (sentence, self->state);
  mft_step_words_set (self->words, contact);
  /* What keeps one from signing is not folded away. */
  if (!mft_signer_may_sign (self->state))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}

/* Reads the folder; `sha256`: which to choose, NULL for the one that signed last. */
static void
load (MftIdentityStep *self, const char *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *last = g_settings_get_string (settings, "signer");
  guint chosen = 0;

  g_clear_pointer (&self->identities, g_ptr_array_unref);
  g_clear_pointer (&self->anchors, mft_anchors_free);
  self->identities = mft_certificate_folder_identities (NULL, &error);
  self->anchors = mft_certificate_folder_anchors (NULL);
  if (self->identities == NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("Your certificates cannot be read"), error);
  for (guint i = 0; self->identities != NULL && i < self->identities->len; i++)
    {
      const MftIdentity *identity = g_ptr_array_index (self->identities, i);
      gtk_string_list_append (names, mft_certificate_common_name (identity->certificate));
      if (g_strcmp0 (mft_certificate_sha256 (identity->certificate), sha256 != NULL ? sha256 : last)
          == 0)
        chosen = i;
    }
  adw_combo_row_set_model (self->combo, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->combo, chosen);
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (names)) > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->combo), some);
  /* A finished step folds to the line that states its fact. */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), !some);
  mft_step_changed (MFT_STEP (self));
}

static void
take (MftIdentityStep *self, MftIdentity *identity)
{
  if (identity == NULL)
    return;
  load (self, mft_certificate_sha256 (identity->certificate));
  mft_identity_free (identity);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftIdentityStep) self = data;
  g_autoptr (MftCertificateImport) import = mft_import_certificates_finish (result);

  (void) source;
  if (import != NULL && import->identities->len > 0)
    take (self, mft_identity_copy (g_ptr_array_index (import->identities, 0)));
}

static void
practice_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftIdentityStep) self = data;

  (void) source;
  take (self, mft_practice_dialog_finish (result));
}

static void
import_cb (MftIdentityStep *self)
{
  mft_import_certificates_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 imported_cb, g_object_ref (self));
}

static void
make_practice_cb (MftIdentityStep *self)
{
  mft_practice_dialog_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), practice_cb,
                             g_object_ref (self));
}

/* When the computer last wrote something down: its clock cannot be before that. */
static gint64
last_known_time (void)
{
  g_autoptr (GPtrArray) records = mft_journal_list (1, NULL);

  return records != NULL && records->len > 0
             ? ((const MftJournalRecord *) g_ptr_array_index (records, 0))->time
             : 0;
}

static void
mft_identity_step_finalize (GObject *object)
{
  MftIdentityStep *self = MFT_IDENTITY_STEP (object);

  g_clear_pointer (&self->identities, g_ptr_array_unref);
  g_clear_pointer (&self->anchors, mft_anchors_free);
  G_OBJECT_CLASS (mft_identity_step_parent_class)->finalize (object);
}

static void
mft_identity_step_class_init (MftIdentityStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_identity_step_finalize;
}

static void
mft_identity_step_init (MftIdentityStep *self)
{
  MftStep *step = MFT_STEP (self);

  self->words = mft_step_add_words (step, _ ("State of the certificate"));
  self->combo = mft_step_add_combo (step, _ ("Sign as"), NULL);
  mft_step_add_button (step, _ ("Import certificate…"), "document-open-symbolic",
                       G_CALLBACK (import_cb), self);
  mft_step_add_button (step, _ ("Make a practice certificate…"), "list-add-symbolic",
                       G_CALLBACK (make_practice_cb), self);
  self->last_known = last_known_time ();
  g_signal_connect (self, "changed", G_CALLBACK (update), NULL);
}

GtkWidget *
mft_identity_step_new (void)
{
  MftIdentityStep *self = g_object_new (MFT_TYPE_IDENTITY_STEP, "title", _ ("Certificate"), NULL);

  load (self, NULL);
  return GTK_WIDGET (self);
}
