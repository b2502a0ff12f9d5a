/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries that are loaded when their first function is called. */
#include "base/late.h"

#include <math.h>

#define MATHEMATICS "libm.so.6"
#define late_hypot(...) MFT_LATE (MATHEMATICS, hypot) (__VA_ARGS__)
#define late_missing(...) MFT_LATE ("libmft-there-is-none.so.1", hypot) (__VA_ARGS__)

double gone (double x);
#define late_gone(...) MFT_LATE (MATHEMATICS, gone) (__VA_ARGS__)

static void
test_call (void)
{
  for (int i = 0; i < 2; i++)
    g_assert_cmpfloat (late_hypot (3, 4), ==, 5);
}

static gpointer
call_often (gpointer data)
{
  for (int i = 0; i < 1000; i++)
    g_assert_cmpfloat (late_hypot (GPOINTER_TO_INT (data), 0), ==, GPOINTER_TO_INT (data));
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("caller", call_often, GINT_TO_POINTER (i + 1));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* A broken installation: the reason is told before the end. */
static void
test_missing_library (void)
{
  if (g_test_subprocess ())
    {
      late_missing (3, 4);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*libmft-there-is-none.so.1*");
}

static void
test_missing_function (void)
{
  if (g_test_subprocess ())
    {
      late_gone (3);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*gone*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/late/call", test_call);
  g_test_add_func ("/late/threads", test_threads);
  g_test_add_func ("/late/missing-library", test_missing_library);
  g_test_add_func ("/late/missing-function", test_missing_function);
  return g_test_run ();
}
