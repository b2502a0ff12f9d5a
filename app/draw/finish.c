/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/finish.h"

#include <cairo.h>

#include "base/clock.h"
#include "draw/error.h"
#include "draw/qpdf.h"
#include "draw/xmp.h"
#include "srgb-icc.h"

#include "config.h"

#define CREATOR "Mufakat " MFT_VERSION
#define SOURCE_NAME "naskah.xml"
#define ANNOTATION_PRINT 4 /* ISO 32000-1, table 165 */

static qpdf_oh
parse (MftQpdf *pdf, const char *text)
{
  return qpdf_oh_parse (pdf, text);
}

static void
set (MftQpdf *pdf, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
}

static void
set_text (MftQpdf *pdf, qpdf_oh dictionary, const char *key, const char *text)
{
  set (pdf, dictionary, key, qpdf_oh_new_unicode_string (pdf, text));
}

/* A stream with the entries of `dictionary` (PDF syntax). qpdf copies the bytes. */
static qpdf_oh
new_stream (MftQpdf *pdf, const char *dictionary, const void *data, gsize size)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh entries = parse (pdf, dictionary);
  g_auto (GStrv) keys = mft_qpdf_keys (pdf, entries);

  qpdf_oh_replace_stream_data (pdf, stream, data, size, qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
  for (guint i = 0; keys[i] != NULL; i++)
    set (pdf, qpdf_oh_get_dict (pdf, stream), keys[i], qpdf_oh_get_key (pdf, entries, keys[i]));
  return stream;
}

/* ISO 32000-1, 7.9.4. */
static char *
pdf_date (GDateTime *utc)
{
  return g_date_time_format (utc, "D:%Y%m%d%H%M%S+00'00'");
}

static void
set_metadata (MftQpdf *pdf, const MftFinish *finish, GDateTime *utc)
{
  g_autofree char *producer
      = g_strdup_printf ("cairo %s, qpdf %s", cairo_version_string (), qpdf_get_qpdf_version ());
  g_autofree char *xmp_date = mft_clock_format (g_date_time_to_unix (utc) * G_USEC_PER_SEC);
  gboolean tagged = qpdf_oh_has_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  g_autofree char *packet = mft_xmp_packet (finish->title, CREATOR, producer, xmp_date, tagged);
  g_autofree char *date = pdf_date (utc);
  qpdf_oh info = qpdf_oh_new_dictionary (pdf);

  set (pdf, qpdf_get_root (pdf), "/Metadata",
       new_stream (pdf, "<< /Type /Metadata /Subtype /XML >>", packet, strlen (packet)));
  set_text (pdf, info, "/Title", finish->title);
  set_text (pdf, info, "/Creator", CREATOR);
  set_text (pdf, info, "/Producer", producer);
  set (pdf, info, "/CreationDate", qpdf_oh_new_string (pdf, date));
  set (pdf, info, "/ModDate", qpdf_oh_new_string (pdf, date));
  set (pdf, qpdf_get_trailer (pdf), "/Info", qpdf_make_indirect_object (pdf, info));
}

static void
set_catalog (MftQpdf *pdf)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh intent = parse (pdf, "<< /Type /OutputIntent /S /GTS_PDFA1 /Info (sRGB IEC61966-2.1)"
                               " /OutputConditionIdentifier (sRGB IEC61966-2.1) >>");
  qpdf_oh intents = qpdf_oh_new_array (pdf);

  set (pdf, intent, "/DestOutputProfile",
       new_stream (pdf, "<< /N 3 >>", srgb_icc, sizeof srgb_icc));
  qpdf_oh_append_item (pdf, intents, intent);
  set (pdf, root, "/OutputIntents", intents);
  set (pdf, root, "/Lang", qpdf_oh_new_string (pdf, "id-ID"));
  set (pdf, root, "/ViewerPreferences", parse (pdf, "<< /DisplayDocTitle true >>"));
}

