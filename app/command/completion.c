/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/completion.h"

#include <glib/gi18n.h>

#include "act/online-source.h"
#include "net/http.h"
#include "store/certificate-store.h"

static const char *const level_words[] = { "b", "t", "lt", "lta", NULL };

static MftExit
read_level (const char *word, MftSignLevel least, MftSignLevel *level)
{
  for (guint i = least; level_words[i] != NULL; i++)
    if (g_str_equal (word, level_words[i]))
      {
        *level = (MftSignLevel) i;
        return MFT_EXIT_DONE;
      }
  g_autofree char *allowed = g_strjoinv (", ", (char **) level_words + least);
  return mft_command_misuse (_ ("%s must be one of: %s"), "--level", allowed);
}

/* A level that cannot be reached is refused, never lowered (DESIGN.md §7). */
MftExit
mft_completion_check (const MftCompletionArguments *arguments, MftSignLevel least,
                      MftSignLevel fallback, MftSignLevel *level)
{
  MftExit status = MFT_EXIT_DONE;

  *level = fallback;
  if (arguments->level != NULL)
    status = read_level (arguments->level, least, level);
  if (status != MFT_EXIT_DONE)
    return status;
  /* Evidence may be all that an existing signature lacks. */
  if (arguments->timestamp_url == NULL && *level >= MFT_SIGN_B_T
      && !(least > MFT_SIGN_B_B && *level == MFT_SIGN_B_LT))
    return mft_command_misuse (_ ("%s and %s go together"), "--level t|lt|lta", "--timestamp-url");
  if (*level == MFT_SIGN_B_B && arguments->timestamp_url != NULL)
    return mft_command_misuse (_ ("%s and %s go together"), "--level t|lt|lta", "--timestamp-url");
  if (arguments->timestamp_auth_file != NULL && arguments->timestamp_url == NULL)
    return mft_command_misuse (_ ("%s and %s go together"), "--timestamp-auth-file",
                               "--timestamp-url");
  return MFT_EXIT_DONE;
}

/* The address is consent to ask there, and nowhere else. */
static MftExit
open_authority (MftCompletionArguments *arguments, MftSignCompletion *completion)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) account = NULL;

  if (arguments->timestamp_url == NULL)
    return MFT_EXIT_DONE;
  if (arguments->timestamp_auth_file != NULL)
    {
      account = mft_secret_new_from_file (arguments->timestamp_auth_file, &error);
      if (account == NULL)
        return mft_command_fail (MFT_EXIT_UNREADABLE, arguments->timestamp_auth_file, error);
    }
  mft_net_allow (TRUE);
  arguments->authority = mft_timestamp_authority_new (arguments->timestamp_url, account);
  completion->timestamp = mft_timestamp_authority_source (arguments->authority);
  return MFT_EXIT_DONE;
}

MftExit
mft_completion_open (MftCompletionArguments *arguments, MftSignCompletion *completion)
{
  MftExit status;

  arguments->anchors = mft_certificate_store_anchors (NULL);
  if (arguments->anchors == NULL)
    arguments->anchors = mft_anchors_new ();
  arguments->certificates = mft_certificate_store_others (NULL);
  if (arguments->certificates == NULL)
    arguments->certificates
        = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  arguments->revocations = mft_revocation_set_new ();
  if (arguments->online)
    {
      mft_net_allow (TRUE);
      arguments->asked = mft_online_evidence_new (mft_online_source ());
    }
  completion->evidence = (MftEvidenceInputs){ .anchors = arguments->anchors,
                                              .certificates = arguments->certificates,
                                              .revocations = arguments->revocations,
                                              .online = arguments->asked };
  status = mft_verify_evidence_load (&arguments->files, arguments->anchors, arguments->certificates,
                                     arguments->revocations);
  return status == MFT_EXIT_DONE ? open_authority (arguments, completion) : status;
}

void
mft_completion_arguments_clear (MftCompletionArguments *arguments)
{
  mft_verify_evidence_clear (&arguments->files);
  g_clear_pointer (&arguments->authority, mft_timestamp_authority_free);
  g_clear_pointer (&arguments->anchors, mft_anchors_free);
  g_clear_pointer (&arguments->certificates, g_ptr_array_unref);
  g_clear_pointer (&arguments->revocations, mft_revocation_set_free);
  g_clear_pointer (&arguments->asked, mft_online_evidence_free);
}
