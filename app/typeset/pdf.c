/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages-private.h"

#include "base/clock.h"
#include "draw/error.h"
#include "draw/finish.h"
#include "draw/stamp.h"

void
mft_pages_draw (const MftPages *pages, guint page, cairo_t *cr)
{
  g_return_if_fail (page < mft_pages_count (pages));
  g_autoptr (MftCanvas) canvas = mft_canvas_new_for (cr);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, pages->profile->width, pages->profile->height);
  cairo_fill (cr);
  _mft_pages_draw_on (pages, page, canvas);
  cairo_restore (cr);
}

static GBytes *
draw_all (const MftPages *pages, GError **error)
{
  g_autoptr (MftCanvas) canvas = mft_canvas_new_pdf ();

  for (guint page = 0; page < mft_pages_count (pages); page++)
    {
      mft_canvas_begin_page (canvas, pages->profile->width, pages->profile->height);
      _mft_pages_draw_on (pages, page, canvas);
    }
  return mft_canvas_finish (canvas, error);
}

static gboolean
check_glyphs (const MftPages *pages, GError **error)
{
  char shown[7] = { 0 };

  if (pages->draft || pages->missing->len == 0)
    return TRUE;
  gunichar character = g_array_index (pages->missing, MftMissingGlyph, 0).character;
  g_unichar_to_utf8 (character, shown);
  g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_GLYPH, "\"%s\" has no \"%s\" (U+%04X)",
               pages->profile->family, shown, character);
  return FALSE;
}

GBytes *
mft_pages_to_pdf (const MftPages *pages, GDateTime *date, GBytes *source, GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MftEmptyField));

  if (!check_glyphs (pages, error))
    return NULL;
  g_autoptr (GBytes) drawn = draw_all (pages, error);
  if (drawn == NULL)
    return NULL;
  for (guint i = 0; !pages->draft && i < pages->fields->len; i++)
    {
      const MftFieldPlace *place = &g_array_index (pages->fields, MftFieldPlace, i);
      MftEmptyField field = { place->name,     NULL,     place->page,
                              place->x,        place->y, MFT_STAMP_WIDTH,
                              MFT_STAMP_HEIGHT };
      g_array_append_val (fields, field);
    }
  MftFinish finish
      = { pages->title, date, source, (const MftEmptyField *) fields->data, fields->len };
  return mft_finish_pdf (drawn, &finish, error);
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
