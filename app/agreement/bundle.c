/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/bundle.h"

#include "agreement/akn.h"
#include "base/digest.h"
#include "base/safe-file.h"
#include "container/xml.h"
#include "container/xml-writer.h"
#include "container/zip.h"
#include "container/zip-writer.h"

#define SIZE_MOST (256 * 1024 * 1024)

MftBundle *
mft_bundle_new (MftAgreement *agreement)
{
  MftBundle *bundle = g_new (MftBundle, 1);

  bundle->agreement = g_object_ref (agreement);
  bundle->others
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return bundle;
}

void
mft_bundle_free (MftBundle *bundle)
{
  g_object_unref (bundle->agreement);
  g_hash_table_unref (bundle->others);
  g_free (bundle);
}

static char *
digest_of (GBytes *content)
{
  return mft_sha256_hex (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
}

/* Adds an entry to the archive and to its manifest. */
static void
add_entry (MftZipWriter *zip, MftXmlWriter *manifest, const char *name, GBytes *content,
           gboolean stored)
{
  g_autofree char *digest = digest_of (content);

  mft_zip_writer_add (zip, name, content, stored);
  mft_xml_writer_line (manifest);
  mft_xml_writer_start (manifest, "berkas");
  mft_xml_writer_attribute (manifest, "nama", name);
  mft_xml_writer_attribute (manifest, "sha256", digest);
  mft_xml_writer_end (manifest);
}

GBytes *
mft_bundle_write (MftBundle *bundle, GError **error)
{
  g_autoptr (MftZipWriter) zip = mft_zip_writer_new ();
  g_autoptr (MftXmlWriter) manifest = mft_xml_writer_new ();
  g_autoptr (GBytes) mimetype
      = g_bytes_new_static (MFT_BUNDLE_MIMETYPE, strlen (MFT_BUNDLE_MIMETYPE));
  g_autoptr (GBytes) text = mft_akn_write (bundle->agreement);
  GList *names = g_list_sort (g_hash_table_get_keys (bundle->others), (GCompareFunc) strcmp);
  g_autoptr (GList) owned_names = names;
  g_autoptr (GBytes) list = NULL;

  mft_xml_writer_start (manifest, "manifes");
  mft_xml_writer_attribute (manifest, "xmlns", MFT_AKN_OWN_SPACE);
  mft_xml_writer_attribute (manifest, "versi", MFT_AKN_VERSION);
  add_entry (zip, manifest, "mimetype", mimetype, TRUE);
  add_entry (zip, manifest, "naskah.xml", text, FALSE);
  for (GList *at = names; at != NULL; at = at->next)
    add_entry (zip, manifest, at->data, g_hash_table_lookup (bundle->others, at->data), FALSE);
  mft_xml_writer_line (manifest);
  list = mft_xml_writer_finish (manifest);
  mft_zip_writer_add (zip, "manifest.xml", list, FALSE);
  return mft_zip_writer_finish (zip, error);
}

static gboolean
fail (GError **error, const char *entry, const char *what)
{
  g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DAMAGED, "\"%s\" %s", entry, what);
  return FALSE;
}

/* The manifest as name → SHA-256. */
static GHashTable *
read_manifest (MftZip *zip, GError **error)
{
  g_autoptr (GBytes) content = mft_zip_read (zip, "manifest.xml", error);
  g_autoptr (xmlDoc) doc
      = content != NULL ? mft_xml_parse (content, "manifest.xml", NULL, error) : NULL;
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlNode *root;

  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  if (!mft_xml_is (root, MFT_AKN_OWN_SPACE, "manifes"))
    {
      fail (error, "manifest.xml", "is not a manifest");
      return NULL;
    }
  for (xmlNode *at = mft_xml_element (root->children); at != NULL; at = mft_xml_element (at->next))
    {
      const char *name = mft_xml_attribute (at, NULL, "nama");
      const char *digest = mft_xml_attribute (at, NULL, "sha256");

      if (mft_xml_is (at, MFT_AKN_OWN_SPACE, "berkas") && name != NULL && digest != NULL)
        g_hash_table_replace (digests, g_strdup (name), g_strdup (digest));
    }
  return g_steal_pointer (&digests);
}

