/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/instantiate.h"

#include "agreement/edit-parties.h"
#include "agreement/party.h"
#include "bahasa/date.h"
#include "bahasa/duration.h"
#include "base/random.h"
#include "template/clause.h"
#include "template/draft-parts.h"
#include "template/error.h"

#define YEARS_MOST 200

static gboolean
check_parties (const MftTemplateRequest *request, GError **error)
{
  const MftTemplate *template = request->template;

  if (request->parties == 0 || request->parties == template->parties)
    return TRUE;
  for (const MftTemplate *const *other = mft_templates (); *other != NULL; other++)
    if ((*other)->parties == request->parties
        && g_str_equal ((*other)->document, template->document))
      {
        g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_PARTIES,
                     "template '%s' is for %u parties; for %u there is '%s'", template->id,
                     template->parties, request->parties, (*other)->id);
        return FALSE;
      }
  if (request->parties > template->parties && request->parties <= MFT_PARTIES_MOST)
    return TRUE;
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_PARTIES,
               "template '%s' is for %u parties", template->id, template->parties);
  return FALSE;
}

/* Default and value of one field of the agreement. */
static gboolean
fill_field (const MftPlan *plan, MftField *field, GError **error)
{
  const char *id = mft_field_get_id (field);
  const char *given = mft_values_get (plan->values, id);
  g_autofree char *initial = mft_plan_dup_initial (plan, id);
  g_autofree char *value = NULL;

  if (initial != NULL)
    {
      value = mft_field_parse (field, initial, error);
      if (value == NULL)
        return FALSE;
      mft_field_set_default (field, value);
    }
  mft_field_set_value (field, given != NULL ? given : value);
  return TRUE;
}

/* The last day of the term, one day before it would begin anew; a default that can be changed. */
static void
set_last_day (MftAgreement *agreement)
{
  MftField *last = mft_agreement_get_field (agreement, "tanggal_akhir");
  const char *first = mft_agreement_get_value (agreement, "tanggal_mulai");
  const char *term = mft_agreement_get_value (agreement, "jangka_waktu");
  MftDuration duration;
  MftDate start;

  if (last == NULL || mft_field_get_value (last) != NULL || first == NULL || term == NULL
      || !mft_date_parse_iso (first, &start, NULL) || !mft_duration_parse (term, &duration, NULL)
      || duration.count > YEARS_MOST * 366)
    return;
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) start.day, (GDateMonth) start.month, (GDateYear) start.year);
  if (duration.unit == MFT_DURATION_YEARS && duration.count <= YEARS_MOST)
    g_date_add_years (&day, (guint) duration.count);
  else if (duration.unit == MFT_DURATION_MONTHS && duration.count <= YEARS_MOST * 12)
    g_date_add_months (&day, (guint) duration.count);
  else if (duration.unit == MFT_DURATION_CALENDAR_DAYS || duration.unit == MFT_DURATION_DAYS)
    g_date_add_days (&day, (guint) duration.count);
  else
    return;
  g_date_subtract_days (&day, 1);
  g_autofree char *value
      = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), (guint) g_date_get_month (&day),
                         (guint) g_date_get_day (&day));
  mft_field_set_value (last, value);
}

static gboolean
add_fields (MftAgreement *agreement, const MftDraft *draft, GError **error)
{
  guint parties = draft->plan->template->parties;

  mft_agreement_set_n_parties (agreement, parties);
  for (guint party = 1; party <= parties; party++)
    mft_party_add_fields (agreement, party);
  for (guint i = 0; i < draft->fields->len; i++)
    {
      const char *id = g_ptr_array_index (draft->fields, i);
      if (mft_agreement_get_field (agreement, id) != NULL)
        continue;
      MftField *field = mft_values_new_field (id);
      if (field == NULL)
        {
          g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN,
                       "field '%s': there is no such field", id);
          return FALSE;
        }
      mft_agreement_add_field (agreement, field);
    }
  for (guint i = 0; i < mft_agreement_n_fields (agreement); i++)
    if (!fill_field (draft->plan, mft_agreement_get_field_at (agreement, i), error))
      return FALSE;
  set_last_day (agreement);
  return TRUE;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Which wording of each clause the library had. */
