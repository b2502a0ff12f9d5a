/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a keystroke to the picture of the page it is on: snapshot, layout of what changed, drawing. */
#include "support.h"

#include <sys/resource.h>

#include "agreement/edit.h"
#include "ui/preview/page-drawing.h"

#include "long-agreement.h"
#include "worked.h"

#define KEYS 30
#define WIDTH 680
#define HEIGHT 962

/* The page that the block stands on. */
static guint
page_of (const MftPages *pages, const char *block)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);

  for (guint i = 0; i < count; i++)
    if (g_str_equal (places[i].block, block))
      return places[i].page;
  return 0;
}

static MftPages *
lay_out (MftAgreement *agreement, const MftPages *former)
{
  const MftTypesetOptions options = { .draft = TRUE, .former = former };
  g_autoptr (MftAgreement) snapshot = mft_agreement_snapshot (agreement);

  return mft_typeset (snapshot, &options, NULL, NULL);
}

static double
memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static void
measure (const char *name, guint pasal, guint ayat_each, gint64 budget, double memory_budget)
{
  g_autoptr (MftAgreement) agreement = long_agreement (pasal, ayat_each);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *block = mft_block_get_child (mft_block_get_child (body, pasal / 2), 1);
  g_autoptr (MftText) letter = mft_text_new ("x", MFT_STYLE_PLAIN);
  gint64 start = worked ();
  MftPages *pages = lay_out (agreement, NULL);
  double first = (double) (worked () - start) / 1000;
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < KEYS; i++)
    {
      mft_edit_text (agreement, block, 5, 5, letter, NULL);
      start = worked ();
      MftPages *next = lay_out (agreement, pages);
      g_autoptr (GdkTexture) texture
          = mft_page_drawing (next, page_of (next, mft_block_get_id (block)), WIDTH, HEIGHT, FALSE);
      best = MIN (best, worked () - start);
      mft_pages_free (pages);
      pages = next;
    }
  g_autofree char *more
      = g_strdup_printf ("(%u pages, anew %.0f ms, %.0f of %.0f MiB)", mft_pages_count (pages),
                         first, memory (), memory_budget);
  tell (name, best, budget, more, memory () <= memory_budget);
  mft_pages_free (pages);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  measure ("keystroke to page, 15 Pasal", 15, 4, 16000, 150);
  measure ("keystroke to page, 500 pages", 750, 5, 33000, 150);
  return 0;
}
