/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container/xml-writer.h"

#include "base/nfc.h"

struct MftXmlWriter
{
  GString *out;
  GPtrArray *open; /* names of the elements not yet ended */
  gboolean whole;  /* a file, not a fragment */
  gboolean in_tag; /* the last start tag still takes attributes */
};

MftXmlWriter *
mft_xml_writer_new_fragment (void)
{
  MftXmlWriter *writer = g_new0 (MftXmlWriter, 1);

  writer->out = g_string_new (NULL);
  writer->open = g_ptr_array_new_with_free_func (g_free);
  return writer;
}

MftXmlWriter *
mft_xml_writer_new (void)
{
  MftXmlWriter *writer = mft_xml_writer_new_fragment ();

  writer->whole = TRUE;
  g_string_append (writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  return writer;
}

void
mft_xml_writer_free (MftXmlWriter *writer)
{
  if (writer->out != NULL)
    g_string_free (writer->out, TRUE);
  g_ptr_array_unref (writer->open);
  g_free (writer);
}

static void
close_tag (MftXmlWriter *writer)
{
  if (writer->in_tag)
    g_string_append_c (writer->out, '>');
  writer->in_tag = FALSE;
}

/* XML 1.0 §2.2 */
static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

static void
append_character (GString *out, gunichar c, gboolean in_attribute)
{
  if (c == '&')
    g_string_append (out, "&amp;");
  else if (c == '<')
    g_string_append (out, "&lt;");
  else if (c == '>')
    g_string_append (out, "&gt;");
  else if (c == '"' && in_attribute)
    g_string_append (out, "&quot;");
  else if (c == '\r' || (in_attribute && (c == '\n' || c == '\t')))
    /* A parser would turn these into other white space. */
    g_string_append_printf (out, "&#%u;", c);
  else
    g_string_append_unichar (out, is_xml_character (c) ? c : 0xFFFD);
}

static void
append_escaped (GString *out, const char *text, gboolean in_attribute)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = mft_nfc (valid);

  for (const char *at = normal; *at != '\0';)
    {
      const char *start = at;
      while (g_ascii_isprint (*at) && strchr ("&<>\"", *at) == NULL)
        at++;
      g_string_append_len (out, start, at - start);
      if (*at == '\0')
        break;
      append_character (out, g_utf8_get_char (at), in_attribute);
      at = g_utf8_next_char (at);
    }
}

void
mft_xml_writer_start (MftXmlWriter *writer, const char *name)
{
  close_tag (writer);
  g_string_append_printf (writer->out, "<%s", name);
  g_ptr_array_add (writer->open, g_strdup (name));
  writer->in_tag = TRUE;
}

void
mft_xml_writer_attribute (MftXmlWriter *writer, const char *name, const char *value)
{
  g_return_if_fail (writer->in_tag);
  if (value == NULL)
    return;
  g_string_append_printf (writer->out, " %s=\"", name);
  append_escaped (writer->out, value, TRUE);
  g_string_append_c (writer->out, '"');
}

void
mft_xml_writer_text (MftXmlWriter *writer, const char *text)
{
  if (text[0] == '\0')
    return;
  close_tag (writer);
  append_escaped (writer->out, text, FALSE);
}

void
mft_xml_writer_end (MftXmlWriter *writer)
{
  g_autofree char *name = NULL;

  g_return_if_fail (writer->open->len > 0);
  name = g_ptr_array_steal_index (writer->open, writer->open->len - 1);
  if (writer->in_tag)
    g_string_append (writer->out, "/>");
  else
    g_string_append_printf (writer->out, "</%s>", name);
  writer->in_tag = FALSE;
}

void
mft_xml_writer_line (MftXmlWriter *writer)
{
  close_tag (writer);
  g_string_append_c (writer->out, '\n');
}

void
mft_xml_writer_element (MftXmlWriter *writer, const char *name, const char *text)
{
  mft_xml_writer_start (writer, name);
  mft_xml_writer_text (writer, text);
  mft_xml_writer_end (writer);
}

void
mft_xml_writer_raw (MftXmlWriter *writer, const char *markup)
{
  close_tag (writer);
  g_string_append (writer->out, markup);
}

GBytes *
mft_xml_writer_finish (MftXmlWriter *writer)
{
  while (writer->open->len > 0)
    mft_xml_writer_end (writer);
  if (writer->whole)
    mft_xml_writer_line (writer);
  return g_string_free_to_bytes (g_steal_pointer (&writer->out));
}
