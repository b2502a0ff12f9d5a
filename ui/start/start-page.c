/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/start-page.h"

struct _MftStartPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MftStartPage, mft_start_page, ADW_TYPE_BIN)

static void
mft_start_page_class_init (MftStartPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/id/mufakat/Mufakat/start/start-page.ui");
}

static void
mft_start_page_init (MftStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
