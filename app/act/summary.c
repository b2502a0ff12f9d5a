/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/summary.h"

#include <string.h>

#include "agreement/akn.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "base/data-folder.h"
#include "base/safe-file.h"
#include "check/check.h"
#include "compare/compare.h"
#include "exchange/exchange.h"
#include "review/review.h"

/* A line is read at a glance. */
#define TEXT_MOST 160
#define LINES_MOST 40

MftAgreement *
mft_summary_agreement (const char *path, gboolean *is_guess)
{
  const MftReadOptions options = { .only_text = TRUE };
  g_autoptr (MftImportReport) report = NULL;
  MftAgreement *agreement = mft_exchange_load_with (path, &options, &report, NULL);

  if (is_guess != NULL)
    *is_guess = agreement != NULL && report != NULL
                && mft_import_report_get_origin (report) != MFT_ORIGIN_EMBEDDED;
  return agreement;
}

static guint
count (const MftSummary *summary, MftSummaryKind kind)
{
  guint found = 0;

  for (guint i = 0; i < summary->lines->len; i++)
    found += ((const MftSummaryLine *) g_ptr_array_index (summary->lines, i))->kind == kind;
  return found;
}

static void
line_free (gpointer data)
{
  MftSummaryLine *line = data;

  g_free (line->place);
  g_free (line->text);
  g_free (line);
}

static char *
shorten (const char *text)
{
  if (g_utf8_strlen (text, -1) <= TEXT_MOST)
    return g_strdup (text);
  g_autofree char *head = g_utf8_substring (text, 0, TEXT_MOST);
  char *space = strrchr (head, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (head, " …", NULL);
}

static void
add (MftSummary *summary, MftSummaryKind kind, const char *place, const char *text)
{
  if (text == NULL || text[0] == '\0' || count (summary, kind) >= LINES_MOST)
    return;
  MftSummaryLine *line = g_new0 (MftSummaryLine, 1);
  line->kind = kind;
  line->place = g_strdup (place != NULL ? place : "");
  line->text = shorten (text);
  g_ptr_array_add (summary->lines, line);
}

static void
add_block (MftSummary *summary, MftSummaryKind kind, MftAgreement *agreement, MftBlock *block)
{
  g_autofree char *place = mft_block_dup_path (block);
  g_autofree char *text = mft_shown_text (agreement, block);

  add (summary, kind, place, text);
}

char *
mft_summary_parties (MftAgreement *agreement)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    {
      g_autofree char *name = mft_party_dup_shown (agreement, party, "nama");
      if (name != NULL && name[0] != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? " – " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_parties (MftSummary *summary, MftAgreement *agreement)
{
  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    {
      g_autofree char *number = g_strdup_printf ("%u", party);
      g_autofree char *role = mft_party_dup_role (agreement, number);
      g_autofree char *name = mft_party_dup_shown (agreement, party, "nama");
      g_autofree char *official = mft_party_dup_shown (agreement, party, "pejabat");
      g_autofree char *office = mft_party_dup_shown (agreement, party, "jabatan");
      g_autoptr (GString) text = g_string_new (name);
      if (official != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", official);
      if (office != NULL)
        g_string_append_printf (text, ", %s", office);
      add (summary, MFT_SUMMARY_PARTY, role, text->str);
    }
}

guint
mft_summary_own_party (MftAgreement *agreement, const char *const *names)
{
  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    for (guint i = 0; names != NULL && names[i] != NULL; i++)
      {
        static const char *const suffixes[] = { "nama", "pejabat", "atas_nama" };
        g_autofree char *wanted = g_utf8_casefold (names[i], -1);
        for (guint s = 0; s < G_N_ELEMENTS (suffixes) && wanted[0] != '\0'; s++)
          {
            g_autofree char *value = mft_party_dup_shown (agreement, party, suffixes[s]);
            g_autofree char *folded = g_utf8_casefold (value != NULL ? value : "", -1);
            if (strstr (folded, wanted) != NULL)
              return party;
          }
      }
  return 0;
}

/* The first party that a text speaks of, from 1; 0: none. */
static guint
first_party (MftText *text)
{
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->kind == MFT_RUN_PARTY && g_ascii_isdigit (run->value[0]))
        return (guint) g_ascii_strtoull (run->value, NULL, 10);
    }
  return 0;
}

static gboolean
speaks_of_duty (MftAgreement *agreement, MftBlock *block)
{
  static const char *const words[] = { "wajib", "berkewajiban", "kewajiban", "bertanggung jawab" };
  g_autofree char *text = mft_shown_text (agreement, block);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "(1) PIHAK KESATU berkewajiban:" gives its items, a sentence without items itself. */
static void
add_duties (MftSummary *summary, MftAgreement *agreement, guint own)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (MftBlock *block = body; block != NULL; block = mft_block_next (block, body))
    {
      MftBlockKind kind = mft_block_get_kind (block);
      guint party = first_party (mft_block_get_text (block));
      if ((kind != MFT_BLOCK_AYAT && kind != MFT_BLOCK_PARAGRAPH) || party == 0
          || (own != 0 && party != own) || !speaks_of_duty (agreement, block))
        continue;
      if (mft_block_n_children (block) == 0)
        add_block (summary, MFT_SUMMARY_DUTY, agreement, block);
      for (guint i = 0; i < mft_block_n_children (block); i++)
        if (mft_block_get_kind (mft_block_get_child (block, i)) == MFT_BLOCK_ITEM)
          add_block (summary, MFT_SUMMARY_DUTY, agreement, mft_block_get_child (block, i));
    }
}

static gboolean
has_form (MftAgreement *agreement, MftText *text, MftForm form, MftFieldType type)
{
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      MftField *field
          = run->kind == MFT_RUN_FIELD ? mft_agreement_get_field (agreement, run->value) : NULL;
      if ((field != NULL && mft_field_get_type (field) == type)
          || ((run->kind == MFT_RUN_NUMBER || run->kind == MFT_RUN_FIELD)
              && run->form == (int) form))
        return TRUE;
    }
  return FALSE;
}

/* A number with a unit of time behind it: "7 (tujuh) hari kerja". */
static gboolean
counts_time (MftAgreement *agreement, MftBlock *block)
{
  static const char *const units[]
      = { ") hari", ") bulan", ") tahun", ") jam", ") minggu", ") kali" };
  g_autofree char *text = NULL;

  if (has_form (agreement, mft_block_get_text (block), MFT_FORM_DURATION, MFT_FIELD_DURATION))
    return TRUE;
  text = mft_shown_text (agreement, block);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (text, units[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_money_and_deadlines (MftSummary *summary, MftAgreement *agreement)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (MftBlock *block = body; block != NULL; block = mft_block_next (block, body))
    {
      if (has_form (agreement, mft_block_get_text (block), MFT_FORM_MONEY, MFT_FIELD_MONEY))
        add_block (summary, MFT_SUMMARY_MONEY, agreement, block);
      else if (counts_time (agreement, block))
        add_block (summary, MFT_SUMMARY_DEADLINE, agreement, block);
    }
}

static void
add_findings (MftSummary *summary, MftAgreement *agreement)
{
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);

  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      if (finding->severity == MFT_SEVERITY_SUGGESTION)
        continue;
      if (finding->severity == MFT_SEVERITY_ERROR)
        summary->errors++;
      else
        summary->warnings++;
      add (summary, MFT_SUMMARY_CHECK, finding->path, finding->text);
    }
}

static void
add_parafs (MftSummary *summary, MftAgreement *agreement)
{
  g_autoptr (MftReview) review = mft_review_load (agreement, NULL);
  g_autofree char *text = mft_paraf_dup_text (agreement);
  GPtrArray *reviewers = review != NULL ? mft_review_reviewers (review) : NULL;

  for (guint i = 0; reviewers != NULL && i < reviewers->len; i++)
    {
      const MftReviewer *reviewer = g_ptr_array_index (reviewers, i);
      const char *mark = NULL;
      switch (mft_review_get_state (review, i, text, NULL))
        {
        case MFT_PARAF_NONE:
          mark = "–";
          break;
        case MFT_PARAF_OLD:
          mark = "…";
          break;
        case MFT_PARAF_GIVEN:
          mark = "✓";
          break;
        }
      g_autofree char *who = g_strdup_printf ("%s, %s", reviewer->name, reviewer->office);
      add (summary, MFT_SUMMARY_PARAF, mark, who);
    }
}

/* Where the text of a lineage lies as it was seen; NULL: it has none. */
static char *
seen_path (MftAgreement *agreement)
{
  const char *lineage = mft_agreement_get_setting (agreement, "garis");
  g_autofree char *folder = mft_data_folder ("dilihat", NULL);

  if (folder == NULL || lineage == NULL || lineage[0] == '\0')
    return NULL;
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lineage, -1);
  g_autofree char *name = g_strconcat (digest, ".xml", NULL);
  return g_build_filename (folder, name, NULL);
}

