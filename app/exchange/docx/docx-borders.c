/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-borders.h"

gboolean
mft_docx_borders_are_drawn (const xmlNode *borders)
{
  for (const xmlNode *at = borders != NULL ? borders->children : NULL; at != NULL; at = at->next)
    {
      const char *kind = at->type == XML_ELEMENT_NODE ? mft_docx_attribute (at, "val") : NULL;

      if (kind != NULL && !g_str_equal (kind, "nil") && !g_str_equal (kind, "none"))
        return TRUE;
    }
  return FALSE;
}
