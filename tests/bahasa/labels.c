/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "bahasa/label.h"
#include "bahasa/roman.h"

static void
test_table (void)
{
  static const struct
  {
    MftLabel label;
    const char *text;
    const char *reference;
  } cases[] = {
    { { MFT_LABEL_PASAL, 7, 0 }, "Pasal 7", "Pasal 7" },
    { { MFT_LABEL_PASAL, 7, 1 }, "Pasal 7A", "Pasal 7A" },
    { { MFT_LABEL_PASAL, 7, 27 }, "Pasal 7AA", "Pasal 7AA" },
    { { MFT_LABEL_AYAT, 1, 0 }, "(1)", "ayat (1)" },
    { { MFT_LABEL_AYAT, 1, 1 }, "(1a)", "ayat (1a)" },
    { { MFT_LABEL_HURUF, 1, 0 }, "a.", "huruf a" },
    { { MFT_LABEL_HURUF, 26, 0 }, "z.", "huruf z" },
    { { MFT_LABEL_HURUF, 27, 0 }, "aa.", "huruf aa" },
    { { MFT_LABEL_HURUF, 31, 0 }, "ee.", "huruf ee" },
    { { MFT_LABEL_HURUF, 53, 0 }, "aaa.", "huruf aaa" },
    { { MFT_LABEL_HURUF, 104, 0 }, "zzzz.", "huruf zzzz" },
    { { MFT_LABEL_HURUF, 2, 1 }, "b1.", "huruf b1" },
    { { MFT_LABEL_ANGKA, 12, 0 }, "12.", "angka 12" },
    { { MFT_LABEL_ANGKA, 1, 2 }, "1b.", "angka 1b" },
    { { MFT_LABEL_SUB_HURUF, 3, 0 }, "c)", "huruf c)" },
    { { MFT_LABEL_SUB_ANGKA, 4, 0 }, "4)", "angka 4)" },
    { { MFT_LABEL_LAMPIRAN, 4, 0 }, "Lampiran IV", "Lampiran IV" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mft_label_format (cases[i].label);
      g_autofree char *reference = mft_label_reference (cases[i].label);
      MftLabel back;
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (reference, ==, cases[i].reference);
      g_assert_cmpuint (mft_label_scan (text, &back), ==, strlen (text));
      g_assert_true (mft_label_equal (back, cases[i].label));
    }
}

static void
test_round_trips (void)
{
  for (guint kind = MFT_LABEL_PASAL; kind <= MFT_LABEL_LAMPIRAN; kind++)
    for (guint ordinal = 1; ordinal <= 104; ordinal++)
      for (guint inserted = 0; inserted <= (kind == MFT_LABEL_LAMPIRAN ? 0 : 30); inserted++)
        {
          MftLabel label = { .kind = kind, .ordinal = ordinal, .inserted = inserted };
          g_autofree char *text = mft_label_format (label);
          MftLabel back;
          g_assert_cmpuint (mft_label_scan (text, &back), ==, strlen (text));
          g_assert_true (mft_label_equal (back, label));
        }
}

static void
test_without_form (void)
{
  g_assert_null (mft_label_format ((MftLabel){ MFT_LABEL_AYAT, 0, 0 }));
  g_assert_null (mft_label_format ((MftLabel){ MFT_LABEL_HURUF, 105, 0 }));
  g_assert_null (mft_label_format ((MftLabel){ MFT_LABEL_PASAL, 10000, 0 }));
  g_assert_null (mft_label_reference ((MftLabel){ MFT_LABEL_LAMPIRAN, 4000, 0 }));
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    gsize taken;
  } cases[] = {
    { "Pasal 12", 8 },
    { "PASAL 12 DEFINISI", 8 },
    { "Pasal  7A\tx", 9 },
    { "LAMPIRAN II", 11 },
    { "(10) Segala", 4 },
    { "a. menyediakan", 2 },
    { "1.\xc2\xa0Sesuatu", 2 },
    { "Pasal 0", 0 },
    { "Pasal 7.", 0 },
    { "Pasal7", 0 },
    { "pasal ini", 0 },
    { "(08-05-2023)", 0 },
    { "(021) 7805814", 0 },
    { "(a) butir", 0 },
    { "(1)teks", 0 },
    { "ab. sesuatu", 0 },
    { "a.n. Kepala", 0 },
    { "1.000 rupiah", 0 },
    { "10000. x", 0 },
    { "dan", 0 },
    { "A. Huruf besar", 0 },
    { "()", 0 },
    { "(", 0 },
    { "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MftLabel label;
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (mft_label_scan (cases[i].text, &label), ==, cases[i].taken);
    }
}

static void
test_references (void)
{
  static const struct
  {
    const char *text;
    gsize taken;
    MftLabel label;
  } cases[] = {
    { "Pasal 1266 Kitab", 10, { MFT_LABEL_PASAL, 1266, 0 } },
    { "ayat (1),", 8, { MFT_LABEL_AYAT, 1, 0 } },
    { "ayat\xc2\xa0(1a)", 10, { MFT_LABEL_AYAT, 1, 1 } },
    { "Ayat(2)", 7, { MFT_LABEL_AYAT, 2, 0 } },
    { "huruf g)", 7, { MFT_LABEL_HURUF, 7, 0 } },
    { "angka 3 dan", 7, { MFT_LABEL_ANGKA, 3, 0 } },
    { "Lampiran I;", 10, { MFT_LABEL_LAMPIRAN, 1, 0 } },
    { "huruf besar", 0, { 0 } },
    { "ayat 1", 0, { 0 } },
    { "Pasal ini", 0, { 0 } },
    { "lampiran yang", 0, { 0 } },
    { "Pasal 7Ax", 0, { 0 } },
    { "huruf", 0, { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MftLabel label = { 0 };
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (mft_label_reference_scan (cases[i].text, &label), ==, cases[i].taken);
      if (cases[i].taken > 0)
        g_assert_true (mft_label_equal (label, cases[i].label));
    }
}

static void
test_roman (void)
{
  static const char *const wrong[]
      = { "",     "IIII", "VV",  "IC",    "IL",  "XM",
          "MMMM", "i",    "IVA", "X2020", "ABC", "MMMMMMMMMMMMMMMMMM" };
  guint number;

  for (guint i = 1; i <= MFT_ROMAN_MAX; i++)
    {
      g_autofree char *text = mft_roman (i);
      g_assert_cmpuint (mft_roman_scan (text, &number), ==, strlen (text));
      g_assert_cmpuint (number, ==, i);
    }
  g_autofree char *most = mft_roman (MFT_ROMAN_MAX);
  g_assert_cmpstr (most, ==, "MMMCMXCIX");
  g_assert_null (mft_roman (0));
  g_assert_null (mft_roman (MFT_ROMAN_MAX + 1));
  g_assert_cmpuint (mft_roman_scan ("X/2020", &number), ==, 1);
  g_assert_cmpuint (number, ==, 10);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (mft_roman_scan (wrong[i], &number), ==, 0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/bahasa/label/table", test_table);
  g_test_add_func ("/bahasa/label/round-trips", test_round_trips);
  g_test_add_func ("/bahasa/label/without-form", test_without_form);
  g_test_add_func ("/bahasa/label/lines", test_lines);
  g_test_add_func ("/bahasa/label/references", test_references);
  g_test_add_func ("/bahasa/roman", test_roman);
  return g_test_run ();
}
