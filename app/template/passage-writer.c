/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/passage-writer.h"

#include "agreement/shown.h"
#include "bahasa/text.h"

/* Stands where a reference has nothing to point at; the check finds it. */
#define BLANK "[…]"

typedef struct
{
  MftAgreement *agreement;
  MftBlock *top;
  GString *text;
} Writer;

char *
mft_passages_dup_clean (const char *words)
{
  g_autofree char *plain = g_strdelimit (g_strdup (words), "{}*|", ' ');

  return mft_text_normalize (plain);
}

static gboolean
is_inside (MftBlock *block, MftBlock *top)
{
  while (block != NULL && block != top)
    block = mft_block_get_parent (block);
  return block != NULL;
}

static const char *
kind_of_field (const Writer *self, const MftRun *run)
{
  const MftField *field = mft_agreement_get_field (self->agreement, run->value);

  switch ((MftForm) run->form)
    {
    case MFT_FORM_NUMBER:
      return "bilangan";
    case MFT_FORM_DURATION:
      return "durasi";
    case MFT_FORM_PERCENT:
      return "persen";
    case MFT_FORM_MONEY:
    case MFT_FORM_WORDS:
      return "uang";
    case MFT_FORM_DATE:
    case MFT_FORM_DATE_DIGITS:
      return "tanggal";
    case MFT_FORM_DAY_DATE:
      return "hari_tanggal";
    case MFT_FORM_TEXT:
    case MFT_FORM_UPPER:
      break;
    }
  if (field != NULL && mft_field_get_type (field) == MFT_FIELD_CHOICE)
    return "pilihan";
  return field != NULL && mft_field_get_type (field) == MFT_FIELD_YEAR ? "tahun" : "teks";
}

static void
write_field (Writer *self, const MftRun *run)
{
  gboolean of_party = run->value[0] == 'p' && g_ascii_isdigit (run->value[1]);

  if (of_party || g_str_equal (run->value, "tentang"))
    {
      g_autofree char *upper = g_str_equal (run->value, "tentang") ? g_strdup ("TENTANG") : NULL;
      if (of_party && run->form == MFT_FORM_UPPER && g_str_has_suffix (run->value, ".nama"))
        upper = g_strdup_printf ("%.*s.NAMA", (int) strcspn (run->value, "."), run->value);
      if (upper != NULL && run->form == MFT_FORM_UPPER)
        {
          g_string_append_printf (self->text, "{%s}", upper);
          return;
        }
      if (of_party)
        {
          g_string_append_printf (self->text, "{%s}", run->value);
          return;
        }
    }
  g_string_append_printf (self->text, "{%s:%s}", run->value, kind_of_field (self, run));
}

/* The level that a template's reference inside one Pasal names, or NULL. */
static const char *
inner_level (MftBlock *target)
{
  switch ((int) mft_block_get_kind (target))
    {
    case MFT_BLOCK_AYAT:
      return "ayat";
    case MFT_BLOCK_ITEM:
      return "huruf";
    default:
      return NULL;
    }
}

static void
write_reference (Writer *self, MftBlock *block, const MftRun *run)
{
  MftBlock *target = mft_agreement_get_block (self->agreement, run->value);
  const char *clause = target != NULL ? mft_block_get_clause (target) : NULL;
  const char *level = target != NULL ? inner_level (target) : NULL;
  gboolean inside = target != NULL && target != self->top && is_inside (target, self->top);
  gboolean external = run->form == MFT_REFERENCE_EXTERNAL || run->form == MFT_REFERENCE_IGNORED;

  if (external)
    {
      g_autofree char *clean = mft_passages_dup_clean (run->value);
      g_string_append (self->text, clean);
    }
  else if (inside && level != NULL)
    g_string_append_printf (self->text, "%s{@%s:%s}", run->form == MFT_REFERENCE_IN ? "pada " : "",
                            level, run->value);
  else if (target != NULL && mft_block_get_kind (target) == MFT_BLOCK_PASAL && clause != NULL
           && g_str_has_prefix (clause, "K-"))
    g_string_append_printf (self->text, "%s{@pasal:%s}",
                            run->form == MFT_REFERENCE_IN ? "dalam " : "", clause);
  else if (target != NULL && mft_block_get_ancestor (target, MFT_BLOCK_PASAL) != NULL
           && is_inside (block, mft_block_get_ancestor (target, MFT_BLOCK_PASAL)))
    g_string_append (self->text, run->form == MFT_REFERENCE_IN ? "pada " BLANK : BLANK);
  else
    g_string_append (self->text,
                     run->form == MFT_REFERENCE_IN ? "dalam Pasal " BLANK : "Pasal " BLANK);
}

static void
write_run (Writer *self, MftBlock *block, const MftRun *run)
{
  g_autofree char *shown = NULL;

  if (run->kind == MFT_RUN_FIELD)
    {
      write_field (self, run);
      return;
    }
  if (run->kind == MFT_RUN_REFERENCE)
    {
      write_reference (self, block, run);
      return;
    }
  if (run->kind == MFT_RUN_NUMBER && run->form == MFT_FORM_NUMBER
      && strchr (run->value, '.') == NULL && strlen (run->value) <= 15)
    {
      g_string_append_printf (self->text, "{=%s}", run->value);
      return;
    }
  shown = mft_shown_run (self->agreement, block, run, NULL);
  g_strdelimit (shown, "{}*|", ' ');
  gboolean italic = (run->style & MFT_STYLE_ITALIC) != 0;
  g_string_append_printf (self->text, "%s%s%s", italic ? "*" : "", shown, italic ? "*" : "");
}

/* The line's words; the form knows no two spaces in a row and none at the ends. */
static void
write_words (Writer *self, MftBlock *block)
{
  MftText *text = mft_block_get_text (block);
  gsize start = self->text->len;

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    write_run (self, block, mft_text_get_run (text, i));
  g_autofree char *clean = mft_text_normalize (self->text->str + start);
  g_string_truncate (self->text, start);
  g_string_append_printf (self->text, "%s\n", clean[0] != '\0' ? clean : BLANK);
}

static gboolean
write_block (Writer *self, MftBlock *block, guint ayat)
{
  MftBlockKind kind = mft_block_get_kind (block);
  guint level = mft_block_get_level (block);

  if (kind == MFT_BLOCK_AYAT)
    g_string_append_printf (self->text, "(%u) [#%s] ", ayat, mft_block_get_id (block));
  else if (kind == MFT_BLOCK_ITEM && level > 0)
    g_string_append_printf (self->text, "%*s%s [#%s] ", (int) level * 2, "",
                            level % 2 == 1 ? "a." : "1.", mft_block_get_id (block));
  else if (kind != MFT_BLOCK_PARAGRAPH || mft_block_get_parent (block) == NULL
           || mft_block_get_kind (mft_block_get_parent (block)) != MFT_BLOCK_PASAL)
    return FALSE;
  write_words (self, block);
  for (guint i = 0; i < mft_block_n_children (block); i++)
    if (!write_block (self, mft_block_get_child (block, i), 0))
      return FALSE;
  return TRUE;
}

char *
mft_passages_dup_text (MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { agreement, block, text };
  gboolean pasal = mft_block_get_kind (block) == MFT_BLOCK_PASAL;
  guint ayat = 0;

  for (guint i = 0; i < (pasal ? mft_block_n_children (block) : 1); i++)
    if (!write_block (&writer, pasal ? mft_block_get_child (block, i) : block, ++ayat))
      return NULL;
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
