/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "bahasa/bahasa-error.h"
#include "bahasa/duration.h"
#include "bahasa/money.h"
#include "bahasa/terbilang.h"

#define TRILIUN G_GUINT64_CONSTANT (1000000000000)

static const struct
{
  guint64 number;
  const char *words;
} table[] = {
  { 0, "nol" },
  { 1, "satu" },
  { 4, "empat" },
  { 9, "sembilan" },
  { 10, "sepuluh" },
  { 11, "sebelas" },
  { 12, "dua belas" },
  { 19, "sembilan belas" },
  { 20, "dua puluh" },
  { 21, "dua puluh satu" },
  { 48, "empat puluh delapan" },
  { 99, "sembilan puluh sembilan" },
  { 100, "seratus" },
  { 101, "seratus satu" },
  { 110, "seratus sepuluh" },
  { 111, "seratus sebelas" },
  { 115, "seratus lima belas" },
  { 200, "dua ratus" },
  { 999, "sembilan ratus sembilan puluh sembilan" },
  { 1000, "seribu" },
  { 1001, "seribu satu" },
  { 1100, "seribu seratus" },
  { 2000, "dua ribu" },
  { 2023, "dua ribu dua puluh tiga" },
  { 10000, "sepuluh ribu" },
  { 11000, "sebelas ribu" },
  { 21000, "dua puluh satu ribu" },
  { 100000, "seratus ribu" },
  { 101000, "seratus satu ribu" },
  { 1000000, "satu juta" },
  { 1001000, "satu juta seribu" },
  { 11000011, "sebelas juta sebelas" },
  { 999999999, "sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan "
               "ribu sembilan ratus sembilan puluh sembilan" },
  { 1000000000, "satu miliar" },
  { 1500000000, "satu miliar lima ratus juta" },
  { TRILIUN, "satu triliun" },
  { TRILIUN + 1000, "satu triliun seribu" },
  { 999 * TRILIUN, "sembilan ratus sembilan puluh sembilan triliun" },
  { 1000 * TRILIUN, "seribu triliun" },
};

static void
assert_reads (const char *words, const char *number)
{
  g_autoptr (GError) error = NULL;
  MftDecimal value;
  gboolean read = mft_terbilang_parse (words, &value, &error);

  g_assert_no_error (error);
  g_assert_true (read);
  g_autofree char *text = mft_decimal_format (value);
  g_assert_cmpstr (text, ==, number);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = mft_terbilang (table[i].number, MFT_CAPITALS_LOWER);
      g_autofree char *number = mft_decimal_format (mft_decimal (table[i].number));
      g_assert_cmpstr (words, ==, table[i].words);
      assert_reads (words, number);
    }
}

static void
test_range (void)
{
  g_assert_null (mft_terbilang (MFT_DECIMAL_MAX + 1, MFT_CAPITALS_LOWER));
  g_assert_null (mft_terbilang (G_MAXUINT64, MFT_CAPITALS_LOWER));
  g_assert_null (mft_terbilang_number (mft_decimal (G_MAXUINT64)));
}

static void
assert_round_trip (MftDecimal value)
{
  MftDecimal back;
  g_autofree char *words = mft_terbilang_decimal (value, g_test_rand_int_range (0, 4));
  g_autofree char *figures = mft_decimal_format (value);

  g_assert_true (mft_terbilang_parse (words, &back, NULL));
  g_assert_cmpuint (back.digits, ==, value.digits);
  g_assert_cmpuint (back.places, ==, value.places);
  g_assert_true (mft_decimal_parse (figures, &back, NULL));
  g_assert_cmpuint (back.digits, ==, value.digits);
  g_assert_cmpuint (back.places, ==, value.places);
}

