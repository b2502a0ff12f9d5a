/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/template-page.h"

#include <glib/gi18n.h>

#include "template/own-templates.h"
#include "template/template.h"
#include "ui/start/template-choices.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/icon-button.h"

struct _MftTemplatePage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *own; /* borrowed */
  GPtrArray *rows;          /* of `own`, borrowed */
  GtkWidget *first;         /* of those that come with the program, borrowed */
  char *removing;           /* the template that is asked about */
};

G_DEFINE_FINAL_TYPE (MftTemplatePage, mft_template_page, ADW_TYPE_BIN)

static char *
subtitle_of (const MftTemplate *template)
{
  /* Translators: how many parties an agreement is between. */
  g_autofree char *parties
      = g_strdup_printf (ngettext ("%u party", "%u parties", template->parties), template->parties);

  return template->note != NULL
             ? g_strdup_printf ("%s · %s\n%s", template->document, parties, template->note)
             : g_strdup_printf ("%s · %s", template->document, parties);
}

/* A row that begins an agreement. */
static GtkWidget *
new_row (const char *id, const char *title, const char *subtitle, const char *action)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  return row;
}

static void
add_to (AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (group, row);
}

static GtkWidget *
add_template (AdwPreferencesGroup *group, const MftTemplate *template)
{
  g_autofree char *subtitle = subtitle_of (template);
  GtkWidget *row = new_row (template->id, template->title, subtitle, "templates.choose");

  add_to (group, row);
  return row;
}

static void
add_packs (AdwPreferencesGroup *group, const MftTemplate *template)
{
  const MftChoice *packs = mft_template_get_choice (template, "paket");

  for (guint i = 0; packs != NULL && packs->choices[i] != NULL; i++)
    {
      const MftUnit *pack = mft_clause_library_get (template->clauses, packs->choices[i]);
      g_autofree char *id = g_strdup_printf ("%s?paket=%s", template->id, packs->choices[i]);
      if (pack != NULL)
        add_to (group, new_row (id, pack->title, NULL, "win.new-from"));
    }
}

/* For which kind of cooperation: clauses, duties and rights, fields and attachments are filled in. */
static GtkWidget *
new_packs (const MftTemplate *const *templates)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("Ready for a kind of cooperation"));
  adw_preferences_group_set_description (
      group, _ ("The same agreement, with the clauses, the duties and rights and the attachments "
                "that such a cooperation needs."));
  for (guint i = 0; templates[i] != NULL; i++)
    add_packs (group, templates[i]);
  return GTK_WIDGET (group);
}

static GtkWidget *
new_own_row (const MftOwnTemplate *template)
{
  GtkWidget *row = new_row (template->id, template->title, NULL, "win.new-from-own");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             mft_icon_button_new_action ("document-edit-symbolic",
                                                         _ ("Change this template"),
                                                         "win.edit-template", template->id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             mft_icon_button_new_action ("user-trash-symbolic",
                                                         _ ("Remove this template"),
                                                         "templates.remove", template->id));
  return row;
}

/* They may have changed while one was edited. */
static void
show_own (MftTemplatePage *self)
{
  g_autoptr (GPtrArray) own = mft_own_templates_list ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->own, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < own->len; i++)
    {
      GtkWidget *row = new_own_row (own->pdata[i]);
      add_to (self->own, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own), own->len > 0);
}

static void
removal_confirmed_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer page)
{
  g_autoptr (MftTemplatePage) self = page;
  g_autoptr (GError) error = NULL;

  if (!mft_confirm_finish (result))
    return;
  if (!mft_own_templates_remove (self->removing, &error))
    mft_tell_error (GTK_WIDGET (self), _ ("The template could not be removed"), error);
  show_own (self);
}

static void
remove_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *id)
{
  MftTemplatePage *self = MFT_TEMPLATE_PAGE (widget);

  g_free (self->removing);
  self->removing = g_variant_dup_string (id, NULL);
  mft_confirm_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Remove this template?"),
                     _ ("Agreements that were made with it stay as they are."), _ ("_Remove"),
                     removal_confirmed_cb, g_object_ref (self));
}

static GtkWidget *
new_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _ ("Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("New agreement"), ""));
  return header;
}

static void
choose_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *id)
{
  const MftTemplate *template = mft_template_get (g_variant_get_string (id, NULL));

  g_return_if_fail (template != NULL);
  gtk_window_present (
      GTK_WINDOW (mft_template_choices_new (GTK_WINDOW (gtk_widget_get_root (widget)), template)));
}

static void
mft_template_page_finalize (GObject *object)
{
  MftTemplatePage *self = MFT_TEMPLATE_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->removing);
  G_OBJECT_CLASS (mft_template_page_parent_class)->finalize (object);
}

static void
mft_template_page_class_init (MftTemplatePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_template_page_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "templates.remove", "s", remove_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "templates.choose", "s", choose_cb);
}

static void
mft_template_page_init (MftTemplatePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  const MftTemplate *const *templates = mft_templates ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Choose a template"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Its text can be changed freely; what is still missing is asked for beside it."));
  for (guint i = 0; templates[i] != NULL; i++)
    {
      GtkWidget *row = add_template (ADW_PREFERENCES_GROUP (group), templates[i]);
      if (i == 0)
        self->first = row;
    }
  self->rows = g_ptr_array_new ();
  self->own = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->own, _ ("Your own templates"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->own);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  show_own (self);
  g_signal_connect (self, "map", G_CALLBACK (show_own), NULL);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (new_packs (templates)));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), new_header ());
  gtk_box_append (GTK_BOX (box), page);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
mft_template_page_new (void)
{
  return g_object_new (MFT_TYPE_TEMPLATE_PAGE, NULL);
}

void
mft_template_page_begin (MftTemplatePage *self)
{
  gtk_widget_grab_focus (self->rows->len > 0 ? self->rows->pdata[0] : self->first);
}
