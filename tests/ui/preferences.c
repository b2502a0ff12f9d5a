/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "base/preferences.h"
#include "typeset/page-preferences.h"
#include "ui/preferences/preferences-window.h"

#define NOTICE "Keterangan di setiap halaman"
#define OWN "Kata-kata sendiri; {balai}, {psre}, dan {alamat} diisi otomatis"

static char *
kept_notice (void)
{
  return mft_preferences_get (MFT_PREFERENCES_PAGES, MFT_PREFERENCE_NOTICE);
}

/* Words of one's own begin with the usual ones, are kept when they are applied, and are there again. */
static void
test_own_notice (void)
{
  GtkWindow *parent = mft_ui_test_present (gtk_label_new (NULL));

  mft_preferences_window_present (parent);
  GtkWindow *window = mft_ui_test_dialog ();
  GtkWidget *notice = mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, NOTICE);
  GtkWidget *own = mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, OWN);
  g_assert_false (gtk_widget_get_visible (own));
  guint none = g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (notice))) - 1;

  adw_combo_row_set_selected (ADW_COMBO_ROW (notice), none - 1);
  g_assert_true (gtk_widget_get_visible (own));
  g_autofree char *usual = kept_notice ();
  g_assert_nonnull (strstr (usual, "{balai}"));

  gtk_editable_set_text (GTK_EDITABLE (own), "Ditandatangani dengan sertifikat {balai}.");
  g_signal_emit_by_name (own, "apply");
  g_autofree char *kept = kept_notice ();
  g_assert_cmpstr (kept, ==, "Ditandatangani dengan sertifikat {balai}.");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (notice)),
                            "sertifikat Balai Besar Sertifikasi Elektronik"));
  gtk_window_destroy (window);

  mft_preferences_window_present (parent);
  window = mft_ui_test_dialog ();
  notice = mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, NOTICE);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (notice)), ==, none - 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (notice), none);
  g_autofree char *nothing = kept_notice ();
  g_assert_cmpstr (nothing, ==, "tanpa");
  gtk_window_destroy (window);
  gtk_window_destroy (parent);
}

/* With letters of twice the size the usual names are still read whole. */
static void
test_large_text (void)
{
  GtkWindow *parent = mft_ui_test_present (gtk_label_new (NULL));
  g_autofree char *font = NULL;
  int whole;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 22", NULL);
  mft_ui_test_spin (200);
  mft_preferences_window_present (parent);
  GtkWidget *window = GTK_WIDGET (mft_ui_test_dialog ());
  gtk_test_widget_wait_for_draw (window);
  GtkWidget *row = mft_ui_test_get (window, ADW_TYPE_ENTRY_ROW, "Penerbit sertifikat");
  GtkWidget *text = mft_ui_test_get (row, GTK_TYPE_TEXT, NULL);
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (text, gtk_editable_get_text (GTK_EDITABLE (row)));
  pango_layout_get_pixel_size (layout, &whole, NULL);
  g_assert_cmpint (whole, >, 0);
  g_assert_cmpint (gtk_widget_get_width (text), >=, whole);
  g_assert_cmpint (gtk_widget_get_width (window), <=, 1000);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  gtk_window_destroy (parent);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/preferences/own-notice", test_own_notice);
  g_test_add_func ("/ui/preferences/large-text", test_large_text);
  return g_test_run ();
}
