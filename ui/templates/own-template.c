/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/own-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "template/choice.h"
#include "template/own-choices.h"
#include "template/own-templates.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"

#define FORM_HEIGHT 460

/* The options of a row, in their order. */
static GPtrArray *
names_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "mft-names");
}

static const char *
words_for (const MftOwnVariant *variant)
{
  if (variant->block == NULL)
    return _ ("leave it out");
  return g_str_equal (variant->name, MFT_CHOICE_ON) ? _ ("put it in") : variant->name;
}

static GtkWidget *
new_row (const MftOwnChoice *choice)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < choice->variants->len; i++)
    {
      const MftOwnVariant *variant = choice->variants->pdata[i];
      gtk_string_list_append (words, words_for (variant));
      g_ptr_array_add (names, g_strdup (variant->name));
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_object_set_data_full (G_OBJECT (row), "mft-choice", g_strdup (choice->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "mft-names", names, (GDestroyNotify) g_ptr_array_unref);
  return row;
}

/* "sendiri-…?jangka-waktu=tidak&sengketa=rumusan-2" */
static void
answered_cb (MftAsk *ask, gboolean accepted, const char *id)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (ask), "mft-rows");
  g_autoptr (GString) request = g_string_new (id);
  char mark = '?';

  if (!accepted)
    return;
  for (guint i = 0; i < rows->len; i++, mark = '&')
    {
      GtkWidget *row = rows->pdata[i];
      const char *name = names_of (row)->pdata[adw_combo_row_get_selected (ADW_COMBO_ROW (row))];
      g_autofree char *escaped = g_uri_escape_string (name, NULL, TRUE);
      g_string_append_printf (request, "%c%s=%s", mark,
                              (char *) g_object_get_data (G_OBJECT (row), "mft-choice"), escaped);
    }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (ask))),
                              "win.new-from", "s", request->str);
}

static void
ask (GtkWidget *over, const char *id, GPtrArray *choices)
{
  GtkWidget *group = adw_preferences_group_new ();
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *form = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                  "propagate-natural-height", TRUE, "max-content-height",
                                  FORM_HEIGHT, "child", group, NULL);
  MftAsk *question;

  for (guint i = 0; i < choices->len; i++)
    {
      GtkWidget *row = new_row (choices->pdata[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (rows, row);
    }
  question = mft_ask_new (GTK_WINDOW (gtk_widget_get_root (over)), _ ("New agreement"),
                          _ ("This template lets you choose. The text can be changed later, too."),
                          _ ("_Make the agreement"), form);
  g_object_set_data_full (G_OBJECT (question), "mft-rows", rows,
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_data (question, "answered", G_CALLBACK (answered_cb), g_strdup (id),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  mft_ask_set_ready (question, TRUE);
  gtk_window_present (GTK_WINDOW (question));
}

void
mft_own_template_begin (GtkWidget *over, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) template = mft_own_templates_load (id, &error);
  g_autoptr (GPtrArray) choices = template != NULL ? mft_own_choices_list (template) : NULL;

  if (template == NULL)
    mft_tell_error (over, _ ("The template cannot be used"), error);
  else if (choices->len == 0)
    gtk_widget_activate_action (over, "win.new-from", "s", id);
  else
    ask (over, id, choices);
}
