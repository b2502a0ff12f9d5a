/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs: words and their look, fields, notes, text boxes, tracked changes. */
#include "exchange/docx/docx-reader-private.h"

#include "bahasa/capitals.h"

#define MATH "http://schemas.openxmlformats.org/officeDocument/2006/math"
#define COMPATIBILITY "http://schemas.openxmlformats.org/markup-compatibility/2006"

/* Words smaller than this are not meant to be read. Half points. */
#define SIZE_LEAST 8

/* Fields inside fields; more are no honest document. */
#define FIELDS_MOST 32

#define INSTRUCTION_MOST 1000

gboolean
_mft_docx_keeps (MftDocxReader *self, const xmlNode *node)
{
  gboolean inserted = mft_docx_is (node, "ins") || mft_docx_is (node, "moveTo");
  gboolean deleted = mft_docx_is (node, "del") || mft_docx_is (node, "moveFrom");

  self->report->insertions += inserted ? 1 : 0;
  self->report->deletions += deleted ? 1 : 0;
  return self->changes == MFT_CHANGES_ACCEPT ? !deleted : !inserted;
}

/* A property of a run: its own, of its style, of its paragraph's style. */
static xmlNode *
find_property (MftDocxReader *self, const xmlNode *properties, const char *name)
{
  xmlNode *found = mft_docx_child (properties, name);
  const char *style = mft_docx_value (properties, "rStyle");

  if (found == NULL && style != NULL)
    found = mft_docx_style_sheet_run_property (self->styles, style, name);
  if (found == NULL && self->style != NULL)
    found = mft_docx_style_sheet_run_property (self->styles, self->style, name);
  return found;
}

static gboolean
is_on (MftDocxReader *self, const xmlNode *properties, const char *name)
{
  const xmlNode *found = find_property (self, properties, name);

  return found != NULL && mft_docx_switch (found->parent, name) == 1;
}

static MftStyle
read_style (MftDocxReader *self, const xmlNode *properties)
{
  MftStyle style = MFT_STYLE_PLAIN;

  if (is_on (self, properties, "b"))
    style |= MFT_STYLE_BOLD;
  if (is_on (self, properties, "i"))
    style |= MFT_STYLE_ITALIC;
  return style;
}

/* Why an eye would not find these words; NULL if it would. */
static const char *
find_unseen (MftDocxReader *self, const xmlNode *properties)
{
  const xmlNode *colour = find_property (self, properties, "color");
  const xmlNode *size = find_property (self, properties, "sz");
  const char *value = colour != NULL ? mft_docx_attribute (colour, "val") : NULL;
  const char *points = size != NULL ? mft_docx_attribute (size, "val") : NULL;
  guint64 half_points;

  if (is_on (self, properties, "vanish"))
    return "hidden-text";
  if (value != NULL && g_ascii_strcasecmp (value, "FFFFFF") == 0 && !self->shaded
      && mft_docx_child (properties, "shd") == NULL
      && mft_docx_child (properties, "highlight") == NULL
      && mft_docx_child (self->properties, "shd") == NULL)
    return "white-text";
  if (points != NULL && g_ascii_string_to_unsigned (points, 10, 0, 10000, &half_points, NULL)
      && half_points < SIZE_LEAST)
    return "tiny-text";
  return NULL;
}

static MftDocxField *
innermost (MftDocxReader *self)
{
  return self->fields->len > 0 ? &g_array_index (self->fields, MftDocxField, self->fields->len - 1)
                               : NULL;
}

/* Whether an instruction is being read; and where the words lead. */
static gboolean
in_instruction (MftDocxReader *self, const char **link)
{
  *link = NULL;
  for (guint i = 0; i < self->fields->len; i++)
    {
      const MftDocxField *field = &g_array_index (self->fields, MftDocxField, i);
      if (!field->shows)
        return TRUE;
      if (field->link != NULL)
        *link = field->link;
    }
  return FALSE;
}

static void
add_words (MftDocxReader *self, const char *words, const xmlNode *properties, MftStyle style,
           const char *unseen)
{
  g_autofree char *capitals
      = is_on (self, properties, "caps") ? mft_capitals (words, MFT_CAPITALS_UPPER) : NULL;
  const char *link;

  if (in_instruction (self, &link))
    return;
  mft_import_source_words (self->source, capitals != NULL ? capitals : words, style, link);
  if (unseen != NULL)
    mft_import_source_unseen (self->source, words, unseen);
}

