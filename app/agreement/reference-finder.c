/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/reference-finder.h"

#include "bahasa/capitals.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

static gboolean
label_of (MftBlock *block, MftLabel *label)
{
  return mft_label_scan (mft_block_get_label (block), label) > 0;
}

/* Running text writes "huruf a" at both levels of letters. */
static gboolean
is_named (MftLabel wanted, MftLabel label)
{
  if (label.kind == MFT_LABEL_SUB_HURUF)
    label.kind = MFT_LABEL_HURUF;
  if (label.kind == MFT_LABEL_SUB_ANGKA)
    label.kind = MFT_LABEL_ANGKA;
  return mft_label_equal (wanted, label);
}

/* The nearest labelled block below `top` of this name; blocks without label are looked through. */
static MftBlock *
find_below (MftBlock *top, MftLabel wanted)
{
  for (guint i = 0; i < mft_block_n_children (top); i++)
    {
      MftBlock *child = mft_block_get_child (top, i);
      MftLabel label;
      gboolean labelled = label_of (child, &label);
      MftBlock *found
          = labelled ? (is_named (wanted, label) ? child : NULL) : find_below (child, wanted);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static MftBlock *
find_attachment (MftBlock *root, MftLabel wanted)
{
  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *child = mft_block_get_child (root, i);
      MftLabel label;
      /* The only attachment has no numeral. */
      if (mft_block_get_kind (child) == MFT_BLOCK_ATTACHMENT
          && (label_of (child, &label) ? mft_label_equal (label, wanted) : wanted.ordinal == 1))
        return child;
    }
  return NULL;
}

/* The parts from the highest down: "ayat (1) Pasal 4" is written the other way round. */
static void
put_in_order (const MftFoundReference *reference, guint order[MFT_REFERENCE_PARTS_MOST])
{
  guint late = 0;

  for (guint i = 1; i < reference->n_parts; i++)
    if (reference->parts[i].label.kind == MFT_LABEL_PASAL
        && reference->parts[0].label.kind != MFT_LABEL_LAMPIRAN)
      late = i;
  order[0] = late;
  for (guint i = 0, to = 1; i < reference->n_parts; i++)
    if (i != late)
      order[to++] = i;
}

/* Goes down from `top`, which holds the part of order `next`; gives the parts their targets. */
static MftBlock *
follow (MftBlock *top, MftFoundReference *reference, const guint *order, guint next)
{
  for (; next < reference->n_parts; next++)
    {
      MftReferencePart *part = &reference->parts[order[next]];
      part->target = top != NULL ? find_below (top, part->label) : NULL;
      top = part->target;
    }
  return top;
}

/* The nearest unit around `from` that has what the reference names. */
static MftBlock *
follow_around (MftBlock *from, MftFoundReference *reference, const guint *order)
{
  MftBlock *found = NULL;

  for (MftBlock *top = from; found == NULL && top != NULL; top = mft_block_get_parent (top))
    {
      if (mft_block_get_kind (top) == MFT_BLOCK_BODY
          || mft_block_get_kind (top) == MFT_BLOCK_AGREEMENT)
        break;
      found = follow (top, reference, order, 0);
    }
  return found;
}

/* `inherited`: the block that the reference before it in an enumeration stands in ("Pasal 4 ayat (1)
 * dan ayat (2)"). */
static MftBlock *
resolve (MftAgreement *agreement, MftBlock *block, MftBlock *inherited,
         MftFoundReference *reference)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  guint order[MFT_REFERENCE_PARTS_MOST];
  MftReferencePart *highest;
  MftBlock *found;

  put_in_order (reference, order);
  highest = &reference->parts[order[0]];
  if (highest->label.kind == MFT_LABEL_LAMPIRAN)
    {
      highest->target = find_attachment (mft_agreement_get_root (agreement), highest->label);
      return follow (highest->target, reference, order, 1);
    }
  if (highest->label.kind == MFT_LABEL_PASAL)
    return follow (body, reference, order, 0);
  found = follow_around (inherited, reference, order);
  return found != NULL ? found : follow_around (block, reference, order);
}

