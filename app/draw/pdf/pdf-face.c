/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-face.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include "draw/pdf/pdf-values.h"

#define THOUSAND 1000.0
#define TABLE_CFF HB_TAG ('C', 'F', 'F', ' ')
#define TABLE_GLYF HB_TAG ('g', 'l', 'y', 'f')
#define TABLE_FVAR HB_TAG ('f', 'v', 'a', 'r')
#define TABLE_HEAD HB_TAG ('h', 'e', 'a', 'd')
#define GLYPHS_MOST 65535

/* ISO 32000-1, table 123. */
#define FLAG_SYMBOLIC (1 << 2)
#define FLAG_ITALIC (1 << 6)

typedef struct
{
  gboolean used;
  int width;
  char *characters; /* what it stands for, in the chunk; NULL: nothing alone */
  gsize bytes;
} Glyph;

struct MftPdfFace
{
  hb_face_t *face;
  hb_font_t *font;
  double scale; /* from the face's units to thousandths */
  gboolean is_cff;
  GArray *glyphs; /* Glyph by number */
  GStringChunk *chunk;
};

static gboolean
has_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *table = hb_face_reference_table (face, tag);
  gboolean has = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);
  return has;
}

MftPdfFace *
mft_pdf_face_new (hb_face_t *face)
{
  gboolean is_cff = has_table (face, TABLE_CFF);

  if ((!is_cff && !has_table (face, TABLE_GLYF)) || has_table (face, TABLE_FVAR))
    return NULL;
  MftPdfFace *self = g_new (MftPdfFace, 1);
  *self = (MftPdfFace){ hb_face_reference (face),
                        hb_font_create (face),
                        THOUSAND / hb_face_get_upem (face),
                        is_cff,
                        g_array_new (FALSE, TRUE, sizeof (Glyph)),
                        g_string_chunk_new (1024) };
  return self;
}

void
mft_pdf_face_free (MftPdfFace *face)
{
  g_array_unref (face->glyphs);
  g_string_chunk_free (face->chunk);
  hb_font_destroy (face->font);
  hb_face_destroy (face->face);
  g_free (face);
}

gboolean
mft_pdf_face_use (MftPdfFace *face, guint glyph, const char *characters, gsize bytes)
{
  g_assert (glyph <= GLYPHS_MOST);
  if (glyph >= face->glyphs->len)
    g_array_set_size (face->glyphs, glyph + 1);
  Glyph *used = &g_array_index (face->glyphs, Glyph, glyph);
  if (!used->used)
    used->width = (int) (hb_font_get_glyph_h_advance (face->font, glyph) * face->scale + 0.5);
  used->used = TRUE;
  if (characters == NULL)
    return FALSE;
  if (used->characters == NULL)
    {
      used->characters = g_string_chunk_insert_len (face->chunk, characters, (gssize) bytes);
      used->bytes = bytes;
    }
  return used->bytes == bytes && memcmp (used->characters, characters, bytes) == 0;
}

int
mft_pdf_face_width (MftPdfFace *face, guint glyph)
{
  return g_array_index (face->glyphs, Glyph, glyph).width;
}

/* --- writing ---------------------------------------------------------------------------------------- */

/* The face with nothing but the glyphs in use, under their own numbers. Owned by the caller. */
static hb_face_t *
subset (const MftPdfFace *face)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *glyphs = hb_subset_input_glyph_set (input);

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS);
  /* What shaping needs is of no use any more. */
  hb_set_t *dropped = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  static const hb_tag_t shaping[]
      = { HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
          HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('c', 'm', 'a', 'p'),
          HB_TAG ('p', 'o', 's', 't'), HB_TAG ('O', 'S', '/', '2') };
  for (guint i = 0; i < G_N_ELEMENTS (shaping); i++)
    hb_set_add (dropped, shaping[i]);
  for (guint i = 0; i < face->glyphs->len; i++)
    if (g_array_index (face->glyphs, Glyph, i).used)
      hb_set_add (glyphs, i);
  hb_face_t *made = hb_subset_or_fail (face->face, input);
  hb_subset_input_destroy (input);
  g_assert (made != NULL); /* its tables were there */
  return made;
}

