/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the person does in the buffer, as edits of the agreement. */
#include "ui/editor/sync-private.h"

#include "agreement/edit.h"

/* Characters of a line that stand for a place of its block's text. */
typedef struct
{
  MftBlock *block;
  guint offset;
} Place;

static Place
place_at (MftSync *self, const GtkTextIter *iter, gboolean after)
{
  const MftLine *line = _mft_sync_line_at (self, iter);
  Place place = { _mft_sync_block (self, line), 0 };

  if (place.block != NULL)
    place.offset = mft_line_to_text (line, (guint) gtk_text_iter_get_line_offset (iter), after);
  return place;
}

/* Words cannot go into an atom; they go to its nearer end. */
static Place
place_for_words (MftSync *self, const GtkTextIter *iter)
{
  const MftLine *line = _mft_sync_line_at (self, iter);
  guint offset = (guint) gtk_text_iter_get_line_offset (iter);
  Place before = place_at (self, iter, FALSE);
  Place after = place_at (self, iter, TRUE);

  if (before.block == NULL || before.offset == after.offset)
    return before;
  return offset - mft_line_from_text (line, before.offset)
                 <= mft_line_from_text (line, after.offset) - offset
             ? before
             : after;
}

static void
go_to (MftSync *self, Place place)
{
  g_autofree char *id = g_strdup (mft_block_get_id (place.block));

  if (self->joined)
    _mft_sync_refresh (self);
  mft_sync_go_to (self, id, place.offset);
}

/* New words look like those before them; what marks a term stays with the term. */
static MftStyle
style_at (Place place)
{
  const MftRun *run = place.offset > 0 ? mft_text_get_run_at (mft_block_get_text (place.block),
                                                              place.offset - 1, NULL)
                                       : NULL;

  if (run == NULL || run->kind != MFT_RUN_TEXT)
    return MFT_STYLE_PLAIN;
  return run->style & (MFT_STYLE_BOLD | MFT_STYLE_ITALIC);
}

static gboolean
put_words (MftSync *self, Place *place, const char *words, GError **error)
{
  g_autofree char *clean = g_strdelimit (g_strdup (words), "\t\r", ' ');
  g_autoptr (MftText) text = mft_text_new (clean, style_at (*place));

  if (!mft_edit_text (self->agreement, place->block, place->offset, place->offset, text, error))
    return FALSE;
  place->offset += mft_text_length (text);
  return TRUE;
}

/* Enter in an item without words ends its list, as people know it. */
static gboolean
leave_list (MftSync *self, Place place)
{
  return mft_text_length (mft_block_get_text (place.block)) == 0
         && mft_block_n_children (place.block) == 0
         && mft_edit_raise (self->agreement, place.block, NULL);
}

static gboolean
part_line (MftSync *self, Place *place, GError **error)
{
  MftBlock *added = mft_edit_split (self->agreement, place->block, place->offset, error);

  if (added == NULL)
    return FALSE;
  *place = (Place){ added, 0 };
  return TRUE;
}

static gboolean
put_lines (MftSync *self, Place *place, const char *words, GError **error)
{
  g_auto (GStrv) pieces = g_strsplit (words, "\n", -1);
  gboolean done = TRUE;

  mft_edit_begin (self->agreement);
  for (guint i = 0; pieces[i] != NULL && done; i++)
    {
      done = i == 0 || part_line (self, place, error);
      if (done && *pieces[i] != '\0')
        done = put_words (self, place, pieces[i], error);
    }
  mft_edit_end (self->agreement);
  return done;
}

static gboolean
ends_word (const char *words)
{
  return *words != '\0'
         && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (words + strlen (words))));
}

void
_mft_sync_insert (MftSync *self, const GtkTextIter *at, const char *words)
{
  Place place = place_for_words (self, at);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (words, "\t"))
    {
      mft_sync_lower (self);
      return;
    }
  if (place.block == NULL)
    _mft_sync_deny (MFT_AGREEMENT_ERROR_STRUCTURE, &error);
  else
    {
      if (g_str_equal (words, "\n"))
        (void) (leave_list (self, place) || part_line (self, &place, &error));
      else if (strchr (words, '\n') != NULL)
        put_lines (self, &place, words, &error);
      else if (put_words (self, &place, words, &error) && ends_word (words))
        place.offset = _mft_sync_make_live (self, place.block, place.offset - 1, place.offset);
      go_to (self, place);
    }
  if (error != NULL)
    _mft_sync_refuse (self, error);
}

