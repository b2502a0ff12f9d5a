/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Atoms in the words of a block. One is made only where it is shown exactly as the words were, so an
 * import changes no word; everything else stays text. */
#include "exchange/recognise/importer-private.h"

#include "agreement/party.h"
#include "agreement/reference-finder.h"
#include "agreement/shown.h"
#include "bahasa/date.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

/* No paragraph is that long; in what is longer nothing is looked for. Characters. */
#define LENGTH_MOST 20000

/* Words that a field may stand for. */
typedef struct
{
  const MftField *field;
  guint party; /* whose it is; 0: of the agreement */
  MftForm form;
  MftBlockKind place; /* the block it stands in; AGREEMENT: anywhere but in the legal basis */
  const char *after;  /* words before it, or NULL */
  char *words;
} Candidate;

typedef struct
{
  MftImporter *importer;
  MftBlock *root;
  MftAgreement *agreement;
  GArray *candidates; /* Candidate, longest words first */

  MftBlock *block;
  MftBlock *shown_block; /* the same in `agreement` */
  MftText *text;
  const char *words;
  GArray *references; /* MftFoundReference, in the words */
  guint next_reference;
} Scanner;

static const struct
{
  const char *name;
  gboolean of_party;
  MftForm form;
  MftBlockKind place;
  const char *after;
} rules[] = {
  { "nama", TRUE, MFT_FORM_TEXT, MFT_BLOCK_AGREEMENT, NULL },
  { "nama", TRUE, MFT_FORM_UPPER, MFT_BLOCK_AGREEMENT, NULL },
  { "nomor", TRUE, MFT_FORM_TEXT, MFT_BLOCK_TITLE, NULL },
  { "pejabat", TRUE, MFT_FORM_TEXT, MFT_BLOCK_PERSON, NULL },
  { "pejabat", TRUE, MFT_FORM_TEXT, MFT_BLOCK_SIGNATURE, NULL },
  { "pejabat", TRUE, MFT_FORM_UPPER, MFT_BLOCK_SIGNATURE, NULL },
  { "jabatan", TRUE, MFT_FORM_TEXT, MFT_BLOCK_PERSON, NULL },
  { "jabatan", TRUE, MFT_FORM_TEXT, MFT_BLOCK_SIGNATURE, NULL },
  { "alamat", TRUE, MFT_FORM_TEXT, MFT_BLOCK_PERSON, NULL },
  { "atas_nama", TRUE, MFT_FORM_TEXT, MFT_BLOCK_PERSON, NULL },
  { "korespondensi.alamat", TRUE, MFT_FORM_TEXT, MFT_BLOCK_CONTACT, NULL },
  { "korespondensi.telepon", TRUE, MFT_FORM_TEXT, MFT_BLOCK_CONTACT, NULL },
  { "korespondensi.posel", TRUE, MFT_FORM_TEXT, MFT_BLOCK_CONTACT, NULL },
  { "tentang", FALSE, MFT_FORM_UPPER, MFT_BLOCK_TITLE, NULL },
  { "tentang", FALSE, MFT_FORM_TEXT, MFT_BLOCK_AGREEMENT, NULL },
  { "tanggal_ttd", FALSE, MFT_FORM_DAY_DATE, MFT_BLOCK_OPENING, NULL },
  { "tanggal_ttd", FALSE, MFT_FORM_DATE_DIGITS, MFT_BLOCK_OPENING, NULL },
  { "tempat_ttd", FALSE, MFT_FORM_TEXT, MFT_BLOCK_OPENING, "bertempat di " },
  { "jangka_waktu", FALSE, MFT_FORM_DURATION, MFT_BLOCK_BODY, "jangka waktu " },
};

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *) data)->words);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (((const Candidate *) a)->words);
  gsize second = strlen (((const Candidate *) b)->words);

  return (first < second) - (first > second);
}

static void
add_candidate (Scanner *self, guint rule, guint party)
{
  g_autofree char *id
      = party > 0 ? mft_party_field_id (party, rules[rule].name) : g_strdup (rules[rule].name);
  const MftField *field = mft_agreement_get_field (self->agreement, id);
  MftRun run = { .kind = MFT_RUN_FIELD, .form = (int) rules[rule].form, .value = id };
  Candidate candidate;

  if (field == NULL)
    return;
  candidate = (Candidate){ .field = field,
                           .party = party,
                           .form = rules[rule].form,
                           .place = rules[rule].place,
                           .after = rules[rule].after,
                           .words = mft_shown_run (self->agreement, self->root, &run, NULL) };
  g_array_append_val (self->candidates, candidate);
}

static void
add_candidates (Scanner *self)
{
  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    if (!rules[rule].of_party)
      add_candidate (self, rule, 0);
    else
      for (guint party = 1; party <= mft_agreement_n_parties (self->agreement); party++)
        add_candidate (self, rule, party);
  g_array_sort (self->candidates, compare_candidates);
}

