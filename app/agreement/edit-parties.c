/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/edit-parties.h"

#include "agreement/agreement-private.h"
#include "agreement/block-private.h"
#include "agreement/party.h"
#include "agreement/shown.h"

/* What becomes of each party's number; [0] stays 0. */
typedef struct
{
  guint to[MFT_PARTIES_MOST + 1];
} Order;

/* "p2.nama" is 2 and ".nama"; 0 for another field. */
static guint
party_of_field (const char *id, const char **rest)
{
  char *end;
  guint64 party = id[0] == 'p' && g_ascii_isdigit (id[1]) ? g_ascii_strtoull (id + 1, &end, 10) : 0;

  if (party == 0 || party > MFT_PARTIES_MOST || *end != '.')
    return 0;
  *rest = end;
  return (guint) party;
}

static char *
renamed_field (const char *id, const Order *order)
{
  const char *rest;
  guint party = party_of_field (id, &rest);

  return party > 0 ? g_strdup_printf ("p%u%s", order->to[party], rest) : g_strdup (id);
}

static char *
renamed_role (const char *value, const Order *order)
{
  guint64 party;

  return g_ascii_string_to_unsigned (value, 10, 1, MFT_PARTIES_MOST, &party, NULL)
             ? g_strdup_printf ("%u", order->to[party])
             : g_strdup (value);
}

/* The text with every party called by its new number. */
static MftText *
renamed_text (MftText *text, const Order *order)
{
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      g_autofree char *value = run->kind == MFT_RUN_FIELD   ? renamed_field (run->value, order)
                               : run->kind == MFT_RUN_PARTY ? renamed_role (run->value, order)
                                                            : g_strdup (run->value);
      mft_text_builder_add (&builder, run->kind, value, run->form, run->style);
    }
  return mft_text_builder_end (&builder);
}

/* Words of a field's value that name parties: "PIHAK KEDUA", "{p2.nama}". */
static char *
renamed_words (MftAgreement *agreement, const char *words, const Order *order)
{
  GString *text = g_string_new (NULL);

  while (*words != '\0')
    {
      g_autofree char *role = NULL;
      const char *end = *words == '{' ? strpbrk (words, ":}") : NULL;
      gsize taken = mft_party_parse_role (words, &role);
      if (taken > 0)
        {
          g_autofree char *value = renamed_role (role, order);
          g_autofree char *shown = mft_party_dup_role (agreement, value);
          g_string_append (text, shown);
          words += taken;
        }
      else if (end != NULL)
        {
          g_autofree char *id = g_strndup (words + 1, (gsize) (end - words - 1));
          g_autofree char *renamed = renamed_field (id, order);
          g_string_append_printf (text, "{%s", renamed);
          words = end;
        }
      else
        g_string_append_c (text, *words++);
    }
  return g_string_free (text, FALSE);
}

static void
set_text (MftAgreement *agreement, MftBlock *block, MftText *text)
{
  mft_edit_text (agreement, block, 0, G_MAXUINT, text, NULL);
}

static void
set_party (MftAgreement *agreement, MftBlock *block, guint party)
{
  if (block->party != party)
    _mft_agreement_do (agreement, mft_command_number (MFT_COMMAND_PARTY, block, (int) party));
}

static void
set_value (MftAgreement *agreement, const char *id, const char *value)
{
  if (g_strcmp0 (mft_agreement_get_value (agreement, id), value) != 0)
    _mft_agreement_do (agreement, mft_command_value (MFT_COMMAND_FIELD, id, value));
}

/* Fields that a party does not have yet. */
/* What the field of the party before has as its default, for this one: "{p2.nama}" is "{p3.nama}". */
static char *
dup_default (MftAgreement *agreement, guint party, const char *id)
{
  g_autofree char *before = mft_party_field_id (party - 1, strchr (id, '.') + 1);
  g_autofree char *old = g_strdup_printf ("{p%u.", party - 1);
  g_autofree char *new = g_strdup_printf ("{p%u.", party);
  const MftField *field = mft_agreement_get_field (agreement, before);
  const char *value = field != NULL ? mft_field_get_default (field) : NULL;
  GString *words = value != NULL && strstr (value, old) != NULL ? g_string_new (value) : NULL;

  if (words == NULL)
    return NULL;
  g_string_replace (words, old, new, 0);
  return g_string_free (words, FALSE);
}

