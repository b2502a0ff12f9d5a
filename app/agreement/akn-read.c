/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/akn.h"

#include "agreement/akn-names.h"
#include "agreement/akn-reader.h"
#include "agreement/numbering.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "agreement/structure.h"
#include "agreement/trait.h"
#include "base/random.h"
#include "container/xml.h"

#define MAJOR 1
#define MINOR 0
#define VERSION_MOST 999999

gboolean
_mft_akn_fail (const xmlNode *node, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED,
               "\"naskah.xml\", line %ld: %s", xmlGetLineNo (node), what);
  return FALSE;
}

gboolean
_mft_akn_fail_unknown (const MftAknReader *reader, const xmlNode *node, GError **error)
{
  if (!reader->newer)
    return _mft_akn_fail (node, error, "unknown element \"%s\"", (const char *) node->name);
  g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION,
               "\"naskah.xml\", line %ld: \"%s\" comes from a newer version", xmlGetLineNo (node),
               (const char *) node->name);
  return FALSE;
}

const char *
_mft_akn_plain (const xmlNode *node, const char *name)
{
  return mft_xml_attribute (node, NULL, name);
}

const char *
_mft_akn_own (const xmlNode *node, const char *name)
{
  return mft_xml_attribute (node, MFT_AKN_OWN_SPACE, name);
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  for (; *names != NULL; names++)
    if (mft_xml_is (node, MFT_AKN_SPACE, *names))
      return TRUE;
  return FALSE;
}

/* Elements that only group: what is inside belongs to the block around. */
static gboolean
is_wrapper (const xmlNode *node)
{
  static const char *const names[]
      = { "preamble",  "conclusions", "attachments", "intro",    "content", "list",
          "blockList", "hcontainer",  "doc",         "mainBody", NULL };

  return _mft_akn_plain (node, "eId") == NULL && is_one_of (node, names);
}

/* Elements that hold the words of the block around. */
static gboolean
is_words (const xmlNode *node)
{
  static const char *const names[] = { "p", "heading", NULL };

  return _mft_akn_plain (node, "eId") == NULL && is_one_of (node, names);
}

static gboolean
check_own_attributes (const MftAknReader *reader, const xmlNode *node, GError **error)
{
  static const char *const known[]
      = { "label", "daftar", "pihak", "klausul", "alternatif", "versi", NULL };

  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    if (at->ns != NULL && g_str_equal ((const char *) at->ns->href, MFT_AKN_OWN_SPACE)
        && !g_strv_contains (known, (const char *) at->name)
        && !_mft_akn_is_trait ((const char *) at->name))
      return _mft_akn_fail_unknown (reader, node, error);
  return TRUE;
}

/* Each kind of block has its own, and each its own words. */
static gboolean
read_traits (MftBlock *block, const xmlNode *node, GError **error)
{
  for (guint i = 0; i < MFT_N_TRAITS; i++)
    {
      const char *name = _mft_akn_trait_name ((MftTrait) i);
      const char *value = name != NULL ? _mft_akn_own (node, name) : NULL;
      if (value != NULL && !mft_trait_is_value (mft_block_get_kind (block), (MftTrait) i, value))
        return _mft_akn_fail (node, error, "\"%s\" cannot be \"%s\" here", name, value);
      mft_block_set_trait (block, (MftTrait) i, value);
    }
  return TRUE;
}

static gboolean
read_attributes (MftAknReader *reader, MftBlock *block, const xmlNode *node, GError **error)
{
  const char *marks_name = _mft_akn_own (node, "daftar");
  const char *party = _mft_akn_own (node, "pihak");
  MftMarks marks = MFT_MARKS_AUTO;
  guint64 number = 0;

  if (!check_own_attributes (reader, node, error))
    return FALSE;
  if (marks_name != NULL && !_mft_akn_marks_from_name (marks_name, &marks))
    return _mft_akn_fail (node, error, "unknown kind of list \"%s\"", marks_name);
  if (party != NULL && !g_ascii_string_to_unsigned (party, 10, 1, MFT_PARTIES_MOST, &number, NULL))
    return _mft_akn_fail (node, error, "unknown party \"%s\"", party);
  mft_block_set_marks (block, marks);
  mft_block_set_party (block, (guint) number);
  mft_block_set_locked_label (block, _mft_akn_own (node, "label"));
  mft_block_set_clause (block, _mft_akn_own (node, "klausul"), _mft_akn_own (node, "alternatif"));
  return read_traits (block, node, error);
}

