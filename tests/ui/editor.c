/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-support.h"

#include <glib/gi18n.h>

#include "ui/editor/editor-page.h"
#include "ui/editor/field-row.h"
#include "ui/editor/fields-pane.h"
#include "ui/editor/findings-pane.h"
#include "ui/editor/outline-item.h"
#include "ui/editor/outline.h"
#include "ui/editor/paper.h"
#include "ui/export/export-pdf.h"
#include "ui/preview/page-view.h"
#include "ui/preview/preview-pane.h"
#include "ui/wrap/settings.h"

#include "agreement/edit.h"
#include "check/ignored.h"
#include "store/register.h"

static int
line_height (GtkTextView *view)
{
  GtkTextIter start;
  GdkRectangle place;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  gtk_text_view_get_iter_location (view, &start, &place);
  return place.height;
}

static gboolean
is_saved (gpointer copy)
{
  return mft_working_copy_get_state (copy) == MFT_WORKING_COPY_SAVED;
}

/* One value, every place: the text, the title, the library. */
static void
test_field_changes_everything (Page *editor, gconstpointer data)
{
  GtkWidget *row = mft_ui_test_get (editor->page, ADW_TYPE_ENTRY_ROW, "Nama instansi");

  (void) data;
  gtk_editable_set_text (GTK_EDITABLE (row), "Badan <b>Laut</b> & Pesisir");
  g_signal_emit_by_name (row, "entry-activated");
  g_autofree char *text = page_text (editor);
  g_assert_nonnull (strstr (text, "BADAN <B>LAUT</B> & PESISIR"));
  g_assert_cmpint (mft_working_copy_get_state (editor->copy), ==, MFT_WORKING_COPY_CHANGED);
  mft_ui_test_until (is_saved, editor->copy);
  const MftRegisterQuery all = { 0 };
  g_autoptr (GPtrArray) entries = mft_register_list (editor->library, &all, 0, 10, NULL);
  g_autoptr (MftAgreement) stored = mft_library_load (
      editor->library, ((MftLibraryEntry *) g_ptr_array_index (entries, 0))->id, NULL, NULL);
  g_assert_cmpstr (mft_agreement_get_value (stored, "p1.nama"), ==, "Badan <b>Laut</b> & Pesisir");
}

static void
test_field_that_does_not_fit (Page *editor, gconstpointer data)
{
  GtkWidget *row = mft_ui_test_get (editor->page, ADW_TYPE_ENTRY_ROW, "Tanggal penandatanganan");

  (void) data;
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "26 November 2026");
  gtk_editable_set_text (GTK_EDITABLE (row), "31 Februari 2027");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_nonnull (
      strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "26 November 2026"));
  g_assert_cmpstr (mft_agreement_get_value (editor->agreement, "tanggal_ttd"), ==, "2026-11-26");
  gtk_editable_set_text (GTK_EDITABLE (row), "1 Maret 2027");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (mft_agreement_get_value (editor->agreement, "tanggal_ttd"), ==, "2027-03-01");
}

static void
test_missing_come_first (Page *editor, gconstpointer data)
{
  MftFieldsPane *pane
      = MFT_FIELDS_PANE (mft_ui_test_get (editor->page, MFT_TYPE_FIELDS_PANE, NULL));
  guint missing = mft_fields_pane_get_missing (pane);

  (void) data;
  g_assert_cmpuint (missing, >, 0);
  mft_ui_test_get (GTK_WIDGET (pane), GTK_TYPE_LABEL, "Belum diisi");
  g_assert_true (mft_edit_field (editor->agreement, "p2.pejabat", "Bagas Manikmaya", NULL));
  g_assert_cmpuint (mft_fields_pane_get_missing (pane), ==, missing - 1);
  g_autofree char *text = page_text (editor);
  g_assert_nonnull (strstr (text, "Bagas Manikmaya, selanjutnya"));
}

static void
test_history (Page *editor, gconstpointer data)
{
  g_autofree char *before = page_text (editor);

  (void) data;
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper)),
                                    "SALINAN ", -1);
  g_autofree char *changed = page_text (editor);
  g_assert_cmpstr (changed, !=, before);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.undo", NULL));
  g_autofree char *undone = page_text (editor);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.redo", NULL));
  g_autofree char *redone = page_text (editor);
  g_assert_cmpstr (redone, ==, changed);
}

