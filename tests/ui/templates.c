/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "support.h"

#include "agreement/field-mask.h"
#include "agreement/shown.h"
#include "template/own-choices.h"
#include "template/own-templates.h"
#include "template/sample.h"
#include "ui/editor/paper.h"
#include "ui/start/new-agreement.h"
#include "ui/start/template-page.h"
#include "ui/templates/own-template.h"
#include "ui/templates/template-editor.h"
#include "ui/templates/template-fields.h"

/* A template in a file, and the page that changes it, on the screen. */
typedef struct
{
  char *id;
  GtkWindow *window;
  GtkWidget *page;
  MftPaper *paper;
} Page;

static void
set_up (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  g_autoptr (GError) error = NULL;

  editor->id = mft_own_templates_save (agreement, NULL, "Templat kami", &error);
  g_assert_no_error (error);
  editor->page = GTK_WIDGET (mft_template_editor_new (editor->id, &error));
  g_assert_no_error (error);
  editor->window = mft_ui_test_present (editor->page);
  editor->paper = MFT_PAPER (mft_ui_test_get (editor->page, MFT_TYPE_PAPER, NULL));
}

static void
tear_down (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (editor->window);
  mft_own_templates_remove (editor->id, NULL);
  g_free (editor->id);
}

static MftAgreement *
saved (Page *editor)
{
  g_autoptr (GError) error = NULL;
  MftAgreement *template;

  g_assert_true (mft_template_editor_may_close (MFT_TEMPLATE_EDITOR (editor->page)));
  template = mft_own_templates_load (editor->id, &error);
  g_assert_no_error (error);
  return template;
}

static MftBlock *
pasal_at (MftAgreement *template, guint index)
{
  return mft_block_get_child (mft_agreement_get_part (template, MFT_BLOCK_BODY), index);
}

static void
go_to_pasal (Page *editor, guint index)
{
  g_autoptr (MftAgreement) template = mft_own_templates_load (editor->id, NULL);

  g_assert_true (mft_sync_go_to (mft_paper_get_sync (editor->paper),
                                 mft_block_get_id (pasal_at (template, index)), 0));
}

static void
write_row (GtkWidget *top, const char *title, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (mft_ui_test_get (top, ADW_TYPE_ENTRY_ROW, title)), words);
}

/* A field of one's own: asked for, put into the text, written as its type is, saved by itself. */
static void
test_new_field (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *fields = mft_ui_test_get (editor->page, MFT_TYPE_TEMPLATE_FIELDS, NULL);
  GtkWidget *ask;

  gtk_widget_activate_action (fields, "fields.add", NULL);
  ask = GTK_WIDGET (mft_ui_test_dialog ());
  write_row (ask, "Yang diminta", "masa tenggang, dalam hari");
  adw_combo_row_set_selected (ADW_COMBO_ROW (mft_ui_test_get (ask, ADW_TYPE_COMBO_ROW, "Jenis")),
                              MFT_FIELD_DURATION);
  write_row (ask, "Nilai awal", "segera");
  mft_ui_test_get (ask, ADW_TYPE_ENTRY_ROW, "Nilai awal: tidak sesuai dengan jenis isian");
  g_assert_false (gtk_widget_get_sensitive (mft_ui_test_get (ask, GTK_TYPE_BUTTON, "_Tambah")));
  write_row (ask, "Nilai awal: tidak sesuai dengan jenis isian", "30 hari kalender");
  mft_ui_test_press (ask, "_Tambah");
  mft_ui_test_spin (50);
  mft_ui_test_get (editor->page, ADW_TYPE_ACTION_ROW, "Masa tenggang, dalam hari");

  go_to_pasal (editor, 1);
  gtk_widget_activate_action (fields, "fields.insert", "s", "masa_tenggang");
  g_autoptr (MftAgreement) template = saved (editor);
  MftField *field = mft_agreement_get_field (template, "masa_tenggang");
  g_assert_cmpint (mft_field_get_type (field), ==, MFT_FIELD_DURATION);
  g_assert_true (mft_field_is_required (field));
  g_assert_cmpuint (mft_agreement_count_uses (template, "masa_tenggang"), ==, 1);
  g_autofree char *heading = mft_shown_text (template, pasal_at (template, 1));
  g_assert_nonnull (strstr (heading, "30 (tiga puluh) hari kalender"));
}

/* Its type, need and pattern change; what stands in the text is not taken away. */
static void
test_change_field (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *fields = mft_ui_test_get (editor->page, MFT_TYPE_TEMPLATE_FIELDS, NULL);
  GtkWidget *ask;

  gtk_widget_activate_action (fields, "fields.change", "s", "p1.nomor");
  ask = GTK_WIDGET (mft_ui_test_dialog ());
  write_row (ask, "Pola", "{nomer}/PKS");
  g_assert_false (gtk_widget_get_sensitive (mft_ui_test_get (ask, GTK_TYPE_BUTTON, "_Ganti")));
  write_row (ask, "Pola: seperti {nomor}/PKS/{bulan}/{tahun}", "{nomor}/PKS/{bulan}/{tahun}");
  gtk_switch_set_active (GTK_SWITCH (mft_ui_test_get (ask, GTK_TYPE_SWITCH, NULL)), FALSE);
  mft_ui_test_press (ask, "_Ganti");
  mft_ui_test_spin (50);
  gtk_widget_activate_action (fields, "fields.remove", "s", "p1.nomor");
  g_autoptr (MftAgreement) template = saved (editor);
  g_assert_cmpstr (mft_field_mask_get (template, "p1.nomor"), ==, "{nomor}/PKS/{bulan}/{tahun}");
  g_assert_false (mft_field_is_required (mft_agreement_get_field (template, "p1.nomor")));

  g_assert_true (gtk_widget_activate_action (editor->page, "page.undo", NULL));
  g_autoptr (MftAgreement) undone = saved (editor);
  g_assert_null (mft_field_mask_get (undone, "p1.nomor"));
  g_assert_true (mft_field_is_required (mft_agreement_get_field (undone, "p1.nomor")));
}

