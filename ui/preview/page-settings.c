/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/page-settings.h"

#include <glib/gi18n.h>

#include "agreement/edit.h"
#include "typeset/profile.h"
#include "ui/preview/page-logo.h"

#define COLUMN_SPACING 12
#define ROW_SPACING 6
#define MARGIN 12
#define HEIGHT_MOST 580
#define N_EDGES 4

/* A choice among few values of a setting; "" is what the profile says. */
typedef struct
{
  const char *key;
  const char *label;
  const char *values[7];
  const char *names[7];
} Choice;

static const Choice choices[] = {
  { MFT_SETTING_PROFILE,
    N_ ("Paper and letters"),
    { "a4", "f4", "a4-arial", "f4-arial", NULL },
    { N_ ("A4, Bookman"), N_ ("F4, Bookman"), N_ ("A4, Arial"), N_ ("F4, Arial"), NULL } },
  { MFT_SETTING_SIZE,
    N_ ("Size of the letters"),
    { "", "10", "11", "12", "13", "14", NULL },
    { N_ ("As usual"), "10", "11", "12", "13", "14", NULL } },
  { MFT_SETTING_LEADING,
    N_ ("Lines"),
    { "", "rapat", "sedang", "lega", NULL },
    { N_ ("As usual"), N_ ("Close"), N_ ("Medium"), N_ ("Wide"), NULL } },
  { MFT_SETTING_NUMBERS,
    N_ ("Page numbers"),
    { "", "strip", "dari", "tanpa", NULL },
    { N_ ("As usual"), "- 3 -", "Halaman 3 dari 11", N_ ("None"), NULL } },
  { MFT_SETTING_CATCHWORD,
    N_ ("First word of the next page"),
    { "tidak", "ya", NULL },
    { N_ ("Not shown"), N_ ("At the foot"), NULL } },
  { MFT_SETTING_INITIALS,
    N_ ("Box for initials (wet closing)"),
    { "ya", "tidak", NULL },
    { N_ ("On every page"), N_ ("Not shown"), NULL } },
};

typedef struct
{
  const char *place;
  const char *label;
} Logo;

static const Logo logos[] = {
  { MFT_SETTING_LOGO_LEFT, N_ ("Logo at the left") },
  { MFT_SETTING_EMBLEM, N_ ("Emblem in the middle") },
  { MFT_SETTING_LOGO_RIGHT, N_ ("Logo at the right") },
};

typedef struct
{
  const char *key;
  const char *label;
} Words;

static const Words running[] = {
  { MFT_SETTING_HEAD, N_ ("Words at the head") },
  { MFT_SETTING_FOOT, N_ ("Words at the foot") },
};

static void
set (MftAgreement *agreement, const char *key, const char *value)
{
  const char *known = mft_agreement_get_setting (agreement, key);

  if (g_strcmp0 (known != NULL ? known : "", value) != 0)
    mft_edit_setting (agreement, key, *value != '\0' ? value : NULL);
}

static void
chosen_cb (GtkDropDown *list, GParamSpec *pspec, MftAgreement *agreement)
{
  const Choice *choice = g_object_get_data (G_OBJECT (list), "choice");
  guint position = gtk_drop_down_get_selected (list);

  (void) pspec;
  if (position < g_strv_length ((char **) choice->values))
    set (agreement, choice->key, choice->values[position]);
}

static void
show_choice (GtkDropDown *list, MftAgreement *agreement)
{
  const Choice *choice = g_object_get_data (G_OBJECT (list), "choice");
  const char *value = mft_agreement_get_setting (agreement, choice->key);

  for (guint i = 0; choice->values[i] != NULL; i++)
    if (g_str_equal (choice->values[i], value != NULL ? value : choice->values[0]))
      gtk_drop_down_set_selected (list, i);
}

static GtkWidget *
new_choice (MftAgreement *agreement, const Choice *choice)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkWidget *list;

  for (guint i = 0; choice->names[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) _ (choice->names[i]));
  g_ptr_array_add (names, NULL);
  list = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  g_object_set_data (G_OBJECT (list), "choice", (gpointer) choice);
  show_choice (GTK_DROP_DOWN (list), agreement);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (chosen_cb), agreement, 0);
  return list;
}

/* When the person is done with the words, not at every letter: one step of the history. */
static void
words_cb (GtkEditable *entry, MftAgreement *agreement)
{
  set (agreement, g_object_get_data (G_OBJECT (entry), "key"), gtk_editable_get_text (entry));
}

static void
left_cb (GtkEventControllerFocus *focus, MftAgreement *agreement)
{
  words_cb (GTK_EDITABLE (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus))),
            agreement);
}

