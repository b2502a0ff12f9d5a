/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/odt/odt-counter.h"

#include "container/xml.h"
#include "exchange/list-number.h"
#include "exchange/odt/odt-names.h"

#define LEVELS 10
#define LABEL_MOST 120 /* bytes */
#define START_MOST 32767

struct MftOdtList
{
  guint key;
  char *style;
  guint counts[LEVELS]; /* what the next item shows less one, plus one; 0: not yet used */
};

struct MftOdtCounter
{
  MftOdtStyleSheet *sheet;
  GPtrArray *lists;     /* MftOdtList, all */
  GHashTable *by_id;    /* xml:id → MftOdtList */
  GHashTable *by_style; /* style → MftOdtList, the last of it */
  MftOdtList *outline;
};

static void
free_list (gpointer data)
{
  MftOdtList *list = data;

  g_free (list->style);
  g_free (list);
}

MftOdtCounter *
mft_odt_counter_new (MftOdtStyleSheet *sheet)
{
  MftOdtCounter *self = g_new0 (MftOdtCounter, 1);

  self->sheet = sheet;
  self->lists = g_ptr_array_new_with_free_func (free_list);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_style = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
mft_odt_counter_free (MftOdtCounter *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_style);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

static MftOdtList *
new_list (MftOdtCounter *self, const char *style)
{
  MftOdtList *list = g_new0 (MftOdtList, 1);

  list->style = g_strdup (style);
  g_ptr_array_add (self->lists, list);
  list->key = self->lists->len;
  return list;
}

MftOdtList *
mft_odt_counter_open (MftOdtCounter *self, const xmlNode *node, const char *style)
{
  const char *named = mft_xml_attribute (node, MFT_ODT_TEXT, "style-name");
  const char *other = mft_xml_attribute (node, MFT_ODT_TEXT, "continue-list");
  const char *id = mft_xml_attribute (node, MFT_ODT_XML, "id");
  gboolean goes_on
      = g_strcmp0 (mft_xml_attribute (node, MFT_ODT_TEXT, "continue-numbering"), "true") == 0;
  MftOdtList *list = NULL;

  style = named != NULL ? named : style;
  if (other != NULL)
    list = g_hash_table_lookup (self->by_id, other);
  if (list == NULL && goes_on && style != NULL)
    list = g_hash_table_lookup (self->by_style, style);
  if (list == NULL)
    list = new_list (self, style);
  if (id != NULL)
    g_hash_table_insert (self->by_id, (gpointer) id, list);
  if (style != NULL)
    g_hash_table_insert (self->by_style, (gpointer) style, list);
  return list;
}

MftOdtList *
mft_odt_counter_outline (MftOdtCounter *self)
{
  if (self->outline == NULL && mft_odt_style_sheet_list_style (self->sheet, NULL) != NULL)
    self->outline = new_list (self, NULL);
  return self->outline;
}

static guint
to_number (const char *text, guint most, guint otherwise)
{
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, most, &number, NULL)
             ? (guint) number
             : otherwise;
}

static const xmlNode *
find_level (MftOdtCounter *self, const char *style, guint level)
{
  const xmlNode *node = mft_odt_style_sheet_list_style (self->sheet, style);

  for (const xmlNode *at = node != NULL ? node->children : NULL; at != NULL; at = at->next)
    if (at->type == XML_ELEMENT_NODE
        && to_number (mft_xml_attribute (at, MFT_ODT_TEXT, "level"), LEVELS, 0) == level)
      return at;
  return NULL;
}

static MftListFormat
read_format (const xmlNode *level)
{
  const char *format = mft_xml_attribute (level, MFT_ODT_STYLE, "num-format");

  switch (format != NULL ? format[0] : '\0')
    {
    case '1':
      return MFT_LIST_DECIMAL;
    case 'a':
      return MFT_LIST_LOWER_LETTER;
    case 'A':
      return MFT_LIST_UPPER_LETTER;
    case 'i':
      return MFT_LIST_LOWER_ROMAN;
    case 'I':
      return MFT_LIST_UPPER_ROMAN;
    default:
      return MFT_LIST_NONE;
    }
}

static guint
start_of (const xmlNode *level)
{
  return level != NULL
             ? to_number (mft_xml_attribute (level, MFT_ODT_TEXT, "start-value"), START_MOST, 1)
             : 1;
}

