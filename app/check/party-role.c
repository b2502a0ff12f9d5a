/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/party.h"
#include "bahasa/capitals.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

#include "check/rules-private.h"
#include "check/terms-private.h"
#include "check/words-private.h"

/* "PIHAK KETIGA" with capitals is a party; "pihak ketiga" is anybody else. */
static gsize
scan_role (const char *at, guint *party)
{
  static const char word[] = "PIHAK";

  if (!g_str_has_prefix (at, word))
    return 0;
  gsize size = strlen (word);
  gsize space = mft_scan_space (at + size);
  if (space == 0 || !g_ascii_isupper (at[size + space]) || !g_ascii_isupper (at[size + space + 1]))
    return 0;
  gsize ordinal = mft_terbilang_ordinal_scan (at + size + space, party);
  return ordinal > 0 ? size + space + ordinal : 0;
}

static char *
dup_role (MftChecker *checker, guint party)
{
  g_autofree char *value = g_strdup_printf ("%u", party);

  return mft_party_dup_role (checker->agreement, value);
}

/* One agreement says either KESATU or PERTAMA. */
static void
check_first (MftChecker *checker, const MftRule *rule, gsize start, gsize size)
{
  g_autofree char *right = dup_role (checker, 1);

  if (_mft_phrase_match (checker->text + start, right, TRUE) > 0
      || !_mft_checker_is_typed (checker, start, start + size))
    return;
  g_autofree char *role = g_strndup (checker->text + start, size);
  MftFinding *finding
      = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, start, start + size,
                             N_ ("this agreement says “{2}”, here “{1}”"), role, right, NULL);
  _mft_checker_propose (checker, finding, start, start + size, right);
}

void
_mft_check_party_role (MftChecker *checker, const MftRule *rule)
{
  guint parties = mft_agreement_n_parties (checker->agreement);
  MftBlockKind kind = mft_block_get_kind (checker->block);
  gsize start;
  gsize end = 0;
  guint party;

  /* In what is all capitals (titles, headings) nobody can tell. */
  if (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_CENTERED)
    return;
  while (_mft_word_next (checker->text, &start, &end))
    {
      gsize size = scan_role (checker->text + start, &party);
      if (size == 0)
        continue;
      end = start + size;
      if (party == 1)
        check_first (checker, rule, start, size);
      if (party <= parties)
        continue;
      g_autofree char *role = g_strndup (checker->text + start, size);
      g_autofree char *count = g_strdup_printf ("%u", parties);
      _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, start, end,
                           N_ ("“{1}” is named, but the agreement has {2} parties"), role, count,
                           NULL);
    }
}

/* --- in the whole agreement ----------------------------------------------------------------------- */