static GtkWidget *
new_words (MftAgreement *agreement, const Words *words)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *value = mft_agreement_get_setting (agreement, words->key);

  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  g_object_set_data (G_OBJECT (entry), "key", (gpointer) words->key);
  g_signal_connect_object (entry, "activate", G_CALLBACK (words_cb), agreement, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), agreement, 0);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/* Each edge by itself; the four of them are one setting. */
static void
margin_cb (GtkSpinButton *spin, MftAgreement *agreement)
{
  GtkSpinButton *const *edges = g_object_get_data (G_OBJECT (spin), "edges");
  g_autoptr (GString) value = g_string_new (NULL);

  for (guint i = 0; i < N_EDGES; i++)
    g_string_append_printf (value, "%s%d", i > 0 ? " " : "",
                            gtk_spin_button_get_value_as_int (edges[i]));
  set (agreement, MFT_SETTING_MARGINS, value->str);
}

static GtkWidget *
new_margins (MftAgreement *agreement)
{
  static const char *const names[N_EDGES]
      = { N_ ("Left margin"), N_ ("Right margin"), N_ ("Top margin"), N_ ("Bottom margin") };
  static const char *const signs[N_EDGES] = { "←", "→", "↑", "↓" };
  GtkWidget *grid = gtk_grid_new ();
  GtkSpinButton **edges = g_new (GtkSpinButton *, N_EDGES);
  MftProfile profile = *mft_profiles ();

  mft_profile_init (&profile, agreement, NULL);
  const double lengths[N_EDGES] = { profile.left, profile.right, profile.top, profile.bottom };
  g_object_set_data_full (G_OBJECT (grid), "edges", edges, g_free);
  gtk_grid_set_column_spacing (GTK_GRID (grid), ROW_SPACING);
  gtk_grid_set_row_spacing (GTK_GRID (grid), ROW_SPACING);
  for (guint i = 0; i < N_EDGES; i++)
    {
      GtkWidget *spin = gtk_spin_button_new_with_range (MFT_MARGIN_LEAST, MFT_MARGIN_MOST, 1);
      edges[i] = GTK_SPIN_BUTTON (spin);
      gtk_spin_button_set_value (edges[i], lengths[i] * 25.4 / 72);
      gtk_widget_set_tooltip_text (spin, _ (names[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (names[i]), -1);
      g_object_set_data (G_OBJECT (spin), "edges", edges);
      gtk_grid_attach (GTK_GRID (grid), gtk_label_new (signs[i]), (int) (i % 2) * 2, (int) i / 2, 1,
                       1);
      gtk_grid_attach (GTK_GRID (grid), spin, (int) (i % 2) * 2 + 1, (int) i / 2, 1, 1);
    }
  for (guint i = 0; i < N_EDGES; i++)
    g_signal_connect_object (edges[i], "value-changed", G_CALLBACK (margin_cb), agreement, 0);
  return grid;
}

static void
attach (GtkGrid *grid, int row, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
}

static void
fill (GtkPopover *popover, MftAgreement *agreement)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), COLUMN_SPACING);
  gtk_grid_set_row_spacing (GTK_GRID (grid), ROW_SPACING);
  gtk_widget_set_margin_start (grid, MARGIN);
  gtk_widget_set_margin_end (grid, MARGIN);
  gtk_widget_set_margin_top (grid, MARGIN);
  gtk_widget_set_margin_bottom (grid, MARGIN);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    attach (GTK_GRID (grid), row++, _ (choices[i].label), new_choice (agreement, &choices[i]));
  for (guint i = 0; i < G_N_ELEMENTS (running); i++)
    attach (GTK_GRID (grid), row++, _ (running[i].label), new_words (agreement, &running[i]));
  attach (GTK_GRID (grid), row++, _ ("Margins in millimetres"), new_margins (agreement));
  for (guint i = 0; i < G_N_ELEMENTS (logos); i++)
    attach (GTK_GRID (grid), row++, _ (logos[i].label),
            mft_page_logo_new (agreement, logos[i].place, _ (logos[i].label)));
  GtkWidget *scroller
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", grid, "propagate-natural-height", TRUE,
                      "propagate-natural-width", TRUE, "max-content-height", HEIGHT_MOST,
                      "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_popover_set_child (popover, scroller);
}

/* Undo may have changed what it showed last. */
static void
show_cb (GtkPopover *popover, MftAgreement *agreement)
{
  fill (popover, agreement);
}

GtkWidget *
mft_page_settings_new (MftAgreement *agreement)
{
  GtkWidget *popover = gtk_popover_new ();

  g_signal_connect_object (popover, "show", G_CALLBACK (show_cb), agreement, 0);
  fill (GTK_POPOVER (popover), agreement);
  return popover;
}
