/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/akn-names.h"

/* The first fitting line counts. Drafting rules: articles › paragraphs › points, text in p. */
static const MftAknElement elements[] = {
  { MFT_BLOCK_TITLE, FALSE, "preface", NULL, NULL, MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_OPENING, FALSE, "container", "name", "pembukaan", MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_KOMPARISI, FALSE, "container", "name", "komparisi", MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_RECITALS, FALSE, "recitals", NULL, NULL, MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_LEGAL_BASIS, FALSE, "citations", NULL, NULL, MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_SENTENCE, FALSE, "formula", "name", "kesepakatan", MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_BODY, FALSE, "mainBody", NULL, NULL, MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_CLOSING, FALSE, "container", "name", "penutup", MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_SIGNATURES, FALSE, "container", "name", "tanda-tangan", MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_ATTACHMENT, FALSE, "attachment", NULL, NULL, MFT_AKN_WORDS_HEADING },
  { MFT_BLOCK_PASAL, TRUE, "article", NULL, NULL, MFT_AKN_WORDS_HEADING },
  { MFT_BLOCK_AYAT, TRUE, "paragraph", NULL, NULL, MFT_AKN_WORDS_INTRO },
  { MFT_BLOCK_PARAGRAPH, TRUE, "alinea", NULL, NULL, MFT_AKN_WORDS_INTRO },
  { MFT_BLOCK_PARAGRAPH, FALSE, "recital", NULL, NULL, MFT_AKN_WORDS_P },
  { MFT_BLOCK_PARAGRAPH, FALSE, "citation", NULL, NULL, MFT_AKN_WORDS_P },
  { MFT_BLOCK_PARAGRAPH, FALSE, "p", NULL, NULL, MFT_AKN_WORDS_DIRECT },
  { MFT_BLOCK_PARAGRAPH, FALSE, "blockContainer", "class", "paragraf", MFT_AKN_WORDS_P },
  { MFT_BLOCK_ITEM, TRUE, "point", NULL, NULL, MFT_AKN_WORDS_INTRO },
  { MFT_BLOCK_ITEM, FALSE, "item", NULL, NULL, MFT_AKN_WORDS_P },
  { MFT_BLOCK_CONTACT, TRUE, "point", "class", "kontak", MFT_AKN_WORDS_INTRO },
  { MFT_BLOCK_CONTACT, FALSE, "item", "class", "kontak", MFT_AKN_WORDS_P },
  { MFT_BLOCK_LINE, TRUE, "p", "class", "baris", MFT_AKN_WORDS_DIRECT },
  { MFT_BLOCK_LINE, FALSE, "p", "class", "baris", MFT_AKN_WORDS_DIRECT },
  { MFT_BLOCK_CENTERED, TRUE, "p", "class", "tengah", MFT_AKN_WORDS_DIRECT },
  { MFT_BLOCK_CENTERED, FALSE, "p", "class", "tengah", MFT_AKN_WORDS_DIRECT },
  { MFT_BLOCK_PERSON, FALSE, "blockContainer", "class", "penanda-tangan", MFT_AKN_WORDS_P },
  { MFT_BLOCK_SIGNATURE, TRUE, "blockContainer", "class", "tanda-tangan", MFT_AKN_WORDS_P },
  { MFT_BLOCK_SIGNATURE, FALSE, "blockContainer", "class", "tanda-tangan", MFT_AKN_WORDS_P },
  { MFT_BLOCK_TABLE, TRUE, "table", NULL, NULL, MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_TABLE, FALSE, "table", NULL, NULL, MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_TABLE_HEAD, TRUE, "tr", "class", "kepala", MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_TABLE_HEAD, FALSE, "tr", "class", "kepala", MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_ROW, TRUE, "tr", NULL, NULL, MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_ROW, FALSE, "tr", NULL, NULL, MFT_AKN_WORDS_NONE },
  { MFT_BLOCK_CELL, TRUE, "td", NULL, NULL, MFT_AKN_WORDS_P },
  { MFT_BLOCK_CELL, FALSE, "td", NULL, NULL, MFT_AKN_WORDS_P },
  { MFT_BLOCK_FIGURE, TRUE, "p", "class", "gambar", MFT_AKN_WORDS_DIRECT },
};

gboolean
_mft_akn_is_hierarchic (MftBlock *parent)
{
  return mft_block_get_ancestor (parent, MFT_BLOCK_BODY) != NULL
         || mft_block_get_ancestor (parent, MFT_BLOCK_ATTACHMENT) != NULL;
}

