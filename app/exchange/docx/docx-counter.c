/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-counter.h"

#include "exchange/list-number.h"

#define LEVELS 9
#define LABEL_MOST 120 /* bytes */
#define START_MOST 32767

typedef struct
{
  MftListFormat format;
  const char *text; /* "(%2)", borrowed; NULL: no such level */
  const char *style;
  guint start;
  int restart; /* the level from 1 that starts it again; 0: never; -1: any above */
  gboolean legal;
} Level;

/* A w:abstractNum. Counting goes on over all lists that use one. */
typedef struct
{
  guint key;
  const xmlNode *node;
  Level levels[LEVELS];
  guint counts[LEVELS]; /* 0: not yet used */
} Definition;

/* A w:num. */
typedef struct
{
  Definition *definition;
  Level levels[LEVELS];
  guint starts[LEVELS]; /* where it begins anew at its first use; 0: it goes on */
} List;

struct MftDocxCounter
{
  MftDocxStyleSheet *styles;
  GHashTable *definitions; /* abstractNumId → Definition */
  GHashTable *lists;       /* numId → List */
};

static guint
to_number (const char *text, guint most, guint otherwise)
{
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, most, &number, NULL)
             ? (guint) number
             : otherwise;
}

static MftListFormat
read_format (const char *name)
{
  static const struct
  {
    const char *name;
    MftListFormat format;
  } formats[] = {
    { "decimal", MFT_LIST_DECIMAL },
    { "decimalZero", MFT_LIST_DECIMAL_ZERO },
    { "lowerLetter", MFT_LIST_LOWER_LETTER },
    { "upperLetter", MFT_LIST_UPPER_LETTER },
    { "lowerRoman", MFT_LIST_LOWER_ROMAN },
    { "upperRoman", MFT_LIST_UPPER_ROMAN },
    { "bullet", MFT_LIST_BULLET },
    { "none", MFT_LIST_NONE },
  };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return formats[i].format;
  return MFT_LIST_DECIMAL;
}

static void
read_level (const xmlNode *node, Level *level)
{
  const char *text = mft_docx_value (node, "lvlText");
  const char *restart = mft_docx_value (node, "lvlRestart");

  level->format = read_format (mft_docx_value (node, "numFmt"));
  level->text = text != NULL ? text : "";
  level->style = mft_docx_value (node, "pStyle");
  level->start = to_number (mft_docx_value (node, "start"), START_MOST, 0);
  level->restart = restart != NULL ? (int) to_number (restart, LEVELS, 0) : -1;
  level->legal = mft_docx_switch (node, "isLgl") == 1;
}

static void
read_levels (const xmlNode *node, Level *levels)
{
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    {
      guint place = mft_docx_is (at, "lvl")
                        ? to_number (mft_docx_attribute (at, "ilvl"), LEVELS - 1, LEVELS)
                        : LEVELS;
      if (place < LEVELS)
        read_level (at, &levels[place]);
    }
}

/* Another definition may lend its levels: one says numStyleLink, the other styleLink. */
static const xmlNode *
follow_style (const xmlNode *root, const xmlNode *node)
{
  const char *wanted = mft_docx_value (node, "numStyleLink");

  for (const xmlNode *at = wanted != NULL ? root->children : NULL; at != NULL; at = at->next)
    if (mft_docx_is (at, "abstractNum") && at != node
        && g_strcmp0 (mft_docx_value (at, "styleLink"), wanted) == 0)
      return at;
  return node;
}

static void
read_definitions (MftDocxCounter *self, const xmlNode *root)
{
  for (const xmlNode *at = root->children; at != NULL; at = at->next)
    {
      const char *id
          = mft_docx_is (at, "abstractNum") ? mft_docx_attribute (at, "abstractNumId") : NULL;
      Definition *definition;

      if (id == NULL)
        continue;
      definition = g_new0 (Definition, 1);
      definition->key = g_hash_table_size (self->definitions) + 1;
      definition->node = at;
      read_levels (follow_style (root, at), definition->levels);
      g_hash_table_insert (self->definitions, (gpointer) id, definition);
    }
}

static void
read_overrides (const xmlNode *node, List *list)
{
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    {
      guint place = mft_docx_is (at, "lvlOverride")
                        ? to_number (mft_docx_attribute (at, "ilvl"), LEVELS - 1, LEVELS)
                        : LEVELS;
      const char *start = place < LEVELS ? mft_docx_value (at, "startOverride") : NULL;

      if (place >= LEVELS)
        continue;
      read_levels (at, list->levels);
      if (start != NULL)
        list->starts[place]
            = to_number (start, START_MOST, 0) + 1; /* so that a start at 0 counts */
    }
}

static void
read_lists (MftDocxCounter *self, const xmlNode *root)
{
  for (const xmlNode *at = root->children; at != NULL; at = at->next)
    {
      const char *id = mft_docx_is (at, "num") ? mft_docx_attribute (at, "numId") : NULL;
      const char *wanted = id != NULL ? mft_docx_value (at, "abstractNumId") : NULL;
      Definition *definition
          = wanted != NULL ? g_hash_table_lookup (self->definitions, wanted) : NULL;
      List *list;

      if (definition == NULL)
        continue;
      list = g_new0 (List, 1);
      list->definition = definition;
      memcpy (list->levels, definition->levels, sizeof list->levels);
      read_overrides (at, list);
      g_hash_table_insert (self->lists, (gpointer) id, list);
    }
}

