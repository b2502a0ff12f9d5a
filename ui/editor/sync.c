/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/sync-private.h"

#include <adwaita.h>

#include "ui/editor/line-tags.h"

#include "agreement/edit.h"

enum
{
  PROP_0,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint refused_signal;

G_DEFINE_FINAL_TYPE (MftSync, mft_sync, G_TYPE_OBJECT)

/* --- the agreement into the buffer ------------------------------------------------------------ */

static void
line_start (MftSync *self, guint row, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_line (self->buffer, iter, (int) row);
}

static void
tag_row (MftSync *self, guint row)
{
  mft_line_tags_apply (self->buffer, row, g_ptr_array_index (self->lines, row));
  _mft_sync_tag_terms (self, row);
}

static void
write_all (MftSync *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const MftLine *line = g_ptr_array_index (self->lines, i);
      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line->shown);
    }
  gtk_text_buffer_set_text (self->buffer, words->str, (int) words->len);
  g_string_free (words, TRUE);
  /* From the last: GTK looks for the next tag there is, which from the first would lie ever farther. */
  for (guint i = self->lines->len; i > 0; i--)
    tag_row (self, i - 1);
}

static void
remove_row (MftSync *self, guint row)
{
  GtkTextIter start, end;

  line_start (self, row, &start);
  end = start;
  if (!gtk_text_iter_forward_line (&end))
    gtk_text_iter_backward_char (&start);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  g_ptr_array_remove_index (self->lines, row);
}

static void
insert_row (MftSync *self, guint row, MftLine *line)
{
  GtkTextIter at;
  gboolean last = row == self->lines->len;
  g_autofree char *words
      = last ? g_strconcat ("\n", line->shown, NULL) : g_strconcat (line->shown, "\n", NULL);

  if (last)
    gtk_text_buffer_get_end_iter (self->buffer, &at);
  else
    line_start (self, row, &at);
  gtk_text_buffer_insert (self->buffer, &at, words, -1);
  g_ptr_array_insert (self->lines, (int) row, line);
  tag_row (self, row);
}

/* Touches only the characters that differ, so that the cursor stays where it is. */
static void
rewrite_row (MftSync *self, guint row, MftLine *line)
{
  MftLine *old = g_ptr_array_index (self->lines, row);
  const char *a = old->shown, *b = line->shown;
  const char *a_end = a + strlen (a), *b_end = b + strlen (b);
  glong from = 0;
  GtkTextIter start, end;

  while (a < a_end && b < b_end && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      from++;
    }
  while (a_end > a && b_end > b
         && g_utf8_get_char (g_utf8_prev_char (a_end))
                == g_utf8_get_char (g_utf8_prev_char (b_end)))
    {
      a_end = g_utf8_prev_char (a_end);
      b_end = g_utf8_prev_char (b_end);
    }
  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, (int) row, (int) from);
  end = start;
  gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (a, a_end - a));
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, b, (int) (b_end - b));
  mft_line_free (old);
  self->lines->pdata[row] = line;
  tag_row (self, row);
}

static GHashTable *
ids_of (GPtrArray *lines)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (ids, ((MftLine *) g_ptr_array_index (lines, i))->id);
  return ids;
}

/* Goes through the wanted lines in order; what stands there already stays. */
static void
write_changes (MftSync *self, GPtrArray *wanted)
{
  g_autoptr (GHashTable) keep = ids_of (wanted);

  for (guint row = 0; row < wanted->len; row++)
    {
      MftLine *line = g_ptr_array_index (wanted, row);
      while (
          row < self->lines->len
          && !g_hash_table_contains (keep, ((MftLine *) g_ptr_array_index (self->lines, row))->id))
        remove_row (self, row);
      MftLine *old = row < self->lines->len ? g_ptr_array_index (self->lines, row) : NULL;
      if (old == NULL || !g_str_equal (old->id, line->id))
        {
          for (guint later = row; later < self->lines->len; later++)
            if (g_str_equal (((MftLine *) g_ptr_array_index (self->lines, later))->id, line->id))
              {
                remove_row (self, later);
                break;
              }
          insert_row (self, row, line);
        }
      else if (!mft_line_equal (old, line))
        rewrite_row (self, row, line);
      else
        mft_line_free (line);
    }
  while (self->lines->len > wanted->len)
    remove_row (self, self->lines->len - 1);
}

