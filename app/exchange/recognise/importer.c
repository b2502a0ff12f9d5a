/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/importer-private.h"

#include "agreement/asset.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "agreement/signature.h"
#include "exchange/text/text-writer.h"

/* Longer lines than this are not broken by hand. */
#define WRAPPED_LINE_MOST 130

#define LOCKED_ONE_BY_ONE_MOST 200

MftBlock *
_mft_import_part (MftImporter *self, MftBlockKind kind)
{
  if (self->parts[kind] == NULL)
    self->parts[kind] = mft_block_new (kind, NULL);
  return self->parts[kind];
}

static void
remember (MftImporter *self, MftBlock *block, const MftImportLine *line, gsize size)
{
  g_hash_table_insert (self->lines, block, GUINT_TO_POINTER (line->number));
  g_hash_table_insert (self->labels, block, g_strchomp (g_strndup (line->words, size)));
}

/* Adds to the words of `current`. They are collected, for a source may go on for megabytes. */
static void
collect (MftImporter *self, MftText *text)
{
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->style != self->run_style)
        {
          mft_text_builder_words (&self->text, self->run->str, self->run_style);
          g_string_truncate (self->run, 0);
          self->run_style = run->style;
        }
      g_string_append (self->run, run->value);
      g_string_append (self->words, run->value);
    }
}

void
_mft_import_flush (MftImporter *self)
{
  g_autoptr (MftText) text = NULL;

  if (self->current == NULL)
    return;
  mft_text_builder_words (&self->text, self->run->str, self->run_style);
  text = mft_text_builder_end (&self->text);
  mft_block_set_text (self->current, text);
  g_string_truncate (self->run, 0);
  g_string_truncate (self->words, 0);
  self->current = NULL;
}

/* The line's links and anchors belong to `current`: its text from the character `from` on is put behind
 * the first `base` characters. */
static void
take_links (MftImporter *self, const MftImportLine *line, guint from, guint base)
{
  for (guint i = 0; line->anchors != NULL && i < line->anchors->len; i++)
    if (!g_hash_table_contains (self->anchors, line->anchors->pdata[i]))
      g_hash_table_insert (self->anchors, line->anchors->pdata[i], self->current);
  for (guint i = 0; line->links != NULL && i < line->links->len; i++)
    {
      const MftImportLink *link = &g_array_index (line->links, MftImportLink, i);
      MftImportLinked linked = { self->current, base + link->start - MIN (from, link->start),
                                 base + link->end - MIN (from, link->end), link->target };
      g_array_append_val (self->links, linked);
    }
}

MftBlock *
_mft_import_open (MftImporter *self, MftBlock *parent, MftBlockKind kind, const MftImportLine *line,
                  gsize size)
{
  g_autoptr (MftText) text = mft_import_line_dup_rest (line, size);
  gboolean own = line->id != NULL && g_hash_table_add (self->ids, g_strdup (line->id));
  MftBlock *block = own ? mft_block_new_with_id (kind, line->id, NULL) : mft_block_new (kind, NULL);

  if (parent != NULL)
    mft_block_append (parent, block);
  remember (self, block, line, size);
  _mft_import_flush (self);
  self->current = block;
  mft_text_builder_init (&self->text);
  take_links (self, line, mft_text_length (line->text) - mft_text_length (text), 0);
  collect (self, text);
  return block;
}

/* "perundang-" and "undangan", "(08-" and "05-2023)" */
static gboolean
is_cut (const char *before, const char *words)
{
  gsize length = strlen (before);

  if (length < 2 || before[length - 1] != '-')
    return FALSE;
  return (g_ascii_isalpha (before[length - 2]) && g_ascii_isalpha (words[0]))
         || (g_ascii_isdigit (before[length - 2]) && g_ascii_isdigit (words[0]));
}

void
_mft_import_continue (MftImporter *self, const MftImportLine *line)
{
  const char *before = _mft_import_tail (self);
  gboolean glued = before[0] == '\0' || is_cut (before, line->words);

  if (!glued)
    {
      const MftRun *first
          = mft_text_n_runs (line->text) > 0 ? mft_text_get_run (line->text, 0) : NULL;
      MftStyle shared = first != NULL ? self->run_style & first->style : MFT_STYLE_PLAIN;
      g_autoptr (MftText) space = mft_text_new (" ", shared);
      collect (self, space);
    }
  if (line->links != NULL || line->anchors != NULL)
    take_links (self, line, 0, (guint) g_utf8_strlen (self->words->str, -1));
  collect (self, line->text);
}

