/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parties/logo-row.h"

#include <glib/gi18n.h>

#include "agreement/asset.h"
#include "agreement/edit.h"
#include "agreement/party.h"
#include "base/safe-file.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/picture.h"

#define LOGO_SIZE 48

typedef struct
{
  MftAgreement *agreement;
  guint party;
  GtkImage *image;
  GtkWidget *remove;
} Logo;

static void
logo_free (gpointer data)
{
  Logo *logo = data;

  g_object_unref (logo->agreement);
  g_free (logo);
}

static Logo *
logo_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "mft-logo");
}

static void
show (GtkWidget *row)
{
  Logo *logo = logo_of (row);
  const char *entry = mft_party_get (logo->agreement, logo->party, "logo");
  GBytes *bytes = entry != NULL ? mft_asset_get (logo->agreement, entry) : NULL;
  g_autoptr (GdkTexture) texture = bytes != NULL ? mft_picture_new_texture (bytes, NULL) : NULL;

  gtk_image_set_from_paintable (logo->image, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (logo->image), texture != NULL);
  gtk_widget_set_visible (logo->remove, entry != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               entry == NULL     ? _ ("None; a PNG or JPEG stands over the title")
                               : texture == NULL ? _ ("The picture cannot be shown")
                                                 : NULL);
}

char *
mft_logo_add (MftAgreement *agreement, const char *name, GBytes *bytes, GError **error)
{
  MftAssetKind kind;

  if (!mft_asset_get_kind (bytes, &kind) || kind == MFT_ASSET_PDF)
    {
      g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED,
                   "\"%s\" is no PNG or JPEG", name);
      return NULL;
    }
  g_autoptr (GBytes) drawn = mft_picture_as_png (bytes, error);
  return drawn != NULL ? mft_asset_add (agreement, name, drawn, error) : NULL;
}

gboolean
mft_logo_set (MftAgreement *agreement, guint party, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *id = mft_party_field_id (party, "logo");
  g_autofree char *entry = mft_logo_add (agreement, name, bytes, error);

  if (entry == NULL)
    return FALSE;
  mft_edit_begin (agreement);
  /* Agreements of before have no such field. */
  mft_edit_add_field (agreement, mft_field_new (id, MFT_FIELD_TEXT, FALSE, "Logo instansi", NULL));
  gboolean done = mft_edit_field (agreement, id, entry, error);
  mft_edit_end (agreement);
  return done;
}

static void
chosen_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;
  Logo *logo = logo_of (row);

  if (path == NULL)
    return;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = mft_file_read (path, MFT_ASSET_LARGEST, &error);
  if (bytes != NULL)
    mft_logo_set (logo->agreement, logo->party, name, bytes, &error);
  if (error != NULL)
    mft_tell_error (row, _ ("This picture cannot be the logo"), error);
  show (row);
}

static void
choose_cb (GtkWidget *row)
{
  mft_file_dialog_open_async (GTK_WINDOW (gtk_widget_get_root (row)), _ ("Choose a logo"),
                              MFT_FILE_PICTURE, chosen_cb, g_object_ref (row));
}

static void
remove_cb (GtkWidget *row)
{
  Logo *logo = logo_of (row);
  g_autofree char *id = mft_party_field_id (logo->party, "logo");

  mft_edit_field (logo->agreement, id, "", NULL);
  show (row);
}

static GtkWidget *
new_button (GtkWidget *row, const char *icon, const char *words, void (*clicked) (GtkWidget *row))
{
  GtkWidget *button = mft_icon_button_new (icon, words);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

GtkWidget *
mft_logo_row_new (MftAgreement *agreement, guint party)
{
  GtkWidget *row = adw_action_row_new ();
  Logo *logo = g_new0 (Logo, 1);

  logo->agreement = g_object_ref (agreement);
  logo->party = party;
  logo->image = GTK_IMAGE (gtk_image_new ());
  g_object_set_data_full (G_OBJECT (row), "mft-logo", logo, logo_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Logo"));
  gtk_image_set_pixel_size (logo->image, LOGO_SIZE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (logo->image));
  new_button (row, "document-open-symbolic", _ ("Choose a logo"), choose_cb);
  logo->remove = new_button (row, "user-trash-symbolic", _ ("Take the logo away"), remove_cb);
  show (row);
  return row;
}
