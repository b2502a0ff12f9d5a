/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/history.h"

typedef struct
{
  GPtrArray *commands;
  gsize size;
} Step;

struct MftHistory
{
  GQueue done;
  GQueue undone;
  gboolean open;
  guint n_commands;
  gsize size;
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_ptr_array_unref (step->commands);
  g_free (step);
}

MftHistory *
mft_history_new (void)
{
  MftHistory *history = g_new0 (MftHistory, 1);

  g_queue_init (&history->done);
  g_queue_init (&history->undone);
  return history;
}

/* Newest first: what a later step holds may point into what an earlier one owns. */
static void
drop_undone (MftHistory *history)
{
  Step *step;

  while ((step = g_queue_pop_head (&history->undone)) != NULL)
    step_free (step);
}

void
mft_history_free (MftHistory *history)
{
  drop_undone (history);
  g_queue_clear_full (&history->done, step_free);
  g_free (history);
}

static void
drop_oldest (MftHistory *history)
{
  while ((history->n_commands > MFT_HISTORY_COMMANDS_MOST || history->size > MFT_HISTORY_SIZE_MOST)
         && history->done.length > 1)
    {
      Step *step = g_queue_pop_head (&history->done);
      history->n_commands -= step->commands->len;
      history->size -= step->size;
      step_free (step);
    }
}

void
mft_history_add (MftHistory *history, MftCommand *command)
{
  gsize size = mft_command_size (command);

  drop_undone (history);
  if (!history->open || history->done.length == 0)
    {
      Step *step = g_new0 (Step, 1);
      step->commands = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_command_free);
      g_queue_push_tail (&history->done, step);
      history->open = TRUE;
    }
  Step *step = g_queue_peek_tail (&history->done);
  g_ptr_array_add (step->commands, command);
  step->size += size;
  history->n_commands++;
  history->size += size;
  drop_oldest (history);
}

void
mft_history_close_step (MftHistory *history)
{
  history->open = FALSE;
}

void
mft_history_reopen_step (MftHistory *history)
{
  history->open = history->done.length > 0;
}

gboolean
mft_history_can_undo (MftHistory *history)
{
  return history->done.length > 0;
}

gboolean
mft_history_can_redo (MftHistory *history)
{
  return history->undone.length > 0;
}

gboolean
mft_history_undo (MftHistory *history, MftAgreement *agreement)
{
  Step *step = g_queue_pop_tail (&history->done);

  if (step == NULL)
    return FALSE;
  for (guint i = step->commands->len; i > 0; i--)
    mft_command_apply (g_ptr_array_index (step->commands, i - 1), agreement);
  g_queue_push_tail (&history->undone, step);
  history->n_commands -= step->commands->len;
  history->size -= step->size;
  history->open = FALSE;
  return TRUE;
}

gboolean
mft_history_redo (MftHistory *history, MftAgreement *agreement)
{
  Step *step = g_queue_pop_tail (&history->undone);

  if (step == NULL)
    return FALSE;
  for (guint i = 0; i < step->commands->len; i++)
    mft_command_apply (g_ptr_array_index (step->commands, i), agreement);
  g_queue_push_tail (&history->done, step);
  history->n_commands += step->commands->len;
  history->size += step->size;
  history->open = FALSE;
  return TRUE;
}
