/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/text.h"

#include "base/nfc.h"

/* Values are GRefStrings: slices of one text share what they did not cut. */
struct MftText
{
  gatomicrefcount references;
  guint n_runs;
  guint length;
  MftRun runs[];
};

/* Words that no XML file can hold, and line ends, which part blocks and do not stand in them. */
static char *
clean_words (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *composed = mft_nfc (valid);
  GString *clean = g_string_sized_new (strlen (composed));

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, ' ');
      else if (c >= 0x20 && !(c >= 0x7f && c < 0xa0) && c != 0xfffe && c != 0xffff && c != 0xfffc)
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

guint
mft_run_length (const MftRun *run)
{
  return run->kind == MFT_RUN_TEXT ? (guint) g_utf8_strlen (run->value, -1) : 1;
}

static void
run_clear (gpointer data)
{
  MftRun *run = data;

  g_ref_string_release ((char *) run->value);
}

/* Adds a run whose value is already a GRefString of clean words; joins it to a neighbour of its
 * style. */
static void
add_shared (GArray *runs, MftRun run)
{
  MftRun *last = runs->len > 0 ? &g_array_index (runs, MftRun, runs->len - 1) : NULL;

  if (run.kind == MFT_RUN_TEXT && run.value[0] == '\0')
    {
      run_clear (&run);
      return;
    }
  if (last != NULL && run.kind == MFT_RUN_TEXT && last->kind == MFT_RUN_TEXT
      && last->style == run.style)
    {
      g_autofree char *joined = g_strconcat (last->value, run.value, NULL);
      g_autofree char *composed = mft_nfc (joined);
      run_clear (last);
      run_clear (&run);
      last->value = g_ref_string_new (composed);
      return;
    }
  g_array_append_val (runs, run);
}

static void
add_copy (GArray *runs, const MftRun *run)
{
  g_autofree char *clean = clean_words (run->value != NULL ? run->value : "");
  gboolean words = run->kind == MFT_RUN_TEXT;

  add_shared (runs, (MftRun){ .kind = run->kind,
                              .style = run->style,
                              .form = words ? 0 : run->form,
                              .value = g_ref_string_new (clean) });
}

static void
add_reference (GArray *runs, const MftRun *run)
{
  MftRun shared = *run;

  shared.value = g_ref_string_acquire ((char *) run->value);
  add_shared (runs, shared);
}

/* The characters of `run` from `start` to `end`, both inside it. */
static void
add_part (GArray *runs, const MftRun *run, guint start, guint end)
{
  if (start >= end)
    return;
  if (start == 0 && end >= mft_run_length (run))
    {
      add_reference (runs, run);
      return;
    }
  g_autofree char *part = g_utf8_substring (run->value, start, end);
  MftRun cut = *run;
  cut.value = g_ref_string_new (part);
  add_shared (runs, cut);
}

static void
add_range (GArray *runs, MftText *text, guint start, guint end)
{
  guint at = 0;

  for (guint i = 0; i < text->n_runs && at < end; i++)
    {
      guint length = mft_run_length (&text->runs[i]);
      if (at + length > start)
        add_part (runs, &text->runs[i], start > at ? start - at : 0, MIN (end - at, length));
      at += length;
    }
}

static GArray *
new_runs (void)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (MftRun));

  g_array_set_clear_func (runs, run_clear);
  return runs;
}

/* Takes the runs over. */
static MftText *
text_from_array (GArray *runs)
{
  MftText *text = g_malloc (sizeof (MftText) + runs->len * sizeof (MftRun));

  g_atomic_ref_count_init (&text->references);
  text->n_runs = runs->len;
  text->length = 0;
  for (guint i = 0; i < runs->len; i++)
    {
      text->runs[i] = g_array_index (runs, MftRun, i);
      text->length += mft_run_length (&text->runs[i]);
    }
  g_array_set_clear_func (runs, NULL);
  g_array_unref (runs);
  return text;
}

MftText *
mft_text_new (const char *words, MftStyle style)
{
  const MftRun run = { .kind = MFT_RUN_TEXT, .style = style, .value = words };

  return mft_text_new_runs (&run, words != NULL ? 1 : 0);
}

MftText *
mft_text_new_atom (MftRunKind kind, const char *value, int form, MftStyle style)
{
  const MftRun run = { .kind = kind, .style = style, .form = form, .value = value };

  g_return_val_if_fail (kind != MFT_RUN_TEXT, NULL);
  return mft_text_new_runs (&run, 1);
}