/* The run, if it is shown as the `size` bytes at `at` are written. */
static gsize
accept_run (Scanner *self, const char *at, gsize size, const MftRun *run)
{
  g_autofree char *shown = mft_shown_run (self->agreement, self->shown_block, run, NULL);

  return shown != NULL && strlen (shown) == size && memcmp (shown, at, size) == 0 ? size : 0;
}

static gboolean
is_in_place (Scanner *self, const Candidate *candidate, const char *at)
{
  MftBlock *holder = mft_block_get_ancestor (self->block, candidate->place);
  gsize after = candidate->after != NULL ? strlen (candidate->after) : 0;

  if (holder == NULL || mft_block_get_ancestor (self->block, MFT_BLOCK_LEGAL_BASIS) != NULL)
    return FALSE;
  if ((gsize) (at - self->words) < after
      || (after > 0 && memcmp (at - after, candidate->after, after) != 0))
    return FALSE;
  switch ((int) candidate->place)
    {
    case MFT_BLOCK_PERSON:
    case MFT_BLOCK_SIGNATURE:
    case MFT_BLOCK_CONTACT:
      return mft_block_get_party (holder) == candidate->party;
    default:
      return TRUE;
    }
}

static gsize
scan_field (Scanner *self, const char *at, MftRun *run)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
      gsize size = strlen (candidate->words);

      if (size > 0 && strncmp (at, candidate->words, size) == 0 && mft_scan_boundary (at + size)
          && is_in_place (self, candidate, at))
        {
          run->kind = MFT_RUN_FIELD;
          run->form = (int) candidate->form;
          run->value = g_strdup (mft_field_get_id (candidate->field));
          return size;
        }
    }
  return 0;
}

static gsize
scan_party (Scanner *self, const char *at, MftRun *run)
{
  char *value = NULL;
  gsize size = mft_block_get_ancestor (self->block, MFT_BLOCK_TITLE) == NULL
                   ? mft_party_parse_role (at, &value)
                   : 0;

  run->kind = MFT_RUN_PARTY;
  run->form = 0;
  run->value = value;
  return size > 0 ? accept_run (self, at, size, run) : 0;
}

/* "4 (empat)", "5% (lima persen)", "Rp10.000,00 (sepuluh ribu rupiah)" */
static gsize
scan_number (Scanner *self, const char *at, MftRun *run)
{
  static const struct
  {
    const char *unit;
    MftForm form;
  } forms[]
      = { { "", MFT_FORM_NUMBER }, { "persen", MFT_FORM_PERCENT }, { "rupiah", MFT_FORM_MONEY } };
  const char *bracket = strchr (at, '(');
  const char *end = bracket != NULL ? strchr (bracket, ')') : NULL;
  MftDecimal number;
  gsize words;

  if ((!g_ascii_isdigit (at[0]) && !g_str_has_prefix (at, "Rp")) || end == NULL
      || strspn (at, "Rp0123456789.,% ") != (gsize) (bracket - at))
    return 0;
  words = mft_terbilang_scan (bracket + 1, &number);
  if (words == 0 || number.places > 0)
    return 0;
  words += mft_scan_space (bracket + 1 + words);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if ((gsize) (end - bracket - 1) == words + strlen (forms[i].unit)
        && g_str_has_prefix (bracket + 1 + words, forms[i].unit))
      {
        run->kind = MFT_RUN_NUMBER;
        run->form = (int) forms[i].form;
        run->value = g_strdup_printf ("%" G_GUINT64_FORMAT, mft_decimal_whole (number));
        return accept_run (self, at, (gsize) (end + 1 - at), run);
      }
  return 0;
}

/* "17 April 2023" */
static gsize
scan_date (Scanner *self, const char *at, MftRun *run)
{
  MftDate date;
  gsize size = g_ascii_isdigit (at[0]) ? mft_date_scan (at, &date) : 0;

  if (size == 0 || !mft_date_valid (date))
    return 0;
  run->kind = MFT_RUN_DATE;
  run->form = MFT_FORM_DATE;
  run->value = mft_date_format_iso (date);
  return accept_run (self, at, size, run);
}

/* The block that the source links the `size` bytes at `at`, or a part of them, to; NULL for none. */
static MftBlock *
find_linked (Scanner *self, const char *at, gsize size)
{
  guint start = 0;
  guint end = 0;

  for (guint i = 0; i < self->importer->links->len; i++)
    {
      const MftImportLinked *link = &g_array_index (self->importer->links, MftImportLinked, i);
      if (link->block != self->block)
        continue;
      if (end == 0)
        {
          start = (guint) g_utf8_pointer_to_offset (self->words, at);
          end = start + (guint) g_utf8_strlen (at, (gssize) size);
        }
      if (link->start >= start && link->end <= end && link->start < link->end)
        return g_hash_table_lookup (self->importer->anchors, link->target);
    }
  return NULL;
}