/* On a busy machine the flap takes its time. */
static gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

/* For a projector, and back to what was open. */
static void
test_meeting_mode (Page *editor, gconstpointer data)
{
  GtkWidget *outline = mft_ui_test_get (editor->page, MFT_TYPE_OUTLINE, NULL);
  int usual;

  (void) data;
  mft_ui_test_spin (20);
  usual = line_height (GTK_TEXT_VIEW (editor->paper));
  g_assert_true (gtk_widget_activate_action (editor->page, "page.meeting", NULL));
  mft_ui_test_spin (400);
  g_assert_cmpint (line_height (GTK_TEXT_VIEW (editor->paper)), >, usual * 3 / 2);
  mft_ui_test_until (is_unmapped, outline);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.meeting", NULL));
  mft_ui_test_spin (400);
  g_assert_cmpint (line_height (GTK_TEXT_VIEW (editor->paper)), ==, usual);
  g_assert_true (gtk_widget_get_mapped (outline));
}

static void
test_zoom (Page *editor, gconstpointer data)
{
  g_autoptr (GSettings) settings = mft_settings_new ();

  (void) data;
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (editor->page, "page.zoom", "i", 1);
  g_assert_cmpint (g_settings_get_int (settings, "text-zoom"), ==, 300);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (editor->page, "page.zoom", "i", -1);
  g_assert_cmpint (g_settings_get_int (settings, "text-zoom"), ==, 50);
  gtk_widget_activate_action (editor->page, "page.zoom", "i", 0);
  g_assert_cmpint (g_settings_get_int (settings, "text-zoom"), ==, 100);
}

/* Ctrl+S: nothing is left to save afterwards. */
static void
test_save_says_when (Page *editor, gconstpointer data)
{
  (void) data;
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper)),
                                    "SALINAN ", -1);
  g_assert_cmpint (mft_working_copy_get_state (editor->copy), ==, MFT_WORKING_COPY_CHANGED);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.save", NULL));
  g_assert_cmpint (mft_working_copy_get_state (editor->copy), ==, MFT_WORKING_COPY_SAVED);
  mft_ui_test_get (editor->window, GTK_TYPE_BUTTON, _ ("_Name this version…"));
}

/* From a value in the text to its row; the row has the cursor then. */
static void
test_field_is_gone_to (Page *editor, gconstpointer data)
{
  GtkWidget *row = mft_ui_test_get (editor->page, ADW_TYPE_ENTRY_ROW, "Jangka waktu");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper));
  GtkTextIter start, from, to;

  (void) data;
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "4 (empat)", 0, &from, &to, NULL));
  const MftShownSpan *span = mft_sync_get_span_at (mft_paper_get_sync (editor->paper), &to);
  g_assert_cmpint (span->run->kind, ==, MFT_RUN_FIELD);
  g_assert_cmpstr (span->run->value, ==, "jangka_waktu");
  g_signal_emit_by_name (editor->paper, "field", span->run->value);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (editor->window)), row));
}

static void
test_outline (Page *editor, gconstpointer data)
{
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);
  MftBlock *second = mft_block_get_child (body, 1);
  g_autoptr (GPtrArray) closed = mft_outline_items_new (editor->agreement, NULL, NULL, NULL);
  g_autoptr (GPtrArray) open
      = mft_outline_items_new (editor->agreement, mft_block_get_id (second), NULL, NULL);
  guint ayat = 0;

  (void) data;
  for (guint i = 0; i < open->len; i++)
    {
      MftOutlineItem *item = g_ptr_array_index (open, i);
      if (g_str_equal (mft_outline_item_get_id (item), mft_block_get_id (second)))
        {
          g_assert_cmpstr (mft_outline_item_get_label (item), ==, "2");
          g_assert_cmpstr (mft_outline_item_get_words (item), ==, "Jangka Waktu");
        }
      ayat += mft_outline_item_get_level (item) == 2 ? 1 : 0;
    }
  g_assert_cmpuint (ayat, ==, mft_block_n_children (second));
  g_assert_cmpuint (open->len, ==, closed->len + ayat);
}

