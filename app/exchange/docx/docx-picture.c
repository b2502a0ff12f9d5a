/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-names.h"
#include "exchange/docx/docx-parts.h"
#include "draw/jpeg.h"
#include "exchange/picture.h"

#define EMU_A_POINT 12700

/* In line with the words (ECMA-376-1 §20.4.2.8, §20.2.2.5). Its name brings it back to its place. */
static const char drawing[]
    = "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      "<wp:extent cx=\"%d\" cy=\"%d\"/><wp:docPr id=\"%u\" name=\"%s\"/>"
      "<a:graphic><a:graphicData uri=\"" MFT_DOCX_DRAWING "picture\"><pic:pic>"
      "<pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"%s\"/><pic:cNvPicPr/></pic:nvPicPr>"
      "<pic:blipFill><a:blip r:embed=\"" MFT_DOCX_PICTURE "%u\"/>"
      "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>"
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
      "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";

void
mft_docx_picture (MftXmlWriter *xml, const MftFlowPicture *picture, guint number)
{
  int across = (int) (picture->width * EMU_A_POINT), down = (int) (picture->height * EMU_A_POINT);
  g_autofree char *markup = g_markup_printf_escaped (drawing, across, down, number, picture->name,
                                                     number, picture->name, number, across, down);

  mft_xml_writer_raw (xml, markup);
}

static char *
part_name (const MftFlowPicture *picture, guint number)
{
  return g_strdup_printf ("media/gambar%u.%s", number,
                          mft_jpeg_is (picture->bytes) ? "jpg" : "png");
}

char *
mft_docx_picture_relations (GPtrArray *pictures)
{
  GString *relations = g_string_new (NULL);

  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *name = part_name (pictures->pdata[i], i + 1);
      g_string_append_printf (relations,
                              "<Relationship Id=\"" MFT_DOCX_PICTURE "%u\""
                              " Type=\"" MFT_DOCX_RELATIONS "/image\" Target=\"%s\"/>",
                              i + 1, name);
    }
  return g_string_free (relations, FALSE);
}

void
mft_docx_add_pictures (MftZipWriter *zip, GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++)
    {
      const MftFlowPicture *picture = pictures->pdata[i];
      g_autofree char *name = part_name (picture, i + 1);
      g_autofree char *path = g_strconcat ("word/", name, NULL);
      mft_zip_writer_add (zip, path, picture->bytes, TRUE);
    }
}
