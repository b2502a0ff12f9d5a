/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-steps.h"

#include <glib/gi18n.h>

#include "pki/error.h"
#include "remote/error.h"
#include "ui/signing/completion-wish.h"
#include "ui/signing/passphrase-step.h"
#include "ui/signing/place-step.h"
#include "ui/signing/reading-step.h"
#include "ui/signing/send-code.h"
#include "ui/signing/signer-step.h"
#include "ui/signing/statement-step.h"
#include "ui/signing/timestamp-row.h"

struct _MftSigningSteps
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkListBox *list;
  MftReadingStep *reading; /* NULL for several documents */
  MftSignerStep *signer;
  MftPlaceStep *place;
  MftStatementStep *statement;
  MftPassphraseStep *passphrase;
  MftTimestampRow *timestamp;

  guint n_steps;
  guint shown, pages;
};

enum
{
  CHANGED,
  SIGN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftSigningSteps, mft_signing_steps, ADW_TYPE_BIN)

static void
step_changed_cb (MftSigningSteps *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
signer_changed_cb (MftSigningSteps *self)
{
  const MftSigner *signer = mft_signer_step_get_signer (self->signer);

  mft_passphrase_step_set_signer (self->passphrase, signer);
  mft_place_step_set_signer (self->place, signer != NULL ? signer->name : NULL);
  step_changed_cb (self);
}

static void
send_code_cb (MftSigningSteps *self)
{
  const MftSigner *signer = mft_signer_step_get_signer (self->signer);
  MftSignerSecrets secrets = { 0 };

  if (signer == NULL || mft_signer_step_missing (self->signer) != NULL)
    return;
  mft_signer_step_fill (self->signer, &secrets);
  mft_send_code (GTK_WIDGET (self), signer, &secrets);
}

static void
entered_cb (MftSigningSteps *self)
{
  if (mft_signing_steps_is_ready (self))
    g_signal_emit (self, signals[SIGN], 0);
}

static void
mft_signing_steps_class_init (MftSigningStepsClass *klass)
{
  (void) klass;
  signals[CHANGED] = g_signal_new ("changed", MFT_TYPE_SIGNING_STEPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGN] = g_signal_new ("sign", MFT_TYPE_SIGNING_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
mft_signing_steps_init (MftSigningSteps *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

static void
add_step (MftSigningSteps *self, GtkWidget *step, GCallback changed)
{
  mft_step_set_number (MFT_STEP (step), ++self->n_steps);
  gtk_list_box_append (self->list, step);
  g_signal_connect_object (step, "changed", changed, self, G_CONNECT_SWAPPED);
}

static void
build (MftSigningSteps *self)
{
  self->statement = MFT_STATEMENT_STEP (mft_statement_step_new ());
  self->passphrase = MFT_PASSPHRASE_STEP (mft_passphrase_step_new ());
  self->timestamp = MFT_TIMESTAMP_ROW (mft_timestamp_row_new ());
  add_step (self, GTK_WIDGET (self->signer), G_CALLBACK (signer_changed_cb));
  add_step (self, GTK_WIDGET (self->place), G_CALLBACK (step_changed_cb));
  gtk_list_box_append (self->list, GTK_WIDGET (self->timestamp));
  g_signal_connect_object (self->timestamp, "changed", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_step (self, GTK_WIDGET (self->statement), G_CALLBACK (step_changed_cb));
  add_step (self, GTK_WIDGET (self->passphrase), G_CALLBACK (step_changed_cb));
  g_signal_connect_object (self->place, "notify::expanded", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase, "entered", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase, "send-code", G_CALLBACK (send_code_cb), self,
                           G_CONNECT_SWAPPED);
  signer_changed_cb (self);
}

GtkWidget *
mft_signing_steps_new (const char *document, GPtrArray *places, guint pages)
{
  MftSigningSteps *self = g_object_new (MFT_TYPE_SIGNING_STEPS, NULL);

  self->reading = MFT_READING_STEP (mft_reading_step_new ());
  add_step (self, GTK_WIDGET (self->reading), G_CALLBACK (step_changed_cb));
  self->signer = MFT_SIGNER_STEP (mft_signer_step_new (document));
  self->place = MFT_PLACE_STEP (mft_place_step_new (places, pages));
  build (self);
  mft_signing_steps_set_read (self, 0, pages);
  return GTK_WIDGET (self);
}

GtkWidget *
mft_signing_steps_new_for_several (void)
{
  MftSigningSteps *self = g_object_new (MFT_TYPE_SIGNING_STEPS, NULL);

  self->signer = MFT_SIGNER_STEP (mft_signer_step_new (NULL));
  self->place = MFT_PLACE_STEP (mft_place_step_new (NULL, 0));
  build (self);
  return GTK_WIDGET (self);
}

void
mft_signing_steps_set_titles (MftSigningSteps *self, const char *const *titles)
{
  mft_statement_step_set_titles (self->statement, titles);
}

void
mft_signing_steps_set_read (MftSigningSteps *self, guint shown, guint pages)
{
  self->shown = shown;
  self->pages = pages;
  mft_reading_step_set_pages (self->reading, shown, pages);
}

void
mft_signing_steps_set_report (MftSigningSteps *self, const MftVerifyReport *report)
{
  mft_reading_step_set_report (self->reading, report);
}

void
mft_signing_steps_prefer (MftSigningSteps *self, const char *field)
{
  mft_place_step_prefer (self->place, field);
}

void
mft_signing_steps_suggest (MftSigningSteps *self, guint page, const MftPdfRect *seen)
{
  mft_place_step_suggest (self->place, page, seen);
}

/* What is not there, in words; NULL: nothing. */
static const char *
get_missing (MftSigningSteps *self)
{
  const char *missing = mft_signer_step_missing (self->signer);

  if (missing != NULL)
    return missing;
  if (mft_timestamp_row_is_stuck (self->timestamp))
    return _ ("The timestamp authority cannot be reached; what to do stands above.");
  if (mft_passphrase_step_is_paused (self->passphrase))
    return _ ("Wrong three times: please wait a minute.");
  if (!mft_statement_step_is_made (self->statement))
    return _ ("Your statement is still missing.");
  if (!mft_passphrase_step_is_ready (self->passphrase))
    return _ ("Your passphrase is still missing.");
  return NULL;
}

gboolean
mft_signing_steps_is_ready (MftSigningSteps *self)
{
  return get_missing (self) == NULL;
}

const char *
mft_signing_steps_hint (MftSigningSteps *self, const MftJob *job)
{
  const char *missing = get_missing (self);

  if (job != NULL)
    return _ ("Signing, then checking the result…");
  return missing != NULL ? missing : _ ("After signing, the contents can no longer be changed.");
}

const MftSigner *
mft_signing_steps_get_signer (MftSigningSteps *self)
{
  return mft_signer_step_get_signer (self->signer);
}

guint
mft_signing_steps_get_place (MftSigningSteps *self, MftPdfRect *rect)
{
  return mft_place_step_get_place (self->place, rect);
}

void
mft_signing_steps_move (MftSigningSteps *self, guint page, const MftPdfRect *rect)
{
  mft_place_step_move (self->place, page, rect);
}

gboolean
mft_signing_steps_is_placing (MftSigningSteps *self)
{
  return adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->place));
}

void
mft_signing_steps_fill (MftSigningSteps *self, MftSigningRequest *request)
{
  mft_place_step_fill (self->place, request);
  request->basis = mft_statement_step_get_basis (self->statement);
  request->told_by = mft_statement_step_get_told_by (self->statement);
  request->pages_shown = self->shown;
  request->pages = self->pages;
}

MftSigningOrder *
mft_signing_steps_take (MftSigningSteps *self, MftSigningRequest *request)
{
  MftSignerSecrets secrets = { 0 };
  MftCompletionKit *kit = mft_timestamp_row_is_wanted (self->timestamp)
                              ? mft_completion_kit_new_from_settings ()
                              : NULL;

  mft_signing_steps_fill (self, request);
  mft_signer_step_fill (self->signer, &secrets);
  mft_passphrase_step_take (self->passphrase, &secrets);
  request->algorithm = mft_settings_algorithm ();
  MftSigningOrder *order
      = mft_signing_order_new (request, mft_signer_step_get_signer (self->signer), &secrets, kit);
  mft_signer_step_remember (self->signer);
  mft_place_step_remember (self->place);
  mft_statement_step_withdraw (self->statement);
  return order;
}

/* Whatever the secret was. */
static gboolean
was_wrong (const GError *error)
{
  return g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE)
         || g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_PIN_LAST)
         || g_error_matches (error, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_PASSPHRASE);
}

void
mft_signing_steps_failed (MftSigningSteps *self, const GError *error)
{
  const MftSigner *signer = mft_signer_step_get_signer (self->signer);

  if (was_wrong (error))
    mft_passphrase_step_ask_again (self->passphrase);
  if (signer != NULL && signer->kind == MFT_SIGNER_TOKEN)
    mft_signer_step_look_again (self->signer);
  /* It comes first again, whatever else was wrong. */
  mft_statement_step_ask (self->statement);
}