static void
add_fields (MftAgreement *agreement, guint party)
{
  g_autoptr (MftAgreement) pattern = mft_agreement_new (NULL);

  mft_agreement_set_setting (pattern, "sebutan", mft_agreement_get_setting (agreement, "sebutan"));
  mft_party_add_fields (pattern, party);
  for (guint i = 0; i < mft_agreement_n_fields (pattern); i++)
    {
      MftField *field = mft_field_copy (mft_agreement_get_field_at (pattern, i));
      g_autofree char *initial = dup_default (agreement, party, mft_field_get_id (field));
      mft_field_set_default (field, initial);
      mft_field_set_value (field, initial);
      mft_edit_add_field (agreement, field);
    }
}

static void
move_values (MftAgreement *agreement, const Order *order)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id, value;

  for (guint i = 0; i < mft_agreement_n_fields (agreement); i++)
    {
      const MftField *field = mft_agreement_get_field_at (agreement, i);
      const char *words = mft_field_get_value (field);
      char *renamed = words != NULL && mft_field_get_type (field) == MFT_FIELD_TEXT
                          ? renamed_words (agreement, words, order)
                          : g_strdup (words);
      g_hash_table_insert (values, renamed_field (mft_field_get_id (field), order), renamed);
    }
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (mft_agreement_get_field (agreement, id) != NULL)
      set_value (agreement, id, value);
}

/* Title and signatures list the parties and show each at its place; so does the sentence on PARA PIHAK.
 * Everything else speaks of one party and goes with it. */
static gboolean
lists_parties (MftBlock *block)
{
  return mft_block_get_ancestor (block, MFT_BLOCK_TITLE) != NULL
         || mft_block_get_ancestor (block, MFT_BLOCK_SIGNATURES) != NULL
         || (mft_block_get_ancestor (block, MFT_BLOCK_KOMPARISI) != NULL
             && mft_block_get_ancestor (block, MFT_BLOCK_PERSON) == NULL);
}

static void
sort_persons (MftAgreement *agreement)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_KOMPARISI);
  guint place = 0;

  for (guint party = 1; part != NULL && party <= MFT_PARTIES_MOST; party++)
    for (guint i = place; i < part->children->len; i++)
      {
        MftBlock *child = mft_block_get_child (part, i);
        if (child->kind == MFT_BLOCK_PERSON && child->party == party)
          {
            mft_edit_move (agreement, child, part, place++, NULL);
            break;
          }
      }
}

static void
apply_order (MftAgreement *agreement, const Order *order)
{
  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    add_fields (agreement, party);
  move_values (agreement, order);
  for (MftBlock *at = agreement->root; at != NULL; at = mft_block_next (at, agreement->root))
    {
      g_autoptr (MftText) text = renamed_text (at->text, order);
      if (lists_parties (at) || at->kind == MFT_BLOCK_AGREEMENT)
        continue;
      if (!mft_text_equal (text, at->text))
        set_text (agreement, at, text);
      set_party (agreement, at, order->to[at->party]);
    }
  sort_persons (agreement);
}

void
mft_edit_move_party (MftAgreement *agreement, guint party, guint to)
{
  guint parties = mft_agreement_n_parties (agreement);
  Order order;

  g_return_if_fail (party >= 1 && party <= parties && to >= 1 && to <= parties);
  if (party == to || !_mft_agreement_check_lock (agreement, NULL, NULL))
    return;
  for (guint i = 0; i <= MFT_PARTIES_MOST; i++)
    order.to[i] = i;
  for (guint i = 1; i <= parties; i++)
    if (i == party)
      order.to[i] = to;
    else if (party < to && i > party && i <= to)
      order.to[i] = i - 1;
    else if (party > to && i >= to && i < party)
      order.to[i] = i + 1;
  mft_edit_begin (agreement);
  apply_order (agreement, &order);
  mft_edit_end (agreement);
}

/* --- one more, one less -------------------------------------------------------------------------- */

