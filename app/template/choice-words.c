/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/choice-words.h"

#include <string.h>

#include "template/own-clauses.h"
#include "template/template-choices.h"

#define WORDS_OF_LINE 60

static const struct
{
  const char *id;
  const char *title;
} titles[] = {
  { "paket", "Bidang kerja sama" },
  { "varian_penutup", "Cara penandatanganan" },
  { "varian_perselisihan", "Penyelesaian perselisihan" },
  { "varian_hki", "Kekayaan intelektual" },
  { "dasar_kewenangan_p1", "Dasar kewenangan PIHAK KESATU" },
  { "dasar_kewenangan_p2", "Dasar kewenangan PIHAK KEDUA" },
  { "dasar_kewenangan_p3", "Dasar kewenangan PIHAK KETIGA" },
  { "gaya_definisi", "Penomoran definisi" },
  { "gaya_acuan", "Acuan dalam Pasal yang sama" },
  { "nama_perubahan", "Nama naskah perubahan" },
  { "dasar_hukum", "Dasar hukum" },
  { "B-pembukaan", "Tempat pada pembukaan" },
};

static const struct
{
  const char *option;
  const char *words;
} options[] = {
  { MFT_CHOICE_ON, "Dipakai" },   { MFT_CHOICE_OFF, "Tidak dipakai" },
  { "ringkas", "pada ayat (1)" }, { "lengkap", "pada ayat (1) Pasal ini" },
  { "angka", "Angka: 1., 2." },   { "ayat", "Ayat: (1), (2)" },
};

/* The clause, part or attachment that the choice is about; `line`: its optional line, or NULL. */
static const MftUnit *
unit_of (const MftTemplate *template, const char *id, const char **line)
{
  const char *hash = strchr (id, '#');
  g_autofree char *unit_id = hash != NULL ? g_strndup (id, (gsize) (hash - id)) : g_strdup (id);
  const MftUnit *unit = mft_clause_library_get (template->clauses, unit_id);

  *line = hash != NULL ? hash + 1 : NULL;
  for (guint i = 0; unit == NULL && i < template->unit->entries->len; i++)
    {
      const MftEntry *entry = g_ptr_array_index (template->unit->entries, i);
      if (entry->own != NULL && g_str_equal (entry->own->id, unit_id))
        unit = entry->own;
    }
  return unit;
}

/* What a variant's option selects: "K-51" or "K-53=rinci". */
static const char *
effect_of (const MftChoice *choice, const char *option)
{
  for (guint i = 0; choice->effects != NULL && choice->choices[i] != NULL; i++)
    if (g_str_equal (choice->choices[i], option))
      return choice->effects[i];
  return NULL;
}

static char *
dup_line (const MftUnit *unit, const char *label)
{
  for (guint f = 0; f < unit->forms->len; f++)
    {
      const MftWording *form = g_ptr_array_index (unit->forms, f);
      for (guint i = 0; i < form->passages->len; i++)
        {
          const MftPassage *passage = g_ptr_array_index (form->passages, i);
          if (g_strcmp0 (passage->label, label) != 0)
            continue;
          GPtrArray *tokens = mft_passage_get_tokens (passage);
          g_autoptr (GString) words = g_string_new (NULL);
          for (guint t = 0; t < tokens->len; t++)
            {
              const MftToken *token = g_ptr_array_index (tokens, t);
              g_string_append (words, token->kind == MFT_TOKEN_TEXT ? token->text : "…");
            }
          g_autofree char *start = g_utf8_substring (
              words->str, 0, MIN (WORDS_OF_LINE, g_utf8_strlen (words->str, -1)));
          return g_strdup_printf ("%s: “%s…”", unit->title, g_strchomp (start));
        }
    }
  return g_strdup (unit->title);
}

char *
mft_choice_dup_title (const MftTemplate *template, const MftChoice *choice)
{
  const char *line;
  const MftUnit *unit;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].id, choice->id))
      return g_strdup (titles[i].title);
  unit = unit_of (template, choice->id, &line);
  if (unit == NULL)
    return g_strdup (choice->id);
  return line != NULL ? dup_line (unit, line) : g_strdup (unit->title);
}

/* The unit and alternative that an option stands for; FALSE for one that only names itself. */
static gboolean
find_wording (const MftTemplate *template, const MftChoice *choice, const char *option,
              const MftUnit **unit, const MftWording **wording)
{
  const char *effect = effect_of (choice, option);
  g_autofree char *id = effect != NULL ? mft_effect_dup_id (effect)
                        : g_str_has_prefix (choice->id, "dasar_kewenangan_")
                            ? g_strdup ("B-komparisi")
                            : g_strdup (choice->id);
  const char *form = effect != NULL ? mft_effect_get_choice (effect) : option;
  const char *line;

  *unit = unit_of (template, id, &line);
  if (*unit == NULL)
    return FALSE;
  *wording = mft_unit_get_wording (*unit, g_str_equal (form, MFT_CHOICE_ON) ? NULL : form);
  return *wording != NULL;
}

char *
mft_choice_dup_option (const MftTemplate *template, const MftChoice *choice, const char *option)
{
  const MftUnit *unit;
  const MftWording *wording;

  if (g_str_equal (choice->id, "paket") && !g_str_equal (option, MFT_CHOICE_OFF))
    {
      unit = mft_clause_library_get (template->clauses, option);
      return g_strdup (unit != NULL ? unit->title : option);
    }
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (g_str_equal (options[i].option, option)
        && (i < 2 || g_str_has_prefix (choice->id, "gaya_")))
      return g_strdup (options[i].words);
  if (!find_wording (template, choice, option, &unit, &wording))
    return unit != NULL ? g_strdup_printf ("Tanpa %s", unit->title) : g_strdup (option);
  return g_strdup (*wording->name != '\0' ? wording->name : unit->title);
}

char *
mft_choice_dup_note (const MftTemplate *template, const MftChoice *choice, const char *option)
{
  const MftUnit *unit;
  const MftWording *wording;
  const MftEntry *status;

  if (g_str_equal (option, MFT_CHOICE_OFF)
      || !find_wording (template, choice, option, &unit, &wording))
    return NULL;
  status = mft_entries_find (unit->entries, "status");
  const char *note = mft_wording_get_value (wording, unit, "catatan");
  if (status == NULL || !g_str_equal (status->value, MFT_CLAUSE_STATUS_REVIEW))
    return g_strdup (note);
  return note != NULL ? g_strdup_printf ("Perlu telaah hukum. %s", note)
                      : g_strdup ("Perlu telaah hukum.");
}

MftChoiceGroup
mft_choice_get_group (const MftChoice *choice)
{
  if (choice->id[0] == 'L' && choice->id[1] == '-')
    return MFT_CHOICE_OF_ATTACHMENT;
  if (choice->id[1] != '-' || choice->id[0] == 'B')
    return MFT_CHOICE_OF_WHOLE;
  return g_strv_contains ((const char *const *) choice->choices, MFT_CHOICE_OFF)
             ? MFT_CHOICE_OF_OPTIONAL
             : MFT_CHOICE_OF_WORDING;
}
