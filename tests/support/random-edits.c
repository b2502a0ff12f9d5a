/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"

#include "agreement/chapter.h"
#include "agreement/party.h"

static MftBlock *
add (MftBlock *parent, MftBlockKind kind, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  return mft_block_append (parent, mft_block_new (kind, text));
}

static void
add_atom (MftBlock *block, MftRunKind kind, const char *value, int form, const char *words_after)
{
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  mft_text_builder_text (&builder, mft_block_get_text (block));
  mft_text_builder_add (&builder, kind, value, form, MFT_STYLE_PLAIN);
  mft_text_builder_words (&builder, words_after, MFT_STYLE_PLAIN);
  g_autoptr (MftText) text = mft_text_builder_end (&builder);
  mft_block_set_text (block, text);
}

static void
add_front (MftBlock *root)
{
  MftBlock *title = mft_block_append (root, mft_block_new (MFT_BLOCK_TITLE, NULL));
  MftBlock *opening = mft_block_append (root, mft_block_new (MFT_BLOCK_OPENING, NULL));
  MftBlock *komparisi = mft_block_append (root, mft_block_new (MFT_BLOCK_KOMPARISI, NULL));

  add (title, MFT_BLOCK_CENTERED, "PERJANJIAN KERJA SAMA");
  add_atom (add (title, MFT_BLOCK_CENTERED, ""), MFT_RUN_FIELD, "p1.nama", MFT_FORM_UPPER, "");
  MftBlock *paragraph = add (opening, MFT_BLOCK_PARAGRAPH, "Pada hari ini ");
  add_atom (paragraph, MFT_RUN_FIELD, "tanggal_ttd", MFT_FORM_DAY_DATE, ":");
  for (guint party = 1; party <= 2; party++)
    {
      g_autofree char *field = mft_party_field_id (party, "pejabat");
      MftBlock *person = add (komparisi, MFT_BLOCK_PERSON, "");
      add_atom (person, MFT_RUN_FIELD, field, MFT_FORM_TEXT, ", selanjutnya disebut ");
      add_atom (person, MFT_RUN_PARTY, party == 1 ? "1" : "2", 0, ".");
      mft_block_set_party (person, party);
    }
}

static MftBlock *
add_body (MftBlock *root)
{
  MftBlock *body = mft_block_append (root, mft_block_new (MFT_BLOCK_BODY, NULL));
  MftBlock *first = add (body, MFT_BLOCK_PASAL, "RUANG LINGKUP");
  MftBlock *second = add (body, MFT_BLOCK_PASAL, "JANGKA WAKTU");
  MftBlock *third = add (body, MFT_BLOCK_PASAL, "KORESPONDENSI");

  MftBlock *scope = add (first, MFT_BLOCK_PARAGRAPH, "Ruang lingkup meliputi:");
  MftBlock *item = add (scope, MFT_BLOCK_ITEM, "penyediaan layanan:");
  MftBlock *angka = add (item, MFT_BLOCK_ITEM, "daring:");
  MftBlock *deep = add (angka, MFT_BLOCK_ITEM, "harian:");
  add (deep, MFT_BLOCK_ITEM, "pagi; dan");
  add (deep, MFT_BLOCK_ITEM, "sore;");
  add (item, MFT_BLOCK_ITEM, "luring; dan");
  add (scope, MFT_BLOCK_ITEM, "pelatihan.");

  MftBlock *term = add (second, MFT_BLOCK_AYAT, "Perjanjian ini berlaku selama ");
  add_atom (term, MFT_RUN_FIELD, "jangka_waktu", MFT_FORM_DURATION, " dan ");
  add_atom (term, MFT_RUN_NUMBER, "30", MFT_FORM_NUMBER, " hari.");
  MftBlock *extension = add (second, MFT_BLOCK_AYAT, "Jangka waktu sebagaimana dimaksud ");
  add_atom (extension, MFT_RUN_REFERENCE, mft_block_get_id (term), MFT_REFERENCE_IN,
            " dapat diperpanjang oleh ");
  add_atom (extension, MFT_RUN_PARTY, "para", 0, ".");

  MftBlock *letters = add (third, MFT_BLOCK_AYAT, "Surat disampaikan kepada:");
  MftBlock *contact = add (letters, MFT_BLOCK_CONTACT, "PIHAK KESATU");
  add (contact, MFT_BLOCK_LINE, "Biro Hukum");
  add (contact, MFT_BLOCK_LINE, "Telepon: (021) 555 0101");
  MftBlock *change = add (third, MFT_BLOCK_AYAT, "Perubahan sebagaimana dimaksud dalam ");
  add_atom (change, MFT_RUN_REFERENCE, mft_block_get_id (angka), MFT_REFERENCE_PATH, " sejak ");
  add_atom (change, MFT_RUN_DATE, "2026-11-26", MFT_FORM_DATE, ".");
  return body;
}