/* A copy of a party's block for another party, with ids of its own. */
static MftBlock *
copy_for (MftBlock *block, guint from, guint to)
{
  Order order = { { 0 } };
  MftBlock *copy;

  for (guint i = 1; i <= MFT_PARTIES_MOST; i++)
    order.to[i] = i == from ? to : i;
  g_autoptr (MftText) text = renamed_text (block->text, &order);
  copy = mft_block_new (block->kind, text);
  mft_block_set_marks (copy, block->marks);
  mft_block_set_party (copy, order.to[block->party]);
  mft_block_set_clause (copy, block->clause, block->alternative);
  for (guint i = 0; i < block->children->len; i++)
    mft_block_append (copy, copy_for (mft_block_get_child (block, i), from, to));
  return copy;
}

/* Whether a line of the title is about one party: its name, its number. */
static gboolean
is_line_of (MftBlock *block, guint party)
{
  for (guint i = 0; i < mft_text_n_runs (block->text); i++)
    {
      const MftRun *run = mft_text_get_run (block->text, i);
      const char *rest;
      if (run->kind == MFT_RUN_FIELD && party_of_field (run->value, &rest) == party)
        return TRUE;
    }
  return FALSE;
}

/* Whether a row of a table is about one party: fields of it stand there and no other party. A row that
 * merely names who does a work is the drafter's. */
static gboolean
is_row_of (MftBlock *row, guint party)
{
  g_autofree char *role = g_strdup_printf ("%u", party);
  gboolean found = FALSE;

  for (MftBlock *at = row; at != NULL; at = mft_block_next (at, row))
    for (guint i = 0; i < mft_text_n_runs (at->text); i++)
      {
        const MftRun *run = mft_text_get_run (at->text, i);
        const char *rest;
        guint of = run->kind == MFT_RUN_FIELD ? party_of_field (run->value, &rest) : 0;
        if ((of > 0 && of != party)
            || (run->kind == MFT_RUN_PARTY && !g_str_equal (run->value, role)))
          return FALSE;
        found = found || of == party;
      }
  return found;
}

static gboolean
belongs_to (MftBlock *block, guint party)
{
  if (block->kind == MFT_BLOCK_CENTERED)
    return mft_block_get_ancestor (block, MFT_BLOCK_TITLE) != NULL && is_line_of (block, party);
  if (block->kind == MFT_BLOCK_ROW)
    return is_row_of (block, party);
  return block->party == party
         && (block->kind == MFT_BLOCK_PERSON || block->kind == MFT_BLOCK_SIGNATURE
             || block->kind == MFT_BLOCK_CONTACT);
}

/* As words, or as the field that a template has there. */
static gboolean
is_joint (MftAgreement *agreement, MftBlock *line)
{
  g_autofree char *said = mft_shown_text (agreement, line);

  return g_str_equal (said, "DAN") || g_str_equal (said, "DENGAN");
}

/* The names in the title: "A,", "B", "DAN" (or "DENGAN"), "C". That word stands before the last one, the others end
 * in a comma, but for the one before it. */
static void
join_title (MftAgreement *agreement)
{
  MftBlock *title = mft_agreement_get_part (agreement, MFT_BLOCK_TITLE);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  MftBlock *joint = NULL;

  for (guint i = 0; title != NULL && i < title->children->len; i++)
    {
      MftBlock *line = mft_block_get_child (title, i);
      const MftRun *run
          = mft_text_n_runs (line->text) > 0 ? mft_text_get_run (line->text, 0) : NULL;
      if (run != NULL && run->kind == MFT_RUN_FIELD && g_str_has_suffix (run->value, ".nama")
          && run->value[0] == 'p' && g_ascii_isdigit (run->value[1]))
        g_ptr_array_add (names, line);
      else if (names->len > 0 && is_joint (agreement, line))
        joint = line;
    }
  if (names->len < 2 || joint == NULL)
    return;
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (MftText) comma = mft_text_new (i + 2 < names->len ? "," : NULL, MFT_STYLE_PLAIN);
      mft_edit_text (agreement, names->pdata[i], 1, G_MAXUINT, comma, NULL);
    }
  MftBlock *last = names->pdata[names->len - 1];
  mft_edit_move (agreement, joint, title, last->index - (joint->index < last->index ? 1 : 0), NULL);
}

