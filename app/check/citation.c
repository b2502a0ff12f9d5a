/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"
#include "bahasa/date.h"
#include "bahasa/regulation.h"
#include "bahasa/scan.h"
#include "bahasa/text.h"

#include "check/citation-private.h"
#include "check/definitions-private.h"
#include "check/rules-private.h"
#include "check/terms-private.h"
#include "check/words-private.h"

/* The year of signing: what came later could not be cited. 0: not known. */
static guint
agreement_year (MftChecker *checker)
{
  const char *value = mft_agreement_get_value (checker->agreement, "tanggal_ttd");
  MftDate date;

  return value != NULL && mft_date_parse_iso (value, &date, NULL) ? date.year : 0;
}

/* --- one citation --------------------------------------------------------------------------------- */

/* Lower case, without "Republik Indonesia", which some write and some do not. */
static char *
comparable (const char *title)
{
  g_autofree char *normal = mft_text_normalize (title);
  g_autofree char *lower = mft_capitals (normal, MFT_CAPITALS_LOWER);
  GString *words = g_string_new (lower);

  g_string_replace (words, " republik indonesia", "", 0);
  while (words->len > 0 && strchr (" ,.", words->str[words->len - 1]) != NULL)
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static void
check_title (MftChecker *checker, const MftRule *rule, const MftCitation *citation)
{
  const char *right = citation->regulation->title;
  g_autofree char *said
      = g_strndup (checker->text + citation->title, citation->title_end - citation->title);
  g_autofree char *here = comparable (said);
  g_autofree char *there = comparable (right);

  if (*right == '\0' || citation->title == citation->title_end || g_str_equal (here, there))
    return;
  g_autofree char *name = mft_regulation_dup_short_name (citation->regulation);
  MftFinding *finding
      = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, citation->title,
                             citation->title_end, N_ ("{1} is about “{2}”"), name, right, NULL);
  _mft_checker_propose (checker, finding, citation->title, citation->title_end, right);
}

/* A number that differs from the one that is known; `known` is "" where nothing is. */
static void
check_number (MftChecker *checker, const MftRule *rule, const MftCitation *citation, gsize start,
              gsize end, const char *known)
{
  if (start == end || *known == '\0'
      || (strlen (known) == end - start
          && strncmp (checker->text + start, known, end - start) == 0))
    return;
  g_autofree char *name = mft_regulation_dup_short_name (citation->regulation);
  g_autofree char *said = g_strndup (checker->text + start, end - start);
  MftFinding *finding = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, start, end,
                                             N_ ("the gazette of {1} has the number {2}, not {3}"),
                                             name, known, said, NULL);
  _mft_checker_propose (checker, finding, start, end, known);
}

/* The explanation of a law is in the Tambahan; other regulations have one only where they need it. A
 * number that is not known is not guessed. */
static void
check_supplement (MftChecker *checker, const MftRule *rule, const MftCitation *citation)
{
  const MftRegulation *regulation = citation->regulation;
  gboolean law = g_str_equal (regulation->kind, "UU") || g_str_equal (regulation->kind, "Perppu");
  g_autofree char *name = mft_regulation_dup_short_name (regulation);

  if (*regulation->supplement != '\0')
    {
      g_autofree char *words = g_strdup_printf (
          ", Tambahan Lembaran Negara Republik Indonesia Nomor %s", regulation->supplement);
      MftFinding *finding = _mft_checker_report (
          checker, rule, MFT_SEVERITY_WARNING, citation->gazette, citation->number_end,
          N_ ("the Tambahan Lembaran Negara of {1} is missing: {2}"), name, regulation->supplement,
          NULL);
      _mft_checker_propose (checker, finding, citation->number_end, citation->number_end, words);
    }
  else if (law)
    _mft_checker_report (
        checker, rule, MFT_SEVERITY_SUGGESTION, citation->gazette, citation->number_end,
        N_ ("the Tambahan Lembaran Negara of {1} is missing; its number is not known here"), name,
        NULL);
}

static void
check_gazette (MftChecker *checker, const MftRule *rule, const MftCitation *citation)
{
  const MftRegulation *regulation = citation->regulation;
  g_auto (GStrv) place
      = g_strsplit (citation->bulletin ? regulation->bulletin : regulation->gazette, "/", 2);
  gboolean known = g_strv_length (place) == 2;

  check_number (checker, rule, citation, citation->year, citation->year_end, known ? place[0] : "");
  check_number (checker, rule, citation, citation->number, citation->number_end,
                known ? place[1] : "");
  check_number (checker, rule, citation, citation->supplement, citation->supplement_end,
                regulation->supplement);
  if (citation->number_end > 0 && citation->supplement_end == 0 && !citation->bulletin)
    check_supplement (checker, rule, citation);
}

/* Ministries and agencies publish in the Berita Negara, laws and the President's regulations in the
 * Lembaran Negara (UU 12/2011). */
