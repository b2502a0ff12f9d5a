/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/party.h"

#include "support.h"

/* A made-up agreement with everything that can stand on a page. */

/* Words with atoms: {field} {field:form}, {=4} a number, {@id} a reference, {#1} a party. */
static inline MftText *
sample_text (const char *words)
{
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  while (*words != '\0')
    {
      gsize plain = strcspn (words, "{");
      g_autofree char *before = g_strndup (words, plain);
      mft_text_builder_words (&builder, before, MFT_STYLE_PLAIN);
      words += plain;
      if (*words == '\0')
        break;
      const char *end = strchr (words, '}');
      g_autofree char *atom = g_strndup (words + 1, (gsize) (end - words - 1));
      words = end + 1;
      if (*atom == '=')
        mft_text_builder_add (&builder, MFT_RUN_NUMBER, atom + 1, MFT_FORM_NUMBER, MFT_STYLE_PLAIN);
      else if (*atom == '@')
        mft_text_builder_add (&builder, MFT_RUN_REFERENCE, atom + 1, MFT_REFERENCE_PATH,
                              MFT_STYLE_PLAIN);
      else if (*atom == '#')
        mft_text_builder_add (&builder, MFT_RUN_PARTY, atom + 1, 0, MFT_STYLE_PLAIN);
      else
        {
          char *form = strchr (atom, ':');
          if (form != NULL)
            *form++ = '\0';
          mft_text_builder_add (&builder, MFT_RUN_FIELD, atom,
                                form == NULL                   ? MFT_FORM_TEXT
                                : g_str_equal (form, "NAMA")   ? MFT_FORM_UPPER
                                : g_str_equal (form, "durasi") ? MFT_FORM_DURATION
                                                               : MFT_FORM_DAY_DATE,
                                MFT_STYLE_PLAIN);
        }
    }
  return mft_text_builder_end (&builder);
}

static inline MftBlock *
sample_add_id (MftBlock *parent, MftBlockKind kind, const char *id, const char *words)
{
  g_autoptr (MftText) text = sample_text (words);

  return mft_block_append (parent, mft_block_new_with_id (kind, id, text));
}

static inline MftBlock *
sample_add (MftBlock *parent, MftBlockKind kind, const char *words)
{
  return sample_add_id (parent, kind, NULL, words);
}

static inline void
sample_frame (MftBlock *root)
{
  static const char *const title[]
      = { "PERJANJIAN KERJA SAMA", "ANTARA",  "{p1.nama:NAMA}", "DENGAN",
          "{p2.nama:NAMA}",        "TENTANG", "{tentang:NAMA}", "NOMOR: {p1.nomor}",
          "NOMOR: {p2.nomor}" };
  MftBlock *part = sample_add (root, MFT_BLOCK_TITLE, "");
  for (guint i = 0; i < G_N_ELEMENTS (title); i++)
    sample_add (part, MFT_BLOCK_CENTERED, title[i]);
  part = sample_add (root, MFT_BLOCK_OPENING, "");
  sample_add (part, MFT_BLOCK_PARAGRAPH,
              "Pada hari ini {tanggal_ttd:hari_tanggal}, kami yang bertanda tangan di bawah ini:");
  part = sample_add (root, MFT_BLOCK_KOMPARISI, "");
  sample_add (part, MFT_BLOCK_PERSON,
              "{p1.pejabat}, {p1.jabatan}, berkedudukan di {p1.alamat}, dalam hal ini bertindak "
              "dalam jabatannya untuk dan atas nama {p1.atas_nama}, selanjutnya disebut {#1}.");
  sample_add (part, MFT_BLOCK_PERSON,
              "{p2.pejabat} : {p2.jabatan}, berkedudukan di {p2.alamat}, dalam hal ini bertindak "
              "untuk dan atas nama {p2.atas_nama}, selanjutnya disebut {#2}.");
  sample_add (
      part, MFT_BLOCK_PARAGRAPH,
      "{#1} dan {#2} secara bersama-sama disebut {#para} dan masing-masing disebut {#tiap}.");
  part = sample_add (root, MFT_BLOCK_RECITALS, "");
  MftBlock *list = sample_add (part, MFT_BLOCK_PARAGRAPH, "{#para} terlebih dahulu menerangkan:");
  sample_add (list, MFT_BLOCK_ITEM,
              "bahwa penyelenggaraan pelayanan perizinan pelayaran memerlukan pertukaran data yang "
              "andal, mutakhir, dan dapat dipertanggungjawabkan;");
  sample_add (list, MFT_BLOCK_ITEM,
              "bahwa {#2} menyelenggarakan pelayanan kepelabuhanan di daerahnya.");
  part = sample_add (root, MFT_BLOCK_LEGAL_BASIS, "");
  list = sample_add (part, MFT_BLOCK_PARAGRAPH,
                     "Dengan memperhatikan ketentuan peraturan perundang-undangan:");
  mft_block_set_marks (list, MFT_MARKS_ANGKA);
  sample_add (list, MFT_BLOCK_ITEM,
              "Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik "
              "(Lembaran Negara Republik Indonesia Tahun 2008 Nomor 58, Tambahan Lembaran Negara "
              "Republik Indonesia Nomor 4843);");
  sample_add (list, MFT_BLOCK_ITEM,
              "Peraturan Pemerintah Nomor 71 Tahun 2019 tentang Penyelenggaraan Sistem dan "
              "Transaksi Elektronik.");
  part = sample_add (root, MFT_BLOCK_SENTENCE, "");
  sample_add (part, MFT_BLOCK_PARAGRAPH,
              "Berdasarkan hal-hal tersebut di atas, {#para} sepakat mengadakan Perjanjian Kerja "
              "Sama tentang {tentang}, dengan ketentuan sebagai berikut:");
}

