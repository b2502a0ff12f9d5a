/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/html/html-writer.h"

#include "agreement/party.h"
#include "agreement/shown.h"
#include "container/xml-writer.h"
#include "exchange/flow/flow-private.h"

typedef struct
{
  MftAgreement *agreement;
  MftXmlWriter *xml;
} Writer;

static const char style_sheet[]
    = "body { font: 12pt/1.5 'Bookman Old Style', 'URW Bookman', serif; max-width: 42em;"
      " margin: 2em auto; padding: 0 1em; color: #000; background: #fff; }\n"
      "header p, h1, h2, h3, .pihak { text-align: center; }\n"
      "header p, h1, h2, h3 { font-size: 1em; font-weight: bold; margin: .4em 0; }\n"
      "h2 { margin-top: 1.5em; break-after: avoid; break-inside: avoid; }\n"
      "p, li { text-align: justify; hyphens: auto; margin: .4em 0; }\n"
      "ol { list-style: none; margin: 0; padding: 0; }\n"
      "li { display: flex; break-inside: auto; }\n"
      ".nomor { flex: none; min-width: 2.3em; }\n"
      ".isi { flex: 1; }\n"
      ".isi > p:first-child { margin-top: 0; }\n"
      ".isi > p:last-child { margin-bottom: 0; }\n"
      ".penghubung p { margin: 0; text-align: left; }\n"
      "a { color: inherit; text-decoration: none; }\n"
      "mark { background: #fff3bf; }\n"
      "table { border-collapse: collapse; width: 100%; font-size: .85em; margin: .6em 0; }\n"
      "td, th { border: 1px solid; padding: .2em .4em; text-align: left; vertical-align: top; }\n"
      "tr { break-inside: avoid; }\n"
      ".tanda-tangan { display: flex; flex-wrap: wrap; justify-content: space-around;"
      " break-inside: avoid; }\n"
      ".pihak { flex: 0 0 45%; margin-top: 1.5em; }\n"
      ".pihak p { text-align: center; margin: 0; }\n"
      ".pihak p:first-child { margin-bottom: 4em; font-weight: bold; }\n"
      ".lampiran { margin-top: 3em; break-before: page; }\n"
      "@media (max-width: 34em) { p, li { text-align: left; } }\n"
      "@media print { body { max-width: none; margin: 0; padding: 0; }"
      " mark { background: none; } }\n";

static void
start (Writer *writer, const char *element, const char *class)
{
  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, element);
  mft_xml_writer_attribute (writer->xml, "class", class);
}

static void
end (Writer *writer)
{
  mft_xml_writer_end (writer->xml);
}

static void
write_id (Writer *writer, MftBlock *block)
{
  g_autofree char *anchor = mft_flow_anchor (mft_block_get_id (block));

  mft_xml_writer_attribute (writer->xml, "id", anchor);
}

static guint
start_styles (Writer *writer, const MftFlowSpan *span)
{
  guint open = 0;

  if (span->target != NULL)
    {
      g_autofree char *anchor = mft_flow_anchor (span->target);
      g_autofree char *link = g_strconcat ("#", anchor, NULL);
      mft_xml_writer_start (writer->xml, "a");
      mft_xml_writer_attribute (writer->xml, "href", link);
      open++;
    }
  if (span->field != NULL)
    {
      mft_xml_writer_start (writer->xml, "mark");
      open++;
    }
  if ((span->style & MFT_STYLE_BOLD) != 0)
    {
      mft_xml_writer_start (writer->xml, "strong");
      open++;
    }
  if ((span->style & MFT_STYLE_ITALIC) != 0)
    {
      mft_xml_writer_start (writer->xml, "em");
      open++;
    }
  return open;
}

static void
write_words (Writer *writer, MftBlock *block)
{
  g_autoptr (GArray) spans = mft_flow_spans (writer->agreement, block);

  for (guint i = 0; i < spans->len; i++)
    {
      const MftFlowSpan *span = &g_array_index (spans, MftFlowSpan, i);
      guint open = start_styles (writer, span);
      mft_xml_writer_text (writer->xml, span->text);
      while (open-- > 0)
        end (writer);
    }
}

/* An element of the block's words; none if it has no words. */
static void
write_element (Writer *writer, const char *element, MftBlock *block)
{
  if (mft_text_length (mft_block_get_text (block)) == 0)
    return;
  start (writer, element, NULL);
  write_id (writer, block);
  write_words (writer, block);
  end (writer);
}

