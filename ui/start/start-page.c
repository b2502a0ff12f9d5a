/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/start-page.h"

#include "ui/start/work-list.h"

struct _MftStartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  MftWorkList *works;
};

G_DEFINE_FINAL_TYPE (MftStartPage, mft_start_page, ADW_TYPE_BIN)

static void
mft_start_page_class_init (MftStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MFT_TYPE_WORK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/start/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftStartPage, works);
}

static void
mft_start_page_init (MftStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mft_start_page_show_work (MftStartPage *self, MftLibrary *library)
{
  mft_work_list_show (self->works, library);
}
