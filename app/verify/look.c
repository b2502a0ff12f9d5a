/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/look.h"

#include "pdf/parser.h"
#include "verify/look-font.h"

#define SIZE_MOST (1u << 20)
#define OPERATOR_MOST 16
#define OPERANDS_MOST 64
#define STATES_MOST 32
#define SHAPES_MOST 1000
#define POINTS_MOST 64 /* coordinates; a frame has 8, a bevelled one 12 */

typedef struct
{
  double matrix[6];
  const char *fill, *stroke;
  double width;
  gboolean is_clipped;
  MftPdfRect clip;
  gboolean is_partial; /* what cuts off or makes transparent is not followed */
  gboolean hides_text;
  const MftLookFont *font;
} State;

typedef struct
{
  MftLook *look;
  MftPdfFile *file;
  guint revision;
  const MftPdfObject *stream;
  GPtrArray *operands;
  GArray *states; /* the last one holds */
  GHashTable *fonts;
  GArray *path; /* double: x, y */
  gboolean path_is_rectangle;
  gboolean clips; /* when the path ends */
} Reader;

static State *
state_of (Reader *reader)
{
  return &g_array_index (reader->states, State, reader->states->len - 1);
}

static MftPdfObject *
operand (const Reader *reader, guint index)
{
  return index < reader->operands->len ? g_ptr_array_index (reader->operands, index) : NULL;
}

static double
number (const Reader *reader, guint index)
{
  return mft_pdf_object_get_number (operand (reader, index), 0);
}

static void
add_point (Reader *reader, double x, double y)
{
  const double *m = state_of (reader)->matrix;
  double point[2] = { m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5] };

  if (reader->path->len < POINTS_MOST)
    g_array_append_vals (reader->path, point, 2);
  reader->path_is_rectangle = FALSE;
}

static void
add_points (Reader *reader)
{
  for (guint i = 0; i + 1 < reader->operands->len; i += 2)
    add_point (reader, number (reader, i), number (reader, i + 1));
}

static void
add_rectangle (Reader *reader)
{
  const double *m = state_of (reader)->matrix;
  double x = number (reader, 0), y = number (reader, 1);
  double width = number (reader, 2), height = number (reader, 3);
  gboolean is_first = reader->path->len == 0;

  add_point (reader, x, y);
  add_point (reader, x + width, y);
  add_point (reader, x + width, y + height);
  add_point (reader, x, y + height);
  reader->path_is_rectangle = is_first && m[1] == 0 && m[2] == 0;
}

static void
paint (Reader *reader, gboolean fills, gboolean strokes)
{
  State *state = state_of (reader);
  MftPdfRect box = mft_look_box (reader->path);
  MftLookShape *shape;

  if (reader->path->len > 0 && (fills || strokes))
    {
      shape = g_new0 (MftLookShape, 1);
      shape->fill = fills ? state->fill : NULL;
      shape->stroke = strokes ? state->stroke : NULL;
      shape->width = state->width;
      shape->is_rectangle = reader->path_is_rectangle;
      shape->is_partial
          = state->is_partial || (state->is_clipped && !mft_look_lies_within (&box, &state->clip));
      if (reader->path->len < POINTS_MOST)
        shape->points = g_array_copy (reader->path);
      g_ptr_array_add (reader->look->shapes, shape);
      reader->look->is_unreadable
          = reader->look->is_unreadable || reader->look->shapes->len > SHAPES_MOST;
    }
  if (reader->clips && (state->is_clipped || !reader->path_is_rectangle))
    state->is_partial = TRUE;
  else if (reader->clips)
    {
      state->is_clipped = TRUE;
      state->clip = box;
    }
  reader->clips = FALSE;
  reader->path_is_rectangle = FALSE;
  g_array_set_size (reader->path, 0);
}

gboolean
mft_look_has_font (const MftLook *look, const MftPdfObject *font)
{
  for (guint i = 0; i < look->fonts->len; i++)
    if (mft_pdf_object_equal (g_ptr_array_index (look->fonts, i), font))
      return TRUE;
  return FALSE;
}

static const char *
colour (Reader *reader, const char *word)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *space = g_ascii_strdown (word, -1);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (strcmp (space, "rg") == 0 && number (reader, 0) == number (reader, 1)
      && number (reader, 1) == number (reader, 2))
    {
      g_ptr_array_set_size (reader->operands, 1); /* the same grey in other words */
      space[0] = 'g';
      space[1] = '\0';
    }
  for (guint i = 0; i < reader->operands->len; i++)
    {
      const char *name = mft_pdf_object_get_name (operand (reader, i));
      if (name != NULL && g_str_has_suffix (space, "scn"))
        reader->look->has_pictures = TRUE; /* a pattern */
      g_string_append_printf (
          words, "%s ",
          name != NULL ? name : g_ascii_formatd (text, sizeof text, "%.2f", number (reader, i)));
    }
  g_string_append (words, space);
  return g_string_chunk_insert_const (reader->look->colours, words->str);
}

