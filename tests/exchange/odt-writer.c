/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"
#include "written.h"

#include "agreement/edit.h"
#include "bahasa/label.h"
#include "container/xml.h"
#include "container/zip.h"
#include "exchange/exchange.h"

#define LEVELS 10
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

/* Counts as ODF does: a list that continues another goes on with its numbers in every level. */
typedef struct
{
  GHashTable *counters; /* id of a list → guint [LEVELS] */
  GHashTable *shown;    /* block id → ordinal */
  GHashTable *places;
  GPtrArray *wanted;
} Reader;

static xmlNode *
first (xmlNode *node, const char *name)
{
  for (xmlNode *at = mft_xml_element (node->children); at != NULL; at = mft_xml_element (at->next))
    if (mft_xml_is (at, TEXT, name))
      return at;
  return NULL;
}

static const char *
value (const xmlNode *node, const char *name)
{
  return mft_xml_attribute (node, TEXT, name);
}

static void
note_place (Reader *reader, xmlNode *paragraph, guint ordinal)
{
  xmlNode *bookmark = first (paragraph, "bookmark-start");

  if (bookmark == NULL)
    return;
  g_assert_true (g_hash_table_add (reader->places, g_strdup (value (bookmark, "name"))));
  if (ordinal > 0)
    g_hash_table_insert (reader->shown, g_strdup (value (bookmark, "name") + strlen ("_mft_")),
                         GUINT_TO_POINTER (ordinal));
}

static void
read_list (Reader *reader, xmlNode *list)
{
  const char *id
      = (const char *) mft_xml_attribute (list, "http://www.w3.org/XML/1998/namespace", "id");
  const char *before = value (list, "continue-list");
  guint *counter = g_new0 (guint, LEVELS);
  guint level = 0;

  if (before != NULL)
    memcpy (counter, g_hash_table_lookup (reader->counters, before), LEVELS * sizeof *counter);
  xmlNode *item = first (list, "list-item");
  for (; first (item, "list") != NULL; level++)
    item = first (first (item, "list"), "list-item");
  counter[level] = value (item, "start-value") != NULL
                       ? (guint) g_ascii_strtoull (value (item, "start-value"), NULL, 10)
                       : counter[level] + 1;
  for (guint i = level + 1; i < LEVELS; i++)
    counter[i] = 0;
  g_hash_table_insert (reader->counters, g_strdup (id), counter);
  note_place (reader, mft_xml_element (item->children), counter[level]);
}

static void
read_node (Reader *reader, xmlNode *node)
{
  if (mft_xml_is (node, TEXT, "list"))
    {
      if (value (node, "style-name") != NULL)
        read_list (reader, node);
    }
  else if (mft_xml_is (node, TEXT, "bookmark-ref"))
    g_ptr_array_add (reader->wanted, g_strdup (value (node, "ref-name")));
  else if (mft_xml_is (node, TEXT, "a"))
    g_ptr_array_add (
        reader->wanted,
        g_strdup (mft_xml_attribute (node, "http://www.w3.org/1999/xlink", "href") + 1));
  else if (mft_xml_is (node, TEXT, "p") && !mft_xml_is (node->parent, TEXT, "list-item"))
    note_place (reader, node, 0);
  else if (mft_xml_is (node, TEXT, "h") && !mft_xml_is (node->parent, TEXT, "list-item"))
    note_place (reader, node, 0);
  for (xmlNode *at = mft_xml_element (node->children); at != NULL; at = mft_xml_element (at->next))
    read_node (reader, at);
}

static void
assert_ordinals (Reader *reader, MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      MftLabel label;
      guint shown = GPOINTER_TO_UINT (g_hash_table_lookup (reader->shown, mft_block_get_id (at)));
      gboolean computed = mft_test_is_computed (at, &label);
      g_assert_cmpuint (shown, ==, computed ? label.ordinal : 0);
    }
}

