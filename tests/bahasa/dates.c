/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "bahasa/bahasa-error.h"
#include "bahasa/date-phrase.h"
#include "bahasa/moment.h"

static void
assert_date (MftDate date, const char *iso)
{
  g_autofree char *text = mft_date_format_iso (date);
  g_assert_cmpstr (text, ==, iso);
}

static void
test_forms (void)
{
  const MftDate date = { .year = 2023, .month = 5, .day = 8 };
  g_autofree char *plain = mft_date_format (date);
  g_autofree char *digits = mft_date_format_digits (date);

  g_assert_cmpstr (plain, ==, "8 Mei 2023");
  g_assert_cmpstr (digits, ==, "08-05-2023");
  assert_date (date, "2023-05-08");
}

static void
test_phrase_styles (void)
{
  const MftDate date = { .year = 2023, .month = 5, .day = 8 };
  static const char *const expected[] = {
    [MFT_DATE_STYLE_LOWER]
    = "Senin tanggal delapan bulan Mei tahun dua ribu dua puluh tiga (08-05-2023)",
    [MFT_DATE_STYLE_YEAR]
    = "Senin tanggal delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (08-05-2023)",
    [MFT_DATE_STYLE_TITLE]
    = "Senin tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (08-05-2023)",
  };

  for (guint style = 0; style < G_N_ELEMENTS (expected); style++)
    {
      g_autofree char *phrase = mft_date_phrase_format (date, style);
      g_assert_cmpstr (phrase, ==, expected[style]);
    }
}

