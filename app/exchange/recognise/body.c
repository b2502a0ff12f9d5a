/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From Pasal 1 to the end: articles, closing, signatures, attachments. */
#include "exchange/recognise/importer-private.h"

#include "agreement/chapter.h"
#include "agreement/party.h"
#include "agreement/trait.h"
#include "bahasa/scan.h"
#include "bahasa/text.h"

#define HEADING_WORDS_MOST 10

/* What may stand behind "Pasal 7" in the line of a heading: nothing, or a title. */
static gboolean
is_title (const MftImportLine *line, gsize size)
{
  const char *rest = line->words + size + strspn (line->words + size, " ");
  g_autoptr (MftText) text = mft_import_line_dup_rest (line, size);

  if (rest[0] == '\0' || mft_words_are_capitals (rest))
    return TRUE;
  return mft_text_n_runs (text) == 1 && (mft_text_get_run (text, 0)->style & MFT_STYLE_BOLD) != 0;
}

static void
restart_ayat (MftImporter *self)
{
  self->ayat_next = 1;
  self->ayat_kind = MFT_LABEL_AYAT;
  self->ayat_list = 0;
}

#define CHAPTER_LINES_MOST 4

/* Whether it is the line of a heading between "BAB II" and its first Pasal. */
static gboolean
is_chapter_heading (const MftImportLine *line)
{
  return line->place.table == 0 && mft_words_are_capitals (line->words)
         && mft_chapter_scan (line->words) == 0;
}

static gboolean
is_pasal (const MftImportLine *line)
{
  MftLabel label;

  return line->place.table == 0 && mft_label_scan (line->words, &label) > 0
         && label.kind == MFT_LABEL_PASAL;
}

guint
_mft_import_take_chapter (MftImporter *self, GPtrArray *lines, guint at)
{
  const MftImportLine *first = lines->pdata[at];
  gsize size = self->zone < MFT_BLOCK_CLOSING ? mft_chapter_scan (first->words) : 0;
  g_autoptr (GString) heading = g_string_new (size > 0 ? first->words + size : NULL);
  guint next = at + 1;

  if (size == 0)
    return at;
  for (; next < lines->len && next <= at + CHAPTER_LINES_MOST
         && is_chapter_heading (lines->pdata[next]);
       next++)
    g_string_append_printf (heading, " %s", ((const MftImportLine *) lines->pdata[next])->words);
  g_autofree char *clean = mft_text_normalize (heading->str);
  if (clean[0] == '\0' || next >= lines->len || !is_pasal (lines->pdata[next])
      || !mft_words_are_capitals (clean))
    return at;
  g_free (self->chapter);
  self->chapter = g_steal_pointer (&clean);
  return next;
}

/* The Pasal that was just opened begins the BAB that stood before it. */
static void
set_chapter (MftImporter *self)
{
  g_autofree char *heading = g_steal_pointer (&self->chapter);

  if (heading != NULL && mft_trait_is_value (MFT_BLOCK_PASAL, MFT_TRAIT_CHAPTER, heading))
    mft_block_set_trait (self->current, MFT_TRAIT_CHAPTER, heading);
}

gboolean
_mft_import_take_pasal (MftImporter *self, const MftImportLine *line)
{
  MftLabel label;
  gsize size = mft_label_scan (line->words, &label);
  const char *before = _mft_import_tail (self);
  gboolean certain = line->label > 0 || (self->paragraphs && line->paragraph);
  gboolean expected;

  if (size == 0 || label.kind != MFT_LABEL_PASAL || !is_title (line, size)
      || _mft_import_wants_number (self))
    return FALSE;
  expected = label.ordinal == self->pasal_next && label.inserted == 0;
  /* Alone in a line, but inside a sentence: "… sebagaimana dimaksud dalam / Pasal 4 / …". */
  if (!certain && self->zone == MFT_BLOCK_BODY && !mft_words_are_closed (before)
      && mft_block_get_kind (self->current) != MFT_BLOCK_PASAL
      && mft_block_get_kind (self->current) != MFT_BLOCK_LINE && line->gap <= self->usual_gap)
    return FALSE;
  if (!expected && line->label == 0
      && (self->zone != MFT_BLOCK_BODY || label.ordinal > self->pasal_next + 2))
    return FALSE;
  if (!expected)
    _mft_import_guess (self, line, "unexpected-number", MFT_CONFIDENCE_LOW);
  if (self->zone != MFT_BLOCK_BODY)
    _mft_import_end_front (self);
  self->zone = MFT_BLOCK_BODY;
  _mft_import_open (self, _mft_import_part (self, MFT_BLOCK_BODY), MFT_BLOCK_PASAL, line, size);
  set_chapter (self);
  _mft_import_set_unit (self, NULL);
  self->pasal_next = label.ordinal + 1;
  restart_ayat (self);
  return TRUE;
}

