/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/edit.h"
#include "agreement/numbering.h"

static MftBlock *
add (MftBlock *parent, MftBlockKind kind)
{
  return mft_block_append (parent, mft_block_new (kind, NULL));
}

/* The labels of a block's children, joined by spaces. */
static void
assert_labels (MftBlock *parent, const char *expected)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < mft_block_n_children (parent); i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? " " : "",
                            mft_block_get_label (mft_block_get_child (parent, i)));
  g_assert_cmpstr (labels->str, ==, expected);
}

static MftBlock *
add_items (MftBlock *parent, guint count)
{
  MftBlock *last = NULL;

  for (guint i = 0; i < count; i++)
    last = add (parent, MFT_BLOCK_ITEM);
  return last;
}

static void
test_levels (void)
{
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *paragraph = add (add (body, MFT_BLOCK_PASAL), MFT_BLOCK_PARAGRAPH);
  MftBlock *first = add_items (paragraph, 2);
  MftBlock *second = add_items (first, 2);
  MftBlock *third = add_items (second, 2);

  add_items (third, 3);
  mft_numbering_update (mft_agreement_get_root (agreement));
  assert_labels (body, "Pasal 1");
  assert_labels (paragraph, "a. b.");
  assert_labels (first, "1. 2.");
  assert_labels (second, "a) b)");
  assert_labels (third, "1) 2) 3)");
  mft_block_set_marks (paragraph, MFT_MARKS_ANGKA);
  mft_numbering_update (mft_agreement_get_root (agreement));
  assert_labels (paragraph, "1. 2.");
  assert_labels (first, "a. b.");
}

static void
test_only_ayat (void)
{
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *pasal = mft_block_new (MFT_BLOCK_PASAL, NULL);

  add (pasal, MFT_BLOCK_AYAT);
  mft_edit_insert (agreement, body, 0, pasal, NULL);
  assert_labels (pasal, "");
  g_assert_cmpuint (mft_count (agreement).ayat, ==, 0);
  mft_edit_insert (agreement, pasal, 1, mft_block_new (MFT_BLOCK_AYAT, NULL), NULL);
  assert_labels (pasal, "(1) (2)");
}

static void
test_locked (void)
{
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (int i = 0; i < 4; i++)
    add (body, MFT_BLOCK_PASAL);
  mft_block_set_locked_label (mft_block_get_child (body, 1), "Pasal 7");
  mft_block_set_locked_label (mft_block_get_child (body, 2), "Pasal 7A");
  mft_numbering_update (mft_agreement_get_root (agreement));
  assert_labels (body, "Pasal 1 Pasal 7 Pasal 7A Pasal 8");
}

static void
test_contacts_count_with_items (void)
{
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);
  MftBlock *pasal = add (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), MFT_BLOCK_PASAL);
  MftBlock *ayat = add (pasal, MFT_BLOCK_AYAT);

  add (pasal, MFT_BLOCK_AYAT);
  add (ayat, MFT_BLOCK_CONTACT);
  add (ayat, MFT_BLOCK_ITEM);
  mft_numbering_update (mft_agreement_get_root (agreement));
  assert_labels (ayat, "a. b.");
  MftCounts counts = mft_count (agreement);
  g_assert_cmpuint (counts.contacts, ==, 1);
  g_assert_cmpuint (counts.huruf, ==, 1);
}

static void
test_counts (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftCounts counts = mft_count (agreement);

  g_assert_cmpuint (counts.pasal, ==, 3);
  g_assert_cmpuint (counts.ayat, ==, 4);
  g_assert_cmpuint (counts.huruf, ==, 2);
  g_assert_cmpuint (counts.angka, ==, 2);
  g_assert_cmpuint (counts.sub_huruf, ==, 1);
  g_assert_cmpuint (counts.sub_angka, ==, 2);
  g_assert_cmpuint (counts.contacts, ==, 1);
  g_assert_cmpuint (counts.references, ==, 2);
}

static void
test_paths (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *item = mft_block_get_child (
      mft_block_get_child (mft_block_get_child (mft_block_get_child (body, 0), 0), 0), 1);
  MftBlock *ayat = mft_block_get_child (mft_block_get_child (body, 1), 1);
  g_autofree char *item_path = mft_block_dup_path (item);
  g_autofree char *ayat_path = mft_block_dup_path (ayat);
  g_autofree char *opening_path = mft_block_dup_path (
      mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_OPENING), 0));

  g_assert_cmpstr (item_path, ==, "Pasal 1 huruf a angka 2");
  g_assert_cmpstr (ayat_path, ==, "Pasal 2 ayat (2)");
  g_assert_cmpstr (opening_path, ==, "Pembukaan");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/numbering/levels", test_levels);
  g_test_add_func ("/agreement/numbering/only-ayat", test_only_ayat);
  g_test_add_func ("/agreement/numbering/locked", test_locked);
  g_test_add_func ("/agreement/numbering/contacts", test_contacts_count_with_items);
  g_test_add_func ("/agreement/numbering/counts", test_counts);
  g_test_add_func ("/agreement/numbering/paths", test_paths);
  return g_test_run ();
}