/* " REF _Ref123 \r \h " → "_Ref123" */
static char *
find_link (const char *instruction)
{
  g_auto (GStrv) words = g_strsplit_set (instruction, " \t\"", -1);
  gboolean refers = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == '\0')
      continue;
    else if (refers)
      return g_strdup (words[i]);
    else if (g_ascii_strcasecmp (words[i], "REF") == 0)
      refers = TRUE;
    else
      break;
  return NULL;
}

static void
read_field_mark (MftDocxReader *self, const xmlNode *node)
{
  const char *kind = mft_docx_attribute (node, "fldCharType");
  MftDocxField *field = innermost (self);

  if (g_strcmp0 (kind, "begin") == 0 && self->fields->len < FIELDS_MOST)
    {
      MftDocxField opened = { .instruction = g_string_new (NULL) };
      g_array_append_val (self->fields, opened);
    }
  else if (g_strcmp0 (kind, "separate") == 0 && field != NULL && !field->shows)
    {
      field->shows = TRUE;
      field->link = find_link (field->instruction->str);
    }
  else if (g_strcmp0 (kind, "end") == 0 && field != NULL)
    g_array_set_size (self->fields, self->fields->len - 1);
}

static void
read_instruction (MftDocxReader *self, const xmlNode *node)
{
  MftDocxField *field = innermost (self);
  g_autofree char *words = (char *) xmlNodeGetContent (node);

  if (field != NULL && !field->shows && words != NULL
      && field->instruction->len + strlen (words) <= INSTRUCTION_MOST)
    g_string_append (field->instruction, words);
}

/* Text boxes inside a drawing are read behind the paragraph. */
static void
find_boxes (MftDocxReader *self, xmlNode *node)
{
  for (xmlNode *at = node->children; at != NULL; at = at->next)
    if (mft_docx_is (at, "txbxContent"))
      g_ptr_array_add (self->boxes, at);
    else if (at->type == XML_ELEMENT_NODE)
      find_boxes (self, at);
}

static void
read_drawing (MftDocxReader *self, xmlNode *node)
{
  const char *link;

  if (in_instruction (self, &link))
    return;
  find_boxes (self, node);
  _mft_docx_read_pictures (self, node, NULL);
}

/* A symbol of a font of symbols is no letter. */
static void
read_symbol (MftDocxReader *self, const xmlNode *node, const xmlNode *properties, MftStyle style)
{
  const char *code = mft_docx_attribute (node, "char");
  guint64 character;
  char utf8[7] = { 0 };

  if (code == NULL || !g_ascii_string_to_unsigned (code, 16, 0x20, 0xdfff, &character, NULL)
      || !g_unichar_validate ((gunichar) character))
    return;
  g_unichar_to_utf8 ((gunichar) character, utf8);
  add_words (self, utf8, properties, style, NULL);
}

/* The half of mc:AlternateContent that is for us: newer drawings first, they hold the same text. */
static xmlNode *
choose_alternative (xmlNode *node)
{
  xmlNode *fallback = NULL;

  for (xmlNode *at = node->children; at != NULL; at = at->next)
    if (mft_xml_is (at, COMPATIBILITY, "Choice"))
      return at;
    else if (mft_xml_is (at, COMPATIBILITY, "Fallback"))
      fallback = at;
  return fallback;
}

