/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/shown.h"

#include "bahasa/capitals.h"
#include "bahasa/date-phrase.h"
#include "bahasa/duration.h"

#include "agreement/block-private.h"
#include "agreement/decimal-value.h"
#include "agreement/formula.h"
#include "agreement/house-style.h"
#include "agreement/party.h"
#include "agreement/path.h"
#include "agreement/table.h"

/* How deep a field's value may name other fields: "… di {p1.nama}". */
#define NESTING_MOST 4

/* A value that names others many times would grow without end. */
#define EXPANDED_MOST (64 * 1024)

static void expand_field (MftAgreement *agreement, const char *id, guint depth, GString *expanded,
                          gboolean *missing);

/* A text value may name other fields and parties: "pemanfaatan … di lingkungan PIHAK KESATU",
 * "… di {p1.nama}". */
static void
expand_words (MftAgreement *agreement, const char *words, guint depth, GString *expanded,
              gboolean *missing)
{
  const char *last = strrchr (words, '}');

  while (*words != '\0' && expanded->len < EXPANDED_MOST)
    {
      g_autofree char *role = NULL;
      gsize taken = mft_party_parse_role (words, &role);
      if (*words == '{' && words < last)
        {
          g_autofree char *id = g_strndup (words + 1, strcspn (words + 1, ":}"));
          expand_field (agreement, id, depth + 1, expanded, missing);
          words = strchr (words, '}') + 1;
        }
      else if (taken > 0)
        {
          g_autofree char *shown = mft_party_dup_role (agreement, role);
          g_string_append (expanded, shown);
          words += taken;
        }
      else
        {
          const char *next = g_utf8_next_char (words);
          g_string_append_len (expanded, words, next - words);
          words = next;
        }
    }
}

static gboolean
is_official (const char *id)
{
  return id[0] == 'p' && g_ascii_isdigit (id[1]) && g_str_has_suffix (id, ".pejabat");
}

static gboolean
without_degrees (MftAgreement *agreement)
{
  return g_str_equal (mft_agreement_get_setting (agreement, MFT_STYLE_DEGREES), "tanpa");
}

static void
expand_field (MftAgreement *agreement, const char *id, guint depth, GString *expanded,
              gboolean *missing)
{
  MftField *field = mft_agreement_get_field (agreement, id);
  const char *value = field != NULL ? mft_field_get_value (field) : NULL;

  if (value != NULL && depth < NESTING_MOST)
    {
      g_autofree char *bare = is_official (id) && without_degrees (agreement)
                                  ? mft_house_style_strip_degrees (value)
                                  : NULL;
      expand_words (agreement, bare != NULL ? bare : value, depth, expanded, missing);
      return;
    }
  *missing = TRUE;
  g_string_append_printf (expanded, "[%s]", field != NULL ? mft_field_get_meaning (field) : id);
}

static char *
expand (MftAgreement *agreement, const char *id, gboolean *missing)
{
  GString *expanded = g_string_new (NULL);

  expand_field (agreement, id, 0, expanded, missing);
  return g_string_free (expanded, FALSE);
}

static char *
show_date (MftAgreement *agreement, const char *value, MftForm form)
{
  MftDate date;
  const char *setting = mft_agreement_get_setting (agreement, "tanggal");
  MftDateStyle style = g_str_equal (setting, "judul")   ? MFT_DATE_STYLE_TITLE
                       : g_str_equal (setting, "tahun") ? MFT_DATE_STYLE_YEAR
                                                        : MFT_DATE_STYLE_LOWER;

  if (!mft_date_parse_iso (value, &date, NULL))
    return NULL;
  if (form == MFT_FORM_DATE)
    return mft_date_format (date);
  return form == MFT_FORM_DATE_DIGITS ? mft_date_format_digits (date)
                                      : mft_date_phrase_format (date, style);
}

static char *
show_decimal (const char *value, MftForm form)
{
  MftDecimal number;

  return _mft_decimal_from_value (value, &number) ? _mft_decimal_dup_shown (number, form) : NULL;
}

