/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes go into the person's work, each with what was decided about it. */
#include "ui/comparison/comparison-page-private.h"

#include <glib/gi18n.h>

#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

#include "compare/take.h"
#include "report/matrix.h"

/* The work that changes: the older version, into which one accepts; where only the newer one is a work, that
 * one, in which one refuses. */
static MftWorkingCopy *
get_work (MftComparisonPage *self, MftCompared *side)
{
  MftWorkingCopy *left = mft_version_chooser_get_copy (self->left);

  *side = left != NULL ? MFT_COMPARED_LEFT : MFT_COMPARED_RIGHT;
  return left != NULL ? left : mft_version_chooser_get_copy (self->right);
}

void
_mft_comparison_page_load_review (MftComparisonPage *self)
{
  MftCompared side;
  MftWorkingCopy *work = get_work (self, &side);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->review);
  if (work == NULL)
    return;
  self->review = mft_review_load (mft_working_copy_get_agreement (work), &error);
  if (self->review == NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("The notes of this agreement cannot be read"), error);
}

const MftDecision *
_mft_comparison_page_find_decision (const MftChange *change, gpointer data)
{
  MftComparisonPage *self = data;
  MftCompared side;

  return self->review != NULL && get_work (self, &side) != NULL
             ? mft_decision_find (self->review, change, side)
             : NULL;
}

static void
decide (MftComparisonPage *self, const MftChange *change, MftStance stance, const char *note)
{
  MftCompared side;
  MftWorkingCopy *work = get_work (self, &side);
  g_autofree char *key = mft_change_dup_key (change, side);

  if (self->review == NULL)
    return;
  mft_review_decide (self->review, key, stance, note, g_get_real_name ());
  mft_review_record (self->review, key,
                     change->left != NULL ? change->left->path : change->right->path,
                     change->left != NULL ? change->left->text : "",
                     change->right != NULL ? change->right->text : "");
  mft_review_save (self->review, mft_working_copy_get_agreement (work));
  mft_working_copy_touch (work);
}

/* --- the bar below the list ------------------------------------------------------------------------- */

void
_mft_comparison_page_show_selected (MftComparisonPage *self)
{
  const MftChange *change = _mft_comparison_page_get_change (self);
  gboolean changed = change != NULL && change->class != MFT_CHANGE_SAME;
  const MftDecision *decision = changed ? _mft_comparison_page_find_decision (change, self) : NULL;
  const MftVersion *version = !changed                ? NULL
                              : change->right != NULL ? change->right
                                                      : change->left;

  gtk_widget_set_visible (self->decision_bar, self->review != NULL);
  gtk_widget_set_sensitive (self->decision, changed);
  gtk_label_set_text (self->chosen_path, version != NULL ? version->path : _ ("Select a change"));
  gtk_editable_set_text (GTK_EDITABLE (self->note), decision != NULL ? decision->note : "");
}

void
_mft_comparison_page_save_note (MftComparisonPage *self)
{
  const MftChange *change = _mft_comparison_page_get_change (self);
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));

  if (change == NULL || change->class == MFT_CHANGE_SAME || self->review == NULL)
    return;
  const MftDecision *decision = _mft_comparison_page_find_decision (change, self);
  if (g_strcmp0 (decision != NULL ? decision->note : "", note) == 0)
    return;
  decide (self, change, decision != NULL ? decision->stance : MFT_STANCE_NONE, note);
  _mft_comparison_page_refresh (self);
}

static void
note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  gtk_widget_grab_focus (GTK_WIDGET (MFT_COMPARISON_PAGE (widget)->note));
}