gboolean
mft_summary_note_seen (MftAgreement *agreement, GError **error)
{
  g_autofree char *path = seen_path (agreement);
  g_autoptr (GBytes) bytes = mft_akn_write (agreement);

  return path == NULL
         || mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                TRUE, error);
}

static void
add_changes (MftSummary *summary, MftAgreement *agreement)
{
  g_autofree char *path = seen_path (agreement);
  g_autoptr (GBytes) bytes = path != NULL ? mft_file_read (path, 64 << 20, NULL) : NULL;
  g_autoptr (MftAgreement) before = bytes != NULL ? mft_akn_read (bytes, NULL, NULL) : NULL;

  if (before == NULL)
    return;
  summary->seen_before = TRUE;
  g_autoptr (MftComparison) comparison = mft_comparison_new (before, agreement);
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if (change->class == MFT_CHANGE_SAME || change->class == MFT_CHANGE_COSMETIC
          || change->class == MFT_CHANGE_RENUMBERED || change->class == MFT_CHANGE_REFERENCE_ONLY)
        continue;
      const MftVersion *side = change->right != NULL ? change->right : change->left;
      add (summary, MFT_SUMMARY_CHANGED, side->path, side->text);
    }
}

MftSummary *
mft_summary_new (MftAgreement *agreement, const char *const *names)
{
  MftSummary *summary = g_new0 (MftSummary, 1);

  summary->lines = g_ptr_array_new_with_free_func (line_free);
  summary->title = mft_agreement_dup_title (agreement);
  add_parties (summary, agreement);
  add (summary, MFT_SUMMARY_OBJECT, NULL, summary->title);
  add_money_and_deadlines (summary, agreement);
  add_duties (summary, agreement, mft_summary_own_party (agreement, names));
  add_findings (summary, agreement);
  add_parafs (summary, agreement);
  add_changes (summary, agreement);
  return summary;
}

void
mft_summary_free (MftSummary *summary)
{
  g_free (summary->title);
  g_ptr_array_unref (summary->lines);
  g_free (summary);
}
