/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "act/reply.h"
#include "act/returned-pdf.h"
#include "act/sending.h"
#include "base/data-folder.h"
#include "base/safe-file.h"
#include "container/json-writer.h"
#include "exchange/exchange.h"
#include "report/left-out.h"
#include "store/library-backup.h"
#include "store/register.h"
#include "verify/verify.h"

#include "command/input.h"
#include "command/library-lists.h"
#include "command/make-pdf.h"
#include "command/subcommand.h"

typedef struct
{
  MftLibrary *library;
  GPtrArray *words; /* behind the action */
  const char *output, *status, *version, *receiver;
  gboolean json, with_review, force;
} Request;

static const char *
word (const Request *request, guint index)
{
  return g_ptr_array_index (request->words, index);
}

static MftExit
fail (const char *subject, const GError *error)
{
  gboolean missing = g_error_matches (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING)
                     || g_error_matches (error, MFT_STORE_ERROR, MFT_STORE_ERROR_FOREIGN)
                     || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  return mft_command_fail (missing ? MFT_EXIT_UNREADABLE : MFT_EXIT_REFUSED, subject, error);
}

static MftExit
print (const char *text)
{
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static MftExit
print_entries (const Request *request, const char *words)
{
  MftRegisterQuery query = { .words = words };
  MftStatus status;
  g_autoptr (GError) error = NULL;

  if (request->status != NULL && !mft_status_from_name (request->status, &status))
    return mft_command_misuse (_ ("there is no status %s"), request->status);
  if (request->status != NULL)
    query.statuses = 1u << status;
  g_autoptr (GPtrArray) entries = mft_register_list (request->library, &query, 0, G_MAXINT, &error);
  if (entries == NULL)
    return fail (NULL, error);
  g_autofree char *text = mft_library_list_text (entries, request->json);
  return print (text);
}

static MftExit
list (const Request *request)
{
  return print_entries (request, NULL);
}

static MftExit
search (const Request *request)
{
  g_ptr_array_add (request->words, NULL);
  g_autofree char *words = g_strjoinv (" ", (char **) request->words->pdata);

  return print_entries (request, words);
}

static MftExit
add (const Request *request)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  MftExit worst = MFT_EXIT_DONE;

  mft_json_writer_object (json, NULL);
  mft_json_writer_array (json, "added");
  for (guint i = 0; i < request->words->len; i++)
    {
      g_autoptr (MftAgreement) agreement = NULL;
      g_autoptr (GError) error = NULL;
      MftExit status = mft_input_agreement (word (request, i), NULL, &agreement);
      g_autofree char *id
          = agreement != NULL ? mft_library_add (request->library, agreement, &error) : NULL;
      if (error != NULL)
        status = fail (word (request, i), error);
      worst = MAX (worst, status);
      if (id == NULL)
        continue;
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "file", word (request, i));
      mft_json_writer_string (json, "id", id);
      mft_json_writer_end (json);
      g_string_append_printf (text, "%s  %s\n", id, word (request, i));
    }
  g_autofree char *written = mft_json_writer_finish (json);
  if (text->len == 0)
    return worst;
  MftExit printed = print (request->json ? written : text->str);
  return MAX (worst, printed);
}

static MftExit
show (const Request *request)
{
  const char *id = word (request, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftLibraryEntry) entry = mft_register_find (request->library, id, &error);
  g_autoptr (GPtrArray) versions
      = entry != NULL ? mft_library_versions (request->library, id, &error) : NULL;

  if (versions == NULL)
    return fail (id, error);
  g_autofree char *text = mft_library_entry_text (entry, versions, request->json);
  return print (text);
}

/* NUMBER as it is written; 0: none was given. */
static gboolean
read_version (const char *given, gint64 *number)
{
  *number = 0;
  return given == NULL || g_ascii_string_to_signed (given, 10, 1, G_MAXINT64, number, NULL);
}

static MftAgreement *
load (const Request *request, gint64 version, GError **error)
{
  return request->version != NULL
             ? mft_library_load_version (request->library, word (request, 0), version, error)
             : mft_library_load (request->library, word (request, 0), NULL, error);
}

