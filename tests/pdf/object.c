/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "pdf/error.h"
#include "pdf/parser.h"

static MftPdfObject *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  MftPdfParser parser = mft_pdf_parser (source, 0, G_MAXINT64);

  return mft_pdf_parser_object (&parser, error);
}

static MftPdfObject *
parse_well (const char *text)
{
  g_autoptr (GError) error = NULL;
  MftPdfObject *object = parse (text, &error);

  g_assert_no_error (error);
  return object;
}

static void
test_kinds (void)
{
  g_autoptr (MftPdfObject) dict
      = parse_well ("<</A#20B[1 -2 +3 4.5 -.25 6 0 R true null]%x\n/C<</D(a)>>/E/F/G<4a4>>>");
  const MftPdfObject *array = mft_pdf_dict_get (dict, "A B");
  guint32 generation;
  gsize size;

  g_assert_cmpuint (mft_pdf_dict_size (dict), ==, 4);
  g_assert_cmpuint (mft_pdf_array_size (array), ==, 8);
  g_assert_cmpint (mft_pdf_object_get_integer (mft_pdf_array_item (array, 1), 0), ==, -2);
  g_assert_cmpint (mft_pdf_object_get_integer (mft_pdf_array_item (array, 2), 0), ==, 3);
  g_assert_cmpfloat (mft_pdf_object_get_number (mft_pdf_array_item (array, 3), 0), ==, 4.5);
  g_assert_cmpfloat (mft_pdf_object_get_number (mft_pdf_array_item (array, 4), 0), ==, -0.25);
  g_assert_cmpuint (mft_pdf_object_get_reference (mft_pdf_array_item (array, 5), &generation), ==,
                    6);
  g_assert_true (mft_pdf_object_get_boolean (mft_pdf_array_item (array, 6), FALSE));
  g_assert_true (mft_pdf_object_is (mft_pdf_array_item (array, 7), MFT_PDF_NULL));
  g_assert_true (mft_pdf_object_is_name (mft_pdf_dict_get (dict, "E"), "F"));
  g_assert_cmpstr (mft_pdf_object_get_string (mft_pdf_dict_get (dict, "G"), &size), ==, "J@");
  g_assert_cmpuint (size, ==, 2);
  g_assert_cmpint (mft_pdf_object_start (mft_pdf_dict_get (dict, "C")), ==, 47);
  g_assert_cmpint (mft_pdf_object_end (mft_pdf_dict_get (dict, "C")), ==, 56);
}

static void
test_strings (void)
{
  static const char *const cases[][2] = {
    { "(a(b)c)", "a(b)c" },
    { "(a\\(b)", "a(b" },
    { "(a\\\nb\\\r\nc)", "abc" },
    { "(a\r\nb\rc)", "a\nb\nc" },
    { "(\\101\\1012\\7x\\q)", "AA2\007xq" },
    { "<48 65\n6c6C6f>", "Hello" },
    { "<>", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftPdfObject) string = parse_well (cases[i][0]);
      g_assert_cmpstr (mft_pdf_object_get_string (string, NULL), ==, cases[i][1]);
    }
}

/* Longer than a source's window, with white space at odd places. */
static void
test_long_string (void)
{
  g_autoptr (GString) text = g_string_new ("<");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp (NULL, &path, &error);
  gsize size;

  g_assert_no_error (error);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%02x%s", i & 0xff, i % 997 == 0 ? "\n" : "");
  g_string_insert (text, 70001, " ");
  g_string_append (text, "5>");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, &error));
  close (fd);
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  MftPdfParser parser = mft_pdf_parser (source, 0, G_MAXINT64);
  g_autoptr (MftPdfObject) string = mft_pdf_parser_object (&parser, &error);
  g_assert_no_error (error);
  const char *bytes = mft_pdf_object_get_string (string, &size);
  g_assert_cmpuint (size, ==, 100001);
  for (guint i = 0; i < 100000; i++)
    g_assert_cmpuint ((guint8) bytes[i], ==, i & 0xff);
  g_assert_cmpuint ((guint8) bytes[100000], ==, 0x50);
  g_assert_cmpint (parser.at, ==, (goffset) text->len);
}

