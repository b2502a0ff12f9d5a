/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-document-private.h"

#include "draw/pdf/pdf-values.h"

static void
page_clear (gpointer data)
{
  g_clear_pointer (&((MftPdfPage *) data)->annotations, g_array_unref);
}

static void
place_clear (gpointer data)
{
  g_free (((MftPdfPlace *) data)->name);
}

static void
heading_clear (gpointer data)
{
  MftPdfHeading *heading = data;

  g_free (heading->words);
  g_free (heading->destination);
}

MftPdfDocument *
mft_pdf_document_new (void)
{
  MftPdfDocument *document = g_new0 (MftPdfDocument, 1);

  document->objects = mft_pdf_objects_new ();
  document->resources = mft_pdf_resources_new (document->objects);
  document->pages = g_array_new (FALSE, FALSE, sizeof (MftPdfPage));
  g_array_set_clear_func (document->pages, page_clear);
  document->places = g_array_new (FALSE, FALSE, sizeof (MftPdfPlace));
  g_array_set_clear_func (document->places, place_clear);
  document->headings = g_array_new (FALSE, FALSE, sizeof (MftPdfHeading));
  g_array_set_clear_func (document->headings, heading_clear);
  return document;
}

void
mft_pdf_document_free (MftPdfDocument *document)
{
  g_clear_pointer (&document->content, mft_pdf_content_free);
  mft_pdf_resources_free (document->resources);
  g_array_unref (document->pages);
  g_array_unref (document->places);
  g_array_unref (document->headings);
  g_clear_pointer (&document->objects, mft_pdf_objects_free);
  g_free (document);
}

MftPdfResources *
mft_pdf_document_get_resources (MftPdfDocument *document)
{
  return document->resources;
}

guint
mft_pdf_document_count_pages (MftPdfDocument *document)
{
  return document->pages->len;
}

static MftPdfPage *
last_page (MftPdfDocument *document)
{
  return &g_array_index (document->pages, MftPdfPage, document->pages->len - 1);
}

void
_mft_pdf_document_end_page (MftPdfDocument *document)
{
  if (document->content == NULL)
    return;
  const GString *text = mft_pdf_content_end (document->content);
  mft_pdf_objects_write_stream (document->objects, last_page (document)->contents, "", text->str,
                                text->len);
  g_clear_pointer (&document->content, mft_pdf_content_free);
}

MftPdfContent *
mft_pdf_document_begin_page (MftPdfDocument *document, double width, double height)
{
  _mft_pdf_document_end_page (document);
  const MftPdfPage page = { .number = mft_pdf_objects_reserve (document->objects),
                            .contents = mft_pdf_objects_reserve (document->objects),
                            .width = width,
                            .height = height };
  g_array_append_val (document->pages, page);
  document->content = mft_pdf_content_new (document->resources, height);
  return document->content;
}

void
mft_pdf_document_add_destination (MftPdfDocument *document, const char *name, double x, double y)
{
  const MftPdfPlace place
      = { g_strdup (name), document->pages->len - 1, x, last_page (document)->height - y };

  g_array_append_val (document->places, place);
}

void
mft_pdf_document_add_heading (MftPdfDocument *document, const char *words, const char *destination)
{
  const MftPdfHeading heading = { g_strdup (words), g_strdup (destination) };

  g_array_append_val (document->headings, heading);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return strcmp (((const MftPdfPlace *) a)->name, ((const MftPdfPlace *) b)->name);
}

/* In the order of their names (7.9.6). */
static void
put_destinations (MftPdfDocument *document, GString *text)
{
  g_array_sort (document->places, compare_places);
  g_string_append (text, "<< /Names [");
  for (guint i = 0; i < document->places->len; i++)
    {
      const MftPdfPlace *place = &g_array_index (document->places, MftPdfPlace, i);
      const MftPdfPage *page = &g_array_index (document->pages, MftPdfPage, place->page);
      g_string_append_c (text, ' ');
      mft_pdf_put_string (text, place->name, strlen (place->name));
      g_string_append_printf (text, " [ %u 0 R /XYZ ", page->number);
      mft_pdf_put_number (text, place->x, 0);
      g_string_append_c (text, ' ');
      mft_pdf_put_number (text, place->y, 0);
      g_string_append (text, " 0 ]");
    }
  g_string_append (text, " ] >>");
}

