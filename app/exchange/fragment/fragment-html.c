/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/fragment/fragment-private.h"

#include "container/libxml.h"

#define SIZE_MOST (8 * 1024 * 1024)
#define DEPTH_MOST 200

typedef struct
{
  MftFragmentReader lines;
  MftTextBuilder text;
  gboolean space; /* white space waits for the next word */
  gboolean empty; /* nothing in the line yet */
  char *marker;   /* of a list's item, before its words */
} Reader;

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return name != NULL && g_strv_contains (names, name);
}

static void
end_line (Reader *reader)
{
  g_autoptr (MftText) text = mft_text_builder_end (&reader->text);

  _mft_fragment_add (&reader->lines, text);
  mft_text_builder_init (&reader->text);
  reader->space = FALSE;
  reader->empty = TRUE;
}

/* White space of any kind and length is one space, and none at the start. */
static void
add_words (Reader *reader, const char *words, MftStyle style)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (g_unichar_isspace (letter))
        {
          reader->space = TRUE;
          continue;
        }
      if (reader->empty && reader->marker != NULL)
        g_string_append (clean, reader->marker);
      g_clear_pointer (&reader->marker, g_free);
      if (reader->space && !reader->empty)
        g_string_append_c (clean, ' ');
      g_string_append_unichar (clean, letter);
      reader->space = FALSE;
      reader->empty = FALSE;
    }
  if (clean->len > 0)
    mft_text_builder_words (&reader->text, clean->str, style);
}

/* "a. " for the item of a list, as a browser would show it. */
static char *
dup_marker (xmlNode *item)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
  xmlNode *list = item->parent;
  xmlChar *type = list != NULL ? xmlGetProp (list, BAD_CAST "type") : NULL;
  gboolean letter = type != NULL && (*type == 'a' || *type == 'A');
  guint ordinal = 1;

  g_free (type);
  if (list == NULL || xmlStrcmp (list->name, BAD_CAST "ol") != 0)
    return g_strdup ("- ");
  for (xmlNode *at = item->prev; at != NULL; at = at->prev)
    ordinal += at->type == XML_ELEMENT_NODE && xmlStrcmp (at->name, BAD_CAST "li") == 0 ? 1 : 0;
  return letter ? g_strdup_printf ("%c. ", letters[(ordinal - 1) % 26])
                : g_strdup_printf ("%u. ", ordinal);
}

static MftStyle
style_of (xmlNode *node, MftStyle style)
{
  static const char *const bold[] = { "b", "strong", NULL };
  static const char *const italic[] = { "i", "em", "cite", NULL };
  xmlChar *css = xmlGetProp (node, BAD_CAST "style");

  if (is_one_of ((const char *) node->name, bold)
      || (css != NULL && strstr ((const char *) css, "font-weight:bold") != NULL))
    style |= MFT_STYLE_BOLD;
  if (is_one_of ((const char *) node->name, italic)
      || (css != NULL && strstr ((const char *) css, "font-style:italic") != NULL))
    style |= MFT_STYLE_ITALIC;
  /* What a mail program wraps everything in: <b style="font-weight:normal">. */
  if (css != NULL && strstr ((const char *) css, "font-weight:normal") != NULL)
    style &= ~(guint) MFT_STYLE_BOLD;
  g_free (css);
  return style;
}

static gboolean
read_nodes (Reader *reader, xmlNode *node, MftStyle style, guint depth)
{
  static const char *const skipped[] = { "script", "style", "head", "title", "template", NULL };
  static const char *const lines[]
      = { "p",  "div", "li", "ul", "ol", "br", "tr",  "table",      "h1",      "h2",      "h3",
          "h4", "h5",  "h6", "hr", "dt", "dd", "pre", "blockquote", "section", "article", NULL };

  if (depth > DEPTH_MOST)
    return FALSE;
  for (; node != NULL; node = node->next)
    {
      const char *name = (const char *) node->name;
      gboolean breaks = node->type == XML_ELEMENT_NODE && is_one_of (name, lines);
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        add_words (reader, (const char *) node->content, style);
      if (node->type != XML_ELEMENT_NODE || is_one_of (name, skipped))
        continue;
      if (breaks)
        end_line (reader);
      if (g_str_equal (name, "td") || g_str_equal (name, "th"))
        reader->space = TRUE;
      if (g_str_equal (name, "li"))
        {
          g_free (reader->marker);
          reader->marker = dup_marker (node);
        }
      if (!read_nodes (reader, node->children, style_of (node, style), depth + 1))
        return FALSE;
      if (breaks)
        end_line (reader);
    }
  return TRUE;
}

/* Word's <![if …]> and <![endif]> are no markup to libxml2 and would be read as words. */
static GString *
without_conditions (const char *html, gsize size)
{
  g_autofree char *copy = g_strndup (html, size);
  GString *clean = g_string_sized_new (size);
  const char *at = copy;

  for (const char *open; (open = strstr (at, "<![")) != NULL;)
    {
      const char *close = strstr (open, "]>");
      if (close == NULL)
        break;
      g_string_append_len (clean, at, open - at);
      at = close + 2;
    }
  g_string_append (clean, at);
  return clean;
}

GArray *
mft_fragment_read_html (const char *html, gsize size)
{
  Reader reader = { .empty = TRUE };
  htmlDocPtr document;
  gboolean read;

  if (size > SIZE_MOST)
    return NULL;
  g_autoptr (GString) clean = without_conditions (html, size);
  document = htmlReadMemory (clean->str, (int) clean->len, NULL, "UTF-8",
                             HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                 | HTML_PARSE_RECOVER);
  _mft_fragment_begin (&reader.lines);
  mft_text_builder_init (&reader.text);
  read = document == NULL
         || read_nodes (&reader, xmlDocGetRootElement (document), MFT_STYLE_PLAIN, 0);
  end_line (&reader);
  g_array_unref (reader.text.runs);
  g_free (reader.marker);
  if (document != NULL)
    xmlFreeDoc (document);
  if (!read)
    g_clear_pointer (&reader.lines.lines, g_array_unref);
  return reader.lines.lines;
}