/* Enter: the note is kept, and the person back at the change. */
void
_mft_comparison_page_end_note (MftComparisonPage *self)
{
  _mft_comparison_page_save_note (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* --- accepting and refusing -------------------------------------------------------------------------- */

typedef enum
{
  SCOPE_ONE,
  SCOPE_PASAL,
  SCOPE_ALL,
} Scope;

static GPtrArray *
list_changes (MftComparisonPage *self, Scope scope)
{
  const MftChange *chosen = _mft_comparison_page_get_change (self);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < mft_comparison_n_changes (self->comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (self->comparison, i);
      gboolean meant = scope == SCOPE_ALL || change == chosen
                       || (scope == SCOPE_PASAL && chosen != NULL
                           && g_strcmp0 (change->article, chosen->article) == 0);
      if (meant && change->class != MFT_CHANGE_SAME)
        g_ptr_array_add (list, (gpointer) change);
    }
  return list;
}

/* Accepting changes the older version, refusing the newer one; the other way round the text is as wanted
 * already. Either is remembered. */
static void
settle (MftComparisonPage *self, Scope scope, MftStance stance)
{
  MftCompared side;
  MftWorkingCopy *work = get_work (self, &side);
  g_autoptr (GPtrArray) changes = self->comparison != NULL ? list_changes (self, scope) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean edits = (stance == MFT_STANCE_AGREE) == (side == MFT_COMPARED_LEFT);

  if (work == NULL || self->review == NULL || changes == NULL || changes->len == 0)
    return;
  MftAgreement *other
      = mft_version_chooser_get_agreement (side == MFT_COMPARED_LEFT ? self->right : self->left);
  MftAgreement *agreement = mft_working_copy_get_agreement (work);
  gboolean done
      = !edits || stance == MFT_STANCE_DISCUSS
        || (scope == SCOPE_ALL ? mft_take_all (agreement, other, &error)
                               : mft_take_changes (agreement, side, other, changes, &error));
  if (!done)
    {
      mft_tell (GTK_WIDGET (self), _ ("This change cannot be taken alone"),
                _ ("It hangs together with others. Take the whole Pasal, or everything."));
      return;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const MftDecision *before
          = _mft_comparison_page_find_decision (g_ptr_array_index (changes, i), self);
      g_autofree char *note = g_strdup (before != NULL ? before->note : "");
      decide (self, g_ptr_array_index (changes, i), stance, note);
    }
  if (edits && stance != MFT_STANCE_DISCUSS)
    {
      mft_toast (GTK_WIDGET (self), _ ("The work was changed; Ctrl+Z takes it back"));
      _mft_comparison_page_compare (self);
    }
  _mft_comparison_page_refresh (self);
}

static void
accept_cb (GtkWidget *widget, const char *action, GVariant *scope)
{
  (void) action;
  settle (MFT_COMPARISON_PAGE (widget), (Scope) g_variant_get_int32 (scope), MFT_STANCE_AGREE);
}

static void
refuse_cb (GtkWidget *widget, const char *action, GVariant *scope)
{
  (void) action;
  settle (MFT_COMPARISON_PAGE (widget), (Scope) g_variant_get_int32 (scope), MFT_STANCE_REFUSE);
}

static void
discuss_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  settle (MFT_COMPARISON_PAGE (widget), SCOPE_ONE, MFT_STANCE_DISCUSS);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftComparisonPage *self = MFT_COMPARISON_PAGE (widget);
  MftCompared side;
  MftWorkingCopy *work = get_work (self, &side);

  (void) action;
  (void) parameter;
  if (work != NULL && mft_agreement_undo (mft_working_copy_get_agreement (work)))
    _mft_comparison_page_compare (self);
}

void
_mft_comparison_page_install_take_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.accept", "i", accept_cb);
  gtk_widget_class_install_action (widget_class, "comparison.refuse", "i", refuse_cb);
  gtk_widget_class_install_action (widget_class, "comparison.discuss", NULL, discuss_cb);
  gtk_widget_class_install_action (widget_class, "comparison.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "comparison.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "comparison.accept", "i", SCOPE_ONE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK,
                                       "comparison.refuse", "i", SCOPE_ONE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK,
                                       "comparison.discuss", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "comparison.note",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "comparison.undo",
                                       NULL);
}
