/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/template-fields.h"

#include <glib/gi18n.h>

#include "agreement/edit.h"
#include "agreement/field-mask.h"
#include "bahasa/capitals.h"
#include "ui/editor/field-row.h"
#include "ui/templates/field-dialog.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/toasts.h"

struct _MftTemplateFields
{
  AdwBin parent_instance;

  MftAgreement *template;
  GtkWidget *box;
  AdwPreferencesGroup *group;
  char *shown; /* what the rows say */
};

static guint insert_signal;

G_DEFINE_FINAL_TYPE (MftTemplateFields, mft_template_fields, ADW_TYPE_BIN)

/* --- rows ------------------------------------------------------------------------------------------- */

/* "date · required · {nomor}/PKS · default 4 tahun" */
static char *
dup_subtitle (MftAgreement *template, const MftField *field)
{
  const char *mask = mft_field_mask_get (template, mft_field_get_id (field));
  const char *initial = mft_field_get_default (field);
  const MftField *source = mft_field_find_source (template, initial);
  GString *words = g_string_new (mft_field_kind_words (mft_field_get_type (field)));

  if (mft_field_is_required (field))
    g_string_append_printf (words, " · %s", _ ("required"));
  if (mask != NULL)
    g_string_append_printf (words, " · %s", mask);
  if (source != NULL)
    {
      /* Translators: %s is another field, which this one takes its words from. */
      g_string_append_printf (words, _ (" · as %s"), mft_field_get_meaning (source));
    }
  else if (initial != NULL)
    g_string_append_printf (words, " · %s", initial);
  return g_string_free (words, FALSE);
}

static GtkWidget *
new_row (MftTemplateFields *self, const MftField *field)
{
  const char *id = mft_field_get_id (field);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = mft_capitals (mft_field_get_meaning (field), MFT_CAPITALS_FIRST);
  g_autofree char *subtitle = dup_subtitle (self->template, field);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             mft_icon_button_new_action ("insert-text-symbolic",
                                                         _ ("Put it into the text at the cursor"),
                                                         "fields.insert", id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             mft_icon_button_new_action ("user-trash-symbolic",
                                                         _ ("Remove this field"), "fields.remove",
                                                         id));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "fields.change");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  return row;
}

static char *
dup_state (MftAgreement *template)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < mft_agreement_n_fields (template); i++)
    {
      const MftField *field = mft_agreement_get_field_at (template, i);
      g_autofree char *subtitle = dup_subtitle (template, field);
      g_string_append_printf (state, "%s\t%s\t%s\n", mft_field_get_id (field),
                              mft_field_get_meaning (field), subtitle);
    }
  return g_string_free (state, FALSE);
}

static GtkWidget *
new_add_button (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button),
                        g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic",
                                      "label", _ ("_New field"), "use-underline", TRUE, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "fields.add");
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
refresh (MftTemplateFields *self)
{
  g_autofree char *state = dup_state (self->template);

  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  if (self->group != NULL)
    gtk_box_remove (GTK_BOX (self->box), GTK_WIDGET (self->group));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_description (
      self->group, _ ("What a new agreement asks for. One value feeds every place."));
  adw_preferences_group_set_header_suffix (self->group, new_add_button ());
  for (guint i = 0; i < mft_agreement_n_fields (self->template); i++)
    adw_preferences_group_add (self->group,
                               new_row (self, mft_agreement_get_field_at (self->template, i)));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->group));
}

/* --- actions ---------------------------------------------------------------------------------------- */

static void
change_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *id)
{
  mft_field_dialog_present (widget, MFT_TEMPLATE_FIELDS (widget)->template,
                            g_variant_get_string (id, NULL));
}

static void
add_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  mft_field_dialog_present (widget, MFT_TEMPLATE_FIELDS (widget)->template, NULL);
}

static void
insert_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *id)
{
  g_signal_emit (widget, insert_signal, 0, g_variant_get_string (id, NULL));
}

static void
remove_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *given)
{
  MftAgreement *template = MFT_TEMPLATE_FIELDS (widget)->template;
  const char *id = g_variant_get_string (given, NULL);

  if (mft_agreement_count_uses (template, id) > 0)
    {
      mft_toast (widget, _ ("It still stands in the text. Remove it there first."));
      return;
    }
  mft_edit_begin (template);
  mft_field_mask_set (template, id, NULL, NULL);
  mft_edit_remove_field (template, id);
  mft_edit_end (template);
  mft_toast_with_action (widget, _ ("The field was removed."), _ ("Undo"), "page.undo");
}

/* --- the widget ------------------------------------------------------------------------------------- */

static void
mft_template_fields_dispose (GObject *object)
{
  MftTemplateFields *self = MFT_TEMPLATE_FIELDS (object);

  g_clear_object (&self->template);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (mft_template_fields_parent_class)->dispose (object);
}

static void
mft_template_fields_class_init (MftTemplateFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_template_fields_dispose;
  insert_signal = g_signal_new ("insert", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "fields.change", "s", change_cb);
  gtk_widget_class_install_action (widget_class, "fields.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "fields.insert", "s", insert_cb);
  gtk_widget_class_install_action (widget_class, "fields.remove", "s", remove_cb);
}

static void
mft_template_fields_init (MftTemplateFields *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "margin-top", 12,
                            "margin-bottom", 18, "margin-start", 12, "margin-end", 12, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
changed_cb (MftTemplateFields *self, MftBlock *only)
{
  if (only == NULL)
    refresh (self);
}

MftTemplateFields *
mft_template_fields_new (MftAgreement *template)
{
  MftTemplateFields *self = g_object_new (MFT_TYPE_TEMPLATE_FIELDS, NULL);

  self->template = g_object_ref (template);
  g_signal_connect_object (template, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}