static void
choose_font (Reader *reader)
{
  const char *name = mft_pdf_object_get_name (operand (reader, 0));
  MftLookFont *font = name != NULL ? g_hash_table_lookup (reader->fonts, name) : NULL;

  if (font == NULL && name != NULL)
    {
      font = mft_look_font_new (reader->file, reader->revision, reader->stream, name);
      g_hash_table_insert (reader->fonts, g_strdup (name), font);
    }
  state_of (reader)->font = font;
}

static void
show (Reader *reader, const MftPdfObject *string)
{
  MftLook *look = reader->look;
  const MftLookFont *font = state_of (reader)->font;
  gsize size;
  const char *bytes = mft_pdf_object_get_string (string, &size);

  if (bytes == NULL || size == 0 || state_of (reader)->hides_text)
    return;
  mft_look_font_read (font, bytes, size, look->text);
  if (font == NULL)
    return;
  look->has_pictures = look->has_pictures || font->is_drawings;
  if (font->is_embedded && !mft_look_has_font (look, font->value))
    g_ptr_array_add (look->fonts, mft_pdf_object_ref (font->value));
}

static void
show_all (Reader *reader)
{
  for (guint i = 0; i < reader->operands->len; i++)
    {
      const MftPdfObject *item = operand (reader, i);
      show (reader, item);
      for (guint k = 0; k < mft_pdf_array_size (item); k++)
        show (reader, mft_pdf_array_item (item, k));
    }
}

static void
multiply (Reader *reader)
{
  double *m = state_of (reader)->matrix, old[6], by[6];

  memcpy (old, m, sizeof old);
  for (guint i = 0; i < 6; i++)
    by[i] = number (reader, i);
  m[0] = by[0] * old[0] + by[1] * old[2];
  m[1] = by[0] * old[1] + by[1] * old[3];
  m[2] = by[2] * old[0] + by[3] * old[2];
  m[3] = by[2] * old[1] + by[3] * old[3];
  m[4] = by[4] * old[0] + by[5] * old[2] + old[4];
  m[5] = by[4] * old[1] + by[5] * old[3] + old[5];
}

static void
save (Reader *reader)
{
  State copy = *state_of (reader);

  if (reader->states->len < STATES_MOST)
    g_array_append_val (reader->states, copy);
  else
    reader->look->is_unreadable = TRUE;
}

static void
restore (Reader *reader)
{
  if (reader->states->len > 1)
    g_array_set_size (reader->states, reader->states->len - 1);
}

static gboolean
is_one_of (const char *word, const char *list)
{
  g_auto (GStrv) all = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) all, word);
}

/* ISO 32000-2, annex A; what is not here moves text or marks content. */
static void
perform (Reader *reader, const char *word)
{
  State *state = state_of (reader);

  if (is_one_of (word, "f F f* B B* b b* S s n"))
    paint (reader, strchr ("fFBb", word[0]) != NULL, strchr ("BbSs", word[0]) != NULL);
  else if (is_one_of (word, "m l c v y"))
    add_points (reader);
  else if (strcmp (word, "re") == 0)
    add_rectangle (reader);
  else if (is_one_of (word, "W W*"))
    reader->clips = TRUE;
  else if (is_one_of (word, "g rg k cs sc scn"))
    state->fill = colour (reader, word);
  else if (is_one_of (word, "G RG K CS SC SCN"))
    state->stroke = colour (reader, word);
  else if (is_one_of (word, "Tj TJ ' \""))
    show_all (reader);
  else if (is_one_of (word, "Do BI sh"))
    reader->look->has_pictures = TRUE;
  else if (strcmp (word, "Tf") == 0)
    choose_font (reader);
  else if (strcmp (word, "Tr") == 0)
    state->hides_text = number (reader, 0) == 3 || number (reader, 0) == 7;
  else if (strcmp (word, "cm") == 0)
    multiply (reader);
  else if (strcmp (word, "q") == 0)
    save (reader);
  else if (strcmp (word, "Q") == 0)
    restore (reader);
  else if (strcmp (word, "w") == 0)
    state->width = number (reader, 0);
  else if (strcmp (word, "gs") == 0)
    state->is_partial = TRUE;
  else if (strcmp (word, "BDC") == 0 && mft_pdf_object_is_name (operand (reader, 0), "OC"))
    reader->look->is_unreadable = TRUE; /* shown or not, as a layer is */
}

static gboolean
begins_operand (int byte)
{
  return g_ascii_isdigit (byte) || (byte != 0 && strchr ("/(<[+-.", byte) != NULL);
}

/* FALSE: no operator stands here. */
static gboolean
read_operator (MftPdfParser *parser, char *word)
{
  guint size = 0;

  for (int byte = mft_pdf_parser_peek (parser);
       parser->at < parser->end && !mft_pdf_is_space (byte) && !mft_pdf_is_delimiter (byte);
       parser->at++, byte = mft_pdf_parser_peek (parser))
    {
      if (size == OPERATOR_MOST)
        return FALSE;
      word[size++] = (char) byte;
    }
  word[size] = '\0';
  return size > 0;
}

