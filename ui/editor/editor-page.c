/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/editor-page.h"

#include <glib/gi18n.h>

#include "agreement/bundle.h"
#include "agreement/shown.h"
#include "ui/editor/fields-pane.h"
#include "ui/editor/find-bar.h"
#include "ui/editor/findings-pane.h"
#include "ui/editor/import-window.h"
#include "ui/editor/outline.h"
#include "ui/editor/paper.h"
#include "ui/export/export-pdf.h"
#include "ui/preview/preview-pane.h"
#include "ui/wrap/banner.h"
#include "ui/wrap/confirm.h"
#include "act/failure.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/settings.h"
#include "ui/wrap/toasts.h"

struct _MftEditorPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  MftBanner *banner;
  AdwFlap *outline_flap;
  AdwFlap *panel_flap;
  MftOutline *outline;
  MftPaper *paper;
  MftFindBar *find_bar;
  AdwViewStack *panels;
  AdwViewStackPage *fields_page;
  MftFieldsPane *fields;
  MftPreviewPane *preview;
  AdwViewStackPage *findings_page;
  MftFindingsPane *findings;
  GtkWidget *sign_button;

  /* Owned */
  MftWorkingCopy *copy;
  MftAgreement *agreement;
  gboolean abandoned;      /* the person goes without the last changes */
  MftImportReport *report; /* NULL: not imported, or nothing to look at */
};

G_DEFINE_FINAL_TYPE (MftEditorPage, mft_editor_page, ADW_TYPE_BIN)

static char *
saved_words (MftWorkingCopy *copy)
{
  g_autoptr (GDateTime) utc
      = g_date_time_new_from_unix_utc (mft_working_copy_get_saved_at (copy) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *time = g_date_time_format (local, "%H.%M");

  /* Translators: %s is the time, such as 14.31. */
  return g_strdup_printf (_ ("Draft · saved at %s"), time);
}

static void
show_title (MftEditorPage *self)
{
  g_autofree char *title = mft_agreement_dup_title (self->agreement);

  adw_window_title_set_title (self->title, title);
}

static void
show_state (MftEditorPage *self)
{
  const GError *error = mft_working_copy_get_error (self->copy);
  g_autofree char *words = NULL;

  switch (mft_working_copy_get_state (self->copy))
    {
    case MFT_WORKING_COPY_SAVED:
      words = saved_words (self->copy);
      break;
    case MFT_WORKING_COPY_CHANGED:
      words = g_strdup (_ ("Draft · saving…"));
      break;
    case MFT_WORKING_COPY_FAILED:
      words = g_strdup (_ ("Draft · not saved"));
      break;
    }
  adw_window_title_set_subtitle (self->title, words);
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
  mft_banner_set_revealed (self->banner,
                           error != NULL || mft_working_copy_get_origin (self->copy) != NULL);
}

static void
show_history (MftEditorPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.undo",
                                 mft_agreement_can_undo (self->agreement));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.redo",
                                 mft_agreement_can_redo (self->agreement));
}

/* The next step is blue once nothing stands against it. */
static void
show_readiness (MftEditorPage *self)
{
  gboolean ready = mft_fields_pane_get_missing (self->fields) == 0
                   && !mft_findings_pane_has_mistake (self->findings);
  (ready ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->sign_button,
                                                                    "suggested-action");
}

static void
missing_cb (MftEditorPage *self)
{
  guint missing = mft_fields_pane_get_missing (self->fields);
  /* Translators: the blanks of an agreement, and how many are missing. */
  g_autofree char *title
      = missing > 0 ? g_strdup_printf (_ ("Fields %u"), missing) : g_strdup (_ ("Fields"));

  adw_view_stack_page_set_title (self->fields_page, title);
  show_readiness (self);
}

static void
checked_cb (MftEditorPage *self)
{
  GPtrArray *findings = mft_findings_pane_get_findings (self->findings);
  /* Translators: what the rules found in the text, and how many. */
  g_autofree char *title = findings->len > 0
                               ? g_strdup_printf (_ ("Check results %u"), findings->len)
                               : g_strdup (_ ("Check results"));

  adw_view_stack_page_set_title (self->findings_page, title);
  show_readiness (self);
  mft_sync_mark_findings (mft_paper_get_sync (self->paper), findings);
}

static void
go_cb (MftEditorPage *self, const char *id)
{
  mft_sync_go_to (mft_paper_get_sync (self->paper), id, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
go_to_finding_cb (MftEditorPage *self, const char *id, guint offset)
{
  mft_sync_go_to (mft_paper_get_sync (self->paper), id, offset);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
current_cb (MftEditorPage *self)
{
  const char *current = mft_sync_get_current (mft_paper_get_sync (self->paper));

  mft_outline_set_current (self->outline, current);
  mft_preview_pane_set_current (self->preview, current);
}

static void
next_finding_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);

  (void) action;
  (void) parameter;
  mft_findings_pane_go_next (self->findings,
                             mft_sync_get_current (mft_paper_get_sync (self->paper)));
}

/* The first fix for the block with the cursor. */
static void
fix_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  GPtrArray *findings = mft_findings_pane_get_findings (self->findings);
  const char *current = mft_sync_get_current (mft_paper_get_sync (self->paper));

  (void) action;
  (void) parameter;
  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      if (finding->fix != NULL && g_strcmp0 (finding->block_id, current) == 0)
        {
          mft_check_fix (self->agreement, finding, NULL);
          return;
        }
    }
  gtk_widget_error_bell (widget);
}

