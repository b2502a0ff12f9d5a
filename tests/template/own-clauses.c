/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/random-edits.h"
#include "support/support.h"

#include "agreement/edit.h"
#include "agreement/live-words.h"
#include "agreement/shown.h"
#include "base/data-folder.h"
#include "template/clause.h"
#include "template/error.h"
#include "template/own-clauses.h"
#include "template/own-templates.h"
#include "template/sample.h"

static MftBlock *
pasal_at (MftAgreement *agreement, guint index)
{
  return mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), index);
}

static char *
dup_words (MftAgreement *agreement, MftBlock *pasal)
{
  GString *text = g_string_new (NULL);

  for (MftBlock *at = pasal; at != NULL; at = mft_block_next (at, pasal))
    {
      g_autofree char *shown = mft_shown_text (agreement, at);
      if (at != pasal)
        g_string_append_printf (text, "%s %s\n", mft_block_get_label (at), shown);
    }
  return g_string_free (text, FALSE);
}

/* Every Pasal of a whole agreement is kept, and says the same when it is put into it again. */
static void
test_round_trip (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  guint articles = mft_block_n_children (mft_agreement_get_part (agreement, MFT_BLOCK_BODY));
  guint same = 0;

  for (guint i = 1; i < articles; i++)
    {
      MftBlock *pasal = pasal_at (agreement, i);
      g_autofree char *before = dup_words (agreement, pasal);
      g_autoptr (GError) error = NULL;
      g_autofree char *id
          = mft_own_clauses_save (agreement, pasal, NULL, "Pasal simpanan", NULL, &error);
      if (strstr (before, "Telepon") != NULL)
        {
          g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX);
          continue;
        }
      g_assert_no_error (error);
      g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (&error);
      g_assert_no_error (error);
      g_assert_true (mft_own_clauses_has (mft_clause_library_get (library, id)));
      MftBlock *copy = mft_clause_insert (agreement, library, id, NULL, MFT_CLAUSE_AS_PASAL,
                                          pasal_at (agreement, articles - 1), &error);
      g_assert_no_error (error);
      g_autofree char *after = dup_words (agreement, copy);
      if (strstr (after, "[…]") == NULL)
        mft_test_assert_text (after, before);
      same += strstr (after, "[…]") == NULL ? 1 : 0;
      mft_agreement_undo (agreement);
    }
  g_assert_cmpuint (same, >, articles / 2);
}

static void
test_kept (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mft_own_clauses_save (agreement, pasal_at (agreement, 0), NULL,
                                              "Ruang | lingkup {kami}", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (
      mft_own_clauses_set_status (id, MFT_CLAUSE_STATUS_APPROVED, "telah ditelaah", &error));
  g_assert_no_error (error);
  g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (&error);
  g_assert_no_error (error);
  MftUnit *unit = mft_clause_library_get (library, id);
  g_assert_cmpstr (unit->title, ==, "Ruang lingkup kami");
  g_assert_cmpstr (mft_unit_get_value (unit, "status"), ==, "disetujui");
  g_assert_cmpstr (mft_unit_get_value (unit, "perubahan"), ==, "telah ditelaah");

  /* A new wording of it is offered to the agreement that has it. */
  g_assert_nonnull (
      mft_clause_insert (agreement, library, id, NULL, MFT_CLAUSE_AS_PASAL, NULL, &error));
  g_autofree char *again
      = mft_own_clauses_save (agreement, pasal_at (agreement, 1), id, "Ruang", "diganti", &error);
  g_assert_cmpstr (again, ==, id);
  g_autoptr (MftClauseLibrary) changed = mft_own_clauses_load (NULL);
  g_autoptr (GPtrArray) list = mft_clause_list_changed (agreement, changed);
  g_assert_cmpuint (list->len, ==, 1);

  g_assert_true (mft_own_clauses_remove (id, NULL));
  g_assert_false (mft_own_clauses_remove (id, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
  g_autoptr (MftClauseLibrary) without = mft_own_clauses_load (NULL);
  g_assert_null (mft_clause_library_get (without, id));
}

/* One's own wording of a clause takes the place of what that clause stands for, too. */
static void
test_stands_in (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *pasal = mft_clause_insert (agreement, mft_clause_library_get_default (), "K-27", NULL,
                                       MFT_CLAUSE_AS_PASAL, NULL, NULL);
  g_autofree char *id = mft_own_clauses_save (agreement, pasal, NULL, "Evaluasi", NULL, NULL);
  g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_clause_swap (agreement, library, pasal, "K-26", NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (mft_clause_swap (agreement, library, pasal, id, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (mft_block_get_clause (pasal), ==, id);
  g_assert_true (mft_own_clauses_remove (id, NULL));
}

/* A file that somebody broke is told; our clauses are there all the same. */
static void
test_broken (void)
{
  g_autofree char *folder = mft_data_folder (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "klausul.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "=== K-x\n{", -1, NULL));
  g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (&error);
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX);
  g_assert_nonnull (mft_clause_library_get (library, "K-25"));
}

static void
test_templates (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  g_autoptr (MftValues) values = mft_values_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mft_own_templates_save (agreement, NULL, "PKS <kami>", &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) list = mft_own_templates_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((MftOwnTemplate *) list->pdata[0])->title, ==, "PKS <kami>");

  g_assert_null (mft_own_templates_instantiate (id, NULL, NULL, FALSE, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_INCOMPLETE);
  g_clear_error (&error);
  g_assert_true (mft_values_set (values, "p1.nama", "Dinas Arsip", NULL));
  g_autoptr (MftAgreement) made = mft_own_templates_instantiate (id, values, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mft_agreement_get_value (made, "p1.nama"), ==, "Dinas Arsip");
  g_assert_null (mft_agreement_get_value (made, "p2.pejabat"));
  g_assert_cmpstr (mft_agreement_get_setting (made, "garis"), !=,
                   mft_agreement_get_setting (agreement, "garis"));
  g_autofree char *before = dup_words (agreement, pasal_at (agreement, 0));
  g_autofree char *after = dup_words (made, pasal_at (made, 0));
  mft_test_assert_text (after, before);

  g_assert_null (mft_own_templates_load ("sendiri-../../x", &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
  g_assert_true (mft_own_templates_remove (id, NULL));
  g_assert_false (mft_own_templates_remove (id, NULL));
}

int
main (int argc, char *argv[])
{
  mft_test_init (&argc, &argv);
  g_autofree char *folder = mft_test_folder ();
  mft_data_folder_set (folder);
  g_test_add_func ("/template/own-clauses/round-trip", test_round_trip);
  g_test_add_func ("/template/own-clauses/kept", test_kept);
  g_test_add_func ("/template/own-clauses/stands-in", test_stands_in);
  g_test_add_func ("/template/own-clauses/broken", test_broken);
  g_test_add_func ("/template/own-templates", test_templates);
  return g_test_run ();
}
