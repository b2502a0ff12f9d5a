/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/esign-rows.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "net/http.h"
#include "remote/credential.h"
#include "ui/signing/step-words.h"

struct _MftEsignRows
{
  GObject parent_instance;

  /* Borrowed */
  GtkEditable *nik, *password;
  GtkWidget *again;

  /* Owned */
  MftSigner *signer; /* NULL: another way to sign */
  MftSecret *kept;   /* the password that the keyring knows */
  MftJob *job;
  MftTone tone;
  char *fact, *sentence;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftEsignRows, mft_esign_rows, G_TYPE_OBJECT)

static void
set_state (MftEsignRows *self, MftTone tone, const char *fact, const char *sentence)
{
  self->tone = tone;
  g_free (self->fact);
  g_free (self->sentence);
  self->fact = g_strdup (fact);
  self->sentence = g_strdup (sentence);
  gtk_widget_set_visible (self->again, self->signer != NULL && tone == MFT_TONE_BAD);
  g_signal_emit (self, signals[CHANGED], 0);
}

static MftSecret *
secret_of (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return mft_secret_new (text, strlen (text));
}

static MftSecret *
get_password (MftEsignRows *self)
{
  return self->kept != NULL ? mft_secret_ref (self->kept) : secret_of (self->password);
}

/* What the worker needs, all its own. */
typedef struct
{
  MftSigner *signer;
  MftSecret *nik, *password;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  mft_signer_free (question->signer);
  mft_secret_unref (question->nik);
  mft_secret_unref (question->password);
  g_free (question);
}

static gpointer
check_func (MftJob *job, gpointer data, GError **error)
{
  const Question *question = data;
  const MftEsignService service = { .url = question->signer->address,
                                    .version = question->signer->version,
                                    .user = question->signer->user,
                                    .password = question->password };

  mft_net_allow (TRUE);
  return mft_esign_check (&service, question->nik, job, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftEsignRows *self = MFT_ESIGN_ROWS (source);
  g_autoptr (GError) error = NULL;
  gboolean may_sign = mft_job_run_finish (result, &error) != NULL;
  g_autoptr (MftSecret) nik = NULL;

  (void) data;
  if (self->signer == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  nik = secret_of (self->nik);
  g_autofree char *masked = mft_nik_mask (nik);
  g_autofree char *fact
      = g_strdup_printf ("%s · NIK %s\n%s", self->signer->name, masked,
                         may_sign ? _ ("BSrE says: may sign") : _ ("BSrE says: may not sign now"));
  g_autofree char *sentence = may_sign ? NULL : mft_failure_sentence (error);
  g_autofree char *whole = sentence != NULL ? mft_with_verifikator (sentence) : NULL;
  set_state (self, may_sign ? MFT_TONE_GOOD : MFT_TONE_BAD, fact, whole);
}

static void
stop (MftEsignRows *self)
{
  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->job);
}

/* Asks as soon as there is something to ask with. */
static void
check (MftEsignRows *self)
{
  g_autoptr (MftSecret) nik = secret_of (self->nik);
  g_autoptr (MftSecret) password = get_password (self);

  stop (self);
  if (self->signer == NULL)
    return;
  if (!mft_nik_is_sound (nik))
    {
      set_state (self, MFT_TONE_WAITING, _ ("Your NIK of 16 digits is needed"), NULL);
      return;
    }
  if (self->signer->user != NULL && mft_secret_size (password) == 0)
    {
      set_state (self, MFT_TONE_WAITING, _ ("The password of the application's account is needed"),
                 NULL);
      return;
    }
  Question *question = g_new (Question, 1);
  *question = (Question){ mft_signer_copy (self->signer), g_steal_pointer (&nik),
                          g_steal_pointer (&password) };
  set_state (self, MFT_TONE_WAITING, _ ("Asking BSrE whether you may sign…"), NULL);
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, check_func, question, question_free, NULL, checked_cb, NULL);
}

