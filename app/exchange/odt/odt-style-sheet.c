/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/odt/odt-style-sheet.h"

#include "container/xml.h"
#include "exchange/odt/odt-names.h"

#define CHAIN_MOST 20

struct MftOdtStyleSheet
{
  GHashTable *styles;  /* "family name" → style:style */
  GHashTable *lists;   /* name → text:list-style */
  GHashTable *pages;   /* name → style:master-page */
  GHashTable *layouts; /* name → style:page-layout */
  xmlNode *outline;
};

static char *
key_of (const char *family, const char *name)
{
  return g_strdup_printf ("%s %s", family, name);
}

static void
take_styles (MftOdtStyleSheet *sheet, const xmlNode *parent)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    {
      const char *name
          = at->type == XML_ELEMENT_NODE ? mft_xml_attribute (at, MFT_ODT_STYLE, "name") : NULL;
      const char *family = name != NULL ? mft_xml_attribute (at, MFT_ODT_STYLE, "family") : NULL;

      if (family != NULL && mft_xml_is (at, MFT_ODT_STYLE, "style"))
        g_hash_table_insert (sheet->styles, key_of (family, name), at);
      else if (name != NULL && mft_xml_is (at, MFT_ODT_TEXT, "list-style"))
        g_hash_table_insert (sheet->lists, (gpointer) name, at);
      else if (name != NULL && mft_xml_is (at, MFT_ODT_STYLE, "master-page"))
        g_hash_table_insert (sheet->pages, (gpointer) name, at);
      else if (name != NULL && mft_xml_is (at, MFT_ODT_STYLE, "page-layout"))
        g_hash_table_insert (sheet->layouts, (gpointer) name, at);
      else if (mft_xml_is (at, MFT_ODT_TEXT, "outline-style"))
        sheet->outline = at;
    }
}

static void
take_document (MftOdtStyleSheet *sheet, xmlDoc *doc)
{
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  for (xmlNode *at = root != NULL ? root->children : NULL; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_OFFICE, "styles")
        || mft_xml_is (at, MFT_ODT_OFFICE, "automatic-styles")
        || mft_xml_is (at, MFT_ODT_OFFICE, "master-styles"))
      take_styles (sheet, at);
}

/* The text's own automatic styles count more than those of headers, which may have the same names. */
MftOdtStyleSheet *
mft_odt_style_sheet_new (xmlDoc *content, xmlDoc *styles)
{
  MftOdtStyleSheet *sheet = g_new0 (MftOdtStyleSheet, 1);

  sheet->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheet->lists = g_hash_table_new (g_str_hash, g_str_equal);
  sheet->pages = g_hash_table_new (g_str_hash, g_str_equal);
  sheet->layouts = g_hash_table_new (g_str_hash, g_str_equal);
  take_document (sheet, styles);
  take_document (sheet, content);
  return sheet;
}

void
mft_odt_style_sheet_free (MftOdtStyleSheet *sheet)
{
  g_hash_table_unref (sheet->styles);
  g_hash_table_unref (sheet->lists);
  g_hash_table_unref (sheet->pages);
  g_hash_table_unref (sheet->layouts);
  g_free (sheet);
}

static xmlNode *
find_style (MftOdtStyleSheet *sheet, const char *family, const char *name)
{
  g_autofree char *key = key_of (family, name);

  return g_hash_table_lookup (sheet->styles, key);
}

const char *
mft_odt_style_sheet_property (MftOdtStyleSheet *sheet, const char *family, const char *style,
                              const char *properties, const char *space, const char *name)
{
  for (guint i = 0; style != NULL && i < CHAIN_MOST; i++)
    {
      const xmlNode *node = find_style (sheet, family, style);

      for (const xmlNode *at = node != NULL ? node->children : NULL; at != NULL; at = at->next)
        {
          const char *value = mft_xml_is (at, MFT_ODT_STYLE, properties)
                                  ? mft_xml_attribute (at, space, name)
                                  : NULL;
          if (value != NULL)
            return value;
        }
      style = node != NULL ? mft_xml_attribute (node, MFT_ODT_STYLE, "parent-style-name") : NULL;
    }
  return NULL;
}

const char *
mft_odt_style_sheet_list (MftOdtStyleSheet *sheet, const char *style)
{
  for (guint i = 0; style != NULL && i < CHAIN_MOST; i++)
    {
      const xmlNode *node = find_style (sheet, "paragraph", style);
      const char *list
          = node != NULL ? mft_xml_attribute (node, MFT_ODT_STYLE, "list-style-name") : NULL;

      if (list != NULL)
        return list;
      style = node != NULL ? mft_xml_attribute (node, MFT_ODT_STYLE, "parent-style-name") : NULL;
    }
  return NULL;
}

xmlNode *
mft_odt_style_sheet_list_style (MftOdtStyleSheet *sheet, const char *name)
{
  return name != NULL ? g_hash_table_lookup (sheet->lists, name) : sheet->outline;
}

static xmlNode *
find (GHashTable *table, const char *name)
{
  return name != NULL ? g_hash_table_lookup (table, name) : NULL;
}

static const char *
attribute (const xmlNode *node, const char *name)
{
  return node != NULL ? mft_xml_attribute (node, MFT_ODT_STYLE, name) : NULL;
}

void
mft_odt_style_sheet_pages (MftOdtStyleSheet *sheet, const char *family, const char *style,
                           gboolean *across)
{
  const xmlNode *node = style != NULL ? find_style (sheet, family, style) : NULL;
  const xmlNode *page = find (sheet->pages, attribute (node, "master-page-name"));
  const xmlNode *layout = find (sheet->layouts, attribute (page, "page-layout-name"));

  for (const xmlNode *at = layout != NULL ? layout->children : NULL; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_STYLE, "page-layout-properties"))
      *across = g_strcmp0 (attribute (at, "print-orientation"), "landscape") == 0;
}
