/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/asset.h"

#include <string.h>

#include "agreement/agreement-private.h"
#include "agreement/picture-strip.h"
#include "base/digest.h"

#define FOLDER "aset/"
#define STEM_MOST 40
#define DIGEST_SHOWN 12

static const struct
{
  const char *start;
  gsize size;
  const char *ending;
} kinds[] = {
  [MFT_ASSET_PNG] = { "\x89PNG\r\n\x1a\n", 8, ".png" },
  [MFT_ASSET_JPEG] = { "\xff\xd8\xff", 3, ".jpg" },
  [MFT_ASSET_PDF] = { "%PDF-", 5, ".pdf" },
};

gboolean
mft_asset_get_kind (GBytes *bytes, MftAssetKind *kind)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].size && memcmp (data, kinds[i].start, kinds[i].size) == 0)
      {
        *kind = (MftAssetKind) i;
        return TRUE;
      }
  return FALSE;
}

/* "Denah lokasi (1).PNG" is "denah-lokasi-1". */
static char *
dup_stem (const char *name)
{
  GString *stem = g_string_new (NULL);
  const char *end = strrchr (name, '.');

  for (const char *at = name; *at != '\0' && at != end && stem->len < STEM_MOST; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (stem, g_ascii_tolower (*at));
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
      g_string_append_c (stem, '-');
  if (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  return g_string_free (stem, FALSE);
}

static char *
dup_entry (const char *name, GBytes *bytes, MftAssetKind kind)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autofree char *digest = mft_sha256_hex (data, size);
  g_autofree char *stem = dup_stem (name);

  return g_strdup_printf (FOLDER "%s%s%.*s%s", stem, *stem != '\0' ? "-" : "", DIGEST_SHOWN, digest,
                          kinds[kind].ending);
}

char *
mft_asset_add (MftAgreement *agreement, const char *name, GBytes *bytes, GError **error)
{
  MftAssetKind kind;

  if (!_mft_agreement_check_lock (agreement, NULL, error))
    return NULL;
  if (g_bytes_get_size (bytes) > MFT_ASSET_LARGEST)
    {
      g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LIMIT,
                   "\"%s\" is larger than we keep", name);
      return NULL;
    }
  if (!mft_asset_get_kind (bytes, &kind))
    {
      g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED,
                   "\"%s\" is no PNG, JPEG or PDF", name);
      return NULL;
    }
  g_autoptr (GBytes) kept = mft_picture_strip (bytes, kind);
  char *entry = dup_entry (name, kept, kind);
  g_hash_table_insert (agreement->entries, g_strdup (entry), g_bytes_ref (kept));
  return entry;
}

GBytes *
mft_asset_get (MftAgreement *agreement, const char *entry)
{
  return g_hash_table_lookup (agreement->entries, entry);
}

void
mft_asset_copy_all (MftAgreement *to, MftAgreement *from)
{
  GHashTableIter entries;
  gpointer name, bytes;

  g_hash_table_iter_init (&entries, from->entries);
  while (g_hash_table_iter_next (&entries, &name, &bytes))
    if (g_str_has_prefix (name, FOLDER) && !g_hash_table_contains (to->entries, name))
      g_hash_table_insert (to->entries, g_strdup (name), g_bytes_ref (bytes));
}

gboolean
mft_asset_is_used (MftAgreement *agreement, const char *entry)
{
  for (MftBlock *at = agreement->root; at != NULL; at = mft_block_next (at, agreement->root))
    if (g_strcmp0 (mft_block_get_trait (at, MFT_TRAIT_SOURCE), entry) == 0)
      return TRUE;
  for (guint i = 0; i < agreement->fields->len; i++)
    if (g_strcmp0 (mft_field_get_value (agreement->fields->pdata[i]), entry) == 0)
      return TRUE;
  return FALSE;
}