static guint
count_words (const char *words)
{
  guint count = 1;

  for (; *words != '\0'; words++)
    count += *words == ' ' ? 1 : 0;
  return count;
}

/* The line as the heading of the Pasal or attachment that was just opened, or more of it. */
static gboolean
take_heading (MftImporter *self, const MftImportLine *line)
{
  MftBlockKind kind = mft_block_get_kind (self->current);
  const char *before = _mft_import_tail (self);
  MftLabel label;
  gboolean capitals = mft_words_are_capitals (line->words);

  if ((kind != MFT_BLOCK_PASAL && kind != MFT_BLOCK_ATTACHMENT)
      || mft_label_scan (line->words, &label) > 0)
    return FALSE;
  if (before[0] != '\0' && (!capitals || !mft_words_are_capitals (before)))
    return FALSE;
  if (!capitals)
    {
      if (mft_words_are_closed (line->words) || count_words (line->words) > HEADING_WORDS_MOST)
        return FALSE;
      _mft_import_guess (self, line, "heading", MFT_CONFIDENCE_MEDIUM);
    }
  _mft_import_continue (self, line);
  return TRUE;
}

/* Whether the line is numbered as the ayat of this Pasal are. A Pasal that begins with "1." numbers its
 * ayat so. */
static gboolean
is_ayat (MftImporter *self, const MftImportLine *line, gsize size, gboolean known, MftLabel label)
{
  const char *rest = line->words + size;
  gboolean counts = known && label.kind >= MFT_LABEL_AYAT && label.kind <= MFT_LABEL_SUB_ANGKA;

  if (line->label > 0 && line->list != 0 && line->list == self->ayat_list)
    return TRUE;
  if (counts && (label.kind == MFT_LABEL_AYAT || label.kind == self->ayat_kind))
    return label.kind == MFT_LABEL_AYAT || self->unit != NULL;
  if (self->unit != NULL || _mft_import_party_alone (rest + strspn (rest, " ")) > 0)
    return FALSE;
  return line->label > 0 || (counts && label.ordinal == 1);
}

static gboolean
take_ayat (MftImporter *self, MftBlock *holder, const MftImportLine *line)
{
  MftLabel label;
  gsize scanned = mft_label_scan (line->words, &label);
  gsize size = line->label > 0 ? line->label : scanned;
  gboolean known = scanned > 0 && scanned == size;
  const char *before = _mft_import_tail (self);

  if (!known)
    label = (MftLabel){ .kind = self->ayat_kind, .ordinal = self->ayat_next };
  if (size == 0 || !is_ayat (self, line, size, known, label)
      || (line->label == 0 && _mft_import_wants_number (self)))
    return FALSE;
  if (line->label == 0 && (label.ordinal != self->ayat_next || label.inserted > 0))
    {
      if (self->ayat_next == 1 || !mft_words_are_closed (before)
          || label.ordinal > self->ayat_next + 2)
        return FALSE;
      _mft_import_guess (self, line, "unexpected-number", MFT_CONFIDENCE_LOW);
    }
  if (label.kind != MFT_LABEL_AYAT && self->unit == NULL)
    _mft_import_guess (self, line, "ayat", MFT_CONFIDENCE_MEDIUM);
  if (self->unit == NULL)
    self->ayat_kind = label.kind;
  self->ayat_list = line->label > 0 ? line->list : self->ayat_list;
  _mft_import_set_unit (self, _mft_import_open (self, holder, MFT_BLOCK_AYAT, line, size));
  self->ayat_next = label.ordinal + 1;
  return TRUE;
}

