/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/field-mask.h"

#include "agreement/agreement-private.h"
#include "agreement/edit.h"
#include "bahasa/roman.h"

#define SETTING "pola."
#define LONGEST 200

typedef enum
{
  PART_NUMBER,
  PART_MONTH,
  PART_MONTH_DIGITS,
  PART_YEAR,
} Part;

static const struct
{
  const char *name;
  const char *pattern;
} parts[] = {
  [PART_NUMBER] = { "{nomor}", "[\\p{L}\\p{N}.-]+" },
  [PART_MONTH] = { "{bulan}", "I{1,3}|I?V|VI{1,3}|IX|XI{0,2}" },
  [PART_MONTH_DIGITS] = { "{bulan_angka}", "0[1-9]|1[0-2]" },
  [PART_YEAR] = { "{tahun}", "(?:19|20|21)[0-9]{2}" },
};

/* The part that starts here; FALSE for plain words. */
static gboolean
read_part (const char *at, Part *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (at, parts[i].name))
      {
        *part = (Part) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
mft_field_mask_is_valid (const char *mask)
{
  Part part;

  if (mask[0] == '\0' || strlen (mask) > LONGEST)
    return FALSE;
  for (const char *at = mask; *at != '\0';)
    if (read_part (at, &part))
      at += strlen (parts[part].name);
    else if (*at == '{' || *at == '}')
      return FALSE;
    else
      at++;
  return TRUE;
}

const char *
mft_field_mask_get (MftAgreement *agreement, const char *field)
{
  g_autofree char *key = g_strconcat (SETTING, field, NULL);
  const char *mask = mft_agreement_get_setting (agreement, key);

  return mask != NULL && mft_field_mask_is_valid (mask) ? mask : NULL;
}

gboolean
mft_field_mask_set (MftAgreement *agreement, const char *field, const char *mask, GError **error)
{
  g_autofree char *key = g_strconcat (SETTING, field, NULL);
  gboolean none = mask == NULL || mask[0] == '\0';

  if (!_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;
  if (!none && !mft_field_mask_is_valid (mask))
    {
      g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD,
                   "'%s' is no pattern of a number", mask);
      return FALSE;
    }
  if (g_strcmp0 (mft_agreement_get_setting (agreement, key), none ? NULL : mask) != 0)
    mft_edit_setting (agreement, key, none ? NULL : mask);
  return TRUE;
}

/* Plain words of the mask up to its next part. Returns where that is. */
static const char *
skip_words (const char *at)
{
  Part part;

  while (*at != '\0' && !read_part (at, &part))
    at++;
  return at;
}

static GRegex *
compile (const char *mask)
{
  g_autoptr (GString) pattern = g_string_new ("^");
  Part part;

  for (const char *at = mask; *at != '\0';)
    if (read_part (at, &part))
      {
        g_string_append_printf (pattern, "(%s)", parts[part].pattern);
        at += strlen (parts[part].name);
      }
    else
      {
        const char *end = skip_words (at);
        g_autofree char *words = g_regex_escape_string (at, (int) (end - at));
        g_string_append (pattern, words);
        at = end;
      }
  g_string_append_c (pattern, '$');
  return g_regex_new (pattern->str, 0, 0, NULL);
}

/* A part with what it stands for. */
static char *
dup_dated (Part part, const char *words, MftDate date)
{
  switch (part)
    {
    case PART_NUMBER:
      return g_strdup (words);
    case PART_MONTH:
      return mft_roman (date.month);
    case PART_MONTH_DIGITS:
      return g_strdup_printf ("%02u", date.month);
    case PART_YEAR:
      return g_strdup_printf ("%04u", date.year);
    }
  g_return_val_if_reached (NULL);
}

/* `match`: what the parts are now, or NULL. */
static char *
fill (const char *mask, GMatchInfo *match, MftDate date)
{
  GString *filled = g_string_new (NULL);
  int group = 1;
  Part part;

  for (const char *at = mask; *at != '\0';)
    if (read_part (at, &part))
      {
        g_autofree char *now = match != NULL ? g_match_info_fetch (match, group++) : NULL;
        g_autofree char *words = dup_dated (part, now != NULL ? now : "…", date);
        g_string_append (filled, words);
        at += strlen (parts[part].name);
      }
    else
      {
        const char *end = skip_words (at);
        g_string_append_len (filled, at, end - at);
        at = end;
      }
  return g_string_free (filled, FALSE);
}

gboolean
mft_field_mask_match (const char *mask, const char *words, const MftDate *date, char **dated)
{
  g_autoptr (GRegex) regex = compile (mask);
  g_autoptr (GMatchInfo) match = NULL;

  if (regex == NULL || !g_regex_match (regex, words, 0, &match))
    return FALSE;
  if (dated != NULL && date != NULL)
    *dated = fill (mask, match, *date);
  return TRUE;
}

char *
mft_field_mask_example (const char *mask, MftDate date)
{
  return fill (mask, NULL, date);
}