static void
test_says_that_it_is_a_copy (Page *editor, gconstpointer data)
{
  (void) data;
  mft_ui_test_get (editor->page, GTK_TYPE_LABEL,
                   "Salinan kerja dari “asal & lain.pks”. Berkas aslinya tidak diubah.");
}

static void
assert_stored (Page *editor, const char *id, const char *value)
{
  const MftRegisterQuery all = { 0 };
  g_autoptr (GPtrArray) entries = mft_register_list (editor->library, &all, 0, 10, NULL);
  g_autoptr (MftAgreement) stored = mft_library_load (
      editor->library, ((MftLibraryEntry *) g_ptr_array_index (entries, 0))->id, NULL, NULL);

  g_assert_cmpstr (mft_agreement_get_value (stored, id), ==, value);
}

static void
test_nothing_is_lost_on_closing (Page *editor, gconstpointer data)
{
  GtkWidget *row = mft_ui_test_get (editor->page, ADW_TYPE_ENTRY_ROW, "Jangka waktu");

  (void) data;
  g_assert_true (mft_edit_field (editor->agreement, "jangka_waktu", "7 tahun", NULL));
  g_assert_true (mft_editor_page_may_close (MFT_EDITOR_PAGE (editor->page)));
  assert_stored (editor, "jangka_waktu", "7 tahun");
  /* Closed with the cursor still in the value. */
  g_assert_true (gtk_widget_activate_action (editor->page, "page.panel", "s", "fields"));
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_editable_set_text (GTK_EDITABLE (row), "8 tahun");
  g_assert_true (mft_editor_page_may_close (MFT_EDITOR_PAGE (editor->page)));
  assert_stored (editor, "jangka_waktu", "8 tahun");
}

/* The library is gone: it is told, and the window does not close over unsaved words. */
static void
test_failed_saving_is_told (Page *editor, gconstpointer data)
{
  const MftRegisterQuery all = { 0 };
  g_autoptr (GPtrArray) entries = mft_register_list (editor->library, &all, 0, 10, NULL);

  (void) data;
  g_assert_true (mft_library_remove (
      editor->library, ((MftLibraryEntry *) g_ptr_array_index (entries, 0))->id, NULL));
  g_assert_true (mft_edit_field (editor->agreement, "jangka_waktu", "7 tahun", NULL));
  g_assert_false (mft_editor_page_may_close (MFT_EDITOR_PAGE (editor->page)));
  g_assert_cmpint (mft_working_copy_get_state (editor->copy), ==, MFT_WORKING_COPY_FAILED);
}

static gboolean
has_pages (gpointer pane)
{
  return mft_preview_pane_get_pages (pane) != NULL;
}

static gboolean
text_is_laid_out (gpointer pane)
{
  return mft_pages_count (mft_preview_pane_get_pages (pane)) > 3;
}

/* The pages follow the text; the newest result wins. */
static void
test_preview_follows (Page *editor, gconstpointer data)
{
  GtkWidget *pane = mft_ui_test_get (editor->page, MFT_TYPE_PREVIEW_PANE, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper));
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);

  (void) data;
  g_assert_true (gtk_widget_activate_action (editor->page, "page.panel", "s", "preview"));
  mft_ui_test_until (has_pages, pane);
  mft_sync_go_to (mft_paper_get_sync (editor->paper),
                  mft_block_get_id (mft_block_get_child (mft_block_get_child (body, 1), 0)),
                  G_MAXUINT);
  for (guint i = 0; i < 60; i++)
    gtk_text_buffer_insert_at_cursor (buffer, "\nAyat yang panjang lebar.", -1);
  mft_ui_test_until (text_is_laid_out, pane);
  mft_ui_test_get (pane, MFT_TYPE_PAGE_VIEW, NULL);
}

static gboolean
has_wrong_number (gpointer pane)
{
  GPtrArray *findings = mft_findings_pane_get_findings (pane);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((MftFinding *) findings->pdata[i])->rule, "number-words"))
      return TRUE;
  return FALSE;
}

static gboolean
has_no_wrong_number (gpointer pane)
{
  return !has_wrong_number (pane);
}

static gboolean
has_no_mistake (gpointer pane)
{
  return !mft_findings_pane_has_mistake (pane);
}