static MftExit
export_agreement (const Request *request)
{
  gint64 version;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const MftTypesetOptions options = { 0 };

  if (request->output == NULL)
    return mft_command_misuse (_ ("%s is missing"), "-o");
  if (!read_version (request->version, &version))
    return mft_command_misuse (_ ("%s is no number of a version"), request->version);
  if (request->with_review && mft_output_check_for_house (request->output) != MFT_EXIT_DONE)
    return MFT_EXIT_USAGE;
  g_autoptr (MftAgreement) agreement = load (request, version, &error);
  if (agreement == NULL)
    return fail (word (request, 0), error);
  if (request->with_review)
    return mft_output_for_house (agreement, request->output, request->force);
  if (!g_str_has_suffix (request->output, ".pdf"))
    return mft_output_agreement (agreement, request->output, request->force);
  MftExit status = mft_make_pdf (agreement, &options, NULL, &pdf);
  return status == MFT_EXIT_DONE ? mft_output_bytes (pdf, request->output, request->force) : status;
}

static MftExit
set_status (const Request *request)
{
  g_autoptr (GError) error = NULL;
  MftStatus status;

  if (!mft_status_from_name (word (request, 1), &status))
    return mft_command_misuse (_ ("there is no status %s"), word (request, 1));
  if (!mft_library_set_status (request->library, word (request, 0), status, &error))
    return fail (word (request, 0), error);
  return MFT_EXIT_DONE;
}

static MftExit
revert (const Request *request)
{
  const char *given = word (request, 1);
  g_autoptr (GError) error = NULL;
  gint64 number;

  if (!read_version (given, &number))
    return mft_command_misuse (_ ("%s is no number of a version"), given);
  if (!mft_library_revert (request->library, word (request, 0), number, &error))
    return fail (word (request, 0), error);
  return MFT_EXIT_DONE;
}

static MftExit
keep (const Request *request)
{
  g_autoptr (GError) error = NULL;

  if (!mft_library_keep (request->library, word (request, 0), MFT_VERSION_NAMED, word (request, 1),
                         &error))
    return fail (word (request, 0), error);
  return MFT_EXIT_DONE;
}

static MftExit
remove_agreement (const Request *request)
{
  g_autoptr (GError) error = NULL;

  if (!mft_library_remove (request->library, word (request, 0), &error))
    return fail (word (request, 0), error);
  return MFT_EXIT_DONE;
}

static MftExit
back_up (const Request *request)
{
  g_autoptr (GError) error = NULL;

  if (request->output == NULL)
    return mft_command_misuse (_ ("%s is missing"), "-o");
  if (!mft_library_back_up (request->library, request->output, request->force, &error))
    return fail (request->output, error);
  return MFT_EXIT_DONE;
}

static MftExit
restore (const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  if (!mft_library_restore (request->library, word (request, 0), request->force, &kept, &error))
    return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR)
               ? mft_command_fail (MFT_EXIT_UNREADABLE, word (request, 0), error)
               : fail (word (request, 0), error);
  if (kept == NULL)
    return MFT_EXIT_DONE;
  /* Translators: %s is a file. */
  g_printerr (_ ("What was there before is kept in %s\n"), kept);
  return MFT_EXIT_DONE;
}

/* The clean copy for the other party, and a note of it. */
static MftExit
send_copy (const Request *request)
{
  guint left_out[MFT_LEFT_OUT_N];
  const char *id = word (request, 0);
  g_autoptr (GError) error = NULL;

  if (request->output == NULL || request->receiver == NULL)
    return mft_command_misuse (_ ("%s is missing"), request->output == NULL ? "-o" : "--receiver");
  MftExit status = mft_output_check (id, request->output, request->force);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftAgreement) agreement = load (request, 0, &error);
  if (agreement == NULL)
    return fail (id, error);
  if (!mft_send (agreement, request->output, request->force, request->receiver, request->library,
                 id, left_out, &error))
    return mft_command_fail (MFT_EXIT_REFUSED, request->output, error);
  g_auto (GStrv) lines = mft_left_out_lines (left_out);
  g_autofree char *text = g_strjoinv ("\n", lines);
  return print (text);
}

