/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/rules-private.h"

/* What an item ends with. */
typedef enum
{
  END_NONE,
  END_SEMICOLON,
  END_JOINED, /* "; dan", "; atau" */
  END_COMMA,
  END_STOP,
  END_COLON,
} End;

typedef struct
{
  End end;
  gsize mark; /* where it starts, in the text */
  gsize size; /* of the text without space behind it */
} Ending;

static Ending
read_ending (const char *text)
{
  static const char *const joints[] = { "dan/atau", "dan", "atau", "serta" };
  Ending ending = { .size = strlen (text) };

  while (ending.size > 0 && g_ascii_isspace (text[ending.size - 1]))
    ending.size--;
  ending.mark = ending.size;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      gsize size = strlen (joints[i]);
      gsize at = ending.size - MIN (size, ending.size);
      if (!g_str_has_prefix (text + at, joints[i]) || at + size != ending.size)
        continue;
      while (at > 0 && text[at - 1] == ' ')
        at--;
      if (at == 0 || strchr (";,", text[at - 1]) == NULL)
        continue;
      ending.end = text[at - 1] == ';' ? END_JOINED : END_COMMA;
      ending.mark = at - 1;
      return ending;
    }
  char last = ending.size > 0 ? text[ending.size - 1] : '\0';
  ending.end = last == ';'   ? END_SEMICOLON
               : last == ',' ? END_COMMA
               : last == '.' ? END_STOP
               : last == ':' ? END_COLON
                             : END_NONE;
  ending.mark -= ending.end != END_NONE ? 1 : 0;
  return ending;
}

static gboolean
is_item (MftBlock *block)
{
  return mft_block_get_kind (block) == MFT_BLOCK_ITEM;
}

static gboolean
has_items (MftBlock *block)
{
  return mft_block_n_children (block) > 0 && is_item (mft_block_get_child (block, 0));
}

/* The items directly inside; NULL if contacts are among them, which are addresses. */
static GPtrArray *
list_items (MftBlock *parent)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < mft_block_n_children (parent); i++)
    {
      MftBlock *child = mft_block_get_child (parent, i);
      if (mft_block_get_kind (child) == MFT_BLOCK_CONTACT)
        return NULL;
      if (is_item (child))
        g_ptr_array_add (items, child);
    }
  return items->len > 1 ? g_steal_pointer (&items) : NULL;
}

/* Text goes on behind the list, so that its last item may end in any way. */
static gboolean
is_continued (MftBlock *parent)
{
  return !is_item (mft_block_get_child (parent, mft_block_n_children (parent) - 1));
}

static void
report (MftChecker *checker, const MftRule *rule, const Ending *ending, MftSeverity severity,
        const char *message, const char *right)
{
  gsize from = ending->mark;

  while (from > 0 && checker->text[from - 1] != ' ')
    from--;
  MftFinding *finding
      = _mft_checker_report (checker, rule, severity, from, ending->size, message, right, NULL);
  _mft_checker_propose (checker, finding, ending->mark, ending->size, right);
}

/* Whether the whole list stands last in every list around it. */
static gboolean
is_last_of_all (MftBlock *parent)
{
  for (; is_item (parent); parent = mft_block_get_parent (parent))
    {
      MftBlock *above = mft_block_get_parent (parent);
      if (mft_block_get_index (parent) + 1 < mft_block_n_children (above))
        return FALSE;
    }
  return TRUE;
}

static void
check_last (MftChecker *checker, const MftRule *rule, const Ending *ending, MftBlock *parent)
{
  gboolean front = mft_block_get_ancestor (parent, MFT_BLOCK_BODY) == NULL;

  if (is_continued (parent))
    return;
  if (ending->end == END_STOP && is_last_of_all (parent))
    return;
  if (!is_last_of_all (parent))
    {
      if (ending->end != END_SEMICOLON && ending->end != END_JOINED)
        report (checker, rule, ending, MFT_SEVERITY_WARNING,
                N_ ("the list goes on, so this item ends with “{1}”"), ";");
    }
  else if (!front || (ending->end != END_SEMICOLON && ending->end != END_COMMA))
    report (checker, rule, ending, MFT_SEVERITY_WARNING, N_ ("the last item ends with “{1}”"), ".");
}

static void
check_middle (MftChecker *checker, const MftRule *rule, const Ending *ending, gboolean before_last)
{
  if (ending->end == (before_last ? END_JOINED : END_SEMICOLON))
    return;
  if (ending->end == END_SEMICOLON)
    _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, ending->mark, ending->size,
                         N_ ("“dan”, “atau” or “dan/atau” stands before the last item"), NULL);
  else if (ending->end == END_JOINED)
    report (checker, rule, ending, MFT_SEVERITY_SUGGESTION,
            N_ ("“dan” or “atau” stands only before the last item; here “{1}” is enough"), ";");
  else
    report (checker, rule, ending, MFT_SEVERITY_WARNING, N_ ("this item ends with “{1}”"),
            before_last ? "; dan" : ";");
}

/* Lists of clauses end with ";", lists of sentences with "."; what most items do decides. */
static void
check_items (MftChecker *checker, const MftRule *rule, MftBlock *parent, GPtrArray *items)
{
  guint counts[END_COLON + 1] = { 0 };

  for (guint i = 0; i + 1 < items->len; i++)
    if (!has_items (items->pdata[i]))
      counts[read_ending (_mft_checker_find (checker, items->pdata[i])->text).end]++;
  guint clauses = counts[END_SEMICOLON] + counts[END_JOINED] + counts[END_COMMA];
  if (clauses + counts[END_STOP] < counts[END_NONE] || clauses + counts[END_STOP] == 0)
    return;
  for (guint i = 0; i < items->len; i++)
    {
      _mft_checker_go (checker, _mft_checker_find (checker, items->pdata[i]));
      Ending ending = read_ending (checker->text);
      if (has_items (items->pdata[i]) || ending.size == 0)
        continue;
      if (clauses < counts[END_STOP])
        {
          if (ending.end != END_STOP && ending.end != END_COLON)
            report (checker, rule, &ending, MFT_SEVERITY_WARNING,
                    N_ ("the other items end with “{1}”"), ".");
        }
      else if (i + 1 == items->len)
        check_last (checker, rule, &ending, parent);
      else
        check_middle (checker, rule, &ending, i + 2 == items->len);
    }
}

/* UU 12/2011 Lampiran II: what announces a list ends with a colon. */
static void
check_intro (MftChecker *checker, const MftRule *rule)
{
  Ending ending = read_ending (checker->text);

  if (ending.size == 0 || ending.end == END_COLON)
    return;
  report (checker, rule, &ending, MFT_SEVERITY_SUGGESTION,
          N_ ("what announces a list ends with “{1}”"), ":");
}

/* Who signs is told in sentences. */
static void
check_person (MftChecker *checker, const MftRule *rule)
{
  Ending ending = read_ending (checker->text);

  if (ending.size > 0 && ending.end != END_STOP && ending.end != END_SEMICOLON
      && ending.end != END_JOINED)
    report (checker, rule, &ending, MFT_SEVERITY_WARNING, N_ ("this item ends with “{1}”"), ".");
}

void
_mft_check_list_mark (MftChecker *checker, const MftRule *rule)
{
  MftBlock *parent = checker->block;

  if (mft_block_get_kind (parent) == MFT_BLOCK_PERSON)
    check_person (checker, rule);
  if (!has_items (parent))
    return;
  check_intro (checker, rule);
  g_autoptr (GPtrArray) items = list_items (parent);
  if (items != NULL)
    check_items (checker, rule, parent, items);
}
