/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-style-sheet.h"

#include "exchange/docx/docx-borders.h"

/* Word itself allows no longer chains. */
#define CHAIN_MOST 20

struct MftDocxStyleSheet
{
  GHashTable *by_id; /* both borrowed from the document */
  const char *standard;
};

MftDocxStyleSheet *
mft_docx_style_sheet_new (xmlDoc *doc)
{
  MftDocxStyleSheet *styles = g_new0 (MftDocxStyleSheet, 1);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  styles->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (xmlNode *at = root != NULL ? root->children : NULL; at != NULL; at = at->next)
    {
      const char *id = mft_docx_is (at, "style") ? mft_docx_attribute (at, "styleId") : NULL;
      const char *standard = id != NULL ? mft_docx_attribute (at, "default") : NULL;

      if (id == NULL)
        continue;
      g_hash_table_insert (styles->by_id, (gpointer) id, at);
      if (standard != NULL && (g_str_equal (standard, "1") || g_str_equal (standard, "true"))
          && g_strcmp0 (mft_docx_attribute (at, "type"), "paragraph") == 0)
        styles->standard = id;
    }
  return styles;
}

void
mft_docx_style_sheet_free (MftDocxStyleSheet *styles)
{
  g_hash_table_unref (styles->by_id);
  g_free (styles);
}

const char *
mft_docx_style_sheet_default (MftDocxStyleSheet *styles)
{
  return styles->standard;
}

/* What `pick` finds first in the chain. */
static xmlNode *
search (MftDocxStyleSheet *styles, const char *id,
        xmlNode *(*pick) (xmlNode *style, const char *name), const char *name, const char **owner)
{
  for (guint i = 0; id != NULL && i < CHAIN_MOST; i++)
    {
      xmlNode *style = g_hash_table_lookup (styles->by_id, id);
      xmlNode *found = style != NULL ? pick (style, name) : NULL;

      if (found != NULL)
        {
          if (owner != NULL)
            *owner = id;
          return found;
        }
      id = style != NULL ? mft_docx_value (style, "basedOn") : NULL;
    }
  return NULL;
}

static xmlNode *
pick_numbering (xmlNode *style, const char *name)
{
  xmlNode *numbering = mft_docx_child (mft_docx_child (style, "pPr"), "numPr");

  return mft_docx_child (numbering, name);
}

static xmlNode *
pick_run_property (xmlNode *style, const char *name)
{
  return mft_docx_child (mft_docx_child (style, "rPr"), name);
}

static xmlNode *
pick_table_property (xmlNode *style, const char *name)
{
  return mft_docx_child (mft_docx_child (style, "tblPr"), name);
}

const char *
mft_docx_style_sheet_numbering (MftDocxStyleSheet *styles, const char *id, const char *name,
                                const char **owner)
{
  xmlNode *found = search (styles, id, pick_numbering, name, owner);

  return found != NULL ? mft_docx_attribute (found, "val") : NULL;
}

xmlNode *
mft_docx_style_sheet_run_property (MftDocxStyleSheet *styles, const char *id, const char *name)
{
  return search (styles, id, pick_run_property, name, NULL);
}

gboolean
mft_docx_style_sheet_is_contents (MftDocxStyleSheet *styles, const char *id)
{
  xmlNode *style = id != NULL ? g_hash_table_lookup (styles->by_id, id) : NULL;
  const char *name = style != NULL ? mft_docx_value (style, "name") : NULL;

  return name != NULL && g_ascii_strncasecmp (name, "toc ", 4) == 0 && g_ascii_isdigit (name[4]);
}

gboolean
mft_docx_style_sheet_is_ruled (MftDocxStyleSheet *styles, const char *id)
{
  xmlNode *borders = search (styles, id, pick_table_property, "tblBorders", NULL);

  return mft_docx_borders_are_drawn (borders);
}
