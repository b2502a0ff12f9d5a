/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/clock.h"
#include "base/file-error.h"
#include "base/random.h"

#include "act/signing.h"
#include "agreement/party.h"
#include "pki/anchors.h"
#include "pki/key-p12.h"
#include "pki/practice.h"
#include "template/sample.h"
#include "verify/verify.h"

#include "command/input.h"
#include "command/json-verify.h"
#include "command/make-pdf.h"
#include "command/subcommand.h"

/* The whole road into a folder: template, agreement, PDF/A, two signatures, report. */
typedef struct
{
  const char *folder;
  gboolean force;
  MftAgreement *agreement;
  MftPracticeCa *ca;
  GPtrArray *made; /* paths */
  GString *said;
} Demo;

static char *
place (const Demo *demo, const char *name)
{
  return g_build_filename (demo->folder, name, NULL);
}

/* Notes a file that was made and what it is. */
static MftExit
say (Demo *demo, const char *path, const char *what)
{
  g_ptr_array_add (demo->made, g_strdup (path));
  g_string_append_printf (demo->said, "%s\n  %s\n", path, what);
  return MFT_EXIT_DONE;
}

static MftExit
make_agreement (Demo *demo)
{
  g_autofree char *path = place (demo, "naskah.pks");
  MftExit status;

  demo->agreement = mft_sample_agreement ("pks-bsre");
  status = mft_output_agreement (demo->agreement, path, demo->force);
  return status == MFT_EXIT_DONE
             ? say (demo, path, _ ("an agreement from a template, with made-up parties"))
             : status;
}

static MftExit
make_pages (Demo *demo)
{
  const MftTypesetOptions options = { 0 };
  g_autofree char *path = place (demo, "naskah.pdf");
  g_autoptr (GBytes) pdf = NULL;
  MftExit status = mft_make_pdf (demo->agreement, &options, NULL, &pdf);

  if (status == MFT_EXIT_DONE)
    status = mft_output_bytes (pdf, path, demo->force);
  return status == MFT_EXIT_DONE
             ? say (demo, path, _ ("its pages as PDF/A-3, with a signature field for each party"))
             : status;
}

static MftExit
make_authority (Demo *demo)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = place (demo, "ca.pem");

  demo->ca = mft_practice_ca_new (MFT_PRACTICE_KEY_RSA, 0, &error);
  if (demo->ca == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_ptr_array_add (list, mft_practice_ca_certificate (demo->ca));
  g_autofree char *pem = mft_certificate_list_to_pem (list);
  g_autoptr (GBytes) bytes = g_bytes_new (pem, strlen (pem));
  MftExit status = mft_output_bytes (bytes, path, demo->force);
  return status == MFT_EXIT_DONE ? say (
             demo, path, _ ("a practice certification authority, that nobody trusts by default"))
                                 : status;
}

/* A key that lives as long as the demo, under a passphrase that nobody knows. */
static MftKey *
make_key (Demo *demo, guint party, GError **error)
{
  g_autofree char *word = mft_random_id ();
  g_autoptr (MftSecret) passphrase = mft_secret_new (word, strlen (word));
  g_autofree char *name = mft_party_dup_shown (demo->agreement, party, "pejabat");
  g_autofree char *organization = mft_party_dup_shown (demo->agreement, party, "nama");
  const MftPracticeIdentity identity
      = { .common_name = name, .organization = organization, .key = MFT_PRACTICE_KEY_RSA };
  g_autoptr (GBytes) p12 = mft_practice_ca_issue (demo->ca, &identity, passphrase, error);

  return p12 != NULL ? mft_key_p12_new_from_bytes (g_bytes_get_data (p12, NULL),
                                                   g_bytes_get_size (p12), passphrase, error)
                     : NULL;
}