/* Outside the body a paragraph has four forms. */
static const char *
paragraph_element (MftBlock *block)
{
  switch ((int) mft_block_get_kind (mft_block_get_parent (block)))
    {
    case MFT_BLOCK_RECITALS:
      return "recital";
    case MFT_BLOCK_LEGAL_BASIS:
      return "citation";
    default:
      return mft_block_n_children (block) > 0 ? "blockContainer" : "p";
    }
}

const MftAknElement *
_mft_akn_element_for (MftBlock *block)
{
  MftBlockKind kind = mft_block_get_kind (block);
  gboolean hierarchic = _mft_akn_is_hierarchic (mft_block_get_parent (block));
  const char *wanted
      = kind == MFT_BLOCK_PARAGRAPH && !hierarchic ? paragraph_element (block) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (elements[i].kind == kind && elements[i].hierarchic == hierarchic
        && (wanted == NULL || g_str_equal (elements[i].element, wanted)))
      return &elements[i];
  g_return_val_if_reached (NULL);
}

const MftAknElement *
_mft_akn_element_find (const char *element, const char *name, const char *class_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      const MftAknElement *known = &elements[i];
      const char *mark = g_strcmp0 (known->mark_attribute, "name") == 0 ? name : class_name;

      if (g_str_equal (known->element, element) && g_strcmp0 (known->mark, mark) == 0)
        return known;
    }
  return NULL;
}

static const char *const form_names[] = {
  [MFT_FORM_TEXT] = "teks",
  [MFT_FORM_UPPER] = "kapital",
  [MFT_FORM_NUMBER] = "bilangan",
  [MFT_FORM_DURATION] = "durasi",
  [MFT_FORM_PERCENT] = "persen",
  [MFT_FORM_MONEY] = "uang",
  [MFT_FORM_DATE] = "tanggal",
  [MFT_FORM_DAY_DATE] = "hari_tanggal",
  [MFT_FORM_DATE_DIGITS] = "tanggal_angka",
  [MFT_FORM_WORDS] = "terbilang",
};

static const char *const reference_names[] = {
  [MFT_REFERENCE_LEVEL] = "tingkat", [MFT_REFERENCE_PATH] = "jalur",
  [MFT_REFERENCE_IN] = "dalam",      [MFT_REFERENCE_EXTERNAL] = "luar",
  [MFT_REFERENCE_IGNORED] = "bukan",
};

static const char *const marks_names[] = {
  [MFT_MARKS_AUTO] = NULL,
  [MFT_MARKS_HURUF] = "huruf",
  [MFT_MARKS_ANGKA] = "angka",
  [MFT_MARKS_SUB_HURUF] = "sub-huruf",
  [MFT_MARKS_SUB_ANGKA] = "sub-angka",
};

static const char *const trait_names[] = {
  [MFT_TRAIT_ORIENTATION] = "arah", [MFT_TRAIT_SOURCE] = "berkas", [MFT_TRAIT_PAGES] = "halaman",
  [MFT_TRAIT_COLUMN] = "kolom",     [MFT_TRAIT_KEPT] = NULL,       [MFT_TRAIT_CHAPTER] = "bab",
};

static int
find_name (const char *const *names, gsize n_names, const char *name)
{
  for (gsize i = 0; name != NULL && i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int) i;
  return -1;
}

const char *
_mft_akn_form_name (int form)
{
  return form >= 0 && form < (int) G_N_ELEMENTS (form_names) ? form_names[form] : NULL;
}

gboolean
_mft_akn_form_from_name (const char *name, int *form)
{
  *form = find_name (form_names, G_N_ELEMENTS (form_names), name);
  return *form >= 0;
}

const char *
_mft_akn_reference_name (int form)
{
  return form >= 0 && form < (int) G_N_ELEMENTS (reference_names) ? reference_names[form] : NULL;
}

gboolean
_mft_akn_reference_from_name (const char *name, int *form)
{
  *form = find_name (reference_names, G_N_ELEMENTS (reference_names), name);
  return *form >= 0;
}

const char *
_mft_akn_marks_name (MftMarks marks)
{
  return marks_names[marks];
}

gboolean
_mft_akn_marks_from_name (const char *name, MftMarks *marks)
{
  int found = find_name (marks_names, G_N_ELEMENTS (marks_names), name);

  *marks = found >= 0 ? (MftMarks) found : MFT_MARKS_AUTO;
  return found >= 0;
}

const char *
_mft_akn_trait_name (MftTrait trait)
{
  return trait_names[trait];
}

gboolean
_mft_akn_is_trait (const char *name)
{
  return find_name (trait_names, G_N_ELEMENTS (trait_names), name) >= 0;
}
