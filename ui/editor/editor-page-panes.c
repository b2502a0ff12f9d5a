/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands right of the text: one line a pane in _mft_editor_page_add_panes(). */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "ui/wrap/settings.h"

/* How much there is to look at, on the icon: in the title it would not fit beside four others. */
static void
set_pane_count (MftEditorPage *self, gpointer pane, guint count)
{
  adw_view_stack_page_set_badge_number (adw_view_stack_get_page (self->panels, GTK_WIDGET (pane)),
                                        count);
}

static void
missing_cb (MftEditorPage *self)
{
  set_pane_count (self, self->fields, mft_fields_pane_get_missing (self->fields));
  _mft_editor_page_show_readiness (self);
}

static void
checked_cb (MftEditorPage *self)
{
  GPtrArray *findings = mft_findings_pane_get_findings (self->findings);

  set_pane_count (self, self->findings, findings->len);
  _mft_editor_page_show_readiness (self);
  mft_outline_set_findings (self->outline, findings);
  mft_sync_mark_findings (mft_paper_get_sync (self->paper), findings);
}

static void
comments_cb (MftEditorPage *self)
{
  set_pane_count (self, self->comments, mft_comments_pane_get_open (self->comments));
}

static void
go_to_cb (MftEditorPage *self, const char *id, guint offset)
{
  mft_sync_go_to (mft_paper_get_sync (self->paper), id, offset);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
go_cb (MftEditorPage *self, const char *id)
{
  go_to_cb (self, id, 0);
}

void
_mft_editor_page_show_pane (MftEditorPage *self, const char *name)
{
  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  adw_view_stack_set_visible_child_name (self->panels, name);
}

/* The pane seen last; a setting may name one that this version does not have. */
static void
remember_pane (MftEditorPage *self)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *name = g_settings_get_string (settings, "panel");

  if (adw_view_stack_get_child_by_name (self->panels, name) == NULL)
    g_settings_reset (settings, "panel");
  g_settings_bind (settings, "panel", self->panels, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

static gpointer
add_pane (MftEditorPage *self, const char *name, const char *title, const char *icon, gpointer pane)
{
  adw_view_stack_add_titled_with_icon (self->panels, pane, name, title, icon);
  return pane;
}

static void
connect_panes (MftEditorPage *self)
{
  mft_preview_pane_set_agreement (self->preview, self->agreement);
  mft_fields_pane_set_agreement (self->fields, self->agreement);
  mft_findings_pane_set_agreement (self->findings, self->agreement);
  g_signal_connect_object (self->preview, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "notify::missing", G_CALLBACK (missing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "go", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "checked", G_CALLBACK (checked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "noted", G_CALLBACK (mft_working_copy_touch), self->copy,
                           G_CONNECT_SWAPPED);
  mft_comments_pane_set_copy (self->comments, self->copy, self->paper);
  g_signal_connect_object (self->comments, "go", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comments, "notify::open", G_CALLBACK (comments_cb), self,
                           G_CONNECT_SWAPPED);
  missing_cb (self);
  checked_cb (self);
  comments_cb (self);
}

void
_mft_editor_page_add_panes (MftEditorPage *self)
{
  /* Translators: the pages as they will be. */
  self->preview = add_pane (self, "preview", _ ("Preview"), "view-paged-symbolic",
                            g_object_new (MFT_TYPE_PREVIEW_PANE, NULL));
  self->fields = add_pane (self, "fields", _ ("Fields"), "document-edit-symbolic",
                           g_object_new (MFT_TYPE_FIELDS_PANE, NULL));
  self->findings = add_pane (self, "findings", _ ("Checks"), "emblem-important-symbolic",
                             g_object_new (MFT_TYPE_FINDINGS_PANE, NULL));
  self->comments = add_pane (self, "comments", _ ("Comments"), "user-available-symbolic",
                             g_object_new (MFT_TYPE_COMMENTS_PANE, NULL));
  self->versions = add_pane (self, "versions", _ ("Versions"), "document-open-recent-symbolic",
                             mft_versions_pane_new (self->copy));
  connect_panes (self);
  remember_pane (self);
}
