/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the title to the sentence of agreement. */
#include "exchange/recognise/importer-private.h"

#include "agreement/party.h"
#include "bahasa/scan.h"

/* "Tempat/Tanggal Lahir :" is as long as what stands before a particular gets. Bytes. */
#define PARTICULAR_MOST 30

/* What a line of the title belongs to. */
enum
{
  GROUP_NONE,
  GROUP_NAME,
  GROUP_OBJECT,
};

static gboolean
is_keyword (const char *words, const char *keyword)
{
  gsize size = mft_scan_keyword (words, keyword);

  return size > 0 && words[size + strspn (words + size, " :,.")] == '\0';
}

/* "ANTARA", "DENGAN", "DAN", "TENTANG" alone in a line: what follows. -1: something else. */
static int
group_after (const MftImporter *self, const MftImportLine *line)
{
  if (is_keyword (line->words, "antara"))
    return GROUP_NAME;
  if (is_keyword (line->words, "tentang"))
    return GROUP_OBJECT;
  if (self->title.names->len > 0 && self->title.object == NULL
      && (is_keyword (line->words, "dengan") || is_keyword (line->words, "dan")))
    return GROUP_NAME;
  return -1;
}

static gboolean
is_number_line (const char *words)
{
  gsize size = mft_scan_keyword (words, "nomor");

  if (size == 0 && g_ascii_strncasecmp (words, "no", 2) == 0 && strchr (".: ", words[2]) != NULL)
    size = 2;
  return size > 0 && strchr (words + size, ':') != NULL;
}

static gboolean
opens (const char *words)
{
  return g_ascii_strncasecmp (words, "pada hari", strlen ("pada hari")) == 0
         || g_ascii_strncasecmp (words, "yang bertanda tangan", strlen ("yang bertanda tangan"))
                == 0
         || g_ascii_strncasecmp (words, "kami yang bertanda", strlen ("kami yang bertanda")) == 0;
}

static void
open_front (MftImporter *self, MftBlockKind part, MftBlockKind kind, const MftImportLine *line,
            gsize size)
{
  MftImportFront front = { part, _mft_import_open (self, NULL, kind, line, size) };

  g_array_append_val (self->front, front);
  self->zone = part;
  _mft_import_set_unit (self, kind == MFT_BLOCK_PARAGRAPH ? front.block : NULL);
}

static void
note_title (MftImporter *self, MftBlock *block, const MftImportLine *line)
{
  if (self->title_group == GROUP_NAME)
    {
      g_ptr_array_add (self->title.names, block);
      _mft_import_guess (self, line, "party-name", MFT_CONFIDENCE_HIGH);
    }
  else if (self->title_group == GROUP_OBJECT)
    {
      self->title.object = block;
      _mft_import_guess (self, line, "object", MFT_CONFIDENCE_HIGH);
    }
}

void
_mft_import_take_title (MftImporter *self, const MftImportLine *line)
{
  MftBlock *title = _mft_import_part (self, MFT_BLOCK_TITLE);
  int after = group_after (self, line);

  if (opens (line->words))
    {
      open_front (self, MFT_BLOCK_OPENING, MFT_BLOCK_PARAGRAPH, line, 0);
      return;
    }
  if (after < 0 && !is_number_line (line->words) && self->title_group_open)
    {
      _mft_import_continue (self, line);
      return;
    }
  _mft_import_open (self, title, MFT_BLOCK_CENTERED, line, 0);
  self->title_group_open = after < 0 && self->title_group != GROUP_NONE;
  if (after >= 0)
    self->title_group = after;
  else if (is_number_line (line->words))
    {
      self->title_group = GROUP_NONE;
      self->title_group_open = FALSE;
      g_ptr_array_add (self->title.numbers, self->current);
      _mft_import_guess (self, line, "number", MFT_CONFIDENCE_HIGH);
    }
  else
    note_title (self, self->current, line);
}

static gboolean
begins_with_one_of (const char *words, const char *const *beginnings)
{
  for (; *beginnings != NULL; beginnings++)
    if (g_ascii_strncasecmp (words, *beginnings, strlen (*beginnings)) == 0)
      return TRUE;
  return FALSE;
}

/* The part that a paragraph's first words speak for; -1 if they say nothing. */
static int
part_of (const char *words)
{
  static const char *const recitals[] = { "PARA PIHAK menerangkan",
                                          "PARA PIHAK terlebih dahulu",
                                          "PARA PIHAK dengan ini menerangkan",
                                          "Menimbang",
                                          "Bahwa ",
                                          "PARA PIHAK dalam kedudukan",
                                          NULL };
  static const char *const legal_basis[] = {
    "Dengan memperhatikan",  "Dengan mengingat",      "Mengingat", "Memperhatikan", "Dasar hukum",
    "Berdasarkan ketentuan", "Berdasarkan peraturan", NULL
  };
  static const char *const sentence[] = { "Sehubungan",
                                          "Berdasarkan hal",
                                          "Oleh karena itu",
                                          "Atas dasar",
                                          "Dengan ini PARA PIHAK",
                                          "Maka ",
                                          "Selanjutnya PARA PIHAK",
                                          "Berdasarkan pertimbangan",
                                          "PARA PIHAK sepakat",
                                          "PARA PIHAK bersepakat",
                                          "PARA PIHAK setuju",
                                          NULL };

  if (begins_with_one_of (words, recitals))
    return MFT_BLOCK_RECITALS;
  if (begins_with_one_of (words, legal_basis))
    return MFT_BLOCK_LEGAL_BASIS;
  if (begins_with_one_of (words, sentence))
    return MFT_BLOCK_SENTENCE;
  return -1;
}