/* "ABCDEF+Face": the letters tell apart subsets of one face (9.6.4), here by what is in them. Owned by the
 * caller. */
static char *
subset_name (const MftPdfFace *face, hb_blob_t *program)
{
  char name[128];
  guint size = sizeof name;
  char tag[8] = "AAAAAA+";
  guint length;
  const char *data = hb_blob_get_data (program, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  guint32 hash = g_bytes_hash (bytes);

  hb_ot_name_get_utf8 (face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  for (guint i = 0; i < 6; i++, hash /= 26)
    tag[i] = (char) ('A' + hash % 26);
  /* A PostScript name has no blanks and delimiters, but a broken face may. */
  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_", '-');
  return g_strconcat (tag, *name != '\0' ? name : "Face", NULL);
}

static void
put_metric (GString *text, const MftPdfFace *face, const char *key, hb_position_t units)
{
  g_string_append (text, key);
  mft_pdf_put_integer (text, (gint64) (units * face->scale));
}

/* Four numbers of 16 bits (OpenType, head: xMin, yMin, xMax, yMax). */
static void
put_box (GString *text, const MftPdfFace *face)
{
  hb_blob_t *head = hb_face_reference_table (face->face, TABLE_HEAD);
  guint length;
  const guint8 *data = (const guint8 *) hb_blob_get_data (head, &length);

  g_string_append (text, " /FontBBox [");
  for (guint at = 36; at < 44; at += 2)
    put_metric (text, face, " ",
                length >= 44 ? (gint16) ((guint) data[at] << 8 | data[at + 1]) : 0);
  g_string_append (text, " ]");
  hb_blob_destroy (head);
}

static hb_position_t
metric (const MftPdfFace *face, hb_ot_metrics_tag_t tag)
{
  hb_position_t position;

  hb_ot_metrics_get_position_with_fallback (face->font, tag, &position);
  return position;
}

static void
write_descriptor (const MftPdfFace *face, MftPdfObjects *objects, guint number, const char *name,
                  guint program)
{
  GString *text = mft_pdf_objects_begin (objects, number);
  float slant = hb_style_get_value (face->font, HB_STYLE_TAG_SLANT_ANGLE);

  g_string_append_printf (text, "<< /Type /FontDescriptor /FontName /%s /Flags %d", name,
                          FLAG_SYMBOLIC | (slant != 0 ? FLAG_ITALIC : 0));
  put_box (text, face);
  g_string_append (text, " /ItalicAngle ");
  mft_pdf_put_number (text, (double) slant, 1);
  put_metric (text, face, " /Ascent ", metric (face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER));
  put_metric (text, face, " /Descent ", metric (face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER));
  put_metric (text, face, " /CapHeight ", metric (face, HB_OT_METRICS_TAG_CAP_HEIGHT));
  /* Nobody asks it of an embedded font; the key has to be there. */
  g_string_append (text, " /StemV 80");
  g_string_append (text, face->is_cff ? " /FontFile3 " : " /FontFile2 ");
  mft_pdf_put_reference (text, program);
  g_string_append (text, " >>");
  mft_pdf_objects_end (objects);
}

static void
write_program (const MftPdfFace *face, MftPdfObjects *objects, guint number, hb_blob_t *program)
{
  guint length;
  const char *data = hb_blob_get_data (program, &length);
  g_autofree char *entries = face->is_cff ? g_strdup ("/Subtype /CIDFontType0C")
                                          : g_strdup_printf ("/Length1 %u", length);

  mft_pdf_objects_write_stream (objects, number, entries, data, length);
}

/* Of neighbouring glyphs one list (9.7.4.3). */
static void
put_widths (const MftPdfFace *face, GString *text)
{
  gboolean open = FALSE;

  g_string_append (text, " /DW 0 /W [");
  for (guint i = 0; i < face->glyphs->len; i++)
    {
      const Glyph *glyph = &g_array_index (face->glyphs, Glyph, i);
      if (open && !glyph->used)
        g_string_append (text, " ]");
      if (!open && glyph->used)
        g_string_append_printf (text, " %u [", i);
      if (glyph->used)
        g_string_append_printf (text, " %d", glyph->width);
      open = glyph->used;
    }
  g_string_append (text, open ? " ] ]" : " ]");
}

static void
write_descendant (const MftPdfFace *face, MftPdfObjects *objects, guint number, const char *name,
                  guint descriptor)
{
  GString *text = mft_pdf_objects_begin (objects, number);

  g_string_append_printf (text,
                          "<< /Type /Font /Subtype /%s /BaseFont /%s /CIDSystemInfo << /Registry "
                          "(Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ",
                          face->is_cff ? "CIDFontType0" : "CIDFontType2", name);
  mft_pdf_put_reference (text, descriptor);
  if (!face->is_cff) /* has to be said (ISO 19005-3, 6.2.11.3.2) */
    g_string_append (text, " /CIDToGIDMap /Identity");
  put_widths (face, text);
  g_string_append (text, " >>");
  mft_pdf_objects_end (objects);
}

/* From a glyph to its characters (9.10.3); at most a hundred in a block. */
static void
write_characters (const MftPdfFace *face, MftPdfObjects *objects, guint number)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) text
      = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  guint count = 0;

  for (guint i = 0; i < face->glyphs->len; i++)
    {
      const Glyph *glyph = &g_array_index (face->glyphs, Glyph, i);
      if (glyph->used)
        {
          g_string_append_printf (lines, "<%04X> <", i);
          if (glyph->characters != NULL)
            mft_pdf_put_utf16 (lines, glyph->characters, (gssize) glyph->bytes);
          else
            g_string_append (lines, "FFFD");
          g_string_append (lines, ">\n");
          count++;
        }
      if (count == 100 || (count > 0 && i + 1 == face->glyphs->len))
        {
          g_string_append_printf (text, "%u beginbfchar\n%sendbfchar\n", count, lines->str);
          g_string_truncate (lines, 0);
          count = 0;
        }
    }
  g_string_append (text, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  mft_pdf_objects_write_stream (objects, number, "", text->str, text->len);
}

guint
mft_pdf_face_write (MftPdfFace *face, MftPdfObjects *objects)
{
  hb_face_t *made = subset (face);
  hb_blob_t *program
      = face->is_cff ? hb_face_reference_table (made, TABLE_CFF) : hb_face_reference_blob (made);
  g_autofree char *name = subset_name (face, program);
  guint number = mft_pdf_objects_reserve (objects);
  guint descendant = mft_pdf_objects_reserve (objects);
  guint descriptor = mft_pdf_objects_reserve (objects);
  guint file = mft_pdf_objects_reserve (objects);
  guint characters = mft_pdf_objects_reserve (objects);
  GString *text = mft_pdf_objects_begin (objects, number);

  g_string_append_printf (text,
                          "<< /Type /Font /Subtype /Type0 /BaseFont /%s%s /Encoding /Identity-H "
                          "/DescendantFonts [ %u 0 R ] /ToUnicode %u 0 R >>",
                          name, face->is_cff ? "-Identity-H" : "", descendant, characters);
  mft_pdf_objects_end (objects);
  write_descendant (face, objects, descendant, name, descriptor);
  write_descriptor (face, objects, descriptor, name, file);
  write_program (face, objects, file, program);
  write_characters (face, objects, characters);
  hb_blob_destroy (program);
  hb_face_destroy (made);
  return number;
}
