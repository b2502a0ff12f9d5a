/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures: over the title they are logos, in attachments they are shown, others are told. */
#include "exchange/recognise/importer-private.h"

#include "agreement/asset.h"
#include "exchange/picture.h"
#include "typeset/profile.h"

#define DIGEST_SHOWN 12
#define LOGOS_MOST 3

void
mft_import_picture_free (MftImportPicture *picture)
{
  g_free (picture->name);
  g_free (picture->id);
  g_bytes_unref (picture->bytes);
  g_free (picture);
}

/* "aset/denah-0123456789ab.png" was "denah.png" before it became an entry. */
static char *
dup_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *end = strrchr (base, '.');
  gsize size = end != NULL ? (gsize) (end - base) : strlen (base);

  if (g_str_has_prefix (name, "aset/") && size >= DIGEST_SHOWN
      && strspn (base + size - DIGEST_SHOWN, "0123456789abcdef") == DIGEST_SHOWN)
    size -= DIGEST_SHOWN;
  base[size] = '\0';
  return g_strconcat (base, ".", NULL);
}

/* The entry of the agreement that holds it; NULL: of a kind that is not shown. Owned by the caller. */
static char *
keep (const MftImportPicture *picture, MftAgreement *agreement)
{
  g_autofree char *name = dup_name (picture->name);
  guint across, down;

  return mft_picture_get_sides (picture->bytes, &across, &down)
             ? mft_asset_add (agreement, name, picture->bytes, NULL)
             : NULL;
}

static void
leave_out (MftImporter *self, const MftImportPicture *picture)
{
  mft_import_report_guess (self->report, picture->number, picture->name, "picture-left-out",
                           MFT_CONFIDENCE_LOW);
}

static void
take_figure (MftImporter *self, MftImportPicture *picture, const MftImportLine *line)
{
  g_autoptr (MftText) none = mft_text_new ("", MFT_STYLE_PLAIN);
  g_autoptr (MftImportLine) own
      = mft_import_line_new (picture->number, 0, none, mft_import_columns (""));
  MftBlock *figure;

  own->id = g_strdup (picture->id);
  figure = _mft_import_open (self, _mft_import_holder (self), MFT_BLOCK_FIGURE,
                             line != NULL ? line : own, 0);
  _mft_import_set_unit (self, NULL);
  g_hash_table_insert (self->figures, figure, picture);
}

gboolean
_mft_import_take_pictures (MftImporter *self, guint index, const MftImportLine *line)
{
  gboolean taken = FALSE;

  while (self->pictures != NULL && self->next_picture < self->pictures->len)
    {
      MftImportPicture *picture = self->pictures->pdata[self->next_picture];
      gboolean captioned = picture->captioned && picture->before == index && line != NULL;
      if (picture->before > index)
        break;
      self->next_picture++;
      if (self->zone == MFT_BLOCK_ATTACHMENT)
        {
          take_figure (self, picture, captioned && !taken ? line : NULL);
          taken |= captioned;
        }
      else if (picture->before == 0)
        g_ptr_array_add (self->logos, picture);
      else
        leave_out (self, picture);
    }
  return taken;
}

/* The same one stands in the headers of first, even and other pages. */
static gboolean
is_known (GPtrArray *logos, guint count, const MftImportPicture *picture)
{
  for (guint i = 0; i < count; i++)
    if (g_bytes_equal (((MftImportPicture *) logos->pdata[i])->bytes, picture->bytes))
      return TRUE;
  return FALSE;
}

/* Where the logo `index` of `count` stands: in the middle, at both sides, everywhere; alone in a table where
 * its column is. */
static const char *
place_of (const MftImportPicture *logo, guint index, guint count)
{
  static const char *const places[]
      = { MFT_SETTING_LOGO_LEFT, MFT_SETTING_EMBLEM, MFT_SETTING_LOGO_RIGHT };

  if (count == 1)
    return places[logo->place.table > 0 ? MIN (logo->place.column, 2) : 1];
  return places[count == 2 ? 2 * index : index];
}

static void
place_logos (MftImporter *self, MftAgreement *trial)
{
  for (guint i = 0; i < self->logos->len;)
    if (is_known (self->logos, i, self->logos->pdata[i]))
      g_ptr_array_remove_index (self->logos, i);
    else
      i++;
  for (guint i = 0; i < self->logos->len; i++)
    {
      const MftImportPicture *logo = self->logos->pdata[i];
      g_autofree char *entry = i < LOGOS_MOST ? keep (logo, trial) : NULL;
      if (entry != NULL)
        mft_agreement_set_setting (trial, place_of (logo, i, MIN (self->logos->len, LOGOS_MOST)),
                                   entry);
      else
        leave_out (self, logo);
    }
}

void
_mft_import_place_pictures (MftImporter *self, MftBlock *root, MftAgreement *trial)
{
  place_logos (self, trial);
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      const MftImportPicture *picture = g_hash_table_lookup (self->figures, at);
      g_autofree char *entry = picture != NULL ? keep (picture, trial) : NULL;
      if (entry != NULL)
        mft_block_set_trait (at, MFT_TRAIT_SOURCE, entry);
      else if (picture != NULL)
        leave_out (self, picture);
    }
}