static void
assert_written_well (MftAgreement *agreement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.odt", &error);
  g_autoptr (GBytes) again = mft_exchange_write (agreement, "a.odt", NULL);
  g_autoptr (MftZip) zip = bytes != NULL ? mft_zip_open (bytes, NULL, &error) : NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpstr (mft_zip_name (zip, 0), ==, "mimetype");
  for (guint i = 1; i < mft_zip_size (zip); i++)
    xmlFreeDoc (mft_test_part (zip, mft_zip_name (zip, i)));
  g_autoptr (xmlDoc) content = mft_test_part (zip, "content.xml");
  g_autoptr (GHashTable) counters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { counters, shown, places, wanted };

  read_node (&reader, xmlDocGetRootElement (content));
  assert_ordinals (&reader, agreement);
  for (guint i = 0; i < wanted->len; i++)
    g_assert_true (g_hash_table_contains (places, wanted->pdata[i]));
}

static void
test_all (void)
{
  mft_test_try_writer (assert_written_well);
}

/* HTML is well-formed, has every word and label, and its links lead somewhere. */
/* A file for itself: every address in it leads to a place in it, and it asks for nothing else. */
static void
assert_self_contained (const char *html)
{
  static const char *const outside[] = { "<link", "<script",    "<iframe",  "@import",
                                         "url(",  "src=\"http", "src=\"//", "src=\"file" };

  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_null (strstr (html, outside[i]));
  for (const char *at = strstr (html, "href=\""); at != NULL; at = strstr (at + 1, "href=\""))
    {
      const char *name = at + strlen ("href=\"");
      g_autofree char *place
          = g_strdup_printf ("id=\"%.*s\"", (int) strcspn (name + 1, "\""), name + 1);
      g_assert_cmpint (*name, ==, '#');
      g_assert_nonnull (strstr (html, place));
    }
}

/* A screen reader knows the language, and finds one title with the Pasal below it. */
static void
assert_accessible (const char *html)
{
  g_auto (GStrv) titles = g_strsplit (html, "<h1", -1);

  g_assert_nonnull (strstr (html, " lang=\"id\""));
  g_assert_nonnull (strstr (html, "<title>"));
  g_assert_cmpuint (g_strv_length (titles), ==, 2);
  g_assert_null (strstr (titles[0], "<h2"));
  g_assert_nonnull (strstr (titles[1], "<h2"));
  g_assert_nonnull (strstr (html, "<th scope=\"col\""));
  g_assert_nonnull (strstr (html, "<main>\n<header>"));
  g_assert_nonnull (strstr (html, "<ol role=\"list\">"));
  g_assert_null (strstr (html, "<ol>"));
}

/* All rows under the head are one group. */
static void
test_html_table (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *table = mft_agreement_get_part (agreement, MFT_BLOCK_ATTACHMENT);

  while (table != NULL && mft_block_get_kind (table) != MFT_BLOCK_TABLE)
    table = mft_block_next (table, mft_agreement_get_root (agreement));
  g_assert_nonnull (table);
  MftBlock *row = mft_block_new (MFT_BLOCK_ROW, NULL);
  mft_block_append (row, mft_block_new (MFT_BLOCK_CELL, NULL));
  mft_block_append (row, mft_block_new (MFT_BLOCK_CELL, NULL));
  g_assert_true (mft_edit_insert (agreement, table, mft_block_n_children (table), row, NULL));
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.html", NULL);
  g_autofree char *html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) bodies = g_strsplit (html, "<tbody>", -1);
  g_auto (GStrv) rows = g_strsplit (html, "<tr>", -1);
  g_assert_cmpuint (g_strv_length (bodies), ==, 2);
  g_assert_cmpuint (g_strv_length (rows), ==, 4);
}

static void
test_html (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
  g_autoptr (MftText) markup = mft_text_new ("<b>A & B</b> ", MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (agreement, pasal, 0, 0, markup, NULL));
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.html", NULL);
  g_autofree char *html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GError) error = NULL;
  const char *root = strstr (html, "<html");

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n"));
  g_autoptr (GBytes) tree = g_bytes_new (root, strlen (root));
  document = mft_xml_parse (tree, "a.html", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (html, "&lt;b&gt;A &amp; B&lt;/b&gt; RUANG LINGKUP"));
  g_assert_nonnull (strstr (html, "<span class=\"nomor\">(1)</span>"));
  assert_self_contained (html);
  assert_accessible (html);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/odt-writer/all", test_all);
  g_test_add_func ("/exchange/html-writer/whole", test_html);
  g_test_add_func ("/exchange/html-writer/whole-table", test_html_table);
  return g_test_run ();
}