/* The source's own link counts more than the words; but words that say something else stay. */
static MftBlock *
choose_target (Scanner *self, MftBlock *target, MftReferenceForm form, const char *at, gsize size)
{
  MftBlock *linked = find_linked (self, at, size);
  MftRun run = { .kind = MFT_RUN_REFERENCE, .form = (int) form };
  g_autofree char *words = g_strndup (at, size);

  if (linked == NULL
      || (target != NULL && g_str_equal (mft_block_get_id (linked), mft_block_get_id (target))))
    return target;
  run.value = mft_block_get_id (linked);
  if (accept_run (self, at, size, &run) > 0)
    return linked;
  mft_import_report_guess (
      self->importer->report,
      GPOINTER_TO_UINT (g_hash_table_lookup (self->importer->lines, self->block)), words,
      "reference-differs", MFT_CONFIDENCE_LOW);
  return target;
}

/* The reference, or the part of one, that begins at a byte of the words. A path from a Pasal down is one, as
 * is all of what another law says; any other part stands for itself. */
static gsize
find_reference (Scanner *self, gsize at, MftBlock **target, MftReferenceForm *form)
{
  const MftFoundReference *found = NULL;

  for (; self->next_reference < self->references->len; self->next_reference++)
    {
      found = &g_array_index (self->references, MftFoundReference, self->next_reference);
      if (found->end > at)
        break;
    }
  if (self->next_reference == self->references->len || found->start > at)
    return 0;
  *target = found->target;
  *form = found->external      ? MFT_REFERENCE_EXTERNAL
          : found->n_parts > 1 ? MFT_REFERENCE_PATH
                               : MFT_REFERENCE_LEVEL;
  if (found->external || found->parts[0].label.kind == MFT_LABEL_PASAL)
    return found->start == at ? found->end - at : 0;
  *form = MFT_REFERENCE_LEVEL;
  for (guint i = 0; i < found->n_parts; i++)
    if (found->parts[i].start == at)
      {
        *target = found->parts[i].target;
        return found->parts[i].end - at;
      }
  return 0;
}

static void
tell_unresolved (Scanner *self, const char *words)
{
  const MftFoundReference *found
      = &g_array_index (self->references, MftFoundReference, self->next_reference);

  if (found->refers)
    mft_import_report_guess (
        self->importer->report,
        GPOINTER_TO_UINT (g_hash_table_lookup (self->importer->lines, self->block)), words,
        "reference-unresolved", MFT_CONFIDENCE_LOW);
}

static gsize
scan_reference (Scanner *self, const char *at, MftRun *run)
{
  MftReferenceForm form;
  MftBlock *target;
  gsize size = find_reference (self, (gsize) (at - self->words), &target, &form);

  if (size == 0)
    return 0;
  if (form == MFT_REFERENCE_EXTERNAL)
    {
      gsize space = mft_scan_space (at + size);
      gsize law = _mft_import_scan_law (at + size + space);
      size += law > 0 ? space + law : 0;
    }
  else
    target = choose_target (self, target, form, at, size);
  run->kind = MFT_RUN_REFERENCE;
  run->form = (int) form;
  run->value = target != NULL ? g_strdup (mft_block_get_id (target)) : g_strndup (at, size);
  if (target == NULL && form != MFT_REFERENCE_EXTERNAL)
    {
      tell_unresolved (self, run->value);
      return 0;
    }
  return accept_run (self, at, size, run);
}

/* The atom that begins at `at`: bytes taken, 0 for none. `run->value` is to be freed in any case. */
static gsize
scan_run (Scanner *self, const char *at, MftRun *run)
{
  static gsize (*const scanners[]) (Scanner *, const char *, MftRun *)
      = { scan_field, scan_party, scan_number, scan_date, scan_reference };
  gboolean heading = mft_block_get_kind (self->block) == MFT_BLOCK_PASAL;

  for (guint i = 0; i < G_N_ELEMENTS (scanners); i++)
    {
      gsize size;

      if (heading && scanners[i] != scan_party)
        continue;
      run->value = NULL;
      size = scanners[i](self, at, run);
      if (size > 0)
        return size;
      g_free ((char *) run->value);
    }
  run->value = NULL;
  return 0;
}

/* Bold is the look of titles and of parties' names, so it is no content there (reference: import
 * traps); at marks between words it is nothing at all. */
