/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-support.h"

#include "agreement/edit.h"
#include "agreement/field-mask.h"
#include "agreement/shown.h"
#include "template/clause.h"
#include "template/own-clauses.h"
#include "template/sample.h"
#include "ui/clauses/clauses-window.h"
#include "ui/editor/field-row.h"
#include "ui/parties/parties-window.h"
#include "ui/wrap/banner.h"

static void
inserted_cb (MftClausesWindow *window, const char *id, char **inserted)
{
  (void) window;
  *inserted = g_strdup (id);
}

static MftBlock *
first_pasal (MftAgreement *agreement)
{
  return mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
}

static MftBlock *
pasal_of (MftAgreement *agreement, const char *clause)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (guint i = 0; i < mft_block_n_children (body); i++)
    if (g_strcmp0 (mft_block_get_clause (mft_block_get_child (body, i)), clause) == 0)
      return mft_block_get_child (body, i);
  g_assert_not_reached ();
}

static void
test_insert (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  const char *current = mft_block_get_id (first_pasal (agreement));
  MftClausesWindow *window = mft_clauses_window_new (NULL, agreement, current);
  g_autofree char *inserted = NULL;

  g_signal_connect (window, "inserted", G_CALLBACK (inserted_cb), &inserted);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mft_clauses_window_select (window, "K-26"));
  mft_ui_test_spin (50);
  /* Read as it would stand in the text, with what it refers to. */
  g_assert_nonnull (mft_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                      "Ikut masuk karena diacu: JANGKA WAKTU"));
  gtk_widget_activate_action (GTK_WIDGET (window), "clauses.insert-pasal", NULL);
  g_assert_nonnull (inserted);
  MftBlock *pasal = mft_agreement_get_block (agreement, inserted);
  g_assert_cmpstr (mft_block_get_label (pasal), ==, "Pasal 3");
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_false (mft_agreement_can_undo (agreement));
}

static void
test_swap (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftClausesWindow *window = mft_clauses_window_new (NULL, agreement, NULL);
  GtkWidget *forms;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mft_clauses_window_select (window, "K-25"));
  mft_ui_test_spin (50);
  forms = mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (forms)), ==, 0);
  GtkWidget *swap = mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_Ganti di naskah");
  /* What the text says already changes nothing, not even what can be undone. */
  g_assert_false (gtk_widget_is_sensitive (swap));
  gtk_widget_activate_action (GTK_WIDGET (window), "clauses.swap", NULL);
  g_assert_false (mft_agreement_can_undo (agreement));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (forms), 1);
  g_assert_true (gtk_widget_is_sensitive (swap));
  gtk_widget_activate_action (GTK_WIDGET (window), "clauses.swap", NULL);
  g_assert_nonnull (mft_agreement_get_field (agreement, "tanggal_akhir"));
  g_assert_true (mft_agreement_can_undo (agreement));
}

static GtkDropDown *
get_forms (MftClausesWindow *window)
{
  return GTK_DROP_DOWN (mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, NULL));
}

static void
assert_read (MftClausesWindow *window, const char *format, const char *place)
{
  g_autoptr (GString) words = g_string_new (format);

  g_string_replace (words, "%s", place, 1);
  g_assert_nonnull (mft_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, words->str));
}

/* At the clause that the text has, those that stand for it are offered, too, with what would be lost. */
static void
test_stand_in (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftBlock *pasal = pasal_of (agreement, "K-49");
  MftBlock *told = pasal_of (agreement, "K-58");
  MftBlock *last = mft_block_get_child (pasal, mft_block_n_children (pasal) - 1);
  g_autoptr (MftText) reference = mft_text_new_atom (MFT_RUN_REFERENCE, mft_block_get_id (last),
                                                     MFT_REFERENCE_PATH, MFT_STYLE_PLAIN);
  MftClausesWindow *window;

  g_assert_cmpstr (mft_block_get_clause (last), ==, "K-50");
  g_assert_true (mft_edit_text (agreement, mft_block_get_child (told, 0), 0, 0, reference, NULL));
  g_autofree char *before = mft_test_dump (agreement);
  window = mft_clauses_window_new (NULL, agreement, mft_block_get_id (last));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mft_clauses_window_select (window, "K-50"));
  mft_ui_test_spin (50);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (get_forms (window))), ==, 4);
  assert_read (window, "Ada dalam %s", mft_block_get_label (pasal));
  gtk_drop_down_set_selected (get_forms (window), 1);
  g_assert_cmpstr (
      gtk_string_object_get_string (gtk_drop_down_get_selected_item (get_forms (window))), ==,
      "Mediasi");
  assert_read (window, "Menggantikan “Eskalasi kepada pimpinan” dalam %s",
               mft_block_get_label (pasal));
  g_autofree char *path = mft_block_dup_path (mft_block_get_child (told, 0));
  assert_read (window, "Satuan yang diacu tidak ada lagi di sana; periksa acuan dalam: %s", path);
  gtk_widget_activate_action (GTK_WIDGET (window), "clauses.swap", NULL);
  last = mft_block_get_child (pasal, mft_block_n_children (pasal) - 1);
  g_assert_cmpstr (mft_block_get_clause (last), ==, "K-51");
  g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
}

