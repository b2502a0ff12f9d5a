/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/parser.h"

#include <stdarg.h>
#include <string.h>

#include "base/nfc.h"
#include "template/error.h"
#include "template/wording-check.h"

#define BYTES_MOST (2u << 20)
#define LINE_MOST (16u << 10)
#define UNITS_MOST 2000
#define LINES_OF_UNIT_MOST 2000

typedef enum
{
  IN_TEXT = 1 << 0, /* K-, D-, B-, L-, P- */
  IN_PACK = 1 << 1,
  IN_TEMPLATE = 1 << 2,
} Place;

static const struct
{
  const char *key;
  guint places;
} keys[] = {
  { "heading", IN_TEXT },
  { "catatan", IN_TEXT | IN_PACK | IN_TEMPLATE },
  { "perubahan", IN_TEXT },
  { "istilah", IN_TEXT },
  { "butuh", IN_TEXT },
  { "setara", IN_TEXT },
  { "pasangan", IN_TEXT | IN_TEMPLATE },
  { "naskah", IN_TEMPLATE },
  { "pihak", IN_TEMPLATE },
  { "judul", IN_TEMPLATE },
  { "isian", IN_TEMPLATE | IN_PACK },
  { "varian", IN_TEMPLATE },
  { "pembukaan", IN_TEMPLATE },
  { "komparisi", IN_TEMPLATE },
  { "kolektif", IN_TEMPLATE },
  { "premis", IN_TEMPLATE },
  { "dasar_hukum", IN_TEMPLATE },
  { "kesepakatan", IN_TEMPLATE },
  { "pasal", IN_TEMPLATE },
  { "tambahan", IN_TEMPLATE },
  { "penutup", IN_TEMPLATE },
  { "ttd", IN_TEMPLATE },
  { "lampiran", IN_TEMPLATE | IN_PACK },
  { "klausul", IN_PACK },
  { "tujuan", IN_PACK },
  { "ruang_lingkup", IN_PACK },
  { "pasangan PIHAK KESATU", IN_PACK },
  { "pasangan PIHAK KEDUA", IN_PACK },
};

typedef struct
{
  const char *name;
  guint line;
  guint lines_of_unit;
  GPtrArray *units;
  MftUnit *unit; /* the one whose header came last */
  Place place;
  MftUnit *target;  /* takes the text: the unit, or a Pasal of a template's own; NULL: none */
  MftWording *form; /* of the target; NULL before its first line */
  MftEntry *entry;  /* the last one, for its "- " lines */
} Parser;

static gboolean G_GNUC_PRINTF (3, 4)
    fault (const Parser *parser, GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX, "%s:%u: %s", parser->name,
               parser->line, message);
  return FALSE;
}

static MftUnit *
unit_new (const Parser *parser, const char *id, const char *title)
{
  MftUnit *unit = g_new0 (MftUnit, 1);

  unit->id = g_strdup (id);
  unit->title = g_strdup (title);
  unit->file = g_strdup (parser->name);
  unit->line = parser->line;
  unit->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_entry_free);
  unit->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_wording_free);
  return unit;
}

static MftEntry *
entry_new (const Parser *parser, const char *key, char mark, const char *value)
{
  MftEntry *entry = g_new0 (MftEntry, 1);

  entry->key = g_strdup (key);
  entry->mark = mark;
  entry->value = g_strdup (value);
  entry->line = parser->line;
  return entry;
}

static gboolean
is_id (const char *text)
{
  gsize size = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

  return size > 0 && size <= 64 && text[size] == '\0';
}

/* A form ends where the next one, the next unit or the file's end begins. */
static gboolean
end_form (Parser *parser, GError **error)
{
  MftWording *form = g_steal_pointer (&parser->form);

  return form == NULL || mft_wording_check (form, parser->name, error);
}

static gboolean
end_target (Parser *parser, GError **error)
{
  MftUnit *target = g_steal_pointer (&parser->target);

  if (!end_form (parser, error))
    return FALSE;
  if (target != NULL && target->forms->len == 0)
    return fault (parser, error, "\"%s\" in line %u has no text", target->id, target->line);
  return TRUE;
}

static Place
place_of (const char *id)
{
  if (g_str_has_prefix (id, "paket-"))
    return IN_PACK;
  return strlen (id) > 2 && id[1] == '-' && strchr ("KDBLP", id[0]) != NULL ? IN_TEXT : IN_TEMPLATE;
}

