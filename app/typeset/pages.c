/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages.h"

#include "agreement/party.h"
#include "agreement/shown.h"
#include "draw/fonts.h"
#include "draw/stamp.h"
#include "typeset/compose.h"
#include "typeset/pages-private.h"
#include "typeset/paginate.h"

#define NUMBER_SIZE 10.0
#define NOTICE_SIZE 7.0

const char mft_notice_bsre[]
    = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik\n"
      "yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara "
      "(BSSN)";

G_DEFINE_QUARK (mft_typeset_error, mft_typeset_error)

static MftTextLine *
single_line (PangoContext *context, const char *family, double size, const char *text)
{
  PangoLayout *layout = mft_fonts_layout (context, family, size, PANGO_WEIGHT_NORMAL, text);
  MftTextLine *line = mft_text_line_new (pango_layout_get_line_readonly (layout, 0));

  g_object_unref (layout);
  return line;
}

static void
line_free (gpointer line)
{
  if (line != NULL)
    mft_text_line_free (line);
}

static void
field_clear (gpointer data)
{
  g_free (((MftFieldPlace *) data)->name);
}

static void
add_missing (MftPages *pages, const char *block, const MftTextLine *line)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gunichar));

  mft_text_line_missing (line, missing);
  for (guint i = 0; i < missing->len; i++)
    {
      MftMissingGlyph glyph = { block, g_array_index (missing, gunichar, i) };
      g_array_append_val (pages->missing, glyph);
    }
}

/* Joins the place of a further cell of the same block on the same page to the one before it. */
static void
add_place (MftPages *pages, MftBlockPlace place, guint since)
{
  for (guint i = since; i < pages->places->len; i++)
    {
      MftBlockPlace *known = &g_array_index (pages->places, MftBlockPlace, i);
      if (!g_str_equal (known->block, place.block))
        continue;
      double right = MAX (known->x + known->width, place.x + place.width);
      double bottom = MAX (known->y + known->height, place.y + place.height);
      known->x = MIN (known->x, place.x);
      known->y = MIN (known->y, place.y);
      known->width = right - known->x;
      known->height = bottom - known->y;
      return;
    }
  g_array_append_val (pages->places, place);
}

static void
map_cell (MftPages *pages, guint page, const MftFragment *fragment, const MftPiece *piece,
          const MftCell *cell, guint since)
{
  guint to = MIN (fragment->to, cell->lines->len);
  double top = pages->profile->top + fragment->y + cell->y;

  for (guint i = fragment->from; i < to; i++)
    add_missing (pages, cell->block, g_array_index (cell->lines, MftPlacedLine, i).line);
  if (cell->block == NULL || fragment->from >= to)
    return;
  double height = piece->bordered ? fragment->height : (to - fragment->from) * piece->leading;
  add_place (pages,
             (MftBlockPlace){ cell->block, page, pages->profile->left + cell->x, top, cell->width,
                              height },
             since);
}

static void
map_spot (MftPages *pages, guint page, const MftFieldSpot *spot, double top, guint since)
{
  double x = pages->profile->left + spot->x, y = top + spot->y;

  add_place (pages, (MftBlockPlace){ spot->block, page, x, y, MFT_STAMP_WIDTH, MFT_STAMP_HEIGHT },
             since);
  if (spot->party > 0)
    {
      MftFieldPlace field
          = { spot->party, mft_party_dup_signature_field (spot->party), page, x, y };
      g_array_append_val (pages->fields, field);
    }
}

static void
map_fragment (MftPages *pages, guint page, const MftFragment *fragment)
{
  const MftPiece *piece = pages->pieces->pdata[fragment->piece];
  guint since = pages->places->len;

  for (guint i = 0; i < piece->cells->len; i++)
    map_cell (pages, page, fragment, piece, &g_array_index (piece->cells, MftCell, i), since);
  for (guint i = 0; i < piece->fields->len; i++)
    map_spot (pages, page, &g_array_index (piece->fields, MftFieldSpot, i),
              pages->profile->top + fragment->y, since);
}

static void
map_pages (MftPages *pages)
{
  for (guint page = 0; page < pages->cut->len; page++)
    {
      const GArray *fragments = pages->cut->pdata[page];
      for (guint i = 0; i < fragments->len; i++)
        map_fragment (pages, page, &g_array_index (fragments, MftFragment, i));
    }
}

static void
add_numbers (MftPages *pages, PangoContext *context)
{
  for (guint page = 0; page < pages->cut->len; page++)
    {
      g_autofree char *text = g_strdup_printf ("- %u -", page + 1);
      MftTextLine *line
          = page > 0 ? single_line (context, pages->profile->family, NUMBER_SIZE, text) : NULL;
      g_ptr_array_add (pages->numbers, line);
    }
}

static void
add_notice (MftPages *pages, PangoContext *context, const char *notice)
{
  g_auto (GStrv) lines = g_strsplit (notice, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      MftTextLine *line = single_line (context, MFT_FONT_SANS, NOTICE_SIZE, lines[i]);
      add_missing (pages, NULL, line);
      g_ptr_array_add (pages->notice, line);
    }
}