static void
test_refused (void)
{
  static const char *const cases[]
      = { "",      "(a",  "<4x>",      "<</A>>",  "<</A 1",  "[1 2",     "--5", "4.5.6",
          "5a",    "nul", "<</A 1/B>", "<<1 2>>", "/a#00b",  ".",        "]",   ">>",
          "(a\\)", "1-2", "true1",     "<4",      "[1 2 >>", "<<(a) 1>>" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MftPdfObject) object = parse (cases[i], &error);
      if (object != NULL)
        g_error ("'%s' was taken", cases[i]);
      g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
    }
}

static void
test_limits (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *long_name = g_strnfill (100000, 'x');
  g_autoptr (GError) depth = NULL;
  g_autoptr (GError) name = NULL;
  g_autoptr (GError) number = NULL;

  long_name[0] = '/';
  g_assert_null (parse (deep, &depth));
  g_assert_error (depth, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT);
  g_assert_null (parse (long_name, &name));
  g_assert_error (name, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT);
  g_assert_null (parse ("99999999999999999999", &number));
  g_assert_error (number, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT);
}

static void
test_duplicate_keys (void)
{
  g_autoptr (MftPdfObject) plain = parse_well ("<</A 1/B 2>>");
  g_autoptr (MftPdfObject) twice = parse_well ("<</A 1/B[<</C 1/C 2>>]>>");

  g_assert_false (mft_pdf_dict_has_duplicates (plain));
  g_assert_true (mft_pdf_dict_has_duplicates (twice));
}

static void
test_texts (void)
{
  static const char *const cases[][2] = {
    { "(PIHAK_KESATU)", "PIHAK_KESATU" },
    { "(\\200 \\240)", "\u2022 \u20ac" },
    { "<FEFF0041D83DDE00>", "A\U0001f600" },
    { "<FFFE4100>", "A" },
    { "<EFBBBFC3A9>", "\u00e9" },
    { "<FEFFD800>", "\ufffd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftPdfObject) string = parse_well (cases[i][0]);
      g_autofree char *text = mft_pdf_object_dup_text (string);
      g_assert_cmpstr (text, ==, cases[i][1]);
    }
  g_autoptr (MftPdfObject) made = mft_pdf_object_new_text ("caf\u00e9 \U0001f600");
  g_autofree char *back = mft_pdf_object_dup_text (made);
  g_assert_cmpstr (back, ==, "caf\u00e9 \U0001f600");
}

static void
test_copy_and_change (void)
{
  g_autoptr (MftPdfObject) dict = parse_well ("<</A 1/B[1 2]>>");
  g_autoptr (MftPdfObject) copy = mft_pdf_object_copy (dict);

  g_assert_true (mft_pdf_object_equal (dict, copy));
  mft_pdf_dict_set (copy, "A", mft_pdf_object_new_integer (2));
  mft_pdf_dict_set (copy, "C", mft_pdf_object_new_name ("x"));
  g_assert_false (mft_pdf_object_equal (dict, copy));
  mft_pdf_dict_remove (copy, "C");
  mft_pdf_dict_set (copy, "A", mft_pdf_object_new_integer (1));
  g_assert_true (mft_pdf_object_equal (dict, copy));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pdf/object/kinds", test_kinds);
  g_test_add_func ("/pdf/object/strings", test_strings);
  g_test_add_func ("/pdf/object/long-string", test_long_string);
  g_test_add_func ("/pdf/object/refused", test_refused);
  g_test_add_func ("/pdf/object/limits", test_limits);
  g_test_add_func ("/pdf/object/duplicates", test_duplicate_keys);
  g_test_add_func ("/pdf/object/texts", test_texts);
  g_test_add_func ("/pdf/object/copy", test_copy_and_change);
  return g_test_run ();
}
