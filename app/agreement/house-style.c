/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/house-style.h"

#include "agreement/field-use.h"
#include "agreement/party.h"
#include "base/data-folder.h"
#include "base/safe-file.h"

#define FILE_NAME "gaya.ini"
#define GROUP "gaya"

static const MftStyleKey keys[] = {
  { MFT_STYLE_ROLE, { "KESATU", "PERTAMA" } },
  { MFT_STYLE_ROLE_CAPITALS, { "kapital", "judul" } },
  { MFT_STYLE_JOINT, { "DENGAN", "DAN" } },
  { MFT_STYLE_SIDES, { "kiri", "kanan" } },
  { MFT_STYLE_DEGREES, { "dengan", "tanpa" } },
  { MFT_STYLE_RANK, { "tanpa", "dengan" } },
  { MFT_STYLE_HEADINGS, { "kapital", "judul" } },
  { MFT_STYLE_DATES, { "kecil", "tahun", "judul" } },
  { MFT_STYLE_CHAPTERS, { "dengan", "tanpa" } },
  { MFT_STYLE_REFERENCES, { "ringkas", "lengkap" } },
  { NULL, { NULL } },
};

const MftStyleKey *
mft_house_style_keys (void)
{
  return keys;
}

const MftStyleKey *
mft_house_style_find (const char *key)
{
  for (const MftStyleKey *known = keys; known->key != NULL; known++)
    if (g_str_equal (known->key, key))
      return known;
  return NULL;
}

const char *
mft_house_style_get (MftAgreement *agreement, const char *key)
{
  const MftStyleKey *known = mft_house_style_find (key);
  const char *value;

  g_return_val_if_fail (known != NULL, NULL);
  value = g_str_equal (key, MFT_STYLE_JOINT) ? mft_agreement_get_value (agreement, key)
                                             : mft_agreement_get_setting (agreement, key);
  return value != NULL && g_strv_contains (known->choices, value) ? value : known->choices[0];
}

/* --- rank and number under a name --------------------------------------------------------------- */

static MftBlock *
find_line (MftBlock *signature, const char *suffix)
{
  g_autofree char *id = mft_party_field_id (mft_block_get_party (signature), suffix);

  for (guint i = 0; i < mft_block_n_children (signature); i++)
    if (mft_block_shows_field (mft_block_get_child (signature, i), id))
      return mft_block_get_child (signature, i);
  return NULL;
}

static gboolean
add_line (MftAgreement *agreement, MftBlock *signature, guint index, const char *words,
          const char *suffix, const char *meaning, GError **error)
{
  g_autofree char *id = mft_party_field_id (mft_block_get_party (signature), suffix);
  g_autoptr (MftText) before = mft_text_new (words, MFT_STYLE_PLAIN);
  g_autoptr (MftText) field = mft_text_new_atom (MFT_RUN_FIELD, id, MFT_FORM_TEXT, MFT_STYLE_PLAIN);
  g_autoptr (MftText) text = mft_text_join (before, field);

  mft_edit_add_field (agreement, mft_field_new (id, MFT_FIELD_TEXT, TRUE, meaning, NULL));
  return mft_edit_insert (agreement, signature, index, mft_block_new (MFT_BLOCK_LINE, text), error);
}

