/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"
#include "tree.h"
#include "written.h"

#include "agreement/edit.h"
#include "agreement/quoted-heading.h"
#include "bahasa/label.h"
#include "container/xml.h"
#include "container/zip.h"
#include "exchange/exchange.h"
#include "template/sample.h"

#define LEVELS 9
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* Counts as Word does: numbers of one abstract list share their counters, a start of its own counts
 * where the number is used first. */
typedef struct
{
  MftAgreement *agreement;
  xmlDoc *numbering;
  GHashTable *counters; /* abstract id → guint [LEVELS] */
  GHashTable *begun;    /* numbers used */
  GHashTable *shown;    /* block id → label */
  GHashTable *places;   /* names of bookmarks */
  GPtrArray *wanted;    /* names that fields and links lead to */
} Reader;

static gboolean
is (const xmlNode *node, const char *name)
{
  return mft_xml_is (node, WORD, name);
}

static const char *
value (const xmlNode *node, const char *name)
{
  return mft_xml_attribute (node, WORD, name);
}

static xmlNode *
child (xmlNode *node, const char *name)
{
  xmlNode *at = node != NULL ? mft_xml_element (node->children) : NULL;

  while (at != NULL && !is (at, name))
    at = mft_xml_element (at->next);
  return at;
}

static xmlNode *
find (xmlNode *parent, const char *name, const char *attribute, const char *wanted)
{
  for (xmlNode *at = mft_xml_element (parent->children); at != NULL;
       at = mft_xml_element (at->next))
    if (is (at, name) && g_strcmp0 (value (at, attribute), wanted) == 0)
      return at;
  g_assert_not_reached ();
}

static char *
format (const char *numeral, guint ordinal)
{
  MftLabelKind kind = g_str_equal (numeral, "decimal") ? MFT_LABEL_ANGKA : MFT_LABEL_HURUF;
  char *label = mft_label_format ((MftLabel){ .kind = kind, .ordinal = ordinal });

  g_assert_nonnull (label);
  label[strlen (label) - 1] = '\0';
  return label;
}

static char *
label_of (Reader *reader, xmlNode *properties)
{
  xmlNode *root = xmlDocGetRootElement (reader->numbering);
  const char *id = value (child (properties, "numId"), "val");
  const char *ilvl = value (child (properties, "ilvl"), "val");
  guint64 level = g_ascii_strtoull (ilvl, NULL, 10);
  xmlNode *number = find (root, "num", "numId", id);
  xmlNode *override = child (number, "lvlOverride");
  const char *abstract = value (child (number, "abstractNumId"), "val");
  xmlNode *definition = find (root, "abstractNum", "abstractNumId", abstract);
  xmlNode *lvl = find (definition, "lvl", "ilvl", ilvl);
  guint *counter = g_hash_table_lookup (reader->counters, abstract);

  if (counter == NULL)
    {
      counter = g_new0 (guint, LEVELS);
      g_hash_table_insert (reader->counters, g_strdup (abstract), counter);
    }
  if (override != NULL && g_strcmp0 (value (override, "ilvl"), ilvl) == 0
      && g_hash_table_add (reader->begun, g_strdup (id)))
    counter[level]
        = (guint) g_ascii_strtoull (value (child (override, "startOverride"), "val"), NULL, 10) - 1;
  counter[level]++;
  for (guint64 i = level + 1; i < LEVELS; i++)
    counter[i] = 0;
  g_autofree char *place = g_strdup_printf ("%%%u", (guint) level + 1);
  g_autofree char *numeral = format (value (child (lvl, "numFmt"), "val"), counter[level]);
  g_auto (GStrv) parts = g_strsplit (value (child (lvl, "lvlText"), "val"), place, 2);
  return g_strjoin (numeral, parts[0], parts[1], NULL);
}