void
_mft_sync_refresh (MftSync *self)
{
  GPtrArray *wanted = mft_lines_new (self->agreement);

  self->stale = FALSE;
  self->writing = TRUE;
  if (self->lines->len == 0)
    {
      g_ptr_array_unref (self->lines);
      self->lines = wanted;
      write_all (self);
    }
  else
    {
      write_changes (self, wanted);
      g_ptr_array_set_free_func (wanted, NULL);
      g_ptr_array_unref (wanted);
    }
  _mft_sync_follow_terms (self);
  self->writing = FALSE;
}

/* A cell is shown in the line of its row. */
static void
refresh_one (MftSync *self, MftBlock *block)
{
  MftLine *line = NULL;

  while (block != NULL && (line = mft_line_new (self->agreement, block)) == NULL)
    block = mft_block_get_parent (block);
  for (guint row = 0; line != NULL && row < self->lines->len; row++)
    {
      const MftLine *old = g_ptr_array_index (self->lines, row);
      if (!g_str_equal (old->id, line->id))
        continue;
      self->writing = TRUE;
      rewrite_row (self, row, line);
      _mft_sync_follow_terms (self);
      self->writing = FALSE;
      return;
    }
  g_clear_pointer (&line, mft_line_free);
}

static void
preedit_cb (MftSync *self, const char *preedit)
{
  self->composing = *preedit != '\0';
  if (!self->composing && self->stale)
    _mft_sync_refresh (self);
}

/* --- the buffer into the agreement ------------------------------------------------------------ */

static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *at, const char *words, int size, MftSync *self)
{
  if (self->writing)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_autofree char *copy = g_strndup (words, size < 0 ? strlen (words) : (gsize) size);
  self->editing = TRUE;
  _mft_sync_insert (self, at, copy);
  self->editing = FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, at, gtk_text_buffer_get_insert (buffer));
}

static void
delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *from, GtkTextIter *to, MftSync *self)
{
  if (self->writing)
    return;
  g_signal_stop_emission_by_name (buffer, "delete-range");
  /* What replaces a selection belongs to the same step of the history. */
  if (gtk_text_buffer_get_has_selection (buffer) && !self->joined)
    {
      mft_edit_begin (self->agreement);
      self->joined = TRUE;
    }
  self->editing = TRUE;
  _mft_sync_delete (self, from, to);
  self->editing = FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, from, gtk_text_buffer_get_insert (buffer));
  *to = *from;
}

static void
end_user_action_cb (MftSync *self)
{
  if (!self->joined)
    return;
  self->joined = FALSE;
  self->editing = TRUE;
  mft_edit_end (self->agreement);
  self->editing = FALSE;
}

