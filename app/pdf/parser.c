/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/parser.h"

#include "pdf/error.h"
#include "pdf/object-private.h"

#define NAME_SIZE_MAX 4096
#define NODE_COST 320 /* an object with its place in what holds it */

MftPdfParser
mft_pdf_parser (MftByteSource *source, goffset at, goffset end)
{
  return (MftPdfParser){
    .source = source, .at = at, .end = MIN (end, mft_byte_source_size (source)), .keep_places = TRUE
  };
}

gboolean
mft_pdf_is_space (int byte)
{
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == 0;
}

gboolean
mft_pdf_is_delimiter (int byte)
{
  return byte > 0 && strchr ("()<>[]{}/%", byte) != NULL;
}

static gboolean
is_regular (int byte)
{
  return byte >= 0 && !mft_pdf_is_space (byte) && !mft_pdf_is_delimiter (byte);
}

gboolean
mft_pdf_parser_fail (const MftPdfParser *parser, const char *what, GError **error)
{
  g_set_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED, "byte %" G_GOFFSET_FORMAT ": %s",
               parser->at, what);
  return FALSE;
}

static gboolean
too_much (const MftPdfParser *parser, const char *what, GError **error)
{
  g_set_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT, "byte %" G_GOFFSET_FORMAT ": %s",
               parser->at, what);
  return FALSE;
}

int
mft_pdf_parser_peek (MftPdfParser *parser)
{
  return parser->at < parser->end ? mft_byte_source_byte (parser->source, parser->at) : -1;
}

static int
next (MftPdfParser *parser)
{
  int byte = mft_pdf_parser_peek (parser);

  if (byte >= 0)
    parser->at++;
  return byte;
}

void
mft_pdf_parser_skip_space (MftPdfParser *parser)
{
  for (;;)
    {
      int byte = mft_pdf_parser_peek (parser);
      if (byte == '%')
        while (byte >= 0 && byte != '\n' && byte != '\r')
          {
            parser->at++;
            byte = mft_pdf_parser_peek (parser);
          }
      else if (mft_pdf_is_space (byte))
        parser->at++;
      else
        return;
    }
}

gboolean
mft_pdf_parser_accept (MftPdfParser *parser, const char *word)
{
  goffset before = parser->at;

  mft_pdf_parser_skip_space (parser);
  for (const char *letter = word; *letter != '\0'; letter++)
    if (next (parser) != (guchar) *letter)
      {
        parser->at = before;
        return FALSE;
      }
  if (is_regular (mft_pdf_parser_peek (parser)))
    {
      parser->at = before;
      return FALSE;
    }
  return TRUE;
}

gboolean
mft_pdf_parser_accept_number (MftPdfParser *parser, gint64 *number)
{
  goffset before = parser->at;
  gint64 value = 0;
  guint digits = 0;

  mft_pdf_parser_skip_space (parser);
  for (int byte; g_ascii_isdigit (byte = mft_pdf_parser_peek (parser)); digits++, parser->at++)
    if (digits < 18)
      value = value * 10 + (byte - '0');
  if (digits == 0 || digits > 18 || is_regular (mft_pdf_parser_peek (parser)))
    {
      parser->at = before;
      return FALSE;
    }
  *number = value;
  return TRUE;
}

gboolean
mft_pdf_parser_header (MftPdfParser *parser, guint32 *number, guint32 *generation)
{
  goffset before = parser->at;
  gint64 n, g;

  if (!mft_pdf_parser_accept_number (parser, &n) || !mft_pdf_parser_accept_number (parser, &g)
      || !mft_pdf_parser_accept (parser, "obj") || n == 0 || n > MFT_PDF_NUMBER_MAX || g > 65535)
    {
      parser->at = before;
      return FALSE;
    }
  *number = (guint32) n;
  *generation = (guint32) g;
  return TRUE;
}

gboolean
mft_pdf_parser_accept_stream (MftPdfParser *parser, goffset *data_start)
{
  goffset before = parser->at;

  if (mft_pdf_parser_accept (parser, "stream"))
    {
      int byte = next (parser);
      if (byte == '\n' || (byte == '\r' && next (parser) == '\n'))
        {
          *data_start = parser->at;
          return TRUE;
        }
    }
  parser->at = before;
  return FALSE;
}

