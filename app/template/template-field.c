/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/template-field.h"

#include "agreement/party.h"
#include "template/draft.h"
#include "template/slot.h"

typedef struct
{
  const MftPlan *plan; /* with every choice at its default, for the defaults of fields */
  GPtrArray *fields;
  GHashTable *seen;
} Collector;

void
mft_template_field_free (MftTemplateField *field)
{
  g_free (field->id);
  g_free (field->initial);
  g_strfreev (field->choices);
  g_free (field->meaning);
  g_free (field);
}

static const char *
format_of (const char *type)
{
  static const char *const formats[][2] = {
    { "bilangan", "3" },          { "durasi", "30 hari kalender" }, { "persen", "2.5" },
    { "uang", "150000000" },      { "tanggal", "2026-11-26" },      { "tahun", "2026" },
    { "daftar", "butir; butir" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i][0], type))
      return formats[i][1];
  return NULL;
}

static void
add_field (Collector *collector, const char *id)
{
  g_autoptr (MftField) known = mft_values_new_field (id);
  const MftSlot *slot = mft_slot_find (id);

  if (known == NULL || !g_hash_table_add (collector->seen, g_strdup (id)))
    return;
  MftTemplateField *field = g_new0 (MftTemplateField, 1);
  field->id = g_strdup (id);
  field->type = slot != NULL && slot->kind == MFT_SLOT_DAFTAR
                    ? mft_slot_kind_name (slot->kind)
                    : mft_field_type_to_name (mft_field_get_type (known));
  field->required = mft_field_is_required (known);
  field->initial = mft_plan_dup_initial (collector->plan, id);
  field->format = format_of (field->type);
  field->choices = g_strdupv ((char **) mft_field_get_choices (known));
  field->meaning = g_strdup (mft_field_get_meaning (known));
  g_ptr_array_add (collector->fields, field);
}

static void
add_contact (Collector *collector, const char *id)
{
  static const char *const parts[] = { ".unit", ".alamat", ".telepon", ".posel" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = g_strconcat (id, parts[i], NULL);
      add_field (collector, part);
    }
}

static void
add_token (Collector *collector, const MftToken *token, guint party)
{
  g_autofree char *id = mft_draft_dup_field_id (token, party);

  if (g_str_equal (id, "TENTANG") || g_str_has_suffix (id, ".NAMA"))
    {
      g_autofree char *lower = g_ascii_strdown (id, -1);
      add_field (collector, lower);
    }
  else if (token->slot == MFT_SLOT_KONTAK)
    add_contact (collector, id);
  else
    add_field (collector, id);
}

static void
add_tokens (Collector *collector, GPtrArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const MftToken *token = g_ptr_array_index (tokens, i);
      gboolean each = token->kind == MFT_TOKEN_FIELD && g_str_has_prefix (token->text, "pN.");
      guint parties = each ? collector->plan->template->parties : 1;
      for (guint party = 1; token->kind == MFT_TOKEN_FIELD && party <= parties; party++)
        add_token (collector, token, party);
    }
}

static void
add_wording (Collector *collector, const MftWording *wording)
{
  for (guint i = 0; i < wording->passages->len; i++)
    {
      const MftPassage *passage = g_ptr_array_index (wording->passages, i);
      for (guint c = 0; c < passage->cells->len; c++)
        add_tokens (collector, passage->cells->pdata[c]);
    }
}

/* Every alternative that is offered; of the parts whose wording others choose, every one. */
static void
add_use (Collector *collector, const MftUse *use)
{
  for (guint i = 0; use != NULL && use->forms[i] != NULL; i++)
    add_wording (collector, mft_unit_get_wording (use->unit, use->forms[i]));
}

static void
add_part (Collector *collector, const char *key)
{
  add_use (collector, mft_template_get_part (collector->plan->template, key));
}

static void
add_articles (Collector *collector)
{
  GPtrArray *articles = collector->plan->articles;

  for (guint i = 0; i < articles->len; i++)
    {
      MftArticle *article = g_ptr_array_index (articles, i);
      for (guint u = 0; u < article->uses->len; u++)
        add_use (collector, article->uses->pdata[u]);
    }
}

/* A clause whose wording a variant chooses is offered in all of them: "varian_penutup". */
static void
add_governed (Collector *collector)
{
  MftUse *closing = mft_template_get_part (collector->plan->template, "penutup");

  for (guint i = 0; closing != NULL && i < closing->unit->forms->len; i++)
    add_wording (collector, closing->unit->forms->pdata[i]);
}

GPtrArray *
mft_template_list_fields (const MftTemplate *template)
{
  static const char *const front[]
      = { "judul", "pembukaan", "komparisi", "premis", "dasar_hukum", "kesepakatan" };
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MftValues) values = mft_values_new ();
  g_autoptr (MftPlan) plan = mft_plan_new (template, chosen, values, NULL);
  Collector collector = { .plan = plan, .seen = seen };

  collector.fields = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_template_field_free);
  g_return_val_if_fail (plan != NULL, collector.fields);
  for (guint i = 0; i < G_N_ELEMENTS (front); i++)
    add_part (&collector, front[i]);
  add_articles (&collector);
  add_governed (&collector);
  add_part (&collector, "ttd");
  for (guint i = 0; i < plan->attachments->len; i++)
    add_use (&collector, plan->attachments->pdata[i]);
  return collector.fields;
}
