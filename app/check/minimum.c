/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"

#include "check/rules-private.h"

/* What an agreement has to have, and the words that tell in a heading or an introduction that it is
 * there. */
typedef struct
{
  const char *name;
  const char *source;
  MftSeverity severity;
  const char *const words[6];
} Content;

#define PERMENDAGRI "Permendagri 75/2022: muatan perjanjian kerja sama"
#define PP_71 "PP 71/2019 Pasal 47 ayat (3): muatan kontrak elektronik, sebagai petunjuk"

static const Content contents[] = {
  { "maksud dan tujuan", PERMENDAGRI, MFT_SEVERITY_WARNING, { "maksud", "tujuan" } },
  { "ruang lingkup", PERMENDAGRI, MFT_SEVERITY_WARNING, { "ruang lingkup", "lingkup" } },
  { "hak dan kewajiban",
    PERMENDAGRI,
    MFT_SEVERITY_WARNING,
    { "kewajiban", "berkewajiban", "tanggung jawab", "tugas" } },
  { "keadaan kahar",
    PERMENDAGRI,
    MFT_SEVERITY_WARNING,
    { "kahar", "memaksa", "force majeure", "darurat" } },
  { "penyelesaian perselisihan",
    PERMENDAGRI,
    MFT_SEVERITY_WARNING,
    { "perselisihan", "sengketa", "perbedaan penafsiran", "perbedaan pendapat" } },
  { "jangka waktu", PERMENDAGRI, MFT_SEVERITY_WARNING, { "jangka waktu", "masa berlaku" } },
  { "penghubung dan korespondensi",
    PERMENDAGRI,
    MFT_SEVERITY_SUGGESTION,
    { "korespondensi", "penghubung", "pemberitahuan", "surat-menyurat", "surat menyurat" } },
  { "perubahan dengan adendum",
    PERMENDAGRI,
    MFT_SEVERITY_SUGGESTION,
    { "perubahan", "adendum", "addendum", "amendemen", "amandemen" } },
  { "pembiayaan",
    PP_71,
    MFT_SEVERITY_SUGGESTION,
    { "biaya", "pembiayaan", "pendanaan", "anggaran", "pembayaran" } },
  { "pengakhiran",
    PP_71,
    MFT_SEVERITY_SUGGESTION,
    { "pengakhiran", "mengakhiri", "pembatalan", "berakhir" } },
};

static gboolean
has_content (GPtrArray *texts, const Content *content)
{
  for (guint i = 0; i < texts->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (content->words) && content->words[j] != NULL; j++)
      if (strstr (texts->pdata[i], content->words[j]) != NULL)
        return TRUE;
  return FALSE;
}

/* The headings and everything in the articles, lower case. */
static GPtrArray *
list_texts (MftChecker *checker)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < checker->readings->len; i++)
    {
      const MftReading *reading = checker->readings->pdata[i];
      if (*reading->text != '\0' && mft_block_get_ancestor (reading->block, MFT_BLOCK_BODY) != NULL)
        g_ptr_array_add (texts, mft_capitals (reading->text, MFT_CAPITALS_LOWER));
    }
  return texts;
}

/* An agreement of its own: an addendum has what it changes, a memorandum what it likes. */
static gboolean
is_agreement (MftChecker *checker)
{
  g_autofree char *name
      = mft_capitals (mft_agreement_get_setting (checker->agreement, "naskah"), MFT_CAPITALS_LOWER);
  MftBlock *body = mft_agreement_get_part (checker->agreement, MFT_BLOCK_BODY);

  return g_str_has_prefix (name, "perjanjian kerja sama") && body != NULL
         && mft_block_n_children (body) > 0;
}

void
_mft_check_minimum (MftChecker *checker, const MftRule *rule)
{
  if (!is_agreement (checker))
    return;
  g_autoptr (GPtrArray) texts = list_texts (checker);
  _mft_checker_go (checker, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    if (!has_content (texts, &contents[i]))
      {
        MftFinding *finding = _mft_checker_report (checker, rule, contents[i].severity, 0, 0,
                                                   N_ ("nothing in the articles about {1}"),
                                                   contents[i].name, NULL);
        finding->source = contents[i].source;
      }
}