/* A new block for an element with an eId; NULL with an error. */
static MftBlock *
new_block (MftAknReader *reader, MftBlockKind kind, const xmlNode *node, GError **error)
{
  const char *id = _mft_akn_plain (node, "eId");
  g_autoptr (MftBlock) block = NULL;

  if (!mft_is_id (id))
    {
      _mft_akn_fail (node, error, "not a block's id: \"%s\"", id != NULL ? id : "");
      return NULL;
    }
  if (g_hash_table_contains (reader->ids, id))
    {
      _mft_akn_fail (node, error, "the id \"%s\" occurs twice", id);
      return NULL;
    }
  block = mft_block_new_with_id (kind, id, NULL);
  if (!read_attributes (reader, block, node, error))
    return NULL;
  g_hash_table_add (reader->ids, (gpointer) mft_block_get_id (block));
  return g_steal_pointer (&block);
}

static gboolean read_inside (MftAknReader *reader, MftBlock *block, xmlNode *first,
                             gboolean *has_words, GError **error);

/* What a newer minor version put among the blocks: a paragraph that says what it says, and is written
 * again as it came. */
static gboolean
keep_block (MftBlock *parent, xmlNode *node, GError **error)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new_fragment ();
  xmlChar *content = xmlNodeGetContent (node);
  g_autofree char *words = g_strstrip (g_strdup ((const char *) content));
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_free (content);
  mft_xml_writer_line (xml);
  if (!_mft_akn_keep (xml, node, error))
    return FALSE;
  g_autoptr (GBytes) bytes = mft_xml_writer_finish (xml);
  g_autofree char *markup = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  mft_block_set_trait (mft_block_append (parent, mft_block_new (MFT_BLOCK_PARAGRAPH, text)),
                       MFT_TRAIT_KEPT, markup);
  return TRUE;
}

static gboolean
read_block (MftAknReader *reader, MftBlock *parent, xmlNode *node, GError **error)
{
  const MftAknElement *element
      = mft_xml_is (node, MFT_AKN_SPACE, (const char *) node->name)
            ? _mft_akn_element_find ((const char *) node->name, _mft_akn_plain (node, "name"),
                                     _mft_akn_plain (node, "class"))
            : NULL;
  gboolean has_words = FALSE;
  MftBlock *block;

  if (element == NULL && reader->newer
      && mft_xml_is (node, MFT_AKN_OWN_SPACE, (const char *) node->name)
      && mft_structure_allows (mft_block_get_kind (parent), MFT_BLOCK_PARAGRAPH))
    return keep_block (parent, node, error);
  if (element == NULL)
    return _mft_akn_fail_unknown (reader, node, error);
  if (!mft_structure_allows (mft_block_get_kind (parent), element->kind))
    return _mft_akn_fail (node, error, "\"%s\" may not stand here", (const char *) node->name);
  block = new_block (reader, element->kind, node, error);
  if (block == NULL)
    return FALSE;
  mft_block_append (parent, block);
  if (element->words == MFT_AKN_WORDS_DIRECT)
    return _mft_akn_read_inline (reader, block, node, error);
  return read_inside (reader, block, node->children, &has_words, error);
}

static gboolean
read_words (MftAknReader *reader, MftBlock *block, xmlNode *node, gboolean *has_words,
            GError **error)
{
  if (*has_words || !mft_block_kind_has_text (mft_block_get_kind (block)))
    return _mft_akn_fail (node, error, "text where none may stand");
  *has_words = TRUE;
  return _mft_akn_read_inline (reader, block, node, error);
}

static void
read_label (MftAknReader *reader, MftBlock *block, xmlNode *node)
{
  xmlChar *words = xmlNodeGetContent (node);
  MftAknWritten written = { block, -1, g_strdup ((const char *) words) };

  g_array_append_val (reader->written, written);
  g_free (words);
}

static gboolean
is_blank (const xmlNode *node)
{
  return node->type == XML_TEXT_NODE
         && node->content[strspn ((const char *) node->content, " \t\r\n")] == '\0';
}

static gboolean
read_inside (MftAknReader *reader, MftBlock *block, xmlNode *first, gboolean *has_words,
             GError **error)
{
  for (xmlNode *node = first; node != NULL; node = node->next)
    {
      gboolean read = TRUE;

      if (is_blank (node) || mft_xml_is (node, MFT_AKN_SPACE, "meta"))
        continue;
      if (node->type != XML_ELEMENT_NODE)
        return _mft_akn_fail (node, error, "text outside a paragraph");
      if (mft_xml_is (node, MFT_AKN_SPACE, "num"))
        read_label (reader, block, node);
      else if (is_words (node))
        read = read_words (reader, block, node, has_words, error);
      else if (is_wrapper (node))
        read = read_inside (reader, block, node->children, has_words, error);
      else
        read = read_block (reader, block, node, error);
      if (!read)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_version (MftAknReader *reader, const xmlNode *doc, GError **error)
{
  const char *version = _mft_akn_own (doc, "versi");
  g_auto (GStrv) parts = g_strsplit (version != NULL ? version : "", ".", -1);
  guint64 major;
  guint64 minor;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 1, VERSION_MOST, &major, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 0, VERSION_MOST, &minor, NULL))
    return _mft_akn_fail (doc, error, "no version of the format");
  if (major > MAJOR)
    {
      g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION,
                   "\"naskah.xml\" has version %s, this program reads up to %d", version, MAJOR);
      return FALSE;
    }
  reader->newer = minor > MINOR;
  g_snprintf (reader->version, sizeof reader->version, "%u.%u", (guint) major, (guint) minor);
  return TRUE;
}

