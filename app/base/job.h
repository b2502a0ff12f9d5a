/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One piece of long work: what it is, how far it is, and the way to stop it. The worker reports from
 * any thread; `notify` is emitted on the main thread only, many reports joined into one. Engine
 * functions take a job (or NULL) and ask mft_job_check() now and then. */
#define MFT_TYPE_JOB (mft_job_get_type ())
G_DECLARE_FINAL_TYPE (MftJob, mft_job, MFT, JOB, GObject)

/* `title` names the work for a person, already translated; may be NULL. */
MftJob *mft_job_new (const char *title);

const char *mft_job_get_title (MftJob *job);

/* Worker side; any thread. `fraction` is 0…1, or negative for "unknown". NULL jobs are allowed. */
void mft_job_report (MftJob *job, double fraction);

/* FALSE and G_IO_ERROR_CANCELLED once the job was stopped. NULL jobs go on for ever. */
gboolean mft_job_check (MftJob *job, GError **error);

/* Any thread. */
double mft_job_get_fraction (MftJob *job);
void mft_job_cancel (MftJob *job);
gboolean mft_job_is_cancelled (MftJob *job);

/* For calls that wait in GIO; borrowed. */
GCancellable *mft_job_get_cancellable (MftJob *job);

/* A synchronous engine call, run in a worker thread. Returns the result, or NULL with an error. */
typedef gpointer (*MftJobFunc) (MftJob *job, gpointer data, GError **error);

/* Runs `func` in a thread. `data` is handed over and freed with `free_data`; `callback` runs on the
 * caller's main context with `source` still alive. A job that was cancelled always ends in
 * G_IO_ERROR_CANCELLED, and a result that came too late is freed with `free_result`. */
void mft_job_run_async (MftJob *job, gpointer source, MftJobFunc func, gpointer data,
                        GDestroyNotify free_data, GDestroyNotify free_result,
                        GAsyncReadyCallback callback, gpointer user_data);

/* The result, owned by the caller. */
gpointer mft_job_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
