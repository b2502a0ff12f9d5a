/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "agreement/lock.h"
#include "template/clause.h"
#include "template/own-clauses.h"
#include "ui/clauses/clauses-window.h"
#include "ui/wrap/toasts.h"

/* --- what reads differently in the library by now ------------------------------------------------ */

static char *
dup_changes_told (const MftClauseLibrary *library, GPtrArray *changed)
{
  if (changed->len == 1)
    return g_strdup_printf (
        /* Translators: %s is the name of a clause. */
        _ ("The library says the clause “%s” in other words by now. This text stays as it is."),
        mft_clause_library_get (library, changed->pdata[0])->title);
  return g_strdup_printf (
      _ ("The library says %u clauses of this agreement in other words by now. This text stays as "
         "it is."),
      changed->len);
}

/* Offered, never forced; and not at all where nothing can be changed any more. A library that cannot be
 * read is told where it is opened; that takes a tenth of opening an agreement, so not without need. */
void
_mft_editor_page_show_clause_changes (MftEditorPage *self)
{
  gboolean open = mft_agreement_get_lock (self->agreement) == MFT_LOCK_NONE;

  g_clear_pointer (&self->changed_clause, g_free);
  mft_banner_set_revealed (self->clauses_banner, FALSE);
  if (!mft_clause_is_remembered (self->agreement))
    return;
  g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (NULL);
  g_autoptr (GPtrArray) changed = mft_clause_list_changed (self->agreement, library);
  if (changed->len == 0)
    return;
  g_autofree char *told = dup_changes_told (library, changed);
  self->changed_clause = g_strdup (changed->pdata[0]);
  mft_banner_set_title (self->clauses_banner, told);
  mft_banner_set_button (self->clauses_banner, _ ("_Look at it…"), "page.changed-clauses");
  mft_banner_set_revealed (self->clauses_banner, open);
}

/* --- the library beside the text ----------------------------------------------------------------- */

static void
inserted_cb (MftEditorPage *self, const char *id)
{
  MftBlock *pasal = mft_agreement_get_block (self->agreement, id);
  g_autofree char *path = pasal != NULL ? mft_block_dup_path (pasal) : NULL;

  if (path == NULL)
    return;
  /* Translators: %s is a place in the text, such as Pasal 7. */
  g_autofree char *told = g_strdup_printf (_ ("It stands in %s."), path);
  mft_toast_with_action (GTK_WIDGET (self), told, _ ("Undo"), "page.undo");
  mft_sync_go_to (mft_paper_get_sync (self->paper), id, 0);
}

/* `clause`: the one to look at first, or NULL. */
static void
present_library (MftEditorPage *self, const char *clause)
{
  const char *current = mft_sync_get_current (mft_paper_get_sync (self->paper));
  MftClausesWindow *window
      = mft_clauses_window_new (_mft_editor_page_get_window (self), self->agreement, current);

  if (clause != NULL)
    mft_clauses_window_select (window, clause);
  g_signal_connect_object (window, "inserted", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "destroy", G_CALLBACK (_mft_editor_page_show_clause_changes),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
clauses_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  MftBlock *block = _mft_editor_page_get_block (self);

  present_library (self, block != NULL ? mft_clause_of_block (block, NULL) : NULL);
}

static void
changed_clauses_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                    GVariant *parameter G_GNUC_UNUSED)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);

  present_library (self, self->changed_clause);
}

void
_mft_editor_page_install_clause_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.clauses", NULL, clauses_cb);
  gtk_widget_class_install_action (widget_class, "page.changed-clauses", NULL, changed_clauses_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "page.clauses",
                                       NULL);
}