MftDocxCounter *
mft_docx_counter_new (xmlDoc *doc, MftDocxStyleSheet *styles)
{
  MftDocxCounter *self = g_new0 (MftDocxCounter, 1);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  self->styles = styles;
  self->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (root != NULL)
    {
      read_definitions (self, root);
      read_lists (self, root);
    }
  return self;
}

void
mft_docx_counter_free (MftDocxCounter *self)
{
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->definitions);
  g_free (self);
}

/* The level that a style gives: the one that names it, or what it or a style nearer than `owner`, which
 * gives the list, says. */
static guint
find_level (MftDocxCounter *self, const List *list, const char *style, const char *owner)
{
  const char *above = NULL;
  const char *teller = NULL;
  const char *level = mft_docx_style_sheet_numbering (self->styles, style, "ilvl", &teller);

  for (guint i = 0; i < LEVELS; i++)
    if (list->levels[i].style != NULL && g_str_equal (list->levels[i].style, style))
      return i;
  if (level != NULL)
    mft_docx_style_sheet_numbering (self->styles, teller, "numId", &above);
  if (level != NULL && !g_str_equal (teller, owner) && g_strcmp0 (above, owner) == 0)
    return to_number (level, LEVELS - 1, 0);
  for (guint i = 0; i < LEVELS; i++)
    if (g_strcmp0 (list->levels[i].style, owner) == 0)
      return i;
  return level != NULL && g_str_equal (teller, owner) ? to_number (level, LEVELS - 1, 0) : 0;
}

/* The list and level of a paragraph: its own, or its style's. NULL: it has no number (also numId 0). */
static List *
find_list (MftDocxCounter *self, const xmlNode *properties, const char *style, guint *place)
{
  const xmlNode *own = mft_docx_child (properties, "numPr");
  const char *owner = NULL;
  const char *inherited = mft_docx_style_sheet_numbering (self->styles, style, "numId", &owner);
  const char *id = mft_docx_value (own, "numId");
  const char *level = mft_docx_value (own, "ilvl");
  List *list = g_hash_table_lookup (self->lists, id != NULL          ? id
                                                 : inherited != NULL ? inherited
                                                                     : "");

  if (list != NULL && id == NULL && level == NULL)
    *place = find_level (self, list, style, owner);
  else
    *place = to_number (level, LEVELS - 1, 0);
  return list;
}

/* Levels below start again, unless they say otherwise. */
static void
restart_below (List *list, guint place)
{
  for (guint i = place + 1; i < LEVELS; i++)
    if (list->levels[i].restart < 0 || (guint) list->levels[i].restart > place)
      list->definition->counts[i] = 0;
}

/* Counts are kept plus one, so that 0 is "not yet used" and a list may start at 0. */
static guint
count (const List *list, guint place)
{
  guint kept = list->definition->counts[place];

  return kept > 0 ? kept - 1 : list->levels[place].start;
}

static void
advance (List *list, guint place)
{
  Definition *definition = list->definition;
  guint anew = list->starts[place];

  list->starts[place] = 0;
  if (anew > 0)
    definition->counts[place] = anew;
  else if (definition->counts[place] == 0)
    definition->counts[place] = list->levels[place].start + 1;
  else
    definition->counts[place]++;
  /* What stands above is shown, so it is in use now. */
  for (guint i = 0; i < place; i++)
    if (definition->counts[i] == 0)
      definition->counts[i] = count (list, i) + 1;
  restart_below (list, place);
}

/* "%1.%2" with the numbers put in. */
static char *
format_label (const List *list, guint place)
{
  const Level *level = &list->levels[place];
  GString *label = g_string_new (NULL);

  for (const char *at = level->text; *at != '\0' && label->len < LABEL_MOST; at++)
    if (at[0] == '%' && at[1] >= '1' && at[1] <= '9')
      {
        guint shown = (guint) (at[1] - '1');
        MftListFormat format = level->legal ? MFT_LIST_DECIMAL : list->levels[shown].format;
        g_autofree char *number = mft_list_number (format, count (list, shown));
        g_string_append (label, number);
        at++;
      }
    else
      g_string_append_c (label, *at);
  return g_strstrip (g_string_free (label, FALSE));
}

MftDocxLabel
mft_docx_counter_next (MftDocxCounter *self, const xmlNode *properties, const char *style)
{
  MftDocxLabel number = { 0 };
  guint place = 0;
  List *list = find_list (self, properties, style, &place);

  if (list == NULL || list->levels[place].text == NULL)
    return number;
  advance (list, place);
  number.list = list->definition->key * LEVELS + place;
  number.bullet = list->levels[place].format == MFT_LIST_BULLET;
  if (!number.bullet)
    number.label = format_label (list, place);
  if (number.label != NULL && number.label[0] == '\0')
    g_clear_pointer (&number.label, g_free);
  return number;
}
