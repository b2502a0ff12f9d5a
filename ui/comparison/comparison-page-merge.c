/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both parties changed since a version they had in common, joined in the person's work. */
#include "ui/comparison/comparison-page-private.h"

#include <glib/gi18n.h>

#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/label.h"
#include "ui/wrap/toasts.h"

#include "compare/merge.h"

/* The conflicts of a merge while the person settles them. */
typedef struct
{
  MftAgreement *theirs;
  GPtrArray *conflicts;      /* of MftConflict */
  GPtrArray *theirs_buttons; /* of GtkCheckButton, one a conflict; borrowed */
} Settling;

static void
settling_free (gpointer data)
{
  Settling *settling = data;

  g_object_unref (settling->theirs);
  g_ptr_array_unref (settling->conflicts);
  g_ptr_array_unref (settling->theirs_buttons);
  g_free (settling);
}

static void
show_result (MftComparisonPage *self, MftWorkingCopy *work)
{
  mft_working_copy_touch (work);
  mft_toast (GTK_WIDGET (self), _ ("The changes of both are in the work; Ctrl+Z takes it back"));
  _mft_comparison_page_compare (self);
}

/* --- settling ------------------------------------------------------------------------------------------- */

static void
settled_cb (MftAsk *ask, gboolean accepted, MftComparisonPage *self)
{
  Settling *settling = g_object_get_data (G_OBJECT (ask), "mft-settling");
  MftWorkingCopy *work = mft_version_chooser_get_copy (self->left);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < settling->conflicts->len; i++)
    if (gtk_check_button_get_active (settling->theirs_buttons->pdata[i]))
      g_ptr_array_add (taken, settling->conflicts->pdata[i]);
  if (!accepted || work == NULL || taken->len == 0)
    return;
  if (mft_merge_take_theirs (mft_working_copy_get_agreement (work), settling->theirs, taken,
                             &error))
    show_result (self, work);
  else
    mft_tell_error (GTK_WIDGET (self), _ ("This cannot be taken over"), error);
}

static void
add_text (GtkWidget *box, const char *title, const char *text)
{
  GtkWidget *label = mft_label_new (text != NULL ? text : _ ("(not there)"), NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), mft_label_new (title, "quiet-caption"));
  gtk_box_append (GTK_BOX (box), label);
}

/* Three texts and which of two to keep. Returns the button for theirs. */
static GtkWidget *
add_conflict (GtkWidget *list, const MftConflict *conflict)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *path = gtk_label_new (conflict->path);
  GtkWidget *ours = gtk_check_button_new_with_label (_ ("Keep ours"));
  GtkWidget *theirs = gtk_check_button_new_with_label (_ ("Take theirs"));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_label_set_xalign (GTK_LABEL (path), 0);
  gtk_widget_add_css_class (path, "heading");
  gtk_box_append (GTK_BOX (box), path);
  add_text (box, _ ("In common"), conflict->base);
  add_text (box, _ ("Ours"), conflict->ours);
  add_text (box, _ ("Theirs"), conflict->theirs);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (ours));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ours), TRUE);
  gtk_box_append (GTK_BOX (buttons), ours);
  gtk_box_append (GTK_BOX (buttons), theirs);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "article-summary");
  gtk_list_box_append (GTK_LIST_BOX (list), box);
  return theirs;
}

/* Takes `conflicts` over. */
static void
ask_about (MftComparisonPage *self, MftAgreement *theirs, GPtrArray *conflicts)
{
  GtkWidget *list = gtk_list_box_new ();
  Settling *settling = g_new (Settling, 1);
  g_autofree char *heading = g_strdup_printf (
      ngettext ("%u place was changed by both", "%u places were changed by both", conflicts->len),
      conflicts->len);

  settling->theirs = g_object_ref (theirs);
  settling->conflicts = conflicts;
  settling->theirs_buttons = g_ptr_array_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < conflicts->len; i++)
    g_ptr_array_add (settling->theirs_buttons, add_conflict (list, conflicts->pdata[i]));
  MftAsk *ask = mft_ask_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                             _ ("Everything else is joined already. Where both changed the same "
                                "words, choose which stand."),
                             _ ("_Settle"), list);
  g_object_set_data_full (G_OBJECT (ask), "mft-settling", settling, settling_free);
  g_signal_connect_object (ask, "answered", G_CALLBACK (settled_cb), self, 0);
  mft_ask_set_ready (ask, TRUE);
  gtk_window_present (GTK_WINDOW (ask));
}

/* --- the version in common ------------------------------------------------------------------------------ */

static void
based_cb (MftAsk *ask, gboolean accepted, MftComparisonPage *self)
{
  MftVersionChooser *chooser = g_object_get_data (G_OBJECT (ask), "mft-base");
  MftAgreement *base = mft_version_chooser_get_agreement (chooser);
  MftAgreement *theirs = mft_version_chooser_get_agreement (self->right);
  MftWorkingCopy *work = mft_version_chooser_get_copy (self->left);
  g_autoptr (GError) error = NULL;

  if (!accepted || base == NULL || theirs == NULL || work == NULL)
    return;
  GPtrArray *conflicts = mft_merge (base, mft_working_copy_get_agreement (work), theirs, &error);
  if (conflicts == NULL)
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The two cannot be joined"), error);
      return;
    }
  show_result (self, work);
  if (conflicts->len > 0)
    ask_about (self, theirs, conflicts);
  else
    g_ptr_array_unref (conflicts);
}

static void
base_chosen_cb (MftVersionChooser *chooser, MftAsk *ask)
{
  mft_ask_set_ready (ask, mft_version_chooser_get_agreement (chooser) != NULL);
}

static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftComparisonPage *self = MFT_COMPARISON_PAGE (widget);

  (void) action;
  (void) parameter;
  if (mft_version_chooser_get_copy (self->left) == NULL
      || mft_version_chooser_get_agreement (self->right) == NULL
      || mft_version_chooser_is_passage (self->right))
    {
      mft_toast (widget, _ ("Choose an agreement of your own on the left and theirs on the right"));
      return;
    }
  GtkWidget *chooser = g_object_new (MFT_TYPE_VERSION_CHOOSER, NULL);
  mft_version_chooser_set_role (MFT_VERSION_CHOOSER (chooser), _ ("What both started from"));
  MftAsk *ask
      = mft_ask_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Join both sides' changes"),
                     _ ("Choose the version that was sent: what the other side changed since "
                        "then comes into your agreement; what you changed stays."),
                     _ ("_Join"), chooser);
  g_object_set_data (G_OBJECT (ask), "mft-base", chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (base_chosen_cb), ask, 0);
  g_signal_connect_object (ask, "answered", G_CALLBACK (based_cb), self, 0);
  gtk_window_present (GTK_WINDOW (ask));
}

void
_mft_comparison_page_install_merge_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.merge", NULL, merge_cb);
}