static gboolean
set_rank (MftAgreement *agreement, MftBlock *signature, gboolean wanted, GError **error)
{
  static const struct
  {
    const char *suffix;
    const char *words;
    const char *meaning;
  } lines[] = {
    { "pangkat", "", "Pangkat pejabat %s" },
    { "nip", "NIP ", "NIP pejabat %s" },
  };
  MftBlock *name = find_line (signature, "pejabat");
  g_autofree char *value = g_strdup_printf ("%u", mft_block_get_party (signature));
  g_autofree char *role = mft_party_dup_role (agreement, value);

  for (guint i = 0; name != NULL && role != NULL && i < G_N_ELEMENTS (lines); i++)
    {
      MftBlock *line = find_line (signature, lines[i].suffix);
      g_auto (GStrv) parts = g_strsplit (lines[i].meaning, "%s", 2);
      g_autofree char *meaning = g_strjoinv (role, parts);
      if ((line != NULL) == wanted)
        continue;
      if (wanted ? !add_line (agreement, signature, mft_block_get_index (name) + 1 + i,
                              lines[i].words, lines[i].suffix, meaning, error)
                 : !mft_edit_remove (agreement, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_ranks (MftAgreement *agreement, gboolean wanted, GError **error)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_SIGNATURES);

  for (guint i = 0; part != NULL && i < mft_block_n_children (part); i++)
    if (!set_rank (agreement, mft_block_get_child (part, i), wanted, error))
      return FALSE;
  return TRUE;
}

/* --- setting ------------------------------------------------------------------------------------ */

static gboolean
apply (MftAgreement *agreement, const MftStyleKey *known, const char *value, GError **error)
{
  gboolean usual = g_str_equal (value, known->choices[0]);

  if (g_str_equal (known->key, MFT_STYLE_JOINT))
    return mft_agreement_get_field (agreement, known->key) == NULL
           || mft_edit_field (agreement, known->key, value, error);
  if (g_str_equal (known->key, MFT_STYLE_RANK) && !set_ranks (agreement, !usual, error))
    return FALSE;
  mft_edit_setting (agreement, known->key, usual ? NULL : value);
  return TRUE;
}

gboolean
mft_house_style_set (MftAgreement *agreement, const char *key, const char *value, GError **error)
{
  const MftStyleKey *known = mft_house_style_find (key);
  gboolean done;

  if (known == NULL || !g_strv_contains (known->choices, value))
    {
      g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD, "'%s' cannot be '%s'",
                   key, value);
      return FALSE;
    }
  mft_edit_begin (agreement);
  done = apply (agreement, known, value, error);
  mft_edit_end (agreement);
  return done;
}

/* "Dr.", "Prof.", "H.": what stands before a name. An initial is one letter and stays: "M." */
static gboolean
is_degree (const char *word, gsize size)
{
  static const char *const short_ones[] = { "H.", "Hj.", "Ir.", "K.H.", NULL };
  g_autofree char *given = g_strndup (word, size);

  return size > 1 && word[size - 1] == '.' && (size > 2 || g_strv_contains (short_ones, given));
}

char *
mft_house_style_strip_degrees (const char *name)
{
  const char *end = strchr (name, ',');
  const char *start = name;
  g_autofree char *rest = NULL;

  for (const char *space = strchr (start, ' ');
       space != NULL && (end == NULL || space < end) && is_degree (start, (gsize) (space - start));
       space = strchr (start, ' '))
    start = space + 1;
  rest = end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
  return g_strdup (g_strstrip (rest));
}

/* --- for the next agreement --------------------------------------------------------------------- */

static char *
dup_path (GError **error)
{
  g_autofree char *folder = mft_data_folder (NULL, error);

  return folder != NULL ? g_build_filename (folder, FILE_NAME, NULL) : NULL;
}

gboolean
mft_house_style_keep (MftAgreement *agreement, GError **error)
{
  g_autofree char *path = dup_path (error);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize size;

  if (path == NULL)
    return FALSE;
  for (const MftStyleKey *known = keys; known->key != NULL; known++)
    g_key_file_set_string (file, GROUP, known->key, mft_house_style_get (agreement, known->key));
  g_autofree char *data = g_key_file_to_data (file, &size, NULL);
  return mft_safe_file_save (path, data, size, TRUE, error);
}

gboolean
mft_house_style_take_kept (MftAgreement *agreement, GError **error)
{
  g_autofree char *path = dup_path (error);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gboolean done = TRUE;

  if (path == NULL)
    return FALSE;
  /* Nobody kept one, or it is no more to be read: the usual. */
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return TRUE;
  mft_edit_begin (agreement);
  for (const MftStyleKey *known = keys; done && known->key != NULL; known++)
    {
      g_autofree char *value = g_key_file_get_string (file, GROUP, known->key, NULL);
      if (value != NULL && g_strv_contains (known->choices, value))
        done = apply (agreement, known, value, error);
    }
  mft_edit_end (agreement);
  return done;
}
