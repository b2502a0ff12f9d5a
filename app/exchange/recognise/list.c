/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: a. → 1. → a) → 1), at most four levels, each known by the number it expects next. */
#include "exchange/recognise/importer-private.h"

#include "agreement/numbering.h"

void
_mft_import_set_unit (MftImporter *self, MftBlock *unit)
{
  self->unit = unit;
  self->n_levels = 0;
}

static MftMarks
marks_of (MftLabelKind kind)
{
  switch (kind)
    {
    case MFT_LABEL_ANGKA:
      return MFT_MARKS_ANGKA;
    case MFT_LABEL_SUB_HURUF:
      return MFT_MARKS_SUB_HURUF;
    case MFT_LABEL_SUB_ANGKA:
      return MFT_MARKS_SUB_ANGKA;
    case MFT_LABEL_HURUF:
    case MFT_LABEL_PASAL:
    case MFT_LABEL_AYAT:
    case MFT_LABEL_LAMPIRAN:
      break;
    }
  return MFT_MARKS_HURUF;
}

/* The level whose next number this is, or that has these marks at all; -1 for none. */
static int
find_level (const MftImporter *self, MftLabel label, gboolean expected)
{
  for (int i = (int) self->n_levels - 1; i >= 0; i--)
    if (self->levels[i].kind == label.kind
        && (!expected || (self->levels[i].next == label.ordinal && label.inserted == 0)))
      return i;
  return -1;
}

/* The block that a new list under `current` belongs to. */
static MftBlock *
new_holder (const MftImporter *self)
{
  return self->n_levels > 0 && mft_block_get_kind (self->current) == MFT_BLOCK_ITEM ? self->current
                                                                                    : self->unit;
}

static gboolean
push_level (MftImporter *self, MftLabelKind kind)
{
  MftBlock *holder = new_holder (self);

  if (self->n_levels == MFT_IMPORT_LEVELS_MOST
      || !mft_structure_allows (mft_block_get_kind (holder), MFT_BLOCK_ITEM))
    return FALSE;
  /* Marks are only said where the usual order would give others. */
  mft_block_set_marks (holder, MFT_MARKS_AUTO);
  if (mft_block_get_effective_marks (holder) != marks_of (kind))
    mft_block_set_marks (holder, marks_of (kind));
  self->levels[self->n_levels++] = (MftImportLevel){ .holder = holder, .kind = kind, .next = 1 };
  return TRUE;
}

static void
add_item (MftImporter *self, const MftImportLine *line, gsize size, MftLabel label)
{
  MftImportLevel *level = &self->levels[self->n_levels - 1];
  const char *rest = line->words + size;
  guint party = _mft_import_party_alone (rest + strspn (rest, " "));
  MftBlock *block = _mft_import_open (self, level->holder,
                                      party > 0 ? MFT_BLOCK_CONTACT : MFT_BLOCK_ITEM, line, size);

  mft_block_set_party (block, party);
  level->next = label.ordinal + 1;
}

static int
find_list (const MftImporter *self, guint list)
{
  for (int i = (int) self->n_levels - 1; i >= 0; i--)
    if (self->levels[i].list == list)
      return i;
  return -1;
}

/* A list of the source that is not open yet: the same goes on by other means, or one inside. -1: there is
 * no room for it. */
static int
open_list (MftImporter *self, MftLabel label, gboolean known)
{
  int level = known ? find_level (self, label, TRUE) : -1;
  gboolean inside = g_str_has_suffix (_mft_import_tail (self), ":");
  MftBlock *holder = new_holder (self);

  if (level < 0 && known && !inside)
    level = find_level (self, label, FALSE);
  if (level < 0
      && push_level (self, known ? label.kind
                                 : mft_marks_label_kind (mft_block_get_effective_marks (holder))))
    level = (int) self->n_levels - 1;
  return level >= 0 ? level : (int) self->n_levels - 1;
}

/* An item of a list that the source knows as one. Marks that we have no form for stay as they are; one
 * without number gets ours. */
static gboolean
take_listed (MftImporter *self, const MftImportLine *line)
{
  MftLabel label;
  gsize size = mft_label_scan (line->words, &label);
  gboolean known = line->label > 0 && size == line->label && label.kind >= MFT_LABEL_HURUF
                   && label.kind <= MFT_LABEL_SUB_ANGKA;
  int level = find_list (self, line->list);

  if (level < 0)
    level = open_list (self, label, known);
  if (level < 0)
    return FALSE;
  self->n_levels = (guint) level + 1;
  self->levels[level].list = line->list;
  if (!known)
    label.ordinal = self->levels[level].next;
  if (line->bullet)
    _mft_import_guess (self, line, "bullet", MFT_CONFIDENCE_MEDIUM);
  add_item (self, line, line->label, label);
  if (line->bullet)
    g_hash_table_remove (self->labels, self->current);
  return TRUE;
}

gboolean
_mft_import_take_item (MftImporter *self, const MftImportLine *line)
{
  MftLabel label;
  gsize size = mft_label_scan (line->words, &label);
  const char *before = _mft_import_tail (self);
  int level;

  if (self->unit != NULL && line->list != 0 && (line->label > 0 || line->bullet))
    return take_listed (self, line);
  if (size == 0 || self->unit == NULL || label.kind < MFT_LABEL_HURUF
      || label.kind > MFT_LABEL_SUB_ANGKA || _mft_import_wants_number (self))
    return FALSE;
  level = find_level (self, label, TRUE);
  if (level < 0 && label.ordinal == 1 && (g_str_has_suffix (before, ":") || self->n_levels == 0))
    {
      if (!g_str_has_suffix (before, ":"))
        _mft_import_guess (self, line, "list", MFT_CONFIDENCE_MEDIUM);
      if (!push_level (self, label.kind))
        return FALSE;
      level = (int) self->n_levels - 1;
    }
  else if (level < 0)
    {
      /* A number twice or left out: kept as it stands. A line that only looks like it, not. */
      level = find_level (self, label, FALSE);
      if (level < 0 || !mft_words_are_closed (before)
          || label.ordinal > self->levels[level].next + 2)
        return FALSE;
      _mft_import_guess (self, line, "unexpected-number", MFT_CONFIDENCE_LOW);
    }
  self->n_levels = (guint) level + 1;
  add_item (self, line, size, label);
  return TRUE;
}
