/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of somebody's PDF in an attachment. */
#include "pdf-fixture.h"
#include "support.h"

#include "agreement/asset.h"
#include "agreement/attachment.h"
#include "agreement/edit.h"
#include "draw/error.h"
#include "exchange/clean/clean.h"
#include "exchange/pdf/pdf-insert.h"
#include "exchange/pdf/pdf-source.h"
#include "template/sample.h"

#include <poppler.h>

/* "Denah dermaga 1", "… 2", "… 3"; the second lies across. The face is not embedded. */
static GBytes *
make_plan (void)
{
  static const char *const boxes[] = { "0 0 595 842", "0 0 842 595", "0 0 200 100" };
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  guint number = 3;

  mft_pdf_fixture_object (fixture, 1, "<</Type/Catalog/Pages 2 0 R>>");
  mft_pdf_fixture_object (fixture, 2, "<</Type/Pages/Count 3/Kids[3 0 R 5 0 R 7 0 R]>>");
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++, number += 2)
    {
      g_autofree char *page
          = g_strdup_printf ("<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents %u 0 R/Resources<</"
                             "Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
                             boxes[i], number + 1);
      g_autofree char *words
          = g_strdup_printf ("0 1 1 0 k BT /F 11 Tf 20 20 Td (Denah  dermaga %u) Tj ET", i + 1);
      mft_pdf_fixture_object (fixture, number, page);
      mft_pdf_fixture_stream (fixture, number + 1, "", words);
    }
  mft_pdf_fixture_table (fixture, number, "/Root 1 0 R");
  return mft_pdf_fixture_bytes (fixture);
}

/* Which pages are asked for, and how many come. */
static void
test_pages_wanted (void)
{
  static const struct
  {
    const char *wanted;
    guint count;
    const char *first;
  } cases[] = {
    { NULL, 3, "Denah dermaga 1" },    { "2", 1, "Denah dermaga 2" },
    { "3,1-2", 3, "Denah dermaga 3" }, { "2-9", 2, "Denah dermaga 2" },
    { "1,1", 2, "Denah dermaga 1" },   { "7", 0, NULL },
  };
  g_autoptr (GBytes) plan = make_plan ();
  g_autoptr (GBytes) broken = g_bytes_new_from_bytes (plan, 0, 40);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) pages = mft_pdf_insert (plan, cases[i].wanted);
      g_assert_cmpuint (pages->len, ==, cases[i].count);
      if (cases[i].count > 0)
        g_assert_true (
            g_str_has_prefix (((MftInsertedPage *) pages->pdata[0])->words, cases[i].first));
    }
  g_assert_null (mft_pdf_insert (broken, NULL));
}

static MftAgreement *
with_figure (GBytes *pdf)
{
  MftAgreement *agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (GError) error = NULL;
  g_autofree char *entry = mft_asset_add (agreement, "Denah.pdf", pdf, &error);
  g_assert_no_error (error);
  g_autoptr (MftText) caption = mft_text_new ("Denah dermaga", MFT_STYLE_PLAIN);
  MftBlock *attachment = mft_attachment_add (agreement, "DENAH", NULL);
  MftBlock *figure = mft_block_append (attachment, mft_block_new (MFT_BLOCK_FIGURE, caption));

  mft_block_set_trait (figure, MFT_TRAIT_SOURCE, entry);
  return agreement;
}

static MftPages *
typeset (MftAgreement *agreement, gboolean draft)
{
  const MftTypesetOptions options = { .draft = draft, .insert = mft_pdf_insert };
  g_autoptr (GError) error = NULL;
  MftPages *pages = mft_typeset (agreement, &options, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

/* In MFT_TEST_OUTPUT too, for judges. */
static GBytes *
write_pdf (MftPages *pages, GError **error)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 9, 0, 0, 0);
  GBytes *pdf = mft_pages_to_pdf (pages, date, NULL, error);
  const char *kept = g_getenv ("MFT_TEST_OUTPUT");
  g_autofree char *path = g_build_filename (kept != NULL ? kept : "", "sisipan.pdf", NULL);

  if (kept != NULL && pdf != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                        (gssize) g_bytes_get_size (pdf), NULL));
  return pdf;
}

/* The words that stand for a picture, of all elements below. */
static void
collect_alternatives (PopplerStructureElementIter *iter, GPtrArray *words)
{
  if (iter == NULL)
    return;
  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      if (poppler_structure_element_get_kind (element) == POPPLER_STRUCTURE_ELEMENT_FIGURE)
        g_ptr_array_add (words, poppler_structure_element_get_alt_text (element));
      g_object_unref (element);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
      collect_alternatives (child, words);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
    }
  while (poppler_structure_element_iter_next (iter));
}

