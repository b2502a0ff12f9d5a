/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-support.h"

#include "ui/editor/regulation-chooser.h"

static void
chosen_cb (char **kept, const char *citation)
{
  *kept = g_strdup (citation);
}

static GtkWindow *
open_with (const char *words, GtkListBox **list)
{
  GtkWindow *chooser = mft_regulation_chooser_new (NULL);
  GtkWidget *entry = mft_ui_test_get (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);

  *list = GTK_LIST_BOX (mft_ui_test_get (GTK_WIDGET (chooser), GTK_TYPE_LIST_BOX, NULL));
  gtk_window_present (chooser);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  /* What it waits for between keystrokes is not this test's business. */
  g_signal_emit_by_name (entry, "search-changed");
  return chooser;
}

static void
test_chosen (void)
{
  g_autofree char *chosen = NULL;
  GtkListBox *list;
  GtkWindow *chooser = open_with ("uu ite", &list);
  GtkWidget *entry = mft_ui_test_get (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);

  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (chosen_cb), &chosen);
  mft_ui_test_get (GTK_WIDGET (list), GTK_TYPE_LABEL, "Terakhir diubah dengan UU 1/2024");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (g_str_has_prefix (chosen,
                                   "Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan "
                                   "Transaksi Elektronik (Lembaran Negara"));
  g_assert_nonnull (strstr (chosen, "terakhir dengan Undang-Undang Nomor 1 Tahun 2024"));
}

/* A repealed one says so; one that nobody could confirm is not cited. */
static void
test_told (void)
{
  g_autofree char *chosen = NULL;
  GtkListBox *list;
  GtkWindow *repealed = open_with ("perpres 53/2017", &list);

  mft_ui_test_get (GTK_WIDGET (list), GTK_TYPE_LABEL, "Dicabut dengan Perpres 28/2021");
  gtk_window_close (repealed);

  GtkWindow *unsure = open_with ("permendagri 75/2022", &list);
  g_signal_connect_swapped (unsure, "chosen", G_CALLBACK (chosen_cb), &chosen);
  g_signal_emit_by_name (mft_ui_test_get (GTK_WIDGET (unsure), GTK_TYPE_SEARCH_ENTRY, NULL),
                         "activate");
  g_assert_null (chosen);
  gtk_window_close (unsure);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/regulations/chosen", test_chosen);
  g_test_add_func ("/ui/regulations/told", test_told);
  return g_test_run ();
}
