/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "check-cases.h"
#include "check/check.h"
#include "exchange/text/text-writer.h"
#include "template/instantiate.h"
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
  static const char *const ids[]
      = { "pks-bsre", "pks-umum", "pks-tiga-pihak", "nota-kesepahaman", "nota-kesepakatan" };

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

static guint
count_words (MftAgreement *agreement)
{
  g_autofree char *text = mft_text_export (agreement);
  guint words = 0;

  for (const char *at = text; *at != '\0'; at++)
    words += g_ascii_isspace (*at) && !g_ascii_isspace (at[1]) ? 1 : 0;
  return words;
}

/* At most one finding a page, of the text that nobody has touched yet: blanks are to be filled, and are
 * told. A page has 350 words. */
static void
assert_calm (const MftTemplate *template, const char *pack)
{
  g_autoptr (MftValues) values = mft_sample_values (template->id);
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  MftTemplateRequest request
      = { .template = template, .values = values, .choices = choices, .incomplete = TRUE };
  guint count = 0;

  if (pack != NULL)
    g_hash_table_insert (choices, (char *) "paket", (char *) pack);
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = findings->pdata[i];
      if (g_str_equal (finding->rule, "field-empty"))
        continue;
      g_test_message ("%s %s: %s %s", template->id, pack, finding->rule, finding->text);
      count++;
    }
  g_assert_cmpuint (count, <=, count_words (agreement) / 350);
}

static void
test_every_pack (void)
{
  const MftTemplate *const *templates = mft_templates ();

  for (guint i = 0; templates[i] != NULL; i++)
    {
      const MftChoice *packs = mft_template_get_choice (templates[i], "paket");
      assert_calm (templates[i], NULL);
      for (guint j = 0; packs != NULL && packs->choices[j] != NULL; j++)
        assert_calm (templates[i], packs->choices[j]);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/drafts/imported", test_imported);
  g_test_add_func ("/check/drafts/fixes", test_fixes_converge);
  g_test_add_func ("/check/drafts/templates", test_templates);
  g_test_add_func ("/check/drafts/legal-basis", test_legal_basis);
  g_test_add_func ("/check/drafts/every-pack", test_every_pack);
  return g_test_run ();
}
