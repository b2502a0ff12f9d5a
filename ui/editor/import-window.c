/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/import-window.h"

#include <glib/gi18n.h>

static const struct
{
  const char *as;
  const char *words;
} taken_for[] = {
  { "heading", N_ ("taken for the heading of a Pasal") },
  { "list", N_ ("taken for an item of a list") },
  { "number", N_ ("taken for the number of the agreement") },
  { "object", N_ ("taken for the object of the agreement") },
  { "party-name", N_ ("taken for a party's name") },
  { "person", N_ ("taken for the person who signs") },
  { "signatures-added", N_ ("signature blocks were added") },
  { "unexpected-number", N_ ("the numbering goes on otherwise here") },
};

static const char *const confidences[] = {
  [MFT_CONFIDENCE_LOW] = N_ ("unsure"),
  [MFT_CONFIDENCE_MEDIUM] = N_ ("fairly sure"),
  [MFT_CONFIDENCE_HIGH] = N_ ("sure"),
};

static const char *
words_for (const char *as)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken_for); i++)
    if (g_str_equal (taken_for[i].as, as))
      return _ (taken_for[i].words);
  return NULL;
}

gboolean
mft_import_needs_look (const MftImportReport *report)
{
  return report->guesses->len > 0 || report->dropped->len > 0
         || (report->lost != NULL && report->lost[0] != NULL);
}

static void
add_row (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

/* "Baris 12 · dianggap judul Pasal · cukup yakin" */
static char *
about (guint line, const char *as, const char *confidence)
{
  GString *about = g_string_new (NULL);

  if (line > 0)
    /* Translators: a line of the text that was imported. */
    g_string_append_printf (about, _ ("Line %u"), line);
  if (as != NULL)
    g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", as);
  if (confidence != NULL)
    g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", confidence);
  return g_string_free (about, FALSE);
}

static void
add_counts (GtkWidget *page, const MftImportReport *report)
{
  const MftCounts *counts = &report->counts;
  g_autofree char *units
      = g_strdup_printf ("%u Pasal · %u ayat · %u huruf · %u angka", counts->pasal, counts->ayat,
                         counts->huruf + counts->sub_huruf, counts->angka + counts->sub_angka);
  /* Translators: words of a text before and after it was taken in. */
  g_autofree char *words = g_strdup_printf (_ ("%u words before, %u after"), report->words_before,
                                            report->words_after);

  add_row (add_group (page, _ ("Taken in")), units, words);
}

static void
add_guesses (GtkWidget *page, const MftImportReport *report, gboolean sure, const char *title)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < report->guesses->len; i++)
    {
      const MftImportGuess *guess = &g_array_index (report->guesses, MftImportGuess, i);
      g_autofree char *subtitle
          = about (guess->line, words_for (guess->as), _ (confidences[guess->confidence]));
      if ((guess->confidence == MFT_CONFIDENCE_HIGH) != sure)
        continue;
      if (group == NULL)
        group = add_group (page, title);
      add_row (group, guess->text, subtitle);
    }
}

static void
add_dropped (GtkWidget *page, const MftImportReport *report)
{
  GtkWidget *group = report->dropped->len > 0 ? add_group (page, _ ("Left out")) : NULL;
  g_autofree char *lost = report->lost != NULL ? g_strjoinv (", ", report->lost) : NULL;

  for (guint i = 0; i < report->dropped->len; i++)
    {
      const MftImportDropped *dropped = &g_array_index (report->dropped, MftImportDropped, i);
      g_autofree char *subtitle = about (dropped->line, NULL, NULL);
      add_row (group, dropped->text, subtitle);
    }
  if (lost != NULL && *lost != '\0')
    add_row (add_group (page, _ ("Words that are missing now")), lost, NULL);
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

void
mft_import_window_present (GtkWindow *parent, const MftImportReport *report)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  add_counts (page, report);
  add_guesses (page, report, FALSE, _ ("Please check"));
  add_dropped (page, report);
  add_guesses (page, report, TRUE, _ ("Recognised"));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("What was taken in"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 560);
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
