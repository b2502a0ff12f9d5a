/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/random-edits.h"
#include "support/support.h"

#include "agreement/edit.h"
#include "agreement/shown.h"
#include "base/data-folder.h"
#include "template/choice.h"
#include "template/error.h"
#include "template/own-choices.h"
#include "template/own-templates.h"
#include "template/sample.h"

static MftBlock *
body_of (MftAgreement *agreement)
{
  return mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
}

static char *
dup_all (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  GString *text = g_string_new (NULL);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *shown = mft_shown_text (agreement, at);
      g_string_append_printf (text, "%s %s\n", mft_block_get_label (at), shown);
    }
  return g_string_free (text, FALSE);
}

static void
say (MftAgreement *agreement, MftBlock *block, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (agreement, block, 0, mft_text_length (mft_block_get_text (block)),
                                text, NULL));
}

/* A Pasal that may be left out is there by default, and not when "tidak" is chosen; the next are then
 * numbered anew. */
static void
test_optional (void)
{
  g_autoptr (MftAgreement) template = mft_test_agreement ();
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  MftBlock *second = mft_block_get_child (body_of (template), 1);
  guint articles = mft_block_n_children (body_of (template));

  g_assert_true (mft_own_choices_set_optional (template, second, TRUE, &error));
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);
  g_assert_cmpuint (choices->len, ==, 1);
  g_assert_true (mft_own_choices_is_optional (choices, second));
  const MftOwnChoice *choice = choices->pdata[0];
  g_assert_cmpstr (choice->id, ==, "jangka-waktu");

  g_autoptr (MftAgreement) whole = mft_agreement_snapshot (template);
  g_assert_true (mft_own_choices_take (whole, NULL, &error));
  g_assert_cmpuint (mft_block_n_children (body_of (whole)), ==, articles);

  g_autoptr (MftAgreement) without = mft_agreement_snapshot (template);
  g_hash_table_insert (chosen, (char *) "jangka-waktu", (char *) MFT_CHOICE_OFF);
  g_assert_true (mft_own_choices_take (without, chosen, &error));
  g_assert_cmpuint (mft_block_n_children (body_of (without)), ==, articles - 1);
  g_assert_cmpstr (mft_block_get_label (mft_block_get_child (body_of (without), 1)), ==, "Pasal 2");

  g_hash_table_insert (chosen, (char *) "jangka-waktu", (char *) "mungkin");
  g_assert_false (mft_own_choices_take (template, chosen, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_hash_table_remove_all (chosen);
  g_hash_table_insert (chosen, (char *) "lain", (char *) MFT_CHOICE_OFF);
  g_assert_false (mft_own_choices_take (whole, chosen, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
}

static void
test_refused (void)
{
  g_autoptr (MftAgreement) template = mft_test_agreement ();
  g_autoptr (GError) error = NULL;
  MftBlock *opening = mft_agreement_get_part (template, MFT_BLOCK_OPENING);
  g_autofree char *before = mft_test_dump (template);

  g_assert_null (mft_own_choices_passage_of (opening));
  g_assert_false (mft_own_choices_set_optional (template, opening, TRUE, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_PART);
  g_clear_error (&error);
  g_assert_null (mft_own_choices_add_variant (template, opening, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_PART);
  g_autofree char *after = mft_test_dump (template);
  mft_test_assert_text (after, before);
}

/* Two wordings of a Pasal: whoever takes the second has it in the first one's place, and references
 * lead to it. */
static void
test_wordings (void)
{
  g_autoptr (MftAgreement) template = mft_test_agreement ();
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  MftBlock *body = body_of (template);
  MftBlock *first = mft_block_get_child (body, 0);
  guint articles = mft_block_n_children (body);
  g_autofree char *start = mft_test_dump (template);
  MftBlock *other = mft_own_choices_add_variant (template, first, &error);

  g_assert_no_error (error);
  g_assert_true (mft_block_get_child (body, 1) == other);
  g_assert_true (mft_agreement_undo (template));
  g_autofree char *undone = mft_test_dump (template);
  mft_test_assert_text (undone, start);
  g_assert_true (mft_agreement_redo (template));
  other = mft_block_get_child (body, 1);
  say (template, other, "MEDIASI");
  g_autoptr (MftText) reference
      = mft_text_new_atom (MFT_RUN_REFERENCE, mft_block_get_id (first), MFT_REFERENCE_PATH, 0);
  MftBlock *line = mft_block_get_child (mft_agreement_get_part (template, MFT_BLOCK_CLOSING), 0);
  g_assert_true (mft_edit_text (template, line, 0, 0, reference, NULL));

  g_hash_table_insert (chosen, (char *) "ruang-lingkup", (char *) "rumusan-2");
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);
  g_assert_cmpuint (choices->len, ==, 1);
  g_test_message ("%s", ((MftOwnChoice *) choices->pdata[0])->id);
  g_assert_true (mft_own_choices_take (template, chosen, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mft_block_n_children (body), ==, articles);
  g_autofree char *heading = mft_shown_text (template, mft_block_get_child (body, 0));
  g_assert_cmpstr (heading, ==, "MEDIASI");
  g_autofree char *closing = mft_shown_text (template, line);
  g_assert_true (g_str_has_prefix (closing, "Pasal 1"));
  g_autoptr (GPtrArray) none = mft_own_choices_list (template);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What the person removes from the text cannot be chosen any more; the default can be another. */
static void
test_kept (void)
{
  g_autoptr (MftAgreement) template = mft_test_agreement ();
  MftBlock *first = mft_block_get_child (body_of (template), 0);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (mft_own_choices_add_variant (template, first, NULL));
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);
  const MftOwnChoice *choice = choices->pdata[0];
  mft_own_choices_prefer (template, choice->id, "rumusan-2");
  g_autoptr (GPtrArray) preferred = mft_own_choices_list (template);
  choice = preferred->pdata[0];
  g_assert_cmpstr (((MftOwnVariant *) choice->variants->pdata[0])->name, ==, "rumusan-2");
  g_assert_true (mft_edit_remove (template, first, NULL));
  g_autoptr (GPtrArray) gone = mft_own_choices_list (template);
  g_assert_cmpuint (gone->len, ==, 0);

  /* What is written there need not be ours. */
  static const char *const broken[]
      = { "", "{", "[1,null,{}]", "[{\"id\":\"a\",\"title\":\"b\",\"variants\":[{},{},3]}]",
          "[{\"id\":1,\"title\":2,\"variants\":3}]" };
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      mft_agreement_set_setting (template, "templat_pilihan", broken[i]);
      g_autoptr (GPtrArray) read = mft_own_choices_list (template);
      g_assert_cmpuint (read->len, ==, 0);
    }
}

/* From an agreement to a template in a file, and to an agreement that takes the other wording. */
static void
test_from_file (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  MftBlock *basis = mft_agreement_get_part (agreement, MFT_BLOCK_LEGAL_BASIS);
  MftBlock *pasal = mft_block_get_child (body_of (agreement), 2);

  if (basis != NULL)
    g_assert_true (mft_own_choices_set_optional (agreement, basis, TRUE, NULL));
  g_assert_true (mft_own_choices_set_optional (agreement, pasal, TRUE, NULL));
  g_autoptr (GPtrArray) choices = mft_own_choices_list (agreement);
  const MftOwnChoice *choice = mft_own_choices_find (choices, pasal);
  g_autofree char *id = mft_own_templates_save (agreement, NULL, "Templat kami", &error);
  g_assert_no_error (error);
  g_hash_table_insert (chosen, choice->id, (char *) MFT_CHOICE_OFF);
  g_autoptr (MftAgreement) made = mft_own_templates_instantiate (id, NULL, chosen, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mft_block_n_children (body_of (made)), ==,
                    mft_block_n_children (body_of (agreement)) - 1);
  g_assert_null (mft_agreement_get_setting (made, "templat_pilihan"));
  g_autofree char *text = dup_all (made);
  g_autofree char *heading = mft_shown_text (agreement, pasal);
  g_assert_null (strstr (text, heading));
}

/* What is left of a list when items of the template are not wanted, each line with its label. */
static char *
list_without (MftAgreement *template, MftBlock *list, const guint *dropped, guint n_dropped)
{
  g_autoptr (MftAgreement) taken = mft_agreement_snapshot (template);
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_dropped; i++)
    g_hash_table_insert (chosen,
                         mft_own_choices_find (choices, mft_block_get_child (list, dropped[i]))->id,
                         (char *) MFT_CHOICE_OFF);
  g_assert_true (mft_own_choices_take (taken, chosen, &error));
  g_assert_no_error (error);
  MftBlock *left = mft_agreement_get_block (taken, mft_block_get_id (list));
  for (MftBlock *at = mft_block_next (left, left); at != NULL; at = mft_block_next (at, left))
    {
      g_autofree char *shown = mft_shown_text (taken, at);
      g_string_append_printf (text, "%s %s|", mft_block_get_label (at), shown);
    }
  return g_string_free (text, FALSE);
}

/* An ayat with a list of `words`, each item of which may be left out. */
static MftBlock *
add_optional_list (MftAgreement *template, const char *const *words)
{
  MftBlock *pasal = mft_block_get_child (body_of (template), 1);
  g_autoptr (MftText) intro = mft_text_new ("Data meliputi:", MFT_STYLE_PLAIN);
  MftBlock *ayat = mft_block_new (MFT_BLOCK_AYAT, intro);

  g_assert_true (mft_edit_insert (template, pasal, 0, ayat, NULL));
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (MftText) text = mft_text_new (words[i], MFT_STYLE_PLAIN);
      MftBlock *item = mft_block_new (MFT_BLOCK_ITEM, text);
      g_assert_true (mft_edit_insert (template, ayat, i, item, NULL));
      g_assert_true (mft_own_choices_set_optional (template, item, TRUE, NULL));
    }
  return ayat;
}

/* The list ends as a list does, whichever item is left out (UU 12/2011 Lampiran II). */
static void
test_list_marks (void)
{
  static const char *const words[] = { "nama;", "alamat;", "peta; atau", "foto.", NULL };
  static const char *const sentences[] = { "Nama wajib.", "Alamat wajib.", "Foto wajib.", NULL };
  static const struct
  {
    guint dropped[3];
    guint n;
    const char *left;
  } cases[] = {
    { { 0 }, 0, "a. nama;|b. alamat;|c. peta; atau|d. foto.|" },
    { { 0 }, 1, "a. alamat;|b. peta; atau|c. foto.|" },
    { { 2 }, 1, "a. nama;|b. alamat; atau|c. foto.|" },
    { { 3 }, 1, "a. nama;|b. alamat; atau|c. peta.|" },
    { { 2, 3 }, 2, "a. nama; atau|b. alamat.|" },
    { { 0, 1, 2 }, 3, "a. foto.|" },
    { { 1, 2, 3 }, 3, "a. nama.|" },
  };
  g_autoptr (MftAgreement) template = mft_test_agreement ();
  MftBlock *list = add_optional_list (template, words);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *left = list_without (template, list, cases[i].dropped, cases[i].n);
      g_assert_cmpstr (left, ==, cases[i].left);
    }
  g_autoptr (MftAgreement) other = mft_test_agreement ();
  g_autofree char *left
      = list_without (other, add_optional_list (other, sentences), (const guint[]){ 2 }, 1);
  g_assert_cmpstr (left, ==, "a. Nama wajib.|b. Alamat wajib.|");
}

/* The mark stands at the end of the list inside the item. */
static void
test_list_marks_inside (void)
{
  static const char *const words[] = { "nama;", "alamat:", "foto.", NULL };
  g_autoptr (MftAgreement) template = mft_test_agreement ();
  MftBlock *list = add_optional_list (template, words);
  static const char *const inner[] = { "jalan; dan", "kota; dan" };

  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    {
      g_autoptr (MftText) text = mft_text_new (inner[i], MFT_STYLE_PLAIN);
      g_assert_true (mft_edit_insert (template, mft_block_get_child (list, 1), i,
                                      mft_block_new (MFT_BLOCK_ITEM, text), NULL));
    }
  g_autofree char *left = list_without (template, list, (const guint[]){ 2 }, 1);
  g_assert_cmpstr (left, ==, "a. nama; dan|b. alamat:|1. jalan; dan|2. kota.|");
}

int
main (int argc, char *argv[])
{
  mft_test_init (&argc, &argv);
  g_autofree char *folder = mft_test_folder ();
  mft_data_folder_set (folder);
  g_test_add_func ("/template/own-choices/optional", test_optional);
  g_test_add_func ("/template/own-choices/refused", test_refused);
  g_test_add_func ("/template/own-choices/wordings", test_wordings);
  g_test_add_func ("/template/own-choices/kept", test_kept);
  g_test_add_func ("/template/own-choices/from-file", test_from_file);
  g_test_add_func ("/template/own-choices/list-marks", test_list_marks);
  g_test_add_func ("/template/own-choices/list-marks-inside", test_list_marks_inside);
  return g_test_run ();
}
