/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words on pages, ours and those of any PDF: found, selected, copied. */
#include "ui/document/page-text.h"

#include "pdf/error.h"
#include "template/sample.h"
#include "ui/document/document-view.h"
#include "ui/preview/preview-pane.h"

#include "support.h"
#include "ui-support.h"

#include <math.h>

typedef struct
{
  MftAgreement *agreement;
  MftPages *pages;
  GBytes *pdf;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  const MftTypesetOptions options = { .draft = TRUE };
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 9, 0, 0, 0);

  (void) unused;
  fixture->agreement = mft_sample_agreement ("pks-bsre");
  fixture->pages = mft_typeset (fixture->agreement, &options, NULL, NULL);
  fixture->pdf = mft_pages_to_pdf (fixture->pages, date, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  (void) unused;
  g_bytes_unref (fixture->pdf);
  mft_pages_free (fixture->pages);
  g_object_unref (fixture->agreement);
}

static MftPageText *
read_pdf (Fixture *fixture, guint number)
{
  PopplerDocument *document = poppler_document_new_from_bytes (fixture->pdf, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, (int) number);
  MftPageText *text = mft_page_text_new_pdf (page);

  g_object_unref (page);
  g_object_unref (document);
  return text;
}

/* Whether a stretch says `words`, with one space for any gap. */
static void
assert_words (const MftPageText *text, guint start, guint end, const char *words)
{
  g_autofree char *said = mft_page_text_dup (text, start, end);
  g_autoptr (GRegex) gap = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *tight = g_regex_replace_literal (gap, said, -1, 0, " ", 0, NULL);

  g_assert_cmpstr (tight, ==, words);
}

/* A word hyphenated at a line's end is found, in two boxes, and copied whole. */
static void
test_over_a_line_end (Fixture *fixture, gconstpointer unused)
{
  guint hyphenated = 0;

  (void) unused;
  for (guint page = 0; page < mft_pages_count (fixture->pages); page++)
    {
      g_autoptr (MftPageText) ours = mft_page_text_new (fixture->pages, page);
      g_autoptr (MftPageText) theirs = read_pdf (fixture, page);
      MftPageText *const texts[] = { ours, theirs };
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          guint end = 0;
          for (guint start = 0;
               mft_page_text_find (texts[i], "SERTIFIKAT elektronik", &start, &end); start = end)
            {
              g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
              g_autofree char *said = mft_page_text_dup (texts[i], start, end);
              g_autofree char *folded = g_utf8_strdown (said, -1);
              mft_page_text_add_boxes (texts[i], start, end, boxes);
              g_strdelimit (folded, "\n", ' ');
              if (i == 0)
                g_assert_cmpstr (folded, ==, "sertifikat elektronik");
              g_assert_cmpuint (boxes->len, >=, 1);
              g_assert_cmpuint (boxes->len, <=, 2);
              hyphenated += boxes->len == 2;
            }
        }
    }
  g_assert_cmpuint (hyphenated, >, 2);
}

/* Where a letter stands leads back to it, and both ways of reading a page see it in the same place. */
static void
test_places (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (MftPageText) ours = mft_page_text_new (fixture->pages, 1);
  g_autoptr (MftPageText) theirs = read_pdf (fixture, 1);
  MftPageText *const texts[] = { ours, theirs };
  graphene_rect_t where[2];

  (void) unused;
  for (guint i = 0; i < 2; i++)
    {
      guint start = 0, end, first, last;
      g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
      g_assert_true (mft_page_text_find (texts[i], "Pasal 1", &start, &end));
      mft_page_text_add_boxes (texts[i], start, end, boxes);
      where[i] = g_array_index (boxes, graphene_rect_t, 0);
      guint at = mft_page_text_at (texts[i], where[i].origin.x + 1,
                                   where[i].origin.y + where[i].size.height / 2);
      g_assert_cmpuint (at, ==, start);
      mft_page_text_word (texts[i], start + 2, &first, &last);
      assert_words (texts[i], first, last, "Pasal");
      mft_page_text_paragraph (texts[i], start, &first, &last);
      g_assert_cmpuint (first, ==, start);
      g_assert_cmpuint (mft_page_text_beside (texts[i], start, TRUE), >, end);
      g_assert_cmpuint (mft_page_text_beside (texts[i], start, FALSE), <, start);
    }
  g_assert_cmpfloat (fabs ((double) where[0].origin.x - (double) where[1].origin.x), <, 3);
  g_assert_cmpfloat (fabs ((double) where[0].origin.y - (double) where[1].origin.y), <, 6);
  g_assert_cmpuint (mft_page_text_at (ours, -50, -50), ==, 0);
  g_assert_cmpuint (mft_page_text_at (ours, 9999, 9999), ==, mft_page_text_length (ours));
  guint none = 0, end;
  g_assert_false (mft_page_text_find (ours, "tidak ada di sini", &none, &end));
  g_assert_false (mft_page_text_find (ours, "", &none, &end));
}

