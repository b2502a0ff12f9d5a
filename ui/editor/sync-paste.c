/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages from elsewhere come in as blocks, and go out with their numbers. */
#include "ui/editor/sync-private.h"

#include "agreement/edit.h"
#include "agreement/live-words.h"
#include "agreement/structure.h"

/* --- in --------------------------------------------------------------------------------------- */

static MftBlock *
insert (MftSync *self, MftBlock *parent, guint index, MftBlockKind kind, MftText *text,
        GError **error)
{
  MftBlock *block = mft_block_new (kind, text);

  return mft_edit_insert (self->agreement, parent, index, block, error) ? block : NULL;
}

static MftBlock *
insert_pasal (MftSync *self, MftBlock *after, MftText *heading, GError **error)
{
  MftBlock *body = mft_agreement_get_part (self->agreement, MFT_BLOCK_BODY);
  MftBlock *before = mft_block_get_ancestor (after, MFT_BLOCK_PASAL);

  return insert (self, body,
                 before != NULL ? mft_block_get_index (before) + 1 : mft_block_n_children (body),
                 MFT_BLOCK_PASAL, heading, error);
}

/* The ayat, paragraph or other line that stands directly in a Pasal or part. */
static MftBlock *
unit_of (MftBlock *block)
{
  while (mft_block_get_parent (block) != NULL
         && mft_block_kind_has_text (mft_block_get_kind (mft_block_get_parent (block)))
         && mft_block_get_kind (mft_block_get_parent (block)) != MFT_BLOCK_PASAL
         && mft_block_get_kind (mft_block_get_parent (block)) != MFT_BLOCK_ATTACHMENT)
    block = mft_block_get_parent (block);
  return block;
}

/* An ayat; where none may stand (in considerations, say) a paragraph. */
static MftBlock *
insert_unit (MftSync *self, MftBlock *after, MftBlockKind kind, MftText *text, GError **error)
{
  MftBlock *unit = unit_of (after);
  MftBlock *parent = mft_block_get_parent (unit);

  if (mft_block_get_kind (after) == MFT_BLOCK_PASAL)
    return insert (self, after, 0, kind, text, error);
  if (!mft_structure_allows (mft_block_get_kind (parent), kind))
    kind = mft_structure_allows (mft_block_get_kind (parent), MFT_BLOCK_PARAGRAPH)
               ? MFT_BLOCK_PARAGRAPH
               : mft_block_get_kind (unit);
  return insert (self, parent, mft_block_get_index (unit) + 1, kind, text, error);
}

static MftBlock *
insert_item (MftSync *self, MftBlock *after, guint level, MftText *text, GError **error)
{
  while (mft_block_get_kind (after) == MFT_BLOCK_PARAGRAPH && mft_block_get_parent (after) != NULL
         && mft_block_get_level (mft_block_get_parent (after)) > 0)
    after = mft_block_get_parent (after);
  while (mft_block_get_level (after) > level)
    after = mft_block_get_parent (after);
  if (mft_block_get_level (after) == level)
    return insert (self, mft_block_get_parent (after), mft_block_get_index (after) + 1,
                   MFT_BLOCK_ITEM, text, error);
  if (mft_block_get_kind (after) == MFT_BLOCK_PASAL)
    return insert (self, after, 0, MFT_BLOCK_PARAGRAPH, text, error);
  return insert (self, after, mft_block_n_children (after), MFT_BLOCK_ITEM, text, error);
}

/* As what its marker says. NULL: it may not stand there. */
static MftBlock *
insert_line (MftSync *self, MftBlock *after, const MftFragmentLine *line)
{
  switch ((int) line->kind)
    {
    case MFT_BLOCK_PASAL:
      return insert_pasal (self, after, line->text, NULL);
    case MFT_BLOCK_ITEM:
      return insert_item (self, after, line->level, line->text, NULL);
    default:
      return insert_unit (self, after, line->kind, line->text, NULL);
    }
}

/* What stands behind the cursor stays behind what comes in, as a line of its own. */
static void
part_at_cursor (MftSync *self, MftBlock *block, guint offset)
{
  if (offset == 0 || offset >= mft_text_length (mft_block_get_text (block)))
    return;
  MftBlock *rest = mft_edit_split (self->agreement, block, offset, NULL);
  const MftRun *first
      = rest != NULL ? mft_text_get_run_at (mft_block_get_text (rest), 0, NULL) : NULL;
  if (first != NULL && first->kind == MFT_RUN_TEXT && first->value[0] == ' ')
    mft_edit_text (self->agreement, rest, 0, 1, NULL, NULL);
}

