/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"
#include "bahasa/label.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

#include "check/checker-private.h"

/* A reference has at most Pasal, ayat and four levels of lists; more is no reference. */
#define PARTS_MAX 6

/* "Pasal 4 ayat (1) huruf b", or "ayat (1) Pasal 4". */
typedef struct
{
  MftLabel parts[PARTS_MAX];
  guint count;
  gsize start;
  gsize end;
} Reference;

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

/* Follows the parts from `index` on, down from `top`. */
static MftBlock *
follow (MftBlock *top, const Reference *reference, guint index)
{
  for (; top != NULL && index < reference->count; index++)
    top = find_below (top, reference->parts[index]);
  return top;
}

/* Puts "ayat (1) Pasal 7" the right way round. */
static void
put_pasal_first (Reference *reference)
{
  for (guint i = 1; i < reference->count; i++)
    if (reference->parts[i].kind == MFT_LABEL_PASAL
        && reference->parts[0].kind != MFT_LABEL_LAMPIRAN)
      {
        MftLabel pasal = reference->parts[i];
        memmove (&reference->parts[1], &reference->parts[0], i * sizeof (MftLabel));
        reference->parts[0] = pasal;
      }
}

/* `inherited`: the block that the reference before it in an enumeration stands in ("Pasal 4 ayat (1)
 * dan ayat (2)"). */
static MftBlock *
resolve (MftChecker *checker, const Reference *reference, MftBlock *inherited)
{
  MftBlock *root = mft_agreement_get_root (checker->agreement);
  MftBlock *body = mft_agreement_get_part (checker->agreement, MFT_BLOCK_BODY);
  MftBlock *found;

  if (reference->parts[0].kind == MFT_LABEL_LAMPIRAN)
    return follow (find_attachment (root, reference->parts[0]), reference, 1);
  if (reference->parts[0].kind == MFT_LABEL_PASAL)
    return body != NULL ? follow (body, reference, 0) : NULL;
  for (MftBlock *top = inherited; top != NULL && top != body; top = mft_block_get_parent (top))
    if ((found = follow (top, reference, 0)) != NULL)
      return found;
  for (MftBlock *top = checker->block; top != NULL && top != body; top = mft_block_get_parent (top))
    if ((found = follow (top, reference, 0)) != NULL)
      return found;
  return NULL;
}

static gboolean
scan_reference (const char *text, gsize at, Reference *reference)
{
  *reference = (Reference){ .start = at };
  while (reference->count < PARTS_MAX)
    {
      gsize space = reference->count > 0 ? mft_scan_space (text + at) : 0;
      gsize size
          = mft_label_reference_scan (text + at + space, &reference->parts[reference->count]);
      if (size == 0)
        break;
      reference->count++;
      at += space + size;
      reference->end = at;
    }
  put_pasal_first (reference);
  return reference->count > 0;
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
is_far_beyond (MftChecker *checker, const Reference *reference)
{
  MftBlock *body = mft_agreement_get_part (checker->agreement, MFT_BLOCK_BODY);
  guint articles = body != NULL ? mft_block_n_children (body) : 0;

  return reference->parts[0].kind == MFT_LABEL_PASAL
         && reference->parts[0].ordinal > 10 * MAX (articles, 10);
}

/* A lone "huruf a" or "angka 3" refers only behind "dimaksud pada" and the like: "dalam angka 5" may
 * be anything. */
static gboolean
is_referring (const char *text, const Reference *reference, gboolean joined)
{
  MftLabelKind first = reference->parts[0].kind;

  if (joined || first == MFT_LABEL_PASAL || first == MFT_LABEL_AYAT || first == MFT_LABEL_LAMPIRAN)
    return TRUE;
  gsize from = reference->start > 24 ? reference->start - 24 : 0;
  return g_strstr_len (text + from, (gssize) (reference->start - from), "dimaksud") != NULL;
}

static void
report (MftChecker *checker, const MftRule *rule, const Reference *reference)
{
  g_autofree char *words
      = g_strndup (checker->text + reference->start, reference->end - reference->start);

  _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, reference->start, reference->end,
                       N_ ("“{1}” is not in this agreement"), words, NULL);
}

/* References joined by "dan", commas and so on; whether they are another law's, the last tells for
 * all. Returns where to go on. */
static gsize
check_group (MftChecker *checker, const MftRule *rule, gsize at)
{
  const char *text = checker->text;
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (Reference));
  Reference reference;
  MftBlock *inherited = NULL;
  gsize end = at;

  while (scan_reference (text, at, &reference))
    {
      g_array_append_val (group, reference);
      end = reference.end;
      at = end + scan_joint (text + end);
      if (at == end)
        break;
    }
  if (group->len == 0 || is_external_before (text, g_array_index (group, Reference, 0).start)
      || is_external_behind (text + end))
    return end;
  for (guint i = 0; i < group->len; i++)
    {
      const Reference *here = &g_array_index (group, Reference, i);
      MftBlock *found = resolve (checker, here, inherited);
      if (found == NULL && is_referring (text, here, i > 0) && !is_far_beyond (checker, here)
          && _mft_checker_is_typed (checker, here->start, here->end))
        report (checker, rule, here);
      if (found != NULL)
        inherited = mft_block_get_parent (found);
    }
  return end;
}

/* An addendum's text speaks of another agreement's articles; the parts before the articles and the
 * attachments have numbers of their own. */
static gboolean
has_own_references (MftChecker *checker)
{
  g_autofree char *name
      = mft_capitals (mft_agreement_get_setting (checker->agreement, "naskah"), MFT_CAPITALS_LOWER);

  return (mft_block_get_ancestor (checker->block, MFT_BLOCK_BODY) != NULL
          || mft_block_get_ancestor (checker->block, MFT_BLOCK_CLOSING) != NULL)
         && strstr (name, "adendum") == NULL && strstr (name, "am") != name;
}

static void
check_typed (MftChecker *checker, const MftRule *rule)
{
  gboolean begins = TRUE;
  gsize step;

  for (gsize at = 0; checker->text[at] != '\0'; at += step)
    {
      gsize end = begins ? check_group (checker, rule, at) : at;
      begins = mft_scan_boundary (checker->text + at);
      mft_scan_char (checker->text + at, &step);
      if (end > at)
        {
          step = end - at;
          begins = TRUE;
        }
    }
}

static void
check_atoms (MftChecker *checker, const MftRule *rule)
{
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if (span->state == MFT_SHOWN_DANGLING)
        _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, at, next,
                             N_ ("what this refers to is no longer there"), NULL);
      at = next;
    }
}

void
_mft_check_ref_dangling (MftChecker *checker, const MftRule *rule)
{
  check_atoms (checker, rule);
  if (has_own_references (checker))
    check_typed (checker, rule);
}