/* Whether a PDF is what was sent, to the last byte; NULL: it is not. Owned by the caller. */
static char *
origin_of (const Request *request, const char *path, MftReturnedPdf **found)
{
  g_autoptr (MftVerifyReport) report = NULL;

  *found = NULL;
  if (!g_str_has_suffix (path, ".pdf"))
    return NULL;
  report = mft_verify_file (path, NULL, mft_command_job (), NULL);
  if (report != NULL)
    *found = mft_returned_pdf_find (request->library, path, NULL, report, mft_command_job (), NULL);
  return *found != NULL ? mft_returned_pdf_sentence (*found) : NULL;
}

/* Says what a file answers and what nobody marked in it. */
static MftExit
reply (const Request *request)
{
  const char *path = word (request, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = mft_file_read (path, MFT_EXCHANGE_SIZE_MOST, &error);
  g_autoptr (MftReply) found
      = bytes != NULL ? mft_reply_find (request->library, bytes, name, &error) : NULL;

  if (error != NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
  g_autoptr (MftReturnedPdf) returned = NULL;
  g_autofree char *origin = origin_of (request, path, &returned);
  g_autofree char *text = request->json    ? mft_library_reply_json (found, returned)
                          : origin != NULL ? g_strdup (origin)
                          : found != NULL  ? mft_reply_sentence (found)
                                           : g_strdup (_ ("Nothing in the library is like it."));
  MftExit printed = print (text);
  return printed == MFT_EXIT_DONE && found == NULL ? MFT_EXIT_FINDINGS : printed;
}

static const struct
{
  const char *name;
  guint least, most; /* words behind it */
  gboolean writes;
  MftExit (*run) (const Request *request);
} actions[] = {
  { "list", 0, 0, FALSE, list },
  { "add", 1, G_MAXUINT, TRUE, add },
  { "show", 1, 1, FALSE, show },
  { "export", 1, 1, FALSE, export_agreement },
  { "search", 1, G_MAXUINT, FALSE, search },
  { "status", 2, 2, TRUE, set_status },
  { "keep", 2, 2, TRUE, keep },
  { "revert", 2, 2, TRUE, revert },
  { "remove", 1, 1, TRUE, remove_agreement },
  { "send", 1, 1, TRUE, send_copy },
  { "reply", 1, 1, FALSE, reply },
  { "backup", 0, 0, FALSE, back_up },
  { "restore", 1, 1, TRUE, restore },
};

static MftExit
run_action (Request *request, guint action)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = mft_data_folder (NULL, &error);
  g_autoptr (MftLibrary) library = NULL;

  if (folder != NULL)
    library = actions[action].writes ? mft_library_open (folder, &error)
                                     : mft_library_open_or_read (folder, NULL, &error);
  if (library == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  request->library = library;
  return actions[action].run (request);
}

static MftExit
run (int argc, char **argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  Request request = { .words = words };
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &request.json },
    { "--force", MFT_OPTION_FLAG, &request.force },
    { "--with-review", MFT_OPTION_FLAG, &request.with_review },
    { "--status", MFT_OPTION_VALUE, &request.status },
    { "--version", MFT_OPTION_VALUE, &request.version },
    { "--receiver", MFT_OPTION_VALUE, &request.receiver },
    { "-o", MFT_OPTION_VALUE, &request.output },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, words);
  const char *name = words->len > 0 ? g_ptr_array_index (words, 0) : "";

  if (status != MFT_EXIT_DONE)
    return status;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      {
        g_ptr_array_remove_index (words, 0);
        status = mft_options_count (words, actions[i].least, actions[i].most);
        return status == MFT_EXIT_DONE ? run_action (&request, i) : status;
      }
  return mft_command_misuse (_ ("say “library” and list, add, show, export, search, status, keep, "
                                "revert, remove, send, reply, backup or restore"));
}

const MftSubcommand mft_subcommand_library = {
  "library",
  N_ ("list [--status S] [--json]\n"
      "add FILE… [--json]\n"
      "show ID [--json]\n"
      "export ID -o OUT [--version N] [--with-review] [--force]\n"
      "search WORD… [--status S] [--json]\n"
      "status ID STATUS\n"
      "keep ID NAME\n"
      "revert ID VERSION\n"
      "remove ID\n"
      "send ID -o OUT --receiver NAME [--force]\n"
      "reply FILE [--json]\n"
      "backup -o OUT [--force]\n"
      "restore FILE [--force]"),
  N_ ("the collection of your agreements: finds them, keeps versions, says where they stand"),
  run,
};