/* Each inserted page is a page, a picture to whom sees it and words to whom does not. */
static void
test_pages_in_attachment (void)
{
  g_autoptr (GBytes) plan = make_plan ();
  g_autoptr (MftAgreement) agreement = with_figure (plan);
  g_autoptr (MftPages) pages = typeset (agreement, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = write_pdf (pages, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) again = write_pdf (pages, NULL);
  g_assert_true (g_bytes_equal (pdf, again));
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);
  guint count, places = 0, on[4];
  const MftBlockPlace *place = mft_pages_places (pages, &count);
  MftBlock *attachment = mft_agreement_get_part (agreement, MFT_BLOCK_ATTACHMENT);
  MftBlock *figure = mft_block_get_child (attachment, mft_block_n_children (attachment) - 1);

  collect_alternatives (iter, words);
  poppler_structure_element_iter_free (iter);
  g_object_unref (document);
  g_assert_cmpuint (words->len, ==, 3);
  g_assert_cmpstr (words->pdata[1], ==, "Denah dermaga (halaman 2 dari 3): Denah dermaga 2");
  for (guint i = 0; i < count; i++)
    if (g_str_equal (place[i].block, mft_block_get_id (figure)))
      {
        g_assert_cmpuint (places, <, G_N_ELEMENTS (on));
        on[places++] = place[i].page;
        g_assert_cmpfloat (place[i].y + place[i].height, <, mft_pages_height (pages, 0) - 60);
      }
  g_assert_cmpuint (places, ==, 4); /* the caption, and a page each */
  g_assert_cmpuint (on[1], ==, on[0]);
  g_assert_cmpuint (on[2], ==, on[0] + 1);
  g_assert_cmpuint (on[3], ==, on[0] + 2);
}

/* Their words are found where they are seen, and are none of the agreement's: it comes back from its PDF. */
static void
test_words_of_inserted_page (void)
{
  g_autoptr (GBytes) plan = make_plan ();
  g_autoptr (MftAgreement) agreement = with_figure (plan);
  g_autoptr (MftPages) pages = typeset (agreement, FALSE);
  g_autoptr (GBytes) source = mft_clean_source (agreement);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 9, 0, 0, 0);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, source, NULL);
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, (int) mft_pages_count (pages) - 1);
  GList *found = poppler_page_find_text (page, "Denah dermaga 3");
  gboolean there;

  g_assert_nonnull (found);
  const PopplerRectangle *place = found->data;
  g_assert_cmpfloat (place->x1, >, 0);
  g_assert_cmpfloat (place->x2, <, mft_pages_width (pages, 0));
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  g_autoptr (MftAgreement) claim = mft_pdf_source_find (document, &there);
  g_assert_true (mft_pdf_source_is_shown (claim, document));
  g_object_unref (page);
  g_object_unref (document);
}

/* Red words of the page can be seen on ours: drawn for a screen, and as a picture in the PDF. */
static void
test_inserted_page_is_seen (void)
{
  g_autoptr (GBytes) plan = make_plan ();
  g_autoptr (MftAgreement) agreement = with_figure (plan);
  g_autoptr (MftPages) pages = typeset (agreement, FALSE);
  g_autoptr (GBytes) pdf = write_pdf (pages, NULL);
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  int last = (int) mft_pages_count (pages) - 1;
  PopplerPage *page = poppler_document_get_page (document, last);

  for (guint way = 0; way < 2; way++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 850);
      cairo_t *cr = cairo_create (surface);
      guint red = 0;
      if (way == 0)
        mft_pages_draw (pages, (guint) last, cr);
      else
        poppler_page_render (page, cr);
      cairo_surface_flush (surface);
      const guint8 *data = cairo_image_surface_get_data (surface);
      for (guint i = 0; i < 850; i++)
        for (guint j = 0; j < 600; j++)
          {
            guint32 dot;
            memcpy (&dot, data + i * (guint) cairo_image_surface_get_stride (surface) + j * 4, 4);
            red += ((dot >> 16) & 0xff) > 180 && (dot & 0xff) < 100 && ((dot >> 8) & 0xff) < 100;
          }
      g_assert_cmpuint (red, >, 50);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_object_unref (page);
  g_object_unref (document);
}

/* What should be shown and cannot is no final text. */
static void
test_broken_pdf_is_told (void)
{
  g_autoptr (GBytes) plan = make_plan ();
  g_autoptr (GBytes) broken = g_bytes_new_from_bytes (plan, 0, 40);
  g_autoptr (MftAgreement) agreement = with_figure (broken);
  g_autoptr (MftPages) final = typeset (agreement, FALSE);
  g_autoptr (MftPages) draft = typeset (agreement, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_null (write_pdf (final, &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_IMAGE);
  g_autoptr (GBytes) pdf = write_pdf (draft, NULL);
  g_assert_nonnull (pdf);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/insert/pages-wanted", test_pages_wanted);
  g_test_add_func ("/exchange/insert/in-attachment", test_pages_in_attachment);
  g_test_add_func ("/exchange/insert/words", test_words_of_inserted_page);
  g_test_add_func ("/exchange/insert/is-seen", test_inserted_page_is_seen);
  g_test_add_func ("/exchange/insert/broken", test_broken_pdf_is_told);
  return g_test_run ();
}