static void
check_publication (MftChecker *checker, const MftRule *rule, const MftCitation *citation)
{
  static const char right_for_ministry[] = "Berita Negara";
  static const char right_for_state[] = "Lembaran Negara";
  const char *right = citation->ministerial ? right_for_ministry : right_for_state;

  if (citation->gazette == citation->gazette_end || citation->bulletin == citation->ministerial)
    return;
  MftFinding *finding = _mft_checker_report (
      checker, rule, MFT_SEVERITY_WARNING, citation->gazette, citation->gazette_end,
      N_ ("a regulation of this kind is in the {1}"), right, NULL);
  finding->source = "UU 12/2011: pengundangan dalam Lembaran Negara dan Berita Negara";
  _mft_checker_propose (checker, finding, citation->gazette, citation->gazette_end, right);
}

/* --- in force, amended ---------------------------------------------------------------------------- */

static gboolean
cites (GArray *citations, const MftRegulation *regulation)
{
  for (guint i = 0; i < citations->len; i++)
    if (g_array_index (citations, MftCitation, i).regulation == regulation)
      return TRUE;
  return FALSE;
}

/* An amendment that is cited with what it amends is judged with it. */
static gboolean
is_cited_amendment (GArray *citations, const MftRegulation *regulation)
{
  for (guint i = 0; i < citations->len; i++)
    {
      const MftRegulation *other = g_array_index (citations, MftCitation, i).regulation;
      if (other != NULL
          && g_strv_contains ((const char *const *) other->amended_by, regulation->id))
        return TRUE;
    }
  return FALSE;
}

static void
report_change (MftChecker *checker, const MftRule *rule, const MftCitation *citation,
               const MftRegulation *other, guint year, const char *before, const char *since)
{
  g_autofree char *name = mft_regulation_dup_short_name (citation->regulation);
  g_autofree char *by = mft_regulation_dup_short_name (other);
  gboolean later = year > 0 && other->year >= year;

  _mft_checker_report (checker, rule, later ? MFT_SEVERITY_SUGGESTION : MFT_SEVERITY_WARNING,
                       citation->start, citation->name_end, later ? since : before, name, by, NULL);
}

static void
check_force (MftChecker *checker, const MftRule *rule, GArray *citations,
             const MftCitation *citation, guint year)
{
  const MftRegulation *regulation = citation->regulation;
  const MftRegulation *last = mft_regulation_get_last_amendment (regulation);

  if (is_cited_amendment (citations, regulation))
    return;
  if (regulation->status == MFT_REGULATION_REPEALED && regulation->repealed_by[0] != NULL)
    report_change (checker, rule, citation, mft_regulation_get (regulation->repealed_by[0]), year,
                   N_ ("{1} was repealed by {2}"), N_ ("{1} has since been repealed by {2}"));
  else if (last != NULL && !cites (citations, last))
    report_change (checker, rule, citation, last, year, N_ ("{1} was last amended by {2}"),
                   N_ ("{1} has since been amended by {2}"));
}

/* "Lembar Negara": the name of the gazette, misspelt. */
static void
check_gazette_name (MftChecker *checker, const MftRule *rule)
{
  gsize start;
  gsize end = 0;

  while (_mft_word_next (checker->text, &start, &end))
    if (_mft_phrase_match (checker->text + start, "Lembar Negara", TRUE) > 0)
      {
        MftFinding *finding = _mft_checker_report (
            checker, rule, MFT_SEVERITY_WARNING, start, start + strlen ("Lembar Negara"),
            N_ ("the gazette is called “{1}”"), "Lembaran Negara", NULL);
        _mft_checker_propose (checker, finding, start, start + strlen ("Lembar"), "Lembaran");
      }
}

/* A definition that is not the law's, though the law has one. */
static void
check_definition (MftChecker *checker, const MftRule *rule)
{
  for (guint i = 0; i < _mft_terms_count (checker->terms); i++)
    {
      const MftTerm *term = _mft_terms_get (checker->terms, i);
      const MftStatutory *law = term->reading == checker->reading && term->in_list
                                    ? _mft_statutory_find (term->forms->pdata[0])
                                    : NULL;
      if (law == NULL || _mft_statutory_is_same (law, checker->text))
        continue;
      MftFinding *finding
          = _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, term->start, term->end,
                                 N_ ("“{1}” is defined in other words than in {2}"),
                                 (const char *) term->forms->pdata[0], law->source, NULL);
      finding->source = law->source;
    }
}

void
_mft_check_citation (MftChecker *checker, const MftRule *rule)
{
  gboolean basis = _mft_checker_is_in (checker, MFT_BLOCK_LEGAL_BASIS);
  guint year;

  if (_mft_terms_is_definition (checker->terms, checker->reading))
    check_definition (checker, rule);
  if (strstr (checker->text, "egara") != NULL)
    check_gazette_name (checker, rule);
  if (strstr (checker->text, "omor") == NULL)
    return;
  g_autoptr (GArray) citations = _mft_citations_find (checker->text);
  year = agreement_year (checker);
  for (guint i = 0; i < citations->len; i++)
    {
      const MftCitation *citation = &g_array_index (citations, MftCitation, i);
      check_publication (checker, rule, citation);
      if (citation->regulation == NULL)
        continue;
      check_gazette (checker, rule, citation);
      if (basis || citation->gazette_end > 0)
        check_title (checker, rule, citation);
      if (basis || citation->regulation->status == MFT_REGULATION_REPEALED)
        check_force (checker, rule, citations, citation, year);
    }
}
