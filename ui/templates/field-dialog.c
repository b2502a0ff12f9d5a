/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/field-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "agreement/edit-field.h"
#include "agreement/field-mask.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"

#define KINDS (MFT_FIELD_CHOICE + 1)
#define FORM_HEIGHT 460

/* What the dialog knows; freed with it. */
typedef struct
{
  MftAgreement *template;
  char *id; /* NULL: new */
  MftAsk *ask;
  GtkEditable *meaning, *initial, *choices, *mask;
  AdwComboRow *kind;
  GtkSwitch *required;
} Dialog;

static void
dialog_free (Dialog *dialog)
{
  g_object_unref (dialog->template);
  g_free (dialog->id);
  g_free (dialog);
}

const char *
mft_field_kind_words (MftFieldType type)
{
  static const char *const words[KINDS] = {
    [MFT_FIELD_TEXT] = N_ ("words"),        [MFT_FIELD_INTEGER] = N_ ("number"),
    [MFT_FIELD_PERCENT] = N_ ("percent"),   [MFT_FIELD_MONEY] = N_ ("amount of money"),
    [MFT_FIELD_DATE] = N_ ("date"),         [MFT_FIELD_YEAR] = N_ ("year"),
    [MFT_FIELD_DURATION] = N_ ("duration"), [MFT_FIELD_CHOICE] = N_ ("choice"),
  };

  return _ (words[type]);
}

/* --- what the form says ----------------------------------------------------------------------------- */

static char *
dup_entry (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static MftFieldType
kind_of (Dialog *dialog)
{
  return (MftFieldType) adw_combo_row_get_selected (dialog->kind);
}

/* The choices, without what is empty. NULL-terminated, owned by the caller. */
static char **
dup_choices (Dialog *dialog)
{
  g_auto (GStrv) given = g_strsplit (gtk_editable_get_text (dialog->choices), ";", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; given[i] != NULL; i++)
    if (g_strstrip (given[i])[0] != '\0')
      g_strv_builder_add (kept, given[i]);
  return g_strv_builder_end (kept);
}

/* "batas_waktu" of "batas waktu, dalam hari", and no other field's. */
static char *
dup_new_id (MftAgreement *template, const char *meaning)
{
  g_autofree char *lower = g_utf8_strdown (meaning, -1);
  g_autoptr (GString) id = g_string_new (NULL);
  gsize stem;

  for (const char *at = lower; *at != '\0' && strchr (",;(", *at) == NULL; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (id, *at);
    else if (id->len > 0 && id->str[id->len - 1] != '_')
      g_string_append_c (id, '_');
  if (id->len == 0 || !g_ascii_isalpha (id->str[0]))
    g_string_prepend (id, "isian_");
  if (id->str[id->len - 1] == '_')
    g_string_truncate (id, id->len - 1);
  stem = id->len;
  for (guint i = 2; mft_agreement_get_field (template, id->str) != NULL; i++)
    {
      g_string_truncate (id, stem);
      g_string_append_printf (id, "_%u", i);
    }
  return g_strdup (id->str);
}

/* NULL if the default does not fit. */
static MftField *
make_field (Dialog *dialog)
{
  g_autofree char *meaning = dup_entry (dialog->meaning);
  g_autofree char *id
      = dialog->id != NULL ? g_strdup (dialog->id) : dup_new_id (dialog->template, meaning);
  g_auto (GStrv) choices = kind_of (dialog) == MFT_FIELD_CHOICE ? dup_choices (dialog) : NULL;
  g_autoptr (MftField) field
      = mft_field_new (id, kind_of (dialog), gtk_switch_get_active (dialog->required), meaning,
                       (const char *const *) choices);
  g_autofree char *initial = mft_field_parse (field, gtk_editable_get_text (dialog->initial), NULL);

  if (initial == NULL)
    return NULL;
  mft_field_set_default (field, initial);
  mft_field_set_value (field, initial);
  return g_steal_pointer (&field);
}

/* --- while it is written ---------------------------------------------------------------------------- */

/* Not by colour alone. */
static gboolean
mark (GtkEditable *entry, gboolean fits, const char *title, const char *hint)
{
  g_autofree char *words = fits ? g_strdup (title) : g_strdup_printf ("%s: %s", title, hint);

  if (fits)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), words);
  return fits;
}

static void
check (Dialog *dialog)
{
  MftFieldType kind = kind_of (dialog);
  g_autofree char *meaning = dup_entry (dialog->meaning);
  g_autofree char *mask = dup_entry (dialog->mask);
  g_auto (GStrv) choices = dup_choices (dialog);
  g_autoptr (MftField) field = make_field (dialog);
  gboolean fits = meaning[0] != '\0';

  gtk_widget_set_visible (GTK_WIDGET (dialog->choices), kind == MFT_FIELD_CHOICE);
  gtk_widget_set_visible (GTK_WIDGET (dialog->mask), kind == MFT_FIELD_TEXT);
  fits &= mark (dialog->choices, kind != MFT_FIELD_CHOICE || g_strv_length (choices) >= 2,
                _ ("Choices, parted by “;”"), _ ("at least two"));
  fits &= mark (dialog->mask,
                kind != MFT_FIELD_TEXT || mask[0] == '\0' || mft_field_mask_is_valid (mask),
                _ ("Pattern"), _ ("like {nomor}/PKS/{bulan}/{tahun}"));
  fits &= mark (dialog->initial, field != NULL, _ ("Default"),
                _ ("it does not fit the kind of field"));
  mft_ask_set_ready (dialog->ask, fits);
}