gboolean
mft_pdf_parser_skip_stream (MftPdfParser *parser, goffset data_start, gint64 size, GError **error)
{
  parser->at = data_start;
  if (size < 0 || size > parser->end - data_start)
    return mft_pdf_parser_fail (parser, "a stream is longer than the file", error);
  parser->at = data_start + size;
  while (mft_pdf_is_space (mft_pdf_parser_peek (parser)))
    parser->at++;
  return mft_pdf_parser_accept (parser, "endstream")
         || mft_pdf_parser_fail (parser, "a stream does not end where it should", error);
}

static MftPdfObject *
parse_name (MftPdfParser *parser, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);

  parser->at++;
  for (int byte; is_regular (byte = mft_pdf_parser_peek (parser));)
    {
      parser->at++;
      if (byte == '#')
        {
          int high = g_ascii_xdigit_value ((char) mft_pdf_parser_peek (parser));
          int low = high < 0 || parser->at + 1 >= parser->end
                        ? -1
                        : mft_byte_source_byte (parser->source, parser->at + 1);
          low = low < 0 ? -1 : g_ascii_xdigit_value ((char) low);
          if (low >= 0)
            {
              byte = high << 4 | low;
              parser->at += 2;
            }
        }
      if (byte == 0)
        return mft_pdf_parser_fail (parser, "a name holds a null byte", error), NULL;
      if (name->len >= NAME_SIZE_MAX)
        return too_much (parser, "a name is too long", error), NULL;
      g_string_append_c (name, (char) byte);
    }
  gsize size = name->len;
  return _mft_pdf_object_new_taking (MFT_PDF_NAME, g_string_free (g_steal_pointer (&name), FALSE),
                                     size);
}

/* After a backslash: the byte meant, -1 for none (a continued line). */
static int
parse_escape (MftPdfParser *parser)
{
  int byte = next (parser);

  switch (byte)
    {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case '\r':
      if (mft_pdf_parser_peek (parser) == '\n')
        parser->at++;
      return -1;
    case '\n':
      return -1;
    default:
      break;
    }
  if (byte < '0' || byte > '7')
    return byte;
  int value = byte - '0';
  for (int i = 0; i < 2; i++)
    {
      byte = mft_pdf_parser_peek (parser);
      if (byte < '0' || byte > '7')
        break;
      value = value * 8 + (byte - '0');
      parser->at++;
    }
  return value & 0xff;
}

static MftPdfObject *
take_string (GString *text)
{
  gsize size = text->len;

  return _mft_pdf_object_new_taking (MFT_PDF_STRING, g_string_free (text, FALSE), size);
}

static MftPdfObject *
parse_literal (MftPdfParser *parser, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint open = 1;

  parser->at++;
  for (;;)
    {
      int byte = next (parser);
      if (byte < 0)
        return mft_pdf_parser_fail (parser, "a string does not end", error), NULL;
      if (byte == '\\')
        {
          byte = parse_escape (parser);
          if (byte < 0)
            continue;
        }
      else if (byte == '(')
        open++;
      else if (byte == ')' && --open == 0)
        return take_string (g_steal_pointer (&text));
      else if (byte == '\r')
        {
          if (mft_pdf_parser_peek (parser) == '\n')
            parser->at++;
          byte = '\n';
        }
      if (text->len >= MFT_PDF_STRING_MAX)
        return too_much (parser, "a string is too long", error), NULL;
      g_string_append_c (text, (char) byte);
    }
}

