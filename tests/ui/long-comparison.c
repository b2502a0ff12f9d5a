/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "support.h"

#include "ui/comparison/change-row.h"
#include "ui/comparison/comparison-page.h"

#include "compare/compare.h"
#include "exchange/exchange.h"

#define MANY_PASAL 300
#define MOST_AT_ONCE 4
#define ENOUGH 100 /* rows */

/* Every tenth Pasal, the last one too, says something else if `edited`. */
static MftAgreement *
new_long_agreement (gboolean edited)
{
  g_autoptr (GString) text = g_string_new ("PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\n"
                                           "TENTANG\nPERTUKARAN DATA\n\n");

  for (guint i = 1; i <= MANY_PASAL; i++)
    g_string_append_printf (
        text,
        "Pasal %u\nURUSAN %u\n(1) Bagian ini dilaksanakan oleh petugas yang ditunjuk, dengan "
        "memperhatikan anggaran dan jadwal yang disusun bersama oleh kedua belah pihak.\n"
        "(2) Laporan bagian ini disampaikan %s.\n",
        i, i, edited && i % 10 == 0 ? "setiap tahun" : "setiap bulan");
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  return mft_exchange_read (bytes, "naskah.txt", NULL, NULL);
}

/* Rows that say something already. */
static guint
count_filled (GtkWidget *widget)
{
  GtkWidget *child = MFT_IS_CHANGE_ROW (widget) ? adw_bin_get_child (ADW_BIN (widget)) : NULL;
  guint filled = child != NULL && gtk_widget_get_visible (child) ? 1 : 0;

  if (MFT_IS_CHANGE_ROW (widget))
    return filled;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    filled += count_filled (child);
  return filled;
}

/* What else the window does meanwhile: how often its turn came, and how many rows it had to wait for. */
typedef struct
{
  GtkWidget *page;
  guint turns;
  guint filled;
  guint longest;
} Other;

static gboolean
turn_cb (gpointer data)
{
  Other *other = data;
  guint filled = count_filled (other->page);

  other->longest = MAX (other->longest, filled > other->filled ? filled - other->filled : 0);
  other->filled = filled;
  other->turns++;
  return G_SOURCE_CONTINUE;
}

static gboolean
shows_last (gpointer page)
{
  return mft_ui_test_find (page, GTK_TYPE_LABEL, "URUSAN 300") != NULL;
}

static gboolean
has_filled_rows (gpointer data)
{
  return ((Other *) data)->filled >= ENOUGH;
}

/* However many rows there are, a few are laid out at a time, and others have their turn in between: at first and
 * after a jump to the end. */
static void
test_never_blocked (void)
{
  g_autoptr (MftAgreement) left = new_long_agreement (FALSE);
  g_autoptr (MftAgreement) right = new_long_agreement (TRUE);
  MftComparisonPage *page = g_object_new (MFT_TYPE_COMPARISON_PAGE, NULL);
  GtkWindow *window = mft_ui_test_present (GTK_WIDGET (page));
  Other other = { .page = GTK_WIDGET (page) };
  guint source = g_timeout_add (1, turn_cb, &other);

  mft_comparison_page_show (page, mft_comparison_new (left, right), NULL);
  g_assert_cmpuint (count_filled (GTK_WIDGET (page)), ==, 0);
  mft_ui_test_until (has_filled_rows, &other);
  g_assert_cmpuint (other.turns, >=, ENOUGH / MOST_AT_ONCE);
  g_assert_cmpuint (other.longest, <=, MOST_AT_ONCE);

  for (guint i = 1; i < MANY_PASAL / 10; i++)
    gtk_widget_activate_action (GTK_WIDGET (page), "comparison.next", NULL);
  mft_ui_test_until (shows_last, page);
  g_assert_cmpuint (other.longest, <=, MOST_AT_ONCE);
  g_source_remove (source);
  gtk_window_destroy (window);
}

/* A selection binds rows anew; what they say stays to be seen. */
static void
test_selected_stays (void)
{
  g_autoptr (MftAgreement) left = new_long_agreement (FALSE);
  g_autoptr (MftAgreement) right = new_long_agreement (TRUE);
  MftComparisonPage *page = g_object_new (MFT_TYPE_COMPARISON_PAGE, NULL);
  GtkWindow *window = mft_ui_test_present (GTK_WIDGET (page));
  Other other = { .page = GTK_WIDGET (page) };
  guint source = g_timeout_add (1, turn_cb, &other);

  mft_comparison_page_show (page, mft_comparison_new (left, right), NULL);
  mft_ui_test_until (has_filled_rows, &other);
  GtkWidget *row = mft_ui_test_get (GTK_WIDGET (page), MFT_TYPE_CHANGE_ROW, NULL);
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW);
  for (guint i = 0; i < 3; i++)
    {
      guint filled = count_filled (GTK_WIDGET (page));
      gtk_widget_activate_action (list, "list.select-item", "(ubb)", i, FALSE, FALSE);
      g_assert_cmpuint (mft_comparison_page_get_position (page), ==, i);
      g_assert_cmpuint (count_filled (GTK_WIDGET (page)), ==, filled);
    }
  g_source_remove (source);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/comparison/C18-never-blocked", test_never_blocked);
  g_test_add_func ("/ui/comparison/C18-selected-stays", test_selected_stays);
  return g_test_run ();
}