/* "PIHAK KESATU dan PIHAK KEDUA selanjutnya secara bersama-sama …" */
static gboolean
names_all_parties (const char *words)
{
  g_autofree char *value = NULL;
  gsize size = mft_party_parse_role (words, &value);

  return size > 0 && g_ascii_isdigit (value[0])
         && (g_str_has_prefix (words + size, " dan ") || g_str_has_prefix (words + size, ", PIHAK")
             || g_str_has_prefix (words + size, " serta "));
}

/* Whether a person's particulars are complete: "… selanjutnya disebut PIHAK KEDUA". */
static gboolean
is_complete_person (const MftImporter *self, const char *before)
{
  const char *last = NULL;

  if (self->current == NULL || mft_block_get_kind (self->current) != MFT_BLOCK_PERSON)
    return FALSE;
  for (const char *at = before; (at = strstr (at, "PIHAK ")) != NULL; at++)
    last = at;
  return last != NULL && _mft_import_party_alone (last) > 0;
}

/* The next signatory, "1. Nama : Jabatan …". */
static gboolean
take_person (MftImporter *self, const MftImportLine *line, const char *before)
{
  MftLabel label;
  gsize size = mft_label_scan (line->words, &label);
  gboolean first = self->zone == MFT_BLOCK_OPENING;

  if (self->zone > MFT_BLOCK_KOMPARISI || _mft_import_wants_number (self))
    return FALSE;
  if (size > 0
      && (label.kind < MFT_LABEL_HURUF || label.kind > MFT_LABEL_SUB_ANGKA
          || label.ordinal != self->persons + 1))
    size = 0;
  /* Without a number: right behind the opening, or with "Nama :" behind a complete person. */
  if (size == 0 && !(first && g_str_has_suffix (before, ":"))
      && !(is_complete_person (self, before) && strstr (line->words, " : ") != NULL))
    return FALSE;
  open_front (self, MFT_BLOCK_KOMPARISI, MFT_BLOCK_PERSON, line, size);
  self->persons++;
  mft_block_set_party (self->current, MIN (self->persons, MFT_PARTIES_MOST));
  _mft_import_guess (self, line, "person", size > 0 ? MFT_CONFIDENCE_HIGH : MFT_CONFIDENCE_LOW);
  return TRUE;
}

/* "Jabatan : …", "selanjutnya disebut …": more of a person's particulars, each in a line of its own. */
static gboolean
goes_on_about_person (const MftImporter *self, const MftImportLine *line, const char *before)
{
  static const char *const beginnings[]
      = { "dalam hal ini", "bertindak", "selanjutnya", "untuk selanjutnya",
          "berkedudukan",  "yang ",     "sebagai",     NULL };
  const char *colon = strchr (line->words, ':');

  if (self->current == NULL || mft_block_get_kind (self->current) != MFT_BLOCK_PERSON
      || is_complete_person (self, before))
    return FALSE;
  return (colon != NULL && colon - line->words < PARTICULAR_MOST)
         || begins_with_one_of (line->words, beginnings);
}

void
_mft_import_take_front (MftImporter *self, const MftImportLine *line)
{
  const char *before = _mft_import_tail (self);
  gboolean closed = mft_words_are_closed (before) || g_str_has_suffix (before, ")")
                    || is_complete_person (self, before);
  int part = closed ? part_of (line->words) : -1;

  if (take_person (self, line, before) || _mft_import_take_item (self, line))
    return;
  if (goes_on_about_person (self, line, before))
    _mft_import_continue (self, line);
  else if (part >= (int) self->zone)
    open_front (self, (MftBlockKind) part, MFT_BLOCK_PARAGRAPH, line, 0);
  else if (closed && self->zone == MFT_BLOCK_KOMPARISI
           && (names_all_parties (line->words) || is_complete_person (self, before)))
    open_front (self, MFT_BLOCK_KOMPARISI, MFT_BLOCK_PARAGRAPH, line, 0);
  else if (_mft_import_is_paragraph (self, line))
    open_front (self, self->zone, MFT_BLOCK_PARAGRAPH, line, 0);
  else
    _mft_import_continue (self, line);
}

/* Whatever its first words: the last paragraph, if it ends in a colon and holds no list. */
static void
find_sentence (MftImporter *self)
{
  MftImportFront *last = self->front->len > 0
                             ? &g_array_index (self->front, MftImportFront, self->front->len - 1)
                             : NULL;

  if (last == NULL || last->part == MFT_BLOCK_SENTENCE || last->part < MFT_BLOCK_KOMPARISI
      || mft_block_get_kind (last->block) != MFT_BLOCK_PARAGRAPH
      || mft_block_n_children (last->block) > 0)
    return;
  g_autofree char *words = mft_text_dup_words (mft_block_get_text (last->block));
  if (!g_str_has_suffix (words, ":"))
    return;
  last->part = MFT_BLOCK_SENTENCE;
  mft_import_report_guess (self->report,
                           GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, last->block)), words,
                           "sentence", MFT_CONFIDENCE_MEDIUM);
}

void
_mft_import_end_front (MftImporter *self)
{
  _mft_import_flush (self);
  find_sentence (self);
  for (guint i = 0; i < self->front->len; i++)
    {
      const MftImportFront *front = &g_array_index (self->front, MftImportFront, i);
      mft_block_append (_mft_import_part (self, front->part), front->block);
    }
  g_array_set_size (self->front, 0);
}