/* cairo 1.16 does not say so. */
static void
set_marked (MftQpdf *pdf)
{
  qpdf_oh root = qpdf_get_root (pdf);

  if (qpdf_oh_has_key (pdf, root, "/StructTreeRoot"))
    set (pdf, root, "/MarkInfo", parse (pdf, "<< /Marked true >>"));
}

/* ISO 19005-3, 6.8: an associated file of the document, and reachable by name. */
static void
set_source (MftQpdf *pdf, GBytes *source, GDateTime *utc)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh names = qpdf_oh_get_key (pdf, root, "/Names");

  qpdf_oh_remove_key (pdf, root, "/AF");
  if (qpdf_oh_is_dictionary (pdf, names))
    qpdf_oh_remove_key (pdf, names, "/EmbeddedFiles");
  if (source == NULL)
    return;
  if (!qpdf_oh_is_dictionary (pdf, names))
    {
      names = qpdf_oh_new_dictionary (pdf);
      set (pdf, root, "/Names", names);
    }
  g_autofree char *date = pdf_date (utc);
  g_autofree char *entries = g_strdup_printf (
      "<< /Type /EmbeddedFile /Subtype /application#2Fxml /Params << /ModDate (%s)"
      " /Size %" G_GSIZE_FORMAT " >> >>",
      date, g_bytes_get_size (source));
  qpdf_oh file
      = new_stream (pdf, entries, g_bytes_get_data (source, NULL), g_bytes_get_size (source));
  qpdf_oh specification = qpdf_make_indirect_object (
      pdf, parse (pdf, "<< /Type /Filespec /F (" SOURCE_NAME ") /UF (" SOURCE_NAME ")"
                       " /AFRelationship /Source /Desc (Naskah sumber) /EF << >> >>"));
  qpdf_oh files = qpdf_oh_get_key (pdf, specification, "/EF");
  set (pdf, files, "/F", file);
  set (pdf, files, "/UF", file);

  qpdf_oh associated = qpdf_oh_new_array (pdf);
  qpdf_oh_append_item (pdf, associated, specification);
  set (pdf, root, "/AF", associated);
  qpdf_oh embedded = parse (pdf, "<< /Names [ (" SOURCE_NAME ") ] >>");
  qpdf_oh_append_item (pdf, qpdf_oh_get_key (pdf, embedded, "/Names"), specification);
  set (pdf, names, "/EmbeddedFiles", embedded);
}

/* Annotations that stay: all but widgets, each printed (ISO 19005-3, 6.3.2). */
static void
clean_annotations (MftQpdf *pdf, qpdf_oh page)
{
  qpdf_oh annotations = qpdf_oh_get_key (pdf, page, "/Annots");
  qpdf_oh kept = qpdf_oh_new_array (pdf);

  if (!qpdf_oh_is_array (pdf, annotations))
    return;
  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, annotations); i++)
    {
      qpdf_oh annotation = qpdf_oh_get_array_item (pdf, annotations, i);
      qpdf_oh kind = qpdf_oh_get_key (pdf, annotation, "/Subtype");
      if (qpdf_oh_is_name_and_equals (pdf, kind, "/Widget"))
        continue;
      set (pdf, annotation, "/F", qpdf_oh_new_integer (pdf, ANNOTATION_PRINT));
      qpdf_oh_append_item (pdf, kept, annotation);
    }
  qpdf_oh_remove_key (pdf, page, "/Annots");
  if (qpdf_oh_get_array_n_items (pdf, kept) > 0)
    set (pdf, page, "/Annots", kept);
}

static double
page_height (MftQpdf *pdf, qpdf_oh page)
{
  return mft_qpdf_number (pdf, qpdf_oh_get_key (pdf, page, "/MediaBox"), 3);
}

