/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-document-private.h"

#include "base/clock.h"
#include "draw/pdf/pdf-structure.h"
#include "draw/pdf/pdf-values.h"
#include "draw/xmp.h"
#include "srgb-icc.h"

#include "config.h"

#define PROGRAM "Mufakat " MFT_VERSION

/* What the whole file is put together from. */
typedef struct
{
  MftPdfDocument *document;
  MftPdfObjects *objects; /* the document's */
  const MftTags *tags;
  const MftFinish *finish;
  GDateTime *utc;
  GArray *pages;  /* numbers */
  GArray *links;  /* MftPdfAnnotation, as in the tags */
  GArray *fields; /* MftPdfAnnotation, as in `finish` */
} Finishing;

static GString *
begin (Finishing *finishing, guint *number)
{
  *number = mft_pdf_objects_reserve (finishing->objects);
  return mft_pdf_objects_begin (finishing->objects, *number);
}

static guint
end (Finishing *finishing, guint number)
{
  mft_pdf_objects_end (finishing->objects);
  return number;
}

static guint
write_stream (Finishing *finishing, const char *entries, const void *data, gsize size)
{
  guint number = mft_pdf_objects_reserve (finishing->objects);

  mft_pdf_objects_write_stream (finishing->objects, number, entries, data, size);
  return number;
}

/* ISO 32000-1, 7.9.4. */
static char *
pdf_date (GDateTime *utc)
{
  return g_date_time_format (utc, "D:%Y%m%d%H%M%S+00'00'");
}

/* --- annotations ------------------------------------------------------------------------------------ */

static MftPdfAnnotation
reserve_annotation (Finishing *finishing, guint page)
{
  const MftPdfAnnotation annotation = { mft_pdf_objects_reserve (finishing->objects), page };
  GArray **annotations = &g_array_index (finishing->document->pages, MftPdfPage, page).annotations;

  if (*annotations == NULL)
    *annotations = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*annotations, annotation.number);
  return annotation;
}

static void
reserve_annotations (Finishing *finishing)
{
  for (guint i = 0; i < finishing->tags->links->len; i++)
    {
      guint page = g_array_index (finishing->tags->links, MftTagLink, i).page;
      const MftPdfAnnotation link = reserve_annotation (finishing, page);
      g_array_append_val (finishing->links, link);
    }
  for (guint i = 0; i < finishing->finish->n_fields; i++)
    {
      guint page = finishing->finish->fields[i].page;
      const MftPdfAnnotation field = reserve_annotation (finishing, page);
      g_array_append_val (finishing->fields, field);
    }
}

/* `x`, `y`: the upper left corner, from the page's. Annotations are printed (ISO 19005-3, 6.3.2). */
static void
begin_annotation (Finishing *finishing, GString *text, const char *kind, guint page, double x,
                  double y, double width, double height)
{
  const MftPdfPage *on = &g_array_index (finishing->document->pages, MftPdfPage, page);
  double top = on->height - y;

  g_string_append_printf (text, "<< /Type /Annot /Subtype /%s /F 4 /P %u 0 R /Rect ", kind,
                          on->number);
  mft_pdf_put_rectangle (text, x, top - height, x + width, top);
}

static void
write_link (Finishing *finishing, guint index, guint key)
{
  const MftTagLink *link = &g_array_index (finishing->tags->links, MftTagLink, index);
  guint number = g_array_index (finishing->links, MftPdfAnnotation, index).number;
  GString *text = mft_pdf_objects_begin (finishing->objects, number);

  begin_annotation (finishing, text, "Link", link->page, link->x, link->y, link->width,
                    link->height);
  g_string_append (text, " /Border [ 0 0 0 ] /Contents ");
  mft_pdf_put_text (text, link->contents, -1);
  g_string_append (text, " /Dest ");
  mft_pdf_put_string (text, link->destination, strlen (link->destination));
  g_string_append_printf (text, " /StructParent %u >>", key);
  mft_pdf_objects_end (finishing->objects);
}

/* The field and its widget in one dictionary, with an empty appearance (ISO 19005-3, 6.3.3). `key`: in the
 * structure, or negative. */
