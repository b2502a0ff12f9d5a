/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/comments.h"
#include "exchange/docx/docx-names.h"
#include "exchange/docx/docx-parts.h"

#define CELL_PADDING 4.0

typedef struct
{
  const MftFlow *flow;
  MftXmlWriter *xml;
  MftReview *review;  /* NULL: no comments */
  GPtrArray *threads; /* MftThread, as they come */
  guint remarks;
  GArray *numbers; /* MftDocxNumber */
  GArray *current; /* guint [MFT_FLOW_LEVELS] of each list: the number that each level uses */
  guint bookmarks;
  guint controls;
  guint pictures;
  const MftFlowItem *table;
  guint column;
  guint section;         /* that is being written */
  const char *family;    /* its face, NULL: the styles' */
  gboolean section_ends; /* with the paragraph that is being written */
} Writer;

void
mft_docx_empty (MftXmlWriter *xml, const char *name)
{
  mft_xml_writer_start (xml, name);
  mft_xml_writer_end (xml);
}

void
mft_docx_val (MftXmlWriter *xml, const char *name, const char *value)
{
  mft_xml_writer_start (xml, name);
  mft_xml_writer_attribute (xml, "w:val", value);
  mft_xml_writer_end (xml);
}

void
mft_docx_attribute_number (MftXmlWriter *xml, const char *name, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  mft_xml_writer_attribute (xml, name, text);
}

void
mft_docx_val_number (MftXmlWriter *xml, const char *name, int value)
{
  mft_xml_writer_start (xml, name);
  mft_docx_attribute_number (xml, "w:val", value);
  mft_xml_writer_end (xml);
}

int
mft_docx_twips (double points)
{
  return (int) (points * 20 + (points < 0 ? -0.5 : 0.5));
}

/* A level that begins anew needs a number of its own. What stands below a level uses the same one, so
 * that programs that count each number for itself begin again too. */
static guint
number_of (Writer *writer, const MftFlowItem *item)
{
  guint *levels = &g_array_index (writer->current, guint, (item->list - 1) * MFT_FLOW_LEVELS);

  if (item->start > 0)
    {
      MftDocxNumber number = { item->list, item->level, item->start };
      g_array_append_val (writer->numbers, number);
      levels[item->level] = writer->numbers->len;
    }
  for (guint i = item->level + 1; i < MFT_FLOW_LEVELS; i++)
    levels[i] = levels[item->level];
  return levels[item->level];
}

static void
write_indent (Writer *writer, const MftFlowItem *item)
{
  MftXmlWriter *xml = writer->xml;

  if (item->left <= 0 && item->list == 0)
    return;
  mft_xml_writer_start (xml, "w:ind");
  mft_docx_attribute_number (xml, "w:left", mft_docx_twips (item->left));
  mft_docx_attribute_number (xml, "w:hanging", mft_docx_twips (item->hanging));
  mft_xml_writer_end (xml);
}

/* "… sebagai berikut:" stays with what follows. */
static gboolean
introduces (const MftFlowItem *item)
{
  const MftFlowSpan *last = item->spans->len > 0
                                ? &g_array_index (item->spans, MftFlowSpan, item->spans->len - 1)
                                : NULL;

  return last != NULL && g_str_has_suffix (last->text, ":") && item->style != MFT_FLOW_PERSON;
}

static void
write_properties (Writer *writer, const MftFlowItem *item)
{
  MftXmlWriter *xml = writer->xml;

  mft_xml_writer_start (xml, "w:pPr");
  mft_docx_val (xml, "w:pStyle", mft_docx_style_id (item->style));
  if (item->keep_next || introduces (item))
    mft_docx_empty (xml, "w:keepNext");
  if (item->page_before)
    mft_docx_empty (xml, "w:pageBreakBefore");
  if (item->list > 0)
    {
      mft_xml_writer_start (xml, "w:numPr");
      mft_docx_val_number (xml, "w:ilvl", (int) item->level);
      mft_docx_val_number (xml, "w:numId", (int) number_of (writer, item));
      mft_xml_writer_end (xml);
    }
  write_indent (writer, item);
  if (writer->family != NULL)
    {
      mft_xml_writer_start (xml, "w:rPr");
      mft_docx_family (xml, writer->family);
      mft_xml_writer_end (xml);
    }
  if (writer->section_ends)
    mft_docx_section (xml, writer->flow, writer->section);
  mft_xml_writer_end (xml);
}

