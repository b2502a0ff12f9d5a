/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of one measure, with what stands over and under their text. */
#include "exchange/docx/docx-names.h"
#include "exchange/docx/docx-parts.h"
#include "typeset/furniture.h"

#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* A header or footer of one section; `first`: of the page that has no number. */
typedef struct
{
  const char *kind; /* "header", "footer" */
  guint section;
  gboolean first;
} Margin;

static gboolean
is_first_other (const MftFlow *flow, guint section)
{
  return section == 0 && mft_flow_get_profile (flow)->numbers == MFT_PAGE_NUMBERS_DASHES;
}

/* A section without a margin of its own would take the one before it. */
static GArray *
list_margins (const MftFlow *flow)
{
  GArray *margins = g_array_new (FALSE, FALSE, sizeof (Margin));

  for (guint section = 0; section < mft_flow_n_sections (flow); section++)
    for (gboolean first = FALSE; first <= is_first_other (flow, section); first++)
      {
        const Margin header = { "header", section, first }, footer = { "footer", section, first };
        g_array_append_val (margins, header);
        if (mft_flow_foot (flow) != NULL)
          g_array_append_val (margins, footer);
      }
  return margins;
}

/* "header1", of the first page "header1first". */
static char *
dup_name (const Margin *margin)
{
  return g_strdup_printf ("%s%u%s", margin->kind, margin->section + 1,
                          margin->first ? "first" : "");
}

static void
write_references (MftXmlWriter *xml, const MftFlow *flow, guint section)
{
  g_autoptr (GArray) margins = list_margins (flow);

  for (guint i = 0; i < margins->len; i++)
    {
      const Margin *margin = &g_array_index (margins, Margin, i);
      g_autofree char *element = g_strdup_printf ("w:%sReference", margin->kind);
      g_autofree char *name = dup_name (margin);
      if (margin->section != section)
        continue;
      mft_xml_writer_start (xml, element);
      mft_xml_writer_attribute (xml, "w:type", margin->first ? "first" : "default");
      mft_xml_writer_attribute (xml, "r:id", name);
      mft_xml_writer_end (xml);
    }
}

void
mft_docx_section (MftXmlWriter *xml, const MftFlow *flow, guint section)
{
  const MftProfile *profile = mft_flow_get_section (flow, section);

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "w:sectPr");
  write_references (xml, flow, section);
  mft_xml_writer_start (xml, "w:pgSz");
  mft_docx_attribute_number (xml, "w:w", mft_docx_twips (profile->width));
  mft_docx_attribute_number (xml, "w:h", mft_docx_twips (profile->height));
  mft_xml_writer_attribute (xml, "w:orient", profile->width > profile->height ? "landscape" : NULL);
  mft_xml_writer_end (xml);
  mft_xml_writer_start (xml, "w:pgMar");
  mft_docx_attribute_number (xml, "w:top", mft_docx_twips (profile->top));
  mft_docx_attribute_number (xml, "w:right", mft_docx_twips (profile->right));
  mft_docx_attribute_number (xml, "w:bottom", mft_docx_twips (profile->bottom));
  mft_docx_attribute_number (xml, "w:left", mft_docx_twips (profile->left));
  mft_docx_attribute_number (xml, "w:header", mft_docx_twips (mft_flow_head_edge (profile)));
  mft_docx_attribute_number (xml, "w:footer", mft_docx_twips (mft_flow_foot_edge (profile)));
  mft_docx_attribute_number (xml, "w:gutter", 0);
  mft_xml_writer_end (xml);
  if (is_first_other (flow, section))
    mft_docx_empty (xml, "w:titlePg");
  mft_xml_writer_end (xml);
}

/* --- headers and footers --------------------------------------------------------------------------- */

static void
write_tab (MftXmlWriter *xml, const char *kind, double place)
{
  mft_xml_writer_start (xml, "w:tab");
  mft_xml_writer_attribute (xml, "w:val", kind);
  mft_docx_attribute_number (xml, "w:pos", mft_docx_twips (place));
  mft_xml_writer_end (xml);
}

static void
start_run (MftXmlWriter *xml, double size)
{
  mft_xml_writer_start (xml, "w:r");
  mft_xml_writer_start (xml, "w:rPr");
  mft_docx_val_number (xml, "w:sz", (int) (size * 2));
  mft_xml_writer_end (xml);
}

