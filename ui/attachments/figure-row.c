/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/attachments/figure-row.h"

#include <glib/gi18n.h>

#include "agreement/asset.h"
#include "agreement/shown.h"
#include "ui/wrap/picture.h"

#define PICTURE_HEIGHT 160

typedef struct
{
  MftAgreement *agreement;
  char *id;
} Figure;

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  g_object_unref (figure->agreement);
  g_free (figure->id);
  g_free (figure);
}

static MftBlock *
block_of (Figure *figure)
{
  return mft_agreement_get_block (figure->agreement, figure->id);
}

static void
caption_cb (GtkEditable *entry, Figure *figure)
{
  MftBlock *block = block_of (figure);
  g_autoptr (MftText) words = mft_text_new (gtk_editable_get_text (entry), MFT_STYLE_PLAIN);

  if (block != NULL)
    mft_edit_text (figure->agreement, block, 0, G_MAXUINT, words, NULL);
}

/* Not by colour alone: the title says what is expected. */
static void
pages_cb (GtkWidget *entry, Figure *figure)
{
  MftBlock *block = block_of (figure);
  g_autofree char *pages = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_auto (GStrv) parts = g_strsplit (pages, " ", -1);
  g_autofree char *tight = g_strjoinv ("", parts);
  gboolean fits = block != NULL
                  && mft_edit_trait (figure->agreement, block, MFT_TRAIT_PAGES,
                                     *tight != '\0' ? tight : NULL, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry),
                                 fits ? _ ("Pages (empty: all of them)")
                                      : _ ("Pages: write them like 1-3,5"));
  if (fits)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
}

static GtkWidget *
new_picture (GBytes *bytes, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = mft_picture_new_texture (bytes, &error);
  GtkWidget *picture;

  if (texture == NULL)
    return gtk_label_new (_ ("This picture cannot be shown."));
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), words);
  gtk_widget_set_size_request (picture, -1, PICTURE_HEIGHT);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_SCALE_DOWN);
  return picture;
}

static GtkWidget *
new_entry (const char *title, const char *words, GCallback changed, Figure *figure)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), words != NULL ? words : "");
  g_signal_connect (entry, "changed", changed, figure);
  return entry;
}

GtkWidget *
mft_figure_row_new (MftAgreement *agreement, MftBlock *block)
{
  const char *entry = mft_block_get_trait (block, MFT_TRAIT_SOURCE);
  GBytes *bytes = entry != NULL ? mft_asset_get (agreement, entry) : NULL;
  g_autofree char *caption = mft_shown_text (agreement, block);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = gtk_list_box_new ();
  Figure *figure = g_new (Figure, 1);
  MftAssetKind kind = MFT_ASSET_PNG;

  *figure = (Figure){ g_object_ref (agreement), g_strdup (mft_block_get_id (block)) };
  g_object_set_data_full (G_OBJECT (box), "mft-figure", figure, figure_free);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  if (bytes == NULL || !mft_asset_get_kind (bytes, &kind))
    gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("The file of this picture is missing.")));
  else if (kind != MFT_ASSET_PDF)
    gtk_box_append (GTK_BOX (box), new_picture (bytes, caption));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       new_entry (_ ("Caption"), caption, G_CALLBACK (caption_cb), figure));
  if (kind == MFT_ASSET_PDF)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_entry (_ ("Pages (empty: all of them)"),
                                    mft_block_get_trait (block, MFT_TRAIT_PAGES),
                                    G_CALLBACK (pages_cb), figure));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}