/* "KEMENTERIAN …", "BIRO …": the name of an office stands in a line of its own. */
static gboolean
names_office (const char *words)
{
  static const char *const offices[]
      = { "kementerian", "pemerintah", "badan",       "balai",       "dinas",
          "direktorat",  "deputi",     "sekretariat", "inspektorat", "biro",
          "pusat",       "bagian",     "bidang",      "seksi",       "universitas" };

  for (guint i = 0; mft_words_are_capitals (words) && i < G_N_ELEMENTS (offices); i++)
    if (mft_scan_keyword (words, offices[i]) > 0)
      return TRUE;
  return FALSE;
}

/* A line of a contact goes on with the one before if it cannot stand alone: "… Lantai / 13 Jakarta",
 * "KEMENTERIAN KELAUTAN DAN / PERIKANAN". */
static gboolean
continues_line (const MftImporter *self, const MftImportLine *line)
{
  static const char *const open[]
      = { " DAN", " dan", " ATAU", " atau", " DI", " di", " Lantai", ",", "-" };
  const char *before = _mft_import_tail (self);
  gboolean labelled = strchr (line->words, ':') != NULL;

  if (mft_block_get_kind (self->current) != MFT_BLOCK_LINE || labelled)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    if (g_str_has_suffix (before, open[i]))
      return TRUE;
  return g_ascii_isdigit (line->words[0]) || g_ascii_islower (line->words[0])
         || (line->wrapped && !names_office (line->words));
}

static gboolean
take_contact_line (MftImporter *self, const MftImportLine *line)
{
  MftBlock *contact = mft_block_get_ancestor (self->current, MFT_BLOCK_CONTACT);

  if (contact == NULL)
    return FALSE;
  if (continues_line (self, line))
    _mft_import_continue (self, line);
  else
    _mft_import_open (self, contact, MFT_BLOCK_LINE, line, 0);
  return TRUE;
}

/* A party's role alone in a line, without a number: its address follows. */
static gboolean
take_contact (MftImporter *self, MftBlock *holder, const MftImportLine *line)
{
  guint party = _mft_import_party_alone (line->words);
  const char *before = _mft_import_tail (self);
  gboolean parted = (self->paragraphs && line->paragraph) || line->place.table > 0
                    || g_str_has_suffix (before, ":");
  MftBlock *block;

  if (party == 0 || strchr (".;", line->words[strlen (line->words) - 1]) != NULL
      || (!parted && mft_block_get_ancestor (self->current, MFT_BLOCK_CONTACT) == NULL))
    return FALSE;
  block = _mft_import_open (self, self->unit != NULL ? self->unit : holder, MFT_BLOCK_CONTACT, line,
                            0);
  mft_block_set_party (block, party);
  return TRUE;
}

/* A further paragraph: of an ayat, or beside the paragraph before it. */
static void
open_paragraph (MftImporter *self, MftBlock *holder, const MftImportLine *line)
{
  MftBlock *ayat = mft_block_get_ancestor (self->unit, MFT_BLOCK_AYAT);

  _mft_import_set_unit (
      self, _mft_import_open (self, ayat != NULL ? ayat : holder, MFT_BLOCK_PARAGRAPH, line, 0));
}

static void
take_in_holder (MftImporter *self, MftBlock *holder, const MftImportLine *line)
{
  if (take_heading (self, line) || take_ayat (self, holder, line)
      || _mft_import_take_item (self, line) || take_contact (self, holder, line)
      || take_contact_line (self, line))
    return;
  if (self->current == holder || mft_block_get_kind (self->current) == MFT_BLOCK_TABLE
      || _mft_import_is_paragraph (self, line))
    open_paragraph (self, holder, line);
  else
    _mft_import_continue (self, line);
}

