/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "agreement/chapter.h"
#include "agreement/shown.h"
#include "template/own-clauses.h"
#include "template/own-templates.h"
#include "ui/attachments/attachments-window.h"
#include "ui/parties/parties-window.h"
#include "ui/style/style-window.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

static const char *
current_of (MftEditorPage *self)
{
  return mft_sync_get_current (mft_paper_get_sync (self->paper));
}

/* The Pasal around the cursor, or the ayat if it stands in a Pasal of several. */
static MftBlock *
passage_of (MftEditorPage *self)
{
  const char *current = current_of (self);
  MftBlock *block = current != NULL ? mft_agreement_get_block (self->agreement, current) : NULL;
  MftBlock *ayat = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_AYAT) : NULL;

  return ayat != NULL || block == NULL ? ayat : mft_block_get_ancestor (block, MFT_BLOCK_PASAL);
}

static void
titled_cb (MftAsk *ask, gboolean accepted, MftEditorPage *self)
{
  GtkEditable *title = g_object_get_data (G_OBJECT (ask), "mft-title");
  GtkEditable *note = g_object_get_data (G_OBJECT (ask), "mft-note");
  GtkSwitch *whole = g_object_get_data (G_OBJECT (ask), "mft-whole");
  MftBlock *block = passage_of (self);
  g_autoptr (GError) error = NULL;

  if (!accepted || block == NULL)
    return;
  if (gtk_switch_get_active (whole))
    block = mft_block_get_ancestor (block, MFT_BLOCK_PASAL);
  g_autofree char *id
      = mft_own_clauses_save (self->agreement, block, NULL, gtk_editable_get_text (title),
                              gtk_editable_get_text (note), &error);
  if (id != NULL)
    mft_toast (GTK_WIDGET (self), _ ("Saved in your clause library."));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The passage could not be saved as a clause"), error);
}

static void
title_changed_cb (MftAsk *ask, GtkEditable *title)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (title)));

  mft_ask_set_ready (ask, words[0] != '\0');
}

static GtkWidget *
add_entry (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_switch (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return toggle;
}

static void
save_clause_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  MftBlock *block = passage_of (self);
  GtkWidget *group = adw_preferences_group_new ();
  MftBlock *pasal = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_PASAL) : NULL;

  (void) action;
  (void) parameter;
  if (pasal == NULL)
    {
      gtk_widget_error_bell (widget);
      mft_toast (widget, _ ("Put the cursor into a Pasal first."));
      return;
    }
  g_autofree char *heading = mft_shown_text (self->agreement, pasal);
  GtkWidget *title = add_entry (group, _ ("Name of the clause"));
  GtkWidget *note = add_entry (group, _ ("Note (why it reads so)"));
  GtkWidget *whole = add_switch (group, _ ("The whole Pasal, not only this ayat"));
  MftAsk *ask = mft_ask_new (window_of (widget), _ ("Save as a clause"),
                             _ ("References to other articles become blanks. The clause is yours "
                                "alone, on this computer."),
                             _ ("_Save"), group);
  g_object_set_data (G_OBJECT (ask), "mft-title", title);
  g_object_set_data (G_OBJECT (ask), "mft-note", note);
  g_object_set_data (G_OBJECT (ask), "mft-whole", whole);
  g_signal_connect_object (ask, "answered", G_CALLBACK (titled_cb), self, 0);
  g_signal_connect_object (title, "changed", G_CALLBACK (title_changed_cb), ask, G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (title), heading);
  title_changed_cb (ask, GTK_EDITABLE (title));
  gtk_window_present (GTK_WINDOW (ask));
}

/* The template that the new one takes the place of, or NULL. Borrowed. */
static const char *
replaced_by (MftAsk *ask)
{
  GPtrArray *own = g_object_get_data (G_OBJECT (ask), "mft-own");
  AdwComboRow *place = g_object_get_data (G_OBJECT (ask), "mft-place");
  guint selected = place != NULL ? adw_combo_row_get_selected (place) : 0;

  return selected > 0 ? ((MftOwnTemplate *) own->pdata[selected - 1])->id : NULL;
}

static void
edit_saved_template (GtkWidget *page)
{
  gtk_widget_activate_action (page, "win.edit-template", "s",
                              g_object_get_data (G_OBJECT (page), "mft-template"));
}

static void
template_titled_cb (MftAsk *ask, gboolean accepted, MftEditorPage *self)
{
  GtkEditable *title = g_object_get_data (G_OBJECT (ask), "mft-title");
  g_autoptr (GError) error = NULL;

  if (!accepted)
    return;
  char *id = mft_own_templates_save (self->agreement, replaced_by (ask),
                                     gtk_editable_get_text (title), &error);
  g_object_set_data_full (G_OBJECT (self), "mft-template", id, g_free);
  if (id != NULL)
    mft_toast_with_button (GTK_WIDGET (self),
                           _ ("Saved. It is offered when you begin a new agreement."),
                           _ ("_Fields and choices…"), edit_saved_template);
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The template could not be saved"), error);
}

static void
place_chosen_cb (AdwComboRow *place, GParamSpec *pspec G_GNUC_UNUSED, GtkEditable *title)
{
  GPtrArray *own = g_object_get_data (G_OBJECT (place), "mft-own");
  guint selected = adw_combo_row_get_selected (place);

  if (selected > 0)
    gtk_editable_set_text (title, ((MftOwnTemplate *) own->pdata[selected - 1])->title);
}

