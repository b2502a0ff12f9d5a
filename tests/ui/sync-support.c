/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-support.h"

#include "ui/editor/line.h"

void
editor_set_up (Editor *editor, gconstpointer data)
{
  (void) data;
  editor->agreement = mft_test_agreement ();
  editor->paper = g_object_ref_sink (g_object_new (MFT_TYPE_PAPER, NULL));
  mft_paper_set_agreement (MFT_PAPER (editor->paper), editor->agreement);
  editor->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper));
  editor->sync = mft_paper_get_sync (MFT_PAPER (editor->paper));
}

void
editor_tear_down (Editor *editor, gconstpointer data)
{
  (void) data;
  g_assert_finalize_object (editor->paper);
  g_assert_finalize_object (editor->agreement);
}

char *
editor_shown (Editor *editor)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (editor->buffer, &start, &end);
  return gtk_text_buffer_get_text (editor->buffer, &start, &end, TRUE);
}

/* The buffer says what the agreement says, and nothing else. */
void
editor_assert_in_step (Editor *editor)
{
  g_autoptr (GPtrArray) lines = mft_lines_new (editor->agreement);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autofree char *is = editor_shown (editor);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (wanted, "%s%s", i > 0 ? "\n" : "",
                            ((MftLine *) g_ptr_array_index (lines, i))->shown);
  mft_test_assert_text (is, wanted->str);
}

MftBlock *
editor_pasal (Editor *editor, guint number)
{
  return mft_block_get_child (mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY),
                              number - 1);
}

void
editor_type (Editor *editor, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gtk_text_buffer_begin_user_action (editor->buffer);
      gtk_text_buffer_delete_selection (editor->buffer, TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (editor->buffer, p,
                                                    (int) (g_utf8_next_char (p) - p), TRUE);
      gtk_text_buffer_end_user_action (editor->buffer);
    }
}

void
editor_backspace (Editor *editor)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (editor->buffer, &at,
                                    gtk_text_buffer_get_insert (editor->buffer));
  gtk_text_buffer_backspace (editor->buffer, &at, TRUE, TRUE);
}

char *
editor_line_with_cursor (Editor *editor)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (editor->buffer, &start,
                                    gtk_text_buffer_get_insert (editor->buffer));
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_buffer_get_text (editor->buffer, &start, &end, TRUE);
}

void
editor_assert_line (Editor *editor, const char *expected)
{
  g_autofree char *line = editor_line_with_cursor (editor);

  editor_assert_in_step (editor);
  g_assert_cmpstr (line, ==, expected);
}
