/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/plan.h"

#include "template/error.h"
#include "template/slot.h"
#include "template/template-choices.h"

void
mft_plan_free (MftPlan *plan)
{
  g_clear_pointer (&plan->articles, g_ptr_array_unref);
  g_clear_pointer (&plan->attachments, g_ptr_array_unref);
  g_hash_table_unref (plan->selected);
  g_hash_table_unref (plan->forms);
  g_free (plan);
}

const char *
mft_plan_get_choice (const MftPlan *plan, const char *id)
{
  const char *selected = g_hash_table_lookup (plan->selected, id);

  if (selected != NULL)
    return selected;
  const MftChoice *choice = mft_template_get_choice (plan->template, id);
  return choice != NULL ? choice->initial : NULL;
}

MftWording *
mft_plan_get_wording (const MftPlan *plan, const MftUnit *unit)
{
  return g_hash_table_lookup (plan->forms, unit);
}

gboolean
mft_plan_has_passage (const MftPlan *plan, const MftUnit *unit, const MftPassage *passage)
{
  if (!passage->optional)
    return TRUE;
  g_autofree char *id = g_strconcat (unit->id, "#", passage->label, NULL);
  return g_strcmp0 (mft_plan_get_choice (plan, id), MFT_CHOICE_ON) == 0;
}

static gboolean
refuse (GError **error, const char *id, const char *choice)
{
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN, "there is no choice '%s=%s'",
               id, choice);
  return FALSE;
}

/* The use of a clause among the articles and attachments, and the article it stands in. */
static MftUse *
find_use (const MftPlan *plan, const char *id, MftArticle **in)
{
  for (guint i = 0; i < plan->articles->len; i++)
    {
      MftArticle *article = g_ptr_array_index (plan->articles, i);
      for (guint u = 0; u < article->uses->len; u++)
        {
          MftUse *use = g_ptr_array_index (article->uses, u);
          *in = article;
          if (g_str_equal (use->unit->id, id))
            return use;
        }
    }
  *in = NULL;
  for (guint i = 0; i < plan->attachments->len; i++)
    {
      MftUse *use = g_ptr_array_index (plan->attachments, i);
      if (g_str_equal (use->unit->id, id))
        return use;
    }
  MftUse *closing = mft_template_get_part (plan->template, "penutup");
  return closing != NULL && g_str_equal (closing->unit->id, id) ? closing : NULL;
}

static void
put_form (MftPlan *plan, MftUse *use, const char *form)
{
  g_hash_table_insert (plan->forms, use->unit, mft_unit_get_wording (use->unit, form));
}

/* Selects "ya", "tidak" or an alternative for a clause. FALSE if it has no such alternative. */
static gboolean
select_form (MftPlan *plan, MftUse *use, MftArticle *article, const char *choice)
{
  if (g_str_equal (choice, MFT_CHOICE_OFF))
    {
      g_hash_table_remove (plan->forms, use->unit);
      return TRUE;
    }
  const char *form = g_str_equal (choice, MFT_CHOICE_ON) ? use->forms[0] : choice;
  if (mft_unit_get_wording (use->unit, form) == NULL)
    return FALSE;
  for (guint i = 0; use->rival && i < article->uses->len; i++)
    {
      MftUse *other = g_ptr_array_index (article->uses, i);
      if (other->rival)
        g_hash_table_remove (plan->forms, other->unit);
    }
  put_form (plan, use, form);
  return TRUE;
}

static void
start_uses (MftPlan *plan, GPtrArray *uses)
{
  for (guint i = 0; i < uses->len; i++)
    {
      MftUse *use = g_ptr_array_index (uses, i);
      if (use->mark != '?')
        put_form (plan, use, use->forms[0]);
    }
}

static const char *
form_for_parties (MftUse *use, guint parties)
{
  guint index = parties - 2;

  return index < g_strv_length (use->forms) ? use->forms[index] : use->forms[0];
}

