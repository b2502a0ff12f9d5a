/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-compare OLD NEW: "SECONDS MIB" of comparing two versions, from blocks to words; reading them is no part of
 * it. */
#include "support.h"

#include <sys/resource.h>

#include "compare/compare.h"
#include "exchange/exchange.h"

#include "worked.h"

#define TURNS 15

static MftAgreement *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_exchange_load (path, NULL, &error);

  if (agreement == NULL)
    g_error ("%s: %s", path, error->message);
  return agreement;
}

int
main (int argc, char **argv)
{
  struct rusage usage;
  gint64 best = G_MAXINT64;

  mft_test_init (&argc, &argv);
  if (argc != 3)
    return 2;
  g_autoptr (MftAgreement) left = load (argv[1]);
  g_autoptr (MftAgreement) right = load (argv[2]);
  for (guint i = 0; i < TURNS; i++)
    {
      gint64 start = worked ();
      g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
      best = MIN (best, worked () - start);
    }
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.4f %.0f\n", (double) best / 1e6, (double) usage.ru_maxrss / 1024);
  return 0;
}
