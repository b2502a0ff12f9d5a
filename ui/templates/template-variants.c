/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/template-variants.h"

#include <glib/gi18n.h>

#include "agreement/shown.h"
#include "template/choice.h"
#include "template/own-choices.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/remove-all.h"
#include "ui/wrap/toasts.h"

struct _MftTemplateVariants
{
  AdwBin parent_instance;

  MftAgreement *template;
  char *current; /* the passage with the cursor, or NULL */
  char *shown;   /* what the groups say */
  GtkWidget *box;
  GtkWidget *list; /* the groups of the choices */
  AdwActionRow *place;
  GtkSwitch *optional;
  gboolean refreshing;
};

static guint go_signal;

G_DEFINE_FINAL_TYPE (MftTemplateVariants, mft_template_variants, ADW_TYPE_BIN)

static MftBlock *
passage_of (MftTemplateVariants *self)
{
  return self->current != NULL ? mft_agreement_get_block (self->template, self->current) : NULL;
}

/* --- the passage with the cursor --------------------------------------------------------------------- */

static char *
dup_place (MftAgreement *template, MftBlock *passage)
{
  g_autofree char *path = mft_block_dup_path (passage);
  g_autofree char *heading
      = mft_block_get_kind (passage) == MFT_BLOCK_PASAL ? mft_shown_text (template, passage) : NULL;

  return heading != NULL && heading[0] != '\0' ? g_strdup_printf ("%s · %s", path, heading)
                                               : g_steal_pointer (&path);
}

static void
show_current (MftTemplateVariants *self)
{
  MftBlock *passage = passage_of (self);
  g_autoptr (GPtrArray) choices = mft_own_choices_list (self->template);
  g_autofree char *place
      = passage != NULL ? dup_place (self->template, passage)
                        : g_strdup (_ ("Put the cursor into a Pasal, an ayat or an attachment."));
  /* The legal basis may be left out, but there is one of it. */
  gboolean many = passage != NULL && mft_block_get_kind (passage) != MFT_BLOCK_LEGAL_BASIS;

  self->refreshing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place), place);
  gtk_switch_set_active (self->optional,
                         passage != NULL && mft_own_choices_is_optional (choices, passage));
  gtk_widget_set_sensitive (GTK_WIDGET (self->optional), passage != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "variants.add", many);
  self->refreshing = FALSE;
}

void
mft_template_variants_set_current (MftTemplateVariants *self, const char *id)
{
  MftBlock *block = id != NULL ? mft_agreement_get_block (self->template, id) : NULL;
  MftBlock *passage = block != NULL ? mft_own_choices_passage_of (block) : NULL;

  g_free (self->current);
  self->current = passage != NULL ? g_strdup (mft_block_get_id (passage)) : NULL;
  show_current (self);
}

static void
optional_cb (MftTemplateVariants *self)
{
  MftBlock *passage = passage_of (self);
  g_autoptr (GError) error = NULL;

  if (self->refreshing || passage == NULL)
    return;
  if (!mft_own_choices_set_optional (self->template, passage,
                                     gtk_switch_get_active (self->optional), &error))
    mft_tell_error (GTK_WIDGET (self), _ ("This cannot be left out"), error);
}

static void
add_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftTemplateVariants *self = MFT_TEMPLATE_VARIANTS (widget);
  MftBlock *passage = passage_of (self);
  g_autoptr (GError) error = NULL;
  MftBlock *copy
      = passage != NULL ? mft_own_choices_add_variant (self->template, passage, &error) : NULL;

  if (copy != NULL)
    {
      g_autofree char *id = g_strdup (mft_block_get_id (copy));
      mft_toast_with_action (widget, _ ("The other wording stands behind it; write it there."),
                             _ ("Undo"), "page.undo");
      g_signal_emit (self, go_signal, 0, id);
    }
  else if (error != NULL)
    mft_tell_error (widget, _ ("There can be no other wording of this"), error);
}

/* From the ayat to its Pasal. */
static void
wider_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftTemplateVariants *self = MFT_TEMPLATE_VARIANTS (widget);
  MftBlock *passage = passage_of (self);
  MftBlock *wider
      = passage != NULL ? mft_own_choices_passage_of (mft_block_get_parent (passage)) : NULL;

  if (wider != NULL)
    mft_template_variants_set_current (self, mft_block_get_id (wider));
}

/* --- the choices ------------------------------------------------------------------------------------- */

static void
go_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *id)
{
  g_signal_emit (widget, go_signal, 0, g_variant_get_string (id, NULL));
}

static void
prefer_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *names)
{
  const char *choice, *variant;

  g_variant_get (names, "(&s&s)", &choice, &variant);
  mft_own_choices_prefer (MFT_TEMPLATE_VARIANTS (widget)->template, choice, variant);
}

static MftOwnChoice *
find_choice (GPtrArray *choices, const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((MftOwnChoice *) choices->pdata[i])->id, id))
      return choices->pdata[i];
  return NULL;
}

/* A name that another variant has, or none, is not taken. */
static void
renamed_cb (GtkEditable *row, MftTemplateVariants *self)
{
  g_autoptr (GPtrArray) choices = mft_own_choices_list (self->template);
  MftOwnChoice *choice = find_choice (choices, g_object_get_data (G_OBJECT (row), "mft-choice"));
  const char *old = g_object_get_data (G_OBJECT (row), "mft-variant");
  MftOwnVariant *variant = choice != NULL && old != NULL ? mft_own_choice_get (choice, old) : NULL;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (choice == NULL || name[0] == '\0'
      || (variant != NULL && mft_own_choice_get (choice, name) != NULL))
    {
      gtk_widget_error_bell (GTK_WIDGET (row));
      return;
    }
  char **named = variant != NULL ? &variant->name : &choice->title;
  g_free (*named);
  *named = g_steal_pointer (&name);
  mft_own_choices_set (self->template, choices);
}

