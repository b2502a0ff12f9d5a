/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-source.h"

#include "exchange/pdf/pdf-layout.h"
#include "exchange/pdf/pdf-pages.h"
#include "exchange/pdf/pdf-seen.h"
#include "exchange/pdf/pdf-typeset.h"

#include "agreement/akn.h"
#include "agreement/attachment.h"
#include "agreement/shown.h"
#include "bahasa/text.h"
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

/* The words in their order, a space around each. */
static char *
list_words (const char *text)
{
  g_autofree char *normal = mft_text_normalize (text);
  GString *list = g_string_new (" ");

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (list, g_utf8_get_char (at));
    else if (list->str[list->len - 1] != ' ')
      g_string_append_c (list, ' ');
  if (list->str[list->len - 1] != ' ')
    g_string_append_c (list, ' ');
  return g_string_free (list, FALSE);
}

/* Of a list of words those with a digit in them. */
static char *
list_numbers (const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);
  GString *list = g_string_new (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    if (strpbrk (all[i], "0123456789") != NULL)
      g_string_append_printf (list, "%s ", all[i]);
  return g_string_free (list, FALSE);
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

/* The agreement's words as its pages have them: over an attachment stands more than its label. */
static char *
dup_text (MftAgreement *agreement)
{
  g_autofree char *text = mft_text_export (agreement);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint attachment = 0, count = mft_attachment_count (agreement);
  GString *all = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      MftBlock *next = attachment < count ? mft_attachment_get (agreement, attachment) : NULL;
      g_autofree char *words = NULL;
      if (next != NULL && g_str_equal (lines[i], mft_block_get_label (next)))
        {
          g_auto (GStrv) head = mft_attachment_dup_head (agreement, next);
          words = g_strjoinv ("\n", head);
          attachment++;
        }
      g_string_append_printf (all, "%s\n", words != NULL ? words : lines[i]);
    }
  return g_string_free (all, FALSE);
}

/* What stands in columns is read across them; sentences are not. */
static gboolean
is_sentence (MftBlock *block)
{
  MftBlockKind kind = mft_block_get_kind (block);

  return kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_AYAT || kind == MFT_BLOCK_ITEM
         || kind == MFT_BLOCK_PARAGRAPH;
}

/* Every sentence stands on the pages as a whole: the same words otherwise put together say something
 * else. So do numbers in another order. */
static gboolean
has_same_order (MftAgreement *agreement, const char *text, const char *pages)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  g_autofree char *own = list_words (text);
  g_autofree char *shown = list_words (pages);
  g_autofree char *own_numbers = list_numbers (own);
  g_autofree char *shown_numbers = list_numbers (shown);

  if (!g_str_equal (own_numbers, shown_numbers))
    return FALSE;
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *sentence = is_sentence (at) ? mft_shown_text (agreement, at) : NULL;
      g_autofree char *words = sentence != NULL ? list_words (sentence) : NULL;
      if (words != NULL && strstr (shown, words) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The words of lines, without what belongs to the paper; see join_lines(). */
static char *
dup_words (GPtrArray *bare, guint pages, const char *text)
{
  g_autoptr (MftImportReport) unused = mft_import_report_new ("pdf");
  g_autoptr (GPtrArray) lines = mft_pdf_layout (bare, pages, unused);

  return join_lines (lines, text);
}

static gboolean
is_said (MftAgreement *agreement, const char *text, const char *pages)
{
  return has_same_words (text, pages) && has_same_order (agreement, text, pages);
}

/* A table whose cells have several lines is read across them. There each line has to stand as it does when
 * the agreement is set anew; the rest is compared by its words, so that other ends of lines, or of pages,
 * make no difference. */
static gboolean
is_said_around_tables (MftAgreement *agreement, const char *text, PopplerDocument *document)
{
  g_autoptr (GPtrArray) shown = mft_pdf_pages_read (document, MFT_PDF_BARE_LETTERS);
  g_autoptr (GPtrArray) own = NULL;
  guint own_pages;

  if (!mft_pdf_take_tables (shown, agreement, &own, &own_pages))
    return FALSE;
  g_autofree char *own_words = dup_words (own, own_pages, text);
  g_autofree char *shown_words
      = dup_words (shown, (guint) poppler_document_get_n_pages (document), text);
  return is_said (agreement, own_words, shown_words);
}

gboolean
mft_pdf_source_is_shown (MftAgreement *agreement, PopplerDocument *document)
{
  g_autoptr (GPtrArray) bare = mft_pdf_pages_read (document, MFT_PDF_BARE_LETTERS);
  g_autofree char *text = dup_text (agreement);
  g_autofree char *pages = dup_words (bare, (guint) poppler_document_get_n_pages (document), text);

  return (is_said (agreement, text, pages) || is_said_around_tables (agreement, text, document))
         && mft_pdf_text_is_seen (document);
}

MftAgreement *
mft_pdf_source_find (PopplerDocument *document, gboolean *there)
{
  g_autoptr (GBytes) bytes = find_attachment (document);

  *there = bytes != NULL;
  return bytes != NULL ? mft_akn_read (bytes, NULL, NULL) : NULL;
}

MftAgreement *
mft_pdf_source (PopplerDocument *document, MftImportReport *report)
{
  gboolean there;
  g_autoptr (MftAgreement) agreement = mft_pdf_source_find (document, &there);

  if (!there)
    return NULL;
  if (agreement != NULL && mft_pdf_source_is_shown (agreement, document))
    {
      g_autofree char *text = mft_text_export (agreement);
      mft_import_report_keep (report, text);
      mft_import_report_guess (report, 0, NAME, "source-embedded", MFT_CONFIDENCE_HIGH);
      return g_steal_pointer (&agreement);
    }
  mft_import_report_guess (report, 0, NAME, "source-differs", MFT_CONFIDENCE_LOW);
  return NULL;
}
