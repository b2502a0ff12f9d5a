/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "practice-key.h"
#include "report/sentences.h"

static MftCertificate *official, *practice;

/* Every code that app/verify gives has its sentence: read out of the sources. */
static void
test_every_code_has_words (void)
{
  g_autoptr (GRegex) codes
      = g_regex_new ("(?:(?:mft_verify_message|mft_verify_note|tell) \\([^\";]*|MFT_CMS_\\w+, "
                     "|\\[MFT_PATH_\\w+\\] = )\"([A-Z_]{4,})\"",
                     0, 0, NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "app", "verify", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint found = 0;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      for (g_regex_match (codes, text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *code = g_match_info_fetch (match, 1);
          const MftVerifyMessage message = { .code = code, .argument = NULL };
          g_autofree char *sentence = mft_sentence_message (&message);
          found++;
          if (strstr (sentence, code) != NULL || strstr (sentence, "{1}") != NULL)
            g_error ("there is no sentence for %s in %s", code, name);
        }
    }
  g_assert_cmpuint (found, >, 30);
}

static void
test_message (void)
{
  const MftVerifyMessage unknown = { .code = (char *) "SOMETHING_NEW", .argument = NULL };
  const MftVerifyMessage told
      = { .code = (char *) "SUBFILTER_UNKNOWN", .argument = (char *) "x.{1}" };
  g_autofree char *as_received = mft_sentence_message (&unknown);
  g_autofree char *sentence = mft_sentence_message (&told);

  g_assert_nonnull (strstr (as_received, "SOMETHING_NEW"));
  g_assert_nonnull (strstr (sentence, "(x.{1})"));
}

/* A signature with which nothing is wrong. */
static MftSignatureReport *
add_signature (MftVerifyReport *report, const char *field)
{
  MftSignatureReport *signature = mft_signature_report_new (field);

  signature->state = MFT_SIGNATURE_SIGNED;
  signature->certificate = mft_certificate_ref (official);
  signature->issuer = g_strdup ("BSRE CA DS G1");
  signature->integrity = MFT_INTEGRITY_INTACT;
  signature->coverage = MFT_COVERAGE_WHOLE_FILE;
  signature->changes_after = MFT_CHANGES_NONE;
  signature->trust = MFT_TRUST_TRUSTED;
  signature->revocation = MFT_REVOCATION_GOOD;
  g_ptr_array_add (report->signatures, signature);
  return signature;
}

static void
test_a_party_is_waited_for (void)
{
  g_autoptr (MftVerifyReport) report = mft_verify_report_new ();
  const char *all;

  add_signature (report, "PIHAK_KESATU");
  report->verdict = MFT_VERDICT_VALID;
  g_assert_null (mft_report_next_empty (report));
  all = mft_sentence_verdict (report);
  MftSignatureReport *second = add_signature (report, "PIHAK_KEDUA");
  g_autofree char *party = mft_sentence_field (second);
  second->state = MFT_SIGNATURE_EMPTY;
  g_assert_true (mft_report_next_empty (report) == second);
  g_assert_cmpstr (mft_sentence_verdict (report), !=, all);
  g_assert_cmpstr (party, ==, "PIHAK KEDUA");
}

/* The two facts of a signature do not colour each other. */
static void
test_facts_stay_apart (void)
{
  g_autoptr (MftVerifyReport) report = mft_verify_report_new ();
  MftSignatureReport *signature = add_signature (report, "PIHAK_KESATU");

  signature->integrity = MFT_INTEGRITY_BROKEN;
  g_assert_cmpstr (mft_sentence_integrity_word (signature), ==, "Changed");
  g_assert_cmpstr (mft_sentence_trust_word (signature), ==, "Trusted");
  signature->integrity = MFT_INTEGRITY_INTACT;
  signature->trust = MFT_TRUST_UNTRUSTED;
  g_assert_cmpstr (mft_sentence_integrity_word (signature), ==, "Intact");
  g_assert_cmpstr (mft_sentence_trust_word (signature), ==, "Not trusted");
}

/* "Nothing speaks against the document" is not said where something does. */
static void
test_doubt_is_said (void)
{
  g_autoptr (MftVerifyReport) report = mft_verify_report_new ();
  MftSignatureReport *signature = add_signature (report, "PIHAK_KESATU");

  report->verdict = MFT_VERDICT_INDETERMINATE;
  signature->trust = MFT_TRUST_UNKNOWN;
  g_assert_nonnull (strstr (mft_sentence_verdict (report), "Nothing speaks against"));
  signature->changes_after = MFT_CHANGES_UNKNOWN;
  g_assert_null (strstr (mft_sentence_verdict (report), "Nothing speaks against"));
  signature->changes_after = MFT_CHANGES_NONE;
  mft_verify_note (report->messages, "LAYERS", NULL);
  g_assert_nonnull (strstr (mft_sentence_verdict (report), "Nothing speaks against"));
  mft_verify_message (report->messages, "STRUCTURE_UNCLEAR", "BYTES_BETWEEN");
  g_assert_null (strstr (mft_sentence_verdict (report), "Nothing speaks against"));
}

static void
test_practice_is_never_certified (void)
{
  static const MftTrust trusts[] = { MFT_TRUST_UNKNOWN, MFT_TRUST_TRUSTED };
  static const MftVerdict verdicts[] = { MFT_VERDICT_INDETERMINATE, MFT_VERDICT_VALID };
  g_autoptr (MftVerifyReport) report = mft_verify_report_new ();
  MftSignatureReport *signature = add_signature (report, "PIHAK_KESATU");

  mft_certificate_unref (signature->certificate);
  signature->certificate = mft_certificate_ref (practice);
  for (guint i = 0; i < G_N_ELEMENTS (trusts); i++)
    {
      signature->trust = trusts[i];
      report->verdict = verdicts[i];
      g_assert_cmpstr (mft_sentence_trust_word (signature), ==, "Not certified");
      g_assert_nonnull (strstr (mft_sentence_verdict (report), "practice"));
    }
  signature->trust = MFT_TRUST_UNTRUSTED;
  g_assert_cmpstr (mft_sentence_trust_word (signature), ==, "Not trusted");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_autoptr (MftKey) key = mft_test_key_named (NULL);
  g_autofree char *path = mft_test_file ("report/authority.pem");
  g_autoptr (GPtrArray) others = mft_certificate_list_new_from_file (path, NULL);
  g_assert_nonnull (others);
  practice = mft_key_get_certificate (key);
  official = g_ptr_array_index (others, 0);
  g_test_add_func ("/report/sentences/every-code-has-words", test_every_code_has_words);
  g_test_add_func ("/report/sentences/message", test_message);
  g_test_add_func ("/report/sentences/a-party-is-waited-for", test_a_party_is_waited_for);
  g_test_add_func ("/report/sentences/facts-stay-apart", test_facts_stay_apart);
  g_test_add_func ("/report/sentences/doubt-is-said", test_doubt_is_said);
  g_test_add_func ("/report/sentences/practice-is-never-certified",
                   test_practice_is_never_certified);
  return g_test_run ();
}
