/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/template-page.h"

#include <glib/gi18n.h>

#include "template/own-templates.h"
#include "template/template.h"
#include "ui/start/template-choices.h"

struct _MftTemplatePage
{
  AdwBin parent_instance;
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
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  return row;
}

static void
add_template (AdwPreferencesGroup *group, const MftTemplate *template)
{
  g_autofree char *subtitle = subtitle_of (template);

  adw_preferences_group_add (group,
                             new_row (template->id, template->title, subtitle, "templates.choose"));
}

/* For which kind of cooperation: clauses, duties and rights, fields and attachments are filled in. */
static void
add_packs (AdwPreferencesPage *page, const MftTemplate *template)
{
  const MftChoice *packs = mft_template_get_choice (template, "paket");
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (guint i = 0; packs != NULL && packs->choices[i] != NULL; i++)
    {
      const MftUnit *pack = mft_clause_library_get (template->library, packs->choices[i]);
      g_autofree char *id = g_strdup_printf ("%s?paket=%s", template->id, packs->choices[i]);
      if (pack != NULL)
        adw_preferences_group_add (group, new_row (id, pack->title, NULL, "win.new-from"));
    }
  if (packs == NULL || packs->choices[1] == NULL)
    {
      g_object_unref (g_object_ref_sink (group));
      return;
    }
  adw_preferences_group_set_title (group, _ ("Ready for a kind of cooperation"));
  adw_preferences_group_set_description (
      group, _ ("The same agreement, with the clauses, the duties and rights and the attachments "
                "that such a cooperation needs."));
  adw_preferences_page_add (page, group);
}

static void
add_own (AdwPreferencesPage *page)
{
  g_autoptr (GPtrArray) own = mft_own_templates_list ();
  AdwPreferencesGroup *group;

  if (own->len == 0)
    return;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _ ("Your own templates"));
  for (guint i = 0; i < own->len; i++)
    {
      const MftOwnTemplate *template = g_ptr_array_index (own, i);
      adw_preferences_group_add (group,
                                 new_row (template->id, template->title, NULL, "win.new-from"));
    }
  adw_preferences_page_add (page, group);
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
mft_template_page_class_init (MftTemplatePageClass *klass)
{
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
    add_template (ADW_PREFERENCES_GROUP (group), templates[i]);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  add_own (ADW_PREFERENCES_PAGE (page));
  for (guint i = 0; templates[i] != NULL; i++)
    add_packs (ADW_PREFERENCES_PAGE (page), templates[i]);
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
