/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/preferences-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/preferences.h"
#include "draw/mark.h"
#include "typeset/notice.h"
#include "typeset/page-preferences.h"
#include "ui/preferences/signing-preferences.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"

/* A choice that could not be written is told where it was made. */
static void
set (gpointer widget, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!mft_preferences_set (MFT_PREFERENCES_PAGES, key, value, &error))
    mft_tell_error (widget, _ ("The choice cannot be kept"), error);
}

static gpointer
add_row (AdwPreferencesGroup *group, gpointer row, const char *title)
{
  adw_preferences_row_set_title (row, title);
  adw_preferences_group_add (group, row);
  return row;
}

/* --- the notice ------------------------------------------------------------------------------------- */

/* N1 … N6, then words of one's own, then none. */
static guint
count_notices (void)
{
  guint count = 0;

  while (mft_notices ()[count].id != NULL)
    count++;
  return count;
}

static AdwEntryRow *
own_words_of (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "own-words");
}

static const char *
chosen_words (AdwComboRow *row)
{
  guint chosen = adw_combo_row_get_selected (row), count = count_notices ();

  if (chosen < count)
    return mft_notices ()[chosen].words;
  return chosen == count ? gtk_editable_get_text (GTK_EDITABLE (own_words_of (row))) : NULL;
}

/* Its words as they will be printed stand under the choice. */
static void
show_notice (AdwComboRow *row)
{
  const char *chosen = chosen_words (row);
  g_autofree char *balai = mft_preferences_get (MFT_PREFERENCES_PAGES, MFT_PREFERENCE_BALAI);
  g_autofree char *psre = mft_preferences_get (MFT_PREFERENCES_PAGES, MFT_PREFERENCE_PSRE);
  g_autofree char *address = mft_preferences_get (MFT_PREFERENCES_PAGES, MFT_PREFERENCE_ADDRESS);
  g_autofree char *words = chosen != NULL
                               ? mft_notice_fill (chosen, balai, psre, address)
                               : g_strdup (_ ("Pages say nothing of electronic signatures."));
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_set_visible (GTK_WIDGET (own_words_of (row)),
                          adw_combo_row_get_selected (row) == count_notices ());
}

static void
notice_cb (AdwComboRow *row)
{
  guint chosen = adw_combo_row_get_selected (row), count = count_notices ();

  if (chosen == count)
    set (row, MFT_PREFERENCE_NOTICE, chosen_words (row));
  else
    set (row, MFT_PREFERENCE_NOTICE, chosen < count ? mft_notices ()[chosen].id : "tanpa");
  show_notice (row);
}

/* Words of one's own begin with what was chosen before, or with the usual ones. */
static void
add_own_words (AdwPreferencesGroup *group, AdwComboRow *notice, const char *known)
{
  AdwEntryRow *row = add_row (group, adw_entry_row_new (),
                              _ ("Own words; {balai}, {psre} and {alamat} are filled in"));
  const char *words = known != NULL ? known : mft_notice_find (MFT_NOTICE_DEFAULT)->words;
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n", ' ');

  gtk_editable_set_text (GTK_EDITABLE (row), line);
  adw_entry_row_set_show_apply_button (row, TRUE);
  g_object_set_data (G_OBJECT (notice), "own-words", row);
  g_signal_connect_object (row, "apply", G_CALLBACK (notice_cb), notice, G_CONNECT_SWAPPED);
}

static AdwComboRow *
add_notice (AdwPreferencesGroup *group)
{
  AdwComboRow *row = add_row (group, adw_combo_row_new (), _ ("Notice on every page"));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *known = mft_preferences_get (MFT_PREFERENCES_PAGES, MFT_PREFERENCE_NOTICE);
  guint count = count_notices (), chosen = known != NULL ? count : 0;

  for (guint i = 0; i < count; i++)
    {
      gtk_string_list_append (names, mft_notices ()[i].id);
      if (g_strcmp0 (known, mft_notices ()[i].id) == 0)
        chosen = i;
    }
  gtk_string_list_append (names, _ ("Own words"));
  gtk_string_list_append (names, _ ("None"));
  if (g_strcmp0 (known, "tanpa") == 0)
    chosen = count + 1;
  add_own_words (group, row, chosen == count ? known : NULL);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, chosen);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  show_notice (row);
  g_signal_connect (row, "notify::selected", G_CALLBACK (notice_cb), NULL);
  return row;
}

/* --- words ------------------------------------------------------------------------------------------ */

static void
apply_cb (AdwEntryRow *row, AdwComboRow *notice)
{
  set (row, g_object_get_data (G_OBJECT (row), "key"), gtk_editable_get_text (GTK_EDITABLE (row)));
  show_notice (notice);
}

static void
add_entry (AdwPreferencesGroup *group, const char *key, const char *title, const char *usual,
           AdwComboRow *notice)
{
  AdwEntryRow *row = add_row (group, adw_entry_row_new (), title);
  g_autofree char *value = mft_preferences_get (MFT_PREFERENCES_PAGES, key);

  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : usual);
  adw_entry_row_set_show_apply_button (row, TRUE);
  g_object_set_data (G_OBJECT (row), "key", (gpointer) key);
  g_signal_connect_object (row, "apply", G_CALLBACK (apply_cb), notice, 0);
}

/* --- code and mark ---------------------------------------------------------------------------------- */

static void
qr_cb (GtkSwitch *qr)
{
  set (qr, MFT_PREFERENCE_QR, gtk_switch_get_active (qr) ? "ya" : NULL);
}

