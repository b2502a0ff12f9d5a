/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/attachments/attachment-page.h"

#include <glib/gi18n.h>

#include "agreement/asset.h"
#include "agreement/attachment.h"
#include "agreement/shown.h"
#include "agreement/table.h"
#include "base/safe-file.h"
#include "ui/attachments/figure-row.h"
#include "ui/attachments/table-editor.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/icon-button.h"
#include "ui/wrap/picture.h"
#include "ui/wrap/remove-all.h"

struct _MftAttachmentPage
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkBox *contents;
  GPtrArray *texts; /* the rows of what is written in the text, borrowed */
  AdwEntryRow *title;

  MftAgreement *agreement;
  char *id;
  char *layout; /* what stands in it, as last built */
};

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftAttachmentPage, mft_attachment_page, ADW_TYPE_BIN)

static MftBlock *
attachment_of (MftAttachmentPage *self)
{
  return self->agreement != NULL ? mft_agreement_get_block (self->agreement, self->id) : NULL;
}

static void
tell (MftAttachmentPage *self, const GError *error)
{
  if (error != NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("The attachment cannot be changed so"), error);
}

static void
go_to_cb (GtkWidget *row, MftAttachmentPage *self)
{
  g_signal_emit (self, signals[GO_TO], 0, gtk_widget_get_name (row));
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  return list;
}

/* --- what stands in it --------------------------------------------------------------------------- */

static GtkWidget *
new_icon_button (MftBlock *block, const char *icon, const char *action, const char *words)
{
  return mft_icon_button_new_action (icon, words, action, mft_block_get_id (block));
}

static void
add_buttons (GtkWidget *bar, MftBlock *block)
{
  gtk_box_append (GTK_BOX (bar),
                  new_icon_button (block, "go-up-symbolic", "attachment.up", _ ("Earlier")));
  gtk_box_append (GTK_BOX (bar),
                  new_icon_button (block, "go-down-symbolic", "attachment.down", _ ("Later")));
  gtk_box_append (GTK_BOX (bar), new_icon_button (block, "user-trash-symbolic",
                                                  "attachment.remove-part", _ ("Remove")));
}

/* A table or a figure under its own heading. */
static void
add_card (MftAttachmentPage *self, MftBlock *block, const char *heading, GtkWidget *inside)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (bar), label);
  add_buttons (bar, block);
  gtk_box_append (GTK_BOX (card), bar);
  gtk_box_append (GTK_BOX (card), inside);
  gtk_box_append (self->contents, card);
}

static gboolean
has_own_editor (MftBlock *block)
{
  MftBlockKind kind = mft_block_get_kind (block);

  return kind == MFT_BLOCK_TABLE || kind == MFT_BLOCK_FIGURE;
}

static char *
words_of (MftAttachmentPage *self, MftBlock *block)
{
  const char *label = mft_block_get_label (block);
  g_autofree char *shown = mft_shown_text (self->agreement, block);

  if (*shown == '\0')
    return g_strdup (_ ("An empty paragraph"));
  return *label != '\0' ? g_strconcat (label, " ", shown, NULL) : g_steal_pointer (&shown);
}

static GtkWidget *
new_text_row (MftAttachmentPage *self, MftBlock *block)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_ptr_array_add (self->texts, row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_name (row, mft_block_get_id (block));
  gtk_widget_set_tooltip_text (row, _ ("Is written in the text; press Enter to go there"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (go_to_cb), self);
  add_buttons (bar, block);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  return row;
}

static void
build (MftAttachmentPage *self, MftBlock *attachment)
{
  GtkWidget *texts = NULL;

  mft_box_remove_all (self->contents);
  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < mft_block_n_children (attachment); i++)
    {
      MftBlock *block = mft_block_get_child (attachment, i);
      if (mft_block_get_kind (block) == MFT_BLOCK_TABLE)
        add_card (self, block, _ ("Table"), mft_table_editor_new (self->agreement, block));
      else if (mft_block_get_kind (block) == MFT_BLOCK_FIGURE)
        add_card (self, block, _ ("Picture or pages"), mft_figure_row_new (self->agreement, block));
      if (has_own_editor (block))
        {
          texts = NULL;
          continue;
        }
      if (texts == NULL)
        {
          texts = new_list ();
          gtk_box_append (self->contents, texts);
        }
      gtk_list_box_append (GTK_LIST_BOX (texts), new_text_row (self, block));
    }
}

