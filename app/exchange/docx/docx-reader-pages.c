/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections: the measures of pages, what stands over and under their text. */
#include "exchange/docx/docx-reader-private.h"

#include "typeset/profile.h"

#define DEPTH_MOST 16 /* of what wraps paragraphs */

static void
find_sections (MftDocxReader *self, xmlNode *parent, guint depth)
{
  for (xmlNode *at = parent->children; at != NULL && depth > 0; at = at->next)
    if (mft_docx_is (at, "sectPr"))
      g_ptr_array_add (self->sections, at);
    else if (mft_docx_is (at, "p"))
      {
        xmlNode *section = mft_docx_child (mft_docx_child (at, "pPr"), "sectPr");
        if (section != NULL)
          g_ptr_array_add (self->sections, section);
      }
    else if (at->type == XML_ELEMENT_NODE && !mft_docx_is (at, "tbl"))
      find_sections (self, at, depth - 1);
}

/* In twentieths of a point; 0 if it is not told. */
static double
measure (const xmlNode *size, const char *name)
{
  const char *value = size != NULL ? mft_docx_attribute (size, name) : NULL;

  return value != NULL ? g_ascii_strtod (value, NULL) / 20 : 0;
}

static const xmlNode *
size_of (MftDocxReader *self, guint section)
{
  return section < self->sections->len ? mft_docx_child (self->sections->pdata[section], "pgSz")
                                       : NULL;
}

void
_mft_docx_find_sections (MftDocxReader *self, xmlNode *body)
{
  const xmlNode *size;

  find_sections (self, body, DEPTH_MOST);
  size = size_of (self, 0);
  mft_import_source_paper (self->source, measure (size, "w"), measure (size, "h"));
}

gboolean
_mft_docx_is_across (MftDocxReader *self)
{
  const xmlNode *size = size_of (self, self->section);

  return measure (size, "w") > measure (size, "h");
}

/* --- headers and footers --------------------------------------------------------------------------- */

/* Fields that are open, the innermost last. */
typedef struct
{
  MftImportMargin *margin;
  GString *instruction;
  guint open;
  gboolean result; /* of a field that tells pages */
} Margin;

/* PAGE, NUMPAGES, SECTIONPAGES (ECMA-376-1 §17.16.5). */
static gboolean
tells_pages (const char *instruction)
{
  return instruction != NULL && strstr (instruction, "PAGE") != NULL
         && strstr (instruction, "PAGEREF") == NULL;
}

static void
read_mark (Margin *self, const xmlNode *mark)
{
  const char *type = mft_docx_attribute (mark, "fldCharType");

  if (g_strcmp0 (type, "begin") == 0)
    {
      self->open++;
      g_string_truncate (self->instruction, 0);
    }
  else if (g_strcmp0 (type, "separate") == 0 && tells_pages (self->instruction->str))
    {
      self->result = TRUE;
      mft_import_margin_number (self->margin);
    }
  else if (g_strcmp0 (type, "end") == 0 && self->open > 0)
    {
      if (tells_pages (self->instruction->str))
        mft_import_margin_number (self->margin);
      self->open--;
      self->result = FALSE;
    }
}

static void
take (Margin *self, const xmlNode *node)
{
  g_autofree char *words = (char *) xmlNodeGetContent (node);

  if (mft_docx_is (node, "instrText"))
    g_string_append (self->instruction, words != NULL ? words : "");
  else if (!self->result)
    mft_import_margin_words (self->margin, words != NULL ? words : "");
}

static void
read_margin (Margin *self, const xmlNode *parent)
{
  for (const xmlNode *at = parent->children; at != NULL; at = at->next)
    if (mft_docx_is (at, "t") || mft_docx_is (at, "instrText"))
      take (self, at);
    else if (mft_docx_is (at, "fldChar"))
      read_mark (self, at);
    else if (mft_docx_is (at, "fldSimple") && tells_pages (mft_docx_attribute (at, "instr")))
      mft_import_margin_number (self->margin);
    else if (mft_docx_is (at, "tab") || mft_docx_is (at, "ptab") || mft_docx_is (at, "br"))
      mft_import_margin_break (self->margin);
    else if (at->type == XML_ELEMENT_NODE && !mft_docx_is (at, "del") && !mft_docx_is (at, "pPr")
             && !g_str_equal ((const char *) at->name, "Fallback"))
      {
        read_margin (self, at);
        if (mft_docx_is (at, "p"))
          mft_import_margin_break (self->margin);
      }
}

static void
report_margin (MftDocxReader *self, const char *part)
{
  gboolean damaged = FALSE;
  g_autoptr (xmlDoc) doc = mft_docx_package_read (self->package, part, &damaged);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autoptr (MftImportMargin) margin = mft_import_margin_new ();
  g_autoptr (GString) instruction = g_string_new (NULL);
  Margin state = { .margin = margin, .instruction = instruction };

  if (damaged)
    mft_import_report_guess (self->report, 0, part, "part-unreadable", MFT_CONFIDENCE_LOW);
  if (root == NULL)
    return;
  _mft_docx_read_pictures (self, root, part);
  read_margin (&state, root);
  mft_import_source_margin (
      self->source, mft_docx_is (root, "hdr") ? MFT_SETTING_HEAD : MFT_SETTING_FOOT, margin);
}

void
_mft_docx_report_margins (MftDocxReader *self)
{
  for (guint i = 0; i < self->package->margins->len; i++)
    report_margin (self, self->package->margins->pdata[i]);
}
