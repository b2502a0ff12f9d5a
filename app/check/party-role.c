/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/party.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

#include "check/checker-private.h"

/* "PIHAK KETIGA" with capitals is a party; "pihak ketiga" is anybody else. In what is all capitals
 * (titles, headings) nobody can tell. */
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

void
_mft_check_party_role (MftChecker *checker, const MftRule *rule)
{
  guint parties = mft_agreement_n_parties (checker->agreement);
  MftBlockKind kind = mft_block_get_kind (checker->block);
  gboolean begins = TRUE;
  guint party;
  gsize step;

  if (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_CENTERED)
    return;
  for (gsize at = 0; checker->text[at] != '\0'; at += step)
    {
      gsize size = begins ? scan_role (checker->text + at, &party) : 0;
      if (size > 0 && party > parties)
        {
          g_autofree char *role = g_strndup (checker->text + at, size);
          g_autofree char *count = g_strdup_printf ("%u", parties);
          _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, at, at + size,
                               N_ ("“{1}” is named, but the agreement has {2} parties"), role,
                               count, NULL);
        }
      begins = mft_scan_boundary (checker->text + at);
      mft_scan_char (checker->text + at, &step);
      if (size > 0)
        step = size;
    }
}
