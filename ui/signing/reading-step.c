/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/reading-step.h"

#include <glib/gi18n.h>

#include "report/sentences.h"
#include "ui/wrap/fact-row.h"

struct _MftReadingStep
{
  MftStep parent_instance;

  guint shown, pages;
  guint n_signed, n_doubtful;
  gboolean looked;
};

G_DEFINE_FINAL_TYPE (MftReadingStep, mft_reading_step, MFT_TYPE_STEP)

/* "no signature yet", "2 signatures before yours", … */
static char *
signatures_words (MftReadingStep *self)
{
  if (!self->looked)
    return g_strdup (_ ("looking for earlier signatures…"));
  if (self->n_signed == 0)
    return g_strdup (_ ("no other signature yet"));
  if (self->n_doubtful > 0)
    return g_strdup_printf (ngettext ("%u signature before yours is not in order",
                                      "%u signatures before yours are not in order",
                                      self->n_doubtful),
                            self->n_doubtful);
  return g_strdup_printf (ngettext ("%u signature before yours, intact",
                                    "%u signatures before yours, intact", self->n_signed),
                          self->n_signed);
}

static void
update (MftReadingStep *self)
{
  g_autofree char *signatures = signatures_words (self);
  g_autofree char *fact = g_strdup_printf (_ ("%u of %u pages shown"), self->shown, self->pages);
  g_autofree char *both = g_strdup_printf ("%s · %s", fact, signatures);
  MftTone tone = self->n_doubtful > 0         ? MFT_TONE_UNSURE
                 : self->shown == self->pages ? MFT_TONE_GOOD
                                              : MFT_TONE_WAITING;

  mft_step_set_state (MFT_STEP (self), tone, both);
}

static void
mft_reading_step_class_init (MftReadingStepClass *klass)
{
  (void) klass;
}

static void
mft_reading_step_init (MftReadingStep *self)
{
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), FALSE);
  update (self);
}

GtkWidget *
mft_reading_step_new (void)
{
  return g_object_new (MFT_TYPE_READING_STEP, "title", _ ("Document read"), NULL);
}

void
mft_reading_step_set_pages (MftReadingStep *self, guint shown, guint pages)
{
  self->shown = shown;
  self->pages = pages;
  update (self);
}

static gboolean
is_doubtful (const MftSignatureReport *signature)
{
  return signature->integrity != MFT_INTEGRITY_INTACT
         || signature->changes_after == MFT_CHANGES_FORBIDDEN
         || signature->coverage == MFT_COVERAGE_PARTIAL;
}

static void
add_signature (MftReadingStep *self, const MftSignatureReport *signature)
{
  g_autofree char *who = mft_sentence_signer (signature);
  g_autofree char *integrity = mft_sentence_integrity (signature);
  g_autofree char *trust = mft_sentence_trust (signature);
  g_autofree char *time = mft_sentence_time (signature);
  g_autofree char *facts = g_strdup_printf ("%s\n%s\n%s", integrity, trust, time);
  gboolean doubtful = is_doubtful (signature);
  MftTone tone = doubtful                                ? MFT_TONE_BAD
                 : signature->trust != MFT_TRUST_TRUSTED ? MFT_TONE_UNSURE
                                                         : MFT_TONE_GOOD;

  self->n_signed++;
  self->n_doubtful += doubtful;
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), mft_fact_row_new_with_tone (tone, who, facts));
}

void
mft_reading_step_set_report (MftReadingStep *self, const MftVerifyReport *report)
{
  self->looked = TRUE;
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state != MFT_SIGNATURE_EMPTY)
        add_signature (self, signature);
    }
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), self->n_signed > 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), self->n_doubtful > 0);
  update (self);
}
