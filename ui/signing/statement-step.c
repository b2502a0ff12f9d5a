/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/statement-step.h"

#include <glib/gi18n.h>

#include "ui/wrap/label.h"

#define TITLES_HEIGHT 110

struct _MftStatementStep
{
  MftStep parent_instance;

  /* Borrowed */
  AdwComboRow *basis;
  GtkEditable *told_by;
  GtkCheckButton *check;
  GtkLabel *words;
  GtkLabel *titles; /* NULL: one document */
};

G_DEFINE_FINAL_TYPE (MftStatementStep, mft_statement_step, MFT_TYPE_STEP)

/* The words of PP 71/2019 Ps 62(3), with the basis in them. Owned by the caller. */
static char *
statement (MftStatementStep *self)
{
  const char *who = mft_statement_step_get_told_by (self);

  switch (mft_statement_step_get_basis (self))
    {
    case MFT_BASIS_PAPER:
      return g_strdup (_ ("I know and understand the contents after reading a printed copy, and "
                          "agree to sign electronically."));
    case MFT_BASIS_EXPLANATION:
      /* Translators: %s is a person's name. */
      return g_strdup_printf (_ ("I know and understand the contents after they were explained to "
                                 "me by %s, and agree to sign electronically."),
                              who[0] != '\0' ? who : "…");
    case MFT_BASIS_SCREEN:
    case MFT_BASIS_COMMAND:
      break;
    }
  return g_strdup (_ ("I know and understand the contents after reading them on the screen, and "
                      "agree to sign electronically."));
}

static void
update (MftStatementStep *self)
{
  g_autofree char *words = statement (self);
  g_autofree char *whole
      = self->titles != NULL ? g_strdup_printf ("%s\n%s", words, gtk_label_get_text (self->titles))
                             : g_strdup (words);
  gboolean made = mft_statement_step_is_made (self);

  gtk_widget_set_visible (GTK_WIDGET (self->told_by),
                          mft_statement_step_get_basis (self) == MFT_BASIS_EXPLANATION);
  gtk_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  whole, -1);
  mft_step_set_state (MFT_STEP (self), made ? MFT_TONE_GOOD : MFT_TONE_WAITING,
                      made ? _ ("You state that you know and understand the document")
                           : _ ("That you know and understand the document"));
}

static void
mft_statement_step_class_init (MftStatementStepClass *klass)
{
  (void) klass;
}

static void
mft_statement_step_init (MftStatementStep *self)
{
  const char *const bases[] = { _ ("reading on the screen"), _ ("reading a printed copy"),
                                _ ("an explanation by somebody"), NULL };

  self->words = GTK_LABEL (mft_label_new (NULL, NULL));
  self->basis = mft_step_add_combo (MFT_STEP (self), _ ("You know it from"), bases);
  self->told_by = mft_step_add_entry (MFT_STEP (self), ADW_TYPE_ENTRY_ROW, _ ("Who explained it"));
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_check_button_set_child (self->check, GTK_WIDGET (self->words));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (mft_step_changed), self,
                           G_CONNECT_SWAPPED);
  mft_step_add_widget (MFT_STEP (self), _ ("Statement"), GTK_WIDGET (self->check));
  g_signal_connect (self, "changed", G_CALLBACK (update), NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  update (self);
}

GtkWidget *
mft_statement_step_new (void)
{
  return g_object_new (MFT_TYPE_STATEMENT_STEP, "title", _ ("Statement"), NULL);
}

/* Under the statement, in a box of their own: what comes after them stays in sight. */
static void
add_titles (MftStatementStep *self)
{
  GtkWidget *scrolled
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                      "max-content-height", TITLES_HEIGHT, "propagate-natural-height", TRUE, NULL);

  self->titles = GTK_LABEL (mft_label_new (NULL, NULL));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->titles));
  mft_step_add_widget (MFT_STEP (self), _ ("Documents"), scrolled);
}

void
mft_statement_step_set_titles (MftStatementStep *self, const char *const *titles)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; titles[i] != NULL; i++)
    g_string_append_printf (all, "%s%u. %s", i > 0 ? "\n" : "", i + 1, titles[i]);
  if (self->titles == NULL)
    add_titles (self);
  gtk_label_set_text (self->titles, all->str);
  update (self);
}

gboolean
mft_statement_step_is_made (MftStatementStep *self)
{
  return gtk_check_button_get_active (self->check)
         && (mft_statement_step_get_basis (self) != MFT_BASIS_EXPLANATION
             || mft_statement_step_get_told_by (self)[0] != '\0');
}

MftBasis
mft_statement_step_get_basis (MftStatementStep *self)
{
  return (MftBasis) MIN (adw_combo_row_get_selected (self->basis), MFT_BASIS_EXPLANATION);
}

const char *
mft_statement_step_get_told_by (MftStatementStep *self)
{
  return mft_statement_step_get_basis (self) == MFT_BASIS_EXPLANATION
             ? gtk_editable_get_text (self->told_by)
             : "";
}

void
mft_statement_step_withdraw (MftStatementStep *self)
{
  gtk_check_button_set_active (self->check, FALSE);
}

void
mft_statement_step_ask (MftStatementStep *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->check));
}
