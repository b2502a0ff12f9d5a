/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "random-edits.h"
#include "support.h"

#include "agreement/attachment.h"
#include "agreement/shown.h"
#include "ui/attachments/attachment-page.h"
#include "ui/wrap/picture.h"
#include "ui/attachments/attachments-window.h"
#include "ui/attachments/table-editor.h"

/* One white pixel. */
static const guint8 png[]
    = { 0x89, 'P',  'N',  'G',  '\r', '\n', 0x1a, '\n', 0,    0,    0,    13,   'I',  'H',
        'D',  'R',  0,    0,    0,    1,    0,    0,    0,    1,    8,    2,    0,    0,
        0,    0x90, 0x77, 0x53, 0xde, 0,    0,    0,    12,   'I',  'D',  'A',  'T',  8,
        0xd7, 0x63, 0xf8, 0xff, 0xff, 0x3f, 0,    5,    0xfe, 2,    0xfe, 0xdc, 0xcc, 0x59,
        0xe7, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82 };

static void
write_in (MftTableEditor *editor, guint row, guint column, const char *words)
{
  GtkWidget *entry = mft_table_editor_get_entry (editor, row, column);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  mft_ui_test_spin (20);
}

static void
assert_shows (MftAgreement *agreement, MftBlock *block, const char *expected)
{
  g_autofree char *shown = mft_shown_text (agreement, block);

  g_assert_cmpstr (shown, ==, expected);
}

/* The budget of the library: written row by row, summed by itself. */
static void
test_budget (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftAttachmentsWindow *window = mft_attachments_window_new (NULL, agreement);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "attachments.add", "s", "L-rab");
  mft_ui_test_settle ();
  g_assert_cmpuint (mft_attachment_count (agreement), ==, 2);
  MftBlock *attachment = mft_attachment_get (agreement, 1);
  MftBlock *table = NULL;
  for (guint i = 0; i < mft_block_n_children (attachment); i++)
    if (mft_block_get_kind (mft_block_get_child (attachment, i)) == MFT_BLOCK_TABLE)
      table = mft_block_get_child (attachment, i);
  g_assert_nonnull (table);

  MftTableEditor *editor
      = MFT_TABLE_EDITOR (mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_TABLE_EDITOR, NULL));
  write_in (editor, 1, 1, "Pelatihan");
  write_in (editor, 1, 3, "2");
  write_in (editor, 1, 5, "1.500.000");
  gtk_widget_activate_action (GTK_WIDGET (editor), "table.add-row", NULL);
  mft_ui_test_settle ();
  g_assert_null (mft_table_editor_get_entry (editor, 2, 0));
  write_in (editor, 2, 3, "1");
  write_in (editor, 2, 5, "250.000,50");
  MftBlock *total = mft_table_get_total (table);
  g_assert_nonnull (total);
  assert_shows (agreement, mft_block_get_child (mft_block_get_child (table, 2), 0), "2.");
  assert_shows (agreement, mft_block_get_child (total, 6), "3.250.000,50");
  assert_shows (agreement, mft_block_get_child (attachment, mft_block_get_index (table) + 1),
                "Terbilang: tiga juta dua ratus lima puluh ribu rupiah lima puluh sen");

  /* What is no number is told, and not summed in silence. */
  write_in (editor, 2, 3, "satu");
  g_assert_true (gtk_widget_has_css_class (mft_table_editor_get_entry (editor, 2, 3), "error"));
  assert_shows (agreement, mft_block_get_child (total, 6), "[tidak dapat dihitung]");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Typing goes on in one step of the history, the whole row is another. */
static void
test_typing (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *before = mft_test_dump (agreement);
  MftBlock *table = mft_block_get_child (mft_attachment_get (agreement, 0), 0);
  GtkWidget *widget = mft_table_editor_new (agreement, table);
  MftTableEditor *editor = MFT_TABLE_EDITOR (widget);

  mft_ui_test_present (widget);
  GtkEditable *entry = GTK_EDITABLE (mft_table_editor_get_entry (editor, 1, 0));
  for (const char *typed = "as"; *typed != '\0'; typed++)
    {
      int at = (int) g_utf8_strlen (gtk_editable_get_text (entry), -1);
      gtk_editable_insert_text (entry, typed, 1, &at);
    }
  assert_shows (agreement, mft_block_get_child (mft_block_get_child (table, 1), 0), "Wulanas");
  g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
  mft_ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (mft_table_editor_get_entry (editor, 1, 0))),
                   ==, "Wulan");
  gtk_widget_activate_action (widget, "table.insert-below", "u", 1);
  gtk_widget_activate_action (widget, "table.row-up", "u", 2);
  mft_ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (mft_table_editor_get_entry (editor, 2, 0))),
                   ==, "Wulan");
  gtk_widget_activate_action (widget, "table.remove-row", "u", 1);
  gtk_widget_activate_action (widget, "table.add-column", NULL);
  mft_ui_test_settle ();
  g_assert_nonnull (mft_table_editor_get_entry (editor, 1, 2));
}