/* Each line behind the one before, those that came in into `added`. */
static void
insert_behind (MftSync *self, MftBlock *block, GArray *lines, guint from, GPtrArray *added,
               GError **error)
{
  MftBlock *last = block;

  for (guint i = from; i < lines->len; i++)
    {
      const MftFragmentLine *line = &g_array_index (lines, MftFragmentLine, i);
      MftBlock *next = insert_line (self, last, line);
      /* No word is lost for standing too deep. */
      if (next == NULL)
        next = insert_unit (self, last, MFT_BLOCK_PARAGRAPH, line->text, error);
      if (next == NULL)
        return;
      g_ptr_array_add (added, next);
      last = next;
    }
}

/* Returns the last line that came in. */
static MftBlock *
insert_lines (MftSync *self, MftBlock *block, guint offset, GArray *lines, GError **error)
{
  const MftFragmentLine *first = &g_array_index (lines, MftFragmentLine, 0);
  gboolean joins = first->kind == MFT_BLOCK_PARAGRAPH;
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  /* A Pasal stands behind all of this one anyway. */
  if (first->kind != MFT_BLOCK_PASAL && (lines->len > 1 || !joins))
    part_at_cursor (self, block, offset);
  if (joins)
    mft_edit_text (self->agreement, block, offset, offset, first->text, error);
  insert_behind (self, block, lines, joins ? 1 : 0, added, error);
  if (!joins && added->len > 0 && mft_text_length (mft_block_get_text (block)) == 0
      && mft_block_n_children (block) == 0 && mft_block_get_kind (block) != MFT_BLOCK_PASAL)
    mft_edit_remove (self->agreement, block, NULL);
  mft_live_words_apply_all (self->agreement, added);
  return added->len > 0 ? added->pdata[added->len - 1] : block;
}

void
mft_sync_paste (MftSync *self, GArray *lines)
{
  MftBlock *block;
  guint offset;
  g_autoptr (GError) error = NULL;

  if (lines->len == 0)
    return;
  mft_edit_begin (self->agreement);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  block = mft_agreement_get_block (self->agreement, self->current);
  offset = _mft_sync_cursor_offset (self);
  MftBlock *last = block != NULL ? insert_lines (self, block, offset, lines, &error) : NULL;
  guint end = last == NULL ? 0
              : last != block
                  ? G_MAXUINT
                  : offset + mft_text_length (g_array_index (lines, MftFragmentLine, 0).text);
  g_autofree char *id = last != NULL ? g_strdup (mft_block_get_id (last)) : NULL;
  mft_edit_end (self->agreement);
  if (id != NULL)
    mft_sync_go_to (self, id, end);
  else
    _mft_sync_deny (MFT_AGREEMENT_ERROR_STRUCTURE, &error);
  if (error != NULL)
    _mft_sync_refuse (self, error);
}

/* --- out -------------------------------------------------------------------------------------- */

static void
append_escaped (GString *html, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (html, escaped);
}

/* The characters of the line from `from` to `to`. */
static void
append_line (GString *html, const MftLine *line, guint from, guint to)
{
  guint at = line->prefix;

  g_string_append_printf (html, "<p style=\"margin:0 0 0 %uem\">", line->level * 2);
  if (from < line->prefix)
    {
      g_autofree char *label = g_utf8_substring (line->shown, from, MIN (to, line->prefix - 1));
      append_escaped (html, label);
      g_string_append (html, line->style == MFT_LINE_HEADING ? "<br/>" : " ");
    }
  for (guint i = 0; i < line->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (line->spans, MftShownSpan, i);
      guint length = (guint) g_utf8_strlen (span->text, -1);
      guint first = CLAMP (from, at, at + length) - at, end = CLAMP (to, at, at + length) - at;
      g_autofree char *words = g_utf8_substring (span->text, first, end);
      gboolean bold = (span->run->style & (MFT_STYLE_BOLD | MFT_STYLE_DEFINITION)) != 0;
      gboolean italic = (span->run->style & MFT_STYLE_ITALIC) != 0;

      g_string_append_printf (html, "%s%s", bold ? "<b>" : "", italic ? "<i>" : "");
      append_escaped (html, words);
      g_string_append_printf (html, "%s%s", italic ? "</i>" : "", bold ? "</b>" : "");
      at += length;
    }
  g_string_append (html, "</p>\n");
}

char *
mft_sync_dup_selected_html (MftSync *self)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"/>\n");
  GtkTextIter from, to;

  gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);
  guint first = (guint) gtk_text_iter_get_line (&from), last = (guint) gtk_text_iter_get_line (&to);
  for (guint row = first; row <= last && row < self->lines->len; row++)
    append_line (html, g_ptr_array_index (self->lines, row),
                 row == first ? (guint) gtk_text_iter_get_line_offset (&from) : 0,
                 row == last ? (guint) gtk_text_iter_get_line_offset (&to) : G_MAXUINT);
  return g_string_free (html, FALSE);
}

char *
mft_sync_dup_selected_text (MftSync *self)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);
  g_autofree char *words = gtk_text_buffer_get_text (self->buffer, &from, &to, TRUE);
  g_auto (GStrv) lines = g_strsplit (words, "\u2028", -1);
  return g_strjoinv ("\n", lines);
}