/* === ID | Title | key: value | … */
static gboolean
take_header (Parser *parser, const char *line, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (line + strlen ("=== "), "|", 12);

  if (!end_target (parser, error))
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  if (g_strv_length (parts) < 2 || !is_id (parts[0]) || *parts[1] == '\0')
    return fault (parser, error, "a unit starts with \"=== ID | Title\"");
  if (parser->units->len >= UNITS_MOST)
    return fault (parser, error, "more than %d units", UNITS_MOST);

  parser->unit = unit_new (parser, parts[0], parts[1]);
  parser->place = place_of (parts[0]);
  parser->target = parser->place == IN_TEXT ? parser->unit : NULL;
  parser->entry = NULL;
  parser->lines_of_unit = 0;
  g_ptr_array_add (parser->units, parser->unit);
  for (guint i = 2; parts[i] != NULL; i++)
    {
      char *value = strstr (parts[i], ": ");
      if (value == NULL)
        return fault (parser, error, "\"%s\" in the head is not \"key: value\"", parts[i]);
      *value = '\0';
      g_ptr_array_add (parser->unit->entries, entry_new (parser, parts[i], 0, value + 2));
    }
  return TRUE;
}

/* --- alternatif: id | name */
static gboolean
take_alternative (Parser *parser, const char *line, GError **error)
{
  static const char start[] = "--- alternatif: ";
  MftUnit *target = parser->target;

  if (!g_str_has_prefix (line, start))
    return fault (parser, error, "\"---\" starts \"--- alternatif: id | name\"");
  g_auto (GStrv) parts = g_strsplit (line + strlen (start), "|", 2);
  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  if (target == NULL || g_strv_length (parts) != 2 || !is_id (parts[0]) || *parts[1] == '\0')
    return fault (parser, error, "an alternative is \"--- alternatif: id | name\" of a text");
  if (target->forms->len > 0 && *((MftWording *) target->forms->pdata[0])->id == '\0')
    return fault (parser, error, "text stands before the first alternative");
  if (mft_unit_get_wording (target, parts[0]) != NULL)
    return fault (parser, error, "alternative \"%s\" stands twice", parts[0]);
  if (!end_form (parser, error))
    return FALSE;
  parser->form = mft_wording_new (parts[0], parts[1]);
  g_ptr_array_add (target->forms, parser->form);
  return TRUE;
}

/* Where a "key:" ends, or NULL if the line is text: keys are lower case, text is not. */
static const char *
find_key_end (const char *line)
{
  gsize size = strspn (line, "abcdefghijklmnopqrstuvwxyz_");

  if (size == 0)
    return NULL;
  if (g_str_has_prefix (line + size, " PIHAK KE"))
    size += strcspn (line + size, ":");
  if (line[size] == '?' || line[size] == '!')
    size++;
  return line[size] == ':' && (line[size + 1] == ' ' || line[size + 1] == '\0') ? line + size
                                                                                : NULL;
}

static gboolean
knows_key (const char *key, Place place)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].key, key))
      return (keys[i].places & place) != 0;
  return FALSE;
}

/* A template's "pasal: P-x | HEADING", "premis:", "dasar_hukum?:" and "kesepakatan:" may be followed
 * by text of their own. */
static void
open_own_text (Parser *parser, MftEntry *entry)
{
  gboolean pasal = g_str_equal (entry->key, "pasal") && g_str_has_prefix (entry->value, "P-");
  gboolean part = *entry->value == '\0'
                  && (g_str_equal (entry->key, "premis") || g_str_equal (entry->key, "dasar_hukum")
                      || g_str_equal (entry->key, "kesepakatan"));

  if (!pasal && !part)
    return;
  g_autofree char *part_id = g_strconcat ("P-", entry->key, NULL);
  g_auto (GStrv) parts = g_strsplit (pasal ? entry->value : part_id, "|", 2);
  entry->own = unit_new (parser, g_strstrip (parts[0]),
                         parts[1] != NULL ? g_strstrip (parts[1]) : entry->key);
  parser->target = entry->own;
}