static void
start_run (Writer *writer, MftStyle style)
{
  gboolean bold = (style & MFT_STYLE_BOLD) != 0, italic = (style & MFT_STYLE_ITALIC) != 0;

  mft_xml_writer_start (writer->xml, "w:r");
  if (!bold && !italic && writer->family == NULL)
    return;
  mft_xml_writer_start (writer->xml, "w:rPr");
  if (writer->family != NULL)
    mft_docx_family (writer->xml, writer->family);
  if (bold)
    mft_docx_empty (writer->xml, "w:b");
  if (italic)
    mft_docx_empty (writer->xml, "w:i");
  mft_xml_writer_end (writer->xml);
}

static void
write_words (Writer *writer, const char *element, const char *text)
{
  mft_xml_writer_start (writer->xml, element);
  mft_xml_writer_attribute (writer->xml, "xml:space", "preserve");
  mft_xml_writer_text (writer->xml, text);
  mft_xml_writer_end (writer->xml);
}

static void
write_run (Writer *writer, const MftFlowSpan *span)
{
  start_run (writer, span->style);
  if (span->tab)
    mft_docx_empty (writer->xml, "w:tab");
  write_words (writer, "w:t", span->text);
  mft_xml_writer_end (writer->xml);
}

static void
write_field_mark (Writer *writer, const MftFlowSpan *span, const char *mark)
{
  start_run (writer, span->style);
  mft_xml_writer_start (writer->xml, "w:fldChar");
  mft_xml_writer_attribute (writer->xml, "w:fldCharType", mark);
  mft_xml_writer_end (writer->xml);
  mft_xml_writer_end (writer->xml);
}

/* The number of a paragraph without its full stop (ECMA-376-1 §17.16.5.51, \n), and what it was when
 * the file was written. */
static void
write_number_field (Writer *writer, const MftFlowSpan *span)
{
  g_autofree char *anchor = mft_flow_anchor (span->target);
  g_autofree char *instruction = g_strdup_printf (" REF %s \\n \\h ", anchor);

  write_field_mark (writer, span, "begin");
  start_run (writer, span->style);
  write_words (writer, "w:instrText", instruction);
  mft_xml_writer_end (writer->xml);
  write_field_mark (writer, span, "separate");
  write_run (writer, span);
  write_field_mark (writer, span, "end");
}

static void
write_link (Writer *writer, const MftFlowSpan *span)
{
  g_autofree char *anchor = mft_flow_anchor (span->target);

  mft_xml_writer_start (writer->xml, "w:hyperlink");
  mft_xml_writer_attribute (writer->xml, "w:anchor", anchor);
  write_run (writer, span);
  mft_xml_writer_end (writer->xml);
}

