/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages-private.h"

#include "base/clock.h"
#include "draw/error.h"
#include "draw/fonts.h"

void
mft_pages_draw (const MftPages *pages, guint page, cairo_t *cr)
{
  g_return_if_fail (page < mft_pages_count (pages));
  g_autoptr (MftCanvas) canvas = mft_canvas_new_for (cr);
  PangoContext *context = mft_fonts_context ();

  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, mft_pages_width (pages, page), mft_pages_height (pages, page));
  cairo_fill (cr);
  _mft_pages_draw_on (pages, page, context, canvas, NULL);
  cairo_restore (cr);
  g_object_unref (context);
}

/* Fields without a place stand in no part of the text. */
static void
tag_initials (const MftPages *pages, MftCanvas *canvas)
{
  mft_canvas_enter_tag (canvas, 0);
  for (guint i = 0; !pages->furniture->draft && i < pages->fields->len; i++)
    {
      const MftFieldPlace *field = &g_array_index (pages->fields, MftFieldPlace, i);
      if (field->party > 0)
        continue;
      mft_canvas_begin_tag (canvas, "Form");
      mft_canvas_tag_field (canvas, field->name);
      mft_canvas_end_tag (canvas);
    }
}

static MftCanvas *
draw_all (const MftPages *pages)
{
  MftCanvas *canvas = mft_canvas_new_pdf ();
  g_autoptr (GHashTable) tags = g_hash_table_new (NULL, NULL);
  PangoContext *context = mft_fonts_context ();

  for (guint page = 0; page < mft_pages_count (pages); page++)
    {
      mft_canvas_begin_page (canvas, mft_pages_width (pages, page), mft_pages_height (pages, page));
      _mft_pages_draw_on (pages, page, context, canvas, tags);
    }
  tag_initials (pages, canvas);
  g_object_unref (context);
  return canvas;
}

static gboolean
check_glyphs (const MftPages *pages, GError **error)
{
  char shown[7] = { 0 };

  if (pages->furniture->draft || pages->missing->len == 0)
    return TRUE;
  gunichar character = g_array_index (pages->missing, MftMissingGlyph, 0).character;
  g_unichar_to_utf8 (character, shown);
  g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_GLYPH, "'%s' has no '%s' (U+%04X)",
               pages->profile.family, shown, character);
  return FALSE;
}

/* What is final shows all it should. */
static gboolean
check_figures (const MftPages *pages, GError **error)
{
  for (guint i = 0; !pages->furniture->draft && i < pages->sections->len; i++)
    {
      const MftSection *section = pages->sections->pdata[i];
      if (section->unread == NULL)
        continue;
      g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_IMAGE, "'%s' cannot be shown",
                   section->unread);
      return FALSE;
    }
  return TRUE;
}

GBytes *
mft_pages_to_pdf (const MftPages *pages, GDateTime *date, GBytes *source, GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MftEmptyField));

  if (!check_glyphs (pages, error) || !check_figures (pages, error))
    return NULL;
  g_autoptr (MftCanvas) canvas = draw_all (pages);
  for (guint i = 0; !pages->furniture->draft && i < pages->fields->len; i++)
    {
      const MftFieldPlace *place = &g_array_index (pages->fields, MftFieldPlace, i);
      MftEmptyField field = { place->name, place->prompt, place->page,  place->x,
                              place->y,    place->width,  place->height };
      g_array_append_val (fields, field);
    }
  const MftFinish finish = { .title = pages->title,
                             .date = date,
                             .source = source,
                             .fields = (const MftEmptyField *) fields->data,
                             .n_fields = fields->len };
  return mft_canvas_finish (canvas, &finish, error);
}

GDateTime *
mft_typeset_date (MftAgreement *agreement, GDateTime *given)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  const char *signed_on = mft_agreement_get_value (agreement, "tanggal_ttd");
  gint64 seconds;

  if (given != NULL)
    return g_date_time_ref (given);
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return g_date_time_new_from_unix_utc (seconds);
  if (signed_on != NULL)
    {
      g_autofree char *midnight = g_strconcat (signed_on, "T00:00:00Z", NULL);
      GDateTime *date = g_date_time_new_from_iso8601 (midnight, NULL);
      if (date != NULL)
        return date;
    }
  return mft_clock_now_utc ();
}
