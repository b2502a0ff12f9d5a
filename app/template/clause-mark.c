/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/clause.h"

#include "agreement/edit.h"
#include "base/digest.h"

#define SETTING "klausul"
#define MARK_SIZE 12

static void
say_tokens (GString *text, GPtrArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const MftToken *token = g_ptr_array_index (tokens, i);
      g_string_append_printf (text, "%d\t%s\t%s\t%u\t%" G_GUINT64_FORMAT "\t%u\t%d\n",
                              (int) token->kind, token->text != NULL ? token->text : "",
                              token->unit != NULL ? token->unit : "", (guint) token->slot,
                              token->number, token->party, (int) token->points);
    }
}

char *
mft_clause_dup_mark (const MftUnit *unit)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint f = 0; f < unit->forms->len; f++)
    {
      const MftWording *form = g_ptr_array_index (unit->forms, f);
      g_string_append_printf (text, "--- %s\n", form->id);
      for (guint i = 0; i < form->passages->len; i++)
        {
          const MftPassage *passage = g_ptr_array_index (form->passages, i);
          g_string_append_printf (text, "%d %u\n", (int) passage->kind, passage->level);
          for (guint c = 0; c < passage->cells->len; c++)
            say_tokens (text, passage->cells->pdata[c]);
        }
    }
  g_autofree char *digest = mft_sha256_hex (text->str, text->len);
  return g_strdup_printf ("%s:%.*s", unit->id, MARK_SIZE, digest);
}

/* What the setting says of a clause, or NULL. */
static const char *
find_mark (char **marks, const char *id)
{
  gsize size = strlen (id);

  for (; *marks != NULL; marks++)
    if (strncmp (*marks, id, size) == 0 && (*marks)[size] == ':')
      return *marks;
  return NULL;
}

gboolean
mft_clause_is_remembered (MftAgreement *agreement)
{
  const char *setting = mft_agreement_get_setting (agreement, SETTING);

  return setting != NULL && setting[0] != '\0';
}

GPtrArray *
mft_clause_list_changed (MftAgreement *agreement, const MftClauseLibrary *library)
{
  const char *setting = mft_agreement_get_setting (agreement, SETTING);
  g_auto (GStrv) marks = g_strsplit (setting != NULL ? setting : "", " ", -1);
  GPtrArray *changed = g_ptr_array_new_with_free_func (g_free);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (MftBlock *at = body; at != NULL; at = mft_block_next (at, body))
    {
      const char *id = mft_block_get_clause (at);
      const char *mark = id != NULL ? find_mark (marks, id) : NULL;
      MftUnit *unit = mark != NULL ? mft_clause_library_get (library, id) : NULL;
      g_autofree char *now = unit != NULL ? mft_clause_dup_mark (unit) : NULL;
      if (now != NULL && !g_str_equal (now, mark)
          && !g_ptr_array_find_with_equal_func (changed, id, g_str_equal, NULL))
        g_ptr_array_add (changed, g_strdup (id));
    }
  return changed;
}

void
mft_clause_keep (MftAgreement *agreement, const MftClauseLibrary *library, const char *id)
{
  const char *setting = mft_agreement_get_setting (agreement, SETTING);
  g_auto (GStrv) marks = g_strsplit (setting != NULL ? setting : "", " ", -1);
  MftUnit *unit = mft_clause_library_get (library, id);
  const char *old = find_mark (marks, id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; marks[i] != NULL; i++)
    if (marks[i] != old && marks[i][0] != '\0')
      g_string_append_printf (text, "%s ", marks[i]);
  g_autofree char *mark = unit != NULL ? mft_clause_dup_mark (unit) : g_strdup ("");
  g_string_append (text, mark);
  mft_edit_setting (agreement, SETTING, text->str);
}
