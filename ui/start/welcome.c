/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/welcome.h"

#include "ui/wrap/upright.h"

struct _MftWelcome
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *choices;
};

G_DEFINE_FINAL_TYPE (MftWelcome, mft_welcome, ADW_TYPE_BIN)

/* The words of each row below `widget`, whose box libadwaita keeps to itself. */
static void
stand_words (GtkWidget *widget)
{
  if (GTK_IS_BOX (widget) && gtk_widget_has_css_class (widget, "title"))
    {
      mft_upright_apply (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    stand_words (child);
}

static void
mft_welcome_class_init (MftWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MFT_TYPE_UPRIGHT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/start/welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MftWelcome, choices);
}

static void
mft_welcome_init (MftWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stand_words (self->choices);
}
