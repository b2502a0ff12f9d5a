/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a request: what JSON reads back is what went in. */
#include "remote/body.h"
#include "support.h"

#include <json-glib/json-glib.h>

static JsonObject *
read_back (MftBody *body, JsonNode **node)
{
  g_autoptr (GBytes) bytes = mft_body_steal (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;

  *node = json_from_string (text, &error);
  g_assert_no_error (error);
  return json_node_get_object (*node);
}

/* Passphrases hold whatever people type. */
static void
test_members (void)
{
  static const char *const values[] = {
    "", "rahasia", "\"},{\"nik\":\"1\"", "\\", "\\\"", "baris\nbaru\ttab\001", "sandi é 漢 😀"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_auto (MftBody) body = { 0 };
      g_autoptr (JsonNode) node = NULL;
      mft_body_append_text (&body, "{");
      mft_body_append_member (&body, "nik", "3171010101900003");
      mft_body_append_member (&body, "passphrase", values[i]);
      mft_body_append_text (&body, "}");
      JsonObject *object = read_back (&body, &node);
      g_assert_cmpuint (json_object_get_size (object), ==, 2);
      g_assert_cmpstr (json_object_get_string_member (object, "passphrase"), ==, values[i]);
    }
}

/* Pieces meet without padding between them, whatever the size. */
static void
test_base64 (void)
{
  static const gsize sizes[] = { 0, 1, 2, 3, 2999, 3000, 3001, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (MftBody) body = { 0 };
      g_autofree guint8 *data = g_malloc (sizes[i] + 1);
      for (gsize at = 0; at < sizes[i]; at++)
        data[at] = (guint8) (at * 31 + i);
      g_autoptr (GBytes) in = g_bytes_new (data, sizes[i]);
      mft_body_append_base64 (&body, in);
      mft_body_append (&body, "", 1);
      g_autoptr (GBytes) text = mft_body_steal (&body);
      gsize size;
      g_autofree guchar *out = g_base64_decode (g_bytes_get_data (text, NULL), &size);
      g_assert_cmpmem (out, size, data, sizes[i]);
    }
}

/* After it was given away it is an empty one. */
static void
test_steal (void)
{
  g_auto (MftBody) body = { 0 };

  mft_body_append_text (&body, "satu");
  g_autoptr (GBytes) first = mft_body_steal (&body);
  mft_body_append_text (&body, "dua");
  g_autoptr (GBytes) second = mft_body_steal (&body);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), "satu", 4);
  g_assert_cmpmem (g_bytes_get_data (second, NULL), g_bytes_get_size (second), "dua", 3);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/remote/body/members", test_members);
  g_test_add_func ("/remote/body/base64", test_base64);
  g_test_add_func ("/remote/body/steal", test_steal);
  return g_test_run ();
}
