/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of the agreement found in its words. */
#include "exchange/recognise/importer-private.h"

#include "agreement/party.h"
#include "bahasa/capitals.h"
#include "bahasa/date-phrase.h"
#include "bahasa/duration.h"
#include "bahasa/scan.h"

/* Names and titles are shorter than this. Bytes. */
#define NAME_MOST 1000

typedef struct
{
  MftImporter *importer;
  MftBlock *root;
  MftAgreement *agreement;
  MftAgreement *catalogue; /* all fields of all parties, to take from */
} Finder;

static const struct
{
  const char *id;
  MftFieldType type;
  const char *meaning;
} common_fields[] = {
  { "tentang", MFT_FIELD_TEXT, "Judul kerja sama" },
  { "tanggal_ttd", MFT_FIELD_DATE, "Tanggal penandatanganan" },
  { "tempat_ttd", MFT_FIELD_TEXT, "Tempat penandatanganan" },
  { "jangka_waktu", MFT_FIELD_DURATION, "Jangka waktu" },
};

static MftAgreement *
new_catalogue (MftAgreement *agreement)
{
  MftAgreement *catalogue = mft_agreement_new (NULL);

  mft_agreement_set_setting (catalogue, "sebutan",
                             mft_agreement_get_setting (agreement, "sebutan"));
  for (guint i = 0; i < G_N_ELEMENTS (common_fields); i++)
    mft_agreement_add_field (catalogue, mft_field_new (common_fields[i].id, common_fields[i].type,
                                                       TRUE, common_fields[i].meaning, NULL));
  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    mft_party_add_fields (catalogue, party);
  return catalogue;
}

/* Keeps the first value that is found; what the field cannot hold stays words. */
static void
give (Finder *self, const char *id, const char *value, MftBlock *block)
{
  MftField *known = mft_agreement_get_field (self->catalogue, id);
  g_autofree char *canonical = NULL;
  MftField *field;

  if (known == NULL || value[0] == '\0' || mft_agreement_get_field (self->agreement, id) != NULL)
    return;
  canonical = mft_field_parse (known, value, NULL);
  if (canonical == NULL)
    return;
  field = mft_field_copy (known);
  mft_field_set_value (field, canonical);
  mft_agreement_add_field (self->agreement, field);
  mft_import_report_guess (self->importer->report,
                           GPOINTER_TO_UINT (g_hash_table_lookup (self->importer->lines, block)),
                           canonical, id, MFT_CONFIDENCE_HIGH);
}

static void
give_party (Finder *self, guint party, const char *suffix, const char *value, MftBlock *block)
{
  g_autofree char *id = mft_party_field_id (party, suffix);

  give (self, id, value, block);
}

static char *
words_of (MftBlock *block)
{
  return mft_text_dup_words (mft_block_get_text (block));
}

/* `capitals` as it is written elsewhere in the agreement: "BADAN SIBER" → "Badan Siber". */
static char *
find_ordinary (Finder *self, const char *capitals)
{
  g_autofree char *wanted = g_ascii_strdown (capitals, -1);
  gsize size = strlen (capitals);

  for (MftBlock *at = self->root; at != NULL; at = mft_block_next (at, self->root))
    {
      g_autofree char *words = words_of (at);
      g_autofree char *lower = g_ascii_strdown (words, -1);

      for (const char *place = lower; (place = strstr (place, wanted)) != NULL; place++)
        {
          g_autofree char *found = g_strndup (words + (place - lower), size);
          g_autofree char *upper = mft_capitals (found, MFT_CAPITALS_UPPER);
          if (!mft_words_are_capitals (found) && g_ascii_isupper (found[0])
              && g_str_equal (upper, capitals))
            return g_steal_pointer (&found);
        }
    }
  return mft_capitals (capitals, MFT_CAPITALS_TITLE);
}

/* "" for what is too long to be a name. */
static char *
ordinary_words (Finder *self, MftBlock *block)
{
  g_autofree char *words = words_of (block);

  if (strlen (words) > NAME_MOST)
    return g_strdup ("");
  return mft_words_are_capitals (words) ? find_ordinary (self, words) : g_steal_pointer (&words);
}

/* Names of parties inside the value become their fields, so that one value feeds every place. */
static char *
with_party_names (Finder *self, const char *value)
{
  g_autoptr (GString) nested = g_string_new (value);

  for (guint party = 1; party <= mft_agreement_n_parties (self->agreement); party++)
    {
      g_autofree char *id = mft_party_field_id (party, "nama");
      g_autofree char *use = g_strdup_printf ("{%s}", id);
      const char *name = mft_agreement_get_value (self->agreement, id);
      if (name != NULL)
        g_string_replace (nested, name, use, 0);
    }
  return g_string_free (g_steal_pointer (&nested), FALSE);
}

