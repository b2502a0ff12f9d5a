/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "agreement/field-mask.h"
#include "container/json-writer.h"
#include "template/choice.h"
#include "template/error.h"
#include "template/own-choices.h"
#include "template/own-templates.h"
#include "template/template-field.h"
#include "template/template.h"

#include "command/input.h"
#include "command/subcommand.h"

static void
write_words (MftJsonWriter *json, const char *key, char **words)
{
  if (words == NULL)
    {
      mft_json_writer_null (json, key);
      return;
    }
  mft_json_writer_array (json, key);
  for (guint i = 0; words[i] != NULL; i++)
    mft_json_writer_string (json, NULL, words[i]);
  mft_json_writer_end (json);
}

static void
write_fields (MftJsonWriter *json, const MftTemplate *template)
{
  g_autoptr (GPtrArray) fields = mft_template_list_fields (template);

  mft_json_writer_array (json, "fields");
  for (guint i = 0; i < fields->len; i++)
    {
      const MftTemplateField *field = g_ptr_array_index (fields, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "id", field->id);
      mft_json_writer_string (json, "type", field->type);
      mft_json_writer_boolean (json, "required", field->required);
      mft_json_writer_string (json, "default", field->initial);
      mft_json_writer_string (json, "format", field->format);
      write_words (json, "choices", field->choices);
      mft_json_writer_string (json, "meaning", field->meaning);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
}

/* What a template can be filled with: for which kind of cooperation, or NULL. */
static const MftChoice *
packs_of (const MftTemplate *template)
{
  return mft_template_get_choice (template, "paket");
}

static void
write_packs (MftJsonWriter *json, const MftTemplate *template)
{
  const MftChoice *packs = packs_of (template);

  mft_json_writer_array (json, "packs");
  for (guint i = 0; packs != NULL && packs->choices[i] != NULL; i++)
    {
      const MftUnit *pack = mft_clause_library_get (template->clauses, packs->choices[i]);
      if (pack == NULL)
        continue;
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "id", pack->id);
      mft_json_writer_string (json, "title", pack->title);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
}

static void
append_packs (GString *text, const MftTemplate *template)
{
  const MftChoice *packs = packs_of (template);

  for (guint i = 0; packs != NULL && packs->choices[i] != NULL; i++)
    {
      const MftUnit *pack = mft_clause_library_get (template->clauses, packs->choices[i]);
      if (pack != NULL)
        g_string_append_printf (text, "  --alternative paket=%-10s %s\n", pack->id, pack->title);
    }
}

static void
write_template (MftJsonWriter *json, const MftTemplate *template)
{
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "id", template->id);
  mft_json_writer_string (json, "title", template->title);
  write_fields (json, template);
  mft_json_writer_array (json, "alternatives");
  for (guint i = 0; i < template->choices->len; i++)
    {
      const MftChoice *choice = g_ptr_array_index (template->choices, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "id", choice->id);
      write_words (json, "choices", choice->choices);
      mft_json_writer_string (json, "default", choice->initial);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  write_packs (json, template);
  mft_json_writer_end (json);
}

static void
append_field (GString *text, const char *id, const char *type, gboolean required,
              const char *meaning)
{
  g_string_append_printf (text, "  %s (%s%s): %s\n", id, type, required ? _ (", required") : "",
                          meaning);
}

static const char *
name_of (const MftOwnChoice *choice, guint index)
{
  return ((MftOwnVariant *) choice->variants->pdata[index])->name;
}

static void
append_template (GString *text, const MftTemplate *template)
{
  g_autoptr (GPtrArray) fields = mft_template_list_fields (template);

  g_string_append_printf (text, "%s\n%s\n\n%s\n", template->id, template->title, _ ("Fields:"));
  for (guint i = 0; i < fields->len; i++)
    {
      const MftTemplateField *field = g_ptr_array_index (fields, i);
      append_field (text, field->id, field->type, field->required, field->meaning);
    }
  g_string_append_printf (text, "\n%s\n", _ ("Alternatives:"));
  for (guint i = 0; i < template->choices->len; i++)
    {
      const MftChoice *choice = g_ptr_array_index (template->choices, i);
      g_autofree char *choices = g_strjoinv (" / ", choice->choices);
      g_string_append_printf (text, "  %s: %s\n", choice->id, choices);
    }
}

/* What one of the person's own lets choose. */
static void
write_own_choices (MftJsonWriter *json, MftAgreement *template)
{
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);

  mft_json_writer_array (json, "alternatives");
  for (guint i = 0; i < choices->len; i++)
    {
      const MftOwnChoice *choice = g_ptr_array_index (choices, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "id", choice->id);
      mft_json_writer_array (json, "choices");
      for (guint j = 0; j < choice->variants->len; j++)
        mft_json_writer_string (json, NULL, name_of (choice, j));
      mft_json_writer_end (json);
      mft_json_writer_string (json, "default", name_of (choice, 0));
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
}

/* An agreement that asks for its fields. */
static void
write_own (MftJsonWriter *json, const char *id, MftAgreement *template)
{
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "id", id);
  mft_json_writer_string (json, "title", mft_own_templates_get_title (template));
  mft_json_writer_array (json, "fields");
  for (guint i = 0; i < mft_agreement_n_fields (template); i++)
    {
      const MftField *field = mft_agreement_get_field_at (template, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "id", mft_field_get_id (field));
      mft_json_writer_string (json, "type", mft_field_type_to_name (mft_field_get_type (field)));
      mft_json_writer_boolean (json, "required", mft_field_is_required (field));
      mft_json_writer_string (json, "default", mft_field_get_default (field));
      mft_json_writer_string (json, "format",
                              mft_field_mask_get (template, mft_field_get_id (field)));
      write_words (json, "choices", (char **) mft_field_get_choices (field));
      mft_json_writer_string (json, "meaning", mft_field_get_meaning (field));
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  write_own_choices (json, template);
  mft_json_writer_array (json, "packs");
  mft_json_writer_end (json);
  mft_json_writer_end (json);
}

static void
append_own (GString *text, const char *id, MftAgreement *template)
{
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);

  g_string_append_printf (text, "%s\n%s\n\n%s\n", id, mft_own_templates_get_title (template),
                          _ ("Fields:"));
  for (guint i = 0; i < mft_agreement_n_fields (template); i++)
    {
      const MftField *field = mft_agreement_get_field_at (template, i);
      append_field (text, mft_field_get_id (field),
                    mft_field_type_to_name (mft_field_get_type (field)),
                    mft_field_is_required (field), mft_field_get_meaning (field));
    }
  g_string_append_printf (text, "\n%s\n", _ ("Alternatives:"));
  for (guint i = 0; i < choices->len; i++)
    {
      const MftOwnChoice *choice = g_ptr_array_index (choices, i);
      g_string_append_printf (text, "  %s: ", choice->id);
      for (guint j = 0; j < choice->variants->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " / " : "", name_of (choice, j));
      g_string_append_c (text, '\n');
    }
}

