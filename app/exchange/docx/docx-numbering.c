/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-names.h"
#include "exchange/docx/docx-parts.h"

static char *
level_text (MftLabelKind kind, guint level)
{
  switch (kind)
    {
    case MFT_LABEL_PASAL:
      return g_strdup_printf ("Pasal %%%u", level + 1);
    case MFT_LABEL_AYAT:
      return g_strdup_printf ("(%%%u)", level + 1);
    case MFT_LABEL_HURUF:
    case MFT_LABEL_ANGKA:
      return g_strdup_printf ("%%%u.", level + 1);
    case MFT_LABEL_SUB_HURUF:
    case MFT_LABEL_SUB_ANGKA:
      return g_strdup_printf ("%%%u)", level + 1);
    case MFT_LABEL_LAMPIRAN:
      break;
    }
  g_return_val_if_reached (g_strdup (""));
}

static void
write_level (MftXmlWriter *xml, const MftFlowList *list, guint level, const MftProfile *profile)
{
  MftLabelKind kind = list->levels[level];
  gboolean letters = kind == MFT_LABEL_HURUF || kind == MFT_LABEL_SUB_HURUF;
  gboolean pasal = kind == MFT_LABEL_PASAL;
  g_autofree char *text = level_text (kind, level);

  mft_xml_writer_start (xml, "w:lvl");
  mft_docx_attribute_number (xml, "w:ilvl", (int) level);
  mft_docx_val (xml, "w:start", "1");
  mft_docx_val (xml, "w:numFmt", letters ? "lowerLetter" : "decimal");
  mft_docx_val (xml, "w:suff", pasal ? "nothing" : "tab");
  mft_docx_val (xml, "w:lvlText", text);
  mft_docx_val (xml, "w:lvlJc", "left");
  mft_xml_writer_start (xml, "w:pPr");
  mft_xml_writer_start (xml, "w:ind");
  mft_docx_attribute_number (xml, "w:left", mft_docx_twips (level * profile->indent));
  mft_docx_attribute_number (xml, "w:hanging", pasal ? 0 : mft_docx_twips (profile->indent));
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  if (!pasal)
    {
      mft_xml_writer_start (xml, "w:rPr");
      mft_docx_val (xml, "w:b", "0");
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

static void
write_list (MftXmlWriter *xml, const MftFlow *flow, guint list)
{
  g_autofree char *name = g_strdup_printf ("%08X", 0x4d465400 + list);

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "w:abstractNum");
  mft_docx_attribute_number (xml, "w:abstractNumId", (int) list);
  mft_docx_val (xml, "w:nsid", name);
  mft_docx_val (xml, "w:multiLevelType", "multilevel");
  for (guint level = 0; level < MFT_FLOW_LEVELS; level++)
    write_level (xml, mft_flow_get_list (flow, list), level, mft_flow_get_profile (flow));
  mft_xml_writer_end (xml);
}

static void
write_number (MftXmlWriter *xml, guint id, const MftDocxNumber *number)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "w:num");
  mft_docx_attribute_number (xml, "w:numId", (int) id);
  mft_docx_val_number (xml, "w:abstractNumId", (int) number->list);
  if (number->start > 0)
    {
      mft_xml_writer_start (xml, "w:lvlOverride");
      mft_docx_attribute_number (xml, "w:ilvl", (int) number->level);
      mft_docx_val_number (xml, "w:startOverride", (int) number->start);
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

GBytes *
mft_docx_numbering (const MftFlow *flow, GArray *numbers)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();

  mft_xml_writer_start (xml, "w:numbering");
  mft_xml_writer_attribute (xml, "xmlns:w", MFT_DOCX_SPACE);
  for (guint list = 1; list <= mft_flow_n_lists (flow); list++)
    write_list (xml, flow, list);
  for (guint i = 0; i < numbers->len; i++)
    write_number (xml, i + 1, &g_array_index (numbers, MftDocxNumber, i));
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}
