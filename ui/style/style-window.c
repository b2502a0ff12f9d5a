/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/style/style-window.h"

#include <glib/gi18n.h>

#include "agreement/house-style.h"
#include "ui/wrap/confirm.h"

#define MFT_TYPE_STYLE_WINDOW (mft_style_window_get_type ())
G_DECLARE_FINAL_TYPE (MftStyleWindow, mft_style_window, MFT, STYLE_WINDOW, AdwPreferencesWindow)

struct _MftStyleWindow
{
  AdwPreferencesWindow parent_instance;

  MftAgreement *agreement;
  GPtrArray *rows; /* borrowed; each knows its key */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (MftStyleWindow, mft_style_window, ADW_TYPE_PREFERENCES_WINDOW)

/* What the choices of house-style.h look like, in the same order. */
static const struct
{
  const char *key;
  const char *title;
  const char *choices[5];
} rows[] = {
  { MFT_STYLE_ROLE, N_ ("First party"), { "PIHAK KESATU", "PIHAK PERTAMA" } },
  { MFT_STYLE_ROLE_CAPITALS, N_ ("Capitals of the parties"), { "PIHAK KESATU", "Pihak Kesatu" } },
  { MFT_STYLE_JOINT, N_ ("Between the names in the title"), { "DENGAN", "DAN" } },
  { NULL, N_ ("Parties and title"), { NULL } },
  { MFT_STYLE_HEADINGS, N_ ("Headings of Pasal"), { "JANGKA WAKTU", "Jangka Waktu" } },
  { MFT_STYLE_CHAPTERS, N_ ("BAB"), { N_ ("where there are some"), N_ ("never") } },
  { MFT_STYLE_DATES,
    N_ ("Dates in words"),
    { "tanggal delapan bulan Mei tahun dua ribu", "tanggal delapan bulan Mei tahun Dua Ribu",
      "tanggal Delapan bulan Mei tahun Dua Ribu" } },
  { MFT_STYLE_REFERENCES,
    N_ ("References inside a Pasal"),
    { "pada ayat (1)", "pada ayat (1) Pasal ini" } },
  { NULL, N_ ("Text"), { NULL } },
  { MFT_STYLE_SIDES, N_ ("The first party signs"), { N_ ("at the left"), N_ ("at the right") } },
  { MFT_STYLE_DEGREES, N_ ("Names of officials"), { N_ ("with degrees"), N_ ("without degrees") } },
  { MFT_STYLE_RANK, N_ ("Rank and NIP under the names"), { N_ ("left out"), N_ ("shown") } },
  { NULL, N_ ("Signatures"), { NULL } },
};

static const char *
key_of (GtkWidget *row)
{
  return gtk_widget_get_name (row);
}

/* --- rows --------------------------------------------------------------------------------------- */

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec G_GNUC_UNUSED, MftStyleWindow *self)
{
  const char *key = key_of (GTK_WIDGET (row));
  guint selected = adw_combo_row_get_selected (row);
  g_autoptr (GError) error = NULL;

  if (self->refreshing || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (!mft_house_style_set (self->agreement, key, mft_house_style_find (key)->choices[selected],
                            &error))
    mft_tell_error (GTK_WIDGET (self), _ ("The style cannot be changed so"), error);
}

static void
refresh (MftStyleWindow *self)
{
  self->refreshing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);
      const char *key = key_of (GTK_WIDGET (row));
      const MftStyleKey *known = mft_house_style_find (key);
      const char *value = mft_house_style_get (self->agreement, key);
      for (guint c = 0; known->choices[c] != NULL; c++)
        if (g_str_equal (known->choices[c], value))
          adw_combo_row_set_selected (row, c);
    }
  self->refreshing = FALSE;
}

static GtkWidget *
new_row (MftStyleWindow *self, guint index)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  for (guint i = 0; rows[index].choices[i] != NULL; i++)
    gtk_string_list_append (choices, _ (rows[index].choices[i]));
  gtk_widget_set_name (row, rows[index].key);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (rows[index].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* A group's title stands behind its rows. */
static void
add_groups (MftStyleWindow *self, AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->refreshing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].key != NULL)
        {
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (self, i));
          continue;
        }
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (rows[i].title));
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
      if (i + 1 < G_N_ELEMENTS (rows))
        group = adw_preferences_group_new ();
    }
  self->refreshing = FALSE;
}

/* --- for the next agreements ---------------------------------------------------------------------- */

static void
keep_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftStyleWindow *self = MFT_STYLE_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (mft_house_style_keep (self->agreement, &error))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                      adw_toast_new (_ ("New agreements are written so.")));
  else
    mft_tell_error (widget, _ ("The style could not be kept"), error);
}

static void
take_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftStyleWindow *self = MFT_STYLE_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!mft_house_style_take_kept (self->agreement, &error))
    mft_tell_error (widget, _ ("The style cannot be changed so"), error);
}

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  return button;
}

static void
add_keeping (AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_button (_ ("Write _new agreements so too"), "style.keep"));
  gtk_box_append (GTK_BOX (box), new_button (_ ("Take the style of _my office"), "style.take"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

/* --- the widget ---------------------------------------------------------------------------------- */

static void
mft_style_window_dispose (GObject *object)
{
  MftStyleWindow *self = MFT_STYLE_WINDOW (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_style_window_parent_class)->dispose (object);
}

static void
mft_style_window_class_init (MftStyleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_style_window_dispose;
  gtk_widget_class_install_action (widget_class, "style.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "style.take", NULL, take_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mft_style_window_init (MftStyleWindow *self)
{
  GtkWidget *page = adw_preferences_page_new ();

  self->rows = g_ptr_array_new ();
  add_groups (self, ADW_PREFERENCES_PAGE (page));
  add_keeping (ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("House style"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 680);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

static void
changed_cb (MftStyleWindow *self, MftBlock *only)
{
  if (only == NULL)
    refresh (self);
}

GtkWindow *
mft_style_window_new (GtkWindow *parent, MftAgreement *agreement)
{
  MftStyleWindow *self = g_object_new (MFT_TYPE_STYLE_WINDOW, "transient-for", parent, NULL);

  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WINDOW (self);
}