static void
history_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);

  (void) parameter;
  if (g_str_equal (action, "page.undo"))
    mft_agreement_undo (self->agreement);
  else
    mft_agreement_redo (self->agreement);
}

/* The buttons over the text do what the keys do in it. */
static void
shape_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  GtkWidget *paper = GTK_WIDGET (MFT_EDITOR_PAGE (widget)->paper);

  (void) action;
  gtk_widget_activate_action (paper, g_variant_get_string (name, NULL), NULL);
  gtk_widget_grab_focus (paper);
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_find_bar_open (MFT_FIND_BAR (MFT_EDITOR_PAGE (widget)->find_bar));
}

static void
panel_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);

  (void) action;
  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  adw_view_stack_set_visible_child_name (self->panels, g_variant_get_string (name, NULL));
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->panels), GTK_DIR_TAB_FORWARD);
}

static void
field_cb (MftEditorPage *self, const char *id)
{
  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  adw_view_stack_set_visible_child_name (self->panels, "fields");
  mft_fields_pane_go_to (self->fields, id);
}

static void
flap_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  AdwFlap *flap = g_str_equal (action, "page.outline") ? self->outline_flap : self->panel_flap;

  (void) parameter;
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/* A pane that closed because the window is narrow comes back in a wide one. */
static void
pane_cb (MftEditorPage *self, GParamSpec *pspec, AdwFlap *flap)
{
  g_autoptr (GSettings) settings = mft_settings_new ();

  (void) pspec;
  if (!adw_flap_get_folded (flap))
    g_settings_set_boolean (settings, flap == self->outline_flap ? "show-structure" : "show-panels",
                            adw_flap_get_reveal_flap (flap));
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (MftBundle) bundle = mft_bundle_new (self->agreement);
  g_autoptr (GError) error = NULL;

  (void) source;
  if (path == NULL)
    return;
  if (mft_bundle_save (bundle, path, TRUE, &error))
    mft_toast (GTK_WIDGET (self), _ ("A copy was saved."));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The copy could not be saved"), error);
}

static void
import_report_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);

  (void) action;
  (void) parameter;
  if (self->report != NULL)
    mft_import_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->report);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = mft_export_pdf_finish (result, &error);

  (void) data;
  /* The person has left the page meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!saved)
    mft_tell_error (GTK_WIDGET (self), _ ("The PDF could not be made"), error);
  else if (mft_export_is_draft (self->agreement))
    mft_toast (GTK_WIDGET (self),
               _ ("Saved as a draft: required fields are still empty, it cannot be signed."));
  else
    mft_toast (GTK_WIDGET (self), _ ("The PDF was saved."));
}

/* The pages are there: on to the signing act. */
static void
made_for_signing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = data;
  g_autoptr (GError) error = NULL;

  if (mft_export_pdf_finish (result, &error))
    gtk_widget_activate_action (GTK_WIDGET (source), "win.sign-file", "s", path);
  else
    mft_tell_error (GTK_WIDGET (source), _ ("The PDF could not be made"), error);
}

static void
sign_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);
  char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (MftJob) job = mft_job_new (NULL);

  (void) source;
  if (path != NULL)
    mft_export_pdf_async (self->agreement, path, job, self, made_for_signing_cb, path);
}

/* What is signed are pages in a file; a draft has no fields for it. */
static void
sign_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  g_autofree char *name = mft_export_suggest_name (self->agreement);

  (void) action;
  (void) parameter;
  if (mft_export_is_draft (self->agreement))
    mft_tell (widget, _ ("Not ready to be signed"),
              _ ("Required fields are still empty. Fill them in under Fields, then sign."));
  else
    mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                                _ ("Where to keep the PDF that is signed"), MFT_FILE_PDF, name,
                                sign_place_chosen_cb, g_object_ref (widget));
}

static void
pdf_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (MftJob) job = mft_job_new (NULL);

  (void) source;
  if (path != NULL)
    mft_export_pdf_async (self->agreement, path, job, self, exported_cb, NULL);
}

static void
export_pdf_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = mft_export_suggest_name (MFT_EDITOR_PAGE (widget)->agreement);

  (void) action;
  (void) parameter;
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save as PDF"),
                              MFT_FILE_PDF, name, pdf_chosen_cb, g_object_ref (widget));
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save a copy"),
                              MFT_FILE_AGREEMENT, _ ("agreement.pks"), copy_chosen_cb,
                              g_object_ref (widget));
}

/* --- the widget ---------------------------------------------------------------------------------- */

