/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/line-breaks.h"

#include <math.h>

#define SPACE_STRETCH 0.5 /* of a space, at badness 100 */
#define BAD 1e6           /* far beyond what is loose: one bad line must not excuse a worse one */
#define PER_LINE 10.0     /* TeX's \linepenalty */
#define TWO_HYPHENS 10000.0
#define HYPHEN_BEFORE_LAST 5000.0
#define SHORT_LAST 5000.0
#define SHORT_PART 8     /* of the width: what a last line should have at least */
#define RAGGED_PART 0.3  /* of the width, at badness 100 */
#define ANOTHER_LINE 1e9 /* where few lines are wanted */
#define TOO_LONG 1e15
#define NEAR 1e-6

/* Sums up to each item, so that any line's measures are differences. */
typedef struct
{
  const MftLineItem *items;
  guint count;
  double width;
  MftBreakRule rule;
  double *sums;    /* of what stands before an item */
  double *spaces;  /* of the spaces among it */
  double *dropped; /* the spaces at the end of a line that ends with an item */
} Breaker;

static void
breaker_init (Breaker *breaker, const MftLineItem *items, guint count, double width,
              MftBreakRule rule)
{
  double *sums = g_new (double, 3 * (gsize) count + 3);

  *breaker = (Breaker){ items, count, width, rule, sums, sums + count + 1, sums + 2 * count + 2 };
  breaker->sums[0] = breaker->spaces[0] = 0;
  for (guint i = 0; i < count; i++)
    {
      double space = items[i].space ? items[i].width : 0;
      breaker->sums[i + 1] = breaker->sums[i] + items[i].width;
      breaker->spaces[i + 1] = breaker->spaces[i] + space;
      breaker->dropped[i] = items[i].space ? space + (i > 0 ? breaker->dropped[i - 1] : 0) : 0;
    }
}

static void
breaker_clear (Breaker *breaker)
{
  g_free (breaker->sums);
}

typedef struct
{
  double natural;
  double spaces;
} Line;

static Line
line_of (const Breaker *breaker, guint start, guint end)
{
  double dropped = breaker->dropped[end];

  return (Line){ breaker->sums[end + 1] - breaker->sums[start] - dropped
                     + breaker->items[end].hyphen,
                 breaker->spaces[end + 1] - breaker->spaces[start] - dropped };
}

static double
least (const Breaker *breaker, const Line *line)
{
  double shrink = breaker->rule == MFT_BREAK_JUSTIFIED ? MFT_SPACE_SHRINK : 0;

  return line->natural - shrink * line->spaces;
}

static double
badness_of (const Breaker *breaker, const Line *line, gboolean last)
{
  double left = breaker->width - line->natural;
  double give = left < 0 ? MFT_SPACE_SHRINK : SPACE_STRETCH;
  double room = line->spaces * give, ratio;

  if (last && left > 0 && breaker->rule != MFT_BREAK_BALANCED)
    return 0;
  if (line->spaces <= 0 && breaker->rule == MFT_BREAK_JUSTIFIED) /* the emptier the worse */
    return BAD * MAX (left, 0) / breaker->width;
  if (breaker->rule == MFT_BREAK_BALANCED)
    room = breaker->width * RAGGED_PART;
  ratio = ABS (left) / room;
  return MIN (100 * ratio * ratio * ratio, BAD);
}

/* Of the line from `start` to `end`. */
static double
demerits_of (const Breaker *breaker, const Line *line, guint start, guint end, double *badness)
{
  const MftLineItem *items = breaker->items;
  gboolean last = end + 1 == breaker->count;
  gboolean after_hyphen = start > 0 && items[start - 1].hyphen > 0;
  double penalty = last ? 0 : items[end].penalty;

  *badness = BAD;
  if (least (breaker, line) > breaker->width + NEAR)
    return TOO_LONG;
  *badness = badness_of (breaker, line, last);
  double demerits = (PER_LINE + *badness) * (PER_LINE + *badness) + penalty * penalty;
  if (breaker->rule != MFT_BREAK_JUSTIFIED)
    return demerits + ANOTHER_LINE;
  if (after_hyphen && items[end].hyphen > 0)
    demerits += TWO_HYPHENS;
  if (after_hyphen && last)
    demerits += HYPHEN_BEFORE_LAST;
  if (last && start > 0 && line->natural < breaker->width / SHORT_PART)
    demerits += SHORT_LAST;
  return demerits;
}