static void
add_attachment (MftBlock *root)
{
  MftBlock *attachment = add (root, MFT_BLOCK_ATTACHMENT, "DAFTAR PENGHUBUNG");
  MftBlock *table = mft_block_append (attachment, mft_block_new (MFT_BLOCK_TABLE, NULL));
  MftBlock *head = mft_block_append (table, mft_block_new (MFT_BLOCK_TABLE_HEAD, NULL));
  MftBlock *row = mft_block_append (table, mft_block_new (MFT_BLOCK_ROW, NULL));

  add (head, MFT_BLOCK_CELL, "Nama");
  add (head, MFT_BLOCK_CELL, "Jabatan");
  add (row, MFT_BLOCK_CELL, "Wulan");
  add (row, MFT_BLOCK_CELL, "Analis");
}

static void
give (MftAgreement *agreement, const char *id, const char *value)
{
  mft_field_set_value (mft_agreement_get_field (agreement, id), value);
}

MftAgreement *
mft_test_agreement (void)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);

  add_front (root);
  add_body (root);
  add (mft_block_append (root, mft_block_new (MFT_BLOCK_CLOSING, NULL)), MFT_BLOCK_PARAGRAPH,
       "Demikian Perjanjian ini dibuat.");
  MftBlock *signatures = mft_block_append (root, mft_block_new (MFT_BLOCK_SIGNATURES, NULL));
  for (guint party = 1; party <= 2; party++)
    mft_block_set_party (add (signatures, MFT_BLOCK_SIGNATURE, "PIHAK,"), party);
  add_attachment (root);

  MftAgreement *agreement = mft_agreement_new (root);
  mft_agreement_add_field (agreement, mft_field_new ("tanggal_ttd", MFT_FIELD_DATE, TRUE,
                                                     "Tanggal penandatanganan", NULL));
  mft_agreement_add_field (
      agreement, mft_field_new ("jangka_waktu", MFT_FIELD_DURATION, TRUE, "Jangka waktu", NULL));
  mft_party_add_fields (agreement, 1);
  mft_party_add_fields (agreement, 2);
  give (agreement, "tanggal_ttd", "2026-11-26");
  give (agreement, "jangka_waktu", "4 tahun");
  give (agreement, "p1.nama", "Kementerian Tata Samudra");
  give (agreement, "p1.pejabat", "Wulan Hapsari Tirtanegara");
  give (agreement, "p2.nama", "Pemerintah Kota Tanjung Bahari");
  return agreement;
}

static MftBlock *
random_block (MftAgreement *agreement, GRand *random)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  guint count = 0;
  MftBlock *chosen = root;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (g_rand_int_range (random, 0, (gint32) ++count) == 0)
      chosen = at;
  return chosen;
}

static guint
random_up_to (GRand *random, guint most)
{
  return (guint) g_rand_int_range (random, 0, (gint32) most + 1);
}

static gboolean
edit_text (MftAgreement *agreement, MftBlock *block, GRand *random)
{
  static const char *const words[] = { "a", " ", "kata", "é—", "", "PARA PIHAK ", "(4)" };
  guint length = mft_text_length (mft_block_get_text (block));
  guint start = random_up_to (random, length);
  g_autoptr (MftText) text
      = mft_text_new (words[random_up_to (random, G_N_ELEMENTS (words) - 1)],
                      random_up_to (random, 1) ? MFT_STYLE_BOLD : MFT_STYLE_PLAIN);

  if (random_up_to (random, 3) == 0)
    return mft_edit_style (agreement, block, start, start + 3, MFT_STYLE_ITALIC, MFT_STYLE_BOLD,
                           NULL);
  return mft_edit_text (agreement, block, start, start + random_up_to (random, 3), text, NULL);
}

static gboolean
edit_place (MftAgreement *agreement, MftBlock *block, GRand *random)
{
  MftBlock *other = random_block (agreement, random);

  switch (random_up_to (random, 3))
    {
    case 0:
      return mft_edit_remove (agreement, block, NULL);
    case 1:
      return mft_edit_insert (
          agreement, block, random_up_to (random, mft_block_n_children (block)),
          mft_block_new ((MftBlockKind) random_up_to (random, MFT_BLOCK_N_KINDS - 1), NULL), NULL);
    default:
      return mft_edit_move (agreement, block, other,
                            random_up_to (random, mft_block_n_children (other)), NULL);
    }
}

