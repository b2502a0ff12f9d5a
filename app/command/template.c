/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "container/json-writer.h"
#include "template/choice.h"
#include "template/own-templates.h"
#include "template/template-field.h"
#include "template/template.h"

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
      const MftUnit *pack = mft_clause_library_get (template->library, packs->choices[i]);
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
      const MftUnit *pack = mft_clause_library_get (template->library, packs->choices[i]);
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
append_template (GString *text, const MftTemplate *template)
{
  g_autoptr (GPtrArray) fields = mft_template_list_fields (template);

  g_string_append_printf (text, "%s\n%s\n\n%s\n", template->id, template->title, _ ("Fields:"));
  for (guint i = 0; i < fields->len; i++)
    {
      const MftTemplateField *field = g_ptr_array_index (fields, i);
      g_string_append_printf (text, "  %s (%s%s): %s\n", field->id, field->type,
                              field->required ? _ (", required") : "", field->meaning);
    }
  g_string_append_printf (text, "\n%s\n", _ ("Alternatives:"));
  for (guint i = 0; i < template->choices->len; i++)
    {
      const MftChoice *choice = g_ptr_array_index (template->choices, i);
      g_autofree char *choices = g_strjoinv (" / ", choice->choices);
      g_string_append_printf (text, "  %s: %s\n", choice->id, choices);
    }
}

/* One of the person's own: an agreement that asks for its fields. */
static void
write_own (MftJsonWriter *json, const MftOwnTemplate *template)
{
  g_autoptr (MftAgreement) agreement = mft_own_templates_load (template->id, NULL);

  if (agreement == NULL)
    return;
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "id", template->id);
  mft_json_writer_string (json, "title", template->title);
  mft_json_writer_array (json, "fields");
  for (guint i = 0; i < mft_agreement_n_fields (agreement); i++)
    {
      const MftField *field = mft_agreement_get_field_at (agreement, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "id", mft_field_get_id (field));
      mft_json_writer_string (json, "type", mft_field_type_to_name (mft_field_get_type (field)));
      mft_json_writer_boolean (json, "required", mft_field_is_required (field));
      mft_json_writer_string (json, "default", mft_field_get_default (field));
      mft_json_writer_null (json, "format");
      write_words (json, "choices", (char **) mft_field_get_choices (field));
      mft_json_writer_string (json, "meaning", mft_field_get_meaning (field));
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  mft_json_writer_array (json, "alternatives");
  mft_json_writer_end (json);
  mft_json_writer_array (json, "packs");
  mft_json_writer_end (json);
  mft_json_writer_end (json);
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
      write_own (json, template);
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

static MftExit
run_words (GPtrArray *words, gboolean json)
{
  const char *action = words->len > 0 ? g_ptr_array_index (words, 0) : "";
  const char *id = words->len > 1 ? g_ptr_array_index (words, 1) : NULL;
  const MftTemplate *template = id != NULL ? mft_template_get (id) : NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (action, "list") && words->len == 1)
    text = list (json);
  else if (g_str_equal (action, "show") && words->len == 2 && template != NULL)
    text = show (template, json);
  else if (g_str_equal (action, "show") && words->len == 2)
    return mft_command_misuse (_ ("there is no template %s"), id);
  else
    return mft_command_misuse (_ ("say “template list” or “template show ID”"));
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static MftExit
run (int argc, char **argv)
{
  gboolean json = FALSE;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &json },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, words);

  return status == MFT_EXIT_DONE ? run_words (words, json) : status;
}

const MftSubcommand mft_subcommand_template = {
  "template",
  N_ ("list | show ID [--json]"),
  N_ ("lists the templates, or shows what one asks for"),
  run,
};
