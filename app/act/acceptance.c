/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/acceptance.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "act/journal.h"
#include "base/clock.h"
#include "config.h"
#include "report/sentences.h"
#include "report/sheet.h"
#include "store/certificate-store.h"
#include "typeset/notice.h"

#define RECORDS_MOST 100000
#define FAILURES_SHOWN 5

static void
add (MftSheet *sheet, const char *label, const char *text)
{
  mft_sheet_fact (sheet, label, text != NULL && text[0] != '\0' ? text : "–", 0);
}

static void
add_head (MftSheet *sheet, const MftAcceptance *about)
{
  mft_sheet_heading (sheet, 2, _ ("Application"));
  add (sheet, _ ("Name and version"), "Mufakat " MFT_VERSION);
  add (sheet, _ ("Owner unit"), about->owner_unit);
  add (sheet, _ ("Module"), about->module);
  add (sheet, _ ("Visualisation"), about->visualisation);
}

/* The last act that went well, or NULL; and how many there are of each. */
static const MftJournalRecord *
count (GPtrArray *records, guint *done, guint *failed)
{
  const MftJournalRecord *last = NULL;

  *done = *failed = 0;
  for (guint i = 0; i < records->len; i++)
    {
      const MftJournalRecord *record = g_ptr_array_index (records, i);
      if (mft_journal_record_failed (record))
        (*failed)++;
      else if ((*done)++ == 0)
        last = record;
    }
  return last;
}

static void
add_rules (MftSheet *sheet, const MftAcceptance *about)
{
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (NULL, NULL);
  g_autofree char *accounts = g_strdup_printf (
      _ ("Each person has a data folder and certificates of their own; here: %u."),
      identities != NULL ? identities->len : 0);
  g_autofree char *network
      = about->timestamp_url != NULL
            ? g_strdup_printf (_ ("TLS is verified; switched on for %s."), about->timestamp_url)
            : g_strdup (_ ("TLS is verified; the network is switched off here."));

  g_autofree char *notice
      = mft_notice_fill (mft_notice_find (MFT_NOTICE_DEFAULT)->words, NULL, NULL, NULL);

  mft_sheet_heading (sheet, 2, _ ("1. Notice on documents (PKS Pasal 4 ayat (1))"));
  add (sheet, _ ("On every page, before the first signature"), notice);
  mft_sheet_heading (sheet, 2, _ ("2. Protection of the passphrase"));
  add (sheet, _ ("a. SSL"), network);
  add (sheet, _ ("b. An account for each signer"), accounts);
  add (sheet, _ ("c. Asked on the signing page"),
       _ ("At each act anew, after the certificate was checked and the statement made; three wrong "
          "ones in a row make a pause."));
  add (sheet, _ ("d. Auto-complete off"),
       _ ("A password entry marked private: no history, no proposal, no copying out of it."));
  add (sheet, _ ("e. Never stored"),
       _ ("Held in locked memory that is wiped after use; in no file, setting, log or database."));
}

static void
add_failures (MftSheet *sheet, GPtrArray *records)
{
  guint shown = 0;

  for (guint i = 0; i < records->len && shown < FAILURES_SHOWN; i++)
    {
      const MftJournalRecord *record = g_ptr_array_index (records, i);
      if (!mft_journal_record_failed (record))
        continue;
      g_autofree char *time = mft_sentence_moment (record->time);
      g_autofree char *sentence = mft_failure_sentence_of_outcome (record->outcome);
      mft_sheet_fact (sheet, time, sentence, MFT_SHEET_SMALL);
      shown++;
    }
}

static void
add_acts (MftSheet *sheet, GPtrArray *records)
{
  guint n_done, n_failed, broken = mft_journal_check (NULL);
  const MftJournalRecord *last = count (records, &n_done, &n_failed);
  g_autofree char *time = last != NULL ? mft_sentence_moment (last->time) : NULL;
  g_autofree char *done
      = last != NULL
            ? g_strdup_printf (_ ("A result page says what was verified. %u so far, the last "
                                  "on %s, SHA-256 of the result %s."),
                               n_done, time, last->result != NULL ? last->result : "–")
            : g_strdup (_ ("A result page says what was verified. None so far."));
  g_autofree char *failed
      = g_strdup_printf (_ ("%u so far; each line holds the hash of the one before. Check: %s."),
                         n_failed, broken == 0 ? _ ("whole") : _ ("broken"));

  mft_sheet_heading (sheet, 2, _ ("3. The act"));
  add (sheet, _ ("a. Success is said"), done);
  add (sheet, _ ("b. Failure is said"),
       _ ("In a plain sentence: what happened, that the document is unchanged, what to do."));
  add (sheet, _ ("c. Failures are logged"), failed);
  add_failures (sheet, records);
  add (sheet, _ ("d. The status changes"),
       _ ("Ready to be signed, partly signed, in force; on the desk: waiting for me, for others, "
          "done."));
}

GBytes *
mft_acceptance_form (const MftAcceptance *about, GError **error)
{
  g_autoptr (GPtrArray) records = mft_journal_list (RECORDS_MOST, error);
  g_autoptr (MftSheet) sheet
      = records != NULL
            ? mft_sheet_new (_ ("Acceptance test of BSrE"), FALSE, "Mufakat " MFT_VERSION, error)
            : NULL;
  g_autoptr (GDateTime) now = mft_clock_now_utc ();

  if (sheet == NULL)
    return NULL;
  mft_sheet_heading (sheet, 1,
                     _ ("Validation form for the acceptance test of an electronic signature "
                        "module"));
  add_head (sheet, about);
  add_rules (sheet, about);
  add_acts (sheet, records);
  mft_sheet_heading (sheet, 2, _ ("4. The status of a signature can be verified"));
  add (sheet, _ ("In the program"),
       _ ("Every output is verified before it takes its name; any PDF can be checked, also without "
          "the network, and the report is kept as PDF."));
  add (sheet, _ ("By anybody"), about->check_address);
  mft_sheet_heading (sheet, 2, _ ("Electronic seal"));
  add (sheet, _ ("Offered"), _ ("No; a seal needs a test of its own."));
  return mft_sheet_finish (sheet, now, error);
}