static void
answered_cb (MftAsk *ask, gboolean accepted, Dialog *dialog)
{
  g_autoptr (MftField) field = accepted ? make_field (dialog) : NULL;
  g_autofree char *mask = dup_entry (dialog->mask);
  g_autofree char *initial = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  if (field == NULL)
    return;
  g_autofree char *id = g_strdup (mft_field_get_id (field));
  gboolean masked = mft_field_get_type (field) == MFT_FIELD_TEXT;
  initial = g_strdup (mft_field_get_default (field));
  mft_edit_begin (dialog->template);
  if (dialog->id == NULL)
    mft_edit_add_field (dialog->template, g_steal_pointer (&field));
  else
    done = mft_edit_define_field (dialog->template, g_steal_pointer (&field), &error)
           && mft_edit_field (dialog->template, id, initial != NULL ? initial : "", &error);
  done = done && mft_field_mask_set (dialog->template, id, masked ? mask : NULL, &error);
  mft_edit_end (dialog->template);
  if (!done)
    mft_tell_error (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (ask))),
                    _ ("The field cannot be so"), error);
}

/* --- the form --------------------------------------------------------------------------------------- */

static GtkEditable *
add_entry (Dialog *dialog, GtkWidget *group, const char *title, const char *words)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), words != NULL ? words : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (check), dialog);
  return GTK_EDITABLE (row);
}

static void
add_kind (Dialog *dialog, GtkWidget *group, const MftField *field)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < KINDS; i++)
    gtk_string_list_append (kinds, mft_field_kind_words ((MftFieldType) i));
  dialog->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (dialog->kind), _ ("Kind"));
  adw_combo_row_set_model (dialog->kind, G_LIST_MODEL (kinds));
  if (field != NULL)
    adw_combo_row_set_selected (dialog->kind, mft_field_get_type (field));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (dialog->kind));
  g_signal_connect_swapped (dialog->kind, "notify::selected", G_CALLBACK (check), dialog);
}

static void
add_required (Dialog *dialog, GtkWidget *group, const MftField *field)
{
  GtkWidget *row = adw_action_row_new ();

  dialog->required = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (dialog->required), GTK_ALIGN_CENTER);
  gtk_switch_set_active (dialog->required, field == NULL || mft_field_is_required (field));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Must be filled in"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (dialog->required));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (dialog->required));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
new_form (Dialog *dialog)
{
  GtkWidget *group = adw_preferences_group_new ();
  const MftField *field
      = dialog->id != NULL ? mft_agreement_get_field (dialog->template, dialog->id) : NULL;
  g_autofree char *choices = field != NULL && mft_field_get_choices (field) != NULL
                                 ? g_strjoinv ("; ", (char **) mft_field_get_choices (field))
                                 : NULL;

  dialog->meaning = add_entry (dialog, group, _ ("What is asked for"),
                               field != NULL ? mft_field_get_meaning (field) : NULL);
  add_kind (dialog, group, field);
  add_required (dialog, group, field);
  dialog->initial
      = add_entry (dialog, group, "", field != NULL ? mft_field_get_default (field) : NULL);
  dialog->choices = add_entry (dialog, group, "", choices);
  dialog->mask = add_entry (
      dialog, group, "", field != NULL ? mft_field_mask_get (dialog->template, dialog->id) : NULL);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "max-content-height", FORM_HEIGHT, "child",
                       group, NULL);
}

void
mft_field_dialog_present (GtkWidget *over, MftAgreement *template, const char *id)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  GtkWidget *form;

  dialog->template = g_object_ref (template);
  dialog->id = g_strdup (id);
  form = new_form (dialog);
  dialog->ask = mft_ask_new (GTK_WINDOW (gtk_widget_get_root (over)),
                             id != NULL ? _ ("Change the field") : _ ("New field"),
                             _ ("A pattern holds numbers of letters to the office's form; {nomor}, "
                                "{bulan}, {bulan_angka} and {tahun} stand for what changes."),
                             id != NULL ? _ ("_Change") : _ ("_Add"), form);
  g_object_set_data_full (G_OBJECT (dialog->ask), "mft-dialog", dialog,
                          (GDestroyNotify) dialog_free);
  g_signal_connect (dialog->ask, "answered", G_CALLBACK (answered_cb), dialog);
  check (dialog);
  gtk_window_present (GTK_WINDOW (dialog->ask));
}
