/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/history.h"

#include "base/random.h"

#include "agreement/structure.h"

#define STEP_TYPE "a" MFT_COMMAND_TYPE

typedef struct
{
  GPtrArray *commands; /* NULL: still as it was kept */
  GBytes *kept;
  guint n_commands;
  gsize size;
  gint64 number;
  gboolean saved;   /* what is kept elsewhere says the same */
  gboolean foreign; /* was kept elsewhere */
} Step;

struct MftHistory
{
  GQueue done;
  GQueue undone; /* its tail comes next */
  gboolean open;
  guint n_commands;
  gsize size;

  char *id;
  gint64 last_number;
  GArray *gone; /* numbers of steps that are no more, since it was saved */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->commands, g_ptr_array_unref);
  g_clear_pointer (&step->kept, g_bytes_unref);
  g_free (step);
}

MftHistory *
mft_history_new (void)
{
  MftHistory *history = g_new0 (MftHistory, 1);

  g_queue_init (&history->done);
  g_queue_init (&history->undone);
  history->id = mft_random_id ();
  history->gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  return history;
}

static void
drop (MftHistory *history, Step *step)
{
  g_array_append_val (history->gone, step->number);
  step_free (step);
}

static void
drop_undone (MftHistory *history)
{
  Step *step;

  while ((step = g_queue_pop_head (&history->undone)) != NULL)
    drop (history, step);
}

void
mft_history_free (MftHistory *history)
{
  g_queue_clear_full (&history->undone, step_free);
  g_queue_clear_full (&history->done, step_free);
  g_array_unref (history->gone);
  g_free (history->id);
  g_free (history);
}

static void
count_in (MftHistory *history, const Step *step)
{
  history->n_commands += step->n_commands;
  history->size += step->size;
}

static void
count_out (MftHistory *history, const Step *step)
{
  history->n_commands -= step->n_commands;
  history->size -= step->size;
}

static void
drop_oldest (MftHistory *history)
{
  while ((history->n_commands > MFT_HISTORY_COMMANDS_MOST || history->size > MFT_HISTORY_SIZE_MOST)
         && history->done.length > 1)
    {
      Step *step = g_queue_pop_head (&history->done);
      count_out (history, step);
      drop (history, step);
    }
}

static void
drop_all (MftHistory *history)
{
  Step *step;

  drop_undone (history);
  while ((step = g_queue_pop_head (&history->done)) != NULL)
    {
      count_out (history, step);
      drop (history, step);
    }
  history->open = FALSE;
}

/* --- commands, as they were or read again ------------------------------------------------------------ */

static GPtrArray *
read_commands (GBytes *kept)
{
  g_autoptr (GPtrArray) commands
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_command_free);
  g_autoptr (GVariant) written
      = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (STEP_TYPE), kept, FALSE));

  if (!g_variant_is_normal_form (written))
    return NULL;
  for (gsize i = 0; i < g_variant_n_children (written); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (written, i);
      MftCommand *command = mft_command_read (child);
      if (command == NULL)
        return NULL;
      g_ptr_array_add (commands, command);
    }
  return g_steal_pointer (&commands);
}

static gboolean
unpack (Step *step)
{
  if (step->commands == NULL)
    step->commands = read_commands (step->kept);
  g_clear_pointer (&step->kept, g_bytes_unref);
  return step->commands != NULL;
}

static GBytes *
pack (const Step *step)
{
  GVariantBuilder builder;

  if (step->commands == NULL)
    return g_bytes_ref (step->kept);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (STEP_TYPE));
  for (guint i = 0; i < step->commands->len; i++)
    g_variant_builder_add_value (&builder, mft_command_write (step->commands->pdata[i]));
  g_autoptr (GVariant) written = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_get_data_as_bytes (written);
}

/* --- doing ------------------------------------------------------------------------------------------- */

static Step *
open_step (MftHistory *history)
{
  Step *step = g_queue_peek_tail (&history->done);

  if (history->open && step != NULL && unpack (step))
    return step;
  step = g_new0 (Step, 1);
  step->commands = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_command_free);
  step->number = ++history->last_number;
  g_queue_push_tail (&history->done, step);
  history->open = TRUE;
  return step;
}

/* The texts between the first and the last of a stretch of typing are never seen again. */
static gboolean
joins_last (const Step *step, const MftCommand *command)
{
  const MftCommand *last
      = step->commands->len > 0 ? step->commands->pdata[step->commands->len - 1] : NULL;

  return last != NULL && last->kind == MFT_COMMAND_TEXT && command->kind == MFT_COMMAND_TEXT
         && g_str_equal (last->block, command->block);
}