static void
start_parts (MftPlan *plan)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, plan->template->parts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GPtrArray *uses = value;
      gboolean counts = g_str_equal (key, "kolektif") || g_str_equal (key, "ttd");
      start_uses (plan, uses);
      if (counts && uses->len > 0)
        put_form (plan, uses->pdata[0], form_for_parties (uses->pdata[0], plan->template->parties));
    }
}

static gboolean
is_chosen (MftChoice *choice, const char *value, guint *index)
{
  for (*index = 0; choice->choices[*index] != NULL; (*index)++)
    if (g_str_equal (choice->choices[*index], value))
      return TRUE;
  return FALSE;
}

/* A variant works on clauses that are in the plan; a pack's own alternatives stand unless the variant
 * was chosen. */
static void
apply_variants (MftPlan *plan, GHashTable *chosen)
{
  for (guint i = 0; i < plan->template->choices->len; i++)
    {
      MftChoice *choice = g_ptr_array_index (plan->template->choices, i);
      guint index;
      if (choice->effects == NULL
          || (plan->pack != NULL && !g_hash_table_contains (chosen, choice->id))
          || !is_chosen (choice, mft_plan_get_choice (plan, choice->id), &index))
        continue;
      MftArticle *article;
      g_autofree char *id = mft_effect_dup_id (choice->effects[index]);
      MftUse *use = find_use (plan, id, &article);
      if (use != NULL)
        select_form (plan, use, article, mft_effect_get_choice (choice->effects[index]));
    }
}

/* "dasar_hukum" and "B-pembukaan" are chosen by these ids. */
static MftUse *
find_part (const MftPlan *plan, const char *id)
{
  MftUse *opening = mft_template_get_part (plan->template, "pembukaan");

  if (g_str_equal (id, opening->unit->id))
    return opening;
  return g_str_equal (id, "dasar_hukum") ? mft_template_get_part (plan->template, id) : NULL;
}

static gboolean
apply_chosen (MftPlan *plan, GHashTable *chosen, GError **error)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, chosen);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      MftChoice *choice = mft_template_get_choice (plan->template, id);
      MftArticle *article = NULL;
      MftUse *use = find_part (plan, id);
      guint index;

      if (use == NULL)
        use = find_use (plan, id, &article);
      if (use == NULL && choice == NULL)
        return refuse (error, id, value);
      if (use == NULL ? !is_chosen (choice, value, &index)
                      : !select_form (plan, use, article, value))
        return refuse (error, id, value);
    }
  return TRUE;
}

/* butuh: the clause that a clause refers to must be in. */
static gboolean
check_needs (const MftPlan *plan, GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, plan->forms);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const MftUnit *unit = key;
      MftEntry *needs = mft_entries_find (unit->entries, "butuh");
      if (needs == NULL)
        continue;
      MftUnit *needed = mft_clause_library_get (plan->template->clauses, needs->value);
      if (needed == NULL || mft_plan_get_wording (plan, needed) == NULL)
        {
          g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_NEEDS,
                       "clause '%s' needs clause '%s'", unit->id, needs->value);
          return FALSE;
        }
    }
  return TRUE;
}

/* A Pasal of a pack takes the heading that the template gives the same clause. */
static char *
heading_in_template (const MftTemplate *template, const MftUnit *first)
{
  for (guint i = 0; i < template->articles->len; i++)
    {
      MftArticle *article = g_ptr_array_index (template->articles, i);
      if (((MftUse *) article->uses->pdata[0])->unit == first)
        return g_strdup (article->heading);
    }
  return NULL;
}

static MftUnit *
own_unit (const MftTemplate *template, const char *id)
{
  for (guint i = 0; i < template->unit->entries->len; i++)
    {
      MftEntry *entry = g_ptr_array_index (template->unit->entries, i);
      if (entry->own != NULL && g_str_equal (entry->own->id, id))
        return entry->own;
    }
  return NULL;
}

