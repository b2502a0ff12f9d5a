/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "check-cases.h"
#include "check/check.h"
#include "template/sample.h"

/* An old agreement as it comes in, with the slips that such agreements have and with what only looks like
 * one: "pihak lain", "pihak yang berwajib", "Pasal 1266" of a code, "dalam pasal ini", telephone numbers,
 * duties that are nobody's right. */
static void
test_imported (void)
{
  g_autoptr (GBytes) bytes = mft_test_read ("check/fixtures/dermaga.txt");
  g_autoptr (GBytes) expected = mft_test_read ("check/fixtures/dermaga-temuan.txt");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *wanted
      = g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_autoptr (MftAgreement) agreement = mft_test_check_import (text);
  g_autofree char *list = mft_test_findings (agreement, NULL);

  mft_test_assert_text (list, g_strchomp (wanted));
}

/* Every fix does away with its finding and makes no other. */
static void
test_fixes_converge (void)
{
  g_autoptr (GBytes) bytes = mft_test_read ("check/fixtures/dermaga.txt");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (MftAgreement) agreement = mft_test_check_import (text);

  for (;;)
    {
      g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
      const MftFinding *finding = NULL;
      for (guint i = 0; i < findings->len && finding == NULL; i++)
        if (((const MftFinding *) findings->pdata[i])->fix != NULL)
          finding = findings->pdata[i];
      if (finding == NULL)
        break;
      g_assert_true (mft_check_fix (agreement, finding, NULL));
      g_autoptr (GPtrArray) after = mft_check_agreement (agreement);
      g_assert_cmpuint (after->len, <, findings->len);
    }
}

/* A clean draft is left in peace. */
static void
test_templates (void)
{
  static const char *const ids[] = { "pks-bsre", "pks-umum", "pks-tiga-pihak", "nota-kesepahaman" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (MftAgreement) agreement = mft_sample_agreement (ids[i]);
      g_autofree char *list = mft_test_findings (agreement, NULL);
      mft_test_assert_text (list, "");
    }
}

/* The same with the legal basis, which is off at first. */
static void
test_legal_basis (void)
{
  g_autoptr (MftValues) values = mft_sample_values ("pks-bsre");
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  const MftTemplateRequest request
      = { .template = mft_template_get ("pks-bsre"), .values = values, .choices = choices };

  g_hash_table_insert (choices, (char *) "dasar_hukum", (char *) "ya");
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, NULL);
  g_autofree char *list = mft_test_findings (agreement, NULL);
  mft_test_assert_text (list, "");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/drafts/imported", test_imported);
  g_test_add_func ("/check/drafts/fixes", test_fixes_converge);
  g_test_add_func ("/check/drafts/templates", test_templates);
  g_test_add_func ("/check/drafts/legal-basis", test_legal_basis);
  return g_test_run ();
}
