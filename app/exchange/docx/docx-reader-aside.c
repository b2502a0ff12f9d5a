/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the text: notes, comments. It is told, not taken in. */
#include "exchange/docx/docx-reader-private.h"

#include "bahasa/text.h"
#include "exchange/docx/docx-names.h"

static void
collect_words (const xmlNode *node, GString *words)
{
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    {
      if (mft_docx_is (at, "t"))
        {
          g_autofree char *part = (char *) xmlNodeGetContent (at);
          g_string_append (words, part != NULL ? part : "");
        }
      else if (mft_docx_is (at, "tab") || mft_docx_is (at, "br"))
        g_string_append_c (words, ' ');
      else if (at->type == XML_ELEMENT_NODE && !mft_docx_is (at, "del")
               && !g_str_equal ((const char *) at->name, "Fallback"))
        collect_words (at, words);
      if (mft_docx_is (at, "p"))
        g_string_append_c (words, ' ');
    }
}

char *
_mft_docx_dup_words (const xmlNode *node)
{
  g_autoptr (GString) words = g_string_new (NULL);

  collect_words (node, words);
  return mft_text_normalize (words->str);
}

static const char *
attribute_2012 (const xmlNode *node, const char *name)
{
  return mft_xml_attribute (node, MFT_DOCX_SPACE_2012, name);
}

/* Paragraph → w15:commentEx. */
static GHashTable *
index_extended (xmlDoc *doc)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  for (xmlNode *at = root != NULL ? root->children : NULL; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_DOCX_SPACE_2012, "commentEx") && attribute_2012 (at, "paraId") != NULL)
      g_hash_table_insert (index, (gpointer) attribute_2012 (at, "paraId"), at);
  return index;
}

/* What is known of a comment by its last paragraph, or NULL. */
static const xmlNode *
find_extended (GHashTable *extended, const xmlNode *comment)
{
  const char *paragraph = NULL;

  for (const xmlNode *at = comment->children; at != NULL; at = at->next)
    if (mft_docx_is (at, "p"))
      paragraph = mft_xml_attribute (at, MFT_DOCX_SPACE_2010, "paraId");
  return paragraph != NULL ? g_hash_table_lookup (extended, paragraph) : NULL;
}

/* One comment; `seen`: paragraph → the comment's number from 1, for those that answer it. */
static void
report_comment (MftDocxReader *self, const xmlNode *comment, GHashTable *extended, GHashTable *seen)
{
  const char *id = mft_docx_attribute (comment, "id");
  const char *author = mft_docx_attribute (comment, "author");
  const char *date = mft_docx_attribute (comment, "date");
  const xmlNode *more = find_extended (extended, comment);
  const char *parent = more != NULL ? attribute_2012 (more, "paraIdParent") : NULL;
  g_autofree char *words = _mft_docx_dup_words (comment);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = date != NULL ? g_date_time_new_from_iso8601 (date, utc) : NULL;
  MftImportComment *told
      = mft_import_report_comment (self->report, 0, author != NULL ? author : "", words);

  if (id != NULL)
    mft_import_source_place_comment (self->source, id, told);
  if (time != NULL)
    told->time = g_date_time_format_iso8601 (time);
  if (parent != NULL)
    told->answers = GPOINTER_TO_UINT (g_hash_table_lookup (seen, parent));
  told->resolved = more != NULL && g_strcmp0 (attribute_2012 (more, "done"), "1") == 0;
  if (more != NULL)
    g_hash_table_insert (seen, (gpointer) attribute_2012 (more, "paraId"),
                         GUINT_TO_POINTER (self->report->comments->len));
}

void
_mft_docx_report_comments (MftDocxReader *self)
{
  gboolean damaged = FALSE;
  g_autoptr (xmlDoc) doc = mft_docx_package_part (self->package, "comments", &damaged);
  g_autoptr (xmlDoc) extended = mft_docx_package_part (self->package, "commentsExtended", &damaged);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autoptr (GHashTable) more = index_extended (extended);

  if (damaged)
    mft_import_report_guess (self->report, 0, "comments", "part-unreadable", MFT_CONFIDENCE_LOW);
  for (xmlNode *at = root != NULL ? root->children : NULL; at != NULL; at = at->next)
    if (mft_docx_is (at, "comment"))
      report_comment (self, at, more, seen);
}

void
_mft_docx_report_note (MftDocxReader *self, const xmlNode *reference)
{
  gboolean damaged = FALSE;
  gboolean at_end = mft_docx_is (reference, "endnoteReference");
  xmlDoc **doc = at_end ? &self->endnotes : &self->footnotes;
  const char *id = mft_docx_attribute (reference, "id");
  xmlNode *root;

  if (*doc == NULL)
    *doc = mft_docx_package_part (self->package, at_end ? "endnotes" : "footnotes", &damaged);
  root = *doc != NULL ? xmlDocGetRootElement (*doc) : NULL;
  for (xmlNode *at = root != NULL ? root->children : NULL; at != NULL; at = at->next)
    if (mft_docx_is (at, at_end ? "endnote" : "footnote")
        && g_strcmp0 (mft_docx_attribute (at, "id"), id) == 0)
      {
        g_autofree char *words = _mft_docx_dup_words (at);
        if (mft_import_has_words (words))
          mft_import_report_drop (self->report, mft_import_source_number (self->source), words);
        return;
      }
}