/* klausul: K-1=daftar, K-25=tetap+K-26, … */
static gboolean
take_pack (MftPlan *plan, GError **error)
{
  MftEntry *entry = mft_entries_find (plan->pack->entries, "klausul");
  MftEntry *attachments = mft_entries_find (plan->pack->entries, "lampiran");
  g_auto (GStrv) articles = mft_split_list (entry != NULL ? entry->value : "", ",");

  g_ptr_array_unref (plan->articles);
  plan->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_article_free);
  for (guint i = 0; articles[i] != NULL; i++)
    {
      MftUnit *own = own_unit (plan->template, articles[i]);
      GPtrArray *uses = mft_uses_parse (plan->template->clauses, own, articles[i], "+", error);
      if (uses == NULL)
        return FALSE;
      MftArticle *article = g_new0 (MftArticle, 1);
      article->uses = uses;
      article->heading = heading_in_template (plan->template, ((MftUse *) uses->pdata[0])->unit);
      g_ptr_array_add (plan->articles, article);
    }
  if (attachments == NULL)
    return TRUE;
  g_clear_pointer (&plan->attachments, g_ptr_array_unref);
  plan->attachments
      = mft_uses_parse (plan->template->clauses, NULL, attachments->value, ",", error);
  /* What the text does not refer to is a form for later: only on demand. */
  for (guint i = 0; plan->attachments != NULL && i < plan->attachments->len; i++)
    ((MftUse *) plan->attachments->pdata[i])->mark = '?';
  return plan->attachments != NULL;
}

static void
select_from_values (MftPlan *plan)
{
  for (guint party = 1; party <= plan->template->parties; party++)
    {
      g_autofree char *id = g_strdup_printf ("p%u" MFT_VALUES_AUTHORITY, party);
      const char *value = mft_values_get (plan->values, id);
      if (value != NULL)
        g_hash_table_insert (plan->selected, g_strdup_printf ("dasar_kewenangan_p%u", party),
                             g_strdup (value));
    }
}

MftWording *
mft_plan_get_authority (const MftPlan *plan, guint party)
{
  MftUse *komparisi = mft_template_get_part (plan->template, "komparisi");
  g_autofree char *id = g_strdup_printf ("dasar_kewenangan_p%u", party);
  const char *choice = mft_plan_get_choice (plan, id);

  return mft_unit_get_wording (komparisi->unit, choice);
}

static gboolean
check_authorities (const MftPlan *plan, GError **error)
{
  for (guint party = 1; party <= plan->template->parties; party++)
    if (mft_plan_get_authority (plan, party) == NULL)
      {
        g_autofree char *id = g_strdup_printf ("dasar_kewenangan_p%u", party);
        return refuse (error, id, mft_plan_get_choice (plan, id));
      }
  return TRUE;
}

static void
copy_chosen (gpointer id, gpointer value, gpointer selected)
{
  g_hash_table_insert (selected, g_strdup (id), g_strdup (value));
}

MftPlan *
mft_plan_new (const MftTemplate *template, GHashTable *chosen, const MftValues *values,
              GError **error)
{
  g_autoptr (MftPlan) plan = g_new0 (MftPlan, 1);
  const char *pack = g_hash_table_lookup (chosen, "paket");

  plan->template = template;
  plan->values = values;
  plan->articles = g_ptr_array_ref (template->articles);
  plan->attachments = g_ptr_array_ref (template->attachments);
  plan->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plan->forms = g_hash_table_new (NULL, NULL);
  select_from_values (plan);
  g_hash_table_foreach (chosen, copy_chosen, plan->selected);
  if (pack != NULL && !g_str_equal (pack, MFT_CHOICE_OFF))
    {
      MftChoice *packs = mft_template_get_choice (template, "paket");
      if (packs == NULL || !g_strv_contains ((const char *const *) packs->choices, pack))
        return refuse (error, "paket", pack), NULL;
      plan->pack = mft_clause_library_get (template->clauses, pack);
      if (!take_pack (plan, error))
        return NULL;
    }
  start_parts (plan);
  for (guint i = 0; i < plan->articles->len; i++)
    start_uses (plan, ((MftArticle *) plan->articles->pdata[i])->uses);
  start_uses (plan, plan->attachments);
  apply_variants (plan, chosen);
  if (!apply_chosen (plan, chosen, error) || !check_needs (plan, error)
      || !check_authorities (plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}
