/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/comments.h"
#include "exchange/odt/odt-parts.h"

#define CELL_PADDING 4.0

typedef struct
{
  const MftFlow *flow;
  MftReview *review; /* NULL: no comments */
  guint remarks;
  guint pictures;
  MftXmlWriter *body;
  MftXmlWriter *styles; /* automatic ones, as the body needs them */
  GHashTable *named;    /* what a style looks like → its name */
  GHashTable *lists;    /* GUINT of a list → its last text:list's id */
  guint n_lists;
  guint tables;
  const MftFlowItem *table;
  GPtrArray *open;    /* the elements that END ends */
  gboolean begun;     /* the pages' style is named already */
  const char *family; /* of the section's letters, NULL: as the styles' */
} Writer;

static char *
double_key (double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (number, sizeof number, "%.2f", value));
}

/* The style of the pages that begin with the next paragraph or table; NULL: none do. */
static char *
begin_pages (Writer *writer, const MftFlowItem *item)
{
  const char *family = mft_flow_family (mft_flow_get_section (writer->flow, item->section));
  gboolean own = !g_str_equal (family, mft_flow_family (mft_flow_get_profile (writer->flow)));

  if (writer->begun && item->section == 0)
    return NULL;
  writer->begun = TRUE;
  writer->family = own ? family : NULL;
  return mft_odt_first_page (item->section);
}