char *
mft_shown_value (MftAgreement *agreement, const char *value, MftForm form)
{
  MftDuration duration;

  switch (form)
    {
    case MFT_FORM_TEXT:
      return g_strdup (value);
    case MFT_FORM_UPPER:
      return mft_capitals (value, MFT_CAPITALS_UPPER);
    case MFT_FORM_DURATION:
      return mft_duration_parse (value, &duration, NULL) ? mft_duration_full (duration) : NULL;
    case MFT_FORM_NUMBER:
    case MFT_FORM_PERCENT:
    case MFT_FORM_MONEY:
    case MFT_FORM_WORDS:
      return show_decimal (value, form);
    case MFT_FORM_DATE:
    case MFT_FORM_DAY_DATE:
    case MFT_FORM_DATE_DIGITS:
      return show_date (agreement, value, form);
    }
  return NULL;
}

static char *
show_field (MftAgreement *agreement, const MftRun *run, MftShownState *state)
{
  gboolean missing = FALSE;
  g_autofree char *value = expand (agreement, run->value, &missing);
  gboolean words = run->form == MFT_FORM_TEXT || run->form == MFT_FORM_UPPER;
  g_autofree char *shown
      = missing && !words ? NULL : mft_shown_value (agreement, value, (MftForm) run->form);

  *state = missing ? MFT_SHOWN_MISSING : MFT_SHOWN_PLAIN;
  return shown != NULL ? g_steal_pointer (&shown) : g_steal_pointer (&value);
}

static char *
show_reference (MftAgreement *agreement, MftBlock *block, const MftRun *run, MftShownState *state)
{
  MftBlock *target;

  if (run->form == MFT_REFERENCE_EXTERNAL || run->form == MFT_REFERENCE_IGNORED)
    {
      *state = run->form == MFT_REFERENCE_EXTERNAL ? MFT_SHOWN_EXTERNAL : MFT_SHOWN_PLAIN;
      return g_strdup (run->value);
    }
  target = mft_agreement_get_block (agreement, run->value);
  *state = target != NULL ? MFT_SHOWN_PLAIN : MFT_SHOWN_DANGLING;
  if (target == NULL)
    return g_strdup ("[acuan hilang]");
  return _mft_path_reference (block, target, (MftReferenceForm) run->form);
}

/* In a column of money with its two places, else as many as there are. */
static char *
format_result (MftBlock *block, const MftFormula *formula, MftDecimal number, MftForm form)
{
  MftBlock *head = mft_table_get_head_of (block);

  if (form != MFT_FORM_TEXT && form != MFT_FORM_UPPER)
    return _mft_decimal_dup_shown (number, form);
  if (formula->kind == MFT_FORMULA_ROW)
    return g_strdup_printf ("%" G_GUINT64_FORMAT ".", number.digits);
  if (head != NULL && mft_table_get_column (head) == MFT_COLUMN_MONEY)
    mft_decimal_set_places (&number, 2);
  return mft_decimal_format (number);
}

static char *
show_formula (MftAgreement *agreement, MftBlock *block, const MftRun *run, MftShownState *state)
{
  MftFormula formula;
  MftDecimal number;
  MftResult result = mft_formula_parse (run->value, &formula)
                         ? mft_formula_compute (agreement, block, &formula, &number)
                         : MFT_RESULT_UNCLEAR;
  char *shown = result == MFT_RESULT_NUMBER
                    ? format_result (block, &formula, number, (MftForm) run->form)
                    : NULL;

  if (result == MFT_RESULT_EMPTY)
    return g_strdup (run->form == MFT_FORM_TEXT ? "" : "[jumlah]");
  if (shown == NULL)
    *state = MFT_SHOWN_DANGLING;
  return shown != NULL ? shown : g_strdup ("[tidak dapat dihitung]");
}

char *
mft_shown_run (MftAgreement *agreement, MftBlock *block, const MftRun *run, MftShownState *state)
{
  MftShownState unused;
  char *shown = NULL;

  state = state != NULL ? state : &unused;
  *state = MFT_SHOWN_PLAIN;
  switch (run->kind)
    {
    case MFT_RUN_TEXT:
      return g_strdup (run->value);
    case MFT_RUN_REFERENCE:
      return show_reference (agreement, block, run, state);
    case MFT_RUN_FIELD:
      return show_field (agreement, run, state);
    case MFT_RUN_NUMBER:
      shown = show_decimal (run->value, (MftForm) run->form);
      break;
    case MFT_RUN_DATE:
      shown = show_date (agreement, run->value, (MftForm) run->form);
      break;
    case MFT_RUN_PARTY:
      shown = mft_party_dup_role (agreement, run->value);
      break;
    case MFT_RUN_FORMULA:
      return show_formula (agreement, block, run, state);
    }
  return shown != NULL ? shown : g_strdup (run->value);
}