static gpointer
find_func (MftJob *job, gpointer signer, GError **error)
{
  const MftSigner *own = signer;

  return mft_credential_find (own->address, own->user, mft_job_get_cancellable (job), error);
}

/* No keyring is no fault: then it is asked. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftEsignRows *self = MFT_ESIGN_ROWS (source);
  MftSecret *kept = mft_job_run_finish (result, NULL);

  (void) data;
  if (kept == NULL || self->signer == NULL)
    {
      g_clear_pointer (&kept, mft_secret_unref);
      return;
    }
  g_clear_pointer (&self->kept, mft_secret_unref);
  self->kept = kept;
  gtk_widget_set_visible (GTK_WIDGET (self->password), FALSE);
  check (self);
}

void
mft_esign_rows_set_signer (MftEsignRows *self, const MftSigner *signer)
{
  gboolean wanted = signer != NULL && signer->kind == MFT_SIGNER_ESIGN;

  if (wanted && self->signer != NULL && mft_signer_equal (self->signer, signer))
    return;
  stop (self);
  g_clear_pointer (&self->signer, mft_signer_free);
  g_clear_pointer (&self->kept, mft_secret_unref);
  self->signer = wanted ? mft_signer_copy (signer) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->nik), wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->password), wanted && signer->user != NULL);
  gtk_widget_set_visible (self->again, FALSE);
  if (!wanted)
    {
      gtk_editable_set_text (self->nik, "");
      gtk_editable_set_text (self->password, "");
      return;
    }
  check (self);
  if (self->signer->user != NULL)
    {
      g_autoptr (MftJob) job = mft_job_new (NULL);
      mft_job_run_async (job, self, find_func, mft_signer_copy (signer),
                         (GDestroyNotify) mft_signer_free, (GDestroyNotify) mft_secret_unref,
                         found_cb, NULL);
    }
}

gboolean
mft_esign_rows_is_usable (MftEsignRows *self)
{
  return self->signer != NULL && self->tone == MFT_TONE_GOOD;
}

MftTone
mft_esign_rows_get_state (MftEsignRows *self, const char **fact, const char **sentence)
{
  *fact = self->fact;
  *sentence = self->sentence;
  return self->tone;
}

void
mft_esign_rows_fill (MftEsignRows *self, MftSignerSecrets *secrets)
{
  secrets->nik = secret_of (self->nik);
  secrets->password = get_password (self);
}

static void
mft_esign_rows_dispose (GObject *object)
{
  MftEsignRows *self = MFT_ESIGN_ROWS (object);

  stop (self);
  g_clear_pointer (&self->signer, mft_signer_free);
  g_clear_pointer (&self->kept, mft_secret_unref);
  g_clear_pointer (&self->fact, g_free);
  g_clear_pointer (&self->sentence, g_free);
  G_OBJECT_CLASS (mft_esign_rows_parent_class)->dispose (object);
}

static void
mft_esign_rows_class_init (MftEsignRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_esign_rows_dispose;
  signals[CHANGED] = g_signal_new ("changed", MFT_TYPE_ESIGN_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
mft_esign_rows_init (MftEsignRows *self)
{
  self->tone = MFT_TONE_WAITING;
}

MftEsignRows *
mft_esign_rows_new (MftStep *step)
{
  MftEsignRows *self = g_object_new (MFT_TYPE_ESIGN_ROWS, NULL);

  self->nik = mft_step_add_private_entry (step, _ ("NIK"));
  self->password = mft_step_add_private_entry (step, _ ("Password of the application's account"));
  self->again = mft_step_add_button (step, _ ("Ask BSrE again"), "view-refresh-symbolic",
                                     G_CALLBACK (check), self);
  g_signal_connect_object (self->nik, "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "apply", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "entry-activated", G_CALLBACK (check), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->password), TRUE);
  mft_esign_rows_set_signer (self, NULL);
  return self;
}