static void
find_in_title (Finder *self)
{
  const MftImportTitle *title = &self->importer->title;

  guint parties = mft_agreement_n_parties (self->agreement);

  for (guint i = 0; i < MIN (title->names->len, parties); i++)
    {
      g_autofree char *name = ordinary_words (self, title->names->pdata[i]);
      give_party (self, i + 1, "nama", name, title->names->pdata[i]);
    }
  for (guint i = 0; i < MIN (title->numbers->len, parties); i++)
    {
      g_autofree char *words = words_of (title->numbers->pdata[i]);
      const char *value = strchr (words, ':');
      if (value != NULL)
        give_party (self, i + 1, "nomor", value + 1 + strspn (value + 1, " "),
                    title->numbers->pdata[i]);
    }
  if (title->object != NULL)
    {
      g_autofree char *object = ordinary_words (self, title->object);
      g_autofree char *nested = with_party_names (self, object);
      give (self, "tentang", nested, title->object);
    }
}

/* What stands between `after` and the first of `before` (or the end); NULL if `after` is not there.
 * Owned by the caller. */
static char *
between (const char *words, const char *after, const char *const *before)
{
  const char *start = strstr (words, after);
  const char *end;

  if (start == NULL)
    return NULL;
  start += strlen (after);
  end = start + strlen (start);
  for (; *before != NULL; before++)
    {
      const char *place = strstr (start, *before);
      if (place != NULL && place < end)
        end = place;
    }
  while (end > start && strchr (" ,;", end[-1]) != NULL)
    end--;
  return g_strndup (start, (gsize) (end - start));
}

static void
find_in_opening (Finder *self)
{
  MftBlock *opening = self->importer->parts[MFT_BLOCK_OPENING];
  static const char *const ends[] = { ",", " yang bertanda", " kami yang", NULL };
  MftDatePhrase phrase;
  gsize start;

  if (mft_block_n_children (opening) == 0)
    return;
  MftBlock *block = mft_block_get_child (opening, 0);
  g_autofree char *words = words_of (block);
  g_autofree char *place = between (words, "bertempat di ", ends);
  if (mft_date_phrase_find (words, 0, &start, &phrase) && mft_date_valid (phrase.written))
    {
      static const char *const styles[] = { "kecil", "tahun", "judul" };
      g_autofree char *iso = mft_date_format_iso (phrase.written);
      g_autofree char *found = g_strndup (words + start, phrase.size);
      for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
        {
          g_autofree char *formatted = mft_date_phrase_format (phrase.written, (MftDateStyle) i);
          if (g_str_equal (formatted, found))
            mft_agreement_set_setting (self->agreement, "tanggal", styles[i]);
        }
      give (self, "tanggal_ttd", iso, block);
    }
  if (place != NULL)
    give (self, "tempat_ttd", place, block);
}

/* Where the name ends: " : ", or the first comma that no academic title follows. */
static const char *
end_of_name (const char *words)
{
  const char *colon = strstr (words, " : ");
  const char *comma = words;

  if (colon != NULL)
    return colon;
  while ((comma = strstr (comma, ", ")) != NULL)
    {
      gsize word = strcspn (comma + 2, " ,");
      if (memchr (comma + 2, '.', word) == NULL)
        return comma;
      comma += 2;
    }
  return NULL;
}

/* What stands behind "Jabatan :", up to the next particular; NULL if it is not there. Owned by the caller. */
static char *
particular (const char *words, const char *name)
{
  static const char *const ends[] = {
    " Nama",      " Jabatan",   " Alamat",       " NIP",         " Instansi",    " Pangkat",
    " dalam hal", " bertindak", ", selanjutnya", " selanjutnya", " Selanjutnya", " berkedudukan",
    " Dalam hal", NULL
  };
  const char *place = strstr (words, name);
  const char *value = place != NULL ? place + strlen (name) : NULL;

  if (value == NULL || value[strspn (value, " ")] != ':')
    return NULL;
  return g_strstrip (between (value, ":", ends));
}

/* "Nama : …" "Jabatan : …" "Alamat : …", one below the other. */
static gboolean
find_particulars (Finder *self, MftBlock *block, guint party, const char *words)
{
  g_autofree char *name = particular (words, "Nama");
  g_autofree char *office = particular (words, "Jabatan");
  g_autofree char *address = particular (words, "Alamat");

  if (name == NULL || !g_str_has_prefix (words, "Nama"))
    return FALSE;
  give_party (self, party, "pejabat", name, block);
  if (office != NULL)
    give_party (self, party, "jabatan", office, block);
  if (address != NULL)
    give_party (self, party, "alamat", address, block);
  return TRUE;
}