static void
read_paragraph (Reader *reader, xmlNode *paragraph)
{
  xmlNode *numbers = child (child (paragraph, "pPr"), "numPr");
  xmlNode *bookmark = child (paragraph, "bookmarkStart");
  g_autofree char *label = numbers != NULL ? label_of (reader, numbers) : NULL;

  if (bookmark == NULL)
    return;
  g_assert_true (g_str_has_prefix (value (bookmark, "name"), "_mft_"));
  g_assert_true (g_hash_table_add (reader->places, g_strdup (value (bookmark, "name"))));
  if (label != NULL)
    g_hash_table_insert (reader->shown, g_strdup (value (bookmark, "name") + 5),
                         g_steal_pointer (&label));
}

static void
read_node (Reader *reader, xmlNode *node)
{
  if (is (node, "p"))
    read_paragraph (reader, node);
  if (is (node, "instrText"))
    {
      g_autofree char *words = g_strdup ((const char *) node->children->content);
      g_auto (GStrv) parts = g_strsplit (g_strstrip (words), " ", 3);
      g_assert_cmpstr (parts[0], ==, "REF");
      g_ptr_array_add (reader->wanted, g_strdup (parts[1]));
    }
  if (is (node, "hyperlink"))
    g_ptr_array_add (reader->wanted, g_strdup (value (node, "anchor")));
  for (xmlNode *at = mft_xml_element (node->children); at != NULL; at = mft_xml_element (at->next))
    read_node (reader, at);
}

/* Every label that Word would show is the agreement's; locked ones are typed. */
static void
assert_labels (Reader *reader)
{
  MftBlock *root = mft_agreement_get_root (reader->agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      MftLabel label;
      const char *shown = g_hash_table_lookup (reader->shown, mft_block_get_id (at));
      gboolean computed = mft_test_is_computed (at, &label);
      g_assert_cmpstr (shown, ==, computed ? mft_block_get_label (at) : NULL);
    }
}

static void
assert_written_well (MftAgreement *agreement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", &error);
  g_autoptr (GBytes) again = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (MftZip) zip = bytes != NULL ? mft_zip_open (bytes, NULL, &error) : NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  for (guint i = 0; i < mft_zip_size (zip); i++)
    xmlFreeDoc (mft_test_part (zip, mft_zip_name (zip, i)));
  g_autoptr (xmlDoc) numbering = mft_test_part (zip, "word/numbering.xml");
  g_autoptr (xmlDoc) body = mft_test_part (zip, "word/document.xml");
  g_autoptr (GHashTable) counters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { agreement, numbering, counters, begun, shown, places, wanted };

  read_node (&reader, xmlDocGetRootElement (body));
  assert_labels (&reader);
  for (guint i = 0; i < wanted->len; i++)
    g_assert_true (g_hash_table_contains (places, wanted->pdata[i]));
}

static void
test_all (void)
{
  mft_test_try_writer (assert_written_well);
}

static void
test_locked (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  mft_edit_locked_label (agreement, mft_block_get_child (body, 1), "Pasal 1A");
  mft_edit_locked_label (agreement, mft_test_first (agreement, MFT_BLOCK_AYAT), "(3)");
  assert_written_well (agreement);
}

/* The words are there, in order, without what the word processor computes. */
static void
test_words (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (xmlDoc) body = mft_test_part (zip, "word/document.xml");
  xmlChar *content = xmlNodeGetContent (xmlDocGetRootElement (body));
  const char *words = (const char *) content;

  g_assert_nonnull (strstr (words, "Jangka waktu sebagaimana dimaksud pada ayat "));
  g_assert_nonnull (strstr (words, "(1) dapat diperpanjang oleh PARA PIHAK."));
  g_assert_nonnull (strstr (words, "30 (tiga puluh) hari."));
  g_assert_nonnull (strstr (words, "26 November 2026"));
  xmlFree (content);
}