static void
test_finding_is_fixed (Page *editor, gconstpointer data)
{
  GtkWidget *pane = mft_ui_test_get (editor->page, MFT_TYPE_FINDINGS_PANE, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper));
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);
  MftBlock *ayat = mft_block_get_child (mft_block_get_child (body, 1), 0);

  (void) data;
  mft_sync_go_to (mft_paper_get_sync (editor->paper), mft_block_get_id (ayat), G_MAXUINT);
  gtk_text_buffer_insert_at_cursor (buffer, " Paling lama 5 (enam) hari.", -1);
  mft_ui_test_until (has_wrong_number, pane);
  g_assert_nonnull (mft_ui_test_find (pane, GTK_TYPE_LABEL, "“5 (enam)”"));
  mft_ui_test_get (pane, GTK_TYPE_LABEL, "Kesalahan");
  g_assert_true (gtk_widget_activate_action (editor->page, "page.fix", NULL));
  g_autofree char *text = page_text (editor);
  g_assert_nonnull (strstr (text, "Paling lama 5 (lima) hari."));
  mft_ui_test_until (has_no_wrong_number, pane);
}

/* Let stand: it counts no more, the text is the same, and it is remembered in the library. */
static void
test_finding_is_let_stand (Page *editor, gconstpointer data)
{
  GtkWidget *pane = mft_ui_test_get (editor->page, MFT_TYPE_FINDINGS_PANE, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper));
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);
  MftBlock *ayat = mft_block_get_child (mft_block_get_child (body, 1), 0);
  const MftRegisterQuery all = { 0 };

  (void) data;
  mft_sync_go_to (mft_paper_get_sync (editor->paper), mft_block_get_id (ayat), G_MAXUINT);
  gtk_text_buffer_insert_at_cursor (buffer, " Paling lama 5 (enam) hari.", -1);
  mft_ui_test_until (has_wrong_number, pane);
  g_autofree char *before = page_text (editor);
  GtkWidget *words = mft_ui_test_get (pane, GTK_TYPE_LABEL, "“5 (enam)”");
  mft_ui_test_press (gtk_widget_get_parent (words), "Biarkan");
  g_assert_false (has_wrong_number (pane));
  g_autofree char *after = page_text (editor);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (mft_working_copy_flush (editor->copy));
  g_autoptr (GPtrArray) entries = mft_register_list (editor->library, &all, 0, 1, NULL);
  g_autoptr (MftAgreement) stored = mft_library_load (
      editor->library, ((const MftLibraryEntry *) entries->pdata[0])->id, NULL, NULL);
  g_assert_nonnull (g_hash_table_lookup (mft_agreement_get_entries (stored), MFT_IGNORED_ENTRY));
  /* Checked again it is still so, until somebody wants it told. */
  gtk_text_buffer_insert_at_cursor (buffer, " Ya.", -1);
  mft_ui_test_spin (800);
  g_assert_false (has_wrong_number (pane));
  words = mft_ui_test_get (pane, GTK_TYPE_LABEL, "“5 (enam)”");
  mft_ui_test_press (gtk_widget_get_parent (words), "Sebut lagi");
  g_assert_true (has_wrong_number (pane));
}

static guint
cursor_of (Page *editor)
{
  guint offset;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper)), "cursor-position",
                &offset, NULL);
  return offset;
}

/* F7 steps over what stands at no block, whichever way round it comes. */
static void
test_next_finding (Page *editor, gconstpointer data)
{
  GtkWidget *pane = mft_ui_test_get (editor->page, MFT_TYPE_FINDINGS_PANE, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper));
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);
  const char *id = mft_block_get_id (mft_block_get_child (mft_block_get_child (body, 1), 0));

  (void) data;
  mft_sync_go_to (mft_paper_get_sync (editor->paper), id, G_MAXUINT);
  gtk_text_buffer_insert_at_cursor (buffer, " Paling lama 5 (enam) hari.", -1);
  mft_ui_test_until (has_wrong_number, pane);
  GPtrArray *findings = mft_findings_pane_get_findings (MFT_FINDINGS_PANE (pane));
  for (guint i = 0; i < findings->len; i++)
    {
      MftFinding *finding = g_ptr_array_index (findings, i);
      if (g_strcmp0 (finding->block_id, id) != 0)
        g_clear_pointer (&finding->block_id, g_free);
    }
  mft_sync_go_to (mft_paper_get_sync (editor->paper), id, 0);
  guint before = cursor_of (editor);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.next-finding", NULL));
  guint there = cursor_of (editor);
  g_assert_cmpuint (there, >, before);
  /* Round again, the other way too: there is only this one. */
  g_assert_true (gtk_widget_activate_action (editor->page, "page.previous-finding", NULL));
  g_assert_cmpuint (cursor_of (editor), ==, there);
}

