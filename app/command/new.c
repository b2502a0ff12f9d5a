/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/safe-file.h"
#include "container/json.h"
#include "template/error.h"
#include "template/instantiate.h"
#include "template/own-templates.h"
#include "template/template-field.h"

#include "command/input.h"
#include "command/subcommand.h"

typedef struct
{
  const char *template, *values, *parties, *output;
  GPtrArray *set, *alternatives;
  gboolean incomplete, force;
} Arguments;

/* A wrong field, value or choice is wrong usage; what is missing is refused. */
static MftExit
fail (const char *subject, const GError *error)
{
  return mft_command_fail (
      g_error_matches (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_INCOMPLETE) ? MFT_EXIT_REFUSED
                                                                                 : MFT_EXIT_USAGE,
      subject, error);
}

static MftExit
load_values (const char *path, MftValues *values)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_file_read (path, 16 * 1024 * 1024, &error);
  g_autoptr (JsonObject) object
      = bytes != NULL ? mft_json_parse_object (bytes, path, &error) : NULL;

  if (object == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
  if (!mft_values_load (values, object, &error))
    return fail (path, error);
  return MFT_EXIT_DONE;
}

/* "FIELD=VALUE", the first "=" parts. */
static MftExit
set_value (const char *pair, MftValues *values)
{
  const char *equals = strchr (pair, '=');
  g_autoptr (GError) error = NULL;

  if (equals == NULL)
    return mft_command_misuse (_ ("%s needs %s"), "--set", _ ("FIELD=VALUE"));
  g_autofree char *id = g_strndup (pair, (gsize) (equals - pair));
  return mft_values_set (values, id, equals + 1, &error) ? MFT_EXIT_DONE : fail ("--set", error);
}

static MftExit
set_choice (const char *pair, GHashTable *choices)
{
  const char *equals = strchr (pair, '=');

  if (equals == NULL)
    return mft_command_misuse (_ ("%s needs %s"), "--alternative", _ ("CLAUSE=CHOICE"));
  g_hash_table_insert (choices, g_strndup (pair, (gsize) (equals - pair)), g_strdup (equals + 1));
  return MFT_EXIT_DONE;
}

static MftExit
read_request (const Arguments *arguments, MftValues *values, GHashTable *choices,
              MftTemplateRequest *request)
{
  MftExit status = MFT_EXIT_DONE;
  guint64 parties;

  request->template = mft_template_get (arguments->template);
  if (arguments->values != NULL)
    status = load_values (arguments->values, values);
  for (guint i = 0; status == MFT_EXIT_DONE && arguments->set != NULL && i < arguments->set->len;
       i++)
    status = set_value (g_ptr_array_index (arguments->set, i), values);
  for (guint i = 0; status == MFT_EXIT_DONE && arguments->alternatives != NULL
                    && i < arguments->alternatives->len;
       i++)
    status = set_choice (g_ptr_array_index (arguments->alternatives, i), choices);
  if (status != MFT_EXIT_DONE || arguments->parties == NULL)
    return status;
  if (!g_ascii_string_to_unsigned (arguments->parties, 10, 2, 12, &parties, NULL))
    return mft_command_misuse (_ ("%s is no number of parties"), arguments->parties);
  request->parties = (guint) parties;
  return MFT_EXIT_DONE;
}

/* Whether the agreement, or another choice of its template (may be NULL), has such a field. */
static gboolean
asks_for (MftAgreement *agreement, const MftTemplate *template, const char *id)
{
  guint64 party;
  const char *dot = strchr (id, '.');
  g_autofree char *number
      = id[0] == 'p' && dot != NULL ? g_strndup (id + 1, (gsize) (dot - id - 1)) : NULL;

  if (number != NULL && g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT, &party, NULL))
    return party <= mft_agreement_n_parties (agreement);
  if (mft_agreement_get_field (agreement, id) != NULL)
    return TRUE;
  g_autoptr (GPtrArray) fields = template != NULL ? mft_template_list_fields (template) : NULL;
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (g_str_equal (((const MftTemplateField *) g_ptr_array_index (fields, i))->id, id))
      return TRUE;
  return FALSE;
}

/* What was given by name belongs somewhere; a file of values may serve several templates. */
static MftExit
check_asked (const Arguments *arguments, MftAgreement *agreement, const MftTemplate *template)
{
  for (guint i = 0; arguments->set != NULL && i < arguments->set->len; i++)
    {
      const char *pair = g_ptr_array_index (arguments->set, i);
      g_autofree char *given = g_strndup (pair, strcspn (pair, "="));
      g_autofree char *id = mft_values_plain_id (given);
      if (!asks_for (agreement, template, id))
        /* Translators: a template's id, a field's id. */
        return mft_command_misuse (_ ("--set: the template %s does not ask for the field “%s”"),
                                   arguments->template, given);
    }
  return MFT_EXIT_DONE;
}

static MftExit
make (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftValues) values = mft_values_new ();
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  MftTemplateRequest request
      = { .values = values, .choices = choices, .incomplete = arguments->incomplete };
  MftExit status = read_request (arguments, values, choices, &request);

  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftAgreement) agreement
      = request.template != NULL
            ? mft_template_instantiate (&request, &error)
            : mft_own_templates_instantiate (arguments->template, values, choices,
                                             arguments->incomplete, &error);
  if (agreement == NULL && request.template == NULL && !mft_own_templates_has (arguments->template))
    return mft_command_misuse (_ ("there is no template %s"), arguments->template);
  if (agreement == NULL)
    return fail (arguments->template, error);
  status = check_asked (arguments, agreement, request.template);
  return status == MFT_EXIT_DONE
             ? mft_output_agreement (agreement, arguments->output, arguments->force)
             : status;
}

static MftExit
run (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "--template", MFT_OPTION_VALUE, &arguments.template },
    { "--values", MFT_OPTION_VALUE, &arguments.values },
    { "--set", MFT_OPTION_LIST, &arguments.set },
    { "--alternative", MFT_OPTION_LIST, &arguments.alternatives },
    { "--parties", MFT_OPTION_VALUE, &arguments.parties },
    { "--incomplete", MFT_OPTION_FLAG, &arguments.incomplete },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 0, 0);
  if (status == MFT_EXIT_DONE && (arguments.template == NULL || arguments.output == NULL))
    status = mft_command_misuse (_ ("%s is missing"),
                                 arguments.template == NULL ? "--template" : "-o");
  if (status == MFT_EXIT_DONE)
    status = make (&arguments);
  g_clear_pointer (&arguments.set, g_ptr_array_unref);
  g_clear_pointer (&arguments.alternatives, g_ptr_array_unref);
  return status;
}

const MftSubcommand mft_subcommand_new = {
  "new",
  N_ ("--template ID [--values FILE.json] [--set FIELD=VALUE]… [--alternative CLAUSE=CHOICE]… "
      "[--parties N] [--incomplete] [--force] -o OUT.pks"),
  N_ ("makes an agreement from a template"),
  run,
};