/* The same from the other one's row; what stands in the text already is not put there twice. */
static void
test_stand_in_from_list (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftBlock *pasal = pasal_of (agreement, "K-49");
  guint size = mft_block_n_children (pasal);
  MftClausesWindow *window = mft_clauses_window_new (NULL, agreement, NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mft_clauses_window_select (window, "K-52"));
  mft_ui_test_spin (50);
  gtk_drop_down_set_selected (get_forms (window), 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "clauses.swap", NULL);
  MftBlock *last = mft_block_get_child (pasal, mft_block_n_children (pasal) - 1);
  g_assert_cmpstr (mft_block_get_clause (last), ==, "K-52");
  g_assert_cmpstr (mft_block_get_alternative (last), ==, "arbitrase");
  g_assert_cmpuint (mft_block_n_children (pasal), ==, size + 1);
}

static void
test_own (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *id = mft_own_clauses_save (agreement, first_pasal (agreement), NULL,
                                              "Lingkup <kami>", "catatan", NULL);
  MftClausesWindow *window = mft_clauses_window_new (NULL, agreement, NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mft_clauses_window_select (window, id));
  gtk_widget_activate_action (GTK_WIDGET (window), "clauses.status", "s",
                              MFT_CLAUSE_STATUS_APPROVED);
  g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (NULL);
  MftUnit *unit = mft_clause_library_get (library, id);
  g_assert_cmpstr (mft_unit_get_value (unit, "status"), ==, "disetujui");
  g_assert_nonnull (mft_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Disetujui"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_parties (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  g_autofree char *first = g_strdup (mft_agreement_get_value (agreement, "p1.nama"));
  GtkWidget *window;

  mft_parties_window_present (NULL, agreement);
  window = GTK_WIDGET (mft_ui_test_dialog ());
  mft_ui_test_spin (50);
  gtk_widget_activate_action (window, "parties.add", NULL);
  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 3);
  g_assert_nonnull (mft_ui_test_find (window, ADW_TYPE_ACTION_ROW, "PIHAK KETIGA"));
  gtk_widget_activate_action (window, "parties.up", NULL);
  gtk_widget_activate_action (window, "parties.up", NULL);
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p2.nama"), ==, first);
  for (guint i = 0; i < 3; i++)
    g_assert_true (mft_agreement_undo (agreement));
  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 2);
  g_assert_null (mft_ui_test_find (window, ADW_TYPE_ACTION_ROW, "PIHAK KETIGA"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A value that is another field's is shown in its words, follows them, and is one's own once written. */
static void
test_value_of_another_field (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  g_autofree char *name = g_strdup (mft_agreement_get_value (agreement, "p1.nama"));
  GtkWidget *row;
  GtkWindow *window;

  g_assert_true (mft_edit_field (agreement, "p1.atas_nama", "{p1.nama}", NULL));
  row = mft_field_row_new (agreement, "p1.atas_nama");
  window = mft_ui_test_present (row);
  gtk_window_set_focus (window, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, name);
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "seperti"));
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.atas_nama"), ==, "{p1.nama}");
  g_assert_true (mft_edit_field (agreement, "p1.nama", "Dinas Arus Laut", NULL));
  mft_field_row_refresh (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Dinas Arus Laut");
  gtk_editable_set_text (GTK_EDITABLE (row), "Wali Kota");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.atas_nama"), ==, "Wali Kota");
  g_assert_null (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "seperti"));
  g_assert_true (mft_agreement_undo (agreement));
  mft_field_row_refresh (row);
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "seperti"));
  gtk_window_destroy (window);
}