static void
span_clear (gpointer data)
{
  g_free (((MftShownSpan *) data)->text);
}

/* House style "lengkap": "ayat (1) Pasal ini". Not where a reference to its huruf follows. */
static gboolean
wants_pasal_ini (MftAgreement *agreement, MftBlock *block, guint index)
{
  const MftRun *run = mft_text_get_run (block->text, index);
  MftBlock *target
      = run->kind == MFT_RUN_REFERENCE ? mft_agreement_get_block (agreement, run->value) : NULL;

  if (target == NULL || !_mft_path_is_own_ayat (block, target)
      || !g_str_equal (mft_agreement_get_setting (agreement, "acuan"), "lengkap"))
    return FALSE;
  return index + 2 >= mft_text_n_runs (block->text)
         || mft_text_get_run (block->text, index + 2)->kind != MFT_RUN_REFERENCE
         || !g_str_equal (mft_text_get_run (block->text, index + 1)->value, " ");
}

/* House style "judul": Pasal are headed "Jangka Waktu" instead of "JANGKA WAKTU". */
static gboolean
has_title_case (MftAgreement *agreement, MftBlock *block)
{
  return block->kind == MFT_BLOCK_PASAL
         && g_str_equal (mft_agreement_get_setting (agreement, MFT_STYLE_HEADINGS), "judul");
}

GArray *
mft_shown_spans (MftAgreement *agreement, MftBlock *block)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MftShownSpan));
  guint at = 0;

  g_array_set_clear_func (spans, span_clear);
  for (guint i = 0; i < mft_text_n_runs (block->text); i++)
    {
      const MftRun *run = mft_text_get_run (block->text, i);
      MftShownSpan span = { .run = run, .run_start = at };
      span.text = mft_shown_run (agreement, block, run, &span.state);
      if (run->kind == MFT_RUN_TEXT && has_title_case (agreement, block))
        {
          g_autofree char *capitals = span.text;
          span.text = mft_capitals (capitals, MFT_CAPITALS_TITLE);
        }
      if (wants_pasal_ini (agreement, block, i))
        {
          g_autofree char *shown = span.text;
          span.text = g_strconcat (shown, " Pasal ini", NULL);
        }
      g_array_append_val (spans, span);
      at += mft_run_length (run);
    }
  return spans;
}

char *
mft_shown_join (GArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (text, g_array_index (spans, MftShownSpan, i).text);
  return g_string_free (text, FALSE);
}

char *
mft_shown_text (MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (GArray) spans = mft_shown_spans (agreement, block);

  return mft_shown_join (spans);
}

guint
mft_shown_offset_from_text (GArray *spans, guint text_offset)
{
  guint shown = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      guint end = span->run_start + mft_run_length (span->run);
      if (text_offset < end)
        return shown + (text_offset > span->run_start ? text_offset - span->run_start : 0);
      shown += (guint) g_utf8_strlen (span->text, -1);
    }
  return shown;
}

guint
mft_shown_offset_to_text (GArray *spans, guint shown_offset)
{
  guint shown = 0;
  guint end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      guint length = (guint) g_utf8_strlen (span->text, -1);
      end = span->run_start + mft_run_length (span->run);
      if (shown_offset < shown + length)
        return span->run_start + (span->run->kind == MFT_RUN_TEXT ? shown_offset - shown : 0);
      shown += length;
    }
  return end;
}

char *
mft_shown_field (MftAgreement *agreement, const char *id)
{
  gboolean missing = FALSE;
  g_autofree char *shown = expand (agreement, id, &missing);

  return missing ? NULL : g_steal_pointer (&shown);
}

static char *
joined_title (MftAgreement *agreement)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_TITLE);
  GString *title = g_string_new (NULL);

  for (guint i = 0; part != NULL && i < mft_block_n_children (part); i++)
    {
      g_autofree char *line = mft_shown_text (agreement, mft_block_get_child (part, i));
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", line);
    }
  return g_string_free (title, FALSE);
}

char *
mft_agreement_dup_title (MftAgreement *agreement)
{
  gboolean missing = FALSE;

  if (mft_agreement_get_value (agreement, "tentang") != NULL)
    return expand (agreement, "tentang", &missing);
  return joined_title (agreement);
}
