/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container/zip.h"

#include <sys/stat.h>

#include "container/error.h"
#include "container/libzip.h"

/* Below this a high ratio is ordinary: an empty spreadsheet, a blank page. */
#define RATIO_MATTERS_FROM (1024 * 1024)

const MftZipLimits mft_zip_limits_default = {
  .entries = 1000,
  .entry_size = 64 * 1024 * 1024,
  .total_size = 256 * 1024 * 1024,
  .ratio = 200,
};

typedef struct
{
  char *name;
  zip_uint64_t place;
  guint64 size;
} Entry;

struct MftZip
{
  GBytes *bytes;
  zip_t *archive;
  GPtrArray *entries;
  GHashTable *by_name; /* name → Entry, borrowed from `entries` */
};

static void
close_file (zip_file_t *file)
{
  zip_fclose (file);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_file_t, close_file)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

static gboolean
fail (GError **error, MftContainerError code, const char *name, const char *what)
{
  g_autofree char *shown = name != NULL ? g_utf8_make_valid (name, -1) : NULL;

  if (shown != NULL)
    g_set_error (error, MFT_CONTAINER_ERROR, code, "zip entry \"%.200s\" %s", shown, what);
  else
    g_set_error (error, MFT_CONTAINER_ERROR, code, "zip archive %s", what);
  return FALSE;
}

static gboolean
name_is_safe (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name[0] == '\0' || name[0] == '/' || strchr (name, '\\') != NULL
      || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  /* A drive letter is absolute elsewhere. */
  if (g_ascii_isalpha (name[0]) && name[1] == ':')
    return FALSE;
  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      return FALSE;
  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], "..") || g_str_equal (parts[i], "."))
      return FALSE;
  return TRUE;
}

static gboolean
entry_is_link (zip_t *archive, zip_uint64_t place)
{
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;

  if (zip_file_get_external_attributes (archive, place, 0, &system, &attributes) != 0)
    return TRUE;
  return system == ZIP_OPSYS_UNIX && S_ISLNK (attributes >> 16);
}

static gboolean
add_entry (MftZip *zip, zip_uint64_t place, const MftZipLimits *limits, guint64 *total,
           GError **error)
{
  const zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE
                              | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  zip_stat_t stat;
  Entry *entry;

  zip_stat_init (&stat);
  if (zip_stat_index (zip->archive, place, 0, &stat) != 0 || (stat.valid & wanted) != wanted)
    return fail (error, MFT_CONTAINER_ERROR_DAMAGED, NULL, "has an unreadable entry");
  if (!name_is_safe (stat.name))
    return fail (error, MFT_CONTAINER_ERROR_REFUSED, stat.name, "has an unsafe name");
  if (stat.encryption_method != ZIP_EM_NONE)
    return fail (error, MFT_CONTAINER_ERROR_REFUSED, stat.name, "is encrypted");
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
    return fail (error, MFT_CONTAINER_ERROR_REFUSED, stat.name, "is packed in an unusual way");
  if (entry_is_link (zip->archive, place))
    return fail (error, MFT_CONTAINER_ERROR_REFUSED, stat.name, "is a symbolic link");
  if (g_hash_table_contains (zip->by_name, stat.name))
    return fail (error, MFT_CONTAINER_ERROR_REFUSED, stat.name, "occurs twice");
  if (stat.size > limits->entry_size || stat.size > limits->total_size - *total)
    return fail (error, MFT_CONTAINER_ERROR_LIMIT, stat.name, "is too large");
  if (stat.size > RATIO_MATTERS_FROM && stat.size / MAX (stat.comp_size, 1) > limits->ratio)
    return fail (error, MFT_CONTAINER_ERROR_LIMIT, stat.name, "is packed too densely");
  if (g_str_has_suffix (stat.name, "/"))
    return stat.size == 0
           || fail (error, MFT_CONTAINER_ERROR_REFUSED, stat.name, "is a folder with content");

  *total += stat.size;
  entry = g_new (Entry, 1);
  *entry = (Entry){ .name = g_strdup (stat.name), .place = place, .size = stat.size };
  g_ptr_array_add (zip->entries, entry);
  g_hash_table_insert (zip->by_name, entry->name, entry);
  return TRUE;
}

MftZip *
mft_zip_open (GBytes *bytes, const MftZipLimits *limits, GError **error)
{
  g_autoptr (MftZip) zip = g_new0 (MftZip, 1);
  zip_source_t *source;
  zip_int64_t count;
  guint64 total = 0;

  if (limits == NULL)
    limits = &mft_zip_limits_default;
  zip->bytes = g_bytes_ref (bytes);
  zip->entries = g_ptr_array_new_with_free_func (entry_free);
  zip->by_name = g_hash_table_new (g_str_hash, g_str_equal);

  source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0,
                                     NULL);
  /* To libzip no bytes at all are a new archive. */
  if (g_bytes_get_size (bytes) > 0)
    zip->archive = zip_open_from_source (source, ZIP_RDONLY, NULL);
  if (zip->archive == NULL)
    {
      zip_source_free (source);
      fail (error, MFT_CONTAINER_ERROR_DAMAGED, NULL, "cannot be read");
      return NULL;
    }
  count = zip_get_num_entries (zip->archive, 0);
  if (count > limits->entries)
    {
      fail (error, MFT_CONTAINER_ERROR_LIMIT, NULL, "has too many entries");
      return NULL;
    }
  for (zip_int64_t i = 0; i < count; i++)
    if (!add_entry (zip, (zip_uint64_t) i, limits, &total, error))
      return NULL;
  return g_steal_pointer (&zip);
}

void
mft_zip_free (MftZip *zip)
{
  if (zip->archive != NULL)
    zip_discard (zip->archive);
  g_hash_table_unref (zip->by_name);
  g_ptr_array_unref (zip->entries);
  g_bytes_unref (zip->bytes);
  g_free (zip);
}

guint
mft_zip_size (MftZip *zip)
{
  return zip->entries->len;
}

const char *
mft_zip_name (MftZip *zip, guint index)
{
  g_return_val_if_fail (index < zip->entries->len, NULL);
  return ((Entry *) zip->entries->pdata[index])->name;
}

gboolean
mft_zip_has (MftZip *zip, const char *name)
{
  return g_hash_table_contains (zip->by_name, name);
}

GBytes *
mft_zip_read (MftZip *zip, const char *name, GError **error)
{
  const Entry *entry = g_hash_table_lookup (zip->by_name, name);
  g_autoptr (zip_file_t) file = NULL;
  g_autofree guint8 *data = NULL;
  guint8 beyond;

  if (entry == NULL)
    {
      fail (error, MFT_CONTAINER_ERROR_DAMAGED, name, "is missing");
      return NULL;
    }
  file = zip_fopen_index (zip->archive, entry->place, 0);
  data = g_malloc (MAX (entry->size, 1));
  /* The size in the table is a claim: less or more than that is damage. libzip checks the CRC when
   * the end is read. */
  if (file == NULL || zip_fread (file, data, entry->size) != (zip_int64_t) entry->size
      || zip_fread (file, &beyond, 1) != 0)
    {
      fail (error, MFT_CONTAINER_ERROR_DAMAGED, name, "cannot be unpacked");
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), entry->size);
}
