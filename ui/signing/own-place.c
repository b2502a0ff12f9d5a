/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/own-place.h"

#include "ui/signing/own-names.h"
#include "ui/wrap/settings.h"

#define KEY "stamp-places"
#define KINDS_MOST 50

gboolean
mft_own_place_find (const char *path, guint *page, MftPdfRect *seen)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *anchors = g_settings_get_string (settings, "stamp-anchors");
  g_auto (GStrv) lines = mft_own_lines ();

  return mft_signing_place_find (path, anchors, (const char *const *) lines, page, seen);
}

/* Pages of one size come from one desk: letters, decisions, forms. */
static char *
kind_of (const MftSigningPlace *place)
{
  return g_strdup_printf ("%dx%d", (int) (place->page_width + 0.5),
                          (int) (place->page_height + 0.5));
}

void
mft_own_place_recall (MftSigningPlace *place)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autoptr (GVariant) places = g_settings_get_value (settings, KEY);
  g_autofree char *kind = kind_of (place);
  double width = place->seen.right - place->seen.left,
         height = place->seen.top - place->seen.bottom;
  guint from_end;
  double left, bottom;

  if (!g_variant_lookup (places, kind, "(udd)", &from_end, &left, &bottom)
      || from_end >= place->page || left < 0 || bottom < 0 || left + width > place->page_width
      || bottom + height > place->page_height)
    return;
  place->page -= from_end;
  place->seen = (MftPdfRect){ left, bottom, left + width, bottom + height };
}

void
mft_own_place_remember (const MftSigningPlace *place, guint pages)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autoptr (GVariant) places = g_settings_get_value (settings, KEY);
  g_autofree char *kind = kind_of (place);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(udd)}"));
  g_variant_builder_add (&builder, "{s(udd)}", kind, pages - MIN (place->page, pages),
                         place->seen.left, place->seen.bottom);
  g_variant_iter_init (&iter, places);
  for (guint i = 1; i < KINDS_MOST && g_variant_iter_loop (&iter, "{&s@(udd)}", &other, &value);
       i++)
    if (!g_str_equal (other, kind))
      g_variant_builder_add (&builder, "{s@(udd)}", other, value);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