static MftText *
without_bold (MftText *text, MftBlockKind kind)
{
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      MftRun run = *mft_text_get_run (text, i);
      gboolean letters = FALSE;

      for (const char *at = run.value; run.kind == MFT_RUN_TEXT && *at != '\0';
           at = g_utf8_next_char (at))
        letters |= g_unichar_isalnum (g_utf8_get_char (at));
      if (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_CENTERED || kind == MFT_BLOCK_ATTACHMENT
          || !letters)
        run.style &= ~(guint) MFT_STYLE_BOLD;
      mft_text_builder_add (&builder, run.kind, run.value, run.form, run.style);
    }
  return mft_text_builder_end (&builder);
}

static gsize
scan_quote (const char *at)
{
  static const char *const quotes[] = { "“", "”", "\"" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (at, quotes[i]))
      return strlen (quotes[i]);
  return 0;
}

static gboolean
is_defined_here (const char *words, const char *open, const char *behind)
{
  static const char *const verbs[] = { "adalah", "yang selanjutnya", "ialah", "merupakan" };
  const char *rest = behind + mft_scan_space (behind);

  if (open - words >= 8 && memcmp (open - 8, "disebut ", 8) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (open == words && g_str_has_prefix (rest, verbs[i]))
      return TRUE;
  return FALSE;
}

/* “Sertifikat Elektronik” adalah …; yang selanjutnya disebut “BSrE”. */
static MftText *
with_definitions (MftText *text)
{
  g_autofree char *words = mft_text_dup_words (text);
  MftText *marked = mft_text_ref (text);

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize open = scan_quote (at);
      const char *start = at + open;
      const char *end = start;
      g_autofree char *role = NULL;

      if (open == 0)
        continue;
      while (*end != '\0' && scan_quote (end) == 0)
        end = g_utf8_next_char (end);
      if (*end == '\0')
        break;
      if (is_defined_here (words, at, end + scan_quote (end))
          && mft_party_parse_role (start, &role) == 0)
        {
          MftText *styled = mft_text_restyle (
              marked, (guint) g_utf8_pointer_to_offset (words, start),
              (guint) g_utf8_pointer_to_offset (words, end), MFT_STYLE_DEFINITION, MFT_STYLE_PLAIN);
          mft_text_unref (marked);
          marked = styled;
        }
      at = end;
    }
  return marked;
}

static gboolean
at_word_start (const char *words, const char *at)
{
  return at == words || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* The text with its atoms. */
static MftText *
with_runs (Scanner *self)
{
  MftTextBuilder builder;
  const char *at = self->words;
  guint offset = 0;  /* of `at`, in characters */
  guint pending = 0; /* where the words begin that are not yet taken over */

  mft_text_builder_init (&builder);
  while (*at != '\0')
    {
      MftRun run = { .kind = MFT_RUN_TEXT };
      gsize size = at_word_start (self->words, at) ? scan_run (self, at, &run) : 0;

      if (size == 0)
        {
          at = g_utf8_next_char (at);
          offset++;
          continue;
        }
      g_autoptr (MftText) before = mft_text_slice (self->text, pending, offset);
      MftStyle style = mft_text_get_run_at (self->text, offset, NULL)->style;
      mft_text_builder_text (&builder, before);
      mft_text_builder_add (&builder, run.kind, run.value, run.form,
                            style & ~(guint) MFT_STYLE_BOLD);
      g_free ((char *) run.value);
      offset += (guint) g_utf8_strlen (at, (gssize) size);
      pending = offset;
      at += size;
    }
  g_autoptr (MftText) rest = mft_text_slice (self->text, pending, offset);
  mft_text_builder_text (&builder, rest);
  return mft_text_builder_end (&builder);
}

static void
scan_block (Scanner *self, MftBlock *block)
{
  g_autoptr (MftText) defined = with_definitions (mft_block_get_text (block));
  g_autofree char *words = mft_text_dup_words (defined);

  self->block = block;
  self->shown_block = mft_agreement_get_block (self->agreement, mft_block_get_id (block));
  self->text = defined;
  self->words = words;
  self->next_reference = 0;
  self->references = mft_references_find (self->agreement, self->shown_block, words);
  g_autoptr (MftText) found = with_runs (self);
  g_autoptr (MftText) text = without_bold (found, mft_block_get_kind (block));
  mft_block_set_text (block, text);
  g_clear_pointer (&self->references, g_array_unref);
}

void
_mft_import_find_runs (MftImporter *self, MftBlock *root, MftAgreement *agreement)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Scanner scanner
      = { .importer = self, .root = root, .agreement = agreement, .candidates = candidates };

  g_array_set_clear_func (candidates, clear_candidate);
  add_candidates (&scanner);
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (mft_block_kind_has_text (mft_block_get_kind (at))
        && mft_text_length (mft_block_get_text (at)) <= LENGTH_MOST)
      scan_block (&scanner, at);
}