static void
test_order (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftAttachmentsWindow *window = mft_attachments_window_new (NULL, agreement);
  g_autofree char *first = g_strdup (mft_block_get_id (mft_attachment_get (agreement, 0)));

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "attachments.add", "s", "");
  gtk_widget_activate_action (GTK_WIDGET (window), "attachments.up", NULL);
  g_assert_cmpstr (mft_block_get_id (mft_attachment_get (agreement, 1)), ==, first);
  mft_ui_test_settle ();
  GtkWidget *turned = mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_SWITCH, NULL);
  gtk_switch_set_active (GTK_SWITCH (turned), TRUE);
  g_assert_cmpstr (mft_block_get_trait (mft_attachment_get (agreement, 0), MFT_TRAIT_ORIENTATION),
                   ==, "mendatar");
  /* Nobody refers to it: it goes at once, and comes back by undo. */
  gtk_widget_activate_action (GTK_WIDGET (window), "attachments.remove", NULL);
  g_assert_cmpuint (mft_attachment_count (agreement), ==, 1);
  g_assert_true (mft_agreement_undo (agreement));
  mft_ui_test_settle ();
  g_assert_cmpuint (mft_attachment_count (agreement), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_figure (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  GtkWidget *page = mft_attachment_page_new (agreement, mft_attachment_get (agreement, 0));
  g_autoptr (GBytes) picture = g_bytes_new_static (png, sizeof png);
  g_autoptr (GBytes) other = g_bytes_new_static ("GIF89a", 6);
  g_autoptr (GError) error = NULL;

  mft_ui_test_present (page);
  g_assert_false (
      mft_attachment_page_add_figure (MFT_ATTACHMENT_PAGE (page), "x.gif", other, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (mft_attachment_page_add_figure (MFT_ATTACHMENT_PAGE (page), "Denah (1).PNG",
                                                 picture, &error));
  g_assert_no_error (error);
  mft_ui_test_settle ();
  MftBlock *figure = mft_block_get_child (mft_attachment_get (agreement, 0), 1);
  const char *entry = mft_block_get_trait (figure, MFT_TRAIT_SOURCE);
  g_assert_true (g_str_has_prefix (entry, "aset/denah-1-") && g_str_has_suffix (entry, ".png"));
  g_assert_true (g_hash_table_contains (mft_agreement_get_entries (agreement), entry));
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_PICTURE, NULL));
  g_assert_true (mft_agreement_undo (agreement));
  mft_ui_test_settle ();
  g_assert_null (mft_ui_test_find (page, GTK_TYPE_PICTURE, NULL));
}

/* A small file that claims 30000 × 30000 dots, 3.6 GB of memory, is not decoded. */
static void
test_claimed_size (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  GtkWidget *page = mft_attachment_page_new (agreement, mft_attachment_get (agreement, 0));
  g_autofree guint8 *data = g_memdup2 (png, sizeof png);
  const guint8 side[] = { 0, 0, 0x75, 0x30 };
  g_autoptr (GError) error = NULL;

  memcpy (data + 16, side, sizeof side);
  memcpy (data + 20, side, sizeof side);
  g_autoptr (GBytes) picture = g_bytes_new (data, sizeof png);
  mft_ui_test_present (page);
  g_assert_true (
      mft_attachment_page_add_figure (MFT_ATTACHMENT_PAGE (page), "besar.png", picture, &error));
  mft_ui_test_settle ();
  g_assert_null (mft_ui_test_find (page, GTK_TYPE_PICTURE, NULL));
  g_autoptr (GdkTexture) texture = mft_picture_new_texture (picture, &error);
  g_assert_null (texture);
  g_assert_error (error, GDK_TEXTURE_ERROR, GDK_TEXTURE_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/attachments/budget", test_budget);
  g_test_add_func ("/ui/attachments/typing", test_typing);
  g_test_add_func ("/ui/attachments/claimed-size", test_claimed_size);
  g_test_add_func ("/ui/attachments/order", test_order);
  g_test_add_func ("/ui/attachments/figure", test_figure);
  return g_test_run ();
}
