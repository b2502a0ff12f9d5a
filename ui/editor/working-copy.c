/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/working-copy.h"

#include "agreement/edit.h"
#include "agreement/lock.h"
#include "base/clock.h"

/* Long enough to join a word, short enough to lose nothing. */
#define PAUSE_MS 600

struct _MftWorkingCopy
{
  GObject parent_instance;

  /* Borrowed */
  MftLibrary *library;

  /* Owned */
  MftAgreement *agreement;
  char *id;
  char *origin;
  GError *error;

  gint64 revision; /* of the library's text */
  gint64 saved_at;
  guint source;
  MftWorkingCopyState state;
  MftStatus status;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_STATUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MftWorkingCopy, mft_working_copy, G_TYPE_OBJECT)

/* Takes `error` over. */
static void
set_state (MftWorkingCopy *self, MftWorkingCopyState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

gboolean
mft_working_copy_flush (MftWorkingCopy *self)
{
  GError *error = NULL;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->state == MFT_WORKING_COPY_SAVED
      || g_error_matches (self->error, MFT_STORE_ERROR, MFT_STORE_ERROR_CHANGED))
    return TRUE;
  if (!mft_library_save (self->library, self->id, self->agreement, &self->revision, &error))
    {
      /* The words are kept as a version; writing on would only make more of them. */
      gboolean overtaken = g_error_matches (error, MFT_STORE_ERROR, MFT_STORE_ERROR_CHANGED);
      if (overtaken)
        mft_agreement_set_lock (self->agreement, MFT_LOCK_ALL);
      set_state (self, MFT_WORKING_COPY_FAILED, error);
      return overtaken;
    }
  self->saved_at = mft_clock_now ();
  set_state (self, MFT_WORKING_COPY_SAVED, NULL);
  return TRUE;
}

static gboolean
save_cb (gpointer data)
{
  MFT_WORKING_COPY (data)->source = 0;
  mft_working_copy_flush (data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MftWorkingCopy *self)
{
  if (self->state == MFT_WORKING_COPY_SAVED)
    set_state (self, MFT_WORKING_COPY_CHANGED, NULL);
  if (self->source == 0)
    self->source = g_timeout_add (PAUSE_MS, save_cb, self);
}

void
mft_working_copy_touch (MftWorkingCopy *self)
{
  changed_cb (self);
}

static void
mft_working_copy_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_int (value, (int) MFT_WORKING_COPY (object)->state);
  else if (id == PROP_STATUS)
    g_value_set_int (value, (int) MFT_WORKING_COPY (object)->status);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_working_copy_finalize (GObject *object)
{
  MftWorkingCopy *self = MFT_WORKING_COPY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->agreement);
  g_clear_error (&self->error);
  g_free (self->id);
  g_free (self->origin);
  G_OBJECT_CLASS (mft_working_copy_parent_class)->finalize (object);
}

static void
mft_working_copy_class_init (MftWorkingCopyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_working_copy_get_property;
  object_class->finalize = mft_working_copy_finalize;
  properties[PROP_STATE]
      = g_param_spec_int ("state", NULL, NULL, MFT_WORKING_COPY_SAVED, MFT_WORKING_COPY_FAILED,
                          MFT_WORKING_COPY_SAVED, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] = g_param_spec_int ("status", NULL, NULL, 0, MFT_STATUS_N - 1, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mft_working_copy_init (MftWorkingCopy *self)
{
  self->saved_at = mft_clock_now ();
}

/* Takes `id` over. */
static MftWorkingCopy *
start (MftLibrary *library, char *id, MftAgreement *agreement, gint64 revision)
{
  MftWorkingCopy *self = g_object_new (MFT_TYPE_WORKING_COPY, NULL);

  self->library = library;
  self->id = id;
  self->agreement = g_object_ref (agreement);
  self->revision = revision;
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

MftWorkingCopy *
mft_working_copy_new (MftLibrary *library, MftAgreement *agreement, const char *origin,
                      GError **error)
{
  char *id = mft_library_add (library, agreement, error);
  MftWorkingCopy *self
      = id != NULL ? start (library, id, agreement, MFT_LIBRARY_FIRST_REVISION) : NULL;

  if (self != NULL)
    self->origin = g_strdup (origin);
  return self;
}

MftWorkingCopy *
mft_working_copy_open (MftLibrary *library, const char *id, GError **error)
{
  gint64 revision;
  MftStatus status;
  g_autoptr (MftAgreement) agreement = mft_library_load (library, id, &revision, error);

  if (agreement == NULL || !mft_library_get_status (library, id, &status, error))
    return NULL;
  MftWorkingCopy *self = start (library, g_strdup (id), agreement, revision);
  self->status = status;
  return self;
}

MftAgreement *
mft_working_copy_get_agreement (MftWorkingCopy *self)
{
  return self->agreement;
}

MftLibrary *
mft_working_copy_get_library (MftWorkingCopy *self)
{
  return self->library;
}

const char *
mft_working_copy_get_id (MftWorkingCopy *self)
{
  return self->id;
}

const char *
mft_working_copy_get_origin (MftWorkingCopy *self)
{
  return self->origin;
}

MftWorkingCopyState
mft_working_copy_get_state (MftWorkingCopy *self)
{
  return self->state;
}

gint64
mft_working_copy_get_saved_at (MftWorkingCopy *self)
{
  return self->saved_at;
}

const GError *
mft_working_copy_get_error (MftWorkingCopy *self)
{
  return self->error;
}

gboolean
mft_working_copy_is_read_only (MftWorkingCopy *self)
{
  return mft_library_is_read_only (self->library);
}

MftStatus
mft_working_copy_get_status (MftWorkingCopy *self)
{
  return self->status;
}

/* Brings the library up to the text. */
static gboolean
bring_up (MftWorkingCopy *self, GError **error)
{
  if (!mft_working_copy_flush (self) || self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }
  return TRUE;
}

gboolean
mft_working_copy_set_status (MftWorkingCopy *self, MftStatus status, GError **error)
{
  if (!bring_up (self, error) || !mft_library_set_status (self->library, self->id, status, error))
    return FALSE;
  self->status = status;
  mft_agreement_set_lock (self->agreement, mft_status_lock (status));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  return TRUE;
}

gboolean
mft_working_copy_keep (MftWorkingCopy *self, const char *name, GError **error)
{
  return bring_up (self, error)
         && mft_library_keep (self->library, self->id, MFT_VERSION_NAMED, name, error);
}

GPtrArray *
mft_working_copy_list_versions (MftWorkingCopy *self, GError **error)
{
  return mft_library_versions (self->library, self->id, error);
}

MftAgreement *
mft_working_copy_load_version (MftWorkingCopy *self, gint64 number, GError **error)
{
  return mft_library_load_version (self->library, self->id, number, error);
}

gboolean
mft_working_copy_restore (MftWorkingCopy *self, gint64 number, GError **error)
{
  g_autoptr (MftAgreement) version = mft_working_copy_load_version (self, number, error);

  /* The library still has the text before when it is kept. */
  return version != NULL && bring_up (self, error)
         && mft_edit_content (self->agreement, version, error)
         && mft_library_keep (self->library, self->id, MFT_VERSION_AUTOMATIC, NULL, error)
         && bring_up (self, error);
}
