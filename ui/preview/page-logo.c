/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/page-logo.h"

#include <glib/gi18n.h>

#include "agreement/asset.h"
#include "agreement/edit.h"
#include "base/safe-file.h"
#include "typeset/profile.h"
#include "ui/parties/logo-row.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/picture.h"

#define LOGO_SIZE 24

typedef struct
{
  MftAgreement *agreement;
  const char *place;
  GtkImage *image;
  GtkLabel *words;
  GtkWidget *remove;
} Logo;

static void
logo_free (gpointer data)
{
  Logo *logo = data;

  g_object_unref (logo->agreement);
  g_free (logo);
}

/* A party's own logo stands there too; only what was chosen for the place can be taken away. */
static void
show (GtkWidget *box)
{
  Logo *logo = g_object_get_data (G_OBJECT (box), "mft-logo");
  const char *own = mft_agreement_get_setting (logo->agreement, logo->place);
  const char *entry = mft_profile_get_logo (logo->agreement, logo->place);
  GBytes *bytes = entry != NULL ? mft_asset_get (logo->agreement, entry) : NULL;
  g_autoptr (GdkTexture) texture = bytes != NULL ? mft_picture_new_texture (bytes, NULL) : NULL;

  gtk_image_set_from_paintable (logo->image, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (logo->image), texture != NULL);
  gtk_label_set_text (logo->words, entry == NULL ? _ ("No picture")
                                   : own == NULL ? _ ("The party's")
                                                 : "");
  gtk_widget_set_visible (logo->remove, own != NULL && *own != '\0');
}

static void
chosen_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) box = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  Logo *logo = g_object_get_data (G_OBJECT (box), "mft-logo");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = mft_file_read (path, MFT_ASSET_LARGEST, &error);
  g_autofree char *entry
      = bytes != NULL ? mft_logo_add (logo->agreement, name, bytes, &error) : NULL;
  if (entry != NULL)
    mft_edit_setting (logo->agreement, logo->place, entry);
  else
    mft_tell_error (box, _ ("This picture cannot be the logo"), error);
  show (box);
}

static void
choose_cb (GtkWidget *box)
{
  mft_file_dialog_open_async (GTK_WINDOW (gtk_widget_get_root (box)), _ ("Choose a logo"),
                              MFT_FILE_PICTURE, chosen_cb, g_object_ref (box));
}

static void
remove_cb (GtkWidget *box)
{
  Logo *logo = g_object_get_data (G_OBJECT (box), "mft-logo");

  mft_edit_setting (logo->agreement, logo->place, NULL);
  show (box);
}

static GtkWidget *
add_button (GtkWidget *box, const char *icon, const char *words, void (*clicked) (GtkWidget *box))
{
  GtkWidget *button = mft_icon_button_new (icon, words);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), box);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

GtkWidget *
mft_page_logo_new (MftAgreement *agreement, const char *place, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Logo *logo = g_new0 (Logo, 1);
  /* Translators: %s is a place on the page, as "Logo at the left". */
  g_autofree char *choose = g_strdup_printf (_ ("%s: choose a picture"), name);
  g_autofree char *remove = g_strdup_printf (_ ("%s: take it away"), name);

  logo->agreement = g_object_ref (agreement);
  logo->place = place;
  logo->image = GTK_IMAGE (gtk_image_new ());
  logo->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_image_set_pixel_size (logo->image, LOGO_SIZE);
  gtk_widget_set_hexpand (GTK_WIDGET (logo->words), TRUE);
  gtk_label_set_xalign (logo->words, 0);
  gtk_widget_add_css_class (GTK_WIDGET (logo->words), "quiet");
  g_object_set_data_full (G_OBJECT (box), "mft-logo", logo, logo_free);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (logo->image));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (logo->words));
  add_button (box, "document-open-symbolic", choose, choose_cb);
  logo->remove = add_button (box, "user-trash-symbolic", remove, remove_cb);
  show (box);
  return box;
}
