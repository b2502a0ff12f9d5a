/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/support.h"

#include "container/json.h"
#include "template/error.h"
#include "template/template-field.h"
#include "template/values.h"

static MftValues *
load (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (JsonObject) object = mft_json_parse_object (bytes, "uji.json", NULL);
  g_autoptr (MftValues) values = mft_values_new ();

  g_assert_nonnull (object);
  return mft_values_load (values, object, error) ? g_steal_pointer (&values) : NULL;
}

static void
test_forms (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftValues) values
      = load ("{\"p1\": {\"nama\": \"A\", \"dasar\": {\"jenis\": \"jabatan\", \"tahun\": 2026}},"
              "\"p2.nama\": \"B\", \"pihak.3.nama\": \"C\","
              "\"jangka_waktu\": {\"n\": 4, \"unit\": \"tahun\"},"
              "\"tenggat_laporan\": \"30 hari kalender\", \"nilai_kerja_sama\": 1500000,"
              "\"denda_batas\": 2.5, \"lokasi\": null,"
              "\"tujuan\": [\"satu\", \"dua\"],"
              "\"rab\": [{\"uraian\": \"Peta\", \"volume\": 2, \"harga\": 750000}]}",
              &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mft_values_get (values, "p1.nama"), ==, "A");
  g_assert_cmpstr (mft_values_get (values, "p1.dasar.tahun"), ==, "2026");
  g_assert_cmpstr (mft_values_get (values, "p1.dasar.jenis"), ==, "jabatan");
  g_assert_cmpstr (mft_values_get (values, "p2.nama"), ==, "B");
  g_assert_cmpstr (mft_values_get (values, "p3.nama"), ==, "C");
  g_assert_cmpstr (mft_values_get (values, "jangka_waktu"), ==, "4 tahun");
  g_assert_cmpstr (mft_values_get (values, "tenggat_laporan"), ==, "30 hari kalender");
  g_assert_cmpstr (mft_values_get (values, "nilai_kerja_sama"), ==, "1500000");
  g_assert_cmpstr (mft_values_get (values, "denda_batas"), ==, "2.5");
  g_autoptr (MftValues) precise = load ("{\"denda_batas\": 12.125}", &error);
  g_assert_cmpstr (mft_values_get (precise, "denda_batas"), ==, "12.125");
  g_assert_null (mft_values_get (values, "lokasi"));
  g_assert_cmpstr (mft_values_get_list (values, "tujuan")[1], ==, "dua");
  GHashTable *row = mft_values_get_rows (values, "rab")->pdata[0];
  g_assert_cmpstr (g_hash_table_lookup (row, "harga"), ==, "750000");
}

static void
test_pihak_array (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftValues) values = load (
      "{\"pihak\": [{\"nama\": \"A\"}, {\"nama\": \"B\", \"korespondensi\": {\"unit\": \"U\"}}]}",
      &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mft_values_get (values, "p2.korespondensi.unit"), ==, "U");
}

static void
test_set (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftValues) values = mft_values_new ();

  g_assert_true (mft_values_set (values, "tanggal_ttd", "26 November 2026", &error));
  g_assert_cmpstr (mft_values_get (values, "tanggal_ttd"), ==, "2026-11-26");
  g_assert_true (mft_values_set (values, "tujuan", "satu; dua ;", &error));
  g_assert_cmpuint (g_strv_length (mft_values_get_list (values, "tujuan")), ==, 2);
}