void
_mft_import_take_body (MftImporter *self, const MftImportLine *line)
{
  const char *before = _mft_import_tail (self);

  if (mft_scan_keyword (line->words, "demikian") > 0 && mft_words_are_closed (before))
    {
      self->zone = MFT_BLOCK_CLOSING;
      _mft_import_set_unit (self, NULL);
      _mft_import_open (self, _mft_import_part (self, MFT_BLOCK_CLOSING), MFT_BLOCK_PARAGRAPH, line,
                        0);
      return;
    }
  take_in_holder (self, _mft_import_holder (self), line);
}

/* One role, or the roles of several parties side by side. */
static gboolean
take_signatures (MftImporter *self, const MftImportLine *line)
{
  MftBlock *part = _mft_import_part (self, MFT_BLOCK_SIGNATURES);
  const char *at = line->words;
  guint found = 0;

  while (*at != '\0')
    {
      g_autofree char *value = NULL;
      gsize size = mft_party_parse_role (at, &value);
      guint64 party;

      if (size == 0 || !g_ascii_string_to_unsigned (value, 10, 1, MFT_PARTIES_MOST, &party, NULL))
        return FALSE;
      at += size + strspn (at + size, " ,.:;");
      found++;
    }
  at = line->words;
  for (guint i = 0; i < found; i++)
    {
      g_autofree char *value = NULL;
      gsize size = mft_party_parse_role (at, &value);
      gsize whole = size + strspn (at + size, " ,.:;");
      g_autofree char *words = g_strchomp (g_strndup (at, whole));
      g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);
      MftBlock *signature = mft_block_append (part, mft_block_new (MFT_BLOCK_SIGNATURE, NULL));

      mft_block_set_party (signature, (guint) g_ascii_strtoull (value, NULL, 10));
      mft_block_append (signature, mft_block_new (MFT_BLOCK_LINE, text));
      at += whole;
    }
  self->signatures_in_row = found;
  self->zone = MFT_BLOCK_SIGNATURES;
  return TRUE;
}

/* Names under the roles: one a column where the columns are as many, else all under the last. */
static void
take_signature_line (MftImporter *self, const MftImportLine *line)
{
  MftBlock *part = _mft_import_part (self, MFT_BLOCK_SIGNATURES);
  guint n_signatures = mft_block_n_children (part);
  guint n_columns = g_strv_length (line->columns);

  if (n_columns < 2 || n_columns != self->signatures_in_row)
    {
      _mft_import_open (self, mft_block_get_child (part, n_signatures - 1), MFT_BLOCK_LINE, line,
                        0);
      return;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (MftText) text = mft_text_new (line->columns[i], MFT_STYLE_PLAIN);
      MftBlock *signature = mft_block_get_child (part, n_signatures - n_columns + i);
      if (mft_text_length (text) > 0)
        mft_block_append (signature, mft_block_new (MFT_BLOCK_LINE, text));
    }
}

static gboolean
take_attachment (MftImporter *self, const MftImportLine *line)
{
  gsize keyword = mft_scan_keyword (line->words, "lampiran");
  MftLabel label;
  gsize size = mft_label_scan (line->words, &label);
  MftBlock *attachment;

  if (keyword == 0 || !is_title (line, size > 0 ? size : keyword))
    return FALSE;
  self->zone = MFT_BLOCK_ATTACHMENT;
  attachment = _mft_import_open (self, NULL, MFT_BLOCK_ATTACHMENT, line, size > 0 ? size : keyword);
  mft_block_set_trait (attachment, MFT_TRAIT_ORIENTATION, line->across ? "mendatar" : NULL);
  g_ptr_array_add (self->attachments, attachment);
  _mft_import_set_unit (self, NULL);
  restart_ayat (self);
  return TRUE;
}

void
_mft_import_take_back (MftImporter *self, const MftImportLine *line)
{
  if (take_attachment (self, line))
    return;
  if (self->zone == MFT_BLOCK_ATTACHMENT)
    take_in_holder (self, _mft_import_holder (self), line);
  else if (take_signatures (self, line))
    return;
  else if (self->zone == MFT_BLOCK_SIGNATURES)
    take_signature_line (self, line);
  else if (_mft_import_is_paragraph (self, line))
    _mft_import_open (self, _mft_import_part (self, MFT_BLOCK_CLOSING), MFT_BLOCK_PARAGRAPH, line,
                      0);
  else
    _mft_import_continue (self, line);
}