static MftPages *
pages_new (const MftProfile *profile, const MftTypesetOptions *options, char *title)
{
  MftPages *pages = g_new0 (MftPages, 1);

  pages->profile = profile;
  pages->draft = options->draft;
  pages->title = title;
  pages->mark = options->mark != NULL ? mft_mark_ref (options->mark) : mft_mark_new ();
  pages->numbers = g_ptr_array_new_with_free_func (line_free);
  pages->notice = g_ptr_array_new_with_free_func (line_free);
  pages->places = g_array_new (FALSE, FALSE, sizeof (MftBlockPlace));
  pages->fields = g_array_new (FALSE, FALSE, sizeof (MftFieldPlace));
  g_array_set_clear_func (pages->fields, field_clear);
  pages->missing = g_array_new (FALSE, FALSE, sizeof (MftMissingGlyph));
  return pages;
}

/* "Perjanjian Kerja Sama tentang …", for a viewer's title bar. */
static char *
document_title (MftAgreement *agreement)
{
  const char *name = mft_agreement_get_setting (agreement, "naskah");
  g_autofree char *about = mft_agreement_dup_title (agreement);

  if (mft_agreement_get_value (agreement, "tentang") == NULL)
    return *about != '\0' ? g_steal_pointer (&about) : g_strdup (name);
  return g_strdup_printf ("%s tentang %s", name, about);
}

static const MftProfile *
find_profile (MftAgreement *agreement, const MftTypesetOptions *options, GError **error)
{
  const char *id = options->profile != NULL ? options->profile
                                            : mft_agreement_get_setting (agreement, "profil");
  const MftProfile *profile = mft_profile_find (id);

  if (profile == NULL)
    g_set_error (error, MFT_TYPESET_ERROR, MFT_TYPESET_ERROR_PROFILE,
                 "there is no page profile \"%s\"", id);
  else if (!mft_fonts_check (profile->family, error) || !mft_fonts_check (MFT_FONT_SANS, error))
    profile = NULL;
  return profile;
}

MftPages *
mft_typeset (MftAgreement *snapshot, const MftTypesetOptions *options, MftJob *job, GError **error)
{
  const MftProfile *profile = find_profile (snapshot, options, error);

  if (profile == NULL)
    return NULL;
  g_autoptr (MftPages) pages = pages_new (profile, options, document_title (snapshot));
  PangoContext *context = mft_fonts_context ();
  pages->pieces = mft_compose (snapshot, profile, context, job, error);
  if (pages->pieces != NULL)
    {
      const char *notice = options->notice != NULL ? options->notice : mft_notice_bsre;
      pages->cut = mft_paginate (pages->pieces, profile->height - profile->top - profile->bottom);
      map_pages (pages);
      add_numbers (pages, context);
      if (!pages->draft && *notice != '\0')
        add_notice (pages, context, notice);
    }
  g_object_unref (context);
  return pages->pieces != NULL ? g_steal_pointer (&pages) : NULL;
}

void
mft_pages_free (MftPages *pages)
{
  g_free (pages->title);
  mft_mark_unref (pages->mark);
  g_clear_pointer (&pages->pieces, g_ptr_array_unref);
  g_clear_pointer (&pages->cut, g_ptr_array_unref);
  g_ptr_array_unref (pages->numbers);
  g_ptr_array_unref (pages->notice);
  g_array_unref (pages->places);
  g_array_unref (pages->fields);
  g_array_unref (pages->missing);
  g_free (pages);
}

guint
mft_pages_count (const MftPages *pages)
{
  return pages->cut->len;
}

gboolean
mft_pages_is_draft (const MftPages *pages)
{
  return pages->draft;
}

double
mft_pages_width (const MftPages *pages, guint page)
{
  g_return_val_if_fail (page < pages->cut->len, 0);
  return pages->profile->width;
}

double
mft_pages_height (const MftPages *pages, guint page)
{
  g_return_val_if_fail (page < pages->cut->len, 0);
  return pages->profile->height;
}

const MftBlockPlace *
mft_pages_places (const MftPages *pages, guint *count)
{
  *count = pages->places->len;
  return (const MftBlockPlace *) pages->places->data;
}

const char *
mft_pages_block_at (const MftPages *pages, guint page, double x, double y)
{
  const MftBlockPlace *best = NULL;

  for (guint i = 0; i < pages->places->len; i++)
    {
      const MftBlockPlace *place = &g_array_index (pages->places, MftBlockPlace, i);
      if (place->page != page || place->y > y)
        continue;
      if (y < place->y + place->height && x >= place->x && x < place->x + place->width)
        return place->block;
      if (best == NULL || place->y >= best->y)
        best = place;
    }
  return best != NULL ? best->block : NULL;
}

const MftFieldPlace *
mft_pages_fields (const MftPages *pages, guint *count)
{
  *count = pages->fields->len;
  return (const MftFieldPlace *) pages->fields->data;
}

const MftMissingGlyph *
mft_pages_missing (const MftPages *pages, guint *count)
{
  *count = pages->missing->len;
  return (const MftMissingGlyph *) pages->missing->data;
}