MftText *
mft_text_new_runs (const MftRun *runs, guint n_runs)
{
  GArray *array = new_runs ();

  for (guint i = 0; i < n_runs; i++)
    add_copy (array, &runs[i]);
  return text_from_array (array);
}

MftText *
mft_text_ref (MftText *text)
{
  g_atomic_ref_count_inc (&text->references);
  return text;
}

void
mft_text_unref (MftText *text)
{
  if (text == NULL || !g_atomic_ref_count_dec (&text->references))
    return;
  for (guint i = 0; i < text->n_runs; i++)
    run_clear (&text->runs[i]);
  g_free (text);
}

guint
mft_text_length (MftText *text)
{
  return text->length;
}

guint
mft_text_n_runs (MftText *text)
{
  return text->n_runs;
}

const MftRun *
mft_text_get_run (MftText *text, guint index)
{
  g_return_val_if_fail (index < text->n_runs, NULL);
  return &text->runs[index];
}

const MftRun *
mft_text_get_run_at (MftText *text, guint offset, guint *run_start)
{
  guint at = 0;

  for (guint i = 0; i < text->n_runs; i++)
    {
      guint length = mft_run_length (&text->runs[i]);
      if (offset < at + length)
        {
          if (run_start != NULL)
            *run_start = at;
          return &text->runs[i];
        }
      at += length;
    }
  return NULL;
}

static gboolean
runs_equal (const MftRun *a, const MftRun *b)
{
  return a->kind == b->kind && a->style == b->style && a->form == b->form
         && g_str_equal (a->value, b->value);
}

gboolean
mft_text_equal (MftText *a, MftText *b)
{
  if (a == b)
    return TRUE;
  if (a->n_runs != b->n_runs || a->length != b->length)
    return FALSE;
  for (guint i = 0; i < a->n_runs; i++)
    if (!runs_equal (&a->runs[i], &b->runs[i]))
      return FALSE;
  return TRUE;
}

MftText *
mft_text_replace (MftText *text, guint start, guint end, MftText *with)
{
  GArray *runs = new_runs ();

  start = MIN (start, text->length);
  end = CLAMP (end, start, text->length);
  add_range (runs, text, 0, start);
  if (with != NULL)
    add_range (runs, with, 0, with->length);
  add_range (runs, text, end, text->length);
  return text_from_array (runs);
}

MftText *
mft_text_slice (MftText *text, guint start, guint end)
{
  GArray *runs = new_runs ();

  add_range (runs, text, start, MIN (end, text->length));
  return text_from_array (runs);
}

MftText *
mft_text_join (MftText *first, MftText *second)
{
  return mft_text_replace (first, first->length, first->length, second);
}

MftText *
mft_text_restyle (MftText *text, guint start, guint end, MftStyle set, MftStyle clear)
{
  g_autoptr (MftText) middle = mft_text_slice (text, start, end);
  GArray *runs = new_runs ();

  for (guint i = 0; i < middle->n_runs; i++)
    {
      MftRun run = middle->runs[i];
      run.style = (MftStyle) ((run.style & ~(guint) clear) | (guint) set);
      add_reference (runs, &run);
    }
  g_autoptr (MftText) styled = text_from_array (runs);
  return mft_text_replace (text, start, MIN (end, text->length), styled);
}

char *
mft_text_dup_words (MftText *text)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < text->n_runs; i++)
    if (text->runs[i].kind == MFT_RUN_TEXT)
      g_string_append (words, text->runs[i].value);
  return g_string_free (words, FALSE);
}

gsize
mft_text_size (MftText *text)
{
  gsize size = sizeof (MftText) + text->n_runs * sizeof (MftRun);

  for (guint i = 0; i < text->n_runs; i++)
    size += strlen (text->runs[i].value);
  return size;
}

void
mft_text_builder_init (MftTextBuilder *builder)
{
  builder->runs = new_runs ();
}

void
mft_text_builder_add (MftTextBuilder *builder, MftRunKind kind, const char *value, int form,
                      MftStyle style)
{
  const MftRun run = { .kind = kind, .style = style, .form = form, .value = value };

  add_copy (builder->runs, &run);
}

void
mft_text_builder_words (MftTextBuilder *builder, const char *words, MftStyle style)
{
  mft_text_builder_add (builder, MFT_RUN_TEXT, words, 0, style);
}

void
mft_text_builder_text (MftTextBuilder *builder, MftText *text)
{
  add_range (builder->runs, text, 0, text->length);
}

MftText *
mft_text_builder_end (MftTextBuilder *builder)
{
  return text_from_array (g_steal_pointer (&builder->runs));
}