const char *
_mft_import_tail (const MftImporter *self)
{
  const char *tail = self->words->str;

  if (self->words->len > MFT_IMPORT_TAIL)
    tail += self->words->len - MFT_IMPORT_TAIL;
  while (((guchar) *tail & 0xc0) == 0x80)
    tail++;
  return tail;
}

gboolean
_mft_import_wants_number (const MftImporter *self)
{
  MftBlockKind kind
      = self->current != NULL ? mft_block_get_kind (self->current) : MFT_BLOCK_PARAGRAPH;

  return kind != MFT_BLOCK_PASAL && kind != MFT_BLOCK_ATTACHMENT
         && mft_words_want_number (_mft_import_tail (self));
}

gboolean
_mft_import_is_paragraph (const MftImporter *self, const MftImportLine *line)
{
  const char *before = _mft_import_tail (self);
  /* In a text with an empty line after every line, none marks a new page. */
  gboolean parted = !self->wrapped || line->gap > self->usual_gap || line->gap < self->usual_gap;

  if (line->id != NULL)
    return TRUE;
  /* Behind a list no empty line tells; that its last line was not filled does. */
  if (self->wrapped && mft_block_get_kind (self->current) == MFT_BLOCK_ITEM
      && self->last_length * 4 < self->width * 3 && g_str_has_suffix (before, "."))
    parted = TRUE;
  if (self->paragraphs && line->paragraph)
    return mft_words_begin_sentence (line->words) && !mft_words_go_on (before);
  return parted && mft_words_are_closed (before) && mft_words_begin_sentence (line->words);
}

void
_mft_import_guess (MftImporter *self, const MftImportLine *line, const char *as,
                   MftConfidence confidence)
{
  mft_import_report_guess (self->report, line->number, line->words, as, confidence);
}

guint
_mft_import_party_alone (const char *words)
{
  g_autofree char *value = NULL;
  gsize size = mft_party_parse_role (words, &value);
  guint64 party;

  if (size == 0 || words[size + strspn (words + size, " ,.:;")] != '\0'
      || !g_ascii_string_to_unsigned (value, 10, 1, MFT_PARTIES_MOST, &party, NULL))
    return 0;
  return (guint) party;
}

/* A text that came from a PDF or an old printer has a paragraph for every line; they tell nothing. */
static gboolean
has_paragraphs (GPtrArray *lines)
{
  guint paragraphs = 0;
  guint broken = 0;

  for (guint i = 1; i < lines->len; i++)
    {
      const MftImportLine *before = lines->pdata[i - 1];
      const MftImportLine *line = lines->pdata[i];

      if (!line->paragraph || line->place.table > 0)
        continue;
      paragraphs++;
      broken += line->label == 0 && !line->bullet && g_ascii_islower (line->words[0])
                        && g_ascii_isalpha (line->words[1]) && !mft_words_are_closed (before->words)
                    ? 1
                    : 0;
    }
  return paragraphs > 0 && broken * 5 <= paragraphs;
}

/* How the source is set: whether long lines are broken, and how many empty lines stand between the
 * lines of one paragraph. */
static void
measure (MftImporter *self, GPtrArray *lines)
{
  guint longest = 0;
  guint gaps[4] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const MftImportLine *line = lines->pdata[i];
      longest = MAX (longest, mft_text_length (line->text));
      gaps[MIN (line->gap, G_N_ELEMENTS (gaps) - 1)]++;
    }
  self->width = longest;
  self->paragraphs = has_paragraphs (lines);
  self->wrapped = !self->paragraphs && longest <= WRAPPED_LINE_MOST;
  for (guint i = 1; i < G_N_ELEMENTS (gaps); i++)
    if (gaps[i] > gaps[self->usual_gap])
      self->usual_gap = i;
}

MftBlock *
_mft_import_holder (MftImporter *self)
{
  MftBlock *body = self->parts[MFT_BLOCK_BODY];

  if (self->zone == MFT_BLOCK_ATTACHMENT)
    return self->attachments->pdata[self->attachments->len - 1];
  return self->zone == MFT_BLOCK_BODY ? mft_block_get_child (body, mft_block_n_children (body) - 1)
                                      : NULL;
}

