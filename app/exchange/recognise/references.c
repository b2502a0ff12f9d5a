/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References: "ayat (1)", "Pasal 4 ayat (1) huruf g", "Pasal 1266 Kitab Undang-Undang Hukum
 * Perdata". */
#include "exchange/recognise/importer-private.h"

#include "bahasa/scan.h"

static gboolean
has_label (MftBlock *block, MftLabel wanted)
{
  const char *text = mft_block_get_label (block);
  MftLabel label;

  return mft_label_scan (text, &label) > 0 && label.ordinal == wanted.ordinal
         && label.inserted == wanted.inserted
         && (label.kind == wanted.kind
             || (label.kind == MFT_LABEL_SUB_HURUF && wanted.kind == MFT_LABEL_HURUF)
             || (label.kind == MFT_LABEL_SUB_ANGKA && wanted.kind == MFT_LABEL_ANGKA));
}

/* The first block inside `scope` with this label, not going into deeper lists of other blocks than
 * needed: the nearest level counts. */
static MftBlock *
find_inside (MftBlock *scope, MftLabel label)
{
  for (guint i = 0; i < mft_block_n_children (scope); i++)
    if (has_label (mft_block_get_child (scope, i), label))
      return mft_block_get_child (scope, i);
  for (guint i = 0; i < mft_block_n_children (scope); i++)
    {
      MftBlock *child = mft_block_get_child (scope, i);
      /* A list under a plain paragraph belongs to what is around. */
      MftBlock *found = mft_block_get_kind (child) == MFT_BLOCK_PARAGRAPH
                                || mft_block_get_kind (child) == MFT_BLOCK_BODY
                            ? find_inside (child, label)
                            : NULL;
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Where to look for the first part of a reference from `block`: the nearest unit around that could
 * hold it. */
static MftBlock *
find_from (MftBlock *root, MftBlock *block, MftLabel label)
{
  if (label.kind == MFT_LABEL_PASAL || label.kind == MFT_LABEL_LAMPIRAN)
    return find_inside (root, label);
  for (MftBlock *scope = block; scope != NULL; scope = mft_block_get_parent (scope))
    {
      MftBlock *found = find_inside (scope, label);
      if (found != NULL || mft_block_get_kind (scope) == MFT_BLOCK_PASAL
          || mft_block_get_kind (scope) == MFT_BLOCK_ATTACHMENT)
        return found;
    }
  return NULL;
}

static gsize
scan_words (const char *at, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize size = strlen (*words);
      if (g_ascii_strncasecmp (at, *words, size) == 0 && mft_scan_boundary (at + size))
        return size;
    }
  return 0;
}

/* The name of a law behind a reference: a code, or a kind of regulation with number and year. */
static gsize
scan_law (const char *at)
{
  static const char *const codes[] = { "Kitab Undang-Undang Hukum Perdata",
                                       "Kitab Undang-Undang Hukum Pidana",
                                       "Kitab Undang-Undang Hukum Dagang",
                                       "Kitab Undang-Undang Hukum Acara Perdata",
                                       "Kitab Undang-Undang Hukum Acara Pidana",
                                       "KUHPerdata",
                                       "KUH Perdata",
                                       "KUHPer",
                                       "KUHPidana",
                                       "KUHP",
                                       "KUHAP",
                                       "KUHD",
                                       NULL };
  static const char *const kinds[] = { "Undang-Undang Dasar",
                                       "Undang-Undang",
                                       "UU",
                                       "Peraturan Pemerintah",
                                       "PP",
                                       "Peraturan Presiden",
                                       "Perpres",
                                       "Peraturan Menteri",
                                       "Permen",
                                       "Peraturan Daerah",
                                       "Peraturan Badan",
                                       "Peraturan Gubernur",
                                       "Peraturan Bupati",
                                       "Peraturan Wali Kota",
                                       "Keputusan",
                                       NULL };
  gsize size = scan_words (at, codes);
  const char *number;
  gsize digits;
  guint64 value;

  if (size > 0)
    return size;
  size = scan_words (at, kinds);
  if (size == 0)
    return 0;
  number = strstr (at + size, "Nomor ");
  if (number == NULL || number > at + size + 80 || memchr (at, '.', (gsize) (number - at)) != NULL)
    return size;
  digits = mft_scan_digits (number + 6, 1, 4, &value);
  size = (gsize) (number - at) + 6 + digits;
  if (digits > 0 && g_str_has_prefix (at + size, " Tahun "))
    {
      digits = mft_scan_digits (at + size + 7, 4, 4, &value);
      size += digits > 0 ? 7 + digits : 0;
    }
  return size;
}

/* The units that follow one another at `words`, each smaller than the one before, from `*target`
 * down: " ayat (1) huruf g". Bytes taken; `*target` is NULL where one is not there. */
static gsize
scan_path (const char *words, MftLabelKind kind, MftBlock **target)
{
  MftLabel label;
  gsize size = 0;
  gsize space;
  gsize part;

  while ((space = mft_scan_space (words + size)) > 0
         && (part = mft_label_reference_scan (words + size + space, &label)) > 0
         && label.kind > kind)
    {
      *target = *target != NULL ? find_inside (*target, label) : NULL;
      kind = label.kind;
      size += space + part;
    }
  return size;
}

/* The law that a reference of `size` bytes belongs to; returns all bytes, 0 if none is named. */
static gsize
scan_external (const char *words, gsize size)
{
  gsize space = mft_scan_space (words + size);
  gsize law = scan_law (words + size + space);

  return law > 0 ? size + space + law : 0;
}

/* A unit below the Pasal, whose first `size` bytes are read: of the Pasal that follows it ("ayat (2)
 * Pasal 7"), of what was named right before, or of the Pasal around. */
static gsize
scan_unit (MftBlock *root, MftBlock *block, MftBlock *before, const char *words, gsize size,
           MftLabel unit, MftBlock **target, MftReferenceForm *form)
{
  gsize space = mft_scan_space (words + size);
  MftLabel pasal;
  gsize behind = mft_label_reference_scan (words + size + space, &pasal);
  MftBlock *scope = before;

  if (behind > 0 && pasal.kind == MFT_LABEL_PASAL)
    {
      gsize external = scan_external (words, size + space + behind);
      if (external > 0)
        {
          *form = MFT_REFERENCE_EXTERNAL;
          return external;
        }
      scope = find_from (root, root, pasal);
      *target = scope != NULL ? find_inside (scope, unit) : NULL;
      return size;
    }
  *target = scope != NULL ? find_inside (scope, unit) : find_from (root, block, unit);
  return size;
}

gsize
_mft_import_scan_reference (MftBlock *root, MftBlock *block, MftBlock *before, const char *words,
                            MftBlock **target, MftReferenceForm *form)
{
  MftLabel label;
  gsize first = mft_label_reference_scan (words, &label);
  gsize size;
  gsize external;

  *target = NULL;
  *form = MFT_REFERENCE_LEVEL;
  if (first == 0)
    return 0;
  if (label.kind != MFT_LABEL_PASAL)
    return scan_unit (root, block, before, words, first, label, target, form);
  *target = find_from (root, root, label);
  size = first + scan_path (words + first, label.kind, target);
  external = scan_external (words, size);
  if (external > 0)
    {
      *target = NULL;
      *form = MFT_REFERENCE_EXTERNAL;
      return external;
    }
  if (size > first)
    *form = MFT_REFERENCE_PATH;
  return size;
}