static void
write_paragraph_style (Writer *writer, const MftFlowItem *item, const char *name, const char *pages)
{
  MftXmlWriter *xml = writer->styles;
  g_autofree char *family
      = writer->family != NULL ? g_strdup_printf ("'%s'", writer->family) : NULL;

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "style:style");
  mft_xml_writer_attribute (xml, "style:name", name);
  mft_xml_writer_attribute (xml, "style:family", "paragraph");
  mft_xml_writer_attribute (xml, "style:parent-style-name",
                            mft_flow_look (item->style, mft_flow_get_profile (writer->flow)).id);
  mft_xml_writer_attribute (xml, "style:master-page-name", pages);
  mft_xml_writer_start (xml, "style:paragraph-properties");
  mft_odt_length (xml, "fo:margin-left", item->left);
  mft_odt_length (xml, "fo:text-indent", -item->hanging);
  mft_xml_writer_attribute (xml, "fo:break-before", item->page_before ? "page" : NULL);
  mft_xml_writer_attribute (xml, "fo:keep-with-next", item->keep_next ? "always" : NULL);
  mft_xml_writer_end (xml);
  if (family != NULL)
    {
      mft_xml_writer_start (xml, "style:text-properties");
      mft_xml_writer_attribute (xml, "fo:font-family", family);
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

/* The named style itself, or an automatic one for what differs from it. Borrowed. */
static const char *
paragraph_style (Writer *writer, const MftFlowItem *item)
{
  g_autofree char *pages = writer->table == NULL ? begin_pages (writer, item) : NULL;
  const char *named = mft_flow_look (item->style, mft_flow_get_profile (writer->flow)).id;
  g_autofree char *left = double_key (item->left);
  g_autofree char *hanging = double_key (item->hanging);
  g_autofree char *key = g_strdup_printf (
      "%s %s %s %d %d %s %s", named, left, hanging, item->page_before, item->keep_next,
      pages != NULL ? pages : "", writer->family != NULL ? writer->family : "");
  const char *name = g_hash_table_lookup (writer->named, key);

  if (pages == NULL && writer->family == NULL && item->left == 0 && item->hanging == 0
      && !item->page_before && !item->keep_next)
    return named;
  if (name == NULL)
    {
      char *made = g_strdup_printf ("P%u", g_hash_table_size (writer->named) + 1);
      g_hash_table_insert (writer->named, g_steal_pointer (&key), made);
      write_paragraph_style (writer, item, made, pages);
      name = made;
    }
  return name;
}

static const char *
character_style (MftStyle style)
{
  gboolean bold = (style & MFT_STYLE_BOLD) != 0, italic = (style & MFT_STYLE_ITALIC) != 0;

  if (bold)
    return italic ? MFT_ODT_BOLD_ITALIC : MFT_ODT_BOLD;
  return italic ? MFT_ODT_ITALIC : NULL;
}

static void
write_link (MftXmlWriter *xml, const MftFlowSpan *span)
{
  g_autofree char *anchor = mft_flow_anchor (span->target);
  g_autofree char *link = g_strconcat ("#", anchor, NULL);

  if (span->number)
    {
      mft_xml_writer_start (xml, "text:bookmark-ref");
      mft_xml_writer_attribute (xml, "text:reference-format", "number-no-superior");
      mft_xml_writer_attribute (xml, "text:ref-name", anchor);
    }
  else
    {
      mft_xml_writer_start (xml, "text:a");
      mft_xml_writer_attribute (xml, "xlink:type", "simple");
      mft_xml_writer_attribute (xml, "xlink:href", link);
    }
  mft_xml_writer_text (xml, span->text);
  mft_xml_writer_end (xml);
}

static void
write_span (gpointer data, const MftFlowSpan *span)
{
  MftXmlWriter *xml = ((Writer *) data)->body;
  const char *style = character_style (span->style);

  if (span->tab)
    {
      mft_xml_writer_start (xml, "text:tab");
      mft_xml_writer_end (xml);
    }
  if (style != NULL)
    {
      mft_xml_writer_start (xml, "text:span");
      mft_xml_writer_attribute (xml, "text:style-name", style);
    }
  if (span->target != NULL)
    write_link (xml, span);
  else
    mft_xml_writer_text (xml, span->text);
  if (style != NULL)
    mft_xml_writer_end (xml);
}

static void
write_bookmark (MftXmlWriter *xml, const char *element, MftBlock *block)
{
  g_autofree char *anchor = NULL;

  if (block == NULL)
    return;
  anchor = mft_flow_anchor (mft_block_get_id (block));
  mft_xml_writer_start (xml, element);
  mft_xml_writer_attribute (xml, "text:name", anchor);
  mft_xml_writer_end (xml);
}

/* A typed label, then a tab; under "Pasal 7" a new line of the same heading. */
static void
write_label (MftXmlWriter *xml, const MftFlowItem *item)
{
  gboolean pasal = item->style == MFT_FLOW_PASAL;

  mft_xml_writer_text (xml, item->label);
  if (pasal ? item->spans->len > 0 : *item->label != '\0')
    {
      mft_xml_writer_start (xml, pasal ? "text:line-break" : "text:tab");
      mft_xml_writer_end (xml);
    }
}

static char *
comment_name (guint remark)
{
  return g_strdup_printf ("komentar%u", remark + 1);
}

/* OpenDocument 1.3 has no word for an answer and for what is settled; LibreOffice has. */
static void
begin_comment (gpointer data, const MftCommentRange *range)
{
  MftXmlWriter *xml = ((Writer *) data)->body;
  g_autofree char *first = comment_name (range->first);

  for (guint i = 0; i < range->thread->remarks->len; i++)
    {
      const MftRemark *remark = range->thread->remarks->pdata[i];
      g_autofree char *name = comment_name (range->first + i);
      mft_xml_writer_start (xml, "office:annotation");
      mft_xml_writer_attribute (xml, "office:name", name);
      mft_xml_writer_attribute (xml, "loext:resolved", range->thread->resolved ? "true" : NULL);
      mft_xml_writer_attribute (xml, "loext:parent-name", i > 0 ? first : NULL);
      mft_xml_writer_element (xml, "dc:creator", remark->author);
      mft_xml_writer_element (xml, "dc:date", remark->time);
      mft_xml_writer_element (xml, "text:p", remark->text);
      mft_xml_writer_end (xml);
    }
}

static void
end_comment (gpointer data, const MftCommentRange *range)
{
  MftXmlWriter *xml = ((Writer *) data)->body;

  for (guint i = 0; i < range->thread->remarks->len; i++)
    {
      g_autofree char *name = comment_name (range->first + i);
      mft_xml_writer_start (xml, "office:annotation-end");
      mft_xml_writer_attribute (xml, "office:name", name);
      mft_xml_writer_end (xml);
    }
}

static const MftCommentFuncs comment_funcs = { begin_comment, end_comment, write_span };

static void
write_picture (Writer *writer, const MftFlowItem *item)
{
  MftXmlWriter *xml = writer->body;
  g_autofree char *name = mft_odt_picture_name (item->picture, ++writer->pictures);

  mft_xml_writer_start (xml, "draw:frame");
  mft_xml_writer_attribute (xml, "draw:name", item->picture->name);
  mft_xml_writer_attribute (xml, "text:anchor-type", "as-char");
  mft_odt_length (xml, "svg:width", item->picture->width);
  mft_odt_length (xml, "svg:height", item->picture->height);
  mft_xml_writer_start (xml, "draw:image");
  mft_xml_writer_attribute (xml, "xlink:href", name);
  mft_xml_writer_attribute (xml, "xlink:type", "simple");
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  if (item->spans->len > 0)
    {
      mft_xml_writer_start (xml, "text:line-break");
      mft_xml_writer_end (xml);
    }
}

static void
write_words (Writer *writer, const MftFlowItem *item)
{
  MftXmlWriter *xml = writer->body;
  guint outline = mft_flow_look (item->style, mft_flow_get_profile (writer->flow)).outline;

  mft_xml_writer_start (xml, outline > 0 ? "text:h" : "text:p");
  mft_xml_writer_attribute (xml, "text:style-name", paragraph_style (writer, item));
  mft_xml_writer_attribute (xml, "text:outline-level", outline > 0 ? "1" : NULL);
  write_bookmark (xml, "text:bookmark-start", item->block);
  if (item->picture != NULL)
    write_picture (writer, item);
  write_label (xml, item);
  mft_comments_write (&comment_funcs, writer, writer->review, writer->flow, item, &writer->remarks);
  write_bookmark (xml, "text:bookmark-end", item->block);
  mft_xml_writer_end (xml);
}

/* Each numbered paragraph is a list of its own that continues the one before (ODF 1.3 §19.782). */
static void
start_list (Writer *writer, const MftFlowItem *item)
{
  MftXmlWriter *xml = writer->body;
  g_autofree char *style = g_strdup_printf (MFT_ODT_LIST "%u", item->list);
  g_autofree char *start = g_strdup_printf ("%u", item->start);
  char *id = g_strdup_printf ("daftar%u", ++writer->n_lists);

  for (guint level = 0; level <= item->level; level++)
    {
      mft_xml_writer_start (xml, "text:list");
      if (level == 0)
        {
          mft_xml_writer_attribute (xml, "xml:id", id);
          mft_xml_writer_attribute (xml, "text:style-name", style);
          mft_xml_writer_attribute (
              xml, "text:continue-list",
              g_hash_table_lookup (writer->lists, GUINT_TO_POINTER (item->list)));
        }
      mft_xml_writer_start (xml, "text:list-item");
      if (level == item->level && item->start > 0)
        mft_xml_writer_attribute (xml, "text:start-value", start);
    }
  g_hash_table_insert (writer->lists, GUINT_TO_POINTER (item->list), id);
}

static void
write_paragraph (Writer *writer, const MftFlowItem *item)
{
  mft_xml_writer_line (writer->body);
  if (item->list > 0)
    start_list (writer, item);
  write_words (writer, item);
  for (guint i = 0; item->list > 0 && i < 2 * (item->level + 1); i++)
    mft_xml_writer_end (writer->body);
}

static void
start_style (Writer *writer, const char *family, const char *name)
{
  mft_xml_writer_line (writer->styles);
  mft_xml_writer_start (writer->styles, "style:style");
  mft_xml_writer_attribute (writer->styles, "style:name", name);
  mft_xml_writer_attribute (writer->styles, "style:family", family);
}

static void
write_table_styles (Writer *writer, const MftFlowItem *item, const char *name, double width)
{
  MftXmlWriter *xml = writer->styles;
  g_autofree char *pages = begin_pages (writer, item);

  start_style (writer, "table", name);
  mft_xml_writer_attribute (xml, "style:master-page-name", pages);
  mft_xml_writer_start (xml, "style:table-properties");
  mft_odt_length (xml, "style:width", width);
  mft_odt_length (xml, "fo:margin-left", item->left);
  mft_xml_writer_attribute (xml, "table:align", "left");
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  for (guint i = 0; i < item->columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);
      start_style (writer, "table-column", column);
      mft_xml_writer_start (xml, "style:table-column-properties");
      mft_odt_length (xml, "style:column-width", item->widths[i]);
      mft_xml_writer_end (xml);
      mft_xml_writer_end (xml);
    }
}

