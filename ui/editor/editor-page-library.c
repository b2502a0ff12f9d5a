/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in the text, kept for other agreements: a passage as a clause, the whole as a template. */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "agreement/shown.h"
#include "template/own-clauses.h"
#include "template/own-templates.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

/* --- a passage --------------------------------------------------------------------------------------- */

typedef struct
{
  MftEditorPage *page;
  GtkEditable *note;
  GtkSwitch *whole;
} ClauseQuestion;

static void
clause_question_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  ClauseQuestion *question = data;

  g_object_unref (question->page);
  g_free (question);
}

/* The Pasal around the cursor, or the ayat if it stands in a Pasal of several. */
static MftBlock *
passage_of (MftEditorPage *self)
{
  MftBlock *block = _mft_editor_page_get_block (self);
  MftBlock *ayat = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_AYAT) : NULL;

  return ayat != NULL || block == NULL ? ayat : mft_block_get_ancestor (block, MFT_BLOCK_PASAL);
}

static void
clause_named_cb (MftAsk *ask, gboolean accepted, ClauseQuestion *question)
{
  MftEditorPage *self = question->page;
  MftBlock *block = passage_of (self);
  g_autofree char *name = mft_ask_dup_name (ask);
  g_autoptr (GError) error = NULL;

  if (!accepted || block == NULL)
    return;
  if (gtk_switch_get_active (question->whole))
    block = mft_block_get_ancestor (block, MFT_BLOCK_PASAL);
  g_autofree char *id = mft_own_clauses_save (self->agreement, block, NULL, name,
                                              gtk_editable_get_text (question->note), &error);
  if (id != NULL)
    mft_toast (GTK_WIDGET (self), _ ("Saved in your clause library."));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The passage could not be saved as a clause"), error);
}

static GtkEditable *
add_note (MftAsk *ask)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Note (why it reads so)"));
  mft_ask_add_row (ask, row);
  return GTK_EDITABLE (row);
}

static GtkSwitch *
add_whole (MftAsk *ask)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle
      = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, "active", TRUE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("The whole Pasal, not only this ayat"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  mft_ask_add_row (ask, row);
  return GTK_SWITCH (toggle);
}

static void
save_clause_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  MftBlock *pasal = _mft_editor_page_get_pasal (self);
  ClauseQuestion *question;
  MftAsk *ask;

  if (pasal == NULL)
    return;
  g_autofree char *heading = mft_shown_text (self->agreement, pasal);
  ask = mft_ask_new_for_name (_mft_editor_page_get_window (self), _ ("Save as a clause"),
                              _ ("References to other articles become blanks. The clause is yours "
                                 "alone, on this computer."),
                              _ ("_Save"), _ ("Name of the clause"), heading, TRUE);
  question = g_new0 (ClauseQuestion, 1);
  question->page = g_object_ref (self);
  question->note = add_note (ask);
  question->whole = add_whole (ask);
  g_signal_connect_data (ask, "answered", G_CALLBACK (clause_named_cb), question,
                         clause_question_free, 0);
  gtk_window_present (GTK_WINDOW (ask));
}

/* --- the whole --------------------------------------------------------------------------------------- */

typedef struct
{
  MftEditorPage *page;
  MftAsk *ask;
  GPtrArray *own;     /* of MftOwnTemplate: those that are there already */
  AdwComboRow *place; /* "a new template" and these; NULL while there are none */
} TemplateQuestion;

static void
template_question_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  TemplateQuestion *question = data;

  g_ptr_array_unref (question->own);
  g_object_unref (question->page);
  g_free (question);
}

/* The template that the new one takes the place of, or NULL. */
static const MftOwnTemplate *
get_replaced (const TemplateQuestion *question)
{
  guint selected = question->place != NULL ? adw_combo_row_get_selected (question->place) : 0;

  return selected > 0 && selected <= question->own->len ? question->own->pdata[selected - 1] : NULL;
}

static void
edit_saved_template (GtkWidget *page)
{
  gtk_widget_activate_action (page, "win.edit-template", "s",
                              g_object_get_data (G_OBJECT (page), "mft-template"));
}

static void
template_named_cb (MftAsk *ask, gboolean accepted, TemplateQuestion *question)
{
  MftEditorPage *self = question->page;
  const MftOwnTemplate *replaced = get_replaced (question);
  g_autofree char *name = mft_ask_dup_name (ask);
  g_autoptr (GError) error = NULL;

  if (!accepted)
    return;
  char *id = mft_own_templates_save (self->agreement, replaced != NULL ? replaced->id : NULL, name,
                                     &error);
  g_object_set_data_full (G_OBJECT (self), "mft-template", id, g_free);
  if (id != NULL)
    mft_toast_with_button (GTK_WIDGET (self),
                           _ ("Saved. It is offered when you begin a new agreement."),
                           _ ("_Fields and choices…"), edit_saved_template);
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The template could not be saved"), error);
}

static void
place_chosen_cb (TemplateQuestion *question)
{
  const MftOwnTemplate *replaced = get_replaced (question);

  if (replaced != NULL)
    mft_ask_set_name (question->ask, replaced->title);
}

static void
add_place (TemplateQuestion *question)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  if (question->own->len == 0)
    return;
  question->place = ADW_COMBO_ROW (adw_combo_row_new ());
  gtk_string_list_append (words, _ ("a new template"));
  for (guint i = 0; i < question->own->len; i++)
    gtk_string_list_append (words, ((MftOwnTemplate *) question->own->pdata[i])->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->place), _ ("In the place of"));
  adw_combo_row_set_model (question->place, G_LIST_MODEL (words));
  g_signal_connect_swapped (question->place, "notify::selected", G_CALLBACK (place_chosen_cb),
                            question);
  mft_ask_add_row (question->ask, GTK_WIDGET (question->place));
}

static void
save_template_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  g_autofree char *about = mft_agreement_dup_title (self->agreement);
  TemplateQuestion *question = g_new0 (TemplateQuestion, 1);

  question->page = g_object_ref (self);
  question->own = mft_own_templates_list ();
  question->ask
      = mft_ask_new_for_name (_mft_editor_page_get_window (self), _ ("Save as a template"),
                              _ ("The text and its fields are kept, what is filled in is not. The "
                                 "template is yours alone, on this computer."),
                              _ ("_Save"), _ ("Name of the template"), about, TRUE);
  add_place (question);
  g_signal_connect_data (question->ask, "answered", G_CALLBACK (template_named_cb), question,
                         template_question_free, 0);
  gtk_window_present (GTK_WINDOW (question->ask));
}

void
_mft_editor_page_install_library_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.save-clause", NULL, save_clause_cb);
  gtk_widget_class_install_action (widget_class, "page.save-template", NULL, save_template_cb);
}
