/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/wording-check.h"

#include <stdarg.h>

#include "template/error.h"

static gboolean G_GNUC_PRINTF (4, 5)
    fault (const char *file, guint line, GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX, "%s:%u: %s", file, line,
               message);
  return FALSE;
}

static gboolean
check_reference (const MftToken *token, const MftPassage *passage, GHashTable *labels,
                 const char *file, GError **error)
{
  if (token->kind != MFT_TOKEN_REFERENCE || token->unit != NULL)
    return TRUE;
  const MftPassage *target = g_hash_table_lookup (labels, token->text);
  MftPassageKind wanted = token->points == MFT_POINTER_HURUF ? MFT_PASSAGE_ITEM : MFT_PASSAGE_AYAT;

  if (target == NULL)
    return fault (file, passage->line, error, "nothing here is labelled \"%s\"", token->text);
  if (target->kind != wanted)
    return fault (file, passage->line, error, "\"%s\" labels no %s", token->text,
                  wanted == MFT_PASSAGE_ITEM ? "huruf" : "ayat");
  return TRUE;
}

static gboolean
check_references (const MftWording *form, GHashTable *labels, const char *file, GError **error)
{
  for (guint i = 0; i < form->passages->len; i++)
    {
      const MftPassage *passage = g_ptr_array_index (form->passages, i);
      for (guint c = 0; c < passage->cells->len; c++)
        {
          GPtrArray *tokens = g_ptr_array_index (passage->cells, c);
          for (guint t = 0; t < tokens->len; t++)
            if (!check_reference (tokens->pdata[t], passage, labels, file, error))
              return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_pairs (const MftWording *form, GHashTable *labels, const char *file, GError **error)
{
  for (guint i = 0; i < form->entries->len; i++)
    {
      const MftEntry *entry = g_ptr_array_index (form->entries, i);
      if (!g_str_equal (entry->key, "pasangan"))
        continue;
      g_auto (GStrv) sides = mft_split_list (entry->value, "↔");
      if (g_strv_length (sides) != 2)
        return fault (file, entry->line, error, "a pair is \"a ↔ b\"");
      for (guint s = 0; s < 2; s++)
        if (!g_hash_table_contains (labels, sides[s]))
          return fault (file, entry->line, error, "nothing here is labelled \"%s\"", sides[s]);
    }
  return TRUE;
}

gboolean
mft_wording_check (const MftWording *form, const char *file, GError **error)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  guint level = 0;

  for (guint i = 0; i < form->passages->len; i++)
    {
      MftPassage *passage = g_ptr_array_index (form->passages, i);
      if (passage->level > level + 1)
        return fault (file, passage->line, error, "an item two levels deeper than the line above");
      if (passage->level > 0 && i == 0)
        return fault (file, passage->line, error, "an item without a line that introduces it");
      level = passage->level;
      if (passage->label != NULL && !g_hash_table_insert (labels, passage->label, passage))
        return fault (file, passage->line, error, "label \"%s\" stands twice", passage->label);
    }
  return check_references (form, labels, file, error) && check_pairs (form, labels, file, error);
}