guint
_mft_sync_cursor_offset (MftSync *self)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  return place_at (self, &at, FALSE).offset;
}

void
mft_sync_add_paragraph (MftSync *self)
{
  GtkTextIter at;
  g_autoptr (GError) error = NULL;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  Place place = place_for_words (self, &at);
  MftBlock *added = place.block != NULL ? mft_edit_add_paragraph (self->agreement, place.block,
                                                                  place.offset, &error)
                                        : NULL;
  if (added != NULL)
    go_to (self, (Place){ added, 0 });
  else if (error == NULL)
    _mft_sync_deny (MFT_AGREEMENT_ERROR_STRUCTURE, &error);
  if (error != NULL)
    _mft_sync_refuse (self, error);
}

/* Takes the block's characters up to `end` away and joins what is left to the line before it. */
static gboolean
join_to_line_before (MftSync *self, MftBlock *block, guint end, Place *place, GError **error)
{
  mft_edit_text (self->agreement, block, 0, end, NULL, NULL);
  MftBlock *before = mft_edit_merge (self->agreement, block, &place->offset, error);
  if (before == NULL)
    return FALSE;
  place->block = before;
  return TRUE;
}

/* The lines of a selection from the last to the first. Where two cannot be joined the rest stays
 * apart, its words gone. */
static gboolean
delete_lines (MftSync *self, guint first, guint last, Place from, Place to, GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  gboolean done = TRUE;

  for (guint row = first + 1; row <= last; row++)
    {
      MftBlock *block = _mft_sync_block (self, g_ptr_array_index (self->lines, row));
      if (block == NULL)
        return _mft_sync_deny (MFT_AGREEMENT_ERROR_STRUCTURE, error);
      g_ptr_array_add (blocks, block);
    }
  mft_edit_begin (self->agreement);
  mft_edit_text (self->agreement, from.block, from.offset, G_MAXUINT, NULL, NULL);
  for (guint i = blocks->len; i > 0; i--)
    {
      Place joined = from;
      guint end = i == blocks->len ? to.offset : G_MAXUINT;
      done = join_to_line_before (self, g_ptr_array_index (blocks, i - 1), end, &joined,
                                  done ? error : NULL)
             && done;
    }
  mft_edit_end (self->agreement);
  go_to (self, from);
  return done;
}

/* Backspace at the start of a line: the buffer wants to take a character of its label. */
static gboolean
is_before_words (MftSync *self, const GtkTextIter *to, Place from, Place place)
{
  const MftLine *line = _mft_sync_line_at (self, to);

  return from.block == place.block && from.offset == 0 && place.offset == 0 && line->prefix > 0
         && (guint) gtk_text_iter_get_line_offset (to) <= line->prefix;
}

/* The line becomes part of the one before it, or goes up a level where there is none. */
static void
delete_label (MftSync *self, Place place, GError **error)
{
  if (!join_to_line_before (self, place.block, 0, &place, error)
      && mft_edit_raise (self->agreement, place.block, NULL))
    g_clear_error (error);
  go_to (self, place);
}

void
_mft_sync_delete (MftSync *self, const GtkTextIter *from, const GtkTextIter *to)
{
  guint first = (guint) gtk_text_iter_get_line (from);
  guint last = (guint) gtk_text_iter_get_line (to);
  Place start = place_at (self, from, FALSE);
  Place end = place_at (self, to, TRUE);
  g_autoptr (GError) error = NULL;

  if (start.block == NULL || end.block == NULL)
    _mft_sync_deny (MFT_AGREEMENT_ERROR_STRUCTURE, &error);
  else if (first != last)
    delete_lines (self, first, last, start, end, &error);
  else if (is_before_words (self, to, start, end))
    delete_label (self, start, &error);
  else
    {
      mft_edit_text (self->agreement, start.block, start.offset, end.offset, NULL, &error);
      go_to (self, start);
    }
  if (error != NULL)
    _mft_sync_refuse (self, error);
}