static void
read_run_child (MftDocxReader *self, xmlNode *at, const xmlNode *properties, MftStyle style,
                const char *unseen)
{
  const struct
  {
    const char *name;
    const char *words;
  } marks[] = { { "tab", "\t" }, { "ptab", "\t" },         { "br", "\n" },
                { "cr", "\n" },  { "noBreakHyphen", "-" }, { "softHyphen", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (mft_docx_is (at, marks[i].name))
      {
        add_words (self, marks[i].words, properties, style, NULL);
        return;
      }
  if (mft_docx_is (at, "t") || mft_docx_is (at, "delText"))
    {
      g_autofree char *words = (char *) xmlNodeGetContent (at);
      if (words != NULL)
        add_words (self, g_strdelimit (words, "\n\r\t", ' '), properties, style, unseen);
    }
  else if (mft_docx_is (at, "fldChar"))
    read_field_mark (self, at);
  else if (mft_docx_is (at, "instrText"))
    read_instruction (self, at);
  else if (mft_docx_is (at, "sym"))
    read_symbol (self, at, properties, style);
  else if (mft_docx_is (at, "footnoteReference") || mft_docx_is (at, "endnoteReference"))
    _mft_docx_report_note (self, at);
  else if (_mft_docx_note_comment (self, at))
    return;
  else if (mft_xml_is (at, COMPATIBILITY, "AlternateContent") && choose_alternative (at) != NULL)
    read_drawing (self, choose_alternative (at));
  else if (mft_docx_is (at, "drawing") || mft_docx_is (at, "pict") || mft_docx_is (at, "object"))
    read_drawing (self, at);
}

static void
read_run (MftDocxReader *self, xmlNode *run)
{
  const xmlNode *properties = mft_docx_child (run, "rPr");
  MftStyle style = read_style (self, properties);
  const char *unseen = find_unseen (self, properties);

  for (xmlNode *at = run->children; at != NULL; at = at->next)
    if (at->type == XML_ELEMENT_NODE)
      read_run_child (self, at, properties, style, unseen);
}

/* A formula's words. */
static void
read_math (MftDocxReader *self, const xmlNode *node)
{
  g_autofree char *words = (char *) xmlNodeGetContent (node);

  if (words != NULL)
    add_words (self, words, NULL, MFT_STYLE_PLAIN, NULL);
}

/* Words that lead to a bookmark without w:fldChar: w:fldSimple, w:hyperlink. */
static void
read_linked (MftDocxReader *self, xmlNode *node)
{
  const char *instruction = mft_docx_attribute (node, "instr");
  MftDocxField field = { .shows = TRUE };

  field.instruction = g_string_new (NULL);
  field.link = instruction != NULL ? find_link (instruction)
                                   : g_strdup (mft_docx_attribute (node, "anchor"));
  g_array_append_val (self->fields, field);
  _mft_docx_read_inline (self, node);
  g_array_set_size (self->fields, self->fields->len - 1);
}

gboolean
_mft_docx_note_comment (MftDocxReader *self, const xmlNode *node)
{
  gboolean start = mft_docx_is (node, "commentRangeStart");
  gboolean end = mft_docx_is (node, "commentRangeEnd");
  /* A comment on a place has no range, only this. */
  gboolean reference = mft_docx_is (node, "commentReference");
  const char *id = mft_docx_attribute (node, "id");

  if ((start || reference) && id != NULL)
    mft_import_source_begin_comment (self->source, id);
  if ((end || reference) && id != NULL)
    mft_import_source_end_comment (self->source, id);
  return start || end || reference;
}

static void
note_bookmark (MftDocxReader *self, const xmlNode *node)
{
  const char *name = mft_docx_attribute (node, "name");

  if (name != NULL && !g_str_equal (name, "_GoBack"))
    mft_import_source_anchor (self->source, name);
}

void
_mft_docx_read_inline (MftDocxReader *self, xmlNode *parent)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    {
      if (at->type != XML_ELEMENT_NODE || !_mft_docx_keeps (self, at)
          || _mft_docx_note_comment (self, at))
        continue;
      if (mft_docx_is (at, "r"))
        read_run (self, at);
      else if (mft_docx_is (at, "fldSimple") || mft_docx_is (at, "hyperlink"))
        read_linked (self, at);
      else if (mft_docx_is (at, "bookmarkStart"))
        note_bookmark (self, at);
      else if (mft_xml_is (at, MATH, "oMath") || mft_xml_is (at, MATH, "oMathPara"))
        read_math (self, at);
      else if (mft_xml_is (at, COMPATIBILITY, "AlternateContent")
               && choose_alternative (at) != NULL)
        _mft_docx_read_inline (self, choose_alternative (at));
      else if (!mft_docx_is (at, "pPr") && !mft_docx_is (at, "sdtPr"))
        _mft_docx_read_inline (self, at);
    }
}
