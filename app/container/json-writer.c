/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container/json-writer.h"

struct MftJsonWriter
{
  GString *out;
  GString *open;  /* '{' and '[' of what is not yet ended */
  gboolean empty; /* the innermost one has no member yet */
};

MftJsonWriter *
mft_json_writer_new (void)
{
  MftJsonWriter *writer = g_new0 (MftJsonWriter, 1);

  writer->out = g_string_new (NULL);
  writer->open = g_string_new (NULL);
  writer->empty = TRUE;
  return writer;
}

void
mft_json_writer_free (MftJsonWriter *writer)
{
  if (writer->out != NULL)
    g_string_free (writer->out, TRUE);
  g_string_free (writer->open, TRUE);
  g_free (writer);
}

static void
new_line (MftJsonWriter *writer)
{
  g_string_append_c (writer->out, '\n');
  for (gsize i = 0; i < writer->open->len; i++)
    g_string_append (writer->out, "  ");
}

static void
append_string (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *at = valid; *at != '\0'; at++)
    switch (*at)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if (g_ascii_iscntrl (*at))
          g_string_append_printf (out, "\\u%04x", (guint) *at);
        else
          g_string_append_c (out, *at);
      }
  g_string_append_c (out, '"');
}

static void
begin_member (MftJsonWriter *writer, const char *key)
{
  gsize depth = writer->open->len;

  g_return_if_fail ((key != NULL) == (depth > 0 && writer->open->str[depth - 1] == '{'));
  if (!writer->empty)
    g_string_append_c (writer->out, ',');
  if (depth > 0)
    new_line (writer);
  if (key != NULL)
    {
      append_string (writer->out, key);
      g_string_append (writer->out, ": ");
    }
  writer->empty = FALSE;
}

static void
begin_container (MftJsonWriter *writer, const char *key, char mark)
{
  begin_member (writer, key);
  g_string_append_c (writer->out, mark);
  g_string_append_c (writer->open, mark);
  writer->empty = TRUE;
}

void
mft_json_writer_object (MftJsonWriter *writer, const char *key)
{
  begin_container (writer, key, '{');
}

void
mft_json_writer_array (MftJsonWriter *writer, const char *key)
{
  begin_container (writer, key, '[');
}

void
mft_json_writer_end (MftJsonWriter *writer)
{
  char mark;

  g_return_if_fail (writer->open->len > 0);
  mark = writer->open->str[writer->open->len - 1];
  g_string_truncate (writer->open, writer->open->len - 1);
  if (!writer->empty)
    new_line (writer);
  g_string_append_c (writer->out, mark == '{' ? '}' : ']');
  writer->empty = FALSE;
}

void
mft_json_writer_string (MftJsonWriter *writer, const char *key, const char *value)
{
  begin_member (writer, key);
  if (value != NULL)
    append_string (writer->out, value);
  else
    g_string_append (writer->out, "null");
}

void
mft_json_writer_integer (MftJsonWriter *writer, const char *key, gint64 value)
{
  begin_member (writer, key);
  g_string_append_printf (writer->out, "%" G_GINT64_FORMAT, value);
}

void
mft_json_writer_boolean (MftJsonWriter *writer, const char *key, gboolean value)
{
  begin_member (writer, key);
  g_string_append (writer->out, value ? "true" : "false");
}

void
mft_json_writer_null (MftJsonWriter *writer, const char *key)
{
  mft_json_writer_string (writer, key, NULL);
}

char *
mft_json_writer_finish (MftJsonWriter *writer)
{
  while (writer->open->len > 0)
    mft_json_writer_end (writer);
  g_string_append_c (writer->out, '\n');
  return g_string_free (g_steal_pointer (&writer->out), FALSE);
}