/* As g_ascii_xdigit_value(), without a call for each digit of a signature. */
static inline int
digit_of (guint8 byte)
{
  guint8 small = byte | 0x20;

  if (byte >= '0' && byte <= '9')
    return byte - '0';
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/* Takes the pairs of digits that stand together in view: signatures are long, and read often. */
static void
take_pairs (MftPdfParser *parser, GString *text)
{
  char bytes[256];
  gsize size = 0, taken = 0;
  const guint8 *view = mft_byte_source_view (parser->source, parser->at, &size);

  size = MIN (size, (gsize) MAX (0, parser->end - parser->at));
  while (view != NULL && taken < sizeof bytes && 2 * taken + 1 < size)
    {
      int high = digit_of (view[2 * taken]);
      int low = digit_of (view[2 * taken + 1]);
      if (high < 0 || low < 0)
        break;
      bytes[taken++] = (char) (high << 4 | low);
    }
  g_string_append_len (text, bytes, (gssize) taken);
  parser->at += (goffset) (2 * taken);
}

static MftPdfObject *
parse_hex (MftPdfParser *parser, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int high = -1;

  parser->at++;
  for (;;)
    {
      if (high < 0)
        take_pairs (parser, text);
      int byte = next (parser);
      if (byte == '>')
        break;
      if (mft_pdf_is_space (byte))
        continue;
      int digit = byte < 0 ? -1 : g_ascii_xdigit_value ((char) byte);
      if (digit < 0)
        return mft_pdf_parser_fail (parser, "not a hexadecimal string", error), NULL;
      if (text->len >= MFT_PDF_STRING_MAX)
        return too_much (parser, "a string is too long", error), NULL;
      if (high >= 0)
        g_string_append_c (text, (char) (high << 4 | digit));
      high = high >= 0 ? -1 : digit;
    }
  if (high >= 0)
    g_string_append_c (text, (char) (high << 4));
  return take_string (g_steal_pointer (&text));
}

static MftPdfObject *
parse_reference (MftPdfParser *parser, gint64 number)
{
  goffset before = parser->at;
  gint64 generation;

  if (number >= 0 && number <= MFT_PDF_NUMBER_MAX && mft_pdf_is_space (mft_pdf_parser_peek (parser))
      && mft_pdf_parser_accept_number (parser, &generation) && generation <= 65535
      && mft_pdf_parser_accept (parser, "R"))
    return mft_pdf_object_new_reference ((guint32) number, (guint32) generation);
  parser->at = before;
  return NULL;
}

static MftPdfObject *
parse_number (MftPdfParser *parser, GError **error)
{
  char text[64];
  gsize size = 0;
  guint digits = 0, points = 0;

  for (int byte; is_regular (byte = mft_pdf_parser_peek (parser)); parser->at++)
    {
      gboolean sign = (byte == '-' || byte == '+') && size == 0;
      if (!sign && !g_ascii_isdigit (byte) && (byte != '.' || points > 0))
        return mft_pdf_parser_fail (parser, "not a number", error), NULL;
      if (size + 1 >= sizeof text)
        return too_much (parser, "a number is too long", error), NULL;
      digits += g_ascii_isdigit (byte) ? 1 : 0;
      points += byte == '.' ? 1 : 0;
      text[size++] = (char) byte;
    }
  text[size] = '\0';
  if (digits == 0)
    return mft_pdf_parser_fail (parser, "not a number", error), NULL;
  if (points > 0)
    return _mft_pdf_object_new_taking (MFT_PDF_REAL, g_strdup (text), size);
  if (digits > 18)
    return too_much (parser, "a number is too large", error), NULL;

  gint64 value = g_ascii_strtoll (text, NULL, 10);
  MftPdfObject *reference = g_ascii_isdigit (text[0]) ? parse_reference (parser, value) : NULL;
  return reference != NULL ? reference : mft_pdf_object_new_integer (value);
}

static MftPdfObject *parse_value (MftPdfParser *parser, guint depth, GError **error);

static MftPdfObject *
parse_array (MftPdfParser *parser, guint depth, GError **error)
{
  g_autoptr (MftPdfObject) array = mft_pdf_object_new (MFT_PDF_ARRAY);

  parser->at++;
  for (;;)
    {
      mft_pdf_parser_skip_space (parser);
      if (mft_pdf_parser_peek (parser) == ']')
        break;
      MftPdfObject *item = parse_value (parser, depth + 1, error);
      if (item == NULL)
        return NULL;
      mft_pdf_array_append (array, item);
    }
  parser->at++;
  return g_steal_pointer (&array);
}

/* The first of two equal keys counts, the second is thrown away and told. */
static void
add_pair (MftPdfParser *parser, MftPdfObject *dict, GHashTable *seen, MftPdfObject *name,
          MftPdfObject *value)
{
  char *key = g_strdup (mft_pdf_object_get_name (name));

  if (!g_hash_table_add (seen, key))
    {
      parser->duplicates++;
      mft_pdf_object_unref (value);
      return;
    }
  g_ptr_array_add (dict->as.dict.keys, g_strdup (key));
  g_ptr_array_add (dict->as.dict.values, value);
}

static MftPdfObject *
parse_dict (MftPdfParser *parser, guint depth, GError **error)
{
  g_autoptr (MftPdfObject) dict = mft_pdf_object_new (MFT_PDF_DICT);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint duplicates = parser->duplicates;

  parser->at += 2;
  for (;;)
    {
      mft_pdf_parser_skip_space (parser);
      if (mft_pdf_parser_peek (parser) == '>')
        break;
      if (mft_pdf_parser_peek (parser) != '/')
        return mft_pdf_parser_fail (parser, "a key is missing in a dictionary", error), NULL;
      g_autoptr (MftPdfObject) name = parse_name (parser, error);
      MftPdfObject *value = name != NULL ? parse_value (parser, depth + 1, error) : NULL;
      if (value == NULL)
        return NULL;
      add_pair (parser, dict, seen, name, value);
    }
  parser->at++;
  if (next (parser) != '>')
    return mft_pdf_parser_fail (parser, "a dictionary does not end", error), NULL;
  dict->as.dict.has_duplicates = parser->duplicates != duplicates;
  return g_steal_pointer (&dict);
}

static MftPdfObject *
parse_word (MftPdfParser *parser, GError **error)
{
  if (mft_pdf_parser_accept (parser, "true"))
    return mft_pdf_object_new_boolean (TRUE);
  if (mft_pdf_parser_accept (parser, "false"))
    return mft_pdf_object_new_boolean (FALSE);
  if (mft_pdf_parser_accept (parser, "null"))
    return mft_pdf_object_new (MFT_PDF_NULL);
  return mft_pdf_parser_fail (parser, "not an object", error), NULL;
}

static MftPdfObject *
parse_kind (MftPdfParser *parser, guint depth, GError **error)
{
  int byte = mft_pdf_parser_peek (parser);

  if (byte == '/')
    return parse_name (parser, error);
  if (byte == '(')
    return parse_literal (parser, error);
  if (byte == '[')
    return parse_array (parser, depth, error);
  if (byte == '<' && parser->at + 1 < parser->end
      && mft_byte_source_byte (parser->source, parser->at + 1) == '<')
    return parse_dict (parser, depth, error);
  if (byte == '<')
    return parse_hex (parser, error);
  if (g_ascii_isdigit (byte) || byte == '-' || byte == '+' || byte == '.')
    return parse_number (parser, error);
  return parse_word (parser, error);
}

static MftPdfObject *
parse_value (MftPdfParser *parser, guint depth, GError **error)
{
  if (depth > MFT_PDF_DEPTH_MAX)
    return too_much (parser, "nested too deeply", error), NULL;
  if (++parser->nodes > MFT_PDF_NODES_MAX)
    return too_much (parser, "too many objects in one", error), NULL;
  mft_pdf_parser_skip_space (parser);

  goffset start = parser->at;
  MftPdfObject *object = parse_kind (parser, depth, error);
  if (object != NULL && parser->keep_places)
    {
      object->start = start;
      object->end = parser->at;
    }
  return object;
}

MftPdfObject *
mft_pdf_parser_object (MftPdfParser *parser, GError **error)
{
  parser->nodes = 0;
  parser->duplicates = 0;
  return parse_value (parser, 0, error);
}

gsize
mft_pdf_parser_cost (const MftPdfParser *parser, goffset from)
{
  return parser->nodes * NODE_COST + (gsize) (parser->at - from);
}