static gboolean
mft_editor_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MFT_EDITOR_PAGE (widget)->paper));
}

static void
mft_editor_page_dispose (GObject *object)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (object);

  g_clear_object (&self->copy);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->report, mft_import_report_free);
  G_OBJECT_CLASS (mft_editor_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control, "page.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control | GDK_SHIFT_MASK,
                                       "page.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control, "page.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "page.outline", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, control, "page.panels", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, control, "page.panel", "s",
                                       "preview");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, control, "page.panel", "s",
                                       "fields");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, control, "page.panel", "s",
                                       "findings");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "page.next-finding", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, control, "page.fix", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, control, "page.export-pdf", NULL);
}

static void
mft_editor_page_class_init (MftEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_editor_page_dispose;
  widget_class->grab_focus = mft_editor_page_grab_focus;

  g_type_ensure (MFT_TYPE_BANNER);
  g_type_ensure (MFT_TYPE_FIELDS_PANE);
  g_type_ensure (MFT_TYPE_FIND_BAR);
  g_type_ensure (MFT_TYPE_FINDINGS_PANE);
  g_type_ensure (MFT_TYPE_OUTLINE);
  g_type_ensure (MFT_TYPE_PAPER);
  g_type_ensure (MFT_TYPE_PREVIEW_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/editor/editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, title);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, banner);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, panel_flap);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, outline);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, paper);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, panels);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, fields_page);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, fields);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, preview);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, findings_page);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, findings);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, sign_button);
  gtk_widget_class_bind_template_callback (widget_class, field_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, missing_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);

  gtk_widget_class_install_action (widget_class, "page.undo", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "page.redo", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "page.shape", "s", shape_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "page.panel", "s", panel_cb);
  gtk_widget_class_install_action (widget_class, "page.outline", NULL, flap_cb);
  gtk_widget_class_install_action (widget_class, "page.panels", NULL, flap_cb);
  gtk_widget_class_install_action (widget_class, "page.next-finding", NULL, next_finding_cb);
  gtk_widget_class_install_action (widget_class, "page.fix", NULL, fix_cb);
  gtk_widget_class_install_action (widget_class, "page.import-report", NULL, import_report_cb);
  gtk_widget_class_install_action (widget_class, "page.export-pdf", NULL, export_pdf_cb);
  gtk_widget_class_install_action (widget_class, "page.sign", NULL, sign_cb);
  gtk_widget_class_install_action (widget_class, "page.save-copy", NULL, save_copy_cb);
  add_keys (widget_class);
}

static void
mft_editor_page_init (MftEditorPage *self)
{
  g_autoptr (GSettings) settings = mft_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_flap_set_reveal_flap (self->outline_flap,
                            g_settings_get_boolean (settings, "show-structure"));
  adw_flap_set_reveal_flap (self->panel_flap, g_settings_get_boolean (settings, "show-panels"));
  g_settings_bind (settings, "panel", self->panels, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

static void
changed_cb (MftEditorPage *self, MftBlock *only)
{
  show_history (self);
  if (only == NULL)
    show_title (self);
}

GtkWidget *
mft_editor_page_new (MftWorkingCopy *copy)
{
  MftEditorPage *self = g_object_new (MFT_TYPE_EDITOR_PAGE, NULL);

  self->copy = g_object_ref (copy);
  self->agreement = g_object_ref (mft_working_copy_get_agreement (copy));
  mft_paper_set_agreement (self->paper, self->agreement);
  mft_outline_set_agreement (self->outline, self->agreement);
  mft_fields_pane_set_agreement (self->fields, self->agreement);
  mft_preview_pane_set_agreement (self->preview, self->agreement);
  mft_findings_pane_set_agreement (self->findings, self->agreement);
  g_signal_connect_object (self->agreement, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (copy, "notify::state", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mft_paper_get_sync (self->paper), "notify::current",
                           G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
  missing_cb (self);
  checked_cb (self);
  current_cb (self);
  show_history (self);
  show_title (self);
  show_state (self);
  return GTK_WIDGET (self);
}

void
mft_editor_page_set_report (MftEditorPage *self, MftImportReport *report)
{
  g_clear_pointer (&self->report, mft_import_report_free);
  if (mft_import_needs_look (report))
    self->report = report;
  else
    mft_import_report_free (report);
  show_state (self);
}

static void
abandoned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;

  (void) source;
  self->abandoned = mft_confirm_finish (result);
  if (self->abandoned)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

gboolean
mft_editor_page_may_close (MftEditorPage *self)
{
  /* A value that was being written is handed over as its row loses the cursor. */
  if (!self->abandoned)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->abandoned || mft_working_copy_flush (self->copy))
    return TRUE;
  g_autofree char *why = mft_failure_sentence (mft_working_copy_get_error (self->copy));
  g_autofree char *body = g_strdup_printf (
      "%s %s", why, _ ("You can save a copy in another place, or go without the last changes."));
  mft_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     _ ("The last changes could not be saved"), body, _ ("_Go without them"),
                     abandoned_cb, g_object_ref (self));
  return FALSE;
}