static void
cursor_cb (MftSync *self)
{
  GtkTextIter at;
  const MftLine *line;

  if (self->writing)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  line = _mft_sync_line_at (self, &at);
  if (g_strcmp0 (self->current, line != NULL ? line->id : "") == 0)
    return;
  g_free (self->current);
  g_clear_pointer (&self->declined, g_free);
  self->current = g_strdup (line != NULL ? line->id : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

/* While an input method composes, only the person's own edits touch the buffer. */
static void
changed_cb (MftSync *self, MftBlock *block)
{
  if (!self->editing)
    _mft_sync_note_undo (self);
  if (self->composing && !self->editing)
    self->stale = TRUE;
  else if (block != NULL && !self->stale)
    refresh_one (self, block);
  else
    _mft_sync_refresh (self);
  /* Undo may have taken away the block with the cursor; the cursor itself stayed somewhere. */
  if (!self->editing && mft_agreement_get_block (self->agreement, self->current) == NULL)
    cursor_cb (self);
}

static void
dark_cb (MftSync *self, GParamSpec *pspec, AdwStyleManager *manager)
{
  (void) pspec;
  mft_line_tags_set_dark (self->buffer, adw_style_manager_get_dark (manager));
}

/* --- the object ------------------------------------------------------------------------------- */

static void
mft_sync_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CURRENT)
    g_value_set_string (value, MFT_SYNC (object)->current);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_sync_finalize (GObject *object)
{
  MftSync *self = MFT_SYNC (object);

  g_object_unref (self->agreement);
  g_ptr_array_unref (self->lines);
  g_free (self->current);
  g_strfreev (self->terms);
  g_free (self->live);
  g_free (self->declined);
  G_OBJECT_CLASS (mft_sync_parent_class)->finalize (object);
}

static void
mft_sync_class_init (MftSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_sync_get_property;
  object_class->finalize = mft_sync_finalize;
  properties[PROP_CURRENT]
      = g_param_spec_string ("current", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  refused_signal = g_signal_new ("refused", MFT_TYPE_SYNC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
mft_sync_init (MftSync *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_line_free);
  self->current = g_strdup ("");
  self->terms = g_new0 (char *, 1);
}

static void
connect_buffer (MftSync *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self, 0);
  g_signal_connect_object (self->buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_cb), self, G_CONNECT_SWAPPED);
  dark_cb (self, NULL, manager);
}

MftSync *
mft_sync_new (GtkTextView *view, MftAgreement *agreement)
{
  MftSync *self = g_object_new (MFT_TYPE_SYNC, NULL);
  GtkTextIter start;

  self->view = view;
  self->buffer = gtk_text_view_get_buffer (view);
  self->agreement = g_object_ref (agreement);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  mft_line_tags_add (self->buffer, GTK_WIDGET (view));
  connect_buffer (self);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  _mft_sync_refresh (self);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  cursor_cb (self);
  return self;
}

const char *
mft_sync_get_current (MftSync *self)
{
  return self->current;
}

MftLine *
_mft_sync_line_at (MftSync *self, const GtkTextIter *iter)
{
  guint row = (guint) gtk_text_iter_get_line (iter);

  return row < self->lines->len ? g_ptr_array_index (self->lines, row) : NULL;
}

MftBlock *
_mft_sync_block (MftSync *self, const MftLine *line)
{
  return line != NULL && line->style != MFT_LINE_ROW
             ? mft_agreement_get_block (self->agreement, line->id)
             : NULL;
}

void
_mft_sync_refuse (MftSync *self, const GError *error)
{
  g_signal_emit (self, refused_signal, 0, error);
}

gboolean
_mft_sync_deny (MftAgreementError code, GError **error)
{
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, code, "nothing here that this could change");
  return FALSE;
}

gboolean
mft_sync_get_iter (MftSync *self, const char *id, guint offset, GtkTextIter *iter)
{
  for (guint row = 0; row < self->lines->len; row++)
    {
      const MftLine *line = g_ptr_array_index (self->lines, row);
      if (!g_str_equal (line->id, id))
        continue;
      gtk_text_buffer_get_iter_at_line_offset (self->buffer, iter, (int) row,
                                               (int) mft_line_from_text (line, offset));
      return TRUE;
    }
  return FALSE;
}

gboolean
mft_sync_go_to (MftSync *self, const char *id, guint offset)
{
  GtkTextIter at;

  if (!mft_sync_get_iter (self, id, offset, &at))
    return FALSE;
  gtk_text_buffer_place_cursor (self->buffer, &at);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE,
                                0, 0.2);
  cursor_cb (self);
  return TRUE;
}

const MftShownSpan *
mft_sync_get_span_at (MftSync *self, const GtkTextIter *iter)
{
  const MftLine *line = _mft_sync_line_at (self, iter);
  guint offset = (guint) gtk_text_iter_get_line_offset (iter);
  guint at = line != NULL ? line->prefix : 0;

  if (line == NULL || offset < at)
    return NULL;
  for (guint i = 0; i < line->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (line->spans, MftShownSpan, i);
      at += (guint) g_utf8_strlen (span->text, -1);
      if (offset < at)
        return span;
    }
  return NULL;
}

void
mft_sync_mark_findings (MftSync *self, GPtrArray *findings)
{
  mft_line_tags_clear_marks (self->buffer);
  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      GtkTextIter start, end;
      if (finding->block_id != NULL
          && mft_sync_get_iter (self, finding->block_id, finding->start, &start)
          && mft_sync_get_iter (self, finding->block_id, finding->end, &end))
        mft_line_tags_mark (self->buffer, &start, &end, finding->severity);
    }
}
