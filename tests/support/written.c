/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written.h"

#include "random-edits.h"
#include "template/sample.h"

#define AGREEMENTS 12
#define EDITS 120

static void
try_samples (void (*assert_written_well) (MftAgreement *agreement))
{
  static const char *const ids[] = { "pks-bsre", "pks-umum", "pks-tiga-pihak", "nota-kesepahaman" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (MftAgreement) agreement = mft_sample_agreement (ids[i]);
      assert_written_well (agreement);
    }
}

void
mft_test_try_writer (void (*assert_written_well) (MftAgreement *agreement))
{
  try_samples (assert_written_well);
  for (guint32 seed = 1; seed <= AGREEMENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MftAgreement) agreement = mft_test_agreement ();
      for (guint i = 0; i < EDITS; i++)
        mft_test_random_edit (agreement, random);
      assert_written_well (agreement);
    }
}

xmlDoc *
mft_test_part (MftZip *zip, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_zip_read (zip, name, &error);
  xmlDoc *document = bytes != NULL ? mft_xml_parse (bytes, name, NULL, &error) : NULL;

  g_assert_no_error (error);
  return document;
}

gboolean
mft_test_is_computed (MftBlock *block, MftLabel *label)
{
  return mft_block_get_locked_label (block) == NULL
         && mft_block_get_kind (block) != MFT_BLOCK_ATTACHMENT
         && mft_label_scan (mft_block_get_label (block), label) > 0;
}
