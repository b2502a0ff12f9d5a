/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/template-editor.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "template/own-templates.h"
#include "ui/clauses/clauses-window.h"
#include "ui/editor/find-bar.h"
#include "ui/editor/outline.h"
#include "ui/editor/paper.h"
#include "ui/parties/parties-window.h"
#include "ui/templates/template-fields.h"
#include "ui/templates/template-variants.h"
#include "ui/wrap/confirm.h"

#define SAVE_AFTER_MS 1000
#define PAPER_WIDTH 780

struct _MftTemplateEditor
{
  AdwBin parent_instance;

  char *id;
  MftAgreement *template;
  guint64 saved; /* the revision in the file */
  guint save_source;
  gboolean told; /* that it cannot be saved */

  /* Borrowed */
  AdwWindowTitle *title;
  GtkEditable *name;
  MftPaper *paper;
  MftOutline *outline;
  MftFindBar *find;
  MftTemplateFields *fields;
  MftTemplateVariants *variants;
};

G_DEFINE_FINAL_TYPE (MftTemplateEditor, mft_template_editor, ADW_TYPE_BIN)

/* --- saving ----------------------------------------------------------------------------------------- */

static gboolean
save (MftTemplateEditor *self, GError **error)
{
  g_autofree char *id = mft_own_templates_save (self->template, self->id,
                                                gtk_editable_get_text (self->name), error);

  if (id == NULL)
    return FALSE;
  self->saved = mft_agreement_get_revision (self->template);
  return TRUE;
}

static void
show_saving (MftTemplateEditor *self, const GError *error)
{
  g_autofree char *why = error != NULL ? mft_failure_sentence (error) : NULL;

  adw_window_title_set_title (self->title, gtk_editable_get_text (self->name));
  adw_window_title_set_subtitle (self->title,
                                 why != NULL ? why : _ ("Template · saved automatically"));
}

static gboolean
save_cb (gpointer data)
{
  MftTemplateEditor *self = data;
  g_autoptr (GError) error = NULL;

  self->save_source = 0;
  save (self, &error);
  show_saving (self, error);
  return G_SOURCE_REMOVE;
}

static void
save_soon (MftTemplateEditor *self)
{
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

gboolean
mft_template_editor_may_close (MftTemplateEditor *self)
{
  gboolean pending
      = self->save_source != 0 || self->saved != mft_agreement_get_revision (self->template);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!pending || save (self, &error) || self->told)
    return TRUE;
  self->told = TRUE;
  show_saving (self, error);
  mft_tell_error (GTK_WIDGET (self), _ ("The last changes could not be saved"), error);
  return FALSE;
}

/* --- following the text ----------------------------------------------------------------------------- */

static void
show_history (MftTemplateEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.undo",
                                 mft_agreement_can_undo (self->template));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.redo",
                                 mft_agreement_can_redo (self->template));
}

static void
changed_cb (MftTemplateEditor *self)
{
  show_history (self);
  save_soon (self);
}

static void
current_cb (MftTemplateEditor *self)
{
  const char *current = mft_sync_get_current (mft_paper_get_sync (self->paper));

  mft_outline_set_current (self->outline, current);
  mft_template_variants_set_current (self->variants, current);
}

static void
go_cb (MftTemplateEditor *self, const char *id)
{
  mft_sync_go_to (mft_paper_get_sync (self->paper), id, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
insert_cb (MftTemplateEditor *self, const char *field)
{
  mft_sync_insert_field (mft_paper_get_sync (self->paper), field);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

/* --- actions ---------------------------------------------------------------------------------------- */

static void
history_cb (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  MftTemplateEditor *self = MFT_TEMPLATE_EDITOR (widget);

  if (g_str_equal (action, "page.undo"))
    mft_agreement_undo (self->template);
  else
    mft_agreement_redo (self->template);
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  mft_find_bar_open (MFT_TEMPLATE_EDITOR (widget)->find, g_str_equal (action, "page.replace"));
}

static void
clauses_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftTemplateEditor *self = MFT_TEMPLATE_EDITOR (widget);
  MftClausesWindow *window
      = mft_clauses_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->template,
                                mft_sync_get_current (mft_paper_get_sync (self->paper)));

  g_signal_connect_object (window, "inserted", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
parties_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  mft_parties_window_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                              MFT_TEMPLATE_EDITOR (widget)->template);
}

static gboolean
mft_template_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MFT_TEMPLATE_EDITOR (widget)->paper));
}

/* --- the widget ------------------------------------------------------------------------------------- */

static void
mft_template_editor_dispose (GObject *object)
{
  MftTemplateEditor *self = MFT_TEMPLATE_EDITOR (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->template);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (mft_template_editor_parent_class)->dispose (object);
}

static void
mft_template_editor_class_init (MftTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_template_editor_dispose;
  widget_class->grab_focus = mft_template_editor_grab_focus;
  gtk_widget_class_install_action (widget_class, "page.undo", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "page.redo", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "page.replace", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "page.clauses", NULL, clauses_cb);
  gtk_widget_class_install_action (widget_class, "page.parties", NULL, parties_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "page.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "page.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "page.replace",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "page.clauses",
                                       NULL);
}

