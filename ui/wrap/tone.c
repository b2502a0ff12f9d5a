/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/tone.h"

static const struct
{
  const char *icon;
  const char *style;
} tones[] = {
  [MFT_TONE_GOOD] = { "object-select-symbolic", "success" },
  [MFT_TONE_WAITING] = { "document-edit-symbolic", "accent" },
  [MFT_TONE_UNSURE] = { "dialog-warning-symbolic", "warning" },
  [MFT_TONE_BAD] = { "action-unavailable-symbolic", "error" },
  [MFT_TONE_NEUTRAL] = { "x-office-document-symbolic", "quiet" },
  [MFT_TONE_PRACTICE] = { "applications-science-symbolic", "quiet" },
};

const char *
mft_tone_icon (MftTone tone)
{
  return tones[tone].icon;
}

const char *
mft_tone_class (MftTone tone)
{
  return tones[tone].style;
}

GtkWidget *
mft_tone_image_new (MftTone tone)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", tones[tone].icon, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, tones[tone].style);
  return image;
}

GtkWidget *
mft_tone_label_new (MftTone tone, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", word, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, tones[tone].style);
  gtk_box_append (GTK_BOX (box), mft_tone_image_new (tone));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}