/* A new template, or in the place of one that is there; NULL while there is none. */
static GtkWidget *
add_template_place (GtkWidget *group, GPtrArray *own, GtkWidget *title)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row;

  if (own->len == 0)
    return NULL;
  row = adw_combo_row_new ();
  gtk_string_list_append (words, _ ("a new template"));
  for (guint i = 0; i < own->len; i++)
    gtk_string_list_append (words, ((MftOwnTemplate *) own->pdata[i])->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("In the place of"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_object_set_data (G_OBJECT (row), "mft-own", own);
  g_signal_connect (row, "notify::selected", G_CALLBACK (place_chosen_cb), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
save_template_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *title = add_entry (group, _ ("Name of the template"));
  GPtrArray *own = mft_own_templates_list ();
  GtkWidget *place = add_template_place (group, own, title);
  g_autofree char *about = mft_agreement_dup_title (self->agreement);
  MftAsk *ask = mft_ask_new (
      window_of (widget), _ ("Save as a template"),
      _ ("The text and its fields are kept, what is filled in is not. The template is yours alone, "
         "on this computer."),
      _ ("_Save"), group);

  (void) action;
  (void) parameter;
  g_object_set_data (G_OBJECT (ask), "mft-title", title);
  g_object_set_data (G_OBJECT (ask), "mft-place", place);
  g_object_set_data_full (G_OBJECT (ask), "mft-own", own, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (ask, "answered", G_CALLBACK (template_titled_cb), self, 0);
  g_signal_connect_object (title, "changed", G_CALLBACK (title_changed_cb), ask, G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (title), about);
  title_changed_cb (ask, GTK_EDITABLE (title));
  gtk_window_present (GTK_WINDOW (ask));
}

/* --- BAB --------------------------------------------------------------------------------------------- */

static MftBlock *
current_pasal (MftEditorPage *self)
{
  const char *current = current_of (self);
  MftBlock *block = current != NULL ? mft_agreement_get_block (self->agreement, current) : NULL;

  return block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_PASAL) : NULL;
}

static void
chapter_titled_cb (MftAsk *ask, gboolean accepted, MftEditorPage *self)
{
  GtkEditable *title = g_object_get_data (G_OBJECT (ask), "mft-title");
  MftBlock *pasal = accepted ? current_pasal (self) : NULL;
  g_autoptr (GError) error = NULL;

  if (pasal != NULL
      && !mft_chapter_set (self->agreement, pasal, gtk_editable_get_text (title), &error))
    mft_tell_error (GTK_WIDGET (self), _ ("No BAB can begin here"), error);
}

static void
chapter_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  MftBlock *pasal = current_pasal (self);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *title;
  MftAsk *ask;

  if (pasal == NULL)
    {
      gtk_widget_error_bell (widget);
      mft_toast (widget, _ ("Put the cursor into a Pasal first."));
      return;
    }
  title = add_entry (group, _ ("Heading of the BAB"));
  if (mft_chapter_get_heading (pasal) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (title), mft_chapter_get_heading (pasal));
  /* Translators: %s is a Pasal, such as Pasal 7. */
  g_autofree char *heading
      = g_strdup_printf (_ ("A BAB that begins with %s"), mft_block_get_label (pasal));
  ask = mft_ask_new (window_of (widget), heading,
                     _ ("BAB are numbered by themselves. Without a heading none begins here."),
                     _ ("_Set"), group);
  g_object_set_data (G_OBJECT (ask), "mft-title", title);
  g_signal_connect_object (ask, "answered", G_CALLBACK (chapter_titled_cb), self, 0);
  mft_ask_set_ready (ask, TRUE);
  gtk_window_present (GTK_WINDOW (ask));
}

static void
parties_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_parties_window_present (window_of (widget), MFT_EDITOR_PAGE (widget)->agreement);
}

static void
go_to_cb (MftEditorPage *self, const char *id)
{
  mft_sync_go_to (mft_paper_get_sync (self->paper), id, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
go_to_block_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  (void) action;
  go_to_cb (MFT_EDITOR_PAGE (widget), g_variant_get_string (id, NULL));
}

static void
attachments_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  const char *current = current_of (self);
  MftBlock *block = current != NULL ? mft_agreement_get_block (self->agreement, current) : NULL;
  MftAttachmentsWindow *window = mft_attachments_window_new (window_of (widget), self->agreement);

  (void) action;
  (void) parameter;
  if (block != NULL)
    mft_attachments_window_select (window, block);
  g_signal_connect_object (window, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
style_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  gtk_window_present (
      mft_style_window_new (window_of (widget), MFT_EDITOR_PAGE (widget)->agreement));
}

void
_mft_editor_page_install_content_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.save-clause", NULL, save_clause_cb);
  gtk_widget_class_install_action (widget_class, "page.save-template", NULL, save_template_cb);
  gtk_widget_class_install_action (widget_class, "page.parties", NULL, parties_cb);
  gtk_widget_class_install_action (widget_class, "page.go-to", "s", go_to_block_cb);
  gtk_widget_class_install_action (widget_class, "page.style", NULL, style_cb);
  gtk_widget_class_install_action (widget_class, "page.chapter", NULL, chapter_cb);
  gtk_widget_class_install_action (widget_class, "page.attachments", NULL, attachments_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.attachments", NULL);
}