static void
write_field (Finishing *finishing, guint index, int key)
{
  const MftEmptyField *field = &finishing->finish->fields[index];
  g_autoptr (GString) box = g_string_new ("/Type /XObject /Subtype /Form /Resources << >> /BBox ");

  mft_pdf_put_rectangle (box, 0, 0, field->width, field->height);
  guint look = write_stream (finishing, box->str, "", 0);
  guint number = g_array_index (finishing->fields, MftPdfAnnotation, index).number;
  GString *text = mft_pdf_objects_begin (finishing->objects, number);
  begin_annotation (finishing, text, "Widget", field->page, field->x, field->y, field->width,
                    field->height);
  g_string_append_printf (text, " /FT /Sig /AP << /N %u 0 R >> /T ", look);
  mft_pdf_put_text (text, field->name, -1);
  if (field->prompt != NULL)
    {
      g_string_append (text, " /TU ");
      mft_pdf_put_text (text, field->prompt, -1);
    }
  if (key >= 0)
    g_string_append_printf (text, " /StructParent %d", key);
  g_string_append (text, " >>");
  mft_pdf_objects_end (finishing->objects);
}

/* SigFlags 1: there are signature fields (ISO 32000-1, table 219). */
static guint
write_form (Finishing *finishing)
{
  guint number;
  GString *text = begin (finishing, &number);

  g_string_append (text, "<< /SigFlags 1 /Fields [");
  for (guint i = 0; i < finishing->fields->len; i++)
    g_string_append_printf (text, " %u 0 R",
                            g_array_index (finishing->fields, MftPdfAnnotation, i).number);
  g_string_append (text, " ] >>");
  return end (finishing, number);
}

/* The field of a name, in `finish`; they are a few. */
static guint
find_field (const Finishing *finishing, const char *name)
{
  guint i = 0;

  while (i < finishing->finish->n_fields && !g_str_equal (finishing->finish->fields[i].name, name))
    i++;
  g_assert (i < finishing->finish->n_fields);
  return i;
}

/* Structure, links and fields refer to each other. Returns the structure's number. */
static guint
write_structure (Finishing *finishing)
{
  const MftTags *tags = finishing->tags;
  guint n_fields = finishing->finish->n_fields;
  g_autofree MftPdfAnnotation *tagged = g_new (MftPdfAnnotation, tags->fields->len + 1);
  g_autofree int *keys = g_new (int, n_fields + 1);
  const MftPdfPlaces places = { (const guint *) finishing->pages->data, finishing->pages->len,
                                (const MftPdfAnnotation *) finishing->links->data, tagged };

  for (guint i = 0; i < n_fields; i++)
    keys[i] = -1;
  for (guint i = 0; i < tags->fields->len; i++)
    {
      guint field = find_field (finishing, g_array_index (tags->fields, MftTagField, i).name);
      tagged[i] = g_array_index (finishing->fields, MftPdfAnnotation, field);
      keys[field] = (int) mft_pdf_structure_field_key (&places, tags, i);
    }
  for (guint i = 0; i < tags->links->len; i++)
    write_link (finishing, i, mft_pdf_structure_link_key (&places, i));
  for (guint i = 0; i < n_fields; i++)
    write_field (finishing, i, keys[i]);
  return mft_pdf_structure_write (tags, finishing->objects, &places);
}

/* --- what the catalog leads to ---------------------------------------------------------------------- */

/* ISO 19005-3, 6.8: an associated file of the document, reachable by name, too. Returns its number; 0: there
 * is none. */
static guint
write_source (Finishing *finishing)
{
  GBytes *source = finishing->finish->source;
  g_autofree char *date = pdf_date (finishing->utc);
  guint number;

  if (source == NULL)
    return 0;
  g_autofree char *entries
      = g_strdup_printf ("/Type /EmbeddedFile /Subtype /application#2Fxml /Params << /ModDate (%s)"
                         " /Size %" G_GSIZE_FORMAT " >>",
                         date, g_bytes_get_size (source));
  guint file = write_stream (finishing, entries, g_bytes_get_data (source, NULL),
                             g_bytes_get_size (source));
  GString *text = begin (finishing, &number);
  g_string_append_printf (text,
                          "<< /Type /Filespec /F (" MFT_PDF_SOURCE_NAME
                          ") /UF (" MFT_PDF_SOURCE_NAME
                          ") /AFRelationship /Source /Desc (Naskah sumber)"
                          " /EF << /F %u 0 R /UF %u 0 R >> >>",
                          file, file);
  return end (finishing, number);
}