static gboolean
contains (MftChecker *checker, MftBlockKind part, const char *words)
{
  for (guint i = 0; i < checker->readings->len; i++)
    {
      const MftReading *reading = checker->readings->pdata[i];
      if (strstr (reading->text, words) != NULL
          && (part == MFT_BLOCK_AGREEMENT || mft_block_get_ancestor (reading->block, part) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* A role in other capitals than the agreement's: "Pihak Kedua", "para pihak". "pihak ketiga" is nobody
 * in particular. Bytes taken. */
static gsize
scan_other_case (MftChecker *checker, gsize at, const char *role)
{
  gsize size = _mft_phrase_match (checker->text + at, role, FALSE);

  if (size == 0 || _mft_phrase_match (checker->text + at, role, TRUE) > 0
      || !_mft_checker_is_typed (checker, at, at + size))
    return 0;
  return size;
}

/* "Pihak Pertama" or "pihak pertama" where the agreement says PIHAK KESATU, or the reverse; in capitals it
 * is found among the roles. */
static gsize
scan_other_first (MftChecker *checker, gsize at, const char *right)
{
  gboolean first
      = strcmp (mft_agreement_get_setting (checker->agreement, "sebutan"), "PERTAMA") != 0;
  const char *other = first ? "pihak pertama" : "pihak kesatu";
  gsize size = right != NULL ? _mft_phrase_match (checker->text + at, other, FALSE) : 0;
  guint party;

  return size > 0 && scan_role (checker->text + at, &party) == 0
                 && _mft_checker_is_typed (checker, at, at + size)
             ? size
             : 0;
}

static void
report_role (MftChecker *checker, const MftRule *rule, gsize start, gsize end, const char *right)
{
  MftFinding *finding
      = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, start, end,
                             N_ ("this agreement writes the role “{1}”"), right, NULL);

  _mft_checker_propose (checker, finding, start, end, right);
}

static void
check_capitals (MftChecker *checker, const MftRule *rule, char **roles, const char *first)
{
  gsize start;
  gsize end = 0;

  while (_mft_word_next (checker->text, &start, &end))
    {
      if ((checker->text[start] | 0x20) != 'p')
        continue;
      const char *right = first;
      gsize size = scan_other_first (checker, start, first);
      for (guint i = 0; size == 0 && roles[i] != NULL; i++)
        {
          right = roles[i];
          size = scan_other_case (checker, start, right);
        }
      if (size == 0)
        continue;
      end = start + size;
      report_role (checker, rule, start, end, right);
    }
}

/* The roles that the agreement uses in capitals and whose lower case means the same. */
static char **
list_roles (MftChecker *checker)
{
  GPtrArray *roles = g_ptr_array_new ();
  guint parties = MIN (mft_agreement_n_parties (checker->agreement), 2);

  for (guint party = 1; party <= parties; party++)
    g_ptr_array_add (roles, dup_role (checker, party));
  g_ptr_array_add (roles, g_strdup ("PARA PIHAK"));
  for (guint i = roles->len; i > 0; i--)
    if (!contains (checker, MFT_BLOCK_AGREEMENT, roles->pdata[i - 1]))
      g_free (g_ptr_array_remove_index (roles, i - 1));
  g_ptr_array_add (roles, NULL);
  return (char **) g_ptr_array_free (roles, FALSE);
}

/* Every party must be given its role where the parties are introduced. */
static void
check_introduced (MftChecker *checker, const MftRule *rule)
{
  MftBlock *komparisi = mft_agreement_get_part (checker->agreement, MFT_BLOCK_KOMPARISI);

  if (komparisi == NULL || mft_block_n_children (komparisi) == 0
      || mft_block_get_kind (mft_block_get_child (komparisi, 0)) != MFT_BLOCK_PERSON)
    return;
  for (guint party = 1; party <= mft_agreement_n_parties (checker->agreement); party++)
    {
      g_autofree char *role = dup_role (checker, party);
      if (contains (checker, MFT_BLOCK_KOMPARISI, role))
        continue;
      _mft_checker_go (checker, _mft_checker_find (checker, komparisi));
      _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, 0, 0,
                           N_ ("nobody is introduced as {1}"), role, NULL);
    }
}

void
_mft_check_party_roles (MftChecker *checker, const MftRule *rule)
{
  g_auto (GStrv) roles = list_roles (checker);
  g_autofree char *first = dup_role (checker, 1);
  gboolean used = g_strv_contains ((const char *const *) roles, first);

  check_introduced (checker, rule);
  for (guint i = 0; i < checker->readings->len; i++)
    {
      MftReading *reading = checker->readings->pdata[i];
      MftBlockKind kind = mft_block_get_kind (reading->block);
      _mft_checker_go (checker, reading);
      /* Definitions quote the law, whose "para pihak" is anybody. */
      if (kind != MFT_BLOCK_PASAL && kind != MFT_BLOCK_CENTERED
          && !_mft_checker_is_in (checker, MFT_BLOCK_LEGAL_BASIS)
          && !_mft_terms_is_definition (checker->terms, reading))
        check_capitals (checker, rule, roles, used ? first : NULL);
    }
}