/* What is still to be filled in is a place to type. */
static void
write_empty_field (Writer *writer, const MftFlowSpan *span)
{
  MftXmlWriter *xml = writer->xml;
  g_autofree char *tag = g_strconcat (MFT_DOCX_FIELD_TAG, span->field, NULL);

  mft_xml_writer_start (xml, "w:sdt");
  mft_xml_writer_start (xml, "w:sdtPr");
  mft_docx_val (xml, "w:tag", tag);
  mft_docx_val_number (xml, "w:id", (int) ++writer->controls);
  mft_docx_empty (xml, "w:showingPlcHdr");
  mft_docx_empty (xml, "w:text");
  mft_xml_writer_end (xml);
  mft_xml_writer_start (xml, "w:sdtContent");
  write_run (writer, span);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_span (gpointer data, const MftFlowSpan *span)
{
  Writer *writer = data;

  if (span->field != NULL)
    write_empty_field (writer, span);
  else if (span->target != NULL && span->number)
    write_number_field (writer, span);
  else if (span->target != NULL)
    write_link (writer, span);
  else
    write_run (writer, span);
}

/* A typed label, then a tab; under "Pasal 7" a new line of the same heading. */
static void
write_label (Writer *writer, const MftFlowItem *item)
{
  gboolean pasal = item->style == MFT_FLOW_PASAL;

  if (*item->label == '\0' && (!pasal || item->spans->len == 0))
    return;
  start_run (writer, MFT_STYLE_PLAIN);
  if (*item->label != '\0')
    write_words (writer, "w:t", item->label);
  if (!pasal)
    mft_docx_empty (writer->xml, "w:tab");
  else if (item->spans->len > 0)
    mft_docx_empty (writer->xml, "w:br");
  mft_xml_writer_end (writer->xml);
}

static void
write_bookmark (Writer *writer, MftBlock *block, gboolean start)
{
  g_autofree char *anchor = mft_flow_anchor (mft_block_get_id (block));

  mft_xml_writer_start (writer->xml, start ? "w:bookmarkStart" : "w:bookmarkEnd");
  mft_docx_attribute_number (writer->xml, "w:id", (int) writer->bookmarks);
  mft_xml_writer_attribute (writer->xml, "w:name", start ? anchor : NULL);
  mft_xml_writer_end (writer->xml);
  writer->bookmarks += start ? 0 : 1;
}

static void
write_comment_mark (Writer *writer, const char *element, guint remark)
{
  mft_xml_writer_start (writer->xml, element);
  mft_docx_attribute_number (writer->xml, "w:id", (int) remark);
  mft_xml_writer_end (writer->xml);
}

static void
begin_comment (gpointer data, const MftCommentRange *range)
{
  Writer *writer = data;

  g_ptr_array_add (writer->threads, (gpointer) range->thread);
  for (guint i = 0; i < range->thread->remarks->len; i++)
    write_comment_mark (writer, "w:commentRangeStart", range->first + i);
}

static void
end_comment (gpointer data, const MftCommentRange *range)
{
  Writer *writer = data;

  for (guint i = 0; i < range->thread->remarks->len; i++)
    {
      write_comment_mark (writer, "w:commentRangeEnd", range->first + i);
      mft_xml_writer_start (writer->xml, "w:r");
      write_comment_mark (writer, "w:commentReference", range->first + i);
      mft_xml_writer_end (writer->xml);
    }
}

static const MftCommentFuncs comment_funcs = { begin_comment, end_comment, write_span };

/* A caption begins a line of its own. */
static void
write_picture (Writer *writer, const MftFlowItem *item)
{
  mft_xml_writer_start (writer->xml, "w:r");
  mft_docx_picture (writer->xml, item->picture, ++writer->pictures);
  if (item->spans->len > 0)
    mft_docx_empty (writer->xml, "w:br");
  mft_xml_writer_end (writer->xml);
}

static void
write_paragraph (Writer *writer, const MftFlowItem *item)
{
  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, "w:p");
  write_properties (writer, item);
  if (item->block != NULL)
    write_bookmark (writer, item->block, TRUE);
  if (item->picture != NULL)
    write_picture (writer, item);
  write_label (writer, item);
  mft_comments_write (&comment_funcs, writer, writer->review, writer->flow, item, &writer->remarks);
  if (item->block != NULL)
    write_bookmark (writer, item->block, FALSE);
  mft_xml_writer_end (writer->xml);
}

static void
write_width (MftXmlWriter *xml, const char *name, double points)
{
  mft_xml_writer_start (xml, name);
  mft_docx_attribute_number (xml, "w:w", mft_docx_twips (points));
  mft_xml_writer_attribute (xml, "w:type", "dxa");
  mft_xml_writer_end (xml);
}

