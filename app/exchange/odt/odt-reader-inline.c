/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and their look, notes, comments, text boxes, tracked changes. */
#include "exchange/odt/odt-reader-private.h"

#include "bahasa/capitals.h"
#include "bahasa/text.h"

#define POINTS_LEAST 4.0 /* smaller words are not meant to be read */
#define SPACES_MOST 100

/* A look of the words: of their own style, or of their paragraph's. */
static const char *
find_look (MftOdtReader *self, const char *style, const char *space, const char *name)
{
  const char *value
      = mft_odt_style_sheet_property (self->sheet, "text", style, "text-properties", space, name);

  return value != NULL ? value
                       : mft_odt_style_sheet_property (self->sheet, "paragraph", self->style,
                                                       "text-properties", space, name);
}

static gboolean
looks (MftOdtReader *self, const char *style, const char *space, const char *name,
       const char *value)
{
  const char *found = find_look (self, style, space, name);

  return found != NULL && g_ascii_strcasecmp (found, value) == 0;
}

static MftStyle
read_style (MftOdtReader *self, const char *style)
{
  const char *weight = find_look (self, style, MFT_ODT_FO, "font-weight");
  MftStyle found = MFT_STYLE_PLAIN;

  if (weight != NULL && (g_str_equal (weight, "bold") || g_ascii_strtoull (weight, NULL, 10) > 500))
    found |= MFT_STYLE_BOLD;
  if (looks (self, style, MFT_ODT_FO, "font-style", "italic"))
    found |= MFT_STYLE_ITALIC;
  return found;
}

static const char *
find_unseen (MftOdtReader *self, const char *style)
{
  const char *size = find_look (self, style, MFT_ODT_FO, "font-size");
  const char *behind = find_look (self, style, MFT_ODT_FO, "background-color");

  if (looks (self, style, MFT_ODT_TEXT, "display", "none"))
    return "hidden-text";
  if (looks (self, style, MFT_ODT_FO, "color", "#ffffff") && self->place.table == 0
      && (behind == NULL || g_str_equal (behind, "transparent")))
    return "white-text";
  if (size != NULL && g_str_has_suffix (size, "pt") && g_ascii_strtod (size, NULL) < POINTS_LEAST)
    return "tiny-text";
  return NULL;
}

static void
add_words (MftOdtReader *self, const char *words, const char *style, const char *link)
{
  const char *unseen = find_unseen (self, style);
  g_autofree char *capitals = looks (self, style, MFT_ODT_FO, "text-transform", "uppercase")
                                  ? mft_capitals (words, MFT_CAPITALS_UPPER)
                                  : NULL;

  if (self->skipping > 0)
    return;
  mft_import_source_words (self->source, capitals != NULL ? capitals : words,
                           read_style (self, style), link);
  if (unseen != NULL)
    mft_import_source_unseen (self->source, words, unseen);
}

/* A line feed in the file is a space. */
static void
add_text (MftOdtReader *self, const xmlNode *node, const char *style, const char *link)
{
  g_autofree char *words = g_strdup ((const char *) node->content);

  g_strdelimit (words, "\n\r\t", ' ');
  add_words (self, words, style, link);
}

static char *
dup_words (xmlNode *node)
{
  g_autofree char *content = (char *) xmlNodeGetContent (node);

  return mft_text_normalize (content != NULL ? content : "");
}

static void
read_note (MftOdtReader *self, xmlNode *note)
{
  for (xmlNode *at = note->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_TEXT, "note-body"))
      {
        g_autofree char *words = dup_words (at);
        mft_import_report_drop (self->report, mft_import_source_number (self->source), words);
      }
}

static void
read_comment (MftOdtReader *self, xmlNode *comment)
{
  const char *name = mft_xml_attribute (comment, MFT_ODT_OFFICE, "name");
  g_autofree char *author = NULL;
  g_autofree char *date = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  for (xmlNode *at = comment->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_DC, "creator") && author == NULL)
      author = dup_words (at);
    else if (mft_xml_is (at, MFT_ODT_DC, "date") && date == NULL)
      date = dup_words (at);
    else if (mft_xml_is (at, MFT_ODT_TEXT, "p"))
      {
        g_autofree char *part = dup_words (at);
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", part);
      }
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = date != NULL ? g_date_time_new_from_iso8601 (date, utc) : NULL;
  MftImportComment *told
      = mft_import_report_comment (self->report, mft_import_source_number (self->source),
                                   author != NULL ? author : "", words->str);
  if (time != NULL)
    told->time = g_date_time_format_iso8601 (time);
  told->resolved = g_strcmp0 (mft_xml_attribute (comment, MFT_ODT_LOEXT, "resolved"), "true") == 0;
  g_ptr_array_add (self->comments, comment);
  if (name != NULL)
    mft_import_source_begin_comment (self->source, name);
}

