/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/ready-form.h"

#include <glib/gi18n.h>

#include "agreement/lock.h"
#include "bahasa/capitals.h"
#include "template/values.h"
#include "ui/editor/field-row.h"
#include "ui/wrap/remove-all.h"

struct _MftReadyForm
{
  AdwBin parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *late;
  AdwPreferencesGroup *open;
  GtkListBox *points;
  MftFindingsPane *pane;

  /* Owned */
  MftAgreement *agreement;
  gboolean ready;
};

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint go_signal;

G_DEFINE_FINAL_TYPE (MftReadyForm, mft_ready_form, ADW_TYPE_BIN)

/* --- what comes late -------------------------------------------------------------------------------- */

static void
add_late_fields (MftReadyForm *self)
{
  for (guint i = 0; i < mft_agreement_n_fields (self->agreement); i++)
    {
      const char *id = mft_field_get_id (mft_agreement_get_field_at (self->agreement, i));
      if (mft_field_comes_late (id) && mft_agreement_count_uses (self->agreement, id) > 0)
        adw_preferences_group_add (self->late, mft_field_row_new (self->agreement, id));
    }
}

/* --- what is open ----------------------------------------------------------------------------------- */

static GtkWidget *
add_point (MftReadyForm *self, const char *title, const char *place, MftSeverity severity)
{
  gboolean mistake = severity == MFT_SEVERITY_ERROR;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (mistake ? "dialog-error-symbolic"
                                                          : "dialog-warning-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_widget_add_css_class (icon, mistake ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mistake ? _ ("Mistake") : _ ("Warning"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (self->points, row);
  return row;
}

static void
add_finding (MftReadyForm *self, MftFinding *finding)
{
  g_autofree char *message = mft_findings_dup_sentence (finding);
  g_autofree char *place = *finding->path != '\0' && *finding->text != '\0'
                               ? g_strdup_printf ("%s · “%s”", finding->path, finding->text)
                               : g_strdup (*finding->path != '\0' ? finding->path : finding->text);
  GtkWidget *row = add_point (self, message, place, finding->severity);

  if (finding->block_id == NULL)
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "mft-finding", finding);
}

/* Of numbers, place and date, one that no field gives. */
static guint
add_unsaid (MftReadyForm *self, const char *id)
{
  g_autoptr (MftField) field = mft_values_new_field (id);

  if (field == NULL || mft_agreement_count_uses (self->agreement, id) > 0)
    return 0;
  g_autofree char *meaning = mft_capitals (mft_field_get_meaning (field), MFT_CAPITALS_FIRST);
  add_point (self, meaning, _ ("No field of this text: see whether the text says it"),
             MFT_SEVERITY_WARNING);
  return 1;
}

/* A template says what its agreements need; of others nobody knows. */
static guint
add_all_unsaid (MftReadyForm *self)
{
  guint count;

  if (mft_agreement_get_setting (self->agreement, "templat") != NULL)
    return 0;
  count = add_unsaid (self, "tempat_ttd") + add_unsaid (self, "tanggal_ttd");

  for (guint party = 1; party <= mft_agreement_n_parties (self->agreement); party++)
    {
      g_autofree char *id = g_strdup_printf ("p%u.nomor", party);
      count += add_unsaid (self, id);
    }
  return count;
}

/* Those of a severity; returns how many. */
static guint
add_findings (MftReadyForm *self, MftSeverity severity)
{
  GPtrArray *findings = mft_findings_pane_get_findings (self->pane);
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      MftFinding *finding = g_ptr_array_index (findings, i);
      if (finding->severity != severity)
        continue;
      add_finding (self, finding);
      count++;
    }
  return count;
}

static void
set_ready (MftReadyForm *self, gboolean ready)
{
  if (self->ready == ready)
    return;
  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
refresh (MftReadyForm *self)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (self->agreement);
  guint mistakes, warnings;

  mft_list_box_remove_all (self->points);
  mistakes = add_findings (self, MFT_SEVERITY_ERROR);
  warnings = add_findings (self, MFT_SEVERITY_WARNING) + add_all_unsaid (self);
  adw_preferences_group_set_description (
      self->open, mistakes > 0 ? _ ("A mistake holds it back; a warning may be left as it is.")
                               : _ ("Ready means that you leave them as they are."));
  gtk_widget_set_visible (GTK_WIDGET (self->open), mistakes + warnings > 0);
  set_ready (self, missing[0] == NULL && mistakes == 0);
}

static void
changed_cb (MftReadyForm *self, MftBlock *only G_GNUC_UNUSED)
{
  refresh (self);
}

static void
activated_cb (MftReadyForm *self, GtkListBoxRow *row)
{
  MftFinding *finding = g_object_get_data (G_OBJECT (row), "mft-finding");

  if (finding != NULL)
    g_signal_emit (self, go_signal, 0, finding);
}

/* --- the widget ------------------------------------------------------------------------------------- */

gboolean
mft_ready_form_get_ready (MftReadyForm *self)
{
  return self->ready;
}

static void
mft_ready_form_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  if (property == PROP_READY)
    g_value_set_boolean (value, MFT_READY_FORM (object)->ready);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
}

static void
mft_ready_form_dispose (GObject *object)
{
  g_clear_object (&MFT_READY_FORM (object)->agreement);
  G_OBJECT_CLASS (mft_ready_form_parent_class)->dispose (object);
}

static void
mft_ready_form_class_init (MftReadyFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_ready_form_get_property;
  object_class->dispose = mft_ready_form_dispose;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  go_signal = g_signal_new ("go", MFT_TYPE_READY_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
mft_ready_form_init (MftReadyForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->late = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->open = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->points = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->points, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->points), "boxed-list");
  g_signal_connect_swapped (self->points, "row-activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_set_title (self->open, _ ("Still open"));
  adw_preferences_group_add (self->open, GTK_WIDGET (self->points));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->late));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->open));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
mft_ready_form_new (MftAgreement *agreement, MftFindingsPane *findings)
{
  MftReadyForm *self = g_object_new (MFT_TYPE_READY_FORM, NULL);

  self->agreement = g_object_ref (agreement);
  self->pane = findings;
  add_late_fields (self);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (findings, "checked", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
