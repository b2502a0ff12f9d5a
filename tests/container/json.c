/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "container/error.h"
#include "container/json.h"
#include "container/json-writer.h"

static void
test_write (void)
{
  g_autoptr (MftJsonWriter) writer = mft_json_writer_new ();
  g_autofree char *text = NULL;

  mft_json_writer_object (writer, NULL);
  mft_json_writer_string (writer, "teks", "a\"\\\n\t\r\x01 é \xff /");
  mft_json_writer_string (writer, "tiada", NULL);
  mft_json_writer_array (writer, "isi");
  mft_json_writer_integer (writer, NULL, G_MININT64);
  mft_json_writer_object (writer, NULL);
  mft_json_writer_end (writer);
  mft_json_writer_array (writer, NULL);
  mft_json_writer_end (writer);
  mft_json_writer_null (writer, NULL);
  mft_json_writer_end (writer);
  mft_json_writer_boolean (writer, "ya", TRUE);
  mft_json_writer_object (writer, "dalam");
  mft_json_writer_boolean (writer, "tidak", FALSE);
  text = mft_json_writer_finish (writer);
  mft_test_assert_text (text, "{\n"
                              "  \"teks\": \"a\\\"\\\\\\n\\t\\r\\u0001 é \xef\xbf\xbd /\",\n"
                              "  \"tiada\": null,\n"
                              "  \"isi\": [\n"
                              "    -9223372036854775808,\n"
                              "    {},\n"
                              "    [],\n"
                              "    null\n"
                              "  ],\n"
                              "  \"ya\": true,\n"
                              "  \"dalam\": {\n"
                              "    \"tidak\": false\n"
                              "  }\n"
                              "}\n");
}

static JsonNode *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mft_json_parse (bytes, "isian.json", error);
}

static void
test_read (void)
{
  const char *text = "{\"judul\": \"[{'a\\\"\", \"lama\": 4, \"daftar\": [1, [2]]}";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = mft_json_parse_object (bytes, "isian.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (object, "judul"), ==, "[{'a\"");
  g_assert_cmpint (json_object_get_int_member (object, "lama"), ==, 4);
}

static void
test_refused (void)
{
  const char *texts[] = { "",          " ", "{",          "{\"a\":}", "{\"a\": 1} /* kata */",
                          "{'a': 1}",  "]", "{\"a\": \"", "\xff",     "{\"a\": 1}}",
                          "# kata\n{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (parse (texts[i], &error));
      g_assert_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
    }
}

static void
test_not_an_object (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[1]", 3);
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_json_parse_object (bytes, "isian.json", &error));
  g_assert_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
}

static void
test_deep (void)
{
  g_autofree char *text = g_strnfill (100000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (text, &error));
  g_assert_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_LIMIT);
}

static void
test_large (void)
{
  g_autofree char *text = g_strnfill (16 * 1024 * 1024 + 1, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (text, &error));
  g_assert_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/container/json/write", test_write);
  g_test_add_func ("/container/json/read", test_read);
  g_test_add_func ("/container/json/refused", test_refused);
  g_test_add_func ("/container/json/not-an-object", test_not_an_object);
  g_test_add_func ("/container/json/deep", test_deep);
  g_test_add_func ("/container/json/large", test_large);
  return g_test_run ();
}
