/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the text: headers, footers, notes, comments. It is told, not taken in. */
#include "exchange/docx/docx-reader-private.h"

#include "bahasa/text.h"

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

/* First, even and other pages often have the same header; it is told once. */
void
_mft_docx_report_margins (MftDocxReader *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->package->margins->len; i++)
    {
      gboolean damaged = FALSE;
      g_autoptr (xmlDoc) doc
          = mft_docx_package_read (self->package, self->package->margins->pdata[i], &damaged);
      g_autofree char *words
          = doc != NULL ? _mft_docx_dup_words (xmlDocGetRootElement (doc)) : g_strdup ("");

      if (damaged)
        mft_import_report_guess (self->report, 0, self->package->margins->pdata[i],
                                 "part-unreadable", MFT_CONFIDENCE_LOW);
      if (mft_import_has_words (words) && g_hash_table_add (told, g_strdup (words)))
        mft_import_report_drop (self->report, 0, words);
    }
}

void
_mft_docx_report_comments (MftDocxReader *self)
{
  gboolean damaged = FALSE;
  g_autoptr (xmlDoc) doc = mft_docx_package_part (self->package, "comments", &damaged);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (damaged)
    mft_import_report_guess (self->report, 0, "comments", "part-unreadable", MFT_CONFIDENCE_LOW);
  for (xmlNode *at = root != NULL ? root->children : NULL; at != NULL; at = at->next)
    if (mft_docx_is (at, "comment"))
      {
        const char *id = mft_docx_attribute (at, "id");
        const char *author = mft_docx_attribute (at, "author");
        guint line = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->comments, id)) : 0;
        g_autofree char *words = _mft_docx_dup_words (at);
        mft_import_report_comment (self->report, line, author != NULL ? author : "", words);
      }
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
