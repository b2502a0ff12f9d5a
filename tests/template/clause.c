/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/random-edits.h"
#include "support/support.h"

#include "agreement/edit.h"
#include "agreement/numbering.h"
#include "agreement/shown.h"
#include "template/clause.h"
#include "template/error.h"
#include "template/sample.h"

static MftBlock *
find_pasal (MftAgreement *agreement, const char *clause)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (guint i = 0; i < mft_block_n_children (body); i++)
    if (g_strcmp0 (mft_block_get_clause (mft_block_get_child (body, i)), clause) == 0)
      return mft_block_get_child (body, i);
  return NULL;
}

static guint
count_dangling (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  guint dangling = 0;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autoptr (GArray) spans = mft_shown_spans (agreement, at);
      for (guint i = 0; i < spans->len; i++)
        dangling += g_array_index (spans, MftShownSpan, i).state == MFT_SHOWN_DANGLING ? 1 : 0;
    }
  return dangling;
}

/* Every clause of the library goes into an agreement, with what it needs, and out again. */
static void
test_insert_all (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (GPtrArray) units = mft_clause_library_list (library, "K-");

  g_assert_cmpuint (units->len, ==, 58);
  for (guint i = 0; i < units->len; i++)
    {
      const MftUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (MftAgreement) agreement = mft_test_agreement ();
      g_autofree char *before = mft_test_dump (agreement);
      g_autoptr (GError) error = NULL;
      MftBlock *pasal = mft_clause_insert (agreement, library, unit->id, NULL, MFT_CLAUSE_AS_PASAL,
                                           NULL, &error);
      g_test_message ("%s", unit->id);
      g_assert_no_error (error);
      g_assert_cmpstr (mft_block_get_clause (pasal), ==, unit->id);
      g_assert_cmpuint (mft_block_n_children (pasal), >, 0);
      g_assert_cmpuint (count_dangling (agreement), ==, 0);
      g_assert_true (mft_agreement_undo (agreement));
      g_autofree char *after = mft_test_dump (agreement);
      mft_test_assert_text (after, before);
    }
}

static void
test_insert_needs (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *first = mft_block_get_child (body, 0);
  MftBlock *pasal
      = mft_clause_insert (agreement, library, "K-26", NULL, MFT_CLAUSE_AS_PASAL, first, NULL);
  MftBlock *needed = find_pasal (agreement, "K-25");

  g_assert_nonnull (needed);
  g_assert_cmpstr (mft_block_get_label (needed), ==, "Pasal 2");
  g_assert_cmpstr (mft_block_get_label (pasal), ==, "Pasal 3");
  g_autofree char *text = mft_shown_text (agreement, mft_block_get_child (pasal, 0));
  g_assert_nonnull (strstr (text, "dalam Pasal 2 ayat (1)"));
  g_assert_nonnull (mft_agreement_get_field (agreement, "tenggat_perpanjangan"));
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_null (mft_agreement_get_field (agreement, "tenggat_perpanjangan"));
  g_assert_false (mft_agreement_can_undo (agreement));
}

static void
test_insert_as_ayat (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *second = mft_block_get_child (body, 1);
  guint before = mft_block_n_children (second);

  g_assert_true (mft_clause_insert (agreement, library, "K-25", "tanggal", MFT_CLAUSE_AS_AYAT,
                                    mft_block_get_child (second, 0), NULL)
                 == second);
  g_assert_cmpuint (mft_block_n_children (second), ==, before + 3);
  g_assert_cmpstr (mft_block_get_clause (mft_block_get_child (second, 1)), ==, "K-25");
  g_assert_cmpstr (mft_block_get_label (mft_block_get_child (second, 1)), ==, "(2)");
  g_assert_null (find_pasal (agreement, "K-25"));
}

static void
test_swap (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  g_autofree char *before = mft_test_dump (agreement);
  MftBlock *pasal = find_pasal (agreement, "K-25");
  g_autoptr (GError) error = NULL;
  const char *form;

  g_assert_nonnull (pasal);
  g_autofree char *first = g_strdup (mft_block_get_id (mft_block_get_child (pasal, 0)));
  g_assert_cmpstr (mft_clause_of_block (mft_block_get_child (pasal, 0), &form), ==, "K-25");
  g_assert_cmpstr (form, ==, "tetap");
  g_assert_true (mft_clause_swap (agreement, library, pasal, NULL, "tanggal", NULL, &error));
  g_assert_no_error (error);
  mft_clause_of_block (mft_block_get_child (pasal, 0), &form);
  g_assert_cmpstr (form, ==, "tanggal");
  g_assert_cmpstr (mft_block_get_id (mft_block_get_child (pasal, 0)), ==, first);
  g_assert_cmpuint (count_dangling (agreement), ==, 0);
  g_assert_nonnull (mft_agreement_get_field (agreement, "tanggal_akhir"));
  g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
  g_assert_false (mft_agreement_can_undo (agreement));
}