static void
write_borders (MftXmlWriter *xml)
{
  static const char *const sides[]
      = { "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV" };

  mft_xml_writer_start (xml, "w:tblBorders");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      mft_xml_writer_start (xml, sides[i]);
      mft_xml_writer_attribute (xml, "w:val", "single");
      mft_xml_writer_attribute (xml, "w:sz", "4");
      mft_xml_writer_attribute (xml, "w:space", "0");
      mft_xml_writer_attribute (xml, "w:color", "auto");
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

static void
start_table (Writer *writer, const MftFlowItem *item)
{
  MftXmlWriter *xml = writer->xml;
  double padding = item->ruled ? CELL_PADDING : 0;
  double width = 0;

  writer->table = item;
  for (guint i = 0; i < item->columns; i++)
    width += item->widths[i];
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "w:tbl");
  mft_xml_writer_start (xml, "w:tblPr");
  write_width (xml, "w:tblW", width);
  write_width (xml, "w:tblInd", item->left);
  if (item->ruled)
    write_borders (xml);
  mft_xml_writer_start (xml, "w:tblLayout");
  mft_xml_writer_attribute (xml, "w:type", "fixed");
  mft_xml_writer_end (xml);
  mft_xml_writer_start (xml, "w:tblCellMar");
  write_width (xml, "w:left", padding);
  write_width (xml, "w:right", padding);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  mft_xml_writer_start (xml, "w:tblGrid");
  for (guint i = 0; i < item->columns; i++)
    {
      mft_xml_writer_start (xml, "w:gridCol");
      mft_docx_attribute_number (xml, "w:w", mft_docx_twips (item->widths[i]));
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

static void
start_row (Writer *writer, const MftFlowItem *item)
{
  writer->column = 0;
  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, "w:tr");
  mft_xml_writer_start (writer->xml, "w:trPr");
  if (!writer->table->ruled)
    mft_docx_empty (writer->xml, "w:cantSplit");
  if (item->head)
    mft_docx_empty (writer->xml, "w:tblHeader");
  mft_xml_writer_end (writer->xml);
}

static void
start_cell (Writer *writer, const MftFlowItem *item)
{
  MftXmlWriter *xml = writer->xml;
  double width = 0;

  for (guint i = 0; i < item->columns; i++)
    width += writer->table->widths[writer->column++];
  mft_xml_writer_start (xml, "w:tc");
  mft_xml_writer_start (xml, "w:tcPr");
  write_width (xml, "w:tcW", width);
  if (item->columns > 1)
    mft_docx_val_number (xml, "w:gridSpan", (int) item->columns);
  mft_xml_writer_end (xml);
}

/* Word joins tables that touch, and wants a paragraph at the end. */
static void
write_separator (Writer *writer)
{
  MftXmlWriter *xml = writer->xml;

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "w:p");
  mft_xml_writer_start (xml, "w:pPr");
  mft_xml_writer_start (xml, "w:spacing");
  mft_xml_writer_attribute (xml, "w:line", "20");
  mft_xml_writer_attribute (xml, "w:lineRule", "exact");
  mft_xml_writer_end (xml);
  if (writer->section_ends)
    mft_docx_section (xml, writer->flow, writer->section);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
begin_section (Writer *writer, guint section)
{
  const char *family = mft_flow_family (mft_flow_get_section (writer->flow, section));

  writer->section = section;
  writer->family
      = g_str_equal (family, mft_flow_family (mft_flow_get_profile (writer->flow))) ? NULL : family;
}

static void
write_item (Writer *writer, guint index)
{
  const MftFlowItem *item = mft_flow_get (writer->flow, index);
  gboolean last = index + 1 == mft_flow_size (writer->flow);
  const MftFlowItem *next = last ? NULL : mft_flow_get (writer->flow, index + 1);

  if (item->section > 0)
    begin_section (writer, item->section);
  writer->section_ends = next != NULL && next->section > 0;
  switch (item->kind)
    {
    case MFT_FLOW_PARAGRAPH:
      write_paragraph (writer, item);
      break;
    case MFT_FLOW_TABLE:
      start_table (writer, item);
      break;
    case MFT_FLOW_ROW:
      start_row (writer, item);
      break;
    case MFT_FLOW_CELL:
      start_cell (writer, item);
      break;
    case MFT_FLOW_END:
      mft_xml_writer_end (writer->xml);
      if (last || next->kind == MFT_FLOW_TABLE || writer->section_ends)
        write_separator (writer);
      break;
    }
}

/* Every list has one number for a start. */
static void
begin_lists (Writer *writer)
{
  for (guint list = 1; list <= mft_flow_n_lists (writer->flow); list++)
    {
      MftDocxNumber number = { .list = list };
      g_array_append_val (writer->numbers, number);
      for (guint level = 0; level < MFT_FLOW_LEVELS; level++)
        g_array_append_val (writer->current, list);
    }
}

GBytes *
mft_docx_body (const MftFlow *flow, MftReview *review, GArray *numbers, GPtrArray *threads)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  g_autoptr (GArray) current = g_array_new (FALSE, FALSE, sizeof (guint));
  Writer writer = { .flow = flow,
                    .xml = xml,
                    .review = review,
                    .threads = threads,
                    .numbers = numbers,
                    .current = current };

  begin_lists (&writer);
  mft_xml_writer_start (xml, "w:document");
  mft_xml_writer_attribute (xml, "xmlns:w", MFT_DOCX_SPACE);
  mft_xml_writer_attribute (xml, "xmlns:r", MFT_DOCX_RELATIONS);
  mft_xml_writer_attribute (xml, "xmlns:wp", MFT_DOCX_WORD_DRAWING);
  mft_xml_writer_attribute (xml, "xmlns:a", MFT_DOCX_DRAWING "main");
  mft_xml_writer_attribute (xml, "xmlns:pic", MFT_DOCX_DRAWING "picture");
  mft_xml_writer_start (xml, "w:body");
  for (guint i = 0; i < mft_flow_size (flow); i++)
    write_item (&writer, i);
  mft_docx_section (xml, flow, writer.section);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}