void
mft_history_add (MftHistory *history, MftCommand *command)
{
  drop_undone (history);
  Step *step = open_step (history);
  step->saved = FALSE;
  if (joins_last (step, command))
    {
      mft_command_free (command);
      return;
    }
  count_out (history, step);
  g_ptr_array_add (step->commands, command);
  step->n_commands++;
  step->size += mft_command_size (command);
  count_in (history, step);
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

/* Returns how many could be applied, from the last to the first or the other way round. */
static guint
apply_some (const Step *step, MftAgreement *agreement, gboolean backwards, guint most)
{
  guint n = step->commands->len;
  guint i;

  for (i = 0; i < most; i++)
    if (!mft_command_apply (step->commands->pdata[backwards ? n - 1 - i : i], agreement))
      break;
  return i;
}

static void
take_back_some (const Step *step, MftAgreement *agreement, gboolean backwards, guint applied)
{
  guint n = step->commands->len;

  for (guint i = applied; i > 0; i--)
    mft_command_apply (step->commands->pdata[backwards ? n - i : i - 1], agreement);
}

/* All commands or none. What was kept elsewhere has to fit. */
static gboolean
apply (Step *step, MftAgreement *agreement, gboolean backwards)
{
  if (!unpack (step))
    return FALSE;
  guint n = step->commands->len;
  guint applied = apply_some (step, agreement, backwards, n);
  if (applied < n
      || (step->foreign && !mft_structure_check_tree (mft_agreement_get_root (agreement), NULL)))
    {
      take_back_some (step, agreement, backwards, applied);
      return FALSE;
    }
  step->saved = FALSE;
  return TRUE;
}

gboolean
mft_history_undo (MftHistory *history, MftAgreement *agreement)
{
  Step *step = g_queue_peek_tail (&history->done);

  if (step == NULL)
    return FALSE;
  if (!apply (step, agreement, TRUE))
    {
      drop_all (history);
      return FALSE;
    }
  g_queue_push_tail (&history->undone, g_queue_pop_tail (&history->done));
  count_out (history, step);
  history->open = FALSE;
  return TRUE;
}

gboolean
mft_history_redo (MftHistory *history, MftAgreement *agreement)
{
  Step *step = g_queue_peek_tail (&history->undone);

  if (step == NULL)
    return FALSE;
  if (!apply (step, agreement, FALSE))
    {
      drop_all (history);
      return FALSE;
    }
  g_queue_push_tail (&history->done, g_queue_pop_tail (&history->undone));
  count_in (history, step);
  history->open = FALSE;
  return TRUE;
}

/* --- keeping ----------------------------------------------------------------------------------------- */

const char *
mft_history_get_id (MftHistory *history)
{
  return history->id;
}

void
mft_saved_step_free (MftSavedStep *step)
{
  g_clear_pointer (&step->bytes, g_bytes_unref);
  g_free (step);
}

static void
add_saved (GPtrArray *list, gint64 number, gboolean undone, GBytes *bytes)
{
  MftSavedStep *saved = g_new (MftSavedStep, 1);

  *saved = (MftSavedStep){ number, undone, bytes };
  g_ptr_array_add (list, saved);
}

static void
add_unsaved (GPtrArray *list, const GQueue *steps, gboolean undone, gboolean all)
{
  for (GList *link = steps->head; link != NULL; link = link->next)
    {
      const Step *step = link->data;
      if (all || !step->saved)
        add_saved (list, step->number, undone, pack (step));
    }
}

GPtrArray *
mft_history_unsaved (MftHistory *history, gboolean all)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_saved_step_free);

  for (guint i = 0; i < history->gone->len && !all; i++)
    add_saved (list, g_array_index (history->gone, gint64, i), FALSE, NULL);
  add_unsaved (list, &history->done, FALSE, all);
  add_unsaved (list, &history->undone, TRUE, all);
  return list;
}

static void
note_saved (gpointer step, gpointer data)
{
  (void) data;
  ((Step *) step)->saved = TRUE;
}

void
mft_history_note_saved (MftHistory *history)
{
  g_array_set_size (history->gone, 0);
  g_queue_foreach (&history->done, note_saved, NULL);
  g_queue_foreach (&history->undone, note_saved, NULL);
}

static Step *
step_from_kept (const MftSavedStep *saved)
{
  Step *step = g_new0 (Step, 1);
  g_autoptr (GVariant) written = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (STEP_TYPE), saved->bytes, FALSE));

  step->kept = g_bytes_ref (saved->bytes);
  step->n_commands = (guint) MIN (g_variant_n_children (written), G_MAXUINT / 2);
  step->size = g_bytes_get_size (saved->bytes);
  step->number = saved->number;
  step->saved = TRUE;
  step->foreign = TRUE;
  return step;
}

void
mft_history_take_saved (MftHistory *history, const char *id, GPtrArray *steps)
{
  g_free (history->id);
  history->id = g_strdup (id);
  for (guint i = 0; i < steps->len; i++)
    {
      const MftSavedStep *saved = steps->pdata[i];
      Step *step = step_from_kept (saved);
      history->last_number = MAX (history->last_number, saved->number);
      if (saved->undone)
        g_queue_push_head (&history->undone, step);
      else
        {
          g_queue_push_tail (&history->done, step);
          count_in (history, step);
        }
    }
  drop_oldest (history);
}
