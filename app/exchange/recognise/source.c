/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/source.h"

#include "bahasa/scan.h"
#include "bahasa/text.h"
#include "exchange/error.h"
#include "exchange/recognise/importer.h"
#include "exchange/recognise/marks.h"
#include "typeset/profile.h"

#include <math.h>

#define OWN_ANCHOR "_mft_"
#define ID_LENGTH 10
#define PICTURES_MOST 2000
#define PAPER_TOLERANCE 6.0 /* points */

/* Words of one look. */
typedef struct
{
  gsize start; /* in `raw` */
  MftStyle style;
  char *link;
} Piece;

struct MftImportSource
{
  MftImportReport *report;
  GPtrArray *lines;
  GPtrArray *pictures;
  guint margin_pictures; /* the first of them */
  guint number;
  guint gap;

  GString *raw;   /* of the paragraph, as the source has it */
  GArray *pieces; /* Piece, in order */
  GPtrArray *anchors;
  GString *unseen;       /* words of it that an eye would not find */
  const char *unseen_as; /* and why */
  MftRemarkedSet *remarked;
  MftStyle marked;      /* the style that written marks left open */
  GHashTable *margins;  /* char *: what was told of headers and footers */
  GHashTable *settings; /* of the pages: name → value */
};

/* A line while it is put into one form. */
typedef struct
{
  MftTextBuilder text;
  GArray *links;
  guint length;      /* characters so far */
  gboolean at_space; /* nothing, or a space, stands before */
} Line;

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->link);
}

static void
clear_link (gpointer data)
{
  g_free (((MftImportLink *) data)->target);
}

MftImportSource *
mft_import_source_new (MftImportReport *report)
{
  MftImportSource *self = g_new0 (MftImportSource, 1);

  self->report = report;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_import_line_free);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_import_picture_free);
  self->raw = g_string_new (NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->anchors = g_ptr_array_new_with_free_func (g_free);
  self->unseen = g_string_new (NULL);
  self->remarked = mft_remarked_set_new ();
  self->margins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return self;
}

void
mft_import_source_free (MftImportSource *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->pictures);
  g_string_free (self->raw, TRUE);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->anchors);
  g_string_free (self->unseen, TRUE);
  mft_remarked_set_free (self->remarked);
  g_hash_table_unref (self->margins);
  g_hash_table_unref (self->settings);
  g_free (self);
}

void
mft_import_source_words (MftImportSource *self, const char *words, MftStyle style, const char *link)
{
  Piece *last
      = self->pieces->len > 0 ? &g_array_index (self->pieces, Piece, self->pieces->len - 1) : NULL;

  if (last == NULL || last->style != style || g_strcmp0 (last->link, link) != 0)
    {
      Piece piece = { self->raw->len, style, g_strdup (link) };
      g_array_append_val (self->pieces, piece);
    }
  g_string_append (self->raw, words);
  mft_remarked_set_take (self->remarked, words);
}

void
mft_import_source_anchor (MftImportSource *self, const char *name)
{
  g_ptr_array_add (self->anchors, g_strdup (name));
}

void
mft_import_source_begin_comment (MftImportSource *self, const char *id)
{
  mft_remarked_set_begin (self->remarked, id, mft_import_source_number (self),
                          (guint) g_utf8_strlen (self->raw->str, -1));
}

void
mft_import_source_end_comment (MftImportSource *self, const char *id)
{
  mft_remarked_set_end (self->remarked, id);
}

void
mft_import_source_place_comment (MftImportSource *self, const char *id, MftImportComment *comment)
{
  const MftRemarked *remarked = mft_remarked_set_find (self->remarked, id);

  if (remarked == NULL)
    return;
  comment->line = remarked->line;
  comment->at = remarked->at;
  comment->quote = mft_text_normalize (remarked->words->str);
}

/* Adds the words of one piece to a line, white space as one space, what is invisible left out. */
static void
add_piece (Line *line, const char *raw, gsize size, const Piece *piece)
{
  g_autofree char *part = g_strndup (raw, size);
  g_autoptr (GString) words = g_string_sized_new (size);
  guint start = line->length;
  gsize taken;

  for (const char *at = part; *at != '\0'; at += taken)
    {
      gunichar c = mft_scan_char (at, &taken);
      gboolean space = g_unichar_isspace (c);

      if (space ? line->at_space : mft_scan_is_invisible (c) || g_unichar_iscntrl (c))
        continue;
      g_string_append_unichar (words, space ? ' ' : c);
      line->at_space = space;
      line->length++;
    }
  mft_text_builder_words (&line->text, words->str, piece->style);
  if (piece->link != NULL && line->length > start)
    {
      MftImportLink link = { start, line->length, g_strdup (piece->link) };
      g_array_append_val (line->links, link);
    }
}

