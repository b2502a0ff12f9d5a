/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/field-row.h"

#include <glib/gi18n.h>

#include "agreement/edit.h"
#include "agreement/field-mask.h"
#include "agreement/shown.h"
#include "bahasa/capitals.h"
#include "base/clock.h"
#include "ui/editor/field-uses.h"

#define PAUSE_MS 350

/* What a row knows, kept as its data. */
typedef struct
{
  MftAgreement *agreement;
  char *id;
  char *omitted; /* what the heading over the row says already, or NULL */
  guint pause_source;
  gboolean refreshing;
  gboolean follows; /* its words are those of another field */
} Row;

static Row *
row_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "mft-row");
}

static void
row_free (Row *row)
{
  g_clear_handle_id (&row->pause_source, g_source_remove);
  g_object_unref (row->agreement);
  g_free (row->id);
  g_free (row->omitted);
  g_free (row);
}

static MftField *
field_of (Row *row)
{
  return mft_agreement_get_field (row->agreement, row->id);
}

const MftField *
mft_field_find_source (MftAgreement *agreement, const char *value)
{
  const char *start = value != NULL ? strchr (value, '{') : NULL;
  gsize length = start != NULL ? strcspn (start + 1, ":}") : 0;
  g_autofree char *id = start != NULL ? g_strndup (start + 1, length) : NULL;

  return id != NULL && start[1 + length] != '\0' ? mft_agreement_get_field (agreement, id) : NULL;
}

char *
mft_field_dup_words (MftAgreement *agreement, const char *id)
{
  MftField *field = mft_agreement_get_field (agreement, id);
  const char *value = field != NULL ? mft_field_get_value (field) : NULL;
  char *words = NULL;

  if (value != NULL && mft_field_get_type (field) == MFT_FIELD_DATE)
    words = mft_shown_value (agreement, value, MFT_FORM_DATE);
  else if (mft_field_find_source (agreement, value) != NULL)
    return mft_shown_field (agreement, id);
  return words != NULL ? words : g_strdup (value);
}

static const char *
hint_for (MftFieldType type)
{
  switch (type)
    {
    case MFT_FIELD_DATE:
      return _ ("write it like 26 November 2026");
    case MFT_FIELD_YEAR:
      return _ ("write it like 2026");
    case MFT_FIELD_INTEGER:
      return _ ("write a whole number, like 4");
    case MFT_FIELD_PERCENT:
      return _ ("write a number, like 5 or 2,5");
    case MFT_FIELD_MONEY:
      return _ ("write it like Rp10.000.000");
    case MFT_FIELD_DURATION:
      return _ ("write it like 4 tahun or 30 hari kalender");
    case MFT_FIELD_TEXT:
    case MFT_FIELD_CHOICE:
      return _ ("this cannot stand here");
    }
  g_return_val_if_reached ("");
}

/* "Judul kerja sama" of "judul kerja sama, tanpa titik; sama di …": a row has one line for it. Nor is
 * said what the heading over it says. */
static char *
dup_name (const char *meaning, const char *omitted)
{
  g_autofree char *name = g_strndup (meaning, strcspn (meaning, ",;("));

  g_strchomp (name);
  if (omitted != NULL && g_str_has_suffix (name, omitted) && strlen (name) > strlen (omitted))
    name[strlen (name) - strlen (omitted)] = '\0';
  return g_strchomp (g_steal_pointer (&name));
}

/* What is not written here but taken from another field says so. */
static void
add_source (char **name, char **meaning, const MftField *source)
{
  g_autofree char *old_name = *name;
  g_autofree char *old_meaning = *meaning;
  g_autofree char *from = dup_name (mft_field_get_meaning (source), NULL);

  /* Translators: a field and the other field that it takes its words from. */
  *name = g_strdup_printf (_ ("%s · as %s"), old_name, from);
  *meaning = g_strdup_printf (_ ("%s · as %s"), old_meaning, from);
}