static gboolean
may_end (const Breaker *breaker, guint item)
{
  return item + 1 == breaker->count || breaker->items[item].penalty < INFINITY;
}

/* Whether no line with this start fits to this end or beyond. */
static gboolean
is_over (const Breaker *breaker, const Line *line, guint end)
{
  return least (breaker, line) - breaker->items[end].hyphen > breaker->width + NEAR;
}

/* The best way to an end of a line: the line's start, and what all lines to here cost. */
typedef struct
{
  double demerits;
  guint start;
} Node;

/* Tries all lines that begin with an item; one that is too long, if there is no other. */
static void
try_lines (const Breaker *breaker, Node *nodes, guint start)
{
  double before = start > 0 ? nodes[start - 1].demerits : 0, badness;
  gboolean over = FALSE, found = FALSE;

  for (guint end = start; end < breaker->count && !over; end++)
    if (may_end (breaker, end))
      {
        const Line line = line_of (breaker, start, end);
        double demerits = before + demerits_of (breaker, &line, start, end, &badness);
        over = is_over (breaker, &line, end);
        if (demerits < nodes[end].demerits && !(over && found))
          nodes[end] = (Node){ demerits, start };
        found = TRUE;
      }
}

static GArray *
total_fit (const Breaker *breaker)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree Node *nodes = g_new (Node, breaker->count);

  for (guint i = 0; i < breaker->count; i++)
    nodes[i].demerits = INFINITY;
  for (guint start = 0; start < breaker->count; start++)
    if (start == 0 || nodes[start - 1].demerits < INFINITY)
      try_lines (breaker, nodes, start);
  for (guint end = breaker->count; end > 0; end = nodes[end - 1].start)
    {
      guint item = end - 1;
      g_array_prepend_val (ends, item);
    }
  return ends;
}

/* The last end that fits; one inside a word only if there is no other. */
static guint
fill_line (const Breaker *breaker, guint start)
{
  guint best = G_MAXUINT;

  for (guint end = start; end < breaker->count; end++)
    {
      const Line line = line_of (breaker, start, end);
      gboolean whole = breaker->items[end].penalty < MFT_PENALTY_CUT || end + 1 == breaker->count;
      if (!may_end (breaker, end))
        continue;
      if (best != G_MAXUINT && is_over (breaker, &line, end))
        break;
      if (best == G_MAXUINT
          || (least (breaker, &line) <= breaker->width + NEAR
              && (whole || breaker->items[best].penalty >= MFT_PENALTY_CUT)))
        best = end;
    }
  return best;
}

static GArray *
first_fit (const Breaker *breaker)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint start = 0; start < breaker->count;)
    {
      guint end = fill_line (breaker, start);
      g_array_append_val (ends, end);
      start = end + 1;
    }
  return ends;
}

/* The sum over lines, and the worst line's badness. */
static double
judge (const Breaker *breaker, const GArray *ends, double *worst)
{
  double sum = 0, badness;

  *worst = 0;
  for (guint i = 0, start = 0; i < ends->len; i++)
    {
      guint end = g_array_index (ends, guint, i);
      const Line line = line_of (breaker, start, end);
      sum += demerits_of (breaker, &line, start, end, &badness);
      *worst = MAX (*worst, badness);
      start = end + 1;
    }
  return sum;
}

GArray *
mft_line_breaks (const MftLineItem *items, guint count, double width, MftBreakRule rule,
                 double *badness)
{
  Breaker breaker;

  breaker_init (&breaker, items, count, width, rule);
  GArray *ends = rule == MFT_BREAK_FIRST_FIT ? first_fit (&breaker) : total_fit (&breaker);
  judge (&breaker, ends, badness);
  breaker_clear (&breaker);
  return ends;
}

double
mft_line_demerits (const MftLineItem *items, guint count, double width, MftBreakRule rule,
                   const GArray *ends)
{
  Breaker breaker;
  double worst;

  breaker_init (&breaker, items, count, width, rule);
  double sum = judge (&breaker, ends, &worst);
  breaker_clear (&breaker);
  return sum;
}
