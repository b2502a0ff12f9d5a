/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "container/error.h"
#include "container/xml.h"
#include "container/xml-writer.h"

static xmlDoc *
parse (const char *text, const MftXmlLimits *limits, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mft_xml_parse (bytes, "naskah.xml", limits, error);
}

static void
assert_fails (const char *text, const MftXmlLimits *limits, MftContainerError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse (text, limits, &error);

  g_assert_null (doc);
  g_assert_error (error, MFT_CONTAINER_ERROR, (int) code);
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc
      = parse ("<a xmlns='urn:a' xmlns:b='urn:b' k='1' b:k='&lt;x&#65;&quot;&amp;' leer=''>\n"
               "<?p q?><!-- kata --><b:c>isi &amp; <![CDATA[<isi>]]></b:c></a>",
               NULL, &error);
  xmlNode *root;
  xmlNode *child;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  root = xmlDocGetRootElement (doc);
  g_assert_true (mft_xml_is (root, "urn:a", "a"));
  g_assert_false (mft_xml_is (root, NULL, "a"));
  g_assert_cmpstr (mft_xml_attribute (root, NULL, "k"), ==, "1");
  g_assert_cmpstr (mft_xml_attribute (root, "urn:b", "k"), ==, "<xA\"&");
  g_assert_cmpstr (mft_xml_attribute (root, NULL, "leer"), ==, "");
  g_assert_null (mft_xml_attribute (root, "urn:a", "k"));
  child = mft_xml_element (root->children);
  g_assert_true (mft_xml_is (child, "urn:b", "c"));
  text = (char *) xmlNodeGetContent (child);
  g_assert_cmpstr (text, ==, "isi & <isi>");
  g_assert_null (mft_xml_element (child->next));
}

static void
test_refused (void)
{
  assert_fails ("<!DOCTYPE a><a/>", NULL, MFT_CONTAINER_ERROR_REFUSED);
  assert_fails ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", NULL,
                MFT_CONTAINER_ERROR_REFUSED);
  assert_fails ("<!DOCTYPE a SYSTEM \"http://sasaran.example/a.dtd\"><a/>", NULL,
                MFT_CONTAINER_ERROR_REFUSED);
  assert_fails ("<a>&x;</a>", NULL, MFT_CONTAINER_ERROR_DAMAGED);
  assert_fails ("<a k='&x;'/>", NULL, MFT_CONTAINER_ERROR_DAMAGED);
}

static void
test_billion_laughs (void)
{
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE a [<!ENTITY l0 \"ha\">");

  for (int i = 1; i < 12; i++)
    {
      g_string_append_printf (text, "<!ENTITY l%d \"", i);
      for (int j = 0; j < 10; j++)
        g_string_append_printf (text, "&l%d;", i - 1);
      g_string_append (text, "\">");
    }
  g_string_append (text, "]><a k=\"&l11;\">&l11;</a>");
  assert_fails (text->str, NULL, MFT_CONTAINER_ERROR_REFUSED);
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("<a>");
  MftXmlLimits few = { .size = 4096, .depth = 3, .nodes = 10 };

  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  assert_fails (deep->str, NULL, MFT_CONTAINER_ERROR_LIMIT);
  for (int i = 0; i < 20; i++)
    g_string_append (wide, "<b/>");
  g_string_append (wide, "</a>");
  assert_fails (wide->str, &few, MFT_CONTAINER_ERROR_LIMIT);
  assert_fails ("<a a='' b='' c='' d='' e='' f='' g='' h='' i='' j=''/>", &few,
                MFT_CONTAINER_ERROR_LIMIT);
  assert_fails ("<a><a><a><a/></a></a></a>", &few, MFT_CONTAINER_ERROR_LIMIT);
  few.size = 3;
  assert_fails ("<aa/>", &few, MFT_CONTAINER_ERROR_LIMIT);
}

static void
test_error_tells_the_line (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse ("<a>\n<b>\n</a>", NULL, &error);

  g_assert_null (doc);
  g_assert_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "naskah.xml"));
  g_assert_nonnull (strstr (error->message, "line 3"));
}

static void
test_truncated (void)
{
  const char *text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a k=\"1\"><b>isi é</b></a>";

  for (gsize cut = 0; cut < strlen (text); cut++)
    {
      g_autofree char *part = g_strndup (text, cut);
      assert_fails (part, NULL, MFT_CONTAINER_ERROR_DAMAGED);
    }
}

static void
test_write (void)
{
  g_autoptr (MftXmlWriter) writer = mft_xml_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  mft_xml_writer_start (writer, "a");
  mft_xml_writer_attribute (writer, "z", "1 < \"2\" & \n\t");
  mft_xml_writer_attribute (writer, "tidak", NULL);
  mft_xml_writer_attribute (writer, "b", "");
  mft_xml_writer_line (writer);
  mft_xml_writer_element (writer, "p", "e\xcc\x81 \"<&>\" \r\n \x01 \xff");
  mft_xml_writer_line (writer);
  mft_xml_writer_element (writer, "kosong", "");
  bytes = mft_xml_writer_finish (writer);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<a z=\"1 &lt; &quot;2&quot; &amp; &#10;&#9;\" b=\"\">\n"
                   "<p>\xc3\xa9 \"&lt;&amp;&gt;\" &#13;\n \xef\xbf\xbd \xef\xbf\xbd</p>\n"
                   "<kosong/></a>\n");
}

/* What the writer wrote, the parser gives back. */
static void
test_round_trip (void)
{
  const char *value = " \t\r\n<>&\"' “é” ]]> ";
  g_autoptr (MftXmlWriter) writer = mft_xml_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *text = NULL;

  mft_xml_writer_start (writer, "a");
  mft_xml_writer_attribute (writer, "k", value);
  mft_xml_writer_text (writer, value);
  bytes = mft_xml_writer_finish (writer);
  doc = mft_xml_parse (bytes, "a", NULL, &error);
  g_assert_no_error (error);
  text = (char *) xmlNodeGetContent (xmlDocGetRootElement (doc));
  g_assert_cmpstr (text, ==, value);
  g_assert_cmpstr (mft_xml_attribute (xmlDocGetRootElement (doc), NULL, "k"), ==, value);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/container/xml/read", test_read);
  g_test_add_func ("/container/xml/refused", test_refused);
  g_test_add_func ("/container/xml/billion-laughs", test_billion_laughs);
  g_test_add_func ("/container/xml/limits", test_limits);
  g_test_add_func ("/container/xml/line", test_error_tells_the_line);
  g_test_add_func ("/container/xml/truncated", test_truncated);
  g_test_add_func ("/container/xml/write", test_write);
  g_test_add_func ("/container/xml/round-trip", test_round_trip);
  return g_test_run ();
}