static void
start_table (Writer *writer, const MftFlowItem *item)
{
  g_autofree char *name = g_strdup_printf ("Tabel%u", ++writer->tables);
  double width = 0;

  writer->table = item;
  for (guint i = 0; i < item->columns; i++)
    width += item->widths[i];
  write_table_styles (writer, item, name, width);
  mft_xml_writer_line (writer->body);
  mft_xml_writer_start (writer->body, "table:table");
  mft_xml_writer_attribute (writer->body, "table:name", name);
  mft_xml_writer_attribute (writer->body, "table:style-name", name);
  for (guint i = 0; i < item->columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);
      mft_xml_writer_start (writer->body, "table:table-column");
      mft_xml_writer_attribute (writer->body, "table:style-name", column);
      mft_xml_writer_end (writer->body);
    }
}

static void
start_cell (Writer *writer, const MftFlowItem *item)
{
  g_autofree char *columns = g_strdup_printf ("%u", item->columns);

  mft_xml_writer_start (writer->body, "table:table-cell");
  mft_xml_writer_attribute (writer->body, "table:style-name",
                            item->ruled ? "SelBergaris" : "SelPolos");
  mft_xml_writer_attribute (writer->body, "table:number-columns-spanned",
                            item->columns > 1 ? columns : NULL);
}