static gboolean
take_key (Parser *parser, const char *line, const char *colon, GError **error)
{
  gsize size = (gsize) (colon - line);
  char mark = colon[-1] == '?' || colon[-1] == '!' ? colon[-1] : 0;
  g_autofree char *key = g_strndup (line, mark != 0 ? size - 1 : size);
  g_autofree char *value = g_strstrip (g_strdup (colon + 1));
  gboolean of_form = parser->form != NULL && knows_key (key, IN_TEXT)
                     && (parser->place == IN_TEXT
                         || (*parser->form->id != '\0' && parser->form->passages->len == 0));

  if (!knows_key (key, parser->place) && !of_form)
    return fault (parser, error, "unknown key \"%s\"", key);
  MftEntry *entry = entry_new (parser, key, mark, value);
  g_ptr_array_add (of_form ? parser->form->entries : parser->unit->entries, entry);
  parser->entry = entry;
  if (parser->place == IN_TEMPLATE && !of_form)
    {
      if (!end_target (parser, error))
        return FALSE;
      open_own_text (parser, entry);
    }
  return TRUE;
}

/* "- …" below a key without value. */
static gboolean
take_list_item (Parser *parser, const char *line, GError **error)
{
  MftEntry *entry = parser->entry;
  g_autofree char *text = g_strstrip (g_strdup (line + 1));

  if (entry == NULL || (parser->place & (IN_PACK | IN_TEMPLATE)) == 0 || parser->target != NULL)
    return fault (parser, error, "\"-\" stands below no key that takes a list");
  if (*text == '\0')
    return fault (parser, error, "\"-\" without text");
  if (entry->items == NULL)
    entry->items = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (entry->items, g_steal_pointer (&text));
  return TRUE;
}

static gboolean
take_text (Parser *parser, const char *line, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (parser->target == NULL)
    return fault (parser, error, "text stands outside of a text unit");
  if (parser->form == NULL)
    {
      parser->form = mft_wording_new ("", "");
      g_ptr_array_add (parser->target->forms, parser->form);
    }
  MftPassage *passage = mft_passage_parse (line, &reason);
  if (passage == NULL)
    return fault (parser, error, "%s", reason->message);
  passage->line = parser->line;
  g_ptr_array_add (parser->form->passages, passage);
  return TRUE;
}

static gboolean
take_line (Parser *parser, const char *line, GError **error)
{
  const char *colon = mft_passage_is_layout (line) ? NULL : find_key_end (line);

  if (*line == '#' || *line == '\0')
    return TRUE;
  if (g_str_has_prefix (line, "=== "))
    return take_header (parser, line, error);
  if (parser->unit == NULL)
    return fault (parser, error, "text stands before the first \"=== ID | Title\"");
  if (++parser->lines_of_unit > LINES_OF_UNIT_MOST)
    return fault (parser, error, "a unit of more than %d lines", LINES_OF_UNIT_MOST);
  if (g_str_has_prefix (line, "---"))
    return take_alternative (parser, line, error);
  if (g_str_has_prefix (line, "- "))
    return take_list_item (parser, line, error);
  if (colon != NULL)
    return take_key (parser, line, colon, error);
  return take_text (parser, line, error);
}

static gboolean
is_clean (const char *line)
{
  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gboolean
take_bytes (Parser *parser, const char *bytes, gsize size, GError **error)
{
  const char *end = bytes + size;

  while (bytes < end)
    {
      const char *stop = memchr (bytes, '\n', (gsize) (end - bytes));
      gsize length = (gsize) ((stop != NULL ? stop : end) - bytes);

      parser->line++;
      if (length > LINE_MOST)
        return fault (parser, error, "a line of more than %u bytes", LINE_MOST);
      if (!g_utf8_validate_len (bytes, length, NULL))
        return fault (parser, error, "not UTF-8");
      g_autofree char *written = g_strndup (bytes, length);
      g_autofree char *line = mft_nfc (written);
      if (!is_clean (line))
        return fault (parser, error, "a tab or another control character");
      if (!take_line (parser, line, error))
        return FALSE;
      bytes += length + 1;
    }
  return end_target (parser, error);
}

GPtrArray *
mft_template_parse (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_unit_free);
  Parser parser = { .name = name, .units = units };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > BYTES_MOST)
    {
      fault (&parser, error, "more than %u bytes", BYTES_MOST);
      return NULL;
    }
  return take_bytes (&parser, data, size, error) ? g_steal_pointer (&units) : NULL;
}
