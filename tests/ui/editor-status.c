/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an agreement stands, and what its text was before: in the editor. */
#include "editor-support.h"

#include "agreement/edit.h"
#include "agreement/lock.h"

static GtkWidget *
entry_row (GtkWindow *dialog, const char *title)
{
  return mft_ui_test_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, title);
}

static void
fill_in (Page *editor)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (editor->agreement);

  for (guint i = 0; missing[i] != NULL; i++)
    if (!mft_field_comes_late (missing[i]))
      {
        g_autofree char *value = g_strdup_printf ("Bagas Manikmaya %u", i);
        g_assert_true (mft_edit_field (editor->agreement, missing[i], value, NULL));
      }
}

static void
set_status (Page *editor, const char *name)
{
  g_assert_true (gtk_widget_activate_action (editor->page, "page.set-status", "s", name));
}

/* The header says where it stands; final locks the text, discussion opens it again. */
static void
test_status (Page *editor, gconstpointer data)
{
  (void) data;
  mft_ui_test_get (editor->page, GTK_TYPE_LABEL, "Konsep");
  set_status (editor, "discussion");
  mft_ui_test_get (editor->page, GTK_TYPE_LABEL, "Pembahasan");
  /* Required fields are empty. */
  set_status (editor, "final");
  g_assert_cmpint (mft_working_copy_get_status (editor->copy), ==, MFT_STATUS_DISCUSSION);
  gtk_window_destroy (GTK_WINDOW (mft_ui_test_message ("Status belum dapat diubah")));
  fill_in (editor);
  set_status (editor, "final");
  g_assert_cmpint (mft_working_copy_get_status (editor->copy), ==, MFT_STATUS_FINAL);
  g_autofree char *before = page_text (editor);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper)),
                                    "tidak boleh", -1);
  g_autofree char *after = page_text (editor);
  g_assert_cmpstr (after, ==, before);
  set_status (editor, "discussion");
  g_assert_cmpint (mft_agreement_get_lock (editor->agreement), ==, MFT_LOCK_NONE);
}

/* Ready asks for what comes late, names a date that is not today, and changes none by itself. */
static void
test_ready (Page *editor, gconstpointer data)
{
  GtkWindow *dialog;

  (void) data;
  fill_in (editor);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.sign", NULL));
  dialog = mft_ui_test_dialog ();
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Siap ditandatangani?");
  GtkWidget *button = mft_ui_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Siap");
  gtk_window_close (dialog);
  g_assert_cmpint (mft_working_copy_get_status (editor->copy), ==, MFT_STATUS_DRAFT);

  set_status (editor, "ready");
  dialog = mft_ui_test_dialog ();
  button = mft_ui_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Siap");
  entry_row (dialog, "Tanggal penandatanganan");
  g_assert_true (mft_edit_field (editor->agreement, "tanggal_ttd", "", NULL));
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (mft_edit_field (editor->agreement, "tanggal_ttd", "27 November 2026", NULL));
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (mft_working_copy_get_status (editor->copy), ==, MFT_STATUS_READY);
  g_assert_cmpint (mft_agreement_get_lock (editor->agreement), ==, MFT_LOCK_ALL);
  g_assert_cmpstr (mft_agreement_get_value (editor->agreement, "tanggal_ttd"), ==, "2026-11-27");
}

static MftBlock *
first_line (Page *editor)
{
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);

  return mft_block_get_child (mft_block_get_child (body, 0), 0);
}

static void
prepend (Page *editor, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (editor->agreement, first_line (editor), 0, 0, text, NULL));
}

typedef struct
{
  GtkWidget *dialog;
  const char *title;
} Awaited;

static gboolean
is_shown (gpointer data)
{
  const Awaited *awaited = data;

  return mft_ui_test_find (awaited->dialog, ADW_TYPE_ACTION_ROW, awaited->title) != NULL;
}

/* The text is checked a moment after it changed. */
static GtkWidget *
wait_for (GtkWidget *dialog, const char *title)
{
  Awaited awaited = { .dialog = dialog, .title = title };

  mft_ui_test_until (is_shown, &awaited);
  return mft_ui_test_find (dialog, ADW_TYPE_ACTION_ROW, title);
}

/* What is open is named before anything is locked: a warning may be left, a mistake holds it back, and
 * each is a step away from its place. */
