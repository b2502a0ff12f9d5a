/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/clauses/clause-row.h"

#include <glib/gi18n.h>

#include "template/own-clauses.h"

struct _MftClauseRow
{
  AdwActionRow parent_instance;

  /* Borrowed */
  const MftUnit *unit;
};

G_DEFINE_FINAL_TYPE (MftClauseRow, mft_clause_row, ADW_TYPE_ACTION_ROW)

static const struct
{
  const char *status;
  const char *words;
} statuses[] = {
  { MFT_CLAUSE_STATUS_DRAFT, N_ ("Draft of one's own") },
  { MFT_CLAUSE_STATUS_APPROVED, N_ ("Approved") },
  { MFT_CLAUSE_STATUS_REVIEW, N_ ("Needs a legal review before use") },
  { MFT_CLAUSE_STATUS_RETIRED, N_ ("No longer used") },
};

const char *
mft_clause_status_words (const char *status)
{
  for (guint i = 0; status != NULL && i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (statuses[i].status, status))
      return _ (statuses[i].words);
  return NULL;
}

/* One's own clauses have ids that say nothing; approved is what ours are, unless told. */
static char *
dup_subtitle (const MftUnit *unit, MftClauseRelation relation)
{
  const char *status = mft_unit_get_value (unit, "status");
  const char *words = mft_clause_status_words (status);

  if (relation == MFT_CLAUSE_CHANGED)
    return g_strdup (_ ("In the text, and changed in the library"));
  if (relation == MFT_CLAUSE_STAND_IN)
    return g_strdup (_ ("Can take the place of one in the text"));
  if (mft_own_clauses_has (unit))
    return g_strdup (words != NULL ? words : unit->id);
  if (words == NULL || g_str_equal (status, MFT_CLAUSE_STATUS_APPROVED))
    return g_strdup (unit->id);
  return g_strdup_printf ("%s · %s", unit->id, words);
}

const MftUnit *
mft_clause_row_get_unit (MftClauseRow *self)
{
  return self->unit;
}

const char *
mft_clause_row_get_subject (MftClauseRow *self)
{
  const char *subject = mft_unit_get_value (self->unit, "subject");

  if (subject == NULL)
    return "";
  /* "VII Jangka waktu": the numeral only keeps them in order. */
  gsize numeral = strspn (subject, "IVX");
  return subject[numeral] == ' ' ? subject + numeral + 1 : subject;
}

static void
append_words (GString *text, const MftWording *form)
{
  for (guint i = 0; i < form->passages->len; i++)
    {
      GPtrArray *tokens = mft_passage_get_tokens (form->passages->pdata[i]);
      for (guint t = 0; t < tokens->len; t++)
        {
          const MftToken *token = g_ptr_array_index (tokens, t);
          g_string_append (text, token->text != NULL ? token->text : " ");
        }
    }
}

gboolean
mft_clause_row_holds (MftClauseRow *self, const char *wanted)
{
  const MftUnit *unit = self->unit;
  const char *note = mft_unit_get_value (unit, "catatan");
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %s %s ", unit->id, unit->title,
                          mft_clause_row_get_subject (self), note != NULL ? note : "");
  for (guint i = 0; i < unit->forms->len; i++)
    append_words (text, unit->forms->pdata[i]);
  g_autofree char *folded = g_utf8_casefold (text->str, -1);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
mft_clause_row_class_init (MftClauseRowClass *klass G_GNUC_UNUSED)
{
}

static void
mft_clause_row_init (MftClauseRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
}

GtkWidget *
mft_clause_row_new (const MftUnit *unit, MftClauseRelation relation)
{
  MftClauseRow *self = g_object_new (MFT_TYPE_CLAUSE_ROW, NULL);
  g_autofree char *subtitle = dup_subtitle (unit, relation);

  self->unit = unit;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), unit->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  if (relation == MFT_CLAUSE_IN_TEXT || relation == MFT_CLAUSE_CHANGED)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
      gtk_widget_set_tooltip_text (mark, _ ("Stands in the text already"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), mark);
    }
  return GTK_WIDGET (self);
}