/* The selected lines' blocks in their order, without those inside another of them. */
static GPtrArray *
selected_blocks (MftSync *self)
{
  GPtrArray *blocks = g_ptr_array_new ();
  GtkTextIter from, to;
  MftBlock *top = NULL;

  gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);
  for (int row = gtk_text_iter_get_line (&from); row <= gtk_text_iter_get_line (&to); row++)
    {
      MftBlock *block = _mft_sync_block (self, g_ptr_array_index (self->lines, (guint) row));
      MftBlock *above = block;
      while (above != NULL && above != top)
        above = mft_block_get_parent (above);
      if (block == NULL || (top != NULL && above == top))
        continue;
      top = block;
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}

static void
shift (MftSync *self, gboolean (*edit) (MftAgreement *, MftBlock *, GError **), gboolean backwards)
{
  g_autoptr (GPtrArray) blocks = selected_blocks (self);
  GtkTextIter cursor;
  Place place;
  g_autoptr (GError) error = NULL;
  gboolean done = blocks->len > 0 || _mft_sync_deny (MFT_AGREEMENT_ERROR_LEVEL, &error);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  place = place_at (self, &cursor, FALSE);
  self->editing = TRUE;
  mft_edit_begin (self->agreement);
  for (guint i = 0; i < blocks->len && done; i++)
    done = edit (self->agreement, g_ptr_array_index (blocks, backwards ? blocks->len - 1 - i : i),
                 &error);
  mft_edit_end (self->agreement);
  self->editing = FALSE;
  if (done && place.block != NULL)
    go_to (self, place);
  if (!done)
    _mft_sync_refuse (self, error);
}

void
mft_sync_lower (MftSync *self)
{
  shift (self, mft_edit_lower, FALSE);
}

/* From the last, so that none takes the next ones under itself. */
void
mft_sync_raise (MftSync *self)
{
  shift (self, mft_edit_raise, TRUE);
}

static gboolean
has_style (MftText *text, guint start, guint end, MftStyle style)
{
  for (guint at = start; at < end;)
    {
      guint run_start;
      const MftRun *run = mft_text_get_run_at (text, at, &run_start);
      if (run == NULL || !(run->style & style))
        return FALSE;
      at = run_start + mft_run_length (run);
    }
  return TRUE;
}

/* The part of a selection that lies in one line; nothing where the line has no text. */
static gboolean
selected_in_row (MftSync *self, guint row, const GtkTextIter *from, const GtkTextIter *to,
                 Place *start, guint *end)
{
  GtkTextIter first = *from, last = *to;

  if ((guint) gtk_text_iter_get_line (from) < row)
    gtk_text_buffer_get_iter_at_line (self->buffer, &first, (int) row);
  if ((guint) gtk_text_iter_get_line (to) > row)
    {
      last = first;
      if (!gtk_text_iter_ends_line (&last))
        gtk_text_iter_forward_to_line_end (&last);
    }
  *start = place_at (self, &first, FALSE);
  *end = place_at (self, &last, TRUE).offset;
  return start->block != NULL && start->offset < *end;
}

void
mft_sync_toggle_style (MftSync *self, MftStyle style)
{
  GtkTextIter from, to;
  gboolean off = TRUE;
  Place start;
  guint end;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to))
    return;
  guint first = (guint) gtk_text_iter_get_line (&from), last = (guint) gtk_text_iter_get_line (&to);
  for (guint row = first; row <= last; row++)
    if (selected_in_row (self, row, &from, &to, &start, &end))
      off = off && has_style (mft_block_get_text (start.block), start.offset, end, style);
  mft_edit_begin (self->agreement);
  for (guint row = first; row <= last; row++)
    if (selected_in_row (self, row, &from, &to, &start, &end))
      mft_edit_style (self->agreement, start.block, start.offset, end,
                      off ? MFT_STYLE_PLAIN : style, off ? style : MFT_STYLE_PLAIN, NULL);
  mft_edit_end (self->agreement);
}