/* "Nomor naskah · for example …/PKS/KTS/XI/2026", as its office numbers letters. */
static void
add_example (MftAgreement *agreement, const MftField *field, char **name, char **meaning)
{
  const char *mask = mft_field_mask_get (agreement, mft_field_get_id (field));

  if (mask == NULL)
    return;
  g_autofree char *old_name = *name;
  g_autofree char *old_meaning = *meaning;
  g_autoptr (GDateTime) utc = mft_clock_now_utc ();
  g_autoptr (GDateTime) now = g_date_time_to_local (utc);
  MftDate today = { (guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                    (guint) g_date_time_get_day_of_month (now) };
  g_autofree char *example = mft_field_mask_example (mask, today);

  /* Translators: a field and an example of what stands in it, such as …/PKS/XI/2026. */
  *name = g_strdup_printf (_ ("%s · for example %s"), old_name, example);
  *meaning = g_strdup_printf (_ ("%s · for example %s"), old_meaning, example);
}

/* Not by colour alone: the title itself says what is wrong. */
static void
show_state (GtkWidget *widget, gboolean fits)
{
  const MftField *field = field_of (row_of (widget));
  g_autofree char *meaning = mft_capitals (mft_field_get_meaning (field), MFT_CAPITALS_FIRST);
  g_autofree char *name = dup_name (meaning, row_of (widget)->omitted);
  const char *hint = hint_for (mft_field_get_type (field));
  const MftField *source
      = mft_field_find_source (row_of (widget)->agreement, mft_field_get_value (field));
  row_of (widget)->follows = source != NULL;
  if (source != NULL)
    add_source (&name, &meaning, source);
  add_example (row_of (widget)->agreement, field, &name, &meaning);
  g_autofree char *title = fits ? g_strdup (name) : g_strdup_printf ("%s: %s", name, hint);
  g_autofree char *whole = fits ? g_strdup (meaning) : g_strdup_printf ("%s: %s", meaning, hint);

  if (fits)
    gtk_widget_remove_css_class (widget, "error");
  else
    gtk_widget_add_css_class (widget, "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  gtk_widget_set_tooltip_text (widget, whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  whole, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               fits ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
take_over (GtkWidget *widget)
{
  Row *row = row_of (widget);
  const char *given = gtk_editable_get_text (GTK_EDITABLE (widget));
  g_autofree char *words = mft_field_dup_words (row->agreement, row->id);

  g_clear_handle_id (&row->pause_source, g_source_remove);
  /* Words of another field that stand as they are keep on following it. */
  show_state (widget, g_strcmp0 (given, words) == 0
                          || mft_edit_field (row->agreement, row->id, given, NULL));
}

static gboolean
pause_cb (gpointer widget)
{
  row_of (widget)->pause_source = 0;
  take_over (widget);
  return G_SOURCE_REMOVE;
}

static void
written_cb (GtkWidget *widget)
{
  Row *row = row_of (widget);

  if (row->refreshing)
    return;
  g_clear_handle_id (&row->pause_source, g_source_remove);
  row->pause_source = g_timeout_add (PAUSE_MS, pause_cb, widget);
}

static void
left_cb (GtkWidget *widget)
{
  Row *row = row_of (widget);

  if (row->pause_source != 0)
    take_over (widget);
  mft_field_row_refresh (widget);
}

static void
chosen_cb (GtkWidget *widget)
{
  Row *row = row_of (widget);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (widget));

  if (!row->refreshing && selected != GTK_INVALID_LIST_POSITION)
    mft_edit_field (row->agreement, row->id, mft_field_get_choices (field_of (row))[selected],
                    NULL);
}

static gboolean
is_written_in (GtkWidget *widget)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (widget)));

  return gtk_widget_has_focus (GTK_WIDGET (text));
}

void
mft_field_row_refresh (GtkWidget *widget)
{
  Row *row = row_of (widget);
  const char *value = mft_agreement_get_value (row->agreement, row->id);
  g_autofree char *words = mft_field_dup_words (row->agreement, row->id);

  if (row->follows != (mft_field_find_source (row->agreement, value) != NULL))
    show_state (widget, !gtk_widget_has_css_class (widget, "error"));
  row->refreshing = TRUE;
  if (ADW_IS_COMBO_ROW (widget))
    {
      const char *const *choices = mft_field_get_choices (field_of (row));
      for (guint i = 0; choices[i] != NULL; i++)
        if (g_strcmp0 (choices[i], words) == 0)
          adw_combo_row_set_selected (ADW_COMBO_ROW (widget), i);
    }
  else if (!is_written_in (widget)
           && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), words != NULL ? words : "")
                  != 0
           && !gtk_widget_has_css_class (widget, "error"))
    gtk_editable_set_text (GTK_EDITABLE (widget), words != NULL ? words : "");
  row->refreshing = FALSE;
}

static GtkWidget *
new_choice (const MftField *field)
{
  GtkWidget *widget = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (mft_field_get_choices (field));

  adw_combo_row_set_model (ADW_COMBO_ROW (widget), G_LIST_MODEL (choices));
  return widget;
}

static void
connect_entry (GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (widget, "changed", G_CALLBACK (written_cb), NULL);
  g_signal_connect (widget, "entry-activated", G_CALLBACK (take_over), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), widget);
  gtk_widget_add_controller (widget, focus);
}

static void
add_uses (GtkWidget *widget, Row *row)
{
  guint uses = mft_agreement_count_uses (row->agreement, row->id);
  g_autofree char *words
      = g_strdup_printf (ngettext ("Stands in %u place", "Stands in %u places", uses), uses);
  GtkWidget *button = mft_field_uses_new (row->agreement, row->id);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  if (ADW_IS_ENTRY_ROW (widget))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (widget), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), button);
}

GtkWidget *
mft_field_row_new (MftAgreement *agreement, const char *id)
{
  return mft_field_row_new_without (agreement, id, NULL);
}

GtkWidget *
mft_field_row_new_without (MftAgreement *agreement, const char *id, const char *words)
{
  const MftField *field = mft_agreement_get_field (agreement, id);
  gboolean choice = mft_field_get_type (field) == MFT_FIELD_CHOICE;
  GtkWidget *widget = choice ? new_choice (field) : adw_entry_row_new ();
  Row *row = g_new0 (Row, 1);

  row->agreement = g_object_ref (agreement);
  row->id = g_strdup (id);
  row->omitted = g_strdup (words);
  g_object_set_data_full (G_OBJECT (widget), "mft-row", row, (GDestroyNotify) row_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  show_state (widget, TRUE);
  add_uses (widget, row);
  if (!choice)
    connect_entry (widget);
  mft_field_row_refresh (widget);
  if (choice)
    g_signal_connect (widget, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  return widget;
}

const char *
mft_field_row_get_id (GtkWidget *widget)
{
  return row_of (widget)->id;
}