/* FALSE: it is not to be read. A picture in the middle ends the reading. */
static gboolean
read_content (Reader *reader, GBytes *content)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (content);
  MftPdfParser parser = mft_pdf_parser (source, 0, mft_byte_source_size (source));
  char word[OPERATOR_MOST + 1];

  parser.keep_places = FALSE;
  for (mft_pdf_parser_skip_space (&parser);
       parser.at < parser.end && !reader->look->has_pictures && !reader->look->is_unreadable;
       mft_pdf_parser_skip_space (&parser))
    if (begins_operand (mft_pdf_parser_peek (&parser)))
      {
        MftPdfObject *object = mft_pdf_parser_object (&parser, NULL);
        if (object == NULL)
          return FALSE;
        g_ptr_array_add (reader->operands, object);
        if (reader->operands->len > OPERANDS_MOST)
          return FALSE;
      }
    else
      {
        if (!read_operator (&parser, word))
          return FALSE;
        perform (reader, word);
        g_ptr_array_set_size (reader->operands, 0);
      }
  return TRUE;
}

/* What is left out is the identity. */
static void
read_matrix (MftLook *look, MftPdfFile *file, guint revision, const MftPdfObject *stream)
{
  static const double identity[] = { 1, 0, 0, 1, 0, 0 };
  g_autoptr (MftPdfObject) matrix = mft_pdf_file_get (file, revision, stream, "Matrix", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (identity); i++)
    look->matrix[i] = mft_pdf_object_get_number (mft_pdf_array_item (matrix, i), identity[i]);
}

MftLook *
mft_look_new (MftPdfFile *file, guint revision, const MftPdfObject *stream)
{
  MftLook *look = g_new0 (MftLook, 1);
  const State start
      = { .matrix = { 1, 0, 0, 1, 0, 0 }, .fill = "0.00 g", .stroke = "0.00 g", .width = 1 };
  Reader reader = { .look = look, .file = file, .revision = revision, .stream = stream };
  g_autoptr (GBytes) content = mft_pdf_file_stream_data (file, revision, stream, SIZE_MOST, NULL);

  look->text = g_string_new (NULL);
  look->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_look_shape_free);
  look->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_object_unref);
  look->colours = g_string_chunk_new (64);
  read_matrix (look, file, revision, stream);
  if (!mft_pdf_rect_read (file, revision, mft_pdf_dict_get (stream, "BBox"), &look->box))
    look->is_unreadable = TRUE;
  reader.operands = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_object_unref);
  reader.states = g_array_new (FALSE, FALSE, sizeof (State));
  g_array_append_val (reader.states, start);
  reader.fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) mft_look_font_free);
  reader.path = g_array_new (FALSE, FALSE, sizeof (double));
  if (content == NULL || mft_pdf_dict_get (stream, "OC") != NULL
      || !read_content (&reader, content))
    look->is_unreadable = TRUE;
  g_ptr_array_unref (reader.operands);
  g_array_unref (reader.states);
  g_hash_table_unref (reader.fonts);
  g_array_unref (reader.path);
  return look;
}

void
mft_look_free (MftLook *look)
{
  g_string_free (look->text, TRUE);
  g_ptr_array_unref (look->shapes);
  g_ptr_array_unref (look->fonts);
  g_string_chunk_free (look->colours);
  g_free (look);
}

/* Units are the same only in the same frame (ISO 32000-2, 12.5.5, algorithm 8). */
static gboolean
same_frame (const MftLook *a, const MftLook *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->matrix); i++)
    if (a->matrix[i] != b->matrix[i])
      return FALSE;
  return mft_look_lies_within (&a->box, &b->box) && mft_look_lies_within (&b->box, &a->box);
}

static gboolean
is_licensed (const MftLook *now, const MftLookShape *shape, GPtrArray *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      const MftLook *look = g_ptr_array_index (before, i);
      for (guint k = 0; k < look->shapes->len && !look->is_unreadable && same_frame (now, look);
           k++)
        if (mft_look_shape_licenses (g_ptr_array_index (look->shapes, k), shape))
          return TRUE;
    }
  return FALSE;
}

gboolean
mft_look_paints_no_more (const MftLook *look, GPtrArray *before)
{
  for (guint i = 0; i < look->shapes->len; i++)
    if (!is_licensed (look, g_ptr_array_index (look->shapes, i), before))
      return FALSE;
  return !look->has_pictures && !look->is_unreadable;
}

gboolean
mft_look_has_frame_of (const MftLook *look, GPtrArray *before)
{
  for (guint i = 0; i < before->len; i++)
    if (same_frame (look, g_ptr_array_index (before, i)))
      return TRUE;
  return before->len == 0;
}