static GtkWidget *
new_name_row (MftTemplateVariants *self, const char *title, const char *name, const char *choice,
              const char *variant)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "mft-choice", g_strdup (choice), g_free);
  g_object_set_data_full (G_OBJECT (row), "mft-variant", g_strdup (variant), g_free);
  g_signal_connect (row, "apply", G_CALLBACK (renamed_cb), self);
  return row;
}

/* It is chosen unless somebody chooses otherwise. */
static GtkWidget *
new_default_mark (const MftOwnChoice *choice, const MftOwnVariant *variant, gboolean first)
{
  GtkWidget *button = mft_icon_button_new (first ? "starred-symbolic" : "non-starred-symbolic",
                                           first ? _ ("Taken unless another is chosen")
                                                 : _ ("Take this one unless another is chosen"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "variants.prefer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", choice->id, variant->name);
  return button;
}

static GtkWidget *
new_go_button (const MftOwnVariant *variant)
{
  return mft_icon_button_new_action ("go-jump-symbolic", _ ("Show it in the text"), "variants.go",
                                     variant->block);
}

/* Being there and being left out have no names of their own. */
static GtkWidget *
new_plain_row (const MftOwnVariant *variant, gboolean first)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 variant->block != NULL ? _ ("It is there") : _ ("It is left out"));
  if (first)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("unless another is chosen"));
  return row;
}

static GtkWidget *
new_variant (MftTemplateVariants *self, const MftOwnChoice *choice, guint index)
{
  const MftOwnVariant *variant = choice->variants->pdata[index];
  MftBlock *block
      = variant->block != NULL ? mft_agreement_get_block (self->template, variant->block) : NULL;
  GtkWidget *mark = new_default_mark (choice, variant, index == 0);

  if (block == NULL || g_str_equal (variant->name, MFT_CHOICE_ON))
    {
      GtkWidget *row = new_plain_row (variant, index == 0);
      if (block != NULL)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_go_button (variant));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
      return row;
    }
  g_autofree char *path = mft_block_dup_path (block);
  GtkWidget *row = new_name_row (self, path, variant->name, choice->id, variant->name);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), new_go_button (variant));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), mark);
  return row;
}

static void
add_choice (MftTemplateVariants *self, const MftOwnChoice *choice)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      new_name_row (self, _ ("The choice is called"), choice->title, choice->id, NULL));
  for (guint i = 0; i < choice->variants->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_variant (self, choice, i));
  gtk_box_append (GTK_BOX (self->list), group);
}

static char *
dup_state (MftAgreement *template, GPtrArray *choices)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const MftOwnChoice *choice = choices->pdata[i];
      g_string_append_printf (state, "%s\t%s\n", choice->id, choice->title);
      for (guint j = 0; j < choice->variants->len; j++)
        {
          const MftOwnVariant *variant = choice->variants->pdata[j];
          MftBlock *block
              = variant->block != NULL ? mft_agreement_get_block (template, variant->block) : NULL;
          g_autofree char *path = block != NULL ? mft_block_dup_path (block) : g_strdup ("");
          g_string_append_printf (state, "\t%s\t%s\n", variant->name, path);
        }
    }
  return g_string_free (state, FALSE);
}

static void
refresh (MftTemplateVariants *self)
{
  g_autoptr (GPtrArray) choices = mft_own_choices_list (self->template);
  g_autofree char *state = dup_state (self->template, choices);

  show_current (self);
  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  mft_box_remove_all (GTK_BOX (self->list));
  for (guint i = 0; i < choices->len; i++)
    add_choice (self, choices->pdata[i]);
}

/* --- the widget ------------------------------------------------------------------------------------- */

static void
mft_template_variants_dispose (GObject *object)
{
  MftTemplateVariants *self = MFT_TEMPLATE_VARIANTS (object);

  g_clear_object (&self->template);
  g_clear_pointer (&self->current, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (mft_template_variants_parent_class)->dispose (object);
}

static void
mft_template_variants_class_init (MftTemplateVariantsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_template_variants_dispose;
  go_signal = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "variants.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "variants.wider", NULL, wider_cb);
  gtk_widget_class_install_action (widget_class, "variants.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "variants.prefer", "(ss)", prefer_cb);
}

static GtkWidget *
new_action_row (const char *title, const char *action)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

static GtkWidget *
new_current_group (MftTemplateVariants *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *optional = adw_action_row_new ();

  self->place = ADW_ACTION_ROW (new_action_row ("", "variants.wider"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->place), FALSE);
  adw_action_row_set_title_lines (self->place, 3);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), _ ("What it stands in"));
  self->optional = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->optional), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (optional), _ ("May be left out"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (optional), GTK_WIDGET (self->optional));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (optional), GTK_WIDGET (self->optional));
  g_signal_connect_swapped (self->optional, "notify::active", G_CALLBACK (optional_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("At the cursor"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->place));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), optional);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             new_action_row (_ ("Add another wording"), "variants.add"));
  return group;
}

static void
mft_template_variants_init (MftTemplateVariants *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18,
                            "margin-top", 12, "margin-bottom", 18, "margin-start", 12, "margin-end",
                            12, NULL);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (self->box), new_current_group (self));
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
changed_cb (MftTemplateVariants *self, MftBlock *only)
{
  if (only == NULL)
    refresh (self);
}

MftTemplateVariants *
mft_template_variants_new (MftAgreement *template)
{
  MftTemplateVariants *self = g_object_new (MFT_TYPE_TEMPLATE_VARIANTS, NULL);

  self->template = g_object_ref (template);
  g_signal_connect_object (template, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}
