/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "agreement/lock.h"
#include "agreement/shown.h"

char *
_mft_editor_page_dup_saved_time (MftEditorPage *self)
{
  g_autoptr (GDateTime) utc
      = g_date_time_new_from_unix_utc (mft_working_copy_get_saved_at (self->copy) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%H.%M");
}

static char *
saved_words (MftEditorPage *self)
{
  g_autofree char *time = _mft_editor_page_dup_saved_time (self);

  /* Translators: %s is the time, such as 14.31; it follows the agreement's status. */
  return g_strdup_printf (_ ("· saved %s"), time);
}

void
_mft_editor_page_show_title (MftEditorPage *self)
{
  g_autofree char *title = mft_agreement_dup_title (self->agreement);

  gtk_label_set_text (self->title, title);
}

void
_mft_editor_page_show_state (MftEditorPage *self)
{
  const GError *error = mft_working_copy_get_error (self->copy);
  g_autofree char *words = NULL;

  switch (mft_working_copy_get_state (self->copy))
    {
    case MFT_WORKING_COPY_SAVED:
      words = saved_words (self);
      break;
    case MFT_WORKING_COPY_CHANGED:
      words = g_strdup (_ ("· saving…"));
      break;
    case MFT_WORKING_COPY_FAILED:
      words = g_strdup (_ ("· not saved"));
      break;
    }
  gtk_label_set_text (self->saved_label, words);
  if (error != NULL)
    {
      g_autofree char *why = mft_failure_sentence (error);
      /* Translators: %s is a sentence that says why. */
      g_autofree char *told = g_strdup_printf (
          _ ("The last changes are not saved yet. %s They are kept in this window; save a copy in "
             "another place."),
          why);
      mft_banner_set_title (self->banner, told);
      mft_banner_set_button (self->banner, _ ("_Save a copy…"), "page.save-copy");
    }
  else if (mft_working_copy_is_read_only (self->copy))
    {
      mft_banner_set_title (self->banner,
                            _ ("Your agreements can only be read now: another Mufakat is open, or "
                               "their folder cannot be written. Nothing can be changed here."));
      mft_banner_set_button (self->banner, _ ("_Save a copy…"), "page.save-copy");
    }
  else if (mft_working_copy_get_origin (self->copy) != NULL)
    {
      /* Translators: %s is a file's name. */
      g_autofree char *told
          = g_strdup_printf (_ ("A working copy of “%s”. The file itself is not changed."),
                             mft_working_copy_get_origin (self->copy));
      mft_banner_set_title (self->banner, told);
      mft_banner_set_button (self->banner, self->report != NULL ? _ ("_What was guessed…") : NULL,
                             "page.import-report");
    }
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->banner), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->banner), "warning");
  mft_banner_set_revealed (self->banner, error != NULL || mft_working_copy_is_read_only (self->copy)
                                             || mft_working_copy_get_origin (self->copy) != NULL);
}

void
_mft_editor_page_show_history (MftEditorPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.undo",
                                 mft_agreement_can_undo (self->agreement));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.redo",
                                 mft_agreement_can_redo (self->agreement));
}

/* What the lock forbids is not offered. */
void
_mft_editor_page_show_lock (MftEditorPage *self)
{
  gboolean open = mft_agreement_get_lock (self->agreement) == MFT_LOCK_NONE;

  gtk_widget_set_sensitive (self->tools, open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.restore-version", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.fix", open);
  mft_banner_set_revealed (self->clauses_banner, open && self->changed_clause != NULL);
  _mft_editor_page_show_history (self);
}

/* The next step is blue once nothing stands against it. */
void
_mft_editor_page_show_readiness (MftEditorPage *self)
{
  gboolean ready = mft_fields_pane_get_missing (self->fields) == 0
                   && !mft_findings_pane_has_mistake (self->findings);
  (ready ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->sign_button,
                                                                    "suggested-action");
}
