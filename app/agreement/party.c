/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/party.h"

#include "bahasa/capitals.h"
#include "bahasa/terbilang.h"

#include "agreement/shown.h"

/* What is asked of every party (reference: Permendagri 75/2022; UU ITE and PP 71/2019 Ps 46 make the
 * authority to sign a part of it). "%s" is the role. */
static const struct
{
  const char *suffix;
  MftFieldType type;
  gboolean required;
  const char *meaning;
} party_fields[] = {
  { "nama", MFT_FIELD_TEXT, TRUE, "Nama instansi %s" },
  { "logo", MFT_FIELD_TEXT, FALSE, "Logo %s" },
  { "nomor", MFT_FIELD_TEXT, TRUE, "Nomor naskah %s" },
  { "pejabat", MFT_FIELD_TEXT, TRUE, "Pejabat penanda tangan %s" },
  { "jabatan", MFT_FIELD_TEXT, TRUE, "Jabatan penanda tangan %s" },
  { "alamat", MFT_FIELD_TEXT, TRUE, "Alamat kedudukan %s" },
  { "atas_nama", MFT_FIELD_TEXT, TRUE, "Instansi yang diwakili %s" },
  { "dasar.penerbit", MFT_FIELD_TEXT, TRUE, "Penerbit dasar kewenangan %s" },
  { "dasar.nomor", MFT_FIELD_TEXT, TRUE, "Nomor dasar kewenangan %s" },
  { "dasar.tahun", MFT_FIELD_YEAR, TRUE, "Tahun dasar kewenangan %s" },
  { "dasar.tanggal", MFT_FIELD_DATE, TRUE, "Tanggal dasar kewenangan %s" },
  { "dasar.judul", MFT_FIELD_TEXT, TRUE, "Judul dasar kewenangan %s" },
  { "jangkar", MFT_FIELD_TEXT, FALSE, "Karakter jangkar tanda tangan %s" },
  { "keterangan", MFT_FIELD_TEXT, TRUE, "Keterangan kedudukan %s" },
  { "pelaksana", MFT_FIELD_TEXT, TRUE, "Unit pelaksana %s" },
  { "peran", MFT_FIELD_TEXT, TRUE, "Peran %s" },
  { "korespondensi.unit", MFT_FIELD_TEXT, TRUE, "Unit korespondensi %s" },
  { "korespondensi.alamat", MFT_FIELD_TEXT, TRUE, "Alamat korespondensi %s" },
  { "korespondensi.telepon", MFT_FIELD_TEXT, TRUE, "Telepon %s" },
  { "korespondensi.posel", MFT_FIELD_TEXT, TRUE, "Pos-el %s" },
};

char *
mft_party_field_id (guint party, const char *suffix)
{
  return g_strdup_printf ("p%u.%s", party, suffix);
}

/* "KESATU" or "PERTAMA", "KEDUA", … */
static char *
ordinal_word (guint party, gboolean pertama)
{
  if (party == 1 && pertama)
    return g_strdup ("PERTAMA");
  return mft_terbilang_ordinal (party, MFT_CAPITALS_UPPER);
}

void
mft_party_add_fields (MftAgreement *agreement, guint party)
{
  g_autofree char *value = g_strdup_printf ("%u", party);
  g_autofree char *role = mft_party_dup_role (agreement, value);

  g_return_if_fail (role != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (party_fields); i++)
    {
      g_autofree char *id = mft_party_field_id (party, party_fields[i].suffix);
      g_auto (GStrv) parts = g_strsplit (party_fields[i].meaning, "%s", 2);
      g_autofree char *meaning = g_strjoinv (role, parts);
      if (mft_agreement_get_field (agreement, id) == NULL)
        mft_agreement_add_field (
            agreement,
            mft_field_new (id, party_fields[i].type, party_fields[i].required, meaning, NULL));
    }
}

const char *
mft_party_get (MftAgreement *agreement, guint party, const char *suffix)
{
  g_autofree char *id = mft_party_field_id (party, suffix);

  return mft_agreement_get_value (agreement, id);
}

char *
mft_party_dup_shown (MftAgreement *agreement, guint party, const char *suffix)
{
  g_autofree char *id = mft_party_field_id (party, suffix);

  return mft_shown_field (agreement, id);
}

static char *
dup_role (MftAgreement *agreement, const char *value)
{
  gboolean pertama = g_str_equal (mft_agreement_get_setting (agreement, "sebutan"), "PERTAMA");
  guint64 party;

  if (g_str_equal (value, "para"))
    return g_strdup ("PARA PIHAK");
  if (g_str_equal (value, "tiap"))
    return g_strdup ("PIHAK");
  if (!g_ascii_string_to_unsigned (value, 10, 1, MFT_PARTIES_MOST, &party, NULL))
    return NULL;
  g_autofree char *word = ordinal_word ((guint) party, pertama);
  return g_strconcat ("PIHAK ", word, NULL);
}

char *
mft_party_dup_role (MftAgreement *agreement, const char *value)
{
  g_autofree char *role = dup_role (agreement, value);

  if (role == NULL
      || g_str_equal (mft_agreement_get_setting (agreement, "huruf_sebutan"), "kapital"))
    return g_steal_pointer (&role);
  g_autofree char *lower = mft_capitals (role, MFT_CAPITALS_LOWER);
  return mft_capitals (lower, MFT_CAPITALS_TITLE);
}

gsize
mft_party_parse_role (const char *words, char **value)
{
  guint number;
  gsize taken;

  if (g_str_has_prefix (words, "PARA PIHAK"))
    return *value = g_strdup ("para"), strlen ("PARA PIHAK");
  if (!g_str_has_prefix (words, "PIHAK"))
    return 0;
  if (g_str_has_prefix (words, "PIHAK ") && g_ascii_isupper (words[strlen ("PIHAK ")])
      && (taken = mft_terbilang_ordinal_scan (words + strlen ("PIHAK "), &number)) > 0
      && number >= 1 && number <= MFT_PARTIES_MOST)
    return *value = g_strdup_printf ("%u", number), strlen ("PIHAK ") + taken;
  if (g_ascii_isalnum (words[strlen ("PIHAK")]))
    return 0;
  return *value = g_strdup ("tiap"), strlen ("PIHAK");
}

char *
mft_party_dup_signature_field (guint party)
{
  g_autofree char *word = ordinal_word (party, FALSE);
  g_autofree char *name = g_strdelimit (g_steal_pointer (&word), " ", '_');

  return g_strconcat ("PIHAK_", name, NULL);
}
