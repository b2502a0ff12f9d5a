/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/passage.h"

#include <string.h>

#include "template/error.h"
#include "template/list-marks.h"

#define LEVELS_MOST 4
#define CELLS_MOST 16

static const struct
{
  const char *key;
  MftPassageKind kind;
} layouts[] = {
  { "tengah: ", MFT_PASSAGE_CENTERED },
  { "kolom: ", MFT_PASSAGE_COLUMNS },
  { "baris: ", MFT_PASSAGE_ROW },
  { "jumlah: ", MFT_PASSAGE_TOTAL },
};

void
mft_passage_free (MftPassage *passage)
{
  g_free (passage->label);
  g_free (passage->joint);
  g_clear_pointer (&passage->cells, g_ptr_array_unref);
  g_free (passage);
}

GPtrArray *
mft_passage_get_tokens (const MftPassage *passage)
{
  return g_ptr_array_index (passage->cells, 0);
}

static gboolean
fault (GError **error, const char *message)
{
  g_set_error_literal (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX, message);
  return FALSE;
}

gboolean
mft_passage_is_layout (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_str_has_prefix (line, layouts[i].key))
      return TRUE;
  return FALSE;
}

static gboolean
add_cell (MftPassage *passage, const char *text, GError **error)
{
  GPtrArray *tokens = mft_tokens_parse (text, error);

  if (tokens == NULL)
    return FALSE;
  g_ptr_array_add (passage->cells, tokens);
  return TRUE;
}

static gboolean
parse_layout (MftPassage *passage, const char *line, GError **error)
{
  guint i = 0;

  while (!g_str_has_prefix (line, layouts[i].key))
    i++;
  passage->kind = layouts[i].kind;
  line += strlen (layouts[i].key);
  if (passage->kind == MFT_PASSAGE_CENTERED || passage->kind == MFT_PASSAGE_TOTAL)
    return add_cell (passage, line, error);

  g_auto (GStrv) cells = g_strsplit (line, "|", CELLS_MOST + 1);
  if (g_strv_length (cells) > CELLS_MOST)
    return fault (error, "too many columns");
  for (guint c = 0; cells[c] != NULL; c++)
    if (!add_cell (passage, g_strstrip (cells[c]), error))
      return FALSE;
  return TRUE;
}

/* "(12) " of an ayat; the number is only for readers. */
static gboolean
accept_ayat (const char **at)
{
  const char *c = *at;

  if (*c++ != '(' || !g_ascii_isdigit (*c))
    return FALSE;
  while (g_ascii_isdigit (*c))
    c++;
  if (c[0] != ')' || c[1] != ' ')
    return FALSE;
  *at = c + 2;
  return TRUE;
}

/* "a. ", "1. ", "a) ", "1) " */
static gboolean
accept_item (const char **at, gboolean *digits)
{
  const char *c = *at;

  *digits = g_ascii_isdigit (*c);
  if (*digits)
    while (g_ascii_isdigit (*c))
      c++;
  else if (g_ascii_islower (*c))
    c++;
  else
    return FALSE;
  if ((c[0] != '.' && c[0] != ')') || c[1] != ' ')
    return FALSE;
  *at = c + 2;
  return TRUE;
}

/* "[#label] " and "[?] " after the mark. */
static gboolean
accept_tags (MftPassage *passage, const char **at, GError **error)
{
  while (g_str_has_prefix (*at, "[#") || g_str_has_prefix (*at, "[?]"))
    {
      const char *end = strstr (*at, "] ");
      if (end == NULL)
        return fault (error, "\"[\" is not closed");
      if ((*at)[1] == '?')
        passage->optional = TRUE;
      else
        {
          g_free (passage->label);
          passage->label = g_strndup (*at + 2, (gsize) (end - *at - 2));
          if (strspn (passage->label, "abcdefghijklmnopqrstuvwxyz0123456789_")
                  != strlen (passage->label)
              || *passage->label == '\0')
            return fault (error, "a label is made of a-z, 0-9 and _");
        }
      *at = end + 2;
    }
  if (passage->optional && passage->label == NULL)
    return fault (error, "what is optional needs a label");
  return TRUE;
}

/* The closing mark of an item is computed anew; only its "dan" or "atau" is kept. */
static char *
cut_closing (MftPassage *passage, const char *text)
{
  const char *joint;
  gsize size = mft_list_mark_scan (text, &joint);

  passage->marked = size > 0;
  passage->joint = g_strdup (joint);
  return g_strndup (text, strlen (text) - size);
}

static gboolean
parse_item (MftPassage *passage, const char *at, GError **error)
{
  if (!accept_tags (passage, &at, error))
    return FALSE;
  g_autofree char *text = cut_closing (passage, at);
  return add_cell (passage, text, error);
}

MftPassage *
mft_passage_parse (const char *line, GError **error)
{
  g_autoptr (MftPassage) passage = g_new0 (MftPassage, 1);
  gsize indent = strspn (line, " ");
  const char *at = line + indent;
  gboolean done;

  passage->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (indent > 0)
    {
      passage->kind = MFT_PASSAGE_ITEM;
      passage->level = (guint) MIN (indent / 2, LEVELS_MOST + 1);
      if (indent % 2 != 0 || passage->level > LEVELS_MOST)
        done = fault (error, "an item is indented by 2, 4, 6 or 8 spaces");
      else if (!accept_item (&at, &passage->digits))
        done = fault (error, "an indented line needs a mark such as \"a.\" or \"1)\"");
      else
        done = parse_item (passage, at, error);
    }
  else if (mft_passage_is_layout (line))
    done = parse_layout (passage, line, error);
  else
    {
      passage->kind = accept_ayat (&at) ? MFT_PASSAGE_AYAT : MFT_PASSAGE_PARAGRAPH;
      done = accept_tags (passage, &at, error) && add_cell (passage, at, error);
    }
  if (done
      && (passage->cells->len == 0
          || (passage->cells->len == 1 && mft_passage_get_tokens (passage)->len == 0)))
    done = fault (error, "a line without text");
  return done ? g_steal_pointer (&passage) : NULL;
}