static inline void
sample_contact (MftBlock *ayat, const char *party)
{
  MftBlock *contact = sample_add (ayat, MFT_BLOCK_CONTACT, party);

  sample_add (contact, MFT_BLOCK_LINE, "Biro Hukum dan Kerja Sama");
  sample_add (contact, MFT_BLOCK_LINE,
              "Alamat : Jalan Mercusuar Nomor 7, Gedung Nakhoda Lantai 4, Kota Samudra 12550");
  sample_add (contact, MFT_BLOCK_LINE, "Telepon : (021) 555 0100");
  sample_add (contact, MFT_BLOCK_LINE, "Pos-el : hukum@tatasamudra.example");
}

static inline void
sample_body (MftBlock *root, guint repeat)
{
  MftBlock *body = sample_add (root, MFT_BLOCK_BODY, "");
  MftBlock *pasal = sample_add (body, MFT_BLOCK_PASAL, "DEFINISI");
  MftBlock *list = sample_add (pasal, MFT_BLOCK_PARAGRAPH,
                               "Dalam Perjanjian Kerja Sama ini yang dimaksud dengan:");
  mft_block_set_marks (list, MFT_MARKS_ANGKA);
  for (guint i = 0; i < 11; i++)
    sample_add (list, MFT_BLOCK_ITEM,
                "“Data Perizinan” adalah keterangan tentang izin pelayaran yang diterbitkan oleh "
                "pejabat yang berwenang menurut ketentuan peraturan perundang-undangan.");
  for (guint i = 0; i < repeat; i++)
    {
      pasal = sample_add (body, MFT_BLOCK_PASAL, "JANGKA WAKTU DAN PENGAKHIRAN");
      g_autofree char *first = g_strdup_printf ("ayatsatu%02u", i);
      MftBlock *ayat = sample_add_id (
          pasal, MFT_BLOCK_AYAT, first,
          "Perjanjian Kerja Sama ini berlaku selama {jangka_waktu:durasi} terhitung sejak tanggal "
          "ditandatangani dan dapat diperpanjang atas persetujuan {#para}.");
      sample_add (
          pasal, MFT_BLOCK_AYAT,
          "{#tiap} yang bermaksud mengakhiri Perjanjian Kerja Sama sebelum jangka waktu "
          "memberitahukannya secara tertulis paling lambat {=30} hari kalender sebelumnya.");
      g_autofree char *third
          = g_strdup_printf ("Pengakhiran sebagaimana dimaksud dalam {@ayatsatu%02u} tidak "
                             "membebaskan {#para} dari:",
                             i);
      ayat = sample_add (pasal, MFT_BLOCK_AYAT, third);
      sample_add (ayat, MFT_BLOCK_ITEM,
                  "penyelesaian permintaan data perizinan yang telah diterima; dan");
      MftBlock *item = sample_add (ayat, MFT_BLOCK_ITEM, "kewajiban menjaga kerahasiaan:");
      sample_add (item, MFT_BLOCK_ITEM, "data pribadi; dan");
      MftBlock *deep = sample_add (item, MFT_BLOCK_ITEM, "dokumen:");
      sample_add (deep, MFT_BLOCK_ITEM, "elektronik; dan");
      sample_add (deep, MFT_BLOCK_ITEM, "cetak.");
      sample_add (ayat, MFT_BLOCK_PARAGRAPH,
                  "Kewajiban tersebut tetap berlaku setelah Perjanjian Kerja Sama berakhir.");
      sample_add (
          pasal, MFT_BLOCK_AYAT,
          "{#para} sepakat mengesampingkan ketentuan Pasal 1266 Kitab Undang-Undang Hukum Perdata "
          "sepanjang mengenai perlunya putusan pengadilan untuk mengakhiri Perjanjian Kerja Sama "
          "ini, dengan tetap menyelesaikan seluruh kewajiban yang telah timbul sebelum tanggal "
          "pengakhiran, mengembalikan data, dokumen, dan peralatan yang dipinjamkan, serta "
          "menyampaikan laporan akhir pelaksanaan kepada {#tiap} lainnya paling lambat {=14} hari "
          "kerja sejak tanggal pengakhiran tersebut.");
    }
  pasal = sample_add (body, MFT_BLOCK_PASAL, "PEMBIAYAAN");
  sample_add (
      pasal, MFT_BLOCK_AYAT,
      "Segala biaya yang timbul dalam pelaksanaan Perjanjian Kerja Sama ini dibebankan pada "
      "anggaran masing-masing {#tiap}.");
  pasal = sample_add (body, MFT_BLOCK_PASAL, "KORESPONDENSI");
  MftBlock *ayat = sample_add (pasal, MFT_BLOCK_AYAT, "Surat-menyurat dialamatkan kepada:");
  sample_contact (ayat, "{#1}");
  sample_contact (ayat, "{#2}");
  sample_add (pasal, MFT_BLOCK_AYAT,
              "Perubahan alamat diberitahukan paling lambat {=3} hari kerja sebelum berlaku.");
}