static char *
list (gboolean as_json)
{
  const MftTemplate *const *templates = mft_templates ();
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autoptr (GPtrArray) own = mft_own_templates_list ();
  GString *text = g_string_new (NULL);

  mft_json_writer_array (json, NULL);
  for (guint i = 0; templates[i] != NULL; i++)
    {
      write_template (json, templates[i]);
      g_string_append_printf (text, "%-20s %s\n", templates[i]->id, templates[i]->title);
      append_packs (text, templates[i]);
    }
  for (guint i = 0; i < own->len; i++)
    {
      const MftOwnTemplate *template = g_ptr_array_index (own, i);
      g_autoptr (MftAgreement) text_of = mft_own_templates_load (template->id, NULL);
      if (text_of != NULL)
        write_own (json, template->id, text_of);
      g_string_append_printf (text, "%-20s %s\n", template->id, template->title);
    }
  mft_json_writer_end (json);
  g_autofree char *plain = g_string_free (text, FALSE);
  return as_json ? mft_json_writer_finish (json) : g_steal_pointer (&plain);
}

static char *
show (const MftTemplate *template, gboolean as_json)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (!as_json)
    {
      append_template (text, template);
      return g_strdup (text->str);
    }
  write_template (json, template);
  return mft_json_writer_finish (json);
}

static char *
show_own (const char *id, MftAgreement *template, gboolean as_json)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (!as_json)
    {
      append_own (text, id, template);
      return g_strdup (text->str);
    }
  write_own (json, id, template);
  return mft_json_writer_finish (json);
}

static MftExit
run_show (const char *id, gboolean json)
{
  const MftTemplate *template = mft_template_get (id);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) own = template == NULL ? mft_own_templates_load (id, &error) : NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN))
    return mft_command_misuse (_ ("there is no template %s"), id);
  if (error != NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, id, error);
  text = template != NULL ? show (template, json) : show_own (id, own, json);
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

/* Any agreement becomes a template of the person's own. */
static MftExit
run_add (const char *path, const char *title, const char *replaced)
{
  g_autoptr (MftAgreement) agreement = NULL;
  g_autoptr (GError) error = NULL;
  MftExit status;

  if (title == NULL)
    return mft_command_misuse (_ ("%s is missing"), "--title");
  if (replaced != NULL && !mft_own_templates_has (replaced))
    return mft_command_misuse (_ ("there is no template %s"), replaced);
  status = mft_input_agreement (path, NULL, &agreement);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autofree char *id = mft_own_templates_save (agreement, replaced, title, &error);
  if (id == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, path, error);
  g_autofree char *line = g_strconcat (id, "\n", NULL);
  return mft_command_print (line) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static MftExit
run_remove (const char *id)
{
  g_autoptr (GError) error = NULL;

  if (!mft_own_templates_has (id))
    return mft_command_misuse (_ ("there is no template %s"), id);
  return mft_own_templates_remove (id, &error) ? MFT_EXIT_DONE
                                               : mft_command_fail (MFT_EXIT_REFUSED, id, error);
}

static MftExit
run_list (gboolean json)
{
  g_autofree char *text = list (json);

  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static MftExit
run (int argc, char **argv)
{
  gboolean json = FALSE;
  const char *title = NULL, *replaced = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &json },
    { "--title", MFT_OPTION_VALUE, &title },
    { "--replace", MFT_OPTION_VALUE, &replaced },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, words);

  if (status != MFT_EXIT_DONE)
    return status;
  const char *action = words->len > 0 ? g_ptr_array_index (words, 0) : "";
  const char *subject = words->len == 2 ? g_ptr_array_index (words, 1) : NULL;
  if (g_str_equal (action, "list") && words->len == 1)
    return run_list (json);
  if (g_str_equal (action, "show") && subject != NULL)
    return run_show (subject, json);
  if (g_str_equal (action, "add") && subject != NULL)
    return run_add (subject, title, replaced);
  if (g_str_equal (action, "remove") && subject != NULL)
    return run_remove (subject);
  return mft_command_misuse (
      _ ("say “template list”, “template show ID”, “template add FILE” or “template remove ID”"));
}

const MftSubcommand mft_subcommand_template = {
  "template",
  N_ ("list [--json]\n"
      "show ID [--json]\n"
      "add FILE --title TITLE [--replace ID]\n"
      "remove ID"),
  N_ ("lists the templates, shows what one asks for, keeps one of your own"),
  run,
};