static void
test_refused (void)
{
  const struct
  {
    const char *json;
    int code;
    const char *field;
  } wrong[] = {
    { "{\"jangka_waktu\": \"lama\"}", MFT_TEMPLATE_ERROR_VALUE, "jangka_waktu" },
    { "{\"jangka_waktu\": {\"n\": \"4\", \"unit\": \"tahun\"}}", MFT_TEMPLATE_ERROR_FORM,
      "jangka_waktu" },
    { "{\"jangka_waktu\": true}", MFT_TEMPLATE_ERROR_FORM, "jangka_waktu" },
    { "{\"tanggal_ttd\": \"2026-02-30\"}", MFT_TEMPLATE_ERROR_VALUE, "tanggal_ttd" },
    { "{\"sumber_anggaran\": \"kas\"}", MFT_TEMPLATE_ERROR_VALUE, "sumber_anggaran" },
    { "{\"nilai_kerja_sama\": \"banyak\"}", MFT_TEMPLATE_ERROR_VALUE, "nilai_kerja_sama" },
    { "{\"warna\": \"biru\"}", MFT_TEMPLATE_ERROR_UNKNOWN, "warna" },
    { "{\"p1\": {\"warna\": \"biru\"}}", MFT_TEMPLATE_ERROR_UNKNOWN, "p1.warna" },
    { "{\"tujuan\": [1]}", MFT_TEMPLATE_ERROR_FORM, "tujuan" },
    { "{\"tujuan\": [\" \"]}", MFT_TEMPLATE_ERROR_FORM, "tujuan" },
    { "{\"rk\": [{\"mulai\": \"besok\"}]}", MFT_TEMPLATE_ERROR_VALUE, "rk.mulai" },
    { "{\"rk\": [\"x\"]}", MFT_TEMPLATE_ERROR_FORM, "rk" },
    { "{\"a\": {\"b\": {\"c\": {\"d\": {\"e\": {\"f\": {\"g\": {\"h\": 1}}}}}}}}",
      MFT_TEMPLATE_ERROR_FORM, "a.b.c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (load (wrong[i].json, &error));
      g_assert_error (error, MFT_TEMPLATE_ERROR, wrong[i].code);
      g_assert_nonnull (strstr (error->message, wrong[i].field));
    }
}

static const MftTemplateField *
find_field (GPtrArray *fields, const char *id)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const MftTemplateField *field = g_ptr_array_index (fields, i);
      if (g_str_equal (field->id, id))
        return field;
    }
  return NULL;
}

static void
test_fields (void)
{
  g_autoptr (GPtrArray) fields = mft_template_list_fields (mft_template_get ("pks-bsre"));
  const MftTemplateField *term = find_field (fields, "jangka_waktu");
  const MftTemplateField *scope = find_field (fields, "ruang_lingkup");

  g_assert_cmpstr (term->type, ==, "durasi");
  g_assert_cmpstr (term->initial, ==, "4 tahun");
  g_assert_cmpstr (term->format, ==, "30 hari kalender");
  g_assert_true (term->required);
  g_assert_cmpstr (scope->type, ==, "daftar");
  g_assert_cmpuint (g_strv_length (find_field (fields, "nama_perubahan")->choices), ==, 2);
  g_assert_nonnull (find_field (fields, "p1.nama"));
  g_assert_nonnull (find_field (fields, "p2.korespondensi.posel"));
  g_assert_nonnull (find_field (fields, "p1.dasar.nomor"));
  g_assert_nonnull (find_field (fields, "rangkap"));
  g_assert_nonnull (find_field (fields, "tanggal_mulai"));
  g_assert_null (find_field (fields, "p3.nama"));
  g_assert_null (find_field (fields, "kewajiban_p3"));
}

static void
test_choices (void)
{
  const MftTemplate *template = mft_template_get ("pks-bsre");

  g_assert_null (mft_template_get ("tidak-ada"));
  g_assert_cmpstr (mft_template_get_choice (template, "varian_hki")->initial, ==, "lama-dan-baru");
  g_assert_cmpstr (mft_template_get_choice (template, "dasar_hukum")->initial, ==, "tidak");
  g_assert_cmpstr (mft_template_get_choice (template, "K-31")->choices[2], ==, "tidak");
  g_assert_null (mft_template_get_choice (template, "K-58"));
  g_assert_null (mft_template_get_choice (template, "K-6"));
  template = mft_template_get ("pks-umum");
  g_assert_cmpstr (mft_template_get_choice (template, "K-12")->initial, ==, "masing-masing");
  g_assert_cmpstr (mft_template_get_choice (template, "K-13")->initial, ==, "tidak");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/template/values/forms", test_forms);
  g_test_add_func ("/template/values/pihak-array", test_pihak_array);
  g_test_add_func ("/template/values/set", test_set);
  g_test_add_func ("/template/values/refused", test_refused);
  g_test_add_func ("/template/values/fields", test_fields);
  g_test_add_func ("/template/values/choices", test_choices);
  return g_test_run ();
}