static void
end_comment (MftOdtReader *self, const xmlNode *node)
{
  const char *name = mft_xml_attribute (node, MFT_ODT_OFFICE, "name");

  if (name != NULL)
    mft_import_source_end_comment (self->source, name);
}

void
_mft_odt_place_comments (MftOdtReader *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->comments->len; i++)
    {
      const xmlNode *comment = self->comments->pdata[i];
      MftImportComment *told = &g_array_index (self->report->comments, MftImportComment, i);
      const char *name = mft_xml_attribute (comment, MFT_ODT_OFFICE, "name");
      const char *parent = mft_xml_attribute (comment, MFT_ODT_LOEXT, "parent-name");
      if (parent != NULL)
        told->answers = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, parent));
      if (name == NULL)
        continue;
      mft_import_source_place_comment (self->source, name, told);
      g_hash_table_insert (numbers, (gpointer) name, GUINT_TO_POINTER (i + 1));
    }
}

static void
add_spaces (MftOdtReader *self, const xmlNode *node, const char *style)
{
  const char *count = mft_xml_attribute (node, MFT_ODT_TEXT, "c");
  guint64 spaces = 1;

  if (count != NULL)
    g_ascii_string_to_unsigned (count, 10, 1, SPACES_MOST, &spaces, NULL);
  g_autofree char *words = g_strnfill ((gsize) spaces, ' ');
  add_words (self, words, style, NULL);
}

/* A deletion that is rejected gives its words back; its paragraphs end where they ended. */
static void
restore (MftOdtReader *self, xmlNode *deletion)
{
  const char *style = self->style;
  gboolean first = TRUE;

  for (xmlNode *at = deletion->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_TEXT, "p") || mft_xml_is (at, MFT_ODT_TEXT, "h"))
      {
        if (!first)
          _mft_odt_end_paragraph (self);
        first = FALSE;
        _mft_odt_read_inline (self, at, NULL);
      }
    else if (at->type == XML_ELEMENT_NODE && !mft_xml_is (at, MFT_ODT_OFFICE, "change-info"))
      _mft_odt_read_blocks (self, at);
  self->style = style;
}

gboolean
_mft_odt_read_change (MftOdtReader *self, const xmlNode *node)
{
  gboolean start = mft_xml_is (node, MFT_ODT_TEXT, "change-start");
  gboolean end = mft_xml_is (node, MFT_ODT_TEXT, "change-end");
  const char *id = mft_xml_attribute (node, MFT_ODT_TEXT, "change-id");
  xmlNode *region = id != NULL ? g_hash_table_lookup (self->regions, id) : NULL;

  if (!start && !end && !mft_xml_is (node, MFT_ODT_TEXT, "change"))
    return FALSE;
  if (region == NULL || self->changes == MFT_CHANGES_ACCEPT)
    return TRUE;
  if (mft_xml_is (region, MFT_ODT_TEXT, "insertion"))
    self->skipping = start ? self->skipping + 1 : self->skipping - MIN (self->skipping, 1);
  else if (mft_xml_is (region, MFT_ODT_TEXT, "deletion"))
    {
      g_hash_table_remove (self->regions, id); /* once, whatever the file says */
      restore (self, region);
    }
  return TRUE;
}

static void
read_anchor (MftOdtReader *self, const xmlNode *node)
{
  const char *name = mft_xml_attribute (node, MFT_ODT_TEXT, "name");

  if (name != NULL)
    mft_import_source_anchor (self->source, name);
}