static void
test_open_points (Page *editor, gconstpointer data)
{
  GtkWidget *dialog, *ready;

  (void) data;
  fill_in (editor);
  prepend (editor, "(Catatan ");
  set_status (editor, "ready");
  dialog = GTK_WIDGET (mft_ui_test_dialog ());
  ready = mft_ui_test_get (dialog, GTK_TYPE_BUTTON, "_Siap");
  wait_for (dialog, "Kurung buka ini tidak ditutup");
  mft_ui_test_get (dialog, GTK_TYPE_LABEL, "Siap berarti Anda membiarkannya seperti adanya.");
  g_assert_true (gtk_widget_get_sensitive (ready));

  prepend (editor, "4 (lima) ");
  GtkWidget *row = wait_for (dialog, "Angkanya 4, kata-katanya menyebut 5");
  mft_ui_test_get (dialog, GTK_TYPE_LABEL,
                   "Kesalahan menahannya; peringatan boleh dibiarkan seperti adanya.");
  g_assert_false (gtk_widget_get_sensitive (ready));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate (row);
  mft_ui_test_spin (50);
  g_assert_null (dialog);
  g_assert_cmpstr (mft_sync_get_current (mft_paper_get_sync (MFT_PAPER (editor->paper))), ==,
                   mft_block_get_id (first_line (editor)));
  g_assert_cmpint (mft_working_copy_get_status (editor->copy), ==, MFT_STATUS_DRAFT);
}

static void
test_other_day_is_asked (Page *editor, gconstpointer data)
{
  (void) data;
  fill_in (editor);
  set_status (editor, "ready");
  mft_ui_test_press (GTK_WIDGET (mft_ui_test_dialog ()), "_Siap");
  g_assert_cmpint (mft_working_copy_get_status (editor->copy), ==, MFT_STATUS_READY);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.sign", NULL));
  GtkWindow *asked
      = GTK_WINDOW (mft_ui_test_message ("Tanda tangani dengan tanggal 26 November 2026?"));
  g_assert_nonnull (asked);
  gtk_window_destroy (asked);
  g_assert_cmpstr (mft_agreement_get_value (editor->agreement, "tanggal_ttd"), ==, "2026-11-26");
}

static gint64
newest_version (Page *editor, guint count)
{
  g_autoptr (GPtrArray) versions = mft_working_copy_list_versions (editor->copy, NULL);

  g_assert_cmpuint (versions->len, ==, count);
  return ((const MftLibraryVersion *) g_ptr_array_index (versions, 0))->number;
}

/* A version under a name, back to it, and from there forth again by undo. */
static void
test_versions (Page *editor, gconstpointer data)
{
  GtkWindow *dialog;

  (void) data;
  g_assert_true (gtk_widget_activate_action (editor->page, "page.panel", "s", "versions"));
  mft_ui_test_get (editor->page, ADW_TYPE_STATUS_PAGE, "Belum ada versi");
  g_assert_true (gtk_widget_activate_action (editor->page, "page.name-version", NULL));
  dialog = mft_ui_test_dialog ();
  GtkWidget *keep = mft_ui_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Simpan");
  g_assert_false (gtk_widget_get_sensitive (keep));
  gtk_editable_set_text (GTK_EDITABLE (entry_row (dialog, "Nama versi")), " Draf & ke-1 ");
  g_signal_emit_by_name (keep, "clicked");
  mft_ui_test_get (editor->page, ADW_TYPE_ACTION_ROW, "Draf & ke-1");
  gint64 number = newest_version (editor, 1);
  g_autofree char *before = page_text (editor);

  g_assert_true (mft_edit_field (editor->agreement, "jangka_waktu", "7 tahun", NULL));
  g_autofree char *changed = page_text (editor);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.restore-version", "x", number));
  g_autofree char *restored = page_text (editor);
  g_assert_cmpstr (restored, ==, before);
  newest_version (editor, 2);
  mft_ui_test_press (editor->window, "_Urungkan");
  g_autofree char *undone = page_text (editor);
  g_assert_cmpstr (undone, ==, changed);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Page *, gconstpointer);
  } tests[] = {
    { "/ui/editor-status/status", test_status },
    { "/ui/editor-status/ready", test_ready },
    { "/ui/editor-status/open-points", test_open_points },
    { "/ui/editor-status/other-day-is-asked", test_other_day_is_asked },
    { "/ui/editor-status/versions", test_versions },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Page, NULL, page_set_up, tests[i].run, page_tear_down);
  return g_test_run ();
}
