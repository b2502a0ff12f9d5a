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
  return g_test_run ();
}
