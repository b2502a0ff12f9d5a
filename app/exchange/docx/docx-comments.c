/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-names.h"
#include "exchange/docx/docx-parts.h"

static void
write_comment (MftXmlWriter *xml, guint id, const MftRemark *remark)
{
  g_autofree char *paragraph = g_strdup_printf ("%08X", MFT_DOCX_COMMENT_FIRST + id);

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "w:comment");
  mft_docx_attribute_number (xml, "w:id", (int) id);
  mft_xml_writer_attribute (xml, "w:author", remark->author);
  mft_xml_writer_attribute (xml, "w:date", remark->time);
  mft_xml_writer_start (xml, "w:p");
  mft_xml_writer_attribute (xml, "w14:paraId", paragraph);
  mft_xml_writer_start (xml, "w:r");
  mft_xml_writer_start (xml, "w:t");
  mft_xml_writer_attribute (xml, "xml:space", "preserve");
  mft_xml_writer_text (xml, remark->text);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

GBytes *
mft_docx_comments (GPtrArray *threads)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  guint id = 0;

  mft_xml_writer_start (xml, "w:comments");
  mft_xml_writer_attribute (xml, "xmlns:w", MFT_DOCX_SPACE);
  mft_xml_writer_attribute (xml, "xmlns:w14", MFT_DOCX_SPACE_2010);
  for (guint i = 0; i < threads->len; i++)
    {
      const MftThread *thread = threads->pdata[i];
      for (guint k = 0; k < thread->remarks->len; k++)
        write_comment (xml, id++, thread->remarks->pdata[k]);
    }
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}

GBytes *
mft_docx_comments_extended (GPtrArray *threads)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  guint id = 0;

  mft_xml_writer_start (xml, "w15:commentsEx");
  mft_xml_writer_attribute (xml, "xmlns:w15", MFT_DOCX_SPACE_2012);
  for (guint i = 0; i < threads->len; i++)
    {
      const MftThread *thread = threads->pdata[i];
      g_autofree char *first = g_strdup_printf ("%08X", MFT_DOCX_COMMENT_FIRST + id);
      for (guint k = 0; k < thread->remarks->len; k++)
        {
          g_autofree char *own = g_strdup_printf ("%08X", MFT_DOCX_COMMENT_FIRST + id++);
          mft_xml_writer_start (xml, "w15:commentEx");
          mft_xml_writer_attribute (xml, "w15:paraId", own);
          mft_xml_writer_attribute (xml, "w15:paraIdParent", k > 0 ? first : NULL);
          mft_xml_writer_attribute (xml, "w15:done", thread->resolved ? "1" : "0");
          mft_xml_writer_end (xml);
        }
    }
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}
