/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures: w:drawing and, as older programs write them, w:pict. */
#include "exchange/docx/docx-names.h"
#include "exchange/docx/docx-reader-private.h"

#define VML "urn:schemas-microsoft-com:vml"

/* What the drawing is called, or NULL. */
static const char *
find_name (const xmlNode *node)
{
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    {
      const char *name = mft_xml_is (at, MFT_DOCX_WORD_DRAWING, "docPr")
                             ? mft_xml_attribute (at, NULL, "name")
                         : at->type == XML_ELEMENT_NODE ? find_name (at)
                                                        : NULL;
      if (name != NULL)
        return name;
    }
  return NULL;
}

static void
take (MftDocxReader *self, const char *id, const char *name, const char *part)
{
  g_autoptr (GBytes) bytes = id != NULL ? mft_docx_package_bytes (self->package, part, id) : NULL;

  name = name != NULL ? name : "gambar";
  if (bytes != NULL)
    mft_import_source_picture (self->source, name, bytes, part != NULL);
  else
    mft_import_report_guess (self->report, mft_import_source_number (self->source), name,
                             "picture-left-out", MFT_CONFIDENCE_LOW);
}

/* Those of a text box come with its paragraphs. */
static void
find (MftDocxReader *self, xmlNode *node, const char *name, const char *part)
{
  for (xmlNode *at = node->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_DOCX_DRAWING "main", "blip"))
      take (self, mft_xml_attribute (at, MFT_DOCX_RELATIONS, "embed"), name, part);
    else if (mft_xml_is (at, VML, "imagedata"))
      take (self, mft_xml_attribute (at, MFT_DOCX_RELATIONS, "id"), name, part);
    else if (at->type == XML_ELEMENT_NODE && !mft_docx_is (at, "txbxContent")
             && !g_str_equal ((const char *) at->name, "Fallback"))
      find (self, at, name, part);
}

void
_mft_docx_read_pictures (MftDocxReader *self, xmlNode *node, const char *part)
{
  find (self, node, find_name (node), part);
}
