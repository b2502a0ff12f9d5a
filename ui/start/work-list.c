/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/work-list.h"

struct _MftWorkList
{
  AdwBin parent_instance;

  /* Template widgets */
  MftRegisterView *agreements;
};

G_DEFINE_FINAL_TYPE (MftWorkList, mft_work_list, ADW_TYPE_BIN)

static void
mft_work_list_class_init (MftWorkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MFT_TYPE_REGISTER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/start/work-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MftWorkList, agreements);
}

static void
mft_work_list_init (MftWorkList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MftRegisterView *
mft_work_list_get_agreements (MftWorkList *self)
{
  return self->agreements;
}
