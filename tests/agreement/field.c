/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/error.h"
#include "agreement/field.h"

static const char *const choices[] = { "Adendum", "Amendemen", NULL };

static const struct
{
  MftFieldType type;
  const char *given;
  const char *value; /* NULL: refused */
} cases[] = {
  { MFT_FIELD_TEXT, "  Dinas   Arsip ", "Dinas Arsip" },
  { MFT_FIELD_TEXT, "   ", "" },
  { MFT_FIELD_INTEGER, "4", "4" },
  { MFT_FIELD_INTEGER, "1.000", "1000" },
  { MFT_FIELD_INTEGER, "empat", "4" },
  { MFT_FIELD_INTEGER, "-4", NULL },
  { MFT_FIELD_INTEGER, "4,5", NULL },
  { MFT_FIELD_INTEGER, "99999999999999999999", NULL },
  { MFT_FIELD_PERCENT, "2,5%", "2.5" },
  { MFT_FIELD_PERCENT, "2.5", "2.5" },
  { MFT_FIELD_PERCENT, "%", NULL },
  { MFT_FIELD_MONEY, "Rp10.000,50", "10000.50" },
  { MFT_FIELD_MONEY, "10000", "10000" },
  { MFT_FIELD_MONEY, "Rp-", NULL },
  { MFT_FIELD_DATE, "2026-11-26", "2026-11-26" },
  { MFT_FIELD_DATE, "26-11-2026", "2026-11-26" },
  { MFT_FIELD_DATE, "26 November 2026", "2026-11-26" },
  { MFT_FIELD_DATE, "31 Februari 2026", NULL },
  { MFT_FIELD_DATE, "26 November 2026 pagi", NULL },
  { MFT_FIELD_YEAR, "2026", "2026" },
  { MFT_FIELD_YEAR, "26", NULL },
  { MFT_FIELD_DURATION, "4 Tahun", "4 tahun" },
  { MFT_FIELD_DURATION, "30 (tiga puluh) hari kalender", "30 hari kalender" },
  { MFT_FIELD_DURATION, "30 (tiga) hari kalender", NULL },
  { MFT_FIELD_DURATION, "empat", NULL },
  { MFT_FIELD_DURATION, "0 tahun", NULL },
  { MFT_FIELD_CHOICE, "amendemen", "Amendemen" },
  { MFT_FIELD_CHOICE, "lain", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftField) field = mft_field_new ("uji", cases[i].type, TRUE, "Uji", choices);
      g_autoptr (GError) error = NULL;
      g_autofree char *value = mft_field_parse (field, cases[i].given, &error);
      g_test_message ("%s", cases[i].given);
      g_assert_cmpstr (value, ==, cases[i].value);
      if (value == NULL)
        {
          g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD);
          g_assert_nonnull (strstr (error->message, "'uji'"));
        }
    }
}

/* A canonical value is its own canonical form. */
static void
test_parse_is_stable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftField) field = mft_field_new ("uji", cases[i].type, TRUE, "Uji", choices);
      if (cases[i].value == NULL)
        continue;
      g_autofree char *again = mft_field_parse (field, cases[i].value, NULL);
      g_assert_cmpstr (again, ==, cases[i].value);
    }
}

static void
test_type_names (void)
{
  for (MftFieldType type = MFT_FIELD_TEXT; type <= MFT_FIELD_CHOICE; type++)
    {
      MftFieldType back;
      g_assert_true (mft_field_type_from_name (mft_field_type_to_name (type), &back));
      g_assert_cmpint (back, ==, type);
    }
  g_assert_false (mft_field_type_from_name ("apa", &(MftFieldType){ 0 }));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/field/parse", test_parse);
  g_test_add_func ("/agreement/field/stable", test_parse_is_stable);
  g_test_add_func ("/agreement/field/names", test_type_names);
  return g_test_run ();
}