/* The heading of a Pasal that an addendum quotes stands in the middle, as a Pasal's own does. */
static void
test_quoted_heading (void)
{
  g_autoptr (MftAgreement) plain = mft_test_agreement ();
  MftBlock *root = mft_block_copy (mft_agreement_get_root (plain));
  g_autoptr (MftText) heading = mft_text_new ("JANGKA WAKTU", MFT_STYLE_PLAIN);
  g_autoptr (MftText) quoted = mft_quoted_heading_new ("Pasal 7", heading);
  MftBlock *pasal = root;

  while (mft_block_get_kind (pasal) != MFT_BLOCK_PASAL)
    pasal = mft_block_next (pasal, root);
  mft_block_append (pasal, mft_block_new (MFT_BLOCK_PARAGRAPH, quoted));
  g_autoptr (MftAgreement) agreement = mft_agreement_new (root);
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (GBytes) body = mft_zip_read (zip, "word/document.xml", NULL);
  g_autoptr (GBytes) styles = mft_zip_read (zip, "word/styles.xml", NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_autofree char *looks = g_strndup (g_bytes_get_data (styles, NULL), g_bytes_get_size (styles));
  const char *look = strstr (looks, "w:styleId=\"PasalKutipan\"");
  g_assert_nonnull (strstr (text, "<w:pStyle w:val=\"PasalKutipan\"/>"));
  g_assert_nonnull (look);
  g_assert_true (g_str_has_prefix (strstr (look, "<w:jc"), "<w:jc w:val=\"center\"/>"));
}

static char *
dup_part (GBytes *bytes, const char *name)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (GBytes) part = mft_zip_read (zip, name, NULL);

  return g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
}

/* A contact's values stand below each other, behind a tab, also where one is a field. */
static void
test_contact (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autofree char *body = dup_part (bytes, "word/document.xml");
  const char *key = strstr (body, "Telepon:</w:t></w:r>");

  g_assert_nonnull (key);
  g_assert_true (g_str_has_prefix (key, "Telepon:</w:t></w:r><w:r><w:tab/><w:t"));
}

/* Face and page numbers are the profile's. */
static void
test_profiles (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  mft_agreement_set_setting (agreement, "profil", "a4-arial");
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autofree char *header = dup_part (bytes, "word/header1.xml");
  g_autofree char *styles = dup_part (bytes, "word/styles.xml");
  g_autofree char *body = dup_part (bytes, "word/document.xml");
  g_assert_nonnull (strstr (header, "NUMPAGES"));
  g_assert_nonnull (strstr (styles, "w:ascii=\"Arial\""));
  g_assert_null (strstr (body, "w:titlePg"));
  mft_agreement_set_setting (agreement, "profil", "a4");
  g_autoptr (GBytes) usual = mft_exchange_write (agreement, "a.docx", NULL);
  g_autofree char *dashes = dup_part (usual, "word/header1.xml");
  g_autofree char *pages = dup_part (usual, "word/document.xml");
  g_assert_null (strstr (dashes, "NUMPAGES"));
  g_assert_nonnull (strstr (pages, "w:titlePg"));
}

/* A field without a value is a place to type. */
static void
test_empty_field (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_edit_field (agreement, "p1.nama", "", &error));
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (GBytes) body = mft_zip_read (zip, "word/document.xml", NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_assert_nonnull (strstr (text, "<w:tag w:val=\"mft:p1.nama\"/>"));
  g_assert_null (strstr (text, "<w:tag w:val=\"mft:jangka_waktu\"/>"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/docx-writer/all", test_all);
  g_test_add_func ("/exchange/docx-writer/locked", test_locked);
  g_test_add_func ("/exchange/docx-writer/words", test_words);
  g_test_add_func ("/exchange/docx-writer/quoted-heading", test_quoted_heading);
  g_test_add_func ("/exchange/docx-writer/contact", test_contact);
  g_test_add_func ("/exchange/docx-writer/profiles", test_profiles);
  g_test_add_func ("/exchange/docx-writer/empty-field", test_empty_field);
  return g_test_run ();
}
