/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-names.h"
#include "exchange/docx/docx-parts.h"

/* The Pasal is Word's own first heading, so that its outline and tables of contents find it. */
const char *
mft_docx_style_id (MftFlowStyle style)
{
  return style == MFT_FLOW_PASAL ? "Heading1" : mft_flow_look (style, mft_profiles ()).id;
}

static void
write_letters (MftXmlWriter *xml, double size, gboolean bold)
{
  if (bold)
    {
      mft_docx_empty (xml, "w:b");
      mft_docx_empty (xml, "w:bCs");
    }
  mft_docx_val_number (xml, "w:sz", (int) (size * 2));
  mft_docx_val_number (xml, "w:szCs", (int) (size * 2));
}

void
mft_docx_family (MftXmlWriter *xml, const char *family)
{
  mft_xml_writer_start (xml, "w:rFonts");
  mft_xml_writer_attribute (xml, "w:ascii", family);
  mft_xml_writer_attribute (xml, "w:hAnsi", family);
  mft_xml_writer_attribute (xml, "w:eastAsia", family);
  mft_xml_writer_attribute (xml, "w:cs", family);
  mft_xml_writer_end (xml);
}

static void
write_defaults (MftXmlWriter *xml, const MftProfile *profile)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "w:docDefaults");
  mft_xml_writer_start (xml, "w:rPrDefault");
  mft_xml_writer_start (xml, "w:rPr");
  mft_docx_family (xml, mft_flow_family (profile));
  write_letters (xml, profile->size, FALSE);
  mft_docx_val (xml, "w:lang", "id-ID");
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  mft_docx_empty (xml, "w:pPrDefault");
  mft_xml_writer_end (xml);
}

static const char *
alignment (MftFlowAlign align)
{
  switch (align)
    {
    case MFT_FLOW_LEFT:
      return "left";
    case MFT_FLOW_CENTRE:
      return "center";
    case MFT_FLOW_JUSTIFIED:
      return "both";
    }
  g_return_val_if_reached ("left");
}

static void
write_paragraph (MftXmlWriter *xml, const MftFlowLook *look)
{
  mft_xml_writer_start (xml, "w:pPr");
  if (look->keep_next)
    mft_docx_empty (xml, "w:keepNext");
  if (look->align != MFT_FLOW_JUSTIFIED)
    mft_docx_empty (xml, "w:suppressAutoHyphens");
  mft_xml_writer_start (xml, "w:spacing");
  mft_docx_attribute_number (xml, "w:before", mft_docx_twips (look->above));
  mft_docx_attribute_number (xml, "w:after", mft_docx_twips (look->below));
  mft_docx_attribute_number (xml, "w:line", mft_docx_twips (look->leading));
  mft_xml_writer_attribute (xml, "w:lineRule", "atLeast");
  mft_xml_writer_end (xml);
  mft_docx_val (xml, "w:jc", alignment (look->align));
  if (look->outline > 0)
    mft_docx_val_number (xml, "w:outlineLvl", (int) look->outline - 1);
  mft_xml_writer_end (xml);
}

static void
start_style (MftXmlWriter *xml, const char *id, const char *name)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "w:style");
  mft_xml_writer_attribute (xml, "w:type", "paragraph");
  mft_xml_writer_attribute (xml, "w:customStyle",
                            g_str_equal (id, "Heading1") || g_str_equal (id, "Normal") ? NULL
                                                                                       : "1");
  mft_xml_writer_attribute (xml, "w:default", g_str_equal (id, "Normal") ? "1" : NULL);
  mft_xml_writer_attribute (xml, "w:styleId", id);
  mft_docx_val (xml, "w:name", name);
}

static void
write_style (MftXmlWriter *xml, MftFlowStyle style, const MftProfile *profile)
{
  MftFlowLook look = mft_flow_look (style, profile);

  start_style (xml, mft_docx_style_id (style), style == MFT_FLOW_PASAL ? "heading 1" : look.name);
  mft_docx_val (xml, "w:basedOn", "Normal");
  mft_docx_empty (xml, "w:qFormat");
  write_paragraph (xml, &look);
  mft_xml_writer_start (xml, "w:rPr");
  write_letters (xml, look.size, look.bold);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

GBytes *
mft_docx_styles (const MftFlow *flow)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  const MftProfile *profile = mft_flow_get_profile (flow);

  mft_xml_writer_start (xml, "w:styles");
  mft_xml_writer_attribute (xml, "xmlns:w", MFT_DOCX_SPACE);
  write_defaults (xml, profile);
  start_style (xml, "Normal", "Normal");
  mft_docx_empty (xml, "w:qFormat");
  mft_xml_writer_end (xml);
  for (guint style = 0; style < MFT_FLOW_N_STYLES; style++)
    write_style (xml, style, profile);
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}