static void write_children (Writer *writer, MftBlock *block);

static void
write_listed (Writer *writer, MftBlock *block)
{
  const char *label = mft_block_get_label (block);
  gboolean contact = mft_block_get_kind (block) == MFT_BLOCK_CONTACT;

  start (writer, "li", NULL);
  write_id (writer, block);
  if (*label != '\0')
    {
      mft_xml_writer_start (writer->xml, "span");
      mft_xml_writer_attribute (writer->xml, "class", "nomor");
      mft_xml_writer_text (writer->xml, label);
      end (writer);
      mft_xml_writer_text (writer->xml, " ");
    }
  mft_xml_writer_start (writer->xml, "div");
  mft_xml_writer_attribute (writer->xml, "class", contact ? "isi penghubung" : "isi");
  start (writer, "p", NULL);
  write_words (writer, block);
  end (writer);
  write_children (writer, block);
  end (writer);
  end (writer);
}

static gboolean
is_listed (MftBlock *block)
{
  MftBlockKind kind = block != NULL ? mft_block_get_kind (block) : MFT_BLOCK_AGREEMENT;

  return kind == MFT_BLOCK_AYAT || kind == MFT_BLOCK_ITEM || kind == MFT_BLOCK_CONTACT
         || kind == MFT_BLOCK_PERSON;
}

static void
write_cells (Writer *writer, MftBlock *row, const char *element)
{
  start (writer, "tr", NULL);
  for (guint i = 0; i < mft_block_n_children (row); i++)
    {
      MftBlock *cell = mft_block_get_child (row, i);
      mft_xml_writer_start (writer->xml, element);
      if (g_str_equal (element, "th"))
        mft_xml_writer_attribute (writer->xml, "scope", "col");
      write_id (writer, cell);
      write_words (writer, cell);
      end (writer);
    }
  end (writer);
}

/* One body for all rows that follow each other: each of its own would be told as a group. */
static void
write_table (Writer *writer, MftBlock *table)
{
  const char *group = NULL;

  start (writer, "table", NULL);
  for (guint i = 0; i < mft_block_n_children (table); i++)
    {
      MftBlock *row = mft_block_get_child (table, i);
      gboolean head = mft_block_get_kind (row) == MFT_BLOCK_TABLE_HEAD;
      if (mft_block_n_children (row) == 0)
        continue;
      const char *wanted = head ? "thead" : "tbody";
      if (group != NULL && !g_str_equal (group, wanted))
        end (writer);
      if (group == NULL || !g_str_equal (group, wanted))
        start (writer, wanted, NULL);
      group = wanted;
      write_cells (writer, row, head ? "th" : "td");
    }
  if (group != NULL)
    end (writer);
  end (writer);
}

/* All signatures that follow each other in one box. */
static void
write_signature (Writer *writer, MftBlock *block)
{
  MftBlock *parent = mft_block_get_parent (block);
  guint index = mft_block_get_index (block);
  MftBlock *before = index > 0 ? mft_block_get_child (parent, index - 1) : NULL;
  MftBlock *after = mft_block_get_child (parent, index + 1);

  if (before == NULL || mft_block_get_kind (before) != MFT_BLOCK_SIGNATURE)
    start (writer, "div", "tanda-tangan");
  start (writer, "div", "pihak");
  write_element (writer, "p", block);
  for (guint i = 0; i < mft_block_n_children (block); i++)
    write_element (writer, "p", mft_block_get_child (block, i));
  end (writer);
  if (after == NULL || mft_block_get_kind (after) != MFT_BLOCK_SIGNATURE)
    end (writer);
}

static void
write_child (Writer *writer, MftBlock *block)
{
  switch (mft_block_get_kind (block))
    {
    case MFT_BLOCK_AYAT:
    case MFT_BLOCK_ITEM:
    case MFT_BLOCK_CONTACT:
    case MFT_BLOCK_PERSON:
      write_listed (writer, block);
      break;
    case MFT_BLOCK_TABLE:
      write_table (writer, block);
      break;
    case MFT_BLOCK_SIGNATURE:
      write_signature (writer, block);
      break;
    case MFT_BLOCK_CENTERED:
      write_element (writer, "h3", block);
      break;
    default:
      write_element (writer, "p", block);
      write_children (writer, block);
    }
}

