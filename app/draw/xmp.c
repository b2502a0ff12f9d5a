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
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
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
      "</rdf:Description>\n"
      "</rdf:RDF>\n"
      "</x:xmpmeta>\n"
      "<?xpacket end=\"r\"?>";

char *
mft_xmp_packet (const char *title, const char *creator, const char *producer, const char *date)
{
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_creator = g_markup_escape_text (creator, -1);
  g_autofree char *safe_producer = g_markup_escape_text (producer, -1);

  return g_strdup_printf (packet, safe_title, safe_creator, date, date, date, safe_producer);
}
