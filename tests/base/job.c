/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "base/job.h"

typedef struct
{
  GMainLoop *loop;
  char *result;
  GError *error;
  guint notified;
} Outcome;

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  (void) source;
  outcome->result = mft_job_run_finish (result, &outcome->error);
  g_main_loop_quit (outcome->loop);
}

static gpointer
work (MftJob *job, gpointer data, GError **error)
{
  for (int i = 0; i <= 1000; i++)
    {
      if (!mft_job_check (job, error))
        return NULL;
      mft_job_report (job, i / 1000.0);
    }
  return g_strdup (data);
}

static gpointer
fail (MftJob *job, gpointer data, GError **error)
{
  (void) job;
  (void) data;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "penuh");
  return NULL;
}

static gpointer
cancelled_half_way (MftJob *job, gpointer data, GError **error)
{
  (void) error;
  mft_job_cancel (job);
  return g_strdup (data);
}

static void
count_cb (MftJob *job, GParamSpec *pspec, Outcome *outcome)
{
  (void) job;
  (void) pspec;
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  outcome->notified++;
}

static Outcome
run (MftJob *job, MftJobFunc func)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Outcome outcome = { .loop = loop };

  g_signal_connect (job, "notify::fraction", G_CALLBACK (count_cb), &outcome);
  mft_job_run_async (job, NULL, func, g_strdup ("hasil"), g_free, g_free, finished_cb, &outcome);
  g_main_loop_run (loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return outcome;
}

static void
test_success (void)
{
  g_autoptr (MftJob) job = mft_job_new ("Menguji");
  Outcome outcome = run (job, work);
  g_autofree char *result = outcome.result;

  g_assert_no_error (outcome.error);
  g_assert_cmpstr (result, ==, "hasil");
  g_assert_cmpfloat (mft_job_get_fraction (job), ==, 1.0);
  g_assert_cmpuint (outcome.notified, >=, 1);
  g_assert_cmpuint (outcome.notified, <, 1000);
}

static void
test_failure (void)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);
  Outcome outcome = run (job, fail);
  g_autoptr (GError) error = outcome.error;

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_null (outcome.result);
}

static void
test_cancelled (gconstpointer data)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);

  if (data == NULL)
    mft_job_cancel (job);
  Outcome outcome = run (job, data == NULL ? work : cancelled_half_way);
  g_autoptr (GError) error = outcome.error;

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (outcome.result);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/base/job/success", test_success);
  g_test_add_func ("/base/job/failure", test_failure);
  g_test_add_data_func ("/base/job/cancelled-before", NULL, test_cancelled);
  g_test_add_data_func ("/base/job/cancelled-half-way", "", test_cancelled);
  return g_test_run ();
}