static void
set_marks (MftAgreement *agreement, const MftPlan *plan)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer unit;

  g_hash_table_iter_init (&iter, plan->forms);
  while (g_hash_table_iter_next (&iter, &unit, NULL))
    if (g_str_has_prefix (((MftUnit *) unit)->id, "K-"))
      g_ptr_array_add (marks, mft_clause_dup_mark (unit));
  g_ptr_array_sort (marks, compare_words);
  g_ptr_array_add (marks, NULL);
  g_autofree char *setting = g_strjoinv (" ", (char **) marks->pdata);
  mft_agreement_set_setting (agreement, "klausul", setting);
}

static void
set_settings (MftAgreement *agreement, const MftPlan *plan)
{
  g_autofree char *lineage = mft_random_id ();
  const char *references = mft_plan_get_choice (plan, "gaya_acuan");

  mft_agreement_set_setting (agreement, "naskah", plan->template->document);
  mft_agreement_set_setting (agreement, "templat", plan->template->id);
  mft_agreement_set_setting (agreement, "garis", lineage);
  set_marks (agreement, plan);
  if (references != NULL)
    mft_agreement_set_setting (agreement, "acuan", references);
}

static gboolean
check_complete (MftAgreement *agreement, GError **error)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (agreement);

  if (missing[0] == NULL)
    return TRUE;
  g_autofree char *ids = g_strjoinv (", ", missing);
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_INCOMPLETE,
               "required fields without a value: %s", ids);
  return FALSE;
}

static MftAgreement *
fill_in (const MftPlan *plan, GError **error)
{
  g_autoptr (MftDraft) draft = mft_draft_new (plan);

  mft_draft_add_front (draft);
  mft_draft_add_body (draft);
  mft_draft_add_back (draft);
  mft_draft_add_attachments (draft);
  if (!mft_draft_write (draft, error))
    return NULL;
  g_autoptr (MftAgreement) agreement = mft_agreement_new (g_steal_pointer (&draft->root));
  if (!add_fields (agreement, draft, error))
    return NULL;
  set_settings (agreement, plan);
  return g_steal_pointer (&agreement);
}

/* The parties beyond those that the template speaks of, after the pattern of the last one. */
static MftAgreement *
add_parties (MftAgreement *agreement, guint parties, const MftValues *values, GError **error)
{
  guint first = mft_agreement_n_parties (agreement) + 1;

  for (guint party = first; party <= parties; party++)
    if (!mft_edit_add_party (agreement, error))
      return NULL;
  /* No history to undo it by. */
  g_autoptr (MftAgreement) grown = mft_agreement_snapshot (agreement);
  for (guint i = 0; i < mft_agreement_n_fields (grown); i++)
    {
      MftField *field = mft_agreement_get_field_at (grown, i);
      const char *value = mft_values_get (values, mft_field_get_id (field));
      if (value != NULL)
        mft_field_set_value (field, value);
    }
  return g_steal_pointer (&grown);
}

MftAgreement *
mft_template_instantiate (const MftTemplateRequest *request, GError **error)
{
  g_autoptr (MftValues) no_values = mft_values_new ();
  g_autoptr (GHashTable) no_choices = g_hash_table_new (g_str_hash, g_str_equal);

  if (!check_parties (request, error))
    return NULL;
  g_autoptr (MftPlan) plan
      = mft_plan_new (request->template, request->choices != NULL ? request->choices : no_choices,
                      request->values != NULL ? request->values : no_values, error);
  if (plan == NULL)
    return NULL;
  g_autoptr (MftAgreement) agreement = fill_in (plan, error);
  if (agreement != NULL && request->parties > mft_agreement_n_parties (agreement))
    {
      g_autoptr (MftAgreement) template_wide = g_steal_pointer (&agreement);
      agreement = add_parties (template_wide, request->parties, plan->values, error);
    }
  if (agreement == NULL || (!request->incomplete && !check_complete (agreement, error)))
    return NULL;
  return g_steal_pointer (&agreement);
}
