/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/own-clauses.h"

#include "agreement/shown.h"
#include "base/data-folder.h"
#include "base/random.h"
#include "base/safe-file.h"
#include "template/clause.h"
#include "template/error.h"
#include "template/passage-writer.h"

#define NAME "klausul.txt"
#define SIZE_MOST (2 * 1024 * 1024)

static char *
dup_path (GError **error)
{
  g_autofree char *folder = mft_data_folder (NULL, error);

  return folder != NULL ? g_build_filename (folder, NAME, NULL) : NULL;
}

/* The file's text; "" where there is none yet. */
static char *
load_text (GError **error)
{
  g_autofree char *path = dup_path (error);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = path != NULL ? mft_file_read (path, SIZE_MOST, &reason) : NULL;

  if (path == NULL)
    return NULL;
  if (bytes != NULL)
    return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_strdup ("");
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/* Only a text that can be read again is saved. */
static gboolean
save_text (const char *text, GError **error)
{
  g_autofree char *path = dup_path (error);
  g_autoptr (MftClauseLibrary) library = mft_clause_library_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return path != NULL && mft_clause_library_add (library, NAME, bytes, error)
         && mft_safe_file_save (path, text, strlen (text), TRUE, error);
}

MftClauseLibrary *
mft_own_clauses_load (GError **error)
{
  MftClauseLibrary *library = mft_clause_library_new ();
  g_autofree char *text = load_text (error);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;

  if (bytes != NULL && text[0] != '\0')
    mft_clause_library_add (library, NAME, bytes, error);
  return library;
}

gboolean
mft_own_clauses_has (const MftUnit *unit)
{
  return g_str_equal (unit->file, NAME);
}

/* The bytes of a unit in the text, from its head to the next one's; FALSE if it is not there. */
static gboolean
find_unit (const char *text, const char *id, gsize *start, gsize *end)
{
  g_autofree char *head = g_strdup_printf ("=== %s |", id);
  const char *at = text;

  while (at != NULL && !g_str_has_prefix (at, head))
    {
      at = strstr (at, "\n=== ");
      at = at != NULL ? at + 1 : NULL;
    }
  if (at == NULL)
    return FALSE;
  const char *next = strstr (at, "\n=== ");
  *start = (gsize) (at - text);
  *end = next != NULL ? (gsize) (next + 1 - text) : strlen (text);
  return TRUE;
}

/* Puts `unit` in the place of the one of that id, or at the end. */
static gboolean
replace_unit (const char *id, const char *unit, GError **error)
{
  g_autofree char *text = load_text (error);
  gsize start, end;

  if (text == NULL)
    return FALSE;
  if (!find_unit (text, id, &start, &end))
    start = end = strlen (text);
  g_autofree char *changed = g_strdup_printf ("%.*s%s%s", (int) start, text, unit, text + end);
  return save_text (changed, error);
}

/* A passage that was a clause stands for what that one stands for. */
static char *
dup_purpose (MftBlock *block)
{
  g_autoptr (MftClauseLibrary) library = mft_own_clauses_load (NULL);
  const char *id = mft_clause_of_block (block, NULL);
  const MftUnit *unit = id != NULL ? mft_clause_library_get (library, id) : NULL;

  return unit != NULL ? g_strdup (mft_unit_get_value (unit, "setara")) : NULL;
}

char *
mft_own_clauses_save (MftAgreement *agreement, MftBlock *block, const char *given_id,
                      const char *given_title, const char *given_note, GError **error)
{
  g_autofree char *random = mft_random_id ();
  g_autofree char *id = given_id != NULL ? g_strdup (given_id) : g_strconcat ("K-", random, NULL);
  g_autofree char *title = mft_passages_dup_clean (given_title);
  g_autofree char *note = mft_passages_dup_clean (given_note != NULL ? given_note : "");
  g_autofree char *about = mft_agreement_dup_title (agreement);
  g_autofree char *source = mft_passages_dup_clean (about);
  g_autofree char *passages = mft_passages_dup_text (agreement, block);
  g_autofree char *heading = mft_block_get_kind (block) == MFT_BLOCK_PASAL
                                 ? mft_shown_text (agreement, block)
                                 : g_strdup (title);
  g_autofree char *purpose = dup_purpose (block);
  g_autoptr (GString) unit = g_string_new (NULL);

  if (passages == NULL || title[0] == '\0')
    {
      g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX,
                   "\"%s\" holds what no clause can", given_title);
      return NULL;
    }
  g_string_append_printf (
      unit, "=== %s | %s | subject: Klausul sendiri | status: " MFT_CLAUSE_STATUS_DRAFT, id, title);
  if (source[0] != '\0')
    g_string_append_printf (unit, " | source: %s", source);
  g_autofree char *clean_heading = mft_passages_dup_clean (heading);
  g_string_append_printf (unit, "\nheading: %s\n", clean_heading);
  if (purpose != NULL)
    g_string_append_printf (unit, "setara: %s\n", purpose);
  if (note[0] != '\0')
    g_string_append_printf (unit, "perubahan: %s\n", note);
  g_string_append_printf (unit, "%s\n", passages);
  return replace_unit (id, unit->str, error) ? g_steal_pointer (&id) : NULL;
}

static gboolean
refuse_unknown (const char *id, GError **error)
{
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN,
               "there is no clause '%s' of one's own", id);
  return FALSE;
}

/* The head with another status; the note goes behind it. */
gboolean
mft_own_clauses_set_status (const char *id, const char *status, const char *given_note,
                            GError **error)
{
  g_autofree char *text = load_text (error);
  g_autofree char *note = mft_passages_dup_clean (given_note != NULL ? given_note : "");
  gsize start, end;

  if (text == NULL)
    return FALSE;
  if (!find_unit (text, id, &start, &end))
    return refuse_unknown (id, error);
  g_autofree char *unit = g_strndup (text + start, end - start);
  gsize head = strcspn (unit, "\n");
  const char *old = g_strstr_len (unit, (gssize) head, "status: ");
  gsize value = old != NULL ? (gsize) (old - unit) + strlen ("status: ") : head;
  gsize behind = value + (old != NULL ? strcspn (unit + value, "|\n") : 0);
  g_autofree char *changed = g_strdup_printf (
      "%.*s%s%s%s%.*s\n%s%s%s%s", (int) value, unit, old != NULL ? "" : " | status: ", status,
      unit[behind] == '|' ? " " : "", (int) (head - behind), unit + behind,
      note[0] != '\0' ? "perubahan: " : "", note, note[0] != '\0' ? "\n" : "",
      unit[head] == '\n' ? unit + head + 1 : "");
  return replace_unit (id, changed, error);
}

gboolean
mft_own_clauses_remove (const char *id, GError **error)
{
  g_autofree char *text = load_text (error);
  gsize start, end;

  if (text == NULL)
    return FALSE;
  return find_unit (text, id, &start, &end) ? replace_unit (id, "", error)
                                            : refuse_unknown (id, error);
}
