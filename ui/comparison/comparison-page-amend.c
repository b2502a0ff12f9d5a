/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From two versions to the addendum between them, and from an addendum to the consolidated text. */
#include "ui/comparison/comparison-page-private.h"

#include <glib/gi18n.h>

#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

#include "amend/amend.h"

/* The older version is the agreement in both; NULL before two are chosen. */
static MftAgreement *
get_both (MftComparisonPage *self, MftAgreement **right)
{
  MftAgreement *left = mft_version_chooser_get_agreement (self->left);

  *right = mft_version_chooser_get_agreement (self->right);
  return *right != NULL ? left : NULL;
}

/* --- drafting ------------------------------------------------------------------------------------------- */

static void
tell_left_out (MftComparisonPage *self, char **paths, gboolean only_pasal)
{
  g_autofree char *list = g_strjoinv (", ", paths);
  g_autofree char *body = g_strdup_printf (
      only_pasal
          /* Translators: %s are places: "Komparisi angka 1, Premis". */
          ? _ ("As you chose, the addendum changes Pasal and Lampiran alone. Not in it: %s.")
          /* Translators: %s are places: "Pembukaan, Penutup". */
          : _ ("An addendum does not change how the agreement was signed (number, date, opening, "
               "closing words, signatures), nor its BAB. Not in it: %s."),
      list);

  if (paths[0] != NULL)
    mft_tell (GTK_WIDGET (self), _ ("Not everything is in the addendum"), body);
}

static void
answered_cb (MftAsk *ask, gboolean accepted, MftComparisonPage *self)
{
  AdwComboRow *style = g_object_get_data (G_OBJECT (ask), "mft-style");
  GtkEditable *reason = g_object_get_data (G_OBJECT (ask), "mft-reason");
  GtkSwitch *front = g_object_get_data (G_OBJECT (ask), "mft-front");
  const char *words = gtk_editable_get_text (reason);
  const MftAmendOptions options = { .style = (MftAmendStyle) adw_combo_row_get_selected (style),
                                    .reason = *words != '\0' ? words : NULL,
                                    .only_pasal = !gtk_switch_get_active (front) };
  g_autoptr (GError) error = NULL;
  MftAgreement *right;
  MftAgreement *left = get_both (self, &right);

  if (!accepted || left == NULL)
    return;
  g_autoptr (MftAgreement) addendum = mft_amend_draft (left, right, &options, &error);
  if (addendum == NULL)
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The addendum cannot be drafted"), error);
      return;
    }
  g_auto (GStrv) left_out = mft_amend_dup_left_out (left, addendum, right);
  g_signal_emit_by_name (self, "drafted", addendum);
  tell_left_out (self, left_out, options.only_pasal);
}

static GtkWidget *
new_style_row (void)
{
  /* Words of the addendum itself, in its language: MftAmendStyle in order. */
  static const char *const styles[] = { "“… diubah sehingga berbunyi sebagai berikut: …”",
                                        "“Semula: … Diubah menjadi: …”", NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (styles);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Wording"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  return row;
}

/* Who signs is often another person by now, and the agreement itself stays as it is. */
static GtkWidget *
new_front_row (GtkWidget **front)
{
  GtkWidget *row = adw_action_row_new ();

  *front = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (*front), TRUE);
  gtk_widget_set_valign (*front, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Also change what stands before the Pasal"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Title, komparisi, recitals, legal basis. Off: as signed; only "
                                  "the addendum names the officials of now."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *front);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *front);
  return row;
}

static void
amend_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftAgreement *right;
  MftAgreement *left = get_both (MFT_COMPARISON_PAGE (widget), &right);

  (void) action;
  (void) parameter;
  if (left == NULL)
    {
      mft_toast (widget, _ ("Choose two versions first"));
      return;
    }
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *style = new_style_row ();
  GtkWidget *reason = adw_entry_row_new ();
  GtkWidget *front;
  GtkWidget *front_row = new_front_row (&front);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason),
                                 _ ("Reason (goes on after “bahwa”)"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), style);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), front_row);
  gtk_widget_set_visible (front_row, mft_amend_changes_front (left, right));
  MftAsk *ask = mft_ask_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Draft an addendum"),
      _ ("The older version is the signed agreement: its numbers stay, what is new becomes Pasal "
         "7A "
         "or ayat (1a), what is gone “Dihapus.”. The draft opens as an agreement of its own."),
      _ ("_Draft"), group);
  g_object_set_data (G_OBJECT (ask), "mft-style", style);
  g_object_set_data (G_OBJECT (ask), "mft-reason", reason);
  g_object_set_data (G_OBJECT (ask), "mft-front", front);
  g_signal_connect_object (ask, "answered", G_CALLBACK (answered_cb), widget, 0);
  mft_ask_set_ready (ask, TRUE);
  gtk_window_present (GTK_WINDOW (ask));
}

/* --- putting one in ------------------------------------------------------------------------------------- */

static void
apply_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftComparisonPage *self = MFT_COMPARISON_PAGE (widget);
  g_autoptr (GError) error = NULL;
  MftAgreement *right;
  MftAgreement *left = get_both (self, &right);

  (void) action;
  (void) parameter;
  if (left == NULL)
    {
      mft_toast (widget, _ ("Choose the agreement and its addendum first"));
      return;
    }
  g_autoptr (MftAgreement) text = mft_amend_apply (left, right, &error);
  if (text != NULL)
    g_signal_emit_by_name (self, "drafted", text);
  else
    mft_tell_error (widget, _ ("The addendum cannot be put into the agreement"), error);
}

void
_mft_comparison_page_install_amend_actions (GtkWidgetClass *widget_class)
{
  g_signal_new ("drafted", G_TYPE_FROM_CLASS (widget_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, MFT_TYPE_AGREEMENT);
  gtk_widget_class_install_action (widget_class, "comparison.amend", NULL, amend_cb);
  gtk_widget_class_install_action (widget_class, "comparison.apply", NULL, apply_cb);
}