/* An entry whose bytes are those of the manifest. */
static GBytes *
read_entry (MftZip *zip, GHashTable *digests, const char *name, GError **error)
{
  const char *expected = g_hash_table_lookup (digests, name);
  g_autoptr (GBytes) content = mft_zip_read (zip, name, error);
  g_autofree char *digest = content != NULL ? digest_of (content) : NULL;

  if (content == NULL)
    return NULL;
  if (expected == NULL)
    {
      fail (error, name, "is not in the manifest");
      return NULL;
    }
  if (!g_str_equal (digest, expected))
    {
      fail (error, name, "is not what the manifest says");
      return NULL;
    }
  return g_steal_pointer (&content);
}

static gboolean
read_others (MftBundle *bundle, MftZip *zip, GHashTable *digests, GError **error)
{
  static const char *const own[] = { "mimetype", "naskah.xml", "manifest.xml", NULL };

  for (guint i = 0; i < mft_zip_size (zip); i++)
    {
      const char *name = mft_zip_name (zip, i);
      GBytes *content;

      if (g_strv_contains (own, name))
        continue;
      content = read_entry (zip, digests, name, error);
      if (content == NULL)
        return FALSE;
      g_hash_table_insert (bundle->others, g_strdup (name), content);
    }
  return TRUE;
}

static gboolean
check_mimetype (MftZip *zip, GHashTable *digests, GError **error)
{
  g_autoptr (GBytes) mimetype = NULL;

  if (mft_zip_size (zip) == 0 || !g_str_equal (mft_zip_name (zip, 0), "mimetype"))
    return fail (error, "mimetype", "is not the first entry");
  mimetype = read_entry (zip, digests, "mimetype", error);
  if (mimetype == NULL)
    return FALSE;
  return mft_bytes_equal (g_bytes_get_data (mimetype, NULL), g_bytes_get_size (mimetype),
                          MFT_BUNDLE_MIMETYPE, strlen (MFT_BUNDLE_MIMETYPE))
         || fail (error, "mimetype", "is not that of an agreement");
}

MftBundle *
mft_bundle_read (GBytes *bytes, GPtrArray **mismatches, GError **error)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, error);
  g_autoptr (GHashTable) digests = zip != NULL ? read_manifest (zip, error) : NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (MftAgreement) agreement = NULL;
  g_autoptr (MftBundle) bundle = NULL;

  if (digests == NULL || !check_mimetype (zip, digests, error))
    return NULL;
  text = read_entry (zip, digests, "naskah.xml", error);
  agreement = text != NULL ? mft_akn_read (text, &found, error) : NULL;
  if (agreement == NULL)
    return NULL;
  bundle = mft_bundle_new (agreement);
  if (!read_others (bundle, zip, digests, error))
    return NULL;
  if (mismatches != NULL)
    *mismatches = g_steal_pointer (&found);
  return g_steal_pointer (&bundle);
}

gboolean
mft_bundle_is (GBytes *bytes)
{
  /* The local header is 30 bytes long; then name and content of the first entry follow. */
  static const char mark[] = "mimetype" MFT_BUNDLE_MIMETYPE;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 30 + strlen (mark) && memcmp (data, "PK\3\4", 4) == 0
         && memcmp (data + 30, mark, strlen (mark)) == 0;
}

gboolean
mft_bundle_save (MftBundle *bundle, const char *path, gboolean replace, GError **error)
{
  g_autoptr (GBytes) bytes = mft_bundle_write (bundle, error);

  return bytes != NULL
         && mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                replace, error);
}

MftBundle *
mft_bundle_load (const char *path, GPtrArray **mismatches, GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, SIZE_MOST, error);

  return bytes != NULL ? mft_bundle_read (bytes, mismatches, error) : NULL;
}