static inline void
sample_table (MftBlock *attachment, guint rows)
{
  static const char *const heads[]
      = { "No.", "Kegiatan", "Keluaran", "Penanggung Jawab", "Jadwal" };
  static const char *const cells[]
      = { "1.", "Penyiapan antarmuka pertukaran data perizinan", "Spesifikasi teknis",
          "PIHAK KESATU dan PIHAK KEDUA", "Januari s.d. Maret" };
  MftBlock *table = sample_add (attachment, MFT_BLOCK_TABLE, "");
  MftBlock *row = sample_add (table, MFT_BLOCK_TABLE_HEAD, "");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    sample_add (row, MFT_BLOCK_CELL, heads[i]);
  for (guint j = 0; j < rows; j++)
    {
      row = sample_add (table, MFT_BLOCK_ROW, "");
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        sample_add (row, MFT_BLOCK_CELL, cells[i]);
    }
}

static inline void
sample_end (MftBlock *root, guint parties, gboolean with_signatures)
{
  static const char *const roles[] = { "{#1},", "{#2},", "{#3}," };
  static const char *const names[]
      = { "{p1.pejabat:NAMA}", "{p2.pejabat:NAMA}", "{p3.pejabat:NAMA}" };
  MftBlock *part = sample_add (root, MFT_BLOCK_CLOSING, "");
  sample_add (part, MFT_BLOCK_PARAGRAPH,
              "Demikian Perjanjian Kerja Sama ini dibuat dengan iktikad baik dan ditandatangani "
              "secara elektronik oleh {#para} untuk dilaksanakan sebagaimana mestinya.");
  part = with_signatures ? sample_add (root, MFT_BLOCK_SIGNATURES, "") : NULL;
  for (guint i = 0; part != NULL && i < parties; i++)
    {
      MftBlock *signature = sample_add (part, MFT_BLOCK_SIGNATURE, roles[i]);
      mft_block_set_party (signature, i + 1);
      sample_add (signature, MFT_BLOCK_LINE, names[i]);
    }
  MftBlock *attachment = sample_add (root, MFT_BLOCK_ATTACHMENT, "RENCANA KERJA");
  sample_add (attachment, MFT_BLOCK_PARAGRAPH, "Kegiatan disusun setiap tahun:");
  sample_table (attachment, 24);
}

static inline void
sample_set (MftAgreement *agreement, const char *id, MftFieldType type, const char *value)
{
  MftField *field = mft_field_new (id, type, TRUE, id, NULL);

  mft_field_set_value (field, value);
  mft_agreement_add_field (agreement, field);
}

static inline MftAgreement *
sample_agreement_with (guint parties, guint repeat, gboolean with_signatures)
{
  static const char *const values[][2] = {
    { "p1.nama", "Kementerian Tata Samudra" },
    { "p1.nomor", "27/PKS/KTS/XI/2026" },
    { "p1.pejabat", "Wulan Hapsari Tirtanegara" },
    { "p1.jabatan", "Sekretaris Jenderal Kementerian Tata Samudra" },
    { "p1.alamat", "Jalan Mercusuar Nomor 7, Kota Samudra" },
    { "p1.atas_nama", "Kementerian Tata Samudra" },
    { "p2.nama", "Pemerintah Kota Tanjung Bahari" },
    { "p2.nomor", "415.4/118/PKS/2026" },
    { "p2.pejabat", "Bagas Manikmaya" },
    { "p2.jabatan", "Sekretaris Daerah Kota Tanjung Bahari" },
    { "p2.alamat", "Jalan Layar Emas Nomor 1, Kota Tanjung Bahari" },
    { "p2.atas_nama", "Pemerintah Kota Tanjung Bahari" },
    { "p3.pejabat", "Laras Sekarjati" },
    { "tentang", "Pertukaran Data Perizinan Pelayaran dan Pelayanan Kepelabuhanan" },
  };
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);

  sample_frame (root);
  sample_body (root, repeat);
  sample_end (root, parties, with_signatures);
  MftAgreement *agreement = mft_agreement_new (root);
  mft_agreement_set_n_parties (agreement, parties);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    sample_set (agreement, values[i][0], MFT_FIELD_TEXT, values[i][1]);
  sample_set (agreement, "tanggal_ttd", MFT_FIELD_DATE, "2026-11-26");
  sample_set (agreement, "jangka_waktu", MFT_FIELD_DURATION, "4 tahun");
  return agreement;
}

static inline MftAgreement *
sample_agreement (guint parties, guint repeat)
{
  return sample_agreement_with (parties, repeat, TRUE);
}