static void
test_round_trips (void)
{
  for (guint64 i = 0; i < 10000; i++)
    assert_round_trip (mft_decimal (i));
  for (int i = 0; i < 10000; i++)
    {
      guint64 most = MFT_DECIMAL_MAX;
      for (int cut = g_test_rand_int_range (0, 15); cut > 0; cut--)
        most /= 10;
      guint64 number = ((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ())
                       % (most + 1);
      guint places = (guint) g_test_rand_int_range (0, MFT_DECIMAL_PLACES_MAX + 1);
      assert_round_trip ((MftDecimal){ .digits = number, .places = places });
    }
}

static void
test_styles (void)
{
  const MftDecimal value = { .digits = 2350, .places = 2 };
  const char *const expected[] = {
    [MFT_CAPITALS_LOWER] = "dua puluh tiga koma lima nol",
    [MFT_CAPITALS_FIRST] = "Dua puluh tiga koma lima nol",
    [MFT_CAPITALS_TITLE] = "Dua Puluh Tiga Koma Lima Nol",
    [MFT_CAPITALS_UPPER] = "DUA PULUH TIGA KOMA LIMA NOL",
  };

  for (guint style = 0; style < G_N_ELEMENTS (expected); style++)
    {
      g_autofree char *words = mft_terbilang_decimal (value, style);
      g_assert_cmpstr (words, ==, expected[style]);
      assert_reads (words, "23,50");
    }
}

static void
test_reads_what_people_write (void)
{
  static const char *const cases[][2] = {
    { "  Empat   Puluh\tDelapan ", "48" },
    { "dua\xc2\xa0puluh", "20" },
    { "sem\xc2\xad"
      "bilan",
      "9" },
    { "SERIBU", "1.000" },
    { "satu ribu", "1.000" },
    { "satu ratus satu belas", "111" },
    { "empatpuluh delapan", "48" },
    { "duaratuslimapuluh", "250" },
    { "sejuta", "1.000.000" },
    { "tiga milyar dua trilyun", NULL },
    { "dua trilyun tiga milyar", "2.003.000.000.000" },
    { "nol koma tujuh puluh lima", "0,75" },
    { "nol koma tujuh lima", "0,75" },
    { "nol koma nol dua lima", "0,025" },
    { "satu koma sepuluh", "1,10" },
    { "seribu triliun", "1.000.000.000.000.000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i][1] != NULL)
      assert_reads (cases[i][0], cases[i][1]);
    else
      g_assert_false (mft_terbilang_parse (cases[i][0], &(MftDecimal){ 0 }, NULL));
}

static void
test_refuses_nonsense (void)
{
  static const struct
  {
    const char *text;
    const char *byte;
  } cases[] = {
    { "", "(byte 0)" },
    { "   ", "(byte 3)" },
    { "lmia", "(byte 0)" },
    { "dua tiga", "(byte 4)" },
    { "dua puluh tiga puluh", "(byte 10)" },
    { "dua puluh sebelas", "(byte 10)" },
    { "lima ratus dua ratus", "(byte 11)" },
    { "dua ribu tiga juta", "(byte 9)" },
    { "dua ribu tiga ribu", "(byte 9)" },
    { "nol ribu", "(byte 4)" },
    { "nol dua", "(byte 4)" },
    { "puluh", "(byte 0)" },
    { "dua koma", "(byte 4)" },
    { "koma lima", "(byte 0)" },
    { "dua koma satu dua tiga empat lima", "(byte 29)" },
    { "seribu triliun satu", "(byte 15)" },
    { "dua ribu triliun", "(byte 9)" },
    { "seribu juta", "(byte 7)" },
    { "empat (4)", "(byte 6)" },
    { "duaempat", "(byte 0)" },
    { "satunya", "(byte 0)" },
    { "satu\xc3\xa9", "(byte 0)" },
    { "dua\xff", "(byte 3)" },
    { "\xe2\x82", "(byte 0)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MftDecimal value;
      g_test_message ("%s", cases[i].text);
      g_assert_false (mft_terbilang_parse (cases[i].text, &value, &error));
      g_assert_error (error, MFT_BAHASA_ERROR, MFT_BAHASA_ERROR_INVALID);
      g_assert_true (g_str_has_suffix (error->message, cases[i].byte));
    }
}

static void
test_scan_stops_in_a_sentence (void)
{
  MftDecimal value;

  g_assert_cmpuint (mft_terbilang_scan ("dua puluh dua bulan Oktober", &value), ==, 13);
  g_assert_cmpuint (value.digits, ==, 22);
  g_assert_cmpuint (mft_terbilang_scan ("dua puluh koma dan", &value), ==, 9);
  g_assert_cmpuint (mft_terbilang_scan ("tiga) hari", &value), ==, 4);

  GString *endless = g_string_new (NULL);
  for (int i = 0; i < 100000; i++)
    g_string_append (endless, "satu");
  g_assert_cmpuint (mft_terbilang_scan (endless->str, &value), ==, 0);
  g_string_free (endless, TRUE);
}

static void
test_ordinals (void)
{
  const struct
  {
    guint number;
    const char *words;
  } cases[] = {
    { 1, "KESATU" }, { 2, "KEDUA" }, { 3, "KETIGA" }, { 11, "KESEBELAS" }, { 12, "KEDUA BELAS" }
  };
  guint number;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = mft_terbilang_ordinal (cases[i].number, MFT_CAPITALS_UPPER);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpuint (mft_terbilang_ordinal_scan (words, &number), ==, strlen (words));
      g_assert_cmpuint (number, ==, cases[i].number);
    }
  g_assert_cmpuint (mft_terbilang_ordinal_scan ("Pertama,", &number), ==, 7);
  g_assert_cmpuint (number, ==, 1);
  g_assert_cmpuint (mft_terbilang_ordinal_scan ("kepada", &number), ==, 0);
  g_assert_cmpuint (mft_terbilang_ordinal_scan ("k", &number), ==, 0);
}

static void
test_figures (void)
{
  static const struct
  {
    const char *text;
    gsize taken;
    guint64 digits;
    guint places;
  } cases[] = {
    { "0", 1, 0, 0 },
    { "4 (empat)", 1, 4, 0 },
    { "10.000,", 6, 10000, 0 },
    { "10.000.", 6, 10000, 0 },
    { "10.000,5", 8, 100005, 1 },
    { "0,0001", 6, 1, 4 },
    { "08", 2, 8, 0 },
    { "1.000.000.000.000.000", 21, MFT_DECIMAL_MAX, 0 },
    { "1.000.000.000.000.001", 0, 0, 0 },
    { "1000000000000000", 16, MFT_DECIMAL_MAX, 0 },
    { "1000000000000001", 0, 0, 0 },
    { "99999999999999999999999", 0, 0, 0 },
    { "999.999.999.999.999.999.999", 0, 0, 0 },
    { "1.5", 0, 0, 0 },
    { "10.00.0", 0, 0, 0 },
    { "1000.000", 0, 0, 0 },
    { "1,23456", 0, 0, 0 },
    { "1,2,3", 0, 0, 0 },
    { ",5", 0, 0, 0 },
    { "-5", 0, 0, 0 },
    { "", 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MftDecimal value = { 0 };
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (mft_decimal_scan (cases[i].text, &value), ==, cases[i].taken);
      if (cases[i].taken > 0)
        {
          g_assert_cmpuint (value.digits, ==, cases[i].digits);
          g_assert_cmpuint (value.places, ==, cases[i].places);
        }
    }
}

static void
test_decimal_places (void)
{
  MftDecimal value = { .digits = 250, .places = 2 };

  g_assert_true (mft_decimal_equal (value, (MftDecimal){ .digits = 25, .places = 1 }));
  g_assert_false (mft_decimal_equal (value, mft_decimal (250)));
  g_assert_false (mft_decimal_set_places (&value, 0));
  g_assert_true (mft_decimal_set_places (&value, 1));
  g_assert_cmpuint (value.digits, ==, 25);
  g_assert_true (mft_decimal_set_places (&value, 4));
  g_assert_cmpuint (mft_decimal_whole (value), ==, 2);
  g_assert_cmpuint (mft_decimal_fraction (value), ==, 5000);
}

static void
test_forms_of_agreements (void)
{
  g_autofree char *number = mft_terbilang_number (mft_decimal (4));
  g_autofree char *percent = mft_terbilang_percent ((MftDecimal){ .digits = 25, .places = 1 });
  g_autofree char *money = mft_money_full (mft_decimal (10000));
  g_autofree char *sen = mft_money_full ((MftDecimal){ .digits = 123456705, .places = 2 });

  g_assert_cmpstr (number, ==, "4 (empat)");
  g_assert_cmpstr (percent, ==, "2,5% (dua koma lima persen)");
  g_assert_cmpstr (money, ==, "Rp10.000,00 (sepuluh ribu rupiah)");
  g_assert_cmpstr (sen, ==,
                   "Rp1.234.567,05 (satu juta dua ratus tiga puluh empat ribu lima ratus "
                   "enam puluh tujuh rupiah lima sen)");
  g_assert_null (mft_money_full ((MftDecimal){ .digits = 12345, .places = 3 }));
  g_assert_null (mft_money_words (mft_decimal (MFT_DECIMAL_MAX + 1)));
}

static void
test_money_is_read (void)
{
  static const struct
  {
    const char *text;
    guint64 sen;
  } right[] = {
    { "Rp10.000,00", 1000000 }, { "Rp 10.000", 1000000 }, { "Rp. 10.000,-", 1000000 },
    { "rp1,5", 150 },           { "10000", 1000000 },     { " 2.500,25 ", 250025 },
  };
  static const char *const wrong[]
      = { "", "Rp", "Rp-1", "Rp10.00", "Rp1,234", "sepuluh", "10000 USD" };
  MftDecimal amount;

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_assert_true (mft_money_parse (right[i].text, &amount, NULL));
      g_assert_cmpuint (amount.digits, ==, right[i].sen);
      g_assert_cmpuint (amount.places, ==, 2);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (mft_money_parse (wrong[i], &amount, &error));
      g_assert_error (error, MFT_BAHASA_ERROR, MFT_BAHASA_ERROR_INVALID);
    }
  const char *words = "satu rupiah lima puluh sen";
  g_assert_cmpuint (mft_money_words_scan (words, &amount), ==, strlen (words));
  g_assert_cmpuint (amount.digits, ==, 150);
  g_assert_cmpuint (mft_money_words_scan ("dua rupiah lima hari", &amount), ==, 10);
  g_assert_cmpuint (mft_money_words_scan ("dua dolar", &amount), ==, 0);
}

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    guint64 count;
    MftDurationUnit unit;
    const char *full;
  } right[] = {
    { "30 hari kalender", 30, MFT_DURATION_CALENDAR_DAYS, "30 (tiga puluh) hari kalender" },
    { "7 (tujuh) hari kerja", 7, MFT_DURATION_WORKING_DAYS, "7 (tujuh) hari kerja" },
    { "3 HARI", 3, MFT_DURATION_DAYS, "3 (tiga) hari" },
    { "48 jam", 48, MFT_DURATION_HOURS, "48 (empat puluh delapan) jam" },
    { "empat tahun", 4, MFT_DURATION_YEARS, "4 (empat) tahun" },
    { "2 minggu", 2, MFT_DURATION_WEEKS, "2 (dua) minggu" },
    { "18 bulan", 18, MFT_DURATION_MONTHS, "18 (delapan belas) bulan" },
    { "1.440 menit", 1440, MFT_DURATION_MINUTES, "1.440 (seribu empat ratus empat puluh) menit" },
  };
  static const char *const wrong[]
      = { "",          "30",           "hari",  "4 (lima) tahun", "4 (empat tahun",
          "1,5 tahun", "3 hari libur", "2 abad" };
  MftDuration duration;

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_assert_true (mft_duration_parse (right[i].text, &duration, NULL));
      g_assert_cmpuint (duration.count, ==, right[i].count);
      g_assert_cmpint (duration.unit, ==, right[i].unit);
      g_autofree char *full = mft_duration_full (duration);
      g_assert_cmpstr (full, ==, right[i].full);
      g_autofree char *plain = mft_duration_format (duration);
      MftDuration again;
      g_assert_true (mft_duration_parse (plain, &again, NULL));
      g_assert_true (again.count == duration.count && again.unit == duration.unit);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (mft_duration_parse (wrong[i], &duration, &error));
      g_assert_error (error, MFT_BAHASA_ERROR, MFT_BAHASA_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/bahasa/terbilang/table", test_table);
  g_test_add_func ("/bahasa/terbilang/range", test_range);
  g_test_add_func ("/bahasa/terbilang/round-trips", test_round_trips);
  g_test_add_func ("/bahasa/terbilang/styles", test_styles);
  g_test_add_func ("/bahasa/terbilang/people", test_reads_what_people_write);
  g_test_add_func ("/bahasa/terbilang/nonsense", test_refuses_nonsense);
  g_test_add_func ("/bahasa/terbilang/scan", test_scan_stops_in_a_sentence);
  g_test_add_func ("/bahasa/terbilang/ordinals", test_ordinals);
  g_test_add_func ("/bahasa/decimal/figures", test_figures);
  g_test_add_func ("/bahasa/decimal/places", test_decimal_places);
  g_test_add_func ("/bahasa/forms", test_forms_of_agreements);
  g_test_add_func ("/bahasa/money", test_money_is_read);
  g_test_add_func ("/bahasa/duration", test_durations);
  return g_test_run ();
}
