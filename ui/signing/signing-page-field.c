/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field of who signs: another signer has another one. */
#include "ui/signing/signing-page-private.h"

#include "act/signing-place.h"
#include "ui/signing/own-names.h"

/* What the worker needs. */
typedef struct
{
  char *path;
  char **names; /* of the signer, and of the institution */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->path);
  g_strfreev (question->names);
  g_free (question);
}

static Question *
question_new (MftSigningPage *self)
{
  Question *question = g_new (Question, 1);

  *question = (Question){ g_strdup (self->path),
                          mft_signer_names (mft_signing_steps_get_signer (self->steps)) };
  return question;
}

/* The field of who signs; else of any of the person's certificates. NULL: not clear, or none. */
static char *
find_field (GPtrArray *places, const Question *question)
{
  g_auto (GStrv) own = mft_own_names ();
  const char *const *const names[]
      = { (const char *const *) question->names, (const char *const *) own };
  const MftSigningPlace *place = NULL;

  for (gsize i = 0; place == NULL && i < G_N_ELEMENTS (names); i++)
    place = mft_signing_place_own (places, question->path, names[i]);
  return place != NULL ? g_strdup (place->name) : NULL;
}

static gpointer
field_func (MftJob *job, gpointer question, GError **error)
{
  g_autoptr (GPtrArray) places = mft_signing_places (((Question *) question)->path, error);

  (void) job;
  return places != NULL ? find_field (places, question) : NULL;
}

static void
field_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (source);
  g_autofree char *field = mft_job_run_finish (result, NULL);

  (void) data;
  if (field != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    mft_signing_steps_prefer (self->steps, field);
}

void
_mft_signing_page_follow_signer (MftSigningPage *self)
{
  const MftSigner *signer = mft_signing_steps_get_signer (self->steps);
  const char *name = signer != NULL ? signer->name : NULL;

  if (g_strcmp0 (name, self->signer) == 0)
    return;
  g_free (self->signer);
  self->signer = g_strdup (name);
  if (self->field_job != NULL)
    mft_job_cancel (self->field_job);
  g_clear_object (&self->field_job);
  self->field_job = mft_job_new (NULL);
  mft_job_run_async (self->field_job, self, field_func, question_new (self), question_free, g_free,
                     field_cb, NULL);
}
