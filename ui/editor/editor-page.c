/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/settings.h"
#include "ui/wrap/toasts.h"

G_DEFINE_FINAL_TYPE (MftEditorPage, mft_editor_page, ADW_TYPE_BIN)

static void
current_cb (MftEditorPage *self)
{
  const char *current = mft_sync_get_current (mft_paper_get_sync (self->paper));

  mft_outline_set_current (self->outline, current);
  mft_preview_pane_set_current (self->preview, current);
}

static void
go_cb (MftEditorPage *self, const char *id)
{
  mft_sync_go_to (mft_paper_get_sync (self->paper), id, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
field_cb (MftEditorPage *self, const char *id)
{
  _mft_editor_page_show_pane (self, "fields");
  mft_fields_pane_go_to (self->fields, id);
}

/* A pane that closed because the window is narrow comes back in a wide one. */
static void
pane_cb (MftEditorPage *self, GParamSpec *pspec, AdwFlap *flap)
{
  g_autoptr (GSettings) settings = mft_settings_new ();

  (void) pspec;
  if (!adw_flap_get_folded (flap) && !self->meeting)
    g_settings_set_boolean (settings, flap == self->outline_flap ? "show-structure" : "show-panels",
                            adw_flap_get_reveal_flap (flap));
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
  g_clear_pointer (&self->changed_clause, g_free);
  g_clear_pointer (&self->report, mft_import_report_free);
  G_OBJECT_CLASS (mft_editor_page_parent_class)->dispose (object);
}

static void
mft_editor_page_class_init (MftEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_editor_page_dispose;
  widget_class->grab_focus = mft_editor_page_grab_focus;

  g_type_ensure (MFT_TYPE_BANNER);
  g_type_ensure (MFT_TYPE_FIND_BAR);
  g_type_ensure (MFT_TYPE_OUTLINE);
  g_type_ensure (MFT_TYPE_PAPER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/editor/editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, title);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, saved_label);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, banner);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, clauses_banner);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, panel_flap);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, outline);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, paper);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, panels);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, tools);
  gtk_widget_class_bind_template_child (widget_class, MftEditorPage, clamp);
  gtk_widget_class_bind_template_callback (widget_class, field_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);

  _mft_editor_page_install_actions (widget_class);
  _mft_editor_page_install_file_actions (widget_class);
  _mft_editor_page_install_clause_actions (widget_class);
  _mft_editor_page_install_library_actions (widget_class);
  _mft_editor_page_install_content_actions (widget_class);
  _mft_editor_page_install_view_actions (widget_class);
  _mft_editor_page_install_status_actions (widget_class);
  _mft_editor_page_install_version_actions (widget_class);
}

static void
mft_editor_page_init (MftEditorPage *self)
{
  g_autoptr (GSettings) settings = mft_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "realize", G_CALLBACK (_mft_editor_page_follow_width), NULL);
  adw_flap_set_reveal_flap (self->outline_flap,
                            g_settings_get_boolean (settings, "show-structure"));
  adw_flap_set_reveal_flap (self->panel_flap, g_settings_get_boolean (settings, "show-panels"));
}

static void
changed_cb (MftEditorPage *self, MftBlock *only)
{
  _mft_editor_page_show_history (self);
  if (only == NULL)
    _mft_editor_page_show_title (self);
}

GtkWidget *
mft_editor_page_new (MftWorkingCopy *copy)
{
  MftEditorPage *self = g_object_new (MFT_TYPE_EDITOR_PAGE, NULL);

  self->copy = g_object_ref (copy);
  self->agreement = g_object_ref (mft_working_copy_get_agreement (copy));
  mft_paper_set_agreement (self->paper, self->agreement);
  mft_find_bar_set_paper (self->find_bar, self->paper, self->agreement);
  mft_outline_set_agreement (self->outline, self->agreement, mft_paper_get_sync (self->paper));
  _mft_editor_page_add_panes (self);
  _mft_editor_page_show_zoom (self);
  g_signal_connect_object (self->agreement, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (copy, "notify::state", G_CALLBACK (_mft_editor_page_show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mft_paper_get_sync (self->paper), "notify::current",
                           G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
  _mft_editor_page_connect_status (self);
  current_cb (self);
  g_signal_connect_object (self->agreement, "notify::lock", G_CALLBACK (_mft_editor_page_show_lock),
                           self, G_CONNECT_SWAPPED);
  _mft_editor_page_show_lock (self);
  _mft_editor_page_show_title (self);
  _mft_editor_page_show_state (self);
  _mft_editor_page_show_clause_changes (self);
  return GTK_WIDGET (self);
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

GtkWindow *
_mft_editor_page_get_window (MftEditorPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

MftBlock *
_mft_editor_page_get_block (MftEditorPage *self)
{
  const char *current = mft_sync_get_current (mft_paper_get_sync (self->paper));

  return current != NULL ? mft_agreement_get_block (self->agreement, current) : NULL;
}

MftBlock *
_mft_editor_page_get_pasal (MftEditorPage *self)
{
  MftBlock *block = _mft_editor_page_get_block (self);
  MftBlock *pasal = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_PASAL) : NULL;

  if (pasal == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      mft_toast (GTK_WIDGET (self), _ ("Put the cursor into a Pasal first."));
    }
  return pasal;
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
  mft_confirm_async (_mft_editor_page_get_window (self), _ ("The last changes could not be saved"),
                     body, _ ("_Go without them"), abandoned_cb, g_object_ref (self));
  return FALSE;
}