/* A frame may hold several forms of one picture: the first is the best (ODF 1.3 §10.4.2). */
void
_mft_odt_read_pictures (MftOdtReader *self, xmlNode *node, gboolean margin)
{
  const char *name = mft_xml_attribute (node, MFT_ODT_DRAW, "name");

  for (xmlNode *at = node->children; at != NULL; at = at->next)
    {
      const char *part = mft_xml_is (at, MFT_ODT_DRAW, "image")
                             ? mft_xml_attribute (at, MFT_ODT_XLINK, "href")
                             : NULL;
      g_autoptr (GBytes) bytes = part != NULL ? mft_zip_read (self->zip, part, NULL) : NULL;

      if (bytes != NULL)
        mft_import_source_picture (self->source, name != NULL ? name : part, bytes, margin);
      else if (part != NULL)
        mft_import_report_guess (self->report, mft_import_source_number (self->source), part,
                                 "picture-left-out", MFT_CONFIDENCE_LOW);
      else if (at->type == XML_ELEMENT_NODE && !mft_xml_is (at, MFT_ODT_DRAW, "text-box"))
        _mft_odt_read_pictures (self, at, margin);
      if (part != NULL)
        return;
    }
}

static void
read_frame (MftOdtReader *self, xmlNode *frame)
{
  if (self->skipping > 0)
    return;
  _mft_odt_read_pictures (self, frame, FALSE);
  g_ptr_array_add (self->boxes, frame);
}

static void read_child (MftOdtReader *self, xmlNode *at, const char *style, const char *link);

static void
read_children (MftOdtReader *self, xmlNode *parent, const char *style, const char *link)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE)
      add_text (self, at, style, link);
    else if (at->type == XML_ELEMENT_NODE && !_mft_odt_read_change (self, at))
      read_child (self, at, style, link);
}

static void
read_child (MftOdtReader *self, xmlNode *at, const char *style, const char *link)
{
  const char *own = mft_xml_attribute (at, MFT_ODT_TEXT, "style-name");
  const char *target = mft_xml_attribute (at, MFT_ODT_TEXT, "ref-name");
  const char *address = mft_xml_attribute (at, MFT_ODT_XLINK, "href");

  if (mft_xml_is (at, MFT_ODT_TEXT, "s"))
    add_spaces (self, at, style);
  else if (mft_xml_is (at, MFT_ODT_TEXT, "tab"))
    add_words (self, "\t", style, NULL);
  else if (mft_xml_is (at, MFT_ODT_TEXT, "line-break"))
    add_words (self, "\n", style, NULL);
  else if (mft_xml_is (at, MFT_ODT_TEXT, "note"))
    read_note (self, at);
  else if (mft_xml_is (at, MFT_ODT_OFFICE, "annotation"))
    read_comment (self, at);
  else if (mft_xml_is (at, MFT_ODT_OFFICE, "annotation-end"))
    end_comment (self, at);
  else if (mft_xml_is (at, MFT_ODT_TEXT, "bookmark")
           || mft_xml_is (at, MFT_ODT_TEXT, "bookmark-start")
           || mft_xml_is (at, MFT_ODT_TEXT, "reference-mark")
           || mft_xml_is (at, MFT_ODT_TEXT, "reference-mark-start"))
    read_anchor (self, at);
  else if (mft_xml_is (at, MFT_ODT_TEXT, "bookmark-ref")
           || mft_xml_is (at, MFT_ODT_TEXT, "reference-ref"))
    read_children (self, at, style, target);
  else if (mft_xml_is (at, MFT_ODT_TEXT, "a"))
    read_children (self, at, style, address != NULL && address[0] == '#' ? address + 1 : link);
  else if (mft_xml_is (at, MFT_ODT_TEXT, "hidden-text"))
    {
      const char *words = mft_xml_attribute (at, MFT_ODT_TEXT, "string-value");
      mft_import_report_drop (self->report, mft_import_source_number (self->source),
                              words != NULL ? words : "");
    }
  else if (mft_xml_is (at, MFT_ODT_DRAW, "frame") || mft_xml_is (at, MFT_ODT_DRAW, "text-box")
           || mft_xml_is (at, MFT_ODT_DRAW, "custom-shape") || mft_xml_is (at, MFT_ODT_DRAW, "g"))
    read_frame (self, at);
  else if (!mft_xml_is (at, MFT_ODT_TEXT, "number") && !mft_xml_is (at, MFT_ODT_TEXT, "ruby-text"))
    read_children (self, at, own != NULL && mft_xml_is (at, MFT_ODT_TEXT, "span") ? own : style,
                   link);
}

void
_mft_odt_read_inline (MftOdtReader *self, xmlNode *parent, const char *style)
{
  read_children (self, parent, style, NULL);
}
