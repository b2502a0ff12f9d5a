/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/xmp.h"

static const char packet[]
    = "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\"\n"
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"%s>\n"
      "<dc:format>application/pdf</dc:format>\n"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
      "<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>\n"
      "<xmp:CreatorTool>%s</xmp:CreatorTool>\n"
      "<xmp:CreateDate>%s</xmp:CreateDate>\n"
      "<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
      "<xmp:MetadataDate>%s</xmp:MetadataDate>\n"
      "<pdf:Producer>%s</pdf:Producer>\n"
      "<pdfaid:part>3</pdfaid:part>\n"
      "<pdfaid:conformance>B</pdfaid:conformance>\n"
      "%s"
      "</rdf:Description>\n"
      "</rdf:RDF>\n"
      "</x:xmpmeta>\n"
      "<?xpacket end=\"r\"?>";

/* PDF/UA's own entry, which PDF/A wants explained (ISO 19005-3, 6.6.2.3.3). */
#define UA_NAMESPACE "http://www.aiim.org/pdfua/ns/id/"

static const char accessible[]
    = "<pdfuaid:part>1</pdfuaid:part>\n"
      "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
      "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
      "<pdfaSchema:namespaceURI>" UA_NAMESPACE "</pdfaSchema:namespaceURI>\n"
      "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
      "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
      "<pdfaProperty:name>part</pdfaProperty:name>\n"
      "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
      "<pdfaProperty:category>internal</pdfaProperty:category>\n"
      "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
      "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
      "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char accessible_namespaces[]
    = "\n xmlns:pdfuaid=\"" UA_NAMESPACE "\""
      "\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
      "\n xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
      "\n xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

char *
mft_xmp_packet (const char *title, const char *creator, const char *producer, const char *date,
                gboolean tagged)
{
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_creator = g_markup_escape_text (creator, -1);
  g_autofree char *safe_producer = g_markup_escape_text (producer, -1);

  return g_strdup_printf (packet, tagged ? accessible_namespaces : "", safe_title, safe_creator,
                          date, date, date, safe_producer, tagged ? accessible : "");
}