/* Signing is the next step only once nothing is missing or wrong. */
static void
test_signing_waits_for_a_complete_text (Page *editor, gconstpointer data)
{
  GtkWidget *pane = mft_ui_test_get (editor->page, MFT_TYPE_FINDINGS_PANE, NULL);
  GtkWidget *button = mft_ui_test_get (editor->page, GTK_TYPE_BUTTON, "_Tanda Tangani");

  (void) data;
  g_assert_false (gtk_widget_has_css_class (button, "suggested-action"));
  g_auto (GStrv) missing = mft_agreement_dup_missing (editor->agreement);
  for (guint i = 0; missing[i] != NULL; i++)
    {
      g_autofree char *value = g_strdup_printf ("Bagas Manikmaya %u", i);
      g_assert_true (mft_edit_field (editor->agreement, missing[i], value, NULL));
    }
  mft_ui_test_until (has_no_mistake, pane);
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  (void) source;
  g_assert_true (mft_export_pdf_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

static void
test_export (Page *editor, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *name = mft_export_suggest_name (editor->agreement);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (MftJob) job = mft_job_new (NULL);
  g_autofree char *bytes = NULL;
  gboolean done = FALSE;

  (void) data;
  g_assert_null (strchr (name, '/'));
  g_assert_true (g_str_has_suffix (name, ".pdf"));
  g_assert_true (mft_export_is_draft (editor->agreement));
  mft_export_pdf_async (editor->agreement, path, job, editor->page, exported_cb, &done);
  mft_ui_test_until (is_true, &done);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-1.7"));
}

static void
test_panes_are_remembered (Page *editor, gconstpointer data)
{
  g_autoptr (GSettings) settings = mft_settings_new ();

  (void) data;
  g_assert_true (gtk_widget_activate_action (editor->page, "page.outline", NULL));
  g_assert_false (g_settings_get_boolean (settings, "show-structure"));
  g_assert_true (gtk_widget_activate_action (editor->page, "page.outline", NULL));
  g_assert_true (g_settings_get_boolean (settings, "show-structure"));
  g_assert_true (gtk_widget_activate_action (editor->page, "page.panel", "s", "findings"));
  g_autofree char *panel = g_settings_get_string (settings, "panel");
  g_assert_cmpstr (panel, ==, "findings");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Page *, gconstpointer);
  } tests[] = {
    { "/ui/editor/field-changes-everything", test_field_changes_everything },
    { "/ui/editor/field-that-does-not-fit", test_field_that_does_not_fit },
    { "/ui/editor/missing-come-first", test_missing_come_first },
    { "/ui/editor/history", test_history },
    { "/ui/editor/field-is-gone-to", test_field_is_gone_to },
    { "/ui/editor/outline", test_outline },
    { "/ui/editor/meeting-mode", test_meeting_mode },
    { "/ui/editor/zoom", test_zoom },
    { "/ui/editor/save-says-when", test_save_says_when },
    { "/ui/editor/says-that-it-is-a-copy", test_says_that_it_is_a_copy },
    { "/ui/editor/nothing-is-lost-on-closing", test_nothing_is_lost_on_closing },
    { "/ui/editor/failed-saving-is-told", test_failed_saving_is_told },
    { "/ui/editor/preview-follows", test_preview_follows },
    { "/ui/editor/finding-is-fixed", test_finding_is_fixed },
    { "/ui/editor/finding-is-let-stand", test_finding_is_let_stand },
    { "/ui/editor/next-finding", test_next_finding },
    { "/ui/editor/signing-waits-for-a-complete-text", test_signing_waits_for_a_complete_text },
    { "/ui/editor/export", test_export },
    { "/ui/editor/panes-are-remembered", test_panes_are_remembered },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Page, NULL, page_set_up, tests[i].run, page_tear_down);
  return g_test_run ();
}