/* A part that may be left out, another wording of one, their names; then an agreement that chooses. */
static void
test_choices (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *optional = mft_ui_test_get (editor->page, ADW_TYPE_ACTION_ROW, "Boleh tidak dimuat");
  GtkWidget *toggle = mft_ui_test_get (optional, GTK_TYPE_SWITCH, NULL);
  g_autoptr (MftAgreement) before = mft_own_templates_load (editor->id, NULL);
  guint articles = mft_block_n_children (mft_agreement_get_part (before, MFT_BLOCK_BODY));
  GtkWidget *name;

  go_to_pasal (editor, 2);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_true (gtk_widget_activate_action (optional, "variants.add", NULL));
  name = mft_ui_test_get (editor->page, ADW_TYPE_ENTRY_ROW, "Pasal 4");
  gtk_editable_set_text (GTK_EDITABLE (name), "panjang & rinci");
  g_signal_emit_by_name (name, "apply");

  g_autoptr (MftAgreement) template = saved (editor);
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);
  g_assert_cmpuint (choices->len, ==, 1);
  const MftOwnChoice *choice = choices->pdata[0];
  g_assert_cmpuint (choice->variants->len, ==, 3);
  g_assert_nonnull (mft_own_choice_get (choice, "panjang & rinci"));

  g_autofree char *request
      = g_strdup_printf ("%s?%s=panjang%%20%%26%%20rinci", editor->id, choice->id);
  g_autofree char *none = g_strdup_printf ("%s?%s=tidak", editor->id, choice->id);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) long_one = mft_new_agreement (request, &error);
  g_assert_no_error (error);
  g_autoptr (MftAgreement) without = mft_new_agreement (none, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mft_block_n_children (mft_agreement_get_part (long_one, MFT_BLOCK_BODY)), ==,
                    articles);
  g_assert_cmpuint (mft_block_n_children (mft_agreement_get_part (without, MFT_BLOCK_BODY)), ==,
                    articles - 1);
}

/* Whoever begins with it is asked. */
static void
test_begin (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *optional = mft_ui_test_get (editor->page, ADW_TYPE_ACTION_ROW, "Boleh tidak dimuat");
  GtkWidget *ask;

  go_to_pasal (editor, 2);
  gtk_switch_set_active (GTK_SWITCH (mft_ui_test_get (optional, GTK_TYPE_SWITCH, NULL)), TRUE);
  g_assert_true (mft_template_editor_may_close (MFT_TEMPLATE_EDITOR (editor->page)));
  mft_own_template_begin (editor->page, editor->id);
  ask = GTK_WIDGET (mft_ui_test_dialog ());
  mft_ui_test_get (ask, ADW_TYPE_COMBO_ROW, NULL);
  gtk_window_destroy (GTK_WINDOW (ask));
}

/* What is written is in the file within a second, without a button. */
static gboolean
is_in_file (gpointer data)
{
  Page *editor = data;
  g_autoptr (MftAgreement) template = mft_own_templates_load (editor->id, NULL);

  return g_strcmp0 (mft_own_templates_get_title (template), "Nama baru") == 0;
}

static void
test_saved (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *name = mft_ui_test_get (editor->page, ADW_TYPE_ENTRY_ROW, "Nama templat");

  gtk_editable_set_text (GTK_EDITABLE (name), "Nama baru");
  mft_ui_test_until (is_in_file, editor);
  mft_ui_test_get (editor->page, GTK_TYPE_LABEL, "Templat · tersimpan otomatis");
  /* A template has a name; what cannot be saved is told, and then given up. */
  gtk_editable_set_text (GTK_EDITABLE (name), "");
  g_assert_false (mft_template_editor_may_close (MFT_TEMPLATE_EDITOR (editor->page)));
  g_assert_true (mft_template_editor_may_close (MFT_TEMPLATE_EDITOR (editor->page)));
  g_assert_true (is_in_file (editor));
}

/* The page of templates shows them with what can be done to them. */
static void
test_listed (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = mft_template_page_new ();
  GtkWindow *window = mft_ui_test_present (page);
  GtkWidget *row = mft_ui_test_get (page, ADW_TYPE_ACTION_ROW, "Templat kami");

  g_assert_nonnull (row);
  /* Not on what changes or removes it. */
  mft_template_page_begin (MFT_TEMPLATE_PAGE (page));
  g_assert_true (ADW_IS_ACTION_ROW (gtk_window_get_focus (window)));
  g_assert_true (mft_own_templates_remove (editor->id, NULL));
  gtk_widget_set_visible (page, FALSE);
  gtk_widget_set_visible (page, TRUE);
  mft_ui_test_spin (50);
  g_assert_null (mft_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Templat kami"));
  gtk_window_destroy (window);
}

static void
add (const char *name, void (*test) (Page *editor, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/ui/templates/", name, NULL);

  g_test_add (path, Page, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  mft_ui_test_init (&argc, &argv);
  add ("new-field", test_new_field);
  add ("change-field", test_change_field);
  add ("choices", test_choices);
  add ("begin", test_begin);
  add ("saved", test_saved);
  add ("listed", test_listed);
  return g_test_run ();
}
