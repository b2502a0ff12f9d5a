/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/marks.h"

typedef struct
{
  MftTextBuilder builder;
  GString *words; /* of the style that is open */
  MftStyle style; /* that marks opened */
} Unmarker;

static gboolean
is_escapable (char c)
{
  return c != '\0' && strchr ("\\`*_{}[]<>()#+-.!|$~&", c) != NULL;
}

/* Whether the star at `at` opens or closes italics: a partner on this line, no space inside. */
static gboolean
is_italic_mark (const char *line, const char *at, MftStyle style)
{
  if ((style & MFT_STYLE_ITALIC) != 0)
    return at > line && at[-1] != ' ';
  return at[1] != ' ' && at[1] != '\0' && strchr (at + 1, '*') != NULL;
}

static void
end_words (Unmarker *self, MftStyle own)
{
  mft_text_builder_words (&self->builder, self->words->str, own | self->style);
  g_string_truncate (self->words, 0);
}

static void
unmark_run (Unmarker *self, const MftRun *run)
{
  const char *at = run->value;

  while (*at != '\0')
    {
      gboolean bold = at[0] == '*' && at[1] == '*';
      gboolean italic = !bold && at[0] == '*' && is_italic_mark (run->value, at, self->style);

      if (bold || italic)
        {
          end_words (self, run->style);
          self->style ^= bold ? MFT_STYLE_BOLD : MFT_STYLE_ITALIC;
          at += bold ? 2 : 1;
        }
      else
        {
          at += at[0] == '\\' && is_escapable (at[1]) ? 1 : 0;
          g_string_append_c (self->words, *at++);
        }
    }
  end_words (self, run->style);
}

MftText *
mft_import_unmark (MftText *text, MftStyle *style)
{
  g_autoptr (GString) words = g_string_new (NULL);
  Unmarker self = { .words = words, .style = *style };

  mft_text_builder_init (&self.builder);
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    unmark_run (&self, mft_text_get_run (text, i));
  *style = self.style & ~(guint) MFT_STYLE_ITALIC;
  return mft_text_builder_end (&self.builder);
}

gsize
mft_import_bullet_size (const char *line)
{
  static const char *const bullets[] = { "- ", "* ", "+ ", "• ", "– ", "— ", "> ", "\\- " };
  gsize size = 0;

  if (line[0] == '#')
    {
      gsize marks = strspn (line, "#");
      size = line[marks] == ' ' ? marks + 1 : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (bullets);)
    if (g_str_has_prefix (line + size, bullets[i]))
      {
        size += strlen (bullets[i]);
        i = 0;
      }
    else
      i++;
  return size;
}
