/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/stamp-looks.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 64
#define PICTURE_HEIGHT 26

struct _MftStampLooks
{
  GtkBox parent_instance;

  GtkToggleButton *buttons[MFT_STAMP_LOOK_N];
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftStampLooks, mft_stamp_looks, GTK_TYPE_BOX)

const char *
mft_stamp_look_word (MftStampLook look)
{
  switch (look)
    {
    case MFT_STAMP_EMBLEM:
      return C_ ("look of a signature", "Emblem");
    case MFT_STAMP_QR:
      return C_ ("look of a signature", "QR");
    case MFT_STAMP_TEXT:
      return C_ ("look of a signature", "Text");
    case MFT_STAMP_INITIALS:
      return C_ ("look of a signature", "Initials");
    }
  return NULL;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer look)
{
  const MftStampContent content = { .look = (MftStampLook) GPOINTER_TO_INT (look),
                                    .qr = "Mufakat",
                                    .office = "————————",
                                    .name = "———————",
                                    .time_text = "——————" };
  gboolean square = content.look == MFT_STAMP_INITIALS;
  double stamp_width = square ? MFT_STAMP_INITIALS_SIZE : MFT_STAMP_WIDTH;
  double stamp_height = square ? MFT_STAMP_INITIALS_SIZE : MFT_STAMP_HEIGHT;
  double scale = MIN (width / stamp_width, height / stamp_height);

  (void) area;
  cairo_translate (cr, (width - stamp_width * scale) / 2, (height - stamp_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  mft_stamp_draw (cr, &content, NULL, stamp_width, stamp_height);
}

static void
toggled_cb (MftStampLooks *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
mft_stamp_looks_class_init (MftStampLooksClass *klass)
{
  (void) klass;
  signals[CHANGED] = g_signal_new ("changed", MFT_TYPE_STAMP_LOOKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_look (MftStampLooks *self, MftStampLook look)
{
  const char *word = mft_stamp_look_word (look);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (word);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), PICTURE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_cb, GINT_TO_POINTER (look),
                                  NULL);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "stamp-look");
  self->buttons[look] = GTK_TOGGLE_BUTTON (button);
  if (look > 0)
    gtk_toggle_button_set_group (self->buttons[look], self->buttons[0]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
}

static void
mft_stamp_looks_init (MftStampLooks *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  for (MftStampLook look = MFT_STAMP_EMBLEM; look < MFT_STAMP_LOOK_N; look++)
    add_look (self, look);
  gtk_toggle_button_set_active (self->buttons[MFT_STAMP_EMBLEM], TRUE);
}

GtkWidget *
mft_stamp_looks_new (void)
{
  return g_object_new (MFT_TYPE_STAMP_LOOKS, NULL);
}

MftStampLook
mft_stamp_looks_get (MftStampLooks *self)
{
  for (MftStampLook look = MFT_STAMP_EMBLEM; look < MFT_STAMP_LOOK_N; look++)
    if (gtk_toggle_button_get_active (self->buttons[look]))
      return look;
  return MFT_STAMP_EMBLEM;
}

void
mft_stamp_looks_set (MftStampLooks *self, MftStampLook look)
{
  g_return_if_fail (look < MFT_STAMP_LOOK_N);
  gtk_toggle_button_set_active (self->buttons[look], TRUE);
}