/* How its office numbers letters stands beside the field. */
static void
test_number_mask (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  GtkWidget *row;

  g_assert_true (mft_field_mask_set (agreement, "p1.nomor", "{nomor}/PKS/KTS", NULL));
  row = g_object_ref_sink (mft_field_row_new (agreement, "p1.nomor"));
  g_assert_true (g_str_has_suffix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                   "misalnya …/PKS/KTS"));
  g_object_unref (row);
}

static MftBanner *
get_banner (Page *editor)
{
  GtkWidget *button = mft_ui_test_find (editor->page, GTK_TYPE_BUTTON, "_Lihat…");

  return button != NULL ? MFT_BANNER (gtk_widget_get_ancestor (button, MFT_TYPE_BANNER)) : NULL;
}

static gboolean
is_offered (Page *editor)
{
  MftBanner *banner = get_banner (editor);

  return banner != NULL && mft_banner_get_revealed (banner);
}

static MftClausesWindow *
open_library (Page *editor, const char *action)
{
  g_assert_true (gtk_widget_activate_action (editor->page, action, NULL));
  return MFT_CLAUSES_WINDOW (mft_ui_test_dialog ());
}

/* The library's change is offered in the draft, taken or left there, and changes nothing by itself. */
static void
test_offered (Page *editor, gconstpointer data)
{
  MftBlock *pasal = first_pasal (editor->agreement);
  g_autofree char *id
      = mft_own_clauses_save (editor->agreement, pasal, NULL, "Lingkup kami", NULL, NULL);
  g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (NULL);
  MftClausesWindow *window;

  (void) data;
  g_assert_nonnull (
      mft_clause_insert (editor->agreement, library, id, NULL, MFT_CLAUSE_AS_PASAL, pasal, NULL));
  gtk_window_destroy (GTK_WINDOW (open_library (editor, "page.clauses")));
  g_assert_false (is_offered (editor));

  g_autofree char *before = page_text (editor);
  g_free (mft_own_clauses_save (editor->agreement,
                                mft_block_get_child (mft_block_get_parent (pasal), 2), id,
                                "Lingkup kami", "ditelaah ulang", NULL));
  gtk_window_destroy (GTK_WINDOW (open_library (editor, "page.clauses")));
  g_assert_true (is_offered (editor));
  g_assert_nonnull (strstr (mft_banner_get_title (get_banner (editor)), "“Lingkup kami”"));
  g_autofree char *after = page_text (editor);
  g_assert_cmpstr (after, ==, before);

  window = open_library (editor, "page.changed-clauses");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "clauses.keep", NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_false (is_offered (editor));
}

/* A draft in which the clause `id` stands, saved in the library of agreements. Owned by the caller. */
static char *
add_draft (Page *editor, const char *id)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftClauseLibrary) clauses = mft_own_clauses_load (NULL);

  g_assert_nonnull (mft_clause_insert (agreement, clauses, id, NULL, MFT_CLAUSE_AS_PASAL,
                                       first_pasal (agreement), NULL));
  return mft_library_add (editor->library, agreement, NULL);
}

static gboolean
is_offered_on_opening (Page *editor, const char *draft)
{
  g_autoptr (MftWorkingCopy) copy = mft_working_copy_open (editor->library, draft, NULL);
  GtkWidget *page = g_object_ref_sink (mft_editor_page_new (copy));
  Page opened = { .page = page };
  gboolean offered = is_offered (&opened);

  g_object_unref (page);
  return offered;
}

/* What changed in the library while a draft was shut is offered as it is opened. */
static void
test_offered_on_opening (Page *editor, gconstpointer data)
{
  MftBlock *pasal = first_pasal (editor->agreement);
  g_autofree char *id
      = mft_own_clauses_save (editor->agreement, pasal, NULL, "Lingkup kami", NULL, NULL);
  g_autofree char *draft = add_draft (editor, id);

  (void) data;
  g_assert_false (is_offered_on_opening (editor, draft));
  g_free (mft_own_clauses_save (editor->agreement,
                                mft_block_get_child (mft_block_get_parent (pasal), 1), id,
                                "Lingkup kami", "ditelaah ulang", NULL));
  g_assert_true (is_offered_on_opening (editor, draft));
}