static GtkWidget *
find_keys (GtkWidget *widget)
{
  if (g_object_get_data (G_OBJECT (widget), "mft-keys") != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_keys (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
press (GtkWidget *area, guint key, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (g_object_get_data (G_OBJECT (area), "mft-keys"), "key-pressed", key, 0u,
                         state, &handled);
  return handled;
}

static char *
dup_clipboard (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return NULL;
  return g_value_dup_string (&value);
}

/* The same keys in the preview and in any PDF. */
static void
select_with_keys (GtkWidget *view, const char *first_words, guint pages)
{
  GtkWidget *area = find_keys (view);

  g_assert_false (press (area, GDK_KEY_c, GDK_CONTROL_MASK));
  for (guint i = 0; i < 3; i++)
    g_assert_true (press (area, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK));
  g_assert_true (press (area, GDK_KEY_c, GDK_CONTROL_MASK));
  g_autofree char *three = dup_clipboard (area);
  g_assert_cmpstr (three, ==, first_words);
  g_assert_true (press (area, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_true (press (area, GDK_KEY_c, GDK_CONTROL_MASK));
  g_autofree char *less = dup_clipboard (area);
  g_assert_cmpuint (strlen (less), ==, strlen (first_words) - 1);
  g_assert_true (press (area, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (press (area, GDK_KEY_Escape, 0));
  g_assert_false (press (area, GDK_KEY_Escape, 0));
  g_assert_true (press (area, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_true (press (area, GDK_KEY_c, GDK_CONTROL_MASK));
  g_autofree char *all = dup_clipboard (area);
  g_assert_true (g_str_has_prefix (all, first_words));
  g_assert_nonnull (strstr (all, "Pasal 15"));
  g_assert_cmpuint (strlen (all), >, 800 * pages);
}

static void
test_keys_select_in_preview (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *window = gtk_window_new ();
  MftPreviewPane *pane = g_object_new (MFT_TYPE_PREVIEW_PANE, NULL);

  (void) unused;
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (pane));
  mft_preview_pane_set_agreement (pane, fixture->agreement);
  gtk_window_present (GTK_WINDOW (window));
  while (mft_preview_pane_get_pages (pane) == NULL)
    g_main_context_iteration (NULL, TRUE);
  select_with_keys (GTK_WIDGET (pane), "PERJANJIAN KERJA SAMA", 8);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keys_select_in_pdf (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = mft_document_view_new ();
  g_autoptr (GError) error = NULL;

  (void) unused;
  g_assert_true (mft_document_view_load_bytes (MFT_DOCUMENT_VIEW (view), fixture->pdf, &error));
  g_assert_no_error (error);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  select_with_keys (view, "PERJANJIAN KERJA SAMA", 8);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A password opens what is encrypted, a wrong one is told apart from a broken file. */
static void
test_encrypted_and_broken (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *plain = g_build_filename (folder, "terbuka.pdf", NULL);
  g_autofree char *shut = g_build_filename (folder, "terkunci.pdf", NULL);
  g_autofree char *broken = g_build_filename (folder, "rusak.pdf", NULL);
  g_autofree char *empty = g_build_filename (folder, "kosong.pdf", NULL);
  const char *const arguments[]
      = { "qpdf", "--encrypt", "sandi-uji", "sandi-uji-2", "256", "--", plain, shut, NULL };
  const struct
  {
    const char *path, *password;
    MftPdfError code;
  } cases[] = { { shut, NULL, MFT_PDF_ERROR_ENCRYPTED },
                { shut, "salah", MFT_PDF_ERROR_ENCRYPTED },
                { broken, NULL, MFT_PDF_ERROR_DAMAGED },
                { empty, NULL, MFT_PDF_ERROR_DAMAGED } };

  (void) unused;
  g_assert_true (g_file_set_contents (plain, g_bytes_get_data (fixture->pdf, NULL),
                                      (gssize) g_bytes_get_size (fixture->pdf), NULL));
  g_assert_true (g_file_set_contents (broken, "%PDF-1.7\nbukan", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                     NULL, NULL))
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GtkWidget *view = g_object_ref_sink (mft_document_view_new ());
      g_assert_false (mft_document_view_load (MFT_DOCUMENT_VIEW (view), cases[i].path,
                                              cases[i].password, &error));
      g_assert_error (error, MFT_PDF_ERROR, (int) cases[i].code);
      g_object_unref (view);
    }
  GtkWidget *view = g_object_ref_sink (mft_document_view_new ());
  g_assert_true (mft_document_view_load (MFT_DOCUMENT_VIEW (view), shut, "sandi-uji", NULL));
  g_assert_cmpuint (mft_document_view_n_pages (MFT_DOCUMENT_VIEW (view)), ==,
                    mft_pages_count (fixture->pages));
  g_object_unref (view);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/ui/page-text/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("over-a-line-end", test_over_a_line_end);
  ADD ("places", test_places);
  ADD ("keys-in-preview", test_keys_select_in_preview);
  ADD ("keys-in-pdf", test_keys_select_in_pdf);
  ADD ("encrypted-and-broken", test_encrypted_and_broken);
  return g_test_run ();
}