static GtkWidget *
new_button (const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

/* Where the window is narrow a side is folded away until it is asked for. */
static GtkWidget *
new_toggle (GtkWidget *flap, const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_bind_property (flap, "reveal-flap", button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return button;
}

static GtkWidget *
new_header (MftTemplateEditor *self, GtkWidget *structure, GtkWidget *panel)
{
  GtkWidget *header = adw_header_bar_new ();
  AdwHeaderBar *bar = ADW_HEADER_BAR (header);
  GtkWidget *use = gtk_button_new_with_mnemonic (_ ("_New from it"));

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  adw_header_bar_set_title_widget (bar, GTK_WIDGET (self->title));
  adw_header_bar_pack_start (bar, new_button ("go-previous-symbolic", "win.back", _ ("Back")));
  adw_header_bar_pack_start (bar, new_toggle (structure, "sidebar-show-symbolic", _ ("Structure")));
  adw_header_bar_pack_start (bar, new_button ("edit-undo-symbolic", "page.undo", _ ("Undo")));
  adw_header_bar_pack_start (bar, new_button ("edit-redo-symbolic", "page.redo", _ ("Redo")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (use), "win.new-from-own");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (use), "s", self->id);
  gtk_widget_set_tooltip_text (use, _ ("Begin an agreement with this template"));
  adw_header_bar_pack_end (bar, use);
  adw_header_bar_pack_end (
      bar, new_toggle (panel, "sidebar-show-right-symbolic", _ ("Fields and choices")));
  adw_header_bar_pack_end (bar,
                           new_button ("system-users-symbolic", "page.parties", _ ("Parties")));
  adw_header_bar_pack_end (
      bar, new_button ("view-list-symbolic", "page.clauses", _ ("Clause library (Ctrl+K)")));
  adw_header_bar_pack_end (bar,
                           new_button ("edit-find-symbolic", "page.find", _ ("Find in the text")));
  return header;
}

static GtkWidget *
new_name (MftTemplateEditor *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  self->name = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name of the template"));
  gtk_editable_set_text (self->name, mft_own_templates_get_title (self->template));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "template-name");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static GtkWidget *
new_panel (MftTemplateEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwViewStack *stack = ADW_VIEW_STACK (adw_view_stack_new ());
  GtkWidget *switcher = g_object_new (ADW_TYPE_VIEW_SWITCHER, "stack", stack, "policy",
                                      ADW_VIEW_SWITCHER_POLICY_WIDE, NULL);

  self->fields = mft_template_fields_new (self->template);
  self->variants = mft_template_variants_new (self->template);
  adw_view_stack_add_titled_with_icon (stack, GTK_WIDGET (self->fields), "fields", _ ("Fields"),
                                       "document-edit-symbolic");
  /* Translators: what a template lets one choose. */
  adw_view_stack_add_titled_with_icon (stack, GTK_WIDGET (self->variants), "choices", _ ("Choices"),
                                       "view-list-bullet-symbolic");
  gtk_widget_set_vexpand (GTK_WIDGET (stack), TRUE);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_add_css_class (switcher, "panel-switcher");
  gtk_widget_add_css_class (box, "panel-pane");
  gtk_widget_add_css_class (box, "background");
  gtk_box_append (GTK_BOX (box), new_name (self));
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (stack));
  return box;
}

static GtkWidget *
new_text (MftTemplateEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP_SCROLLABLE, "maximum-size", PAPER_WIDTH, "child",
                                   self->paper, NULL);
  GtkWidget *scrolled
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand",
                      TRUE, "hexpand", TRUE, "child", clamp, NULL);

  gtk_widget_set_size_request (box, 340, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->find));
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static GtkWidget *
new_flap (GtkWidget *side, GtkWidget *content, GtkPackType position)
{
  return g_object_new (ADW_TYPE_FLAP, "flap", side, "content", content, "flap-position", position,
                       "separator", gtk_separator_new (GTK_ORIENTATION_VERTICAL), "modal", FALSE,
                       NULL);
}

static void
mft_template_editor_init (MftTemplateEditor *self)
{
  self->paper = g_object_new (MFT_TYPE_PAPER, NULL);
  self->outline = g_object_new (MFT_TYPE_OUTLINE, "hexpand", FALSE, NULL);
  self->find = g_object_new (MFT_TYPE_FIND_BAR, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->outline), "outline-pane");
  gtk_widget_add_css_class (GTK_WIDGET (self->outline), "background");
}

static void
build (MftTemplateEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = new_flap (new_panel (self), new_text (self), GTK_PACK_END);
  GtkWidget *outer = new_flap (GTK_WIDGET (self->outline), inner, GTK_PACK_START);

  gtk_widget_set_vexpand (outer, TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self, outer, inner));
  gtk_box_append (GTK_BOX (box), outer);
  adw_bin_set_child (ADW_BIN (self), box);
  mft_paper_set_agreement (self->paper, self->template);
  mft_find_bar_set_paper (self->find, self->paper, self->template);
  mft_outline_set_agreement (self->outline, self->template, mft_paper_get_sync (self->paper));
}

static void
connect (MftTemplateEditor *self)
{
  g_signal_connect_object (self->template, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mft_paper_get_sync (self->paper), "notify::current",
                           G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->variants, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "insert", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
}

MftTemplateEditor *
mft_template_editor_new (const char *id, GError **error)
{
  g_autoptr (MftAgreement) template = mft_own_templates_load (id, error);
  MftTemplateEditor *self;

  if (template == NULL)
    return NULL;
  self = g_object_new (MFT_TYPE_TEMPLATE_EDITOR, NULL);
  self->id = g_strdup (id);
  self->template = g_steal_pointer (&template);
  self->saved = mft_agreement_get_revision (self->template);
  build (self);
  connect (self);
  current_cb (self);
  show_history (self);
  show_saving (self, NULL);
  return self;
}
