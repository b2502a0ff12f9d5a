/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages.h"

#include "agreement/shown.h"
#include "draw/fonts.h"
#include "typeset/compose.h"
#include "typeset/notice.h"
#include "typeset/pages-private.h"
#include "typeset/paginate.h"

G_DEFINE_QUARK (mft_typeset_error, mft_typeset_error)

const MftPage *
_mft_pages_get (const MftPages *pages, guint page)
{
  return pages->cut->pdata[page];
}

static void
page_free (gpointer data)
{
  MftPage *page = data;

  g_array_unref (page->fragments);
  g_free (page);
}

static void
field_clear (gpointer data)
{
  g_free (((MftFieldPlace *) data)->name);
  g_free (((MftFieldPlace *) data)->prompt);
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

static gboolean
find_profile (MftProfile *profile, MftAgreement *agreement, const MftTypesetOptions *options,
              GError **error)
{
  if (mft_profile_init (profile, agreement, options->profile))
    return mft_fonts_check (profile->family, error) && mft_fonts_check (MFT_FONT_SANS, error);
  g_set_error (error, MFT_TYPESET_ERROR, MFT_TYPESET_ERROR_PROFILE, "there is no page profile '%s'",
               options->profile != NULL
                   ? options->profile
                   : mft_agreement_get_setting (agreement, MFT_SETTING_PROFILE));
  return FALSE;
}

static MftPages *
pages_new (MftAgreement *agreement, const MftProfile *profile, const MftTypesetOptions *options,
           PangoContext *context)
{
  MftPages *pages = g_new0 (MftPages, 1);
  g_autofree char *usual
      = mft_notice_fill (mft_notice_find (MFT_NOTICE_DEFAULT)->words, NULL, NULL, NULL);

  g_atomic_ref_count_init (&pages->references);
  pages->profile = *profile;
  pages->furniture = mft_furniture_new (agreement, &pages->profile, context,
                                        options->notice != NULL ? options->notice : usual,
                                        options->qr, options->mark, options->draft);
  pages->title = document_title (agreement);
  pages->pieces = g_ptr_array_new ();
  pages->cut = g_ptr_array_new_with_free_func (page_free);
  pages->places = g_array_new (FALSE, FALSE, sizeof (MftBlockPlace));
  pages->fields = g_array_new (FALSE, FALSE, sizeof (MftFieldPlace));
  g_array_set_clear_func (pages->fields, field_clear);
  pages->missing = g_array_new (FALSE, FALSE, sizeof (MftMissingGlyph));
  return pages;
}

static void
add_notice_missing (MftPages *pages)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gunichar));

  mft_furniture_missing (pages->furniture, missing);
  for (guint i = 0; i < missing->len; i++)
    {
      MftMissingGlyph glyph = { NULL, g_array_index (missing, gunichar, i) };
      g_array_append_val (pages->missing, glyph);
    }
}

/* The pages of a run of pieces, of which `profile` says the size. */
static void
cut_run (MftPages *pages, guint from, const MftProfile *profile, guint run)
{
  g_autoptr (GPtrArray) cut = g_ptr_array_new ();

  mft_paginate (pages->pieces, from, pages->pieces->len,
                profile->height - profile->top - profile->bottom, cut);
  for (guint i = 0; i < cut->len; i++)
    {
      MftPage *page = g_new (MftPage, 1);
      *page = (MftPage){ profile, run, cut->pdata[i] };
      g_ptr_array_add (pages->cut, page);
    }
}

/* The agreement is one run of text, each attachment another, which begins on a page of its own. */
static void
cut_pages (MftPages *pages)
{
  const MftProfile *profile = &pages->profile;
  guint from = 0, run = 0;

  for (guint i = 0; i < pages->sections->len; i++)
    {
      const MftSection *section = pages->sections->pdata[i];
      if (section->attachment)
        {
          if (pages->pieces->len > from)
            cut_run (pages, from, profile, run++);
          from = pages->pieces->len;
          profile = &section->profile;
        }
      g_ptr_array_extend (pages->pieces, section->pieces, NULL, NULL);
    }
  if (pages->pieces->len > from || pages->cut->len == 0)
    cut_run (pages, from, profile, run);
}

static gpointer
prepare (G_GNUC_UNUSED gpointer data)
{
  mft_fonts_prepare ();
  return NULL;
}

void
mft_typeset_prepare (void)
{
  g_thread_unref (g_thread_new ("prepare", prepare, NULL));
}

MftPages *
mft_typeset (MftAgreement *snapshot, const MftTypesetOptions *options, MftJob *job, GError **error)
{
  MftProfile profile;

  if (!find_profile (&profile, snapshot, options, error))
    return NULL;
  PangoContext *context = mft_fonts_context ();
  g_autoptr (MftPages) pages = pages_new (snapshot, &profile, options, context);
  pages->sections = mft_compose (snapshot, &pages->profile, context,
                                 options->former != NULL ? options->former->sections : NULL,
                                 options->insert, job, error);
  g_object_unref (context);
  if (pages->sections == NULL)
    return NULL;
  cut_pages (pages);
  _mft_pages_map (pages, snapshot, options->initials);
  add_notice_missing (pages);
  return g_steal_pointer (&pages);
}

MftPages *
mft_pages_ref (MftPages *pages)
{
  g_atomic_ref_count_inc (&pages->references);
  return pages;
}

void
mft_pages_free (MftPages *pages)
{
  if (!g_atomic_ref_count_dec (&pages->references))
    return;
  g_free (pages->title);
  mft_furniture_free (pages->furniture);
  g_ptr_array_unref (pages->cut);
  g_ptr_array_unref (pages->pieces);
  g_clear_pointer (&pages->sections, g_ptr_array_unref);
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
  return pages->furniture->draft;
}

double
mft_pages_width (const MftPages *pages, guint page)
{
  g_return_val_if_fail (page < pages->cut->len, 0);
  return _mft_pages_get (pages, page)->profile->width;
}

double
mft_pages_height (const MftPages *pages, guint page)
{
  g_return_val_if_fail (page < pages->cut->len, 0);
  return _mft_pages_get (pages, page)->profile->height;
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
