/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-source.h"

#include "agreement/akn.h"
#include "bahasa/words.h"
#include "exchange/recognise/line.h"
#include "exchange/text/text-writer.h"

#define NAME "naskah.xml"
#define SIZE_MOST (64 * 1024 * 1024)

static gboolean
save_cb (const char *data, gsize size, gpointer bytes, G_GNUC_UNUSED GError **error)
{
  if (size > SIZE_MOST - ((GByteArray *) bytes)->len)
    return FALSE;
  g_byte_array_append (bytes, (const guint8 *) data, (guint) size);
  return TRUE;
}

static GBytes *
find_attachment (PopplerDocument *document)
{
  GList *attachments = poppler_document_get_attachments (document);
  GBytes *found = NULL;

  for (GList *at = attachments; at != NULL && found == NULL; at = at->next)
    if (g_strcmp0 (poppler_attachment_get_name (at->data), NAME) == 0)
      {
        g_autoptr (GByteArray) bytes = g_byte_array_new ();
        if (poppler_attachment_save_to_callback (at->data, save_cb, bytes, NULL))
          found = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      }
  g_list_free_full (attachments, g_object_unref);
  return found;
}

/* Whether the end of a line cut a word of `text` in two, with a hyphen or, as our own pages have it, with
 * a soft one that is not among the words. */
static gboolean
is_cut (const char *head, gsize length, const char *tail, const char *text)
{
  g_autofree char *one = g_strdup_printf ("%.*s%s", (int) length, head, tail);
  g_autofree char *two = g_strdup_printf ("%.*s %s", (int) length, head, tail);
  g_autofree char *joined = g_utf8_strdown (one, -1);
  g_autofree char *apart = g_utf8_strdown (two, -1);

  return strstr (text, joined) != NULL && strstr (text, apart) == NULL;
}

/* The pages' words; a word that the end of a line cut in two is put together as `text` has it. */
static char *
join_lines (GPtrArray *lines, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *words = ((MftImportLine *) lines->pdata[i])->words;
      const char *next = i + 1 < lines->len ? ((MftImportLine *) lines->pdata[i + 1])->words : "";
      const char *space = strrchr (words, ' ');
      const char *head = space != NULL ? space + 1 : words;
      gsize length = strlen (head), hyphen = g_str_has_suffix (head, "-") ? 1 : 0;
      g_autofree char *tail = g_strndup (next, strcspn (next, " "));

      g_string_append (joined, words);
      if (length > hyphen && tail[0] != '\0' && is_cut (head, length - hyphen, tail, lower))
        g_string_truncate (joined, joined->len - hyphen);
      else
        g_string_append_c (joined, '\n');
    }
  return g_string_free (joined, FALSE);
}

static gboolean
has_same_words (const char *text, const char *pages)
{
  g_autoptr (MftWords) own = mft_words_new (text);
  g_autoptr (MftWords) shown = mft_words_new (pages);
  g_auto (GStrv) not_shown = mft_words_missing (own, shown);
  g_auto (GStrv) not_own = mft_words_missing (shown, own);

  return not_shown[0] == NULL && not_own[0] == NULL;
}

MftAgreement *
mft_pdf_source (PopplerDocument *document, GPtrArray *lines, MftImportReport *report)
{
  g_autoptr (GBytes) bytes = find_attachment (document);
  g_autoptr (MftAgreement) agreement = bytes != NULL ? mft_akn_read (bytes, NULL, NULL) : NULL;

  if (bytes == NULL)
    return NULL;
  if (agreement != NULL)
    {
      g_autofree char *text = mft_text_export (agreement);
      g_autofree char *pages = join_lines (lines, text);
      if (has_same_words (text, pages))
        {
          mft_import_report_compare (report, text, text);
          mft_import_report_guess (report, 0, NAME, "source-embedded", MFT_CONFIDENCE_HIGH);
          return g_steal_pointer (&agreement);
        }
    }
  mft_import_report_guess (report, 0, NAME, "source-differs", MFT_CONFIDENCE_LOW);
  return NULL;
}
