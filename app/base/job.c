/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/job.h"

struct _MftJob
{
  GObject parent;

  GMutex mutex;
  char *title;
  double fraction;
  guint notify_source;
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MftJob, mft_job, G_TYPE_OBJECT)

typedef struct
{
  MftJob *job;
  MftJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->job);
  if (run->free_data != NULL)
    run->free_data (run->data);
  g_free (run);
}

static gboolean
notify_in_idle_cb (gpointer data)
{
  MftJob *job = data;

  g_mutex_lock (&job->mutex);
  job->notify_source = 0;
  g_mutex_unlock (&job->mutex);
  g_object_notify_by_pspec (G_OBJECT (job), properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
queue_notify (MftJob *job)
{
  if (job->notify_source == 0)
    job->notify_source
        = g_idle_add_full (G_PRIORITY_LOW, notify_in_idle_cb, g_object_ref (job), g_object_unref);
}

static void
mft_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MftJob *job = MFT_JOB (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, job->title);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, mft_job_get_fraction (job));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mft_job_finalize (GObject *object)
{
  MftJob *job = MFT_JOB (object);

  g_mutex_clear (&job->mutex);
  g_free (job->title);
  g_object_unref (job->cancellable);
  G_OBJECT_CLASS (mft_job_parent_class)->finalize (object);
}

static void
mft_job_class_init (MftJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_job_get_property;
  object_class->finalize = mft_job_finalize;
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mft_job_init (MftJob *job)
{
  g_mutex_init (&job->mutex);
  job->fraction = -1;
  job->cancellable = g_cancellable_new ();
}

MftJob *
mft_job_new (const char *title)
{
  MftJob *job = g_object_new (MFT_TYPE_JOB, NULL);

  job->title = g_strdup (title);
  return job;
}

const char *
mft_job_get_title (MftJob *job)
{
  return job->title;
}

void
mft_job_report (MftJob *job, double fraction)
{
  if (job == NULL)
    return;
  g_mutex_lock (&job->mutex);
  job->fraction = CLAMP (fraction, -1, 1);
  queue_notify (job);
  g_mutex_unlock (&job->mutex);
}

gboolean
mft_job_check (MftJob *job, GError **error)
{
  return job == NULL || !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

double
mft_job_get_fraction (MftJob *job)
{
  g_mutex_lock (&job->mutex);
  double fraction = job->fraction;
  g_mutex_unlock (&job->mutex);
  return fraction;
}

void
mft_job_cancel (MftJob *job)
{
  g_cancellable_cancel (job->cancellable);
}

GCancellable *
mft_job_get_cancellable (MftJob *job)
{
  return job->cancellable;
}

gboolean
mft_job_is_cancelled (MftJob *job)
{
  return g_cancellable_is_cancelled (job->cancellable);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  (void) source;
  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  gpointer result = run->func (run->job, run->data, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, run->free_result);
}

/* On the caller's thread: the result goes on to whoever asked. */
static void
worked_cb (GObject *nobody, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  (void) nobody;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, run->free_result);
}

/* The thread holds no `source`: a widget must not be let go, and so end, anywhere but where it lives. */
void
mft_job_run_async (MftJob *job, gpointer source, MftJobFunc func, gpointer data,
                   GDestroyNotify free_data, GDestroyNotify free_result,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (source, job->cancellable, callback, user_data);
  g_autoptr (GTask) work = g_task_new (NULL, job->cancellable, worked_cb, task);
  Run *run = g_new (Run, 1);

  *run = (Run){ g_object_ref (job), func, data, free_data, free_result };
  g_task_set_task_data (work, run, run_free);
  g_task_set_check_cancellable (work, FALSE); /* the caller decides what a stop means */
  g_task_run_in_thread (work, run_in_thread);
}

gpointer
mft_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