/* The text of the bytes from `start` to `end` of the paragraph, with no space at its end. */
static MftText *
make_text (MftImportSource *self, gsize start, gsize end, const char *label, GArray *links)
{
  Line line = { .links = links, .at_space = TRUE };
  g_autoptr (MftText) text = NULL;

  mft_text_builder_init (&line.text);
  if (label != NULL)
    {
      Piece front = { .style = MFT_STYLE_PLAIN };
      add_piece (&line, label, strlen (label), &front);
      add_piece (&line, " ", 1, &front);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      gsize piece_end = i + 1 < self->pieces->len ? g_array_index (self->pieces, Piece, i + 1).start
                                                  : self->raw->len;
      gsize from = MAX (piece->start, start);
      gsize to = MIN (piece_end, end);

      if (from < to)
        add_piece (&line, self->raw->str + from, to - from, piece);
    }
  text = mft_text_builder_end (&line.text);
  return mft_text_slice (text, 0,
                         mft_text_length (text) - (line.at_space && line.length > 0 ? 1 : 0));
}

/* The id in "_mft_ID", NULL if it is another name or no id. */
static const char *
own_id (const char *anchor)
{
  const char *id = anchor + strlen (OWN_ANCHOR);

  if (!g_str_has_prefix (anchor, OWN_ANCHOR) || strlen (id) != ID_LENGTH
      || strspn (id, "abcdefghijklmnopqrstuvwxyz234567") != ID_LENGTH || !g_ascii_islower (id[0]))
    return NULL;
  return id;
}

static void
take_anchors (MftImportSource *self, MftImportLine *line)
{
  if (self->anchors->len == 0)
    return;
  for (guint i = 0; i < self->anchors->len; i++)
    if (line->id == NULL)
      line->id = g_strdup (own_id (self->anchors->pdata[i]));
  line->anchors = g_steal_pointer (&self->anchors);
  self->anchors = g_ptr_array_new_with_free_func (g_free);
}

static guint
label_size (const char *label, const char *words)
{
  gsize size = label != NULL ? strlen (label) : 0;

  return g_str_has_prefix (words, label != NULL ? label : "") ? (guint) size : 0;
}

/* Without the bullets and stars that somebody typed or copied into it. */
static MftText *
without_marks (MftImportSource *self, MftText *text, GArray *links)
{
  g_autofree char *words = mft_text_dup_words (text);
  gsize bullet = mft_import_bullet_size (words);

  if (bullet == 0 && strchr (words, '*') == NULL)
    return mft_text_ref (text);
  g_array_set_size (links, 0);
  g_autoptr (MftText) rest = mft_text_slice (
      text, (guint) g_utf8_pointer_to_offset (words, words + bullet), mft_text_length (text));
  return mft_import_unmark (rest, &self->marked);
}

static void
add_line (MftImportSource *self, gsize start, gsize end, const MftImportHints *hints,
          gboolean first)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (MftImportLink));
  const char *label = first ? hints->label : NULL;
  g_autofree char *raw = g_strndup (self->raw->str + start, end - start);
  MftImportLine *line;

  g_array_set_clear_func (links, clear_link);
  g_autoptr (MftText) marked = make_text (self, start, end, label, links);
  g_autoptr (MftText) text = without_marks (self, marked, links);
  g_autofree char *words = mft_text_dup_words (text);
  /* In a table a colon may have a cell of its own. */
  if ((!mft_import_has_words (words) && (hints->place.table == 0 || words[0] == '\0'))
      || (label == NULL && mft_import_is_page_number (words)))
    {
      if (words[0] != '\0')
        mft_import_report_drop (self->report, self->number, words);
      else
        {
          self->gap++;
          self->marked = MFT_STYLE_PLAIN;
        }
      return;
    }
  line = mft_import_line_new (self->number, self->gap, text, mft_import_columns (raw));
  line->paragraph = first;
  line->label = label_size (label, line->words);
  line->list = first ? hints->list : 0;
  line->bullet = first && hints->bullet;
  line->across = hints->across;
  line->place = hints->place;
  if (links->len > 0)
    line->links = g_steal_pointer (&links);
  take_anchors (self, line);
  g_ptr_array_add (self->lines, line);
  self->gap = 0;
}

static void
tell_unseen (MftImportSource *self)
{
  if (self->unseen->len > 0)
    mft_import_report_guess (self->report, mft_import_source_number (self), self->unseen->str,
                             self->unseen_as, MFT_CONFIDENCE_LOW);
  g_string_truncate (self->unseen, 0);
}