static MftExit
sign (Demo *demo, guint party, const char *input_name, const char *output_name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *input = place (demo, input_name);
  g_autofree char *output = place (demo, output_name);
  g_autofree char *field = mft_party_dup_signature_field (party);
  g_autofree char *office = mft_party_dup_shown (demo->agreement, party, "jabatan");
  g_autoptr (MftKey) key = make_key (demo, party, &error);
  const MftSigningRequest request = { .input = input,
                                      .output = output,
                                      .replace = demo->force,
                                      .key = key,
                                      .field = field,
                                      .office = office,
                                      .basis = MFT_BASIS_COMMAND };
  g_autoptr (MftSigningResult) result
      = key != NULL ? mft_act_sign (&request, mft_command_job (), &error) : NULL;

  if (result == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, output, error);
  g_autofree char *what = g_strdup_printf (_ ("signed by %s, and verified"), result->signer);
  return say (demo, output, what);
}

static MftExit
report (Demo *demo)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  const MftVerifyOptions options = { .anchors = anchors };
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autofree char *judged_at = mft_clock_format (mft_clock_now ());
  g_autofree char *path = place (demo, "laporan.json");
  const char *const names[] = { "ditandatangani-1.pdf", "ditandatangani-2.pdf" };

  mft_anchors_add (anchors, mft_practice_ca_certificate (demo->ca));
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "policy", "mufakat-1");
  mft_json_writer_string (json, "judged_at", judged_at);
  mft_json_writer_array (json, "files");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *signed_path = place (demo, names[i]);
      g_autoptr (MftVerifyReport) verified
          = mft_verify_file (signed_path, &options, mft_command_job (), &error);
      if (verified == NULL)
        return mft_command_fail (MFT_EXIT_REFUSED, signed_path, error);
      if (verified->verdict != MFT_VERDICT_VALID)
        {
          g_printerr ("mufakat: %s: %s\n", signed_path, _ ("the signatures do not hold"));
          return MFT_EXIT_REFUSED;
        }
      mft_json_verify_file (json, names[i], verified);
    }
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  g_autofree char *text = mft_json_writer_finish (json);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  MftExit status = mft_output_bytes (bytes, path, demo->force);
  return status == MFT_EXIT_DONE ? say (demo, path, _ ("the report: both signatures are VALID"))
                                 : status;
}

static MftExit
walk (Demo *demo)
{
  MftExit status = make_agreement (demo);

  if (status == MFT_EXIT_DONE)
    status = make_pages (demo);
  if (status == MFT_EXIT_DONE)
    status = make_authority (demo);
  if (status == MFT_EXIT_DONE)
    status = sign (demo, 1, "naskah.pdf", "ditandatangani-1.pdf");
  if (status == MFT_EXIT_DONE)
    status = sign (demo, 2, "ditandatangani-1.pdf", "ditandatangani-2.pdf");
  if (status == MFT_EXIT_DONE)
    status = report (demo);
  return status;
}

static MftExit
make_folder (const char *path)
{
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (path, 0755) == 0)
    return MFT_EXIT_DONE;
  mft_file_fail (&error, errno, "cannot make the folder", path);
  return mft_command_fail (MFT_EXIT_REFUSED, path, error);
}

static MftExit
run (int argc, char **argv)
{
  Demo demo = { .made = g_ptr_array_new_with_free_func (g_free), .said = g_string_new (NULL) };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "-o", MFT_OPTION_VALUE, &demo.folder },
    { "--force", MFT_OPTION_FLAG, &demo.force },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 0, 0);
  if (status == MFT_EXIT_DONE && demo.folder == NULL)
    status = mft_command_misuse (_ ("%s is missing"), "-o");
  if (status == MFT_EXIT_DONE)
    status = make_folder (demo.folder);
  if (status == MFT_EXIT_DONE)
    status = walk (&demo);
  if (status == MFT_EXIT_DONE && !mft_command_print (demo.said->str))
    status = MFT_EXIT_REFUSED;
  /* A failed command leaves no output file. */
  for (guint i = 0; status != MFT_EXIT_DONE && i < demo.made->len; i++)
    g_unlink (g_ptr_array_index (demo.made, i));
  g_ptr_array_unref (demo.made);
  g_string_free (demo.said, TRUE);
  g_clear_object (&demo.agreement);
  g_clear_pointer (&demo.ca, mft_practice_ca_free);
  return status;
}

const MftSubcommand mft_subcommand_demo = {
  "demo",
  N_ ("-o DIR [--force]"),
  N_ ("walks the whole road into a folder: agreement, PDF/A, two signatures, report"),
  run,
};
