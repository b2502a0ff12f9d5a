/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/page-print.h"

#include <glib/gi18n.h>

static void
begin_cb (GtkPrintOperation *print, GtkPrintContext *context, MftPages *pages)
{
  (void) context;
  gtk_print_operation_set_n_pages (print, (int) mft_pages_count (pages));
}

static void
setup_cb (GtkPrintOperation *print, GtkPrintContext *context, int page, GtkPageSetup *setup,
          MftPages *pages)
{
  double width = mft_pages_width (pages, (guint) page);
  double height = mft_pages_height (pages, (guint) page);
  GtkPaperSize *size = gtk_paper_size_new_custom ("mufakat", "Mufakat", MIN (width, height),
                                                  MAX (width, height), GTK_UNIT_POINTS);

  (void) print;
  (void) context;
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
}

static void
draw_cb (GtkPrintOperation *print, GtkPrintContext *context, int page, MftPages *pages)
{
  (void) print;
  mft_pages_draw (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
mft_page_print_new (MftPages *pages)
{
  GtkPrintOperation *print = gtk_print_operation_new ();

  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_embed_page_setup (print, TRUE);
  /* Translators: a printer's list of what is being printed. */
  gtk_print_operation_set_job_name (print, _ ("Agreement"));
  g_object_set_data_full (G_OBJECT (print), "pages", mft_pages_ref (pages),
                          (GDestroyNotify) mft_pages_free);
  g_signal_connect (print, "begin-print", G_CALLBACK (begin_cb), pages);
  g_signal_connect (print, "request-page-setup", G_CALLBACK (setup_cb), pages);
  g_signal_connect (print, "draw-page", G_CALLBACK (draw_cb), pages);
  return print;
}