void
_mft_import_take_line (MftImporter *self, const MftImportLine *line)
{
  if (self->zone < MFT_BLOCK_CLOSING && _mft_import_take_pasal (self, line))
    return;
  switch ((int) self->zone)
    {
    case MFT_BLOCK_TITLE:
      _mft_import_take_title (self, line);
      break;
    case MFT_BLOCK_BODY:
      _mft_import_take_body (self, line);
      break;
    case MFT_BLOCK_CLOSING:
    case MFT_BLOCK_SIGNATURES:
    case MFT_BLOCK_ATTACHMENT:
      _mft_import_take_back (self, line);
      break;
    default:
      _mft_import_take_front (self, line);
    }
}

static MftBlock *
assemble (MftImporter *self)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);

  for (MftBlockKind kind = MFT_BLOCK_TITLE; kind <= MFT_BLOCK_SIGNATURES; kind++)
    if (kind != MFT_BLOCK_LEGAL_BASIS || self->parts[kind] != NULL)
      mft_block_append (root, _mft_import_part (self, kind));
  for (guint i = 0; i < self->attachments->len; i++)
    mft_block_append (root, self->attachments->pdata[i]);
  return root;
}

/* The block's label in the source, if numbering gives another. */
static const char *
find_other_label (MftImporter *self, MftBlock *block)
{
  const char *label = g_hash_table_lookup (self->labels, block);

  if (label == NULL || mft_block_get_locked_label (block) != NULL
      || g_str_equal (mft_block_get_label (block), label))
    return NULL;
  return label;
}

/* Labels of the source that numbering would change stay as they are. One that is locked changes those
 * after it, so numbers are computed again; a source with too many of them is taken as it is. */
static void
lock_labels (MftImporter *self, MftBlock *root)
{
  guint locked = 0;

  mft_numbering_update (root);
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      const char *label = find_other_label (self, at);

      if (label == NULL)
        continue;
      mft_block_set_locked_label (at, label);
      mft_import_report_guess (self->report,
                               GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, at)), label,
                               "label-kept", MFT_CONFIDENCE_MEDIUM);
      if (++locked <= LOCKED_ONE_BY_ONE_MOST)
        mft_numbering_update_children (mft_block_get_parent (at));
    }
  mft_numbering_update (root);
}

static guint
count_parties (const MftImporter *self)
{
  guint parties = MAX (self->title.names->len, self->persons);

  return CLAMP (parties, MFT_PARTIES_LEAST, MFT_PARTIES_MOST);
}

/* What the texts of the tree call the first party. */
static const char *
find_first_role (MftBlock *root)
{
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *words = mft_text_dup_words (mft_block_get_text (at));
      if (strstr (words, "PIHAK PERTAMA") != NULL)
        return "PERTAMA";
      if (strstr (words, "PIHAK KESATU") != NULL)
        break;
    }
  return "KESATU";
}

static void
copy_values (MftAgreement *to, MftAgreement *from)
{
  g_auto (GStrv) keys = mft_agreement_dup_setting_keys (from);

  mft_asset_copy_all (to, from);

  for (guint i = 0; keys[i] != NULL; i++)
    mft_agreement_set_setting (to, keys[i], mft_agreement_get_setting (from, keys[i]));
  for (guint i = 0; i < mft_agreement_n_fields (from); i++)
    mft_agreement_add_field (to, mft_field_copy (mft_agreement_get_field_at (from, i)));
}

/* Words that were added are not to hide others that were lost. */
static void
compare_words (MftImporter *self, GPtrArray *lines, MftAgreement *agreement)
{
  g_autofree char *after = mft_text_export (agreement);
  g_autoptr (GString) before = g_string_new (NULL);
  MftBlock *added = self->signatures_added ? self->parts[MFT_BLOCK_SIGNATURES] : NULL;

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (before, "%s\n", ((MftImportLine *) lines->pdata[i])->words);
  for (MftBlock *at = added; at != NULL; at = mft_block_next (at, added))
    {
      g_autofree char *words = mft_shown_text (agreement, at);
      g_string_append_printf (before, "%s\n", words);
    }
  mft_import_report_compare (self->report, before->str, after);
}

/* The id of the block that a line went into, or NULL. */
static char *
dup_block_of (GHashTable *by_line, guint line, guint last)
{
  MftBlock *block
      = line > 0 ? g_hash_table_lookup (by_line, GUINT_TO_POINTER (MIN (line, last))) : NULL;

  return block != NULL ? g_strdup (mft_block_get_id (block)) : NULL;
}