/* "PIHAK KESATU dan PIHAK KEDUA" in the sentence on PARA PIHAK, for so many parties. */
static void
join_sentence (MftAgreement *agreement, guint before, guint now)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_KOMPARISI);

  for (guint i = 0; part != NULL && i < part->children->len; i++)
    {
      MftBlock *block = mft_block_get_child (part, i);
      guint at = 0, start = G_MAXUINT, end = 0;
      MftTextBuilder builder;
      for (guint r = 0; r < mft_text_n_runs (block->text); r++)
        {
          const MftRun *run = mft_text_get_run (block->text, r);
          g_autofree char *last = g_strdup_printf ("%u", before);
          if (run->kind == MFT_RUN_PARTY && g_str_equal (run->value, "1") && start == G_MAXUINT)
            start = at;
          at += mft_run_length (run);
          if (run->kind == MFT_RUN_PARTY && g_str_equal (run->value, last) && end == 0)
            end = at;
        }
      if (block->kind != MFT_BLOCK_PARAGRAPH || start >= end)
        continue;
      mft_text_builder_init (&builder);
      for (guint party = 1; party <= now; party++)
        {
          g_autofree char *value = g_strdup_printf ("%u", party);
          if (party > 1)
            mft_text_builder_words (&builder,
                                    party < now ? ", "
                                    : now > 2   ? ", dan "
                                                : " dan ",
                                    MFT_STYLE_PLAIN);
          mft_text_builder_add (&builder, MFT_RUN_PARTY, value, 0, MFT_STYLE_PLAIN);
        }
      g_autoptr (MftText) list = mft_text_builder_end (&builder);
      mft_edit_text (agreement, block, start, end, list, NULL);
    }
}

static void
set_count (MftAgreement *agreement, guint before, guint now)
{
  g_autofree char *number = g_strdup_printf ("%u", now);

  mft_edit_setting (agreement, "pihak", number);
  if (now > 2 && mft_agreement_get_field (agreement, "kata_antara") != NULL)
    set_value (agreement, "kata_antara", "DAN"); /* "A, B DENGAN C" has two sides, not three */
  join_title (agreement);
  join_sentence (agreement, before, now);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE, why);
  return FALSE;
}

gboolean
mft_edit_add_party (MftAgreement *agreement, GError **error)
{
  guint last = mft_agreement_n_parties (agreement);
  g_autoptr (GPtrArray) patterns = g_ptr_array_new ();

  if (!_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;
  if (last >= MFT_PARTIES_MOST)
    return refuse (error, "an agreement has no more parties than that");
  for (MftBlock *at = agreement->root; at != NULL; at = mft_block_next (at, agreement->root))
    if (belongs_to (at, last))
      g_ptr_array_add (patterns, at);
  mft_edit_begin (agreement);
  add_fields (agreement, last + 1);
  for (guint i = 0; i < patterns->len; i++)
    {
      MftBlock *pattern = g_ptr_array_index (patterns, i);
      mft_edit_insert (agreement, pattern->parent, pattern->index + 1,
                       copy_for (pattern, last, last + 1), NULL);
    }
  set_count (agreement, last, last + 1);
  mft_edit_end (agreement);
  return TRUE;
}

static void
remove_fields (MftAgreement *agreement, guint party)
{
  for (guint i = mft_agreement_n_fields (agreement); i > 0; i--)
    {
      const char *id = mft_field_get_id (mft_agreement_get_field_at (agreement, i - 1));
      const char *rest;
      g_autofree char *kept = g_strdup (id);
      if (party_of_field (id, &rest) == party)
        mft_edit_remove_field (agreement, kept);
    }
}

gboolean
mft_edit_remove_party (MftAgreement *agreement, guint party, GError **error)
{
  guint last = mft_agreement_n_parties (agreement);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  g_return_val_if_fail (party >= 1 && party <= last, FALSE);
  if (!_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;
  if (last <= MFT_PARTIES_LEAST)
    return refuse (error, "an agreement has at least two parties");
  mft_edit_begin (agreement);
  mft_edit_move_party (agreement, party, last);
  for (MftBlock *at = agreement->root; at != NULL; at = mft_block_next (at, agreement->root))
    if (belongs_to (at, last))
      g_ptr_array_add (gone, at);
  for (guint i = 0; i < gone->len; i++)
    mft_edit_remove (agreement, gone->pdata[i], NULL);
  remove_fields (agreement, last);
  set_count (agreement, last, last - 1);
  mft_edit_end (agreement);
  return TRUE;
}