static gboolean
edit_chapter (MftAgreement *agreement, MftBlock *block, GRand *random)
{
  static const char *const headings[]
      = { "KETENTUAN UMUM", "PELAKSANAAN", "BIAYA DAN 2 (DUA) HAL LAIN", NULL };
  MftBlock *pasal = mft_block_get_ancestor (block, MFT_BLOCK_PASAL);

  return pasal != NULL
         && mft_chapter_set (agreement, pasal,
                             headings[random_up_to (random, G_N_ELEMENTS (headings) - 1)], NULL);
}

static gboolean
edit_value (MftAgreement *agreement, MftBlock *block, GRand *random)
{
  switch (random_up_to (random, 5))
    {
    case 0:
      return mft_edit_field (agreement, "jangka_waktu", random_up_to (random, 1) ? "2 tahun" : "",
                             NULL);
    case 1:
      return mft_edit_field (agreement, "p1.nama", "Dinas Baru", NULL);
    case 2:
      mft_edit_setting (agreement, "sebutan", random_up_to (random, 1) ? "PERTAMA" : NULL);
      return TRUE;
    case 3:
      return edit_chapter (agreement, block, random);
    case 4:
      mft_edit_marks (agreement, block, (MftMarks) random_up_to (random, MFT_MARKS_SUB_ANGKA));
      return TRUE;
    default:
      mft_edit_locked_label (agreement, block, random_up_to (random, 1) ? "7A" : NULL);
      return TRUE;
    }
}

gboolean
mft_test_random_edit (MftAgreement *agreement, GRand *random)
{
  MftBlock *block = random_block (agreement, random);
  guint length = mft_text_length (mft_block_get_text (block));

  switch (random_up_to (random, 7))
    {
    case 0:
    case 1:
      return edit_text (agreement, block, random);
    case 2:
      return edit_place (agreement, block, random);
    case 3:
      return mft_edit_split (agreement, block, random_up_to (random, length), NULL) != NULL;
    case 4:
      return mft_edit_merge (agreement, block, NULL, NULL) != NULL;
    case 5:
      return mft_edit_lower (agreement, block, NULL);
    case 6:
      return mft_edit_raise (agreement, block, NULL);
    default:
      return edit_value (agreement, block, random);
    }
}

static void
dump_block (MftBlock *block, guint depth, GString *dump)
{
  MftText *text = mft_block_get_text (block);

  g_string_append_printf (
      dump, "%*s%d %s [%s|%s] marks %d party %u:", (int) depth * 2, "", mft_block_get_kind (block),
      mft_block_get_id (block), mft_block_get_label (block),
      mft_block_get_locked_label (block) != NULL ? mft_block_get_locked_label (block) : "",
      mft_block_get_marks (block), mft_block_get_party (block));
  for (guint i = 0; i < MFT_N_TRAITS; i++)
    if (mft_block_get_trait (block, (MftTrait) i) != NULL)
      g_string_append_printf (dump, " <%u %s>", i, mft_block_get_trait (block, (MftTrait) i));
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      g_string_append_printf (dump, " {%d/%d/%d %s}", run->kind, run->style, run->form, run->value);
    }
  g_string_append_c (dump, '\n');
  for (guint i = 0; i < mft_block_n_children (block); i++)
    dump_block (mft_block_get_child (block, i), depth + 1, dump);
}

char *
mft_test_dump (MftAgreement *agreement)
{
  GString *dump = g_string_new (NULL);
  g_auto (GStrv) keys = mft_agreement_dup_setting_keys (agreement);

  dump_block (mft_agreement_get_root (agreement), 0, dump);
  for (guint i = 0; i < mft_agreement_n_fields (agreement); i++)
    {
      MftField *field = mft_agreement_get_field_at (agreement, i);
      const char *value = mft_field_get_value (field);
      g_string_append_printf (dump, "%s = %s\n", mft_field_get_id (field),
                              value != NULL ? value : "(none)");
    }
  for (guint i = 0; keys[i] != NULL; i++)
    g_string_append_printf (dump, "%s: %s\n", keys[i],
                            mft_agreement_get_setting (agreement, keys[i]));
  return g_string_free (dump, FALSE);
}
