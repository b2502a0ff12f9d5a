/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/wrap/tone.h"

G_BEGIN_DECLS

/* One step of the signing act: its number, or how it stands, and the fact that it comes to. Folded it
 * still states its fact.
 *
 * Signal "changed": what the person chose in it. */
#define MFT_TYPE_STEP (mft_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (MftStep, mft_step, MFT, STEP, AdwExpanderRow)

struct _MftStepClass
{
  AdwExpanderRowClass parent_class;
};

/* While it is MFT_TONE_WAITING its number stands in front. `fact` is plain. */
void mft_step_set_state (MftStep *self, MftTone tone, const char *fact);
void mft_step_set_number (MftStep *self, guint number);
void mft_step_changed (MftStep *self);

/* What steps are made of; titles are plain and translated. All are borrowed. */
AdwComboRow *mft_step_add_combo (MftStep *self, const char *title, const char *const *items);
GtkEditable *mft_step_add_entry (MftStep *self, GType type, const char *title);

/* For what is typed and never shown: nothing is remembered of it, and nothing proposed (BSrE's acceptance
 * form 2d). */
GtkEditable *mft_step_add_private_entry (MftStep *self, const char *title);

GtkWidget *mft_step_add_button (MftStep *self, const char *title, const char *icon,
                                GCallback callback, gpointer data);

/* A row around any widget, named for a screen reader. */
void mft_step_add_widget (MftStep *self, const char *title, GtkWidget *widget);

/* A wrapped line of words; hidden while they are NULL. */
GtkLabel *mft_step_add_words (MftStep *self, const char *title);
void mft_step_words_set (GtkLabel *label, const char *words);

G_END_DECLS