static void
add_qr (AdwPreferencesGroup *group)
{
  AdwActionRow *row = add_row (group, adw_action_row_new (), _ ("QR code with this address"));
  GtkWidget *qr = gtk_switch_new ();
  g_autofree char *known = mft_preferences_get (MFT_PREFERENCES_PAGES, MFT_PREFERENCE_QR);

  gtk_widget_set_valign (qr, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (qr), g_strcmp0 (known, "ya") == 0);
  adw_action_row_add_suffix (row, qr);
  adw_action_row_set_activatable_widget (row, qr);
  g_signal_connect (qr, "notify::active", G_CALLBACK (qr_cb), NULL);
}

static void
show_logo (AdwActionRow *row)
{
  g_autofree char *path = mft_preferences_get (MFT_PREFERENCES_PAGES, MFT_PREFERENCE_LOGO);
  g_autofree char *escaped
      = g_markup_escape_text (path != NULL ? path : _ ("The program's own plain mark"), -1);

  adw_action_row_set_subtitle (row, escaped);
}

static void
logo_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;

  (void) source;
  if (path == NULL)
    return;
  g_autoptr (MftMark) mark = mft_mark_new_from_file (path, &error);
  if (mark == NULL)
    mft_tell_error (row, _ ("This picture cannot be used"), error);
  else
    set (row, MFT_PREFERENCE_LOGO, path);
  show_logo (ADW_ACTION_ROW (row));
}

static void
choose_logo_cb (GtkWidget *row)
{
  mft_file_dialog_open_async (GTK_WINDOW (gtk_widget_get_root (row)), _ ("Official mark"), 0,
                              logo_chosen_cb, g_object_ref (row));
}

static void
own_logo_cb (GtkWidget *row)
{
  set (row, MFT_PREFERENCE_LOGO, NULL);
  show_logo (ADW_ACTION_ROW (row));
}

static void
add_button (AdwActionRow *row, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, button);
  g_signal_connect_object (button, "clicked", callback, row, G_CONNECT_SWAPPED);
}

static void
add_logo (AdwPreferencesGroup *group)
{
  AdwActionRow *row = add_row (group, adw_action_row_new (), _ ("Official mark (SVG or PNG)"));

  show_logo (row);
  add_button (row, _ ("Choose…"), G_CALLBACK (choose_logo_cb));
  add_button (row, _ ("Plain"), G_CALLBACK (own_logo_cb));
}

/* --- reviewers -------------------------------------------------------------------------------------- */

static void
reviewers_cb (GtkSpinButton *spin)
{
  g_autofree char *value = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (spin));

  set (spin, MFT_PREFERENCE_INITIALS, g_str_equal (value, "0") ? NULL : value);
}

static void
add_reviewers (AdwPreferencesGroup *group)
{
  AdwActionRow *row = add_row (group, adw_action_row_new (), _ ("Fields for reviewers"));
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MFT_REVIEWERS_MOST, 1);
  g_autofree char *known = mft_preferences_get (MFT_PREFERENCES_PAGES, MFT_PREFERENCE_INITIALS);

  adw_action_row_set_subtitle (row, _ ("They sign invisibly before the officials"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin),
                             known != NULL ? (double) g_ascii_strtoull (known, NULL, 10) : 0);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, spin);
  adw_action_row_set_activatable_widget (row, spin);
  g_signal_connect (spin, "value-changed", G_CALLBACK (reviewers_cb), NULL);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

#define WIDTH 640
#define WIDTH_MOST 1000
#define USUAL_TEXT 15.0 /* pixels, of letters of 11 points */

/* How much larger the letters are than usual; not less than 1. */
static double
text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_units_to_double (pango_font_description_get_size (font));

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (1, size / USUAL_TEXT);
}

/* The pages of libadwaita stay 600 points wide however large the letters are, and what is written in
 * their rows is cut off. */
static void
widen (GtkWidget *widget, double scale)
{
  if (ADW_IS_CLAMP (widget))
    adw_clamp_set_maximum_size (ADW_CLAMP (widget),
                                (int) (adw_clamp_get_maximum_size (ADW_CLAMP (widget)) * scale));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    widen (child, scale);
}

static void
fit_text (GtkWidget *window)
{
  double scale = text_scale (window);

  gtk_window_set_default_size (GTK_WINDOW (window), MIN ((int) (WIDTH * scale), WIDTH_MOST), 720);
  if (scale > 1)
    widen (window, scale);
}

void
mft_preferences_window_present (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *notices
      = add_group (page, _ ("Electronically signed pages"),
                   _ ("Drawn before the first signature; drafts carry none of it."));
  AdwPreferencesGroup *marks = add_group (page, _ ("Mark and code"), NULL);
  AdwComboRow *notice = add_notice (notices);

  add_entry (notices, MFT_PREFERENCE_BALAI, _ ("Issuer of the certificates"), MFT_NOTICE_BALAI,
             notice);
  add_entry (notices, MFT_PREFERENCE_PSRE, _ ("Its institution"), MFT_NOTICE_PSRE, notice);
  add_entry (marks, MFT_PREFERENCE_ADDRESS, _ ("Address where documents are verified"), "", notice);
  add_qr (marks);
  add_logo (marks);
  add_reviewers (add_group (page, _ ("Reviewers"), NULL));
  adw_preferences_page_set_icon_name (page, "document-page-setup-symbolic");
  adw_preferences_page_set_title (page, _ ("Pages"));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window),
                              ADW_PREFERENCES_PAGE (mft_signing_preferences_new ()));
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  fit_text (window);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