static xmlNode *
find_child (xmlNode *node, const char *name)
{
  for (node = mft_xml_element (node->children); node != NULL; node = mft_xml_element (node->next))
    if (mft_xml_is (node, MFT_AKN_SPACE, name))
      return node;
  return NULL;
}

static MftAgreement *
read_agreement (MftAknReader *reader, xmlNode *root, GError **error)
{
  xmlNode *doc = mft_xml_is (root, MFT_AKN_SPACE, "akomaNtoso") ? find_child (root, "doc") : NULL;
  xmlNode *meta = doc != NULL ? find_child (doc, "meta") : NULL;
  xmlNode *proprietary = meta != NULL ? find_child (meta, "proprietary") : NULL;
  g_autoptr (MftBlock) tree = NULL;
  g_autoptr (MftAgreement) agreement = NULL;
  gboolean has_words = FALSE;

  if (doc == NULL || g_strcmp0 (_mft_akn_plain (doc, "name"), "pks") != 0)
    {
      _mft_akn_fail (root, error, "not an agreement");
      return NULL;
    }
  if (!read_version (reader, doc, error))
    return NULL;
  tree = new_block (reader, MFT_BLOCK_AGREEMENT, doc, error);
  if (tree == NULL || !read_inside (reader, tree, doc->children, &has_words, error))
    return NULL;
  if (!mft_structure_check_tree (tree, NULL))
    {
      _mft_akn_fail (doc, error, "not the structure of an agreement");
      return NULL;
    }
  agreement = mft_agreement_new (g_steal_pointer (&tree));
  if (proprietary != NULL && !_mft_akn_read_proprietary (reader, agreement, proprietary, error))
    return NULL;
  return g_steal_pointer (&agreement);
}

static const MftRun *
find_atom (MftText *text, int atom)
{
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->kind != MFT_RUN_TEXT && atom-- == 0)
        return run;
    }
  return NULL;
}

static void
free_mismatch (gpointer data)
{
  MftAknMismatch *mismatch = data;

  g_free (mismatch->id);
  g_free (mismatch->written);
  g_free (mismatch->computed);
  g_free (mismatch);
}

/* Compares what the file said with what we compute. */
static GPtrArray *
find_mismatches (const MftAknReader *reader, MftAgreement *agreement)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_mismatch);

  for (guint i = 0; i < reader->written->len; i++)
    {
      const MftAknWritten *written = &g_array_index (reader->written, MftAknWritten, i);
      MftText *text = mft_block_get_text (written->block);
      const MftRun *run = written->atom >= 0 ? find_atom (text, written->atom) : NULL;
      MftShownState state;
      g_autofree char *computed = run != NULL
                                      ? mft_shown_run (agreement, written->block, run, &state)
                                      : g_strdup (mft_block_get_label (written->block));

      if (g_strcmp0 (computed, written->words) != 0)
        {
          MftAknMismatch *mismatch = g_new (MftAknMismatch, 1);
          mismatch->id = g_strdup (mft_block_get_id (written->block));
          mismatch->written = g_strdup (written->words);
          mismatch->computed = g_steal_pointer (&computed);
          g_ptr_array_add (found, mismatch);
        }
    }
  return found;
}

static void
clear_written (gpointer data)
{
  g_free (((MftAknWritten *) data)->words);
}

MftAgreement *
mft_akn_read (GBytes *bytes, GPtrArray **mismatches, GError **error)
{
  g_autoptr (xmlDoc) doc = mft_xml_parse (bytes, "naskah.xml", NULL, error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (MftAknWritten));
  MftAknReader reader = { .ids = ids, .written = written };
  MftAgreement *agreement;

  if (doc == NULL)
    return NULL;
  g_array_set_clear_func (written, clear_written);
  agreement = read_agreement (&reader, xmlDocGetRootElement (doc), error);
  if (agreement != NULL && reader.newer)
    mft_agreement_set_setting (agreement, MFT_AKN_KEPT_VERSION, reader.version);
  if (agreement != NULL && mismatches != NULL)
    *mismatches = find_mismatches (&reader, agreement);
  return agreement;
}