static void
find_in_person (Finder *self, MftBlock *block)
{
  static const char *const office_ends[] = { " berkedudukan di ",
                                             " yang berkedudukan",
                                             " dalam hal ini",
                                             ", bertindak",
                                             " bertindak ",
                                             " berdasarkan ",
                                             ", selanjutnya",
                                             ". ",
                                             NULL };
  static const char *const seat_ends[]
      = { ". Berdasarkan", ", selanjutnya", ". Untuk", ", Untuk", ", untuk", " dalam hal ini",
          ", berdasarkan", ", bertindak",   ". Dalam", ";",       NULL };
  static const char *const authority_ends[]
      = { ",", " berdasarkan", " selanjutnya", " yang ", ".", NULL };
  guint party = mft_block_get_party (block);
  g_autofree char *words = words_of (block);
  const char *name_end = end_of_name (words);
  g_autofree char *seat = between (words, "berkedudukan di ", seat_ends);
  g_autofree char *authority = between (words, "untuk dan atas nama ", authority_ends);
  const char *own_name = mft_party_get (self->agreement, party, "nama");

  if (!find_particulars (self, block, party, words) && name_end != NULL)
    {
      gsize separator = name_end[0] == ',' ? 2 : 3;
      g_autofree char *name = g_strndup (words, (gsize) (name_end - words));
      g_autofree char *office = between (name_end + separator, "", office_ends);
      give_party (self, party, "pejabat", name, block);
      give_party (self, party, "jabatan", office, block);
    }
  if (seat != NULL)
    give_party (self, party, "alamat", seat, block);
  if (authority != NULL && g_strcmp0 (authority, own_name) != 0)
    give_party (self, party, "atas_nama", authority, block);
}

static void
find_in_contact_line (Finder *self, guint party, MftBlock *line)
{
  static const struct
  {
    const char *keyword;
    const char *suffix;
  } keywords[] = {
    { "telp", "korespondensi.telepon" },  { "telepon", "korespondensi.telepon" },
    { "tel", "korespondensi.telepon" },   { "email", "korespondensi.posel" },
    { "e-mail", "korespondensi.posel" },  { "posel", "korespondensi.posel" },
    { "pos-el", "korespondensi.posel" },  { "surel", "korespondensi.posel" },
    { "jalan", "korespondensi.alamat" },  { "jl", "korespondensi.alamat" },
    { "alamat", "korespondensi.alamat" },
  };
  g_autofree char *words = words_of (line);

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      gsize size = strlen (keywords[i].keyword);
      const char *colon = strchr (words, ':');
      gboolean address = g_str_has_suffix (keywords[i].suffix, "alamat");

      if (g_ascii_strncasecmp (words, keywords[i].keyword, size) != 0
          || !mft_scan_boundary (words + size))
        continue;
      if (colon != NULL)
        give_party (self, party, keywords[i].suffix, colon + 1 + strspn (colon + 1, " "), line);
      else if (address)
        give_party (self, party, keywords[i].suffix, words, line);
    }
}

static void
find_term (Finder *self, MftBlock *block)
{
  static const char before[] = "jangka waktu ";
  g_autofree char *words = words_of (block);
  const char *place = strstr (words, before);
  MftDuration duration;

  if (place == NULL || mft_duration_scan (place + strlen (before), &duration) == 0)
    return;
  g_autofree char *value = mft_duration_format (duration);
  give (self, "jangka_waktu", value, block);
}

void
_mft_import_find_fields (MftImporter *self, MftBlock *root, MftAgreement *agreement)
{
  g_autoptr (MftAgreement) catalogue = new_catalogue (agreement);
  Finder finder = { self, root, agreement, catalogue };

  find_in_title (&finder);
  find_in_opening (&finder);
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    switch ((int) mft_block_get_kind (at))
      {
      case MFT_BLOCK_PERSON:
        find_in_person (&finder, at);
        break;
      case MFT_BLOCK_LINE:
        if (mft_block_get_kind (mft_block_get_parent (at)) == MFT_BLOCK_CONTACT)
          find_in_contact_line (&finder, mft_block_get_party (mft_block_get_parent (at)), at);
        break;
      case MFT_BLOCK_AYAT:
      case MFT_BLOCK_PARAGRAPH:
        if (mft_block_get_ancestor (at, MFT_BLOCK_BODY) != NULL)
          find_term (&finder, at);
        break;
      default:
        break;
      }
}
