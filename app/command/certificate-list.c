/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/certificate.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "container/json-writer.h"
#include "pki/practice.h"
#include "store/certificate-store.h"

/* Codes; never translated. */
static const char *
status_code (const MftCertificate *certificate)
{
  switch (mft_certificate_status (certificate, mft_clock_now ()))
    {
    case MFT_CERTIFICATE_USABLE:
      return "usable";
    case MFT_CERTIFICATE_NOT_YET_VALID:
      return "not_yet_valid";
    case MFT_CERTIFICATE_EXPIRED:
      return "expired";
    case MFT_CERTIFICATE_WRONG_USAGE:
      return "wrong_usage";
    }
  return NULL;
}

static const char *
status_words (const MftCertificate *certificate)
{
  switch (mft_certificate_status (certificate, mft_clock_now ()))
    {
    case MFT_CERTIFICATE_USABLE:
      return _ ("usable");
    case MFT_CERTIFICATE_NOT_YET_VALID:
      return _ ("not yet valid");
    case MFT_CERTIFICATE_EXPIRED:
      return _ ("expired");
    case MFT_CERTIFICATE_WRONG_USAGE:
      return mft_certificate_is_ca (certificate) ? _ ("an authority") : _ ("not for signing");
    }
  return NULL;
}

void
mft_certificate_write (MftJsonWriter *json, const char *key, const MftCertificate *certificate)
{
  g_autofree char *from = mft_clock_format (mft_certificate_not_before (certificate));
  g_autofree char *until = mft_clock_format (mft_certificate_not_after (certificate));

  mft_json_writer_object (json, key);
  mft_json_writer_string (json, "sha256", mft_certificate_sha256 (certificate));
  mft_json_writer_string (json, "name", mft_certificate_common_name (certificate));
  mft_json_writer_string (json, "organization", mft_certificate_organization (certificate));
  mft_json_writer_string (json, "issuer", mft_certificate_issuer_common_name (certificate));
  mft_json_writer_string (json, "serial", mft_certificate_serial (certificate));
  mft_json_writer_string (json, "key", mft_certificate_key_type (certificate));
  mft_json_writer_string (json, "not_before", from);
  mft_json_writer_string (json, "not_after", until);
  mft_json_writer_string (json, "status", status_code (certificate));
  mft_json_writer_boolean (json, "practice", mft_certificate_is_practice (certificate));
  mft_json_writer_end (json);
}

static char *
as_json (GPtrArray *identities, GPtrArray *trusted)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_array (json, "identities");
  for (guint i = 0; i < identities->len; i++)
    mft_certificate_write (json, NULL,
                           ((const MftIdentity *) g_ptr_array_index (identities, i))->certificate);
  mft_json_writer_end (json);
  mft_json_writer_array (json, "trusted");
  for (guint i = 0; i < trusted->len; i++)
    mft_certificate_write (json, NULL, g_ptr_array_index (trusted, i));
  mft_json_writer_end (json);
  mft_json_writer_array (json, "pinned");
  for (const MftPinnedAnchor *anchor = mft_pinned_anchors (); anchor->name != NULL; anchor++)
    {
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "sha256", anchor->sha256);
      mft_json_writer_string (json, "name", anchor->name);
      mft_json_writer_boolean (json, "proven_times_only", anchor->proven_times_only);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

static void
append_line (GString *text, const MftCertificate *certificate)
{
  g_autofree char *until = mft_clock_format (mft_certificate_not_after (certificate));

  /* Translators: 1 name, 2 issuer, 3 a date, 4 whether it can be used, 5 fingerprint. */
  g_string_append_printf (text, _ ("  %s, issued by %s, until %.10s, %s\n    %s\n"),
                          mft_certificate_common_name (certificate),
                          mft_certificate_issuer_common_name (certificate),
                          until != NULL ? until : "–", status_words (certificate),
                          mft_certificate_sha256 (certificate));
}

static char *
as_text (GPtrArray *identities, GPtrArray *trusted)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", _ ("Own certificates:"));
  for (guint i = 0; i < identities->len; i++)
    append_line (text, ((const MftIdentity *) g_ptr_array_index (identities, i))->certificate);
  if (identities->len == 0)
    g_string_append_printf (text, "  %s\n", _ ("none"));
  g_string_append_printf (text, "%s\n", _ ("Trusted authorities:"));
  for (guint i = 0; i < trusted->len; i++)
    append_line (text, g_ptr_array_index (trusted, i));
  for (const MftPinnedAnchor *anchor = mft_pinned_anchors (); anchor->name != NULL; anchor++)
    g_string_append_printf (text, "  %s, %s\n    %s\n", anchor->name,
                            anchor->proven_times_only ? _ ("for proven times only")
                                                      : _ ("known to the program"),
                            anchor->sha256);
  return g_string_free (text, FALSE);
}

MftExit
mft_certificate_list (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  guint unreadable = 0, unreadable_trusted = 0;
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (&unreadable, &error);
  g_autoptr (GPtrArray) trusted
      = identities != NULL ? mft_certificate_store_trusted (&unreadable_trusted, &error) : NULL;

  if (trusted == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  if (unreadable + unreadable_trusted > 0)
    g_printerr ("mufakat: %s\n", _ ("Some certificates here are damaged and were passed over."));
  g_autofree char *text
      = arguments->json ? as_json (identities, trusted) : as_text (identities, trusted);
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}