/* Where in the agreement each guess and each comment can be looked at. */
static void
find_blocks (MftImporter *self, MftBlock *root)
{
  g_autoptr (GHashTable) by_line = g_hash_table_new (NULL, NULL);
  guint last = 0;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      gpointer line = g_hash_table_lookup (self->lines, at);
      if (line != NULL && !g_hash_table_contains (by_line, line))
        g_hash_table_insert (by_line, line, at);
      last = MAX (last, GPOINTER_TO_UINT (line));
    }
  /* Lines that went on with the one before belong to its block. */
  for (guint line = 1; line <= last; line++)
    if (!g_hash_table_contains (by_line, GUINT_TO_POINTER (line)))
      g_hash_table_insert (by_line, GUINT_TO_POINTER (line),
                           g_hash_table_lookup (by_line, GUINT_TO_POINTER (line - 1)));
  for (guint i = 0; i < self->report->guesses->len; i++)
    {
      MftImportGuess *guess = &g_array_index (self->report->guesses, MftImportGuess, i);
      guess->block = dup_block_of (by_line, guess->line, last);
    }
  for (guint i = 0; i < self->report->comments->len; i++)
    {
      MftImportComment *comment = &g_array_index (self->report->comments, MftImportComment, i);
      comment->block = dup_block_of (by_line, comment->line, last);
    }
}

/* Every party signs, also where the source leaves out where; officials that it names stand there. */
static void
add_missing_signatures (MftImporter *self, MftAgreement *trial)
{
  MftBlock *part = _mft_import_part (self, MFT_BLOCK_SIGNATURES);

  if (mft_block_n_children (part) > 0)
    return;
  for (guint party = 1; party <= mft_agreement_n_parties (trial); party++)
    if (mft_party_get (trial, party, "pejabat") != NULL)
      mft_block_append (part, mft_signature_new (trial, party, NULL));
    else
      mft_block_set_party (mft_block_append (part, mft_block_new (MFT_BLOCK_SIGNATURE, NULL)),
                           party);
  self->signatures_added = TRUE;
  mft_import_report_guess (self->report, 0, "", "signatures-added", MFT_CONFIDENCE_HIGH);
}

static MftAgreement *
finish (MftImporter *self)
{
  guint parties = count_parties (self);
  MftBlock *root;
  MftAgreement *agreement;
  g_autoptr (MftAgreement) trial = NULL;

  root = assemble (self);
  lock_labels (self, root);
  trial = mft_agreement_new (mft_block_copy (root));
  mft_agreement_set_n_parties (trial, parties);
  mft_agreement_set_setting (trial, "sebutan", find_first_role (root));
  _mft_import_place_pictures (self, root, trial);
  _mft_import_find_fields (self, root, trial);
  _mft_import_find_runs (self, root, trial);
  add_missing_signatures (self, trial);
  find_blocks (self, root);
  agreement = mft_agreement_new (root);
  copy_values (agreement, trial);
  return agreement;
}

static void
take_lines (MftImporter *self, GPtrArray *lines)
{
  measure (self, lines);
  for (guint i = 0; i < lines->len;)
    if (_mft_import_take_pictures (self, i, lines->pdata[i]))
      i++;
    else if (((MftImportLine *) lines->pdata[i])->place.table > 0)
      i = _mft_import_take_table (self, lines, i);
    else
      {
        i = _mft_import_take_chapter (self, lines, i);
        const MftImportLine *line = lines->pdata[i++];
        _mft_import_take_line (self, line);
        self->last_length = mft_text_length (line->text);
      }
  _mft_import_take_pictures (self, G_MAXUINT, NULL);
}

MftAgreement *
mft_import_recognise (GPtrArray *lines, GPtrArray *pictures, MftImportReport *report)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GArray) front = g_array_new (FALSE, FALSE, sizeof (MftImportFront));
  g_autoptr (GHashTable) labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) line_numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) logos = g_ptr_array_new ();
  g_autoptr (GHashTable) figures = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (MftImportLinked));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) run = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  MftImporter self = {
    .report = report,
    .zone = MFT_BLOCK_TITLE,
    .attachments = attachments,
    .front = front,
    .labels = labels,
    .lines = line_numbers,
    .ids = ids,
    .anchors = anchors,
    .links = links,
    .pictures = pictures,
    .logos = logos,
    .figures = figures,
    .run = run,
    .words = words,
    .title = { .names = names, .numbers = numbers },
    .pasal_next = 1,
    .ayat_next = 1,
    .ayat_kind = MFT_LABEL_AYAT,
  };
  MftAgreement *agreement;

  take_lines (&self, lines);
  _mft_import_end_front (&self);
  g_free (self.chapter);
  agreement = finish (&self);
  report->counts = mft_count (agreement);
  compare_words (&self, lines, agreement);
  return agreement;
}