/* Tables and figures follow by themselves. */
static char *
layout_of (MftBlock *attachment)
{
  GString *layout = g_string_new (NULL);

  for (guint i = 0; i < mft_block_n_children (attachment); i++)
    g_string_append_printf (layout, "%s ", mft_block_get_id (mft_block_get_child (attachment, i)));
  return g_string_free (layout, FALSE);
}

static void
update (MftAttachmentPage *self)
{
  MftBlock *attachment = attachment_of (self);
  g_autofree char *layout = attachment != NULL ? layout_of (attachment) : NULL;

  if (attachment == NULL)
    return;
  if (g_strcmp0 (layout, self->layout) != 0)
    {
      g_free (self->layout);
      self->layout = g_steal_pointer (&layout);
      build (self, attachment);
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->texts, i);
      MftBlock *block = mft_agreement_get_block (self->agreement, gtk_widget_get_name (row));
      g_autofree char *words = words_of (self, block);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
    }
}

/* --- what can be done ---------------------------------------------------------------------------- */

static MftBlock *
part_of (MftAttachmentPage *self, GVariant *id)
{
  return mft_agreement_get_block (self->agreement, g_variant_get_string (id, NULL));
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  MftAttachmentPage *self = MFT_ATTACHMENT_PAGE (widget);
  MftBlock *block = part_of (self, id);
  MftBlock *parent = block != NULL ? mft_block_get_parent (block) : NULL;
  gboolean up = g_str_has_suffix (action, "up");
  g_autoptr (GError) error = NULL;

  if (block == NULL || mft_block_get_index (block) == (up ? 0 : mft_block_n_children (parent) - 1))
    return;
  mft_edit_move (self->agreement, block, parent, mft_block_get_index (block) + (up ? -1 : 1),
                 &error);
  tell (self, error);
}

static void
remove_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *id)
{
  MftAttachmentPage *self = MFT_ATTACHMENT_PAGE (widget);
  MftBlock *block = part_of (self, id);
  g_autoptr (GError) error = NULL;

  if (block != NULL)
    mft_edit_remove (self->agreement, block, &error);
  tell (self, error);
}

static gboolean
append (MftAttachmentPage *self, MftBlock *block, GError **error)
{
  MftBlock *attachment = attachment_of (self);

  return mft_edit_insert (self->agreement, attachment, mft_block_n_children (attachment), block,
                          error);
}

static void
add_table_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  static const char *const titles[] = { "No.", "Uraian", "Keterangan" };
  static const MftColumn kinds[] = { MFT_COLUMN_ROW_NUMBER, MFT_COLUMN_WORDS, MFT_COLUMN_WORDS };
  MftAttachmentPage *self = MFT_ATTACHMENT_PAGE (widget);
  g_autoptr (GError) error = NULL;

  append (self, mft_table_new (titles, kinds, G_N_ELEMENTS (titles)), &error);
  tell (self, error);
}

static void
add_text_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftAttachmentPage *self = MFT_ATTACHMENT_PAGE (widget);
  MftBlock *block = mft_block_new (MFT_BLOCK_PARAGRAPH, NULL);
  g_autofree char *id = g_strdup (mft_block_get_id (block));
  g_autoptr (GError) error = NULL;

  if (append (self, block, &error))
    g_signal_emit (self, signals[GO_TO], 0, id);
  tell (self, error);
}

gboolean
mft_attachment_page_add_figure (MftAttachmentPage *self, const char *name, GBytes *bytes,
                                GError **error)
{
  g_autoptr (GBytes) drawn = mft_picture_as_png (bytes, error);
  g_autofree char *entry
      = drawn != NULL ? mft_asset_add (self->agreement, name, drawn, error) : NULL;
  MftBlock *figure;

  if (entry == NULL)
    return FALSE;
  figure = mft_block_new (MFT_BLOCK_FIGURE, NULL);
  mft_block_set_trait (figure, MFT_TRAIT_SOURCE, entry);
  return append (self, figure, error);
}

static void
chosen_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftAttachmentPage) self = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;

  if (path == NULL || attachment_of (self) == NULL)
    return;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = mft_file_read (path, MFT_ASSET_LARGEST, &error);
  if (bytes != NULL)
    mft_attachment_page_add_figure (self, name, bytes, &error);
  tell (self, error);
}

static void
add_figure_cb (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  gboolean pdf = g_str_has_suffix (action, "pages");

  mft_file_dialog_open_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                              pdf ? _ ("Insert pages of a PDF") : _ ("Insert a picture"),
                              pdf ? MFT_FILE_PDF : MFT_FILE_PICTURE, chosen_cb,
                              g_object_ref (widget));
}

/* --- the form ------------------------------------------------------------------------------------ */

