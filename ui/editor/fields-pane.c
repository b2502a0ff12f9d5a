/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/fields-pane.h"

#include <glib/gi18n.h>

#include "ui/editor/field-row.h"

#include "agreement/party.h"
#include "ui/wrap/names.h"
#include "ui/wrap/remove-all.h"

struct _MftFieldsPane
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkEventControllerFocus *focus;
  GPtrArray *rows; /* borrowed */
  MftAgreement *agreement;
  char *layout; /* which field stands in which group, as last built */
  guint missing;
};

enum
{
  PROP_0,
  PROP_MISSING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MftFieldsPane, mft_fields_pane, ADW_TYPE_BIN)

/* 0 for the agreement's own fields, else the party: "p2.nama" is 2. */
static guint
party_of (const char *id)
{
  char *end;
  guint64 party = id[0] == 'p' ? g_ascii_strtoull (id + 1, &end, 10) : 0;

  return party > 0 && *end == '.' ? (guint) party : 0;
}

/* Fields that stand nowhere and hold nothing are not asked for. */
static gboolean
is_asked (MftAgreement *agreement, const MftField *field)
{
  /* A logo is chosen among the parties. */
  if (party_of (mft_field_get_id (field)) > 0
      && g_str_has_suffix (mft_field_get_id (field), ".logo"))
    return FALSE;
  return mft_field_get_value (field) != NULL
         || mft_agreement_count_uses (agreement, mft_field_get_id (field)) > 0;
}

/* --- groups ----------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (MftFieldsPane *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (GTK_BOX (self->box), group);
  return ADW_PREFERENCES_GROUP (group);
}

/* Only a sign: the names of the rows are long, and the heading says that they have to be filled in. */
static void
mark_required (GtkWidget *row)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_tooltip_text (mark, _ ("required"));
  gtk_widget_add_css_class (mark, "warning");
  mft_names_apply (mark);
  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), mark);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
}

static void
add_row (MftFieldsPane *self, AdwPreferencesGroup *group, const char *id, const char *heading,
         gboolean missing)
{
  GtkWidget *row = mft_field_row_new_without (self->agreement, id, heading);

  if (missing)
    mark_required (row);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static char *
party_title (MftAgreement *agreement, guint party)
{
  g_autofree char *value = g_strdup_printf ("%u", party);

  return party == 0 ? g_strdup (_ ("Agreement")) : mft_party_dup_role (agreement, value);
}

static void
add_party (MftFieldsPane *self, guint party, const char *const *missing)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < mft_agreement_n_fields (self->agreement); i++)
    {
      const MftField *field = mft_agreement_get_field_at (self->agreement, i);
      const char *id = mft_field_get_id (field);
      g_autofree char *title = party_title (self->agreement, party);
      if (party_of (id) != party || g_strv_contains (missing, id)
          || !is_asked (self->agreement, field))
        continue;
      if (group == NULL)
        group = add_group (self, title);
      add_row (self, group, id, title, FALSE);
    }
}

static void
build (MftFieldsPane *self, const char *const *missing)
{
  mft_box_remove_all (GTK_BOX (self->box));
  g_ptr_array_set_size (self->rows, 0);
  if (missing[0] != NULL)
    {
      AdwPreferencesGroup *group = add_group (self, _ ("Not filled in yet"));
      adw_preferences_group_set_description (
          group, _ ("These must be filled in before the agreement is signed."));
      for (guint i = 0; missing[i] != NULL; i++)
        add_row (self, group, missing[i], NULL, TRUE);
    }
  for (guint party = 0; party <= mft_agreement_n_parties (self->agreement); party++)
    add_party (self, party, missing);
}

/* --- following the agreement ------------------------------------------------------------------ */

static char *
layout_of (MftAgreement *agreement, const char *const *missing)
{
  GString *layout = g_string_new (NULL);

  for (guint i = 0; missing[i] != NULL; i++)
    g_string_append_printf (layout, "!%s", missing[i]);
  for (guint i = 0; i < mft_agreement_n_fields (agreement); i++)
    {
      const MftField *field = mft_agreement_get_field_at (agreement, i);
      if (is_asked (agreement, field))
        g_string_append_printf (layout, " %s", mft_field_get_id (field));
    }
  return g_string_free (layout, FALSE);
}

/* A row never jumps away under the person's hands: while one is written in, the groups stay. */
static void
update (MftFieldsPane *self)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (self->agreement);
  g_autofree char *layout = layout_of (self->agreement, (const char *const *) missing);

  if (self->missing != g_strv_length (missing))
    {
      self->missing = g_strv_length (missing);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MISSING]);
    }
  if (g_strcmp0 (layout, self->layout) != 0
      && !gtk_event_controller_focus_contains_focus (self->focus))
    {
      g_free (self->layout);
      self->layout = g_steal_pointer (&layout);
      build (self, (const char *const *) missing);
    }
  for (guint i = 0; i < self->rows->len; i++)
    mft_field_row_refresh (g_ptr_array_index (self->rows, i));
}

static void
changed_cb (MftFieldsPane *self, MftBlock *only)
{
  if (only == NULL)
    update (self);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
mft_fields_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MISSING)
    g_value_set_uint (value, MFT_FIELDS_PANE (object)->missing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_fields_pane_dispose (GObject *object)
{
  MftFieldsPane *self = MFT_FIELDS_PANE (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->layout, g_free);
  G_OBJECT_CLASS (mft_fields_pane_parent_class)->dispose (object);
}

static void
mft_fields_pane_class_init (MftFieldsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_fields_pane_get_property;
  object_class->dispose = mft_fields_pane_dispose;
  properties[PROP_MISSING] = g_param_spec_uint ("missing", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mft_fields_pane_init (MftFieldsPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  self->focus = GTK_EVENT_CONTROLLER_FOCUS (gtk_event_controller_focus_new ());
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->focus));
  g_signal_connect_object (self->focus, "leave", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
mft_fields_pane_set_agreement (MftFieldsPane *self, MftAgreement *agreement)
{
  g_return_if_fail (self->agreement == NULL);
  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

gboolean
mft_fields_pane_go_to (MftFieldsPane *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (mft_field_row_get_id (g_ptr_array_index (self->rows, i)), id))
      return gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
  return FALSE;
}

guint
mft_fields_pane_get_missing (MftFieldsPane *self)
{
  return self->missing;
}
