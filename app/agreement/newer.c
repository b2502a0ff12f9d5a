/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/newer.h"

#include "agreement/akn.h"
#include "agreement/error.h"
#include "bahasa/text.h"
#include "container/xml.h"
#include "container/zip.h"

#define ENTRY "naskah.xml"
#define DEPTH_MOST 64

typedef struct
{
  GString *text;
  char *number; /* of the block whose words come next, or NULL */
} Words;

/* Whether it has words of its own, not only elements with words. */
static gboolean
has_words (xmlNode *element)
{
  for (xmlNode *at = element->children; at != NULL; at = at->next)
    if (at->type == XML_TEXT_NODE && !xmlIsBlankNode (at))
      return TRUE;
  return FALSE;
}

static char *
dup_words (xmlNode *element)
{
  xmlChar *content = xmlNodeGetContent (element);
  char *words = mft_text_normalize ((const char *) content);

  g_free (content);
  return words;
}

static void
add_line (Words *words, xmlNode *element)
{
  g_autofree char *line = dup_words (element);

  if (g_str_equal ((const char *) element->name, "num"))
    {
      g_free (words->number);
      words->number = g_steal_pointer (&line);
      return;
    }
  if (words->number != NULL)
    g_string_append_printf (words->text, "%s ", words->number);
  g_clear_pointer (&words->number, g_free);
  g_string_append_printf (words->text, "%s\n", line);
}

static void
add_words (Words *words, xmlNode *element, guint depth)
{
  if (depth > DEPTH_MOST || g_str_equal ((const char *) element->name, "meta"))
    return;
  if (has_words (element))
    {
      add_line (words, element);
      return;
    }
  for (xmlNode *at = mft_xml_element (element->children); at != NULL;
       at = mft_xml_element (at->next))
    add_words (words, at, depth + 1);
}

static gboolean
is_zip (GBytes *bytes)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);

  return size > 4 && memcmp (start, "PK\3\4", 4) == 0;
}

char *
mft_newer_dup_text (GBytes *bytes, GError **error)
{
  g_autoptr (MftZip) zip = is_zip (bytes) ? mft_zip_open (bytes, NULL, error) : NULL;
  g_autoptr (GBytes) entry = zip != NULL      ? mft_zip_read (zip, ENTRY, error)
                             : is_zip (bytes) ? NULL
                                              : g_bytes_ref (bytes);
  g_autoptr (xmlDoc) doc = entry != NULL ? mft_xml_parse (entry, ENTRY, NULL, error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Words words = { .text = text };

  if (doc == NULL)
    return NULL;
  if (!mft_xml_is (xmlDocGetRootElement (doc), MFT_AKN_SPACE, "akomaNtoso"))
    {
      g_set_error_literal (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED,
                           "this is no naskah.xml");
      return NULL;
    }
  add_words (&words, xmlDocGetRootElement (doc), 0);
  g_free (words.number);
  return g_strdup (text->str);
}