static void
advance (MftOdtCounter *self, MftOdtList *list, const char *style, guint level, const char *start)
{
  guint *counts = list->counts;

  if (start != NULL)
    counts[level - 1] = to_number (start, START_MOST, 1) + 1;
  else if (counts[level - 1] == 0)
    counts[level - 1] = start_of (find_level (self, style, level)) + 1;
  else
    counts[level - 1]++;
  for (guint i = 1; i < level; i++)
    if (counts[i - 1] == 0)
      counts[i - 1] = start_of (find_level (self, style, i)) + 1;
  for (guint i = level; i < LEVELS; i++)
    counts[i] = 0;
}

static char *
number_at (MftOdtCounter *self, MftOdtList *list, const char *style, guint level)
{
  const xmlNode *node = find_level (self, style, level);

  return mft_list_number (node != NULL ? read_format (node) : MFT_LIST_DECIMAL,
                          list->counts[level - 1] - 1);
}

/* "%1%.%2%)": what newer files say about the whole number. */
static char *
format_pattern (MftOdtCounter *self, MftOdtList *list, const char *style, const char *pattern)
{
  GString *label = g_string_new (NULL);

  for (const char *at = pattern; *at != '\0' && label->len < LABEL_MOST;)
    {
      guint64 level = 0;
      char *end = NULL;

      if (*at == '%')
        level = g_ascii_strtoull (at + 1, &end, 10);
      if (level >= 1 && level <= LEVELS && *end == '%' && list->counts[level - 1] > 0)
        {
          g_autofree char *number = number_at (self, list, style, (guint) level);
          g_string_append (label, number);
          at = end + 1;
        }
      else
        g_string_append_c (label, *at++);
    }
  return g_string_free (label, FALSE);
}

/* The numbers of the levels that are shown, between what stands around them. */
static char *
format_levels (MftOdtCounter *self, MftOdtList *list, const char *style, const xmlNode *node,
               guint level)
{
  guint shown = to_number (mft_xml_attribute (node, MFT_ODT_TEXT, "display-levels"), LEVELS, 1);
  const char *prefix = mft_xml_attribute (node, MFT_ODT_STYLE, "num-prefix");
  const char *suffix = mft_xml_attribute (node, MFT_ODT_STYLE, "num-suffix");
  GString *label = g_string_new (prefix);

  for (guint i = level - MIN (level, MAX (shown, 1)) + 1; i <= level; i++)
    {
      g_autofree char *number = number_at (self, list, style, i);
      gboolean joined = i < level && number[0] != '\0';
      g_string_append (label, number);
      g_string_append (label, joined ? "." : "");
    }
  g_string_append (label, suffix != NULL ? suffix : "");
  if (label->len > LABEL_MOST)
    g_string_truncate (label, LABEL_MOST);
  return g_string_free (label, FALSE);
}

MftOdtLabel
mft_odt_counter_next (MftOdtCounter *self, MftOdtList *list, const char *style, guint level,
                      const char *start)
{
  MftOdtLabel label = { 0 };
  const xmlNode *node;
  const char *pattern;

  style = style != NULL ? style : list->style;
  node = level >= 1 && level <= LEVELS ? find_level (self, style, level) : NULL;
  if (node == NULL)
    return label;
  advance (self, list, style, level, start);
  label.list = list->key * (LEVELS + 1) + level;
  if (!mft_xml_is (node, MFT_ODT_TEXT, "list-level-style-number")
      && !mft_xml_is (node, MFT_ODT_TEXT, "outline-level-style"))
    {
      label.bullet = TRUE;
      return label;
    }
  if (read_format (node) == MFT_LIST_NONE
      && mft_xml_attribute (node, MFT_ODT_STYLE, "num-prefix") == NULL
      && mft_xml_attribute (node, MFT_ODT_STYLE, "num-suffix") == NULL)
    return (MftOdtLabel){ 0 };
  pattern = mft_xml_attribute (node, MFT_ODT_STYLE, "num-list-format");
  if (pattern == NULL)
    pattern = mft_xml_attribute (node, MFT_ODT_LOEXT, "num-list-format");
  label.label = g_strstrip (pattern != NULL ? format_pattern (self, list, style, pattern)
                                            : format_levels (self, list, style, node, level));
  if (label.label[0] == '\0')
    g_clear_pointer (&label.label, g_free);
  return label;
}