static void
test_calendar (void)
{
  static const struct
  {
    MftDate date;
    gboolean valid;
    guint weekday;
  } cases[] = {
    { { 2023, 5, 8 }, TRUE, 1 },    { { 2020, 10, 22 }, TRUE, 4 },  { { 1945, 8, 17 }, TRUE, 5 },
    { { 2000, 2, 29 }, TRUE, 2 },   { { 1900, 2, 29 }, FALSE, 0 },  { { 2023, 2, 29 }, FALSE, 0 },
    { { 2023, 4, 31 }, FALSE, 0 },  { { 2023, 13, 1 }, FALSE, 0 },  { { 2023, 0, 1 }, FALSE, 0 },
    { { 0, 1, 1 }, FALSE, 0 },      { { 1, 1, 1 }, TRUE, 1 },       { { 9999, 12, 31 }, TRUE, 5 },
    { { 10000, 1, 1 }, FALSE, 0 },  { { 2023, 5, 264 }, FALSE, 0 }, { { 67559, 5, 8 }, FALSE, 0 },
    { { 2023, 261, 8 }, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (mft_date_valid (cases[i].date), ==, cases[i].valid);
      if (cases[i].valid)
        g_assert_cmpuint (mft_date_weekday (cases[i].date), ==, cases[i].weekday);
    }
}

static void
test_round_trips (void)
{
  for (int i = 0; i < 5000; i++)
    {
      MftDate date = { .year = (guint) g_test_rand_int_range (1000, 10000),
                       .month = (guint) g_test_rand_int_range (1, 13),
                       .day = (guint) g_test_rand_int_range (1, 29) };
      g_autofree char *text = mft_date_phrase_format (date, g_test_rand_int_range (0, 3));
      g_autofree char *iso = mft_date_format_iso (date);
      g_autofree char *plain = mft_date_format (date);
      MftDatePhrase phrase;
      MftDate back;

      g_assert_true (mft_date_phrase_scan (text, &phrase));
      g_assert_cmpuint (phrase.size, ==, strlen (text));
      g_assert_cmpuint (phrase.weekday, ==, mft_date_weekday (date));
      g_assert_true (phrase.in_words);
      g_assert_true (mft_date_equal (phrase.written, date));
      g_assert_true (mft_date_equal (phrase.digits, date));
      g_assert_true (mft_date_parse_iso (iso, &back, NULL));
      g_assert_true (mft_date_equal (back, date));
      g_assert_cmpuint (mft_date_scan (plain, &back), ==, strlen (plain));
      g_assert_true (mft_date_equal (back, date));
    }
}

static void
test_iso (void)
{
  static const char *const wrong[]
      = { "",           "2023",      "2023-5-8", "2023-02-29", "2023-05-08T", "2023-05-081",
          "08-05-2023", "0000-01-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      MftDate date;
      g_assert_false (mft_date_parse_iso (wrong[i], &date, &error));
      g_assert_error (error, MFT_BAHASA_ERROR, MFT_BAHASA_ERROR_INVALID);
    }
}

static void
test_plain_dates_are_read (void)
{
  static const struct
  {
    const char *text;
    gsize taken;
    const char *iso;
  } cases[] = {
    { "8 Mei 2023, yang", 10, "2023-05-08" },
    { "08-05-2023)", 10, "2023-05-08" },
    { "8/5/2023", 8, "2023-05-08" },
    { "08 - 05 - 2023", 14, "2023-05-08" },
    { "17\xc2\xa0"
      "AGUSTUS 1945",
      16, "1945-08-17" },
    { "1 Pebruari 2020", 15, "2020-02-01" },
    { "1 Nopember 2020", 15, "2020-11-01" },
    { "2023-05-08", 10, "2023-05-08" },
    { "31 Februari 2023", 16, "2023-02-31" },
    { "8-9 Jakarta", 0, NULL },
    { "8 Mei 23", 0, NULL },
    { "08-05/2023", 0, NULL },
    { "8 Mai 2023", 0, NULL },
    { "108 Mei 2023", 0, NULL },
    { "8 Mei 20234", 0, NULL },
    { "8Mei 2023", 0, NULL },
    { "8-", 0, NULL },
    { "021-382-3253", 0, NULL },
    { "", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MftDate date;
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (mft_date_scan (cases[i].text, &date), ==, cases[i].taken);
      if (cases[i].iso != NULL)
        assert_date (date, cases[i].iso);
    }
}

static void
test_phrases_in_texts (void)
{
  static const struct
  {
    const char *text;
    guint weekday;
    const char *written;
    const char *digits;
    const char *phrase;
  } cases[] = {
    { "Pada hari ini Kamis tanggal dua puluh dua bulan Oktober tahun Dua Ribu Dua \nPuluh "
      "(22-10-2020), yang bertanda",
      4, "2020-10-22", "2020-10-22",
      "Kamis tanggal dua puluh dua bulan Oktober tahun Dua Ribu Dua \nPuluh (22-10-2020)" },
    { "hari ini Rabu, tanggal Empat belas, bulan Agustus, tahun dua ribu dua puluh dua "
      "(11-09-2022)",
      3, "2022-08-14", "2022-09-11",
      "Rabu, tanggal Empat belas, bulan Agustus, tahun dua ribu dua puluh dua (11-09-2022)" },
    { "pada Jum\xe2\x80\x99"
      "at, 17 Agustus 1945 di",
      5, "1945-08-17", "0000-00-00",
      "Jum\xe2\x80\x99"
      "at, 17 Agustus 1945" },
    { "Surat Kuasa tanggal 17 April 2023, dalam", 0, "2023-04-17", "0000-00-00",
      "tanggal 17 April 2023" },
    { "Senin tanggal Delapn bulan Mei tahun dua rbu (08-05-2023).", 1, "0000-05-00", "2023-05-08",
      "Senin tanggal Delapn bulan Mei tahun dua rbu (08-05-2023)" },
    { "Senin tanggal 8 bulan Mei tahun 2023 bertempat", 1, "2023-05-08", "0000-00-00",
      "Senin tanggal 8 bulan Mei tahun 2023" },
    { "Ahad tanggal satu bulan Januari tahun dua ribu, kami", 7, "2000-01-01", "0000-00-00",
      "Ahad tanggal satu bulan Januari tahun dua ribu" },
    { "mulai 8 Mei 2023 (tiga)", 0, "2023-05-08", "0000-00-00", "8 Mei 2023" },
    { "mulai,  8 Mei 2023", 0, "2023-05-08", "0000-00-00", "8 Mei 2023" },
    { "\n8 Mei 2023", 0, "2023-05-08", "0000-00-00", "8 Mei 2023" },
    { "pada tanggal \n8 Mei 2023", 0, "2023-05-08", "0000-00-00", "tanggal \n8 Mei 2023" },
    { "Senin  tanggal  8 Mei 2023", 1, "2023-05-08", "0000-00-00", "Senin  tanggal  8 Mei 2023" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MftDatePhrase phrase;
      gsize start;
      g_assert_true (mft_date_phrase_find (cases[i].text, 0, &start, &phrase));
      g_autofree char *found = g_strndup (cases[i].text + start, phrase.size);
      g_assert_cmpstr (found, ==, cases[i].phrase);
      g_assert_cmpuint (phrase.weekday, ==, cases[i].weekday);
      assert_date (phrase.written, cases[i].written);
      assert_date (phrase.digits, cases[i].digits);
      if (phrase.digits_size > 0)
        g_assert_true (g_ascii_isdigit (cases[i].text[start + phrase.digits_at]));
    }
}

static void
test_no_phrases (void)
{
  static const char *const cases[] = {
    "",
    "Senin",
    "setiap hari Senin dan Kamis",
    "tanggal ditandatangani dan dapat diperpanjang",
    "Minggu depan tanggal",
    "Gedung Blok G Lantai 13, Jalan Samudra Nomor 8-9 Jakarta",
    "Telp : (021) 382-3253",
    "432/HM.03.00",
    "PERJ.192/TS/BS/HK.07.02/05/2023",
    "2 (dua) minggu",
    "Tahun 2008 Nomor 58",
    "Nomor 02/05/2023/PKS",
    " dua bulan Mei tahun dua ribu",
    "\xff\xfe tanggal \xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MftDatePhrase phrase;
      gsize start;
      g_test_message ("%s", cases[i]);
      g_assert_false (mft_date_phrase_find (cases[i], 0, &start, &phrase));
    }
}

static void
test_moments (void)
{
  static const char *const expected[][2] = {
    { "+07", "6 November 2026, 04.03.08 WIB" },
    { "+08", "6 November 2026, 04.03.08 WITA" },
    { "+09", "6 November 2026, 04.03.08 WIT" },
    { "+07:30", "6 November 2026, 04.03.08 UTC+07:30" },
    { "-05", "6 November 2026, 04.03.08 UTC-05:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (expected[i][0]);
      g_autoptr (GDateTime) moment = g_date_time_new (zone, 2026, 11, 6, 4, 3, 8);
      g_autofree char *text = mft_moment_format (moment);
      g_assert_cmpstr (text, ==, expected[i][1]);
    }
}

static void
test_zones (void)
{
  static const char *const expected[] = { [MFT_ZONE_WIB] = "6 November 2026, 23.30.00 WIB",
                                          [MFT_ZONE_WITA] = "7 November 2026, 00.30.00 WITA",
                                          [MFT_ZONE_WIT] = "7 November 2026, 01.30.00 WIT" };
  g_autoptr (GDateTime) moment = g_date_time_new_utc (2026, 11, 6, 16, 30, 0);

  for (MftZone zone = MFT_ZONE_WIB; zone <= MFT_ZONE_WIT; zone++)
    {
      g_autoptr (GDateTime) there = mft_moment_in (moment, zone);
      g_autofree char *text = mft_moment_format (there);
      g_assert_cmpstr (text, ==, expected[zone]);
    }
  g_assert_cmpint (mft_moment_zone_here (), !=, MFT_ZONE_LOCAL);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/bahasa/date/moments", test_moments);
  g_test_add_func ("/bahasa/date/zones", test_zones);
  g_test_add_func ("/bahasa/date/forms", test_forms);
  g_test_add_func ("/bahasa/date/styles", test_phrase_styles);
  g_test_add_func ("/bahasa/date/calendar", test_calendar);
  g_test_add_func ("/bahasa/date/round-trips", test_round_trips);
  g_test_add_func ("/bahasa/date/iso", test_iso);
  g_test_add_func ("/bahasa/date/plain", test_plain_dates_are_read);
  g_test_add_func ("/bahasa/date/phrases", test_phrases_in_texts);
  g_test_add_func ("/bahasa/date/none", test_no_phrases);
  return g_test_run ();
}
