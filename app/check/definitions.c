/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"
#include "bahasa/text.h"
#include "base/content.h"

#include "check/definitions-private.h"

static void
statutory_free (gpointer data)
{
  MftStatutory *statutory = data;

  g_free (statutory->term);
  g_free (statutory->words);
  g_free (statutory->source);
  g_free (statutory);
}

/* "PP 71/2019 Pasal 1 angka 20"; not "praktik", not "Perpres 39/2019 Pasal 1 (diringkas)". */
static gboolean
is_law (const char *source)
{
  return (g_str_has_prefix (source, "UU ") || g_str_has_prefix (source, "PP ")
          || g_str_has_prefix (source, "Perpres "))
         && strchr (source, '(') == NULL && strchr (source, ';') == NULL;
}

/* "=== D-… | Term | kelompok: … | source: …", and the definition in the line behind. */
static void
read_definition (GHashTable *definitions, const char *head, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (head, " | ", -1);
  guint count = g_strv_length (parts);
  const char *source = count > 2 ? g_strstr_len (parts[count - 1], -1, "source: ") : NULL;

  if (source == NULL || strchr (words, '{') != NULL || !is_law (source + strlen ("source: ")))
    return;
  MftStatutory *statutory = g_new0 (MftStatutory, 1);
  g_auto (GStrv) plain = g_strsplit (words, "*", -1);
  statutory->term = mft_capitals (parts[1], MFT_CAPITALS_LOWER);
  statutory->words = g_strjoinv ("", plain);
  statutory->source = g_strdup (source + strlen ("source: "));
  g_hash_table_replace (definitions, statutory->term, statutory);
}

static gpointer
read_all (gpointer unused)
{
  g_autoptr (GBytes) bytes = mft_content_read ("definitions.txt");
  g_autofree char *text
      = g_strndup (g_bytes_get_data (bytes, NULL), (gsize) g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *definitions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statutory_free);

  (void) unused;
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    if (g_str_has_prefix (lines[i], "=== "))
      read_definition (definitions, lines[i], lines[i + 1]);
  return definitions;
}

const MftStatutory *
_mft_statutory_find (const char *term)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *key = mft_capitals (term, MFT_CAPITALS_LOWER);

  return g_hash_table_lookup (g_once (&once, read_all, NULL), key);
}

/* The words behind "adalah", lower-cased, without a full stop at the end. */
static char *
meaning (const char *definition)
{
  g_autofree char *normal = mft_text_normalize (definition);
  const char *behind = strstr (normal, " adalah ");
  char *lower
      = mft_capitals (behind != NULL ? behind + strlen (" adalah ") : normal, MFT_CAPITALS_LOWER);
  gsize size = strlen (lower);

  while (size > 0 && strchr (".; ", lower[size - 1]) != NULL)
    lower[--size] = '\0';
  return lower;
}

gboolean
_mft_statutory_is_same (const MftStatutory *statutory, const char *definition)
{
  g_autofree char *law = meaning (statutory->words);
  g_autofree char *here = meaning (definition);

  return g_str_equal (law, here);
}