static gboolean
scan_reference (const char *text, gsize at, MftFoundReference *reference)
{
  *reference = (MftFoundReference){ .start = at };
  while (reference->n_parts < MFT_REFERENCE_PARTS_MOST)
    {
      MftReferencePart *part = &reference->parts[reference->n_parts];
      gsize space = reference->n_parts > 0 ? mft_scan_space (text + at) : 0;
      gsize size = mft_label_reference_scan (text + at + space, &part->label);
      if (size == 0)
        break;
      part->start = at + space;
      part->end = reference->end = at = part->start + size;
      reference->n_parts++;
    }
  return reference->n_parts > 0;
}

/* "dan", "atau", "sampai dengan", a comma …: what joins references. Bytes with the space around. */
static gsize
scan_joint (const char *at)
{
  static const char *const words[] = { "dan", "atau",   "serta",  "sampai", "dengan", "hingga",
                                       "jo",  "juncto", "maupun", "s",      "d" };
  gsize size = mft_scan_space (at);
  gsize joint = 0;

  for (gsize taken = 1; taken > 0; joint += taken)
    {
      gsize here = size + joint;
      taken = strchr (",./;", at[here]) != NULL && at[here] != '\0' ? 1 : 0;
      for (gsize i = 0; taken == 0 && i < G_N_ELEMENTS (words); i++)
        taken = mft_scan_keyword (at + here, words[i]);
      if (taken > 0)
        taken += mft_scan_space (at + here + taken);
    }
  return joint > 0 ? size + joint : 0;
}

static gboolean
names_a_law (const char *word)
{
  static const char *const beginnings[]
      = { "undang",      "kitab",      "kuh",     "peraturan", "keputusan", "instruksi",
          "qanun",       "konvensi",   "statuta", "anggaran",  "nota",      "mou",
          "kesepakatan", "memorandum", "adendum", "amandemen", "amendemen", "kontrak",
          "akta",        "permen",     "perda",   "perpres",   "pergub",    "perwal",
          "perbup",      "kepmen",     "keppres", "burgerlijk" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (word, beginnings[i]))
      return TRUE;
  return FALSE;
}

/* BW, UU, KUHPerdata, PP; not a party's role: PARA PIHAK, PIHAK KEDUA. */
static gboolean
is_acronym (const char *at, gsize size, const char *lower)
{
  guint party;

  return size >= 2 && g_ascii_isupper (at[0]) && g_ascii_isupper (at[1])
         && strcmp (lower, "pihak") != 0 && strcmp (lower, "para") != 0
         && mft_terbilang_ordinal_scan (at, &party) == 0;
}

/* "Perjanjian Kerja Sama ini" is ours, every other one is not. */
static gboolean
is_other_agreement (const char *at)
{
  char word[MFT_SCAN_WORD_SIZE];
  gsize size = mft_scan_keyword (at, "perjanjian");

  if (size == 0 || !g_ascii_isupper (*at))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      size += mft_scan_space (at + size);
      gsize next = mft_scan_word (at + size, word);
      if (strcmp (word, "ini") == 0 && next > 0)
        return FALSE;
      size += next;
    }
  return TRUE;
}

/* Whether what follows the references says that they are another law's: "Pasal 1266 Kitab …",
 * "Pasal 5 dari UU …". */
static gboolean
is_external_behind (const char *at)
{
  static const char *const links[] = { "dari", "dalam", "pada", "menurut", "atas" };
  char word[MFT_SCAN_WORD_SIZE];

  at += mft_scan_space (at);
  if (*at == '(')
    at++;
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      gsize link = mft_scan_keyword (at, links[i]);
      at += link > 0 ? link + mft_scan_space (at + link) : 0;
    }
  gsize size = mft_scan_word (at, word);
  return size > 0 && (names_a_law (word) || is_acronym (at, size, word) || is_other_agreement (at));
}

/* "… Nomor 11 Tahun 2008 Pasal 5", "KUHPerdata Pasal 1320". */
static gboolean
is_external_before (const char *text, gsize start)
{
  char word[MFT_SCAN_WORD_SIZE];

  while (start > 0 && strchr (" ,(\t\n", text[start - 1]) != NULL)
    start--;
  gsize end = start;
  while (start > 0 && g_ascii_isalnum (text[start - 1]))
    start--;
  if (end - start == 4 && strspn (text + start, "0123456789") == 4)
    return TRUE;
  gsize size = mft_scan_word (text + start, word);
  return size == end - start && size > 0
         && (names_a_law (word) || is_acronym (text + start, size, word));
}