/* One after the other, none in another (12.3.3). Returns the number of their root. */
guint
_mft_pdf_document_write_outline (MftPdfDocument *document)
{
  const GArray *headings = document->headings;
  guint root = mft_pdf_objects_reserve (document->objects), first = root + 1;

  for (guint i = 0; i < headings->len; i++)
    mft_pdf_objects_reserve (document->objects);
  for (guint i = 0; i < headings->len; i++)
    {
      const MftPdfHeading *heading = &g_array_index (headings, MftPdfHeading, i);
      GString *text = mft_pdf_objects_begin (document->objects, first + i);
      g_string_append (text, "<< /Title ");
      mft_pdf_put_text (text, heading->words, -1);
      g_string_append_printf (text, " /Parent %u 0 R", root);
      if (i > 0)
        g_string_append_printf (text, " /Prev %u 0 R", first + i - 1);
      if (i + 1 < headings->len)
        g_string_append_printf (text, " /Next %u 0 R", first + i + 1);
      g_string_append (text, " /Dest ");
      mft_pdf_put_string (text, heading->destination, strlen (heading->destination));
      g_string_append (text, " >>");
      mft_pdf_objects_end (document->objects);
    }
  GString *text = mft_pdf_objects_begin (document->objects, root);
  g_string_append_printf (text, "<< /Type /Outlines /First %u 0 R /Last %u 0 R /Count %u >>", first,
                          first + headings->len - 1, headings->len);
  mft_pdf_objects_end (document->objects);
  return root;
}

/* The tree of pages, flat, and each of them. Returns its number. */
guint
_mft_pdf_document_write_pages (MftPdfDocument *document)
{
  guint root = mft_pdf_objects_reserve (document->objects);
  guint resources = mft_pdf_resources_get_number (document->resources);
  g_autoptr (GString) kids = g_string_new (NULL);

  for (guint i = 0; i < document->pages->len; i++)
    {
      const MftPdfPage *page = &g_array_index (document->pages, MftPdfPage, i);
      GString *text = mft_pdf_objects_begin (document->objects, page->number);
      g_string_append_printf (text, "<< /Type /Page /Parent %u 0 R /MediaBox ", root);
      mft_pdf_put_rectangle (text, 0, 0, page->width, page->height);
      g_string_append_printf (text,
                              " /Resources %u 0 R /Contents %u 0 R /StructParents %u /Tabs /S",
                              resources, page->contents, i);
      if (page->annotations != NULL)
        g_string_append (text, " /Annots [");
      for (guint j = 0; page->annotations != NULL && j < page->annotations->len; j++)
        g_string_append_printf (text, " %u 0 R", g_array_index (page->annotations, guint, j));
      g_string_append (text, page->annotations != NULL ? " ] >>" : " >>");
      mft_pdf_objects_end (document->objects);
      g_string_append_printf (kids, " %u 0 R", page->number);
    }
  GString *text = mft_pdf_objects_begin (document->objects, root);
  g_string_append_printf (text, "<< /Type /Pages /Count %u /Kids [%s ] >>", document->pages->len,
                          kids->str);
  mft_pdf_objects_end (document->objects);
  return root;
}

/* What can be found by name: places, and the source. Returns its number; 0: nothing. */
guint
_mft_pdf_document_write_names (MftPdfDocument *document, guint source)
{
  if (document->places->len == 0 && source == 0)
    return 0;
  guint number = mft_pdf_objects_reserve (document->objects);
  GString *text = mft_pdf_objects_begin (document->objects, number);
  g_string_append (text, "<<");
  if (document->places->len > 0)
    {
      g_string_append (text, " /Dests ");
      put_destinations (document, text);
    }
  if (source > 0)
    g_string_append_printf (
        text, " /EmbeddedFiles << /Names [ (" MFT_PDF_SOURCE_NAME ") %u 0 R ] >>", source);
  g_string_append (text, " >>");
  mft_pdf_objects_end (document->objects);
  return number;
}
