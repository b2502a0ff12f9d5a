/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/label.h"

#include "bahasa/roman.h"
#include "bahasa/scan.h"

#define LETTERS_MAX 4

static const struct
{
  const char *keyword; /* in references */
  const char *prefix;
  const char *suffix;
} forms[] = {
  [MFT_LABEL_PASAL] = { "Pasal ", "Pasal ", "" },
  [MFT_LABEL_AYAT] = { "ayat ", "(", ")" },
  [MFT_LABEL_HURUF] = { "huruf ", "", "." },
  [MFT_LABEL_ANGKA] = { "angka ", "", "." },
  [MFT_LABEL_SUB_HURUF] = { "huruf ", "", ")" },
  [MFT_LABEL_SUB_ANGKA] = { "angka ", "", ")" },
  [MFT_LABEL_LAMPIRAN] = { "Lampiran ", "Lampiran ", "" },
};

static gboolean
is_lettered (MftLabelKind kind)
{
  return kind == MFT_LABEL_HURUF || kind == MFT_LABEL_SUB_HURUF;
}

gboolean
mft_label_equal (MftLabel a, MftLabel b)
{
  return a.kind == b.kind && a.ordinal == b.ordinal && a.inserted == b.inserted;
}

/* a … z, aa, bb, …; NULL past zzzz. */
static char *
format_letters (guint ordinal, char first)
{
  guint count = (ordinal - 1) / 26 + 1;

  return count <= LETTERS_MAX ? g_strnfill (count, (char) (first + (ordinal - 1) % 26)) : NULL;
}

/* The number without brackets or point: "7A", "1a", "bb", "a1", "II". */
static char *
format_number (MftLabel label)
{
  if (label.ordinal == 0 || label.ordinal > MFT_LABEL_ORDINAL_MAX)
    return NULL;
  if (label.kind == MFT_LABEL_LAMPIRAN)
    return label.inserted == 0 ? mft_roman (label.ordinal) : NULL;
  g_autofree char *number = is_lettered (label.kind) ? format_letters (label.ordinal, 'a')
                                                     : g_strdup_printf ("%u", label.ordinal);
  if (number == NULL || label.inserted == 0)
    return g_steal_pointer (&number);
  g_autofree char *inserted
      = is_lettered (label.kind)
            ? g_strdup_printf ("%u", label.inserted)
            : format_letters (label.inserted, label.kind == MFT_LABEL_PASAL ? 'A' : 'a');
  return inserted != NULL ? g_strconcat (number, inserted, NULL) : NULL;
}

char *
mft_label_format (MftLabel label)
{
  g_autofree char *number = format_number (label);

  return number != NULL
             ? g_strconcat (forms[label.kind].prefix, number, forms[label.kind].suffix, NULL)
             : NULL;
}

char *
mft_label_reference (MftLabel label)
{
  g_autofree char *number = format_number (label);
  const char *keyword = forms[label.kind].keyword;

  if (number == NULL)
    return NULL;
  if (label.kind == MFT_LABEL_AYAT)
    return g_strconcat (keyword, "(", number, ")", NULL);
  if (label.kind == MFT_LABEL_SUB_HURUF || label.kind == MFT_LABEL_SUB_ANGKA)
    return g_strconcat (keyword, number, ")", NULL);
  return g_strconcat (keyword, number, NULL);
}

/* One letter, repeated. */
static gsize
scan_letters (const char *at, char first, guint *ordinal)
{
  gsize size = 0;

  if (*at < first || *at >= first + 26)
    return 0;
  while (at[size] == *at)
    size++;
  *ordinal = (guint) ((size - 1) * 26) + (guint) (*at - first) + 1;
  return size <= LETTERS_MAX ? size : 0;
}

static gsize
scan_digits (const char *at, guint *number)
{
  guint64 value;
  gsize size = *at != '0' ? mft_scan_digits (at, 1, 4, &value) : 0;

  if (size > 0)
    *number = (guint) value;
  return size;
}

static gsize
scan_number (const char *at, MftLabel *label)
{
  gsize size;

  label->inserted = 0;
  if (label->kind == MFT_LABEL_LAMPIRAN)
    return mft_roman_scan (at, &label->ordinal);
  if (is_lettered (label->kind))
    {
      size = scan_letters (at, 'a', &label->ordinal);
      return size > 0 ? size + scan_digits (at + size, &label->inserted) : 0;
    }
  size = scan_digits (at, &label->ordinal);
  return size > 0 ? size
                        + scan_letters (at + size, label->kind == MFT_LABEL_PASAL ? 'A' : 'a',
                                        &label->inserted)
                  : 0;
}

/* "Pasal 7", "Lampiran II": the keyword, space, the number. */
static gsize
scan_named (const char *at, const char *keyword, MftLabel *label)
{
  gsize size = mft_scan_keyword (at, keyword);
  gsize space = size > 0 ? mft_scan_space (at + size) : 0;
  gsize number = space > 0 ? scan_number (at + size + space, label) : 0;

  return number > 0 ? size + space + number : 0;
}

static gsize
scan_in_brackets (const char *at, MftLabel *label)
{
  gsize size = *at == '(' ? scan_number (at + 1, label) : 0;

  return size > 0 && at[1 + size] == ')' ? size + 2 : 0;
}

/* "a." or "1)": the kind follows from the number's first character and the mark behind it. */
static gsize
scan_item (const char *at, MftLabel *label)
{
  gboolean lettered = g_ascii_islower (*at);

  label->kind = lettered ? MFT_LABEL_HURUF : MFT_LABEL_ANGKA;
  gsize size = scan_number (at, label);
  if (size == 0 || (at[size] != '.' && at[size] != ')'))
    return 0;
  if (at[size] == ')')
    label->kind = lettered ? MFT_LABEL_SUB_HURUF : MFT_LABEL_SUB_ANGKA;
  return size + 1;
}

gsize
mft_label_scan (const char *at, MftLabel *label)
{
  gsize size;

  *label = (MftLabel){ .kind = MFT_LABEL_PASAL };
  size = scan_named (at, "pasal", label);
  if (size == 0)
    {
      label->kind = MFT_LABEL_LAMPIRAN;
      size = scan_named (at, "lampiran", label);
    }
  if (size == 0)
    {
      label->kind = MFT_LABEL_AYAT;
      size = scan_in_brackets (at, label);
    }
  if (size == 0)
    size = scan_item (at, label);
  return size > 0 && (at[size] == '\0' || mft_scan_space (at + size) > 0) ? size : 0;
}

gsize
mft_label_reference_scan (const char *at, MftLabel *label)
{
  static const struct
  {
    const char *keyword;
    MftLabelKind kind;
  } keywords[] = {
    { "pasal", MFT_LABEL_PASAL },       { "ayat", MFT_LABEL_AYAT },   { "huruf", MFT_LABEL_HURUF },
    { "lampiran", MFT_LABEL_LAMPIRAN }, { "angka", MFT_LABEL_ANGKA },
  };
  gsize keyword = 0;
  gsize i = 0;

  while (i < G_N_ELEMENTS (keywords) && (keyword = mft_scan_keyword (at, keywords[i].keyword)) == 0)
    i++;
  if (keyword == 0)
    return 0;
  *label = (MftLabel){ .kind = keywords[i].kind };
  gsize space = mft_scan_space (at + keyword);
  const char *number = at + keyword + space;
  gsize size = label->kind == MFT_LABEL_AYAT ? scan_in_brackets (number, label)
               : space > 0                   ? scan_number (number, label)
                                             : 0;
  return size > 0 && mft_scan_boundary (number + size) ? keyword + space + size : 0;
}
