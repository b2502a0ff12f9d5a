/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-steps.h"

#include <glib/gi18n.h>

#include "ui/signing/identity-step.h"
#include "ui/signing/passphrase-step.h"
#include "ui/signing/place-step.h"
#include "ui/signing/reading-step.h"
#include "ui/signing/statement-step.h"
#include "ui/signing/timestamp-row.h"
#include "ui/wrap/settings.h"

struct _MftSigningSteps
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkListBox *list;
  MftReadingStep *reading;
  MftIdentityStep *identity;
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
identity_changed_cb (MftSigningSteps *self)
{
  const MftIdentity *identity = mft_identity_step_get_identity (self->identity);

  mft_passphrase_step_set_certificate (self->passphrase,
                                       identity != NULL ? identity->certificate : NULL);
  mft_place_step_set_signer (
      self->place, identity != NULL ? mft_certificate_common_name (identity->certificate) : NULL);
  step_changed_cb (self);
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

GtkWidget *
mft_signing_steps_new (GPtrArray *places, guint pages)
{
  MftSigningSteps *self = g_object_new (MFT_TYPE_SIGNING_STEPS, NULL);

  self->reading = MFT_READING_STEP (mft_reading_step_new ());
  self->identity = MFT_IDENTITY_STEP (mft_identity_step_new ());
  self->place = MFT_PLACE_STEP (mft_place_step_new (places, pages));
  self->statement = MFT_STATEMENT_STEP (mft_statement_step_new (NULL));
  self->passphrase = MFT_PASSPHRASE_STEP (mft_passphrase_step_new ());
  add_step (self, GTK_WIDGET (self->reading), G_CALLBACK (step_changed_cb));
  add_step (self, GTK_WIDGET (self->identity), G_CALLBACK (identity_changed_cb));
  add_step (self, GTK_WIDGET (self->place), G_CALLBACK (step_changed_cb));
  self->timestamp = MFT_TIMESTAMP_ROW (mft_timestamp_row_new ());
  gtk_list_box_append (self->list, GTK_WIDGET (self->timestamp));
  g_signal_connect_object (self->timestamp, "changed", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_step (self, GTK_WIDGET (self->statement), G_CALLBACK (step_changed_cb));
  add_step (self, GTK_WIDGET (self->passphrase), G_CALLBACK (step_changed_cb));
  g_signal_connect_object (self->place, "notify::expanded", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase, "entered", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
  mft_signing_steps_set_read (self, 0, pages);
  identity_changed_cb (self);
  return GTK_WIDGET (self);
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

gboolean
mft_signing_steps_is_ready (MftSigningSteps *self)
{
  return mft_signing_steps_missing (self) == NULL;
}

const char *
mft_signing_steps_missing (MftSigningSteps *self)
{
  if (mft_identity_step_get_identity (self->identity) == NULL)
    return _ ("Import your certificate first.");
  if (!mft_identity_step_is_usable (self->identity))
    return _ ("This certificate cannot sign now; the reason stands above.");
  if (mft_timestamp_row_is_stuck (self->timestamp))
    return _ ("The timestamp authority cannot be reached; what to do stands above.");
  if (!mft_statement_step_is_made (self->statement))
    return _ ("Your statement is still missing.");
  if (!mft_passphrase_step_is_ready (self->passphrase))
    return _ ("Your passphrase is still missing.");
  return NULL;
}

const MftIdentity *
mft_signing_steps_get_identity (MftSigningSteps *self)
{
  return mft_identity_step_get_identity (self->identity);
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

gboolean
mft_signing_steps_wants_timestamp (MftSigningSteps *self)
{
  return mft_timestamp_row_is_wanted (self->timestamp);
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

MftSecret *
mft_signing_steps_take_passphrase (MftSigningSteps *self)
{
  const MftIdentity *identity = mft_identity_step_get_identity (self->identity);
  g_autoptr (GSettings) settings = mft_settings_new ();
  MftSecret *passphrase = mft_passphrase_step_take (self->passphrase);

  if (identity != NULL)
    g_settings_set_string (settings, "signer", mft_certificate_sha256 (identity->certificate));
  mft_place_step_remember (self->place);
  mft_statement_step_withdraw (self->statement);
  return passphrase;
}

void
mft_signing_steps_ask_passphrase (MftSigningSteps *self)
{
  mft_passphrase_step_ask_again (self->passphrase);
}