/* The article on definitions keeps what was defined in it. */
static void
test_swap_definitions (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  MftBlock *pasal = find_pasal (agreement, "K-1");
  const MftUnit *unit = mft_clause_library_get (library, "K-1");
  MftCounts before = mft_count (agreement);

  g_assert_nonnull (pasal);
  for (guint i = 0; i < unit->forms->len; i++)
    {
      const MftWording *wording = g_ptr_array_index (unit->forms, i);
      g_autoptr (GError) error = NULL;
      g_assert_true (mft_clause_swap (agreement, library, pasal, NULL, wording->id, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (mft_count (agreement).definitions, ==, before.definitions);
    }
}

/* The first block in the text that comes from a clause. */
static MftBlock *
find_said (MftAgreement *agreement, const char *clause)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (MftBlock *at = mft_block_next (body, body); at != NULL; at = mft_block_next (at, body))
    if (mft_block_get_kind (at) != MFT_BLOCK_PASAL
        && g_strcmp0 (mft_block_get_clause (at), clause) == 0)
      return at;
  return NULL;
}

static void
add_reference (MftAgreement *agreement, MftBlock *block, MftBlock *target)
{
  g_autoptr (MftText) text = mft_text_new_atom (MFT_RUN_REFERENCE, mft_block_get_id (target),
                                                MFT_REFERENCE_PATH, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (agreement, block, 0, 0, text, NULL));
}

/* A clause is said as another one that stands for it: in its place, with what both name still referred
 * to, what only the old one has told, in one step. */
static void
test_stand_in (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftBlock *first = find_said (agreement, "K-50");
  MftBlock *pasal = mft_block_get_ancestor (first, MFT_BLOCK_PASAL);
  guint index = mft_block_get_index (first);
  MftBlock *keeping = find_said (agreement, "K-2");
  MftBlock *told = find_said (agreement, "K-25");
  g_autofree char *id = g_strdup (mft_block_get_id (first));
  g_autofree char *heading = mft_shown_text (agreement, pasal);
  g_autoptr (GPtrArray) losing = NULL;
  g_autoptr (GError) error = NULL;

  add_reference (agreement, keeping, first);
  add_reference (agreement, told, mft_block_get_child (pasal, index + 1));
  g_autofree char *before = mft_test_dump (agreement);
  g_autofree char *reading = mft_shown_text (agreement, keeping);

  g_assert_true (mft_clause_swap (agreement, library, first, "K-51", NULL, &losing, &error));
  g_assert_no_error (error);
  g_assert_null (find_said (agreement, "K-50"));
  g_assert_true (find_said (agreement, "K-51") == mft_block_get_child (pasal, index));
  g_assert_cmpstr (mft_block_get_id (find_said (agreement, "K-51")), ==, id);
  g_assert_nonnull (mft_agreement_get_field (agreement, "tenggat_mediasi"));
  g_autofree char *same_heading = mft_shown_text (agreement, pasal);
  g_assert_cmpstr (same_heading, ==, heading);
  g_autofree char *same_reading = mft_shown_text (agreement, keeping);
  g_assert_cmpstr (same_reading, ==, reading);
  g_assert_cmpuint (losing->len, ==, 1);
  g_assert_true (losing->pdata[0] == told);
  g_assert_cmpuint (count_dangling (agreement), ==, 1);

  g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
}

/* Whatever the library lets stand for another does so in a whole agreement, there and back. */
static void
test_stand_ins_all (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (GPtrArray) units = mft_clause_library_list (library, "K-");
  guint swapped = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const MftUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (GPtrArray) others = mft_clause_library_list_stand_ins (library, unit);
      for (guint o = 0; o < others->len; o++)
        {
          const MftUnit *other = g_ptr_array_index (others, o);
          g_autoptr (MftAgreement) agreement = mft_test_agreement ();
          g_autoptr (GError) error = NULL;
          MftBlock *pasal = mft_clause_insert (agreement, library, unit->id, NULL,
                                               MFT_CLAUSE_AS_PASAL, NULL, &error);
          g_assert_no_error (error);
          g_assert_true (
              mft_clause_swap (agreement, library, pasal, other->id, NULL, NULL, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (mft_block_get_clause (pasal), ==, other->id);
          g_autofree char *heading = mft_shown_text (agreement, pasal);
          g_assert_cmpstr (heading, ==, mft_unit_get_value (other, "heading"));
          g_assert_cmpuint (count_dangling (agreement), ==, 0);
          swapped++;
        }
    }
  g_assert_cmpuint (swapped, ==, 2 + 2 + 6);
}

static void
test_refused (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (
      mft_clause_insert (agreement, library, "K-999", NULL, MFT_CLAUSE_AS_PASAL, NULL, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (
      mft_clause_insert (agreement, library, "K-25", "lain", MFT_CLAUSE_AS_PASAL, NULL, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (mft_clause_swap (agreement, library, pasal, NULL, "tetap", NULL, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
  g_assert_false (mft_agreement_can_undo (agreement));
  g_clear_error (&error);

  /* What speaks of something else takes no clause's place. */
  pasal = mft_clause_insert (agreement, library, "K-26", NULL, MFT_CLAUSE_AS_PASAL, NULL, NULL);
  g_autofree char *before = mft_test_dump (agreement);
  g_assert_false (mft_clause_swap (agreement, library, pasal, "K-51", NULL, NULL, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
}

/* A change in the library is told to a draft, and does not touch it before one says so. */
static void
test_changed (void)
{
  static const char text[] = "=== K-baru | Baru\n(1) Satu.\n";
  static const char other[] = "=== K-baru | Baru\n(1) Satu yang lain.\n";
  g_autoptr (MftClauseLibrary) old_library = mft_clause_library_new ();
  g_autoptr (MftClauseLibrary) library = mft_clause_library_new ();
  g_autoptr (GBytes) old_bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) bytes = g_bytes_new_static (other, strlen (other));
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");

  g_assert_true (mft_clause_library_add (old_library, "a.txt", old_bytes, NULL));
  g_assert_true (mft_clause_library_add (library, "a.txt", bytes, NULL));
  MftBlock *pasal
      = mft_clause_insert (agreement, old_library, "K-baru", NULL, MFT_CLAUSE_AS_PASAL, NULL, NULL);
  g_autoptr (GPtrArray) none = mft_clause_list_changed (agreement, old_library);
  g_assert_cmpuint (none->len, ==, 0);
  g_autoptr (GPtrArray) changed = mft_clause_list_changed (agreement, library);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpstr (changed->pdata[0], ==, "K-baru");

  g_assert_true (mft_clause_swap (agreement, library, pasal, NULL, NULL, NULL, NULL));
  g_autofree char *shown = mft_shown_text (agreement, mft_block_get_child (pasal, 0));
  g_assert_cmpstr (shown, ==, "Satu yang lain.");
  g_autoptr (GPtrArray) done = mft_clause_list_changed (agreement, library);
  g_assert_cmpuint (done->len, ==, 0);
  mft_agreement_undo (agreement);
  mft_clause_keep (agreement, library, "K-baru");
  g_autoptr (GPtrArray) kept = mft_clause_list_changed (agreement, library);
  g_assert_cmpuint (kept->len, ==, 0);
}

static void
test_authority (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  g_autofree char *before = mft_test_dump (agreement);
  const char *present;
  const MftUnit *unit = mft_clause_get_authorities (agreement, library, 2, &present);
  g_autofree char *form = g_strdup (present);
  MftBlock *komparisi = mft_agreement_get_part (agreement, MFT_BLOCK_KOMPARISI);
  g_autofree char *old = mft_shown_text (agreement, mft_block_get_child (komparisi, 1));
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (form);
  g_assert_cmpuint (unit->forms->len, >, 1);
  for (guint i = 0; i < unit->forms->len; i++)
    {
      const MftWording *wording = g_ptr_array_index (unit->forms, i);
      if (g_str_equal (wording->id, form))
        continue;
      g_assert_true (mft_clause_set_authority (agreement, library, 2, wording->id, &error));
      g_assert_no_error (error);
      g_autofree char *shown = mft_shown_text (agreement, mft_block_get_child (komparisi, 1));
      g_assert_cmpstr (shown, !=, old);
      g_assert_nonnull (strstr (shown, "PIHAK KEDUA"));
      g_assert_true (mft_agreement_undo (agreement));
    }
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
  g_assert_false (mft_clause_set_authority (agreement, library, 7, form, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/template/clause/insert-all", test_insert_all);
  g_test_add_func ("/template/clause/insert-needs", test_insert_needs);
  g_test_add_func ("/template/clause/insert-as-ayat", test_insert_as_ayat);
  g_test_add_func ("/template/clause/swap", test_swap);
  g_test_add_func ("/template/clause/swap-definitions", test_swap_definitions);
  g_test_add_func ("/template/clause/stand-in", test_stand_in);
  g_test_add_func ("/template/clause/stand-ins-all", test_stand_ins_all);
  g_test_add_func ("/template/clause/refused", test_refused);
  g_test_add_func ("/template/clause/changed", test_changed);
  g_test_add_func ("/template/clause/authority", test_authority);
  return g_test_run ();
}
