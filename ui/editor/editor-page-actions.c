/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

/* Where a finding stands in the text as it is shown; FALSE: nowhere in particular. */
static gboolean
place_of (MftEditorPage *self, const MftFinding *finding, int *place)
{
  GtkTextIter iter;

  if (finding->block_id == NULL || !mft_findings_pane_shows (self->findings, finding)
      || !mft_sync_get_iter (mft_paper_get_sync (self->paper), finding->block_id, finding->start,
                             &iter))
    return FALSE;
  *place = gtk_text_iter_get_offset (&iter);
  return TRUE;
}

/* The nearest one behind the cursor or before it, and round. NULL: there is none. */
static const MftFinding *
find_finding (MftEditorPage *self, gboolean forward)
{
  GPtrArray *findings = mft_findings_pane_get_findings (self->findings);
  const MftFinding *nearest = NULL;
  int cursor, nearest_place = 0, place;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper)), "cursor-position", &cursor,
                NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      if (!place_of (self, finding, &place))
        continue;
      /* What lies on the other side of the cursor comes after all that lies on this one. */
      place = forward ? place - cursor : cursor - place;
      place += place <= 0 ? G_MAXINT / 2 : 0;
      if (nearest == NULL || place < nearest_place)
        {
          nearest = finding;
          nearest_place = place;
        }
    }
  return nearest;
}

static void
go_to_finding_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  const MftFinding *finding = find_finding (self, g_str_equal (action, "page.next-finding"));

  (void) parameter;
  if (finding == NULL)
    gtk_widget_error_bell (widget);
  else
    {
      mft_sync_go_to (mft_paper_get_sync (self->paper), finding->block_id, finding->start);
      gtk_widget_grab_focus (GTK_WIDGET (self->paper));
    }
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
  (void) parameter;
  mft_find_bar_open (MFT_EDITOR_PAGE (widget)->find_bar, g_str_equal (action, "page.replace"));
}

static void
mapped_cb (MftEditorPage *self, GtkWidget *pane)
{
  g_clear_signal_handler (&self->pane_mapped, pane);
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/* What is not seen yet cannot have the focus. */
static void
panel_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  GtkWidget *pane;

  (void) action;
  _mft_editor_page_show_pane (self, g_variant_get_string (name, NULL));
  pane = adw_view_stack_get_visible_child (self->panels);
  if (gtk_widget_get_mapped (pane))
    gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
  else if (self->pane_mapped == 0)
    self->pane_mapped
        = g_signal_connect_object (pane, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
}

static void
flap_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  AdwFlap *flap = g_str_equal (action, "page.outline") ? self->outline_flap : self->panel_flap;

  (void) parameter;
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const char *const panes[] = { "preview", "fields", "findings", "comments", "versions" };
  const GdkModifierType control = GDK_CONTROL_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control, "page.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control | GDK_SHIFT_MASK,
                                       "page.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, control, "page.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control, "page.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, control, "page.replace", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "page.outline", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, control, "page.panels", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, control, "page.panel", "s",
                                         panes[i]);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "page.next-finding", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, GDK_SHIFT_MASK,
                                       "page.previous-finding", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, control, "page.fix", NULL);
}

void
_mft_editor_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.undo", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "page.redo", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "page.shape", "s", shape_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "page.replace", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "page.panel", "s", panel_cb);
  gtk_widget_class_install_action (widget_class, "page.outline", NULL, flap_cb);
  gtk_widget_class_install_action (widget_class, "page.panels", NULL, flap_cb);
  gtk_widget_class_install_action (widget_class, "page.next-finding", NULL, go_to_finding_cb);
  gtk_widget_class_install_action (widget_class, "page.previous-finding", NULL, go_to_finding_cb);
  gtk_widget_class_install_action (widget_class, "page.fix", NULL, fix_cb);
  add_keys (widget_class);
}