/* The field and its widget in one dictionary, with an empty appearance (ISO 19005-3, 6.3.3). */
static qpdf_oh
new_field (MftQpdf *pdf, const MftEmptyField *field, qpdf_oh page)
{
  double top = page_height (pdf, page) - field->y;
  qpdf_oh widget = qpdf_make_indirect_object (
      pdf, parse (pdf, "<< /Type /Annot /Subtype /Widget /FT /Sig /F 4 /AP << >> >>"));
  qpdf_oh look = new_stream (pdf, "<< /Type /XObject /Subtype /Form /Resources << >> >>", "", 0);

  set (pdf, qpdf_oh_get_dict (pdf, look), "/BBox",
       mft_qpdf_rectangle (pdf, 0, 0, field->width, field->height));
  set (pdf, qpdf_oh_get_key (pdf, widget, "/AP"), "/N", look);
  set_text (pdf, widget, "/T", field->name);
  if (field->prompt != NULL)
    set_text (pdf, widget, "/TU", field->prompt);
  set (pdf, widget, "/Rect",
       mft_qpdf_rectangle (pdf, field->x, top - field->height, field->x + field->width, top));
  set (pdf, widget, "/P", page);
  return widget;
}

static void
set_fields (MftQpdf *pdf, const MftFinish *finish)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh all = qpdf_oh_new_array (pdf);

  for (int i = 0; i < qpdf_get_num_pages (pdf); i++)
    clean_annotations (pdf, qpdf_get_page_n (pdf, (size_t) i));
  qpdf_oh_remove_key (pdf, root, "/AcroForm");
  if (finish->n_fields == 0)
    return;
  for (guint i = 0; i < finish->n_fields; i++)
    {
      const MftEmptyField *field = &finish->fields[i];
      qpdf_oh page = qpdf_get_page_n (pdf, field->page);
      qpdf_oh widget = new_field (pdf, field, page);
      if (!qpdf_oh_has_key (pdf, page, "/Annots"))
        set (pdf, page, "/Annots", qpdf_oh_new_array (pdf));
      qpdf_oh_append_item (pdf, qpdf_oh_get_key (pdf, page, "/Annots"), widget);
      qpdf_oh_append_item (pdf, all, widget);
    }
  /* SigFlags 1: there are signature fields (ISO 32000-1, table 219). */
  qpdf_oh form = parse (pdf, "<< /SigFlags 1 >>");
  set (pdf, form, "/Fields", all);
  set (pdf, root, "/AcroForm", qpdf_make_indirect_object (pdf, form));
}

static GBytes *
write_out (MftQpdf *pdf, GError **error)
{
  qpdf_init_write_memory (pdf);
  qpdf_set_object_stream_mode (pdf, qpdf_o_disable);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_suppress_original_object_IDs (pdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream (pdf, QPDF_TRUE); /* ISO 19005-3, 6.1.7.1 */
  qpdf_set_minimum_pdf_version (pdf, "1.7");
  if ((qpdf_write (pdf) & QPDF_ERRORS) == 0 && !qpdf_has_error (pdf))
    return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_PDF, "the pages cannot be finished: %s",
               qpdf_has_error (pdf) ? qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)) : "");
  return NULL;
}

GBytes *
mft_finish_pdf (GBytes *pdf, const MftFinish *finish, GError **error)
{
  g_return_val_if_fail (finish->title != NULL && finish->date != NULL, NULL);
  g_autoptr (MftQpdf) opened = mft_qpdf_open (pdf, error);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (finish->date);

  if (opened == NULL)
    return NULL;
  for (guint i = 0; i < finish->n_fields; i++)
    g_return_val_if_fail ((int) finish->fields[i].page < qpdf_get_num_pages (opened), NULL);
  mft_qpdf_repair (opened);
  set_catalog (opened);
  set_source (opened, finish->source, utc);
  set_fields (opened, finish);
  if (finish->tags != NULL && !mft_tags_apply (finish->tags, opened, error))
    return NULL;
  set_marked (opened);
  set_metadata (opened, finish, utc);
  return write_out (opened, error);
}