void
mft_import_source_unseen (MftImportSource *self, const char *words, const char *as)
{
  if (g_strcmp0 (self->unseen_as, as) != 0)
    tell_unseen (self);
  g_string_append (self->unseen, words);
  self->unseen_as = as;
}

void
mft_import_source_picture (MftImportSource *self, const char *name, GBytes *bytes, gboolean margin)
{
  MftImportPicture *picture;

  if (self->pictures->len >= PICTURES_MOST)
    {
      mft_import_report_guess (self->report, mft_import_source_number (self), name,
                               "picture-left-out", MFT_CONFIDENCE_LOW);
      return;
    }
  picture = g_new0 (MftImportPicture, 1);
  picture->number = margin ? 0 : mft_import_source_number (self);
  picture->before = margin ? 0 : self->lines->len;
  picture->name = g_strdup (name);
  picture->bytes = g_bytes_ref (bytes);
  if (margin)
    g_ptr_array_insert (self->pictures, (int) self->margin_pictures++, picture);
  else
    g_ptr_array_add (self->pictures, picture);
}

/* Pictures of the paragraph stand over its words; without any they take its name. */
static void
end_pictures (MftImportSource *self, const MftImportHints *hints, gboolean has_words)
{
  for (guint i = self->pictures->len; i > 0; i--)
    {
      MftImportPicture *picture = self->pictures->pdata[i - 1];
      if (picture->number != self->number)
        break;
      picture->place = hints->place;
      picture->captioned = has_words;
      for (guint k = 0; !has_words && k < self->anchors->len && picture->id == NULL; k++)
        picture->id = g_strdup (own_id (self->anchors->pdata[k]));
      if (!has_words)
        g_ptr_array_set_size (self->anchors, 0);
    }
}

void
mft_import_source_end (MftImportSource *self, const MftImportHints *hints)
{
  const char *raw = self->raw->str;
  gsize start = 0;
  gboolean first = TRUE;
  guint lines = self->lines->len;

  tell_unseen (self);
  self->number++;
  mft_remarked_set_turn (self->remarked, self->number + 1);
  while (start <= self->raw->len)
    {
      const char *feed = strchr (raw + start, '\n');
      gsize end = feed != NULL ? (gsize) (feed - raw) : self->raw->len;
      guint before = self->lines->len;

      add_line (self, start, end, hints, first);
      first = first && self->lines->len == before && hints->label == NULL;
      start = end + 1;
    }
  end_pictures (self, hints, self->lines->len > lines);
  g_string_truncate (self->raw, 0);
  g_array_set_size (self->pieces, 0);
}

void
mft_import_source_margin (MftImportSource *self, const char *setting, MftImportMargin *margin)
{
  gboolean single;
  g_autofree char *words = mft_import_margin_end (margin, &single);

  if (*words == '\0' || !g_hash_table_add (self->margins, g_strdup (words)))
    return;
  if (!single || g_hash_table_contains (self->settings, setting))
    {
      mft_import_report_drop (self->report, 0, words);
      return;
    }
  mft_import_report_guess (self->report, 0, words, "page-words", MFT_CONFIDENCE_MEDIUM);
  g_hash_table_insert (self->settings, (gpointer) setting, g_steal_pointer (&words));
}

/* Offices of regions print on F4, also called folio (215 or 216 by 330 mm); everything else is A4. */
void
mft_import_source_paper (MftImportSource *self, double width, double height)
{
  const MftProfile *f4 = mft_profile_find ("f4");

  if (fabs (width - f4->width) < PAPER_TOLERANCE && fabs (height - f4->height) < PAPER_TOLERANCE)
    g_hash_table_insert (self->settings, (gpointer) MFT_SETTING_PROFILE, g_strdup (f4->id));
}

guint
mft_import_source_number (const MftImportSource *self)
{
  return self->number + 1;
}

MftAgreement *
mft_import_source_recognise (MftImportSource *self, GError **error)
{
  static const MftImportHints none = { 0 };
  MftAgreement *agreement;
  GHashTableIter iter;
  gpointer setting, value;

  /* The last paragraph may have lost its end to a tracked change. */
  if (self->raw->len > 0)
    mft_import_source_end (self, &none);
  if (self->lines->len == 0)
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY,
                           "no words in the document");
      return NULL;
    }
  agreement = mft_import_recognise (self->lines, self->pictures, self->report);
  g_hash_table_iter_init (&iter, self->settings);
  while (g_hash_table_iter_next (&iter, &setting, &value))
    mft_agreement_set_setting (agreement, setting, value);
  return agreement;
}
