/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a comparison is given to others as: a matrix, a marked text, a message. */
#include "ui/comparison/comparison-page-private.h"

#include <glib/gi18n.h>

#include "ui/comparison/matrix-dialog.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/toasts.h"

#include "base/safe-file.h"
#include "report/comparison-file.h"
#include "report/comparison.h"
#include "typeset/pages.h"

static gboolean
save (MftComparisonPage *self, const char *path, MftComparisonForm form,
      const MftMatrixChoice *choice, GError **error)
{
  MftAgreement *right = mft_version_chooser_get_agreement (self->right);
  g_autoptr (GDateTime) date = mft_typeset_date (right, NULL);
  g_autofree char *title = g_strdup_printf ("%s – %s", mft_version_chooser_get_name (self->left),
                                            mft_version_chooser_get_name (self->right));
  MftMatrixOptions options
      = { .kind = choice->kind,
          .columns = choice->columns,
          .unchanged = choice->unchanged,
          .hidden = self->hidden,
          .title = title,
          .decision = _mft_comparison_page_find_decision,
          .data = self,
          .decisions = self->review != NULL ? mft_review_decisions (self->review) : NULL };
  g_autoptr (GBytes) bytes
      = mft_comparison_write (self->comparison, form, &options, path, date, error);

  return bytes != NULL
         && mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                TRUE, error);
}

static void
write_to (MftComparisonPage *self, GFile *file, MftComparisonForm form,
          const MftMatrixChoice *choice)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->comparison == NULL)
    return;
  if (!mft_comparison_can_write (path, form))
    mft_tell (GTK_WIDGET (self), _ ("The comparison cannot be saved under this name"),
              form == MFT_COMPARISON_MATRIX
                  ? _ ("Choose a name that ends in .pdf, .docx, .xlsx, .html or .csv.")
                  : _ ("Choose a name that ends in .pdf or .docx."));
  else if (save (self, path, form, choice, &error))
    mft_toast (GTK_WIDGET (self), _ ("Saved"));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The comparison cannot be saved"), error);
}

/* What is being saved while the person chooses a name. */
typedef struct
{
  MftComparisonPage *page;
  MftComparisonForm form;
  MftMatrixChoice choice; /* of a matrix */
} Saving;

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (MftComparisonPage) self = saving->page;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);

  (void) source;
  write_to (self, file, saving->form, &saving->choice);
}

static void
ask_name (MftComparisonPage *self, MftComparisonForm form, const MftMatrixChoice *choice)
{
  gboolean redline = form == MFT_COMPARISON_REDLINE;
  MftFileKinds kinds = MFT_FILE_PDF | MFT_FILE_WORD | (redline ? 0 : MFT_FILE_TABLE);
  Saving *saving = g_new (Saving, 1);

  saving->page = g_object_ref (self);
  saving->form = form;
  saving->choice = *choice;
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              redline ? _ ("Save the marked text") : _ ("Save the matrix"), kinds,
                              redline ? _ ("marked-text.docx") : _ ("matrix.pdf"), named_cb,
                              saving);
}

static void
matrix_chosen_cb (const MftMatrixChoice *choice, gpointer data)
{
  ask_name (data, MFT_COMPARISON_MATRIX, choice);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftComparisonPage *self = MFT_COMPARISON_PAGE (widget);
  const char *what = g_variant_get_string (parameter, NULL);
  const MftMatrixChoice none = { 0 };

  (void) action;
  if (self->comparison == NULL)
    return;
  if (g_str_equal (what, "redline"))
    ask_name (self, MFT_COMPARISON_REDLINE, &none);
  else
    mft_matrix_dialog_ask (GTK_WINDOW (gtk_widget_get_root (widget)),
                           g_str_equal (what, "discussion") ? MFT_MATRIX_DISCUSSION
                                                            : MFT_MATRIX_CHANGES,
                           matrix_chosen_cb, G_OBJECT (self));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftComparisonPage *self = MFT_COMPARISON_PAGE (widget);

  (void) action;
  (void) parameter;
  if (self->comparison == NULL)
    return;
  g_autofree char *message = mft_comparison_message (self->comparison);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), message);
  mft_toast (widget, _ ("The summary was copied"));
}

/* --- dropped files ---------------------------------------------------------------------------------------- */

/* Two become both versions, in their order; one the version that it was dropped on. */
static gboolean
drop_cb (MftComparisonPage *self, const GValue *value, double x)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  gboolean both = files != NULL && files->next != NULL;
  gboolean on_left = x < gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;

  if (files == NULL)
    return FALSE;
  mft_version_chooser_open (both || on_left ? self->left : self->right, files->data);
  if (both)
    mft_version_chooser_open (self->right, files->next->data);
  return TRUE;
}

void
_mft_comparison_page_add_drop (MftComparisonPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

void
_mft_comparison_page_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "comparison.copy-summary", NULL, copy_cb);
}