/* Neighbours that are labelled stand in one list. */
static void
write_children (Writer *writer, MftBlock *block)
{
  for (guint i = 0; i < mft_block_n_children (block); i++)
    {
      MftBlock *child = mft_block_get_child (block, i);
      gboolean listed = is_listed (child);
      if (listed && (i == 0 || !is_listed (mft_block_get_child (block, i - 1))))
        {
          start (writer, "ol", NULL);
          /* Some readers take a list without marks of its own for none. */
          mft_xml_writer_attribute (writer->xml, "role", "list");
        }
      write_child (writer, child);
      if (listed && !is_listed (mft_block_get_child (block, i + 1)))
        end (writer);
    }
}

static void
write_title (Writer *writer, MftBlock *title)
{
  start (writer, "header", NULL);
  for (guint i = 0; i < mft_block_n_children (title); i++)
    write_element (writer, i == 0 ? "h1" : "p", mft_block_get_child (title, i));
  end (writer);
}

static void
write_pasal (Writer *writer, MftBlock *pasal)
{
  start (writer, "section", "pasal");
  start (writer, "h2", NULL);
  write_id (writer, pasal);
  mft_xml_writer_text (writer->xml, mft_block_get_label (pasal));
  if (mft_text_length (mft_block_get_text (pasal)) > 0)
    {
      mft_xml_writer_start (writer->xml, "br");
      end (writer);
      write_words (writer, pasal);
    }
  end (writer);
  write_children (writer, pasal);
  end (writer);
}

static void
write_attachment (Writer *writer, MftBlock *attachment)
{
  start (writer, "section", "lampiran");
  start (writer, "p", NULL);
  mft_xml_writer_text (writer->xml, mft_block_get_label (attachment));
  mft_xml_writer_text (writer->xml, " ");
  mft_xml_writer_text (writer->xml, mft_agreement_get_setting (writer->agreement, "naskah"));
  end (writer);
  write_element (writer, "h2", attachment);
  write_children (writer, attachment);
  end (writer);
}

static void
write_part (Writer *writer, MftBlock *part)
{
  switch (mft_block_get_kind (part))
    {
    case MFT_BLOCK_TITLE:
      write_title (writer, part);
      break;
    case MFT_BLOCK_BODY:
      for (guint i = 0; i < mft_block_n_children (part); i++)
        write_pasal (writer, mft_block_get_child (part, i));
      break;
    case MFT_BLOCK_ATTACHMENT:
      write_attachment (writer, part);
      break;
    default:
      if (mft_block_n_children (part) == 0)
        break;
      start (writer, "section", NULL);
      write_children (writer, part);
      end (writer);
    }
}

static void
write_head (Writer *writer)
{
  MftXmlWriter *xml = writer->xml;
  g_autofree char *title = mft_agreement_dup_title (writer->agreement);

  start (writer, "head", NULL);
  mft_xml_writer_start (xml, "meta");
  mft_xml_writer_attribute (xml, "charset", "utf-8");
  end (writer);
  mft_xml_writer_start (xml, "meta");
  mft_xml_writer_attribute (xml, "name", "viewport");
  mft_xml_writer_attribute (xml, "content", "width=device-width");
  end (writer);
  mft_xml_writer_element (xml, "title", *title != '\0' ? title : "Naskah");
  mft_xml_writer_start (xml, "style");
  mft_xml_writer_raw (xml, style_sheet);
  end (writer);
  end (writer);
}

GBytes *
mft_html_write (MftAgreement *agreement, G_GNUC_UNUSED GError **error)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new_fragment ();
  Writer writer = { agreement, xml };
  MftBlock *root = mft_agreement_get_root (agreement);

  mft_xml_writer_raw (xml, "<!DOCTYPE html>\n");
  mft_xml_writer_start (xml, "html");
  mft_xml_writer_attribute (xml, "xmlns", "http://www.w3.org/1999/xhtml");
  mft_xml_writer_attribute (xml, "lang", "id");
  write_head (&writer);
  start (&writer, "body", NULL);
  start (&writer, "main", NULL);
  for (guint i = 0; i < mft_block_n_children (root); i++)
    write_part (&writer, mft_block_get_child (root, i));
  end (&writer);
  end (&writer);
  end (&writer);
  return mft_xml_writer_finish (xml);
}
