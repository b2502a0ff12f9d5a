/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/odt/odt-parts.h"

void
mft_odt_spaces (MftXmlWriter *xml)
{
  static const char *const spaces[][2] = {
    { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
    { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
    { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
    { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
    { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
    { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
    { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
    { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
    { "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
    { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
    { "xmlns:loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    mft_xml_writer_attribute (xml, spaces[i][0], spaces[i][1]);
  mft_xml_writer_attribute (xml, "office:version", "1.3");
}

void
mft_odt_length (MftXmlWriter *xml, const char *attribute, double points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *length = NULL;

  g_ascii_formatd (number, sizeof number, "%.2f", points);
  length = g_strconcat (number, "pt", NULL);
  mft_xml_writer_attribute (xml, attribute, length);
}

static const char *
alignment (MftFlowAlign align)
{
  switch (align)
    {
    case MFT_FLOW_LEFT:
      return "start";
    case MFT_FLOW_CENTRE:
      return "center";
    case MFT_FLOW_JUSTIFIED:
      return "justify";
    }
  g_return_val_if_reached ("start");
}

static void
start_style (MftXmlWriter *xml, const char *name, const char *shown, const char *family)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "style:style");
  mft_xml_writer_attribute (xml, "style:name", name);
  mft_xml_writer_attribute (xml, "style:display-name", shown);
  mft_xml_writer_attribute (xml, "style:family", family);
}

static void
write_paragraph_style (MftXmlWriter *xml, MftFlowStyle style, const MftProfile *profile)
{
  MftFlowLook look = mft_flow_look (style, profile);

  start_style (xml, look.id, look.name, "paragraph");
  mft_xml_writer_attribute (xml, "style:parent-style-name", "Standard");
  if (look.outline > 0)
    mft_xml_writer_attribute (xml, "style:default-outline-level", "1");
  mft_xml_writer_start (xml, "style:paragraph-properties");
  mft_odt_length (xml, "fo:margin-top", look.above);
  mft_odt_length (xml, "fo:margin-bottom", look.below);
  mft_odt_length (xml, "style:line-height-at-least", look.leading);
  mft_xml_writer_attribute (xml, "fo:text-align", alignment (look.align));
  mft_xml_writer_attribute (xml, "fo:keep-with-next", look.keep_next ? "always" : NULL);
  mft_xml_writer_attribute (xml, "fo:orphans", "2");
  mft_xml_writer_attribute (xml, "fo:widows", "2");
  mft_xml_writer_end (xml);
  mft_xml_writer_start (xml, "style:text-properties");
  mft_odt_length (xml, "fo:font-size", look.size);
  mft_xml_writer_attribute (xml, "fo:font-weight", look.bold ? "bold" : "normal");
  mft_xml_writer_attribute (xml, "fo:hyphenate",
                            look.align == MFT_FLOW_JUSTIFIED ? "true" : "false");
  if (look.align == MFT_FLOW_JUSTIFIED)
    {
      mft_xml_writer_attribute (xml, "fo:hyphenation-remain-char-count", "2");
      mft_xml_writer_attribute (xml, "fo:hyphenation-push-char-count", "2");
    }
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_defaults (MftXmlWriter *xml, const MftProfile *profile)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "style:default-style");
  mft_xml_writer_attribute (xml, "style:family", "paragraph");
  mft_xml_writer_start (xml, "style:text-properties");
  mft_xml_writer_attribute (xml, "style:font-name", mft_flow_family (profile));
  mft_odt_length (xml, "fo:font-size", profile->size);
  mft_xml_writer_attribute (xml, "fo:language", "id");
  mft_xml_writer_attribute (xml, "fo:country", "ID");
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  start_style (xml, "Standard", NULL, "paragraph");
  mft_xml_writer_end (xml);
}

static void
write_character_style (MftXmlWriter *xml, const char *name, const char *attribute,
                       const char *value, const char *more, const char *more_value)
{
  start_style (xml, name, NULL, "text");
  mft_xml_writer_start (xml, "style:text-properties");
  mft_xml_writer_attribute (xml, attribute, value);
  if (more != NULL)
    mft_xml_writer_attribute (xml, more, more_value);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_level (MftXmlWriter *xml, const MftFlowList *list, guint level, const MftProfile *profile)
{
  static const struct
  {
    const char *prefix, *format, *suffix;
  } forms[] = {
    [MFT_LABEL_PASAL] = { "Pasal ", "1", NULL },
    [MFT_LABEL_AYAT] = { "(", "1", ")" },
    [MFT_LABEL_HURUF] = { NULL, "a", "." },
    [MFT_LABEL_ANGKA] = { NULL, "1", "." },
    [MFT_LABEL_SUB_HURUF] = { NULL, "a", ")" },
    [MFT_LABEL_SUB_ANGKA] = { NULL, "1", ")" },
    [MFT_LABEL_LAMPIRAN] = { "Lampiran ", "I", NULL },
  };
  MftLabelKind kind = list->levels[level];
  gboolean pasal = kind == MFT_LABEL_PASAL;
  g_autofree char *number = g_strdup_printf ("%u", level + 1);

  mft_xml_writer_start (xml, "text:list-level-style-number");
  mft_xml_writer_attribute (xml, "text:level", number);
  mft_xml_writer_attribute (xml, "text:style-name", pasal ? NULL : MFT_ODT_NUMBER);
  mft_xml_writer_attribute (xml, "style:num-prefix", forms[kind].prefix);
  mft_xml_writer_attribute (xml, "style:num-suffix", forms[kind].suffix);
  mft_xml_writer_attribute (xml, "style:num-format", forms[kind].format);
  if (*forms[kind].format == 'a')
    mft_xml_writer_attribute (xml, "style:num-letter-sync", "true");
  mft_xml_writer_start (xml, "style:list-level-properties");
  mft_xml_writer_attribute (xml, "text:list-level-position-and-space-mode", "label-alignment");
  mft_xml_writer_start (xml, "style:list-level-label-alignment");
  mft_xml_writer_attribute (xml, "text:label-followed-by", pasal ? "nothing" : "listtab");
  mft_odt_length (xml, "fo:margin-left", pasal ? 0 : level * profile->indent);
  mft_odt_length (xml, "fo:text-indent", pasal ? 0 : -profile->indent);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_list (MftXmlWriter *xml, const MftFlow *flow, guint list)
{
  g_autofree char *name = g_strdup_printf (MFT_ODT_LIST "%u", list);

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "text:list-style");
  mft_xml_writer_attribute (xml, "style:name", name);
  for (guint level = 0; level < MFT_FLOW_LEVELS; level++)
    write_level (xml, mft_flow_get_list (flow, list), level, mft_flow_get_profile (flow));
  mft_xml_writer_end (xml);
}

static void
write_named_styles (MftXmlWriter *xml, const MftFlow *flow)
{
  const MftProfile *profile = mft_flow_get_profile (flow);

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "office:styles");
  write_defaults (xml, profile);
  for (guint style = 0; style < MFT_FLOW_N_STYLES; style++)
    write_paragraph_style (xml, style, profile);
  write_character_style (xml, MFT_ODT_NUMBER, "fo:font-weight", "normal", NULL, NULL);
  write_character_style (xml, MFT_ODT_BOLD, "fo:font-weight", "bold", NULL, NULL);
  write_character_style (xml, MFT_ODT_ITALIC, "fo:font-style", "italic", NULL, NULL);
  write_character_style (xml, MFT_ODT_BOLD_ITALIC, "fo:font-style", "italic", "fo:font-weight",
                         "bold");
  for (guint list = 1; list <= mft_flow_n_lists (flow); list++)
    write_list (xml, flow, list);
  mft_xml_writer_end (xml);
}

GBytes *
mft_odt_styles (const MftFlow *flow)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  const MftProfile *profile = mft_flow_get_profile (flow);
  g_autofree char *quoted = g_strdup_printf ("'%s'", mft_flow_family (profile));

  mft_xml_writer_start (xml, "office:document-styles");
  mft_odt_spaces (xml);
  mft_xml_writer_start (xml, "office:font-face-decls");
  mft_xml_writer_start (xml, "style:font-face");
  mft_xml_writer_attribute (xml, "style:name", mft_flow_family (profile));
  mft_xml_writer_attribute (xml, "svg:font-family", quoted);
  mft_xml_writer_attribute (xml, "style:font-family-generic",
                            mft_flow_is_sans (profile) ? "swiss" : "roman");
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  write_named_styles (xml, flow);
  mft_odt_pages (xml, flow);
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}