static guint
write_information (Finishing *finishing)
{
  g_autofree char *date = pdf_date (finishing->utc);
  guint number;
  GString *text = begin (finishing, &number);

  g_string_append (text, "<< /Title ");
  mft_pdf_put_text (text, finishing->finish->title, -1);
  g_string_append_printf (
      text, " /Creator (" PROGRAM ") /Producer (" PROGRAM ") /CreationDate (%s) /ModDate (%s) >>",
      date, date);
  return end (finishing, number);
}

static guint
write_metadata (Finishing *finishing)
{
  g_autofree char *date = mft_clock_format (g_date_time_to_unix (finishing->utc) * G_USEC_PER_SEC);
  g_autofree char *packet = mft_xmp_packet (finishing->finish->title, PROGRAM, PROGRAM, date, TRUE);

  /* Not compressed: found by programs that know nothing of PDF. */
  guint number = mft_pdf_objects_reserve (finishing->objects);
  mft_pdf_objects_write_raw_stream (finishing->objects, number, "/Type /Metadata /Subtype /XML",
                                    packet, strlen (packet));
  return number;
}

/* What pages, structure and the rest are under. Returns its number. */
static guint
write_catalog (Finishing *finishing)
{
  MftPdfDocument *document = finishing->document;
  guint structure = write_structure (finishing);
  guint pages = _mft_pdf_document_write_pages (document);
  guint outline = document->headings->len > 0 ? _mft_pdf_document_write_outline (document) : 0;
  guint source = write_source (finishing);
  guint names = _mft_pdf_document_write_names (document, source);
  guint form = finishing->finish->n_fields > 0 ? write_form (finishing) : 0;
  guint metadata = write_metadata (finishing);
  guint colours = write_stream (finishing, "/N 3", srgb_icc, sizeof srgb_icc);
  guint number;
  GString *text = begin (finishing, &number);

  g_string_append_printf (text,
                          "<< /Type /Catalog /Pages %u 0 R /Lang (id-ID) /MarkInfo << /Marked true "
                          ">> /StructTreeRoot %u 0 R /Metadata %u 0 R"
                          " /ViewerPreferences << /DisplayDocTitle true >>"
                          " /OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1"
                          " /Info (sRGB IEC61966-2.1) /OutputConditionIdentifier (sRGB "
                          "IEC61966-2.1) /DestOutputProfile %u 0 R >> ]",
                          pages, structure, metadata, colours);
  if (outline > 0)
    g_string_append_printf (text, " /Outlines %u 0 R", outline);
  if (names > 0)
    g_string_append_printf (text, " /Names %u 0 R", names);
  if (source > 0)
    g_string_append_printf (text, " /AF [ %u 0 R ]", source);
  if (form > 0)
    g_string_append_printf (text, " /AcroForm %u 0 R", form);
  g_string_append (text, " >>");
  return end (finishing, number);
}

GBytes *
mft_pdf_document_finish (MftPdfDocument *document, const MftTags *tags, const MftFinish *finish)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (finish->date);
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (MftPdfAnnotation));
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MftPdfAnnotation));
  Finishing finishing = { document, document->objects, tags, finish, utc, pages, links, fields };

  _mft_pdf_document_end_page (document);
  for (guint i = 0; i < document->pages->len; i++)
    g_array_append_val (pages, g_array_index (document->pages, MftPdfPage, i).number);
  mft_pdf_resources_write (document->resources);
  reserve_annotations (&finishing);
  guint catalog = write_catalog (&finishing);
  guint information = write_information (&finishing);
  GBytes *pdf = mft_pdf_objects_finish (g_steal_pointer (&document->objects), catalog, information);
  mft_pdf_document_free (document);
  return pdf;
}