static void
write_words (MftXmlWriter *xml, const char *words, double size)
{
  start_run (xml, size);
  mft_xml_writer_start (xml, "w:t");
  mft_xml_writer_attribute (xml, "xml:space", "preserve");
  mft_xml_writer_text (xml, words);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

/* To the middle or the right margin. */
static void
write_gap (MftXmlWriter *xml, guint tabs)
{
  mft_xml_writer_start (xml, "w:r");
  while (tabs-- > 0)
    mft_docx_empty (xml, "w:tab");
  mft_xml_writer_end (xml);
}

static void
write_field (MftXmlWriter *xml, const char *instruction, double size)
{
  mft_xml_writer_start (xml, "w:fldSimple");
  mft_xml_writer_attribute (xml, "w:instr", instruction);
  write_words (xml, "2", size);
  mft_xml_writer_end (xml);
}

/* As on our own pages. */
static void
write_number (MftXmlWriter *xml, MftPageNumbers numbers)
{
  switch (numbers)
    {
    case MFT_PAGE_NUMBERS_DASHES:
      write_gap (xml, 1);
      write_words (xml, "- ", MFT_FURNITURE_NUMBER_SIZE);
      write_field (xml, " PAGE ", MFT_FURNITURE_NUMBER_SIZE);
      write_words (xml, " -", MFT_FURNITURE_NUMBER_SIZE);
      break;
    case MFT_PAGE_NUMBERS_OF:
      write_gap (xml, 2);
      write_words (xml, "Halaman ", MFT_FURNITURE_WORDS_SIZE);
      write_field (xml, " PAGE ", MFT_FURNITURE_WORDS_SIZE);
      write_words (xml, " dari ", MFT_FURNITURE_WORDS_SIZE);
      write_field (xml, " NUMPAGES ", MFT_FURNITURE_WORDS_SIZE);
      break;
    case MFT_PAGE_NUMBERS_NONE:
      break;
    }
}

static GBytes *
write_margin (const MftFlow *flow, const Margin *margin)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  const MftProfile *profile = mft_flow_get_section (flow, margin->section);
  double width = profile->width - profile->left - profile->right;
  gboolean head = g_str_equal (margin->kind, "header");
  const char *words = head ? mft_flow_head (flow) : mft_flow_foot (flow);

  mft_xml_writer_start (xml, head ? "w:hdr" : "w:ftr");
  mft_xml_writer_attribute (xml, "xmlns:w", MFT_DOCX_SPACE);
  mft_xml_writer_start (xml, "w:p");
  mft_xml_writer_start (xml, "w:pPr");
  mft_xml_writer_start (xml, "w:tabs");
  write_tab (xml, "center", width / 2);
  write_tab (xml, "right", width);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  if (words != NULL)
    write_words (xml, words, MFT_FURNITURE_WORDS_SIZE);
  if (head && !margin->first)
    write_number (xml, profile->numbers);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}

/* --- the package ----------------------------------------------------------------------------------- */

char *
mft_docx_margin_types (const MftFlow *flow)
{
  g_autoptr (GArray) margins = list_margins (flow);
  GString *types = g_string_new (NULL);

  for (guint i = 0; i < margins->len; i++)
    {
      const Margin *margin = &g_array_index (margins, Margin, i);
      g_autofree char *name = dup_name (margin);
      g_string_append_printf (
          types, "<Override PartName=\"/word/%s.xml\" ContentType=\"" TYPE "%s+xml\"/>", name,
          margin->kind);
    }
  return g_string_free (types, FALSE);
}

char *
mft_docx_margin_relations (const MftFlow *flow)
{
  g_autoptr (GArray) margins = list_margins (flow);
  GString *relations = g_string_new (NULL);

  for (guint i = 0; i < margins->len; i++)
    {
      const Margin *margin = &g_array_index (margins, Margin, i);
      g_autofree char *name = dup_name (margin);
      g_string_append_printf (relations,
                              "<Relationship Id=\"%s\" Type=\"" MFT_DOCX_RELATIONS
                              "/%s\" Target=\"%s.xml\"/>",
                              name, margin->kind, name);
    }
  return g_string_free (relations, FALSE);
}

void
mft_docx_add_margins (MftZipWriter *zip, const MftFlow *flow)
{
  g_autoptr (GArray) margins = list_margins (flow);

  for (guint i = 0; i < margins->len; i++)
    {
      const Margin *margin = &g_array_index (margins, Margin, i);
      g_autofree char *name = dup_name (margin);
      g_autofree char *part = g_strdup_printf ("word/%s.xml", name);
      g_autoptr (GBytes) bytes = write_margin (flow, margin);
      mft_zip_writer_add (zip, part, bytes, FALSE);
    }
}
