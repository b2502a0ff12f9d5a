/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/comparison-page.h"

#include "ui/comparison/comparison-side.h"

struct _MftComparisonPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MftComparisonPage, mft_comparison_page, ADW_TYPE_BIN)

static void
follow_cb (MftComparisonSide *self, MftComparisonSide *scrolled)
{
  mft_comparison_side_follow (self, scrolled);
}

static void
mft_comparison_page_class_init (MftComparisonPageClass *klass)
{
  (void) klass;
}

static void
mft_comparison_page_init (MftComparisonPage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *left = g_object_new (MFT_TYPE_COMPARISON_SIDE, "hexpand", TRUE, NULL);
  GtkWidget *right = g_object_new (MFT_TYPE_COMPARISON_SIDE, "hexpand", TRUE, NULL);

  g_signal_connect_object (left, "scrolled", G_CALLBACK (follow_cb), right, G_CONNECT_SWAPPED);
  g_signal_connect_object (right, "scrolled", G_CALLBACK (follow_cb), left, G_CONNECT_SWAPPED);
  gtk_paned_set_start_child (GTK_PANED (paned), left);
  gtk_paned_set_end_child (GTK_PANED (paned), right);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  adw_bin_set_child (ADW_BIN (self), paned);
}