/* ODF counts the rows of a head apart from the others. */
static void
start_row (Writer *writer, const MftFlowItem *item)
{
  mft_xml_writer_line (writer->body);
  if (item->head)
    mft_xml_writer_start (writer->body, "table:table-header-rows");
  mft_xml_writer_start (writer->body, "table:table-row");
  mft_xml_writer_attribute (writer->body, "table:style-name", "Baris");
}

static void
end_item (Writer *writer)
{
  const MftFlowItem *begun = g_ptr_array_steal_index (writer->open, writer->open->len - 1);

  mft_xml_writer_end (writer->body);
  if (begun->kind == MFT_FLOW_ROW && begun->head)
    mft_xml_writer_end (writer->body);
  if (begun->kind == MFT_FLOW_TABLE)
    writer->table = NULL;
}

static void
write_item (Writer *writer, const MftFlowItem *item)
{
  if (item->kind != MFT_FLOW_PARAGRAPH && item->kind != MFT_FLOW_END)
    g_ptr_array_add (writer->open, (gpointer) item);
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
      end_item (writer);
      break;
    }
}

static void
write_cell_style (MftXmlWriter *xml, const char *name, gboolean ruled)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "style:style");
  mft_xml_writer_attribute (xml, "style:name", name);
  mft_xml_writer_attribute (xml, "style:family", "table-cell");
  mft_xml_writer_start (xml, "style:table-cell-properties");
  mft_odt_length (xml, "fo:padding", ruled ? CELL_PADDING : 0);
  mft_xml_writer_attribute (xml, "fo:border", ruled ? "0.5pt solid #000000" : "none");
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_common_styles (MftXmlWriter *xml)
{
  write_cell_style (xml, "SelBergaris", TRUE);
  write_cell_style (xml, "SelPolos", FALSE);
  mft_xml_writer_start (xml, "style:style");
  mft_xml_writer_attribute (xml, "style:name", "Baris");
  mft_xml_writer_attribute (xml, "style:family", "table-row");
  mft_xml_writer_start (xml, "style:table-row-properties");
  mft_xml_writer_attribute (xml, "fo:keep-together", "always");
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_fragment (MftXmlWriter *xml, MftXmlWriter *fragment)
{
  g_autoptr (GBytes) bytes = mft_xml_writer_finish (fragment);
  g_autofree char *markup = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  mft_xml_writer_raw (xml, markup);
}

GBytes *
mft_odt_content (const MftFlow *flow, MftReview *review)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  g_autoptr (MftXmlWriter) body = mft_xml_writer_new_fragment ();
  g_autoptr (MftXmlWriter) styles = mft_xml_writer_new_fragment ();
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) lists = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Writer writer = { .review = review,
                    .flow = flow,
                    .body = body,
                    .styles = styles,
                    .named = named,
                    .lists = lists,
                    .open = open };

  write_common_styles (styles);
  for (guint i = 0; i < mft_flow_size (flow); i++)
    write_item (&writer, mft_flow_get (flow, i));
  mft_xml_writer_start (xml, "office:document-content");
  mft_odt_spaces (xml);
  mft_xml_writer_start (xml, "office:automatic-styles");
  write_fragment (xml, styles);
  mft_xml_writer_end (xml);
  mft_xml_writer_start (xml, "office:body");
  mft_xml_writer_start (xml, "office:text");
  write_fragment (xml, body);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}