static void
titled_cb (MftAttachmentPage *self)
{
  MftBlock *attachment = attachment_of (self);
  g_autoptr (MftText) title
      = mft_text_new (gtk_editable_get_text (GTK_EDITABLE (self->title)), MFT_STYLE_PLAIN);

  if (attachment != NULL)
    mft_edit_text (self->agreement, attachment, 0, G_MAXUINT, title, NULL);
}

static void
turned_cb (GtkSwitch *turned, GParamSpec *pspec G_GNUC_UNUSED, MftAttachmentPage *self)
{
  MftBlock *attachment = attachment_of (self);
  g_autoptr (GError) error = NULL;

  if (attachment != NULL)
    mft_edit_trait (self->agreement, attachment, MFT_TRAIT_ORIENTATION,
                    gtk_switch_get_active (turned) ? "mendatar" : NULL, &error);
  tell (self, error);
}

static GtkWidget *
new_orientation (MftAttachmentPage *self, MftBlock *attachment)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *turned = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (turned),
                         mft_block_get_trait (attachment, MFT_TRAIT_ORIENTATION) != NULL);
  gtk_widget_set_valign (turned, GTK_ALIGN_CENTER);
  g_signal_connect (turned, "notify::active", G_CALLBACK (turned_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Pages on their side"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("For wide tables"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), turned);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), turned);
  return row;
}

/* Where the text speaks of it; a lampiran that nobody refers to belongs to no Pasal. */
static void
add_referring (MftAttachmentPage *self, MftBlock *attachment, GtkWidget *list)
{
  g_autoptr (GPtrArray) referring = mft_attachment_list_referring (self->agreement, attachment);

  for (guint i = 0; i < MAX (referring->len, 1); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (referring->len == 0)
        {
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                         _ ("No Pasal refers to it yet"));
          break;
        }
      g_autofree char *path = mft_block_dup_path (referring->pdata[i]);
      /* Translators: %s is a place in the text, such as Pasal 7 ayat (1). */
      g_autofree char *words = g_strdup_printf (_ ("Named in %s"), path);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
      gtk_widget_set_name (row, mft_block_get_id (referring->pdata[i]));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (go_to_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
}

static GtkWidget *
new_adding (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Table"), "attachment.add-table");
  g_menu_append (menu, _ ("Picture…"), "attachment.add-picture");
  g_menu_append (menu, _ ("Pages of a PDF…"), "attachment.add-pages");
  g_menu_append (menu, _ ("Text"), "attachment.add-text");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Add to this attachment"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
fill (MftAttachmentPage *self)
{
  MftBlock *attachment = attachment_of (self);
  g_autofree char *title = mft_shown_text (self->agreement, attachment);
  GtkWidget *list = new_list ();

  self->title = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), _ ("Title"));
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (titled_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->title));
  gtk_list_box_append (GTK_LIST_BOX (list), new_orientation (self, attachment));
  add_referring (self, attachment, list);
  gtk_box_append (self->box, list);
  gtk_box_append (self->box, GTK_WIDGET (self->contents));
  gtk_box_append (self->box, new_adding ());
  update (self);
}

/* --- the widget ---------------------------------------------------------------------------------- */

static void
mft_attachment_page_dispose (GObject *object)
{
  MftAttachmentPage *self = MFT_ATTACHMENT_PAGE (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->layout, g_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_attachment_page_parent_class)->dispose (object);
}

static void
mft_attachment_page_class_init (MftAttachmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_attachment_page_dispose;
  signals[GO_TO] = g_signal_new ("go-to", MFT_TYPE_ATTACHMENT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "attachment.up", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "attachment.down", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "attachment.remove-part", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "attachment.add-table", NULL, add_table_cb);
  gtk_widget_class_install_action (widget_class, "attachment.add-picture", NULL, add_figure_cb);
  gtk_widget_class_install_action (widget_class, "attachment.add-pages", NULL, add_figure_cb);
  gtk_widget_class_install_action (widget_class, "attachment.add-text", NULL, add_text_cb);
}

static void
mft_attachment_page_init (MftAttachmentPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->texts = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->contents = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
changed_cb (MftAttachmentPage *self, MftBlock *only)
{
  if (only == NULL || mft_block_get_ancestor (only, MFT_BLOCK_ATTACHMENT) == attachment_of (self))
    update (self);
}

GtkWidget *
mft_attachment_page_new (MftAgreement *agreement, MftBlock *attachment)
{
  MftAttachmentPage *self = g_object_new (MFT_TYPE_ATTACHMENT_PAGE, NULL);

  self->agreement = g_object_ref (agreement);
  self->id = g_strdup (mft_block_get_id (attachment));
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