/* A passage of the text becomes a clause of one's own: the ayat with the cursor, or its whole Pasal. */
static void
test_save (Page *editor, gconstpointer data)
{
  MftBlock *dispute = mft_clause_insert (editor->agreement, mft_clause_library_get_default (),
                                         "K-49", NULL, MFT_CLAUSE_AS_PASAL, NULL, NULL);
  MftBlock *ayat = mft_block_get_child (dispute, 1);
  g_autofree char *words = mft_shown_text (editor->agreement, ayat);
  GtkWidget *dialog;

  (void) data;
  mft_sync_go_to (mft_paper_get_sync (MFT_PAPER (editor->paper)), mft_block_get_id (ayat), 3);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.save-clause", NULL));
  dialog = GTK_WIDGET (mft_ui_test_dialog ());
  GtkWidget *name = mft_ui_test_get (dialog, ADW_TYPE_ENTRY_ROW, "Nama klausul");
  GtkWidget *save = mft_ui_test_get (dialog, GTK_TYPE_BUTTON, "_Simpan");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "PENYELESAIAN PERSELISIHAN");
  gtk_editable_set_text (GTK_EDITABLE (name), "  ");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (name), " Tenggat & musyawarah ");
  gtk_switch_set_active (GTK_SWITCH (mft_ui_test_get (dialog, GTK_TYPE_SWITCH, NULL)), FALSE);
  mft_ui_test_press (dialog, "_Simpan");

  g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (NULL);
  g_autoptr (GPtrArray) units = mft_clause_library_list (library, "K-");
  MftUnit *unit = units->pdata[units->len - 1];
  g_assert_cmpstr (unit->title, ==, "Tenggat & musyawarah");
  g_assert_true (mft_own_clauses_has (unit));
  MftBlock *pasal = mft_clause_insert (editor->agreement, library, unit->id, NULL,
                                       MFT_CLAUSE_AS_PASAL, NULL, NULL);
  g_assert_cmpuint (mft_block_n_children (pasal), ==, 1);
  g_assert_true (mft_agreement_undo (editor->agreement));
  g_assert_true (g_str_has_prefix (words, "Musyawarah sebagaimana dimaksud"));
}

/* Escape closes the library, also from the search that has the cursor at first. */
static void
test_escape (Page *editor, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (open_library (editor, "page.clauses"));

  (void) data;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_signal_emit_by_name (mft_ui_test_get (window, GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  mft_ui_test_spin (50);
  g_assert_null (window);
}

/* The clause that the cursor stands in is in sight among all of them. */
static void
test_in_sight (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  GtkWindow *window = GTK_WINDOW (mft_clauses_window_new (NULL, agreement, NULL));
  graphene_rect_t row, list;

  gtk_window_present (window);
  g_assert_true (mft_clauses_window_select (MFT_CLAUSES_WINDOW (window), "K-58"));
  mft_ui_test_spin (500);
  GtkWidget *focus = gtk_window_get_focus (window);
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  GtkWidget *scrolled = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (focus, GTK_WIDGET (window), &row));
  g_assert_true (gtk_widget_compute_bounds (scrolled, GTK_WIDGET (window), &list));
  g_assert_true (graphene_rect_contains_rect (&list, &row));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/clauses/insert", test_insert);
  g_test_add_func ("/ui/clauses/swap", test_swap);
  g_test_add_func ("/ui/clauses/stand-in", test_stand_in);
  g_test_add_func ("/ui/clauses/stand-in-from-list", test_stand_in_from_list);
  g_test_add_func ("/ui/clauses/in-sight", test_in_sight);
  g_test_add_func ("/ui/clauses/own", test_own);
  g_test_add_func ("/ui/parties", test_parties);
  g_test_add_func ("/ui/parties/value-of-another-field", test_value_of_another_field);
  g_test_add_func ("/ui/parties/number-mask", test_number_mask);
  g_test_add ("/ui/clauses/save", Page, NULL, page_set_up, test_save, page_tear_down);
  g_test_add ("/ui/clauses/offered", Page, NULL, page_set_up, test_offered, page_tear_down);
  g_test_add ("/ui/clauses/offered-on-opening", Page, NULL, page_set_up, test_offered_on_opening,
              page_tear_down);
  g_test_add ("/ui/clauses/escape", Page, NULL, page_set_up, test_escape, page_tear_down);
  return g_test_run ();
}
