/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/preserve.h"

#include <glib/gi18n.h>

#include "act/desk.h"
#include "act/extending.h"
#include "act/signing.h"
#include "ui/preferences/preferences-window.h"
#include "ui/signing/completion-wish.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

typedef struct
{
  char *input, *output;
  MftCompletionKit *kit;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->input);
  g_free (work->output);
  mft_completion_kit_free (work->kit);
  g_free (work);
}

static gpointer
extend_func (MftJob *job, gpointer data, GError **error)
{
  const Work *work = data;
  const MftExtendingRequest request
      = { .input = work->input,
          .output = work->output,
          .completion = mft_completion_kit_get_extension (work->kit) };

  return mft_act_extend (&request, job, error);
}

typedef struct
{
  char *input;
  void (*done) (GtkWidget *widget);
} Waiting;

static void
put_in_place (const char *input, const char *output)
{
  g_autoptr (MftDesk) desk = mft_desk_load (NULL);

  if (desk == NULL)
    return;
  mft_desk_replace (desk, input, output);
  mft_desk_save (desk, NULL);
}

static void
extended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MftExtendingResult) extended = mft_job_run_finish (result, &error);

  if (extended != NULL)
    put_in_place (waiting->input, extended->output);
  if (gtk_widget_get_root (widget) != NULL && extended != NULL)
    {
      mft_toast (widget, _ ("The signatures are completed."));
      waiting->done (widget);
    }
  else if (gtk_widget_get_root (widget) != NULL)
    mft_tell_error (widget, _ ("The signatures were not completed"), error);
  g_free (waiting->input);
  g_free (waiting);
}

static void
settings_cb (GtkWidget *widget)
{
  mft_preferences_window_present (GTK_WINDOW (gtk_widget_get_root (widget)));
}

/* Time is the authority's word; all else takes what certificates' issuers say as well. */
static const char *
missing_setting (MftPreserveReason reason)
{
  if (!mft_settings_want_timestamp ())
    return _ ("The electronic timestamp is switched off.");
  if (reason != MFT_PRESERVE_NO_TIME && !mft_settings_want_evidence ())
    return _ ("Asking issuers over the network is switched off.");
  return NULL;
}

void
mft_preserve (GtkWidget *widget, const char *path, MftPreserveReason reason,
              void (*done) (GtkWidget *widget))
{
  const char *missing = missing_setting (reason);
  g_autoptr (MftJob) job = NULL;
  Work *work;
  Waiting *waiting;

  if (missing != NULL)
    {
      mft_toast_with_button (widget, missing, _ ("Preferences"), settings_cb);
      return;
    }
  work = g_new (Work, 1);
  *work = (Work){ g_strdup (path), mft_act_suggest_output (path),
                  mft_completion_kit_new_from_settings () };
  waiting = g_new (Waiting, 1);
  *waiting = (Waiting){ g_strdup (path), done };
  job = mft_job_new (NULL);
  mft_job_run_async (job, widget, extend_func, work, work_free,
                     (GDestroyNotify) mft_extending_result_free, extended_cb, waiting);
}