/* "Pasal 1266" needs no name to be a code's: an agreement of fifteen Pasal has none of that number. */
static gboolean
is_far_beyond (MftAgreement *agreement, const MftFoundReference *reference)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  guint articles = body != NULL ? mft_block_n_children (body) : 0;

  return reference->parts[0].label.kind == MFT_LABEL_PASAL
         && reference->parts[0].label.ordinal > 10 * MAX (articles, 10);
}

/* A lone "huruf a" or "angka 3" refers only behind "dimaksud pada" and the like: "dalam angka 5" may
 * be anything. */
static gboolean
is_referring (const char *text, const MftFoundReference *reference, gboolean joined)
{
  MftLabelKind first = reference->parts[0].label.kind;

  if (joined || first == MFT_LABEL_PASAL || first == MFT_LABEL_AYAT || first == MFT_LABEL_LAMPIRAN)
    return TRUE;
  gsize from = reference->start > 24 ? reference->start - 24 : 0;
  return g_strstr_len (text + from, (gssize) (reference->start - from), "dimaksud") != NULL;
}

/* "…, serta Pasal 3 UU …": another law's Pasal may follow ours. */
static gboolean
begins_anew (const char *at)
{
  MftLabel label;

  at += strspn (at, " ,;");
  gsize serta = mft_scan_keyword (at, "serta");
  at += serta + mft_scan_space (at + serta);
  return serta > 0 && mft_label_reference_scan (at, &label) > 0 && label.kind == MFT_LABEL_PASAL;
}

/* References joined by "dan", commas and so on; whether they are another law's, the last tells for
 * all. Returns where to go on. */
static gsize
find_group (MftAgreement *agreement, MftBlock *block, const char *text, gsize at, GArray *found)
{
  guint first = found->len;
  MftFoundReference next;
  MftBlock *inherited = NULL;
  gsize end = at;

  while (scan_reference (text, at, &next))
    {
      g_array_append_val (found, next);
      end = next.end;
      at = end + scan_joint (text + end);
      if (at == end || begins_anew (text + end))
        break;
    }
  if (found->len == first)
    return end;
  gboolean external
      = is_external_before (text, g_array_index (found, MftFoundReference, first).start)
        || is_external_behind (text + end);
  for (guint i = first; i < found->len; i++)
    {
      MftFoundReference *here = &g_array_index (found, MftFoundReference, i);
      here->refers = is_referring (text, here, i > first);
      here->target = external ? NULL : resolve (agreement, block, inherited, here);
      here->unnamed = !external && here->target == NULL && is_far_beyond (agreement, here);
      here->external = external || here->unnamed;
      if (here->target != NULL)
        inherited = mft_block_get_parent (here->target);
    }
  return end;
}

/* An addendum's text speaks of another agreement's articles; the parts before the articles have
 * numbers of their own. */
static gboolean
has_own_references (MftAgreement *agreement, MftBlock *block)
{
  g_autofree char *name
      = mft_capitals (mft_agreement_get_setting (agreement, "naskah"), MFT_CAPITALS_LOWER);

  return (mft_block_get_ancestor (block, MFT_BLOCK_BODY) != NULL
          || mft_block_get_ancestor (block, MFT_BLOCK_CLOSING) != NULL
          || mft_block_get_ancestor (block, MFT_BLOCK_ATTACHMENT) != NULL)
         && strstr (name, "adendum") == NULL && strstr (name, "am") != name;
}

GArray *
mft_references_find (MftAgreement *agreement, MftBlock *block, const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MftFoundReference));
  gboolean begins = TRUE;
  gsize step;

  if (!has_own_references (agreement, block))
    return found;
  for (gsize at = 0; text[at] != '\0'; at += step)
    {
      gsize end = begins ? find_group (agreement, block, text, at, found) : at;
      begins = mft_scan_boundary (text + at);
      mft_scan_char (text + at, &step);
      if (end > at)
        {
          step = end - at;
          begins = TRUE;
        }
    }
  return found;
}
