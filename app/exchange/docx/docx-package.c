/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-package.h"

#include "container/error.h"

#define TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define RELATIONSHIPS "http://schemas.openxmlformats.org/package/2006/relationships"

/* Tables in tables and text boxes nest deeper than other XML; libxml2 itself stops at 256. */
static const MftXmlLimits part_limits
    = { .size = 64 * 1024 * 1024, .depth = 200, .nodes = 6000000 };

gboolean
mft_docx_is (const xmlNode *node, const char *name)
{
  return mft_xml_is (node, TRANSITIONAL, name) || mft_xml_is (node, STRICT, name);
}

const char *
mft_docx_attribute (const xmlNode *node, const char *name)
{
  const char *value = mft_xml_attribute (node, TRANSITIONAL, name);

  return value != NULL ? value : mft_xml_attribute (node, STRICT, name);
}

xmlNode *
mft_docx_child (const xmlNode *node, const char *name)
{
  for (xmlNode *at = node != NULL ? node->children : NULL; at != NULL; at = at->next)
    if (mft_docx_is (at, name))
      return at;
  return NULL;
}

const char *
mft_docx_value (const xmlNode *node, const char *name)
{
  const xmlNode *child = mft_docx_child (node, name);

  return child != NULL ? mft_docx_attribute (child, "val") : NULL;
}

int
mft_docx_switch (const xmlNode *node, const char *name)
{
  const xmlNode *child = mft_docx_child (node, name);
  const char *value = child != NULL ? mft_docx_attribute (child, "val") : NULL;

  if (child == NULL)
    return -1;
  return value == NULL
         || !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off")
              || g_str_equal (value, "none"));
}

/* "word/document.xml" → "word/_rels/document.xml.rels"; "" is the package itself. */
static char *
relations_name (const char *part)
{
  if (part[0] == '\0')
    return g_strdup ("_rels/.rels");
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = g_path_get_basename (part);

  return g_str_equal (folder, ".") ? g_strdup_printf ("_rels/%s.rels", name)
                                   : g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

/* Where a relationship leads, seen from the part that has it. */
static char *
resolve (const char *part, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_strconcat ("/", g_str_equal (folder, ".") ? "" : folder, NULL);
  g_autofree char *path = g_canonicalize_filename (target, base);

  return g_strdup (path + 1);
}

typedef void (*RelationFunc) (MftDocxPackage *package, const char *id, const char *kind,
                              char *part);

static gboolean
each_relation (MftDocxPackage *package, const char *part, RelationFunc func, GError **error)
{
  g_autofree char *name = relations_name (part);
  g_autoptr (GBytes) bytes = mft_zip_read (package->zip, name, error);
  g_autoptr (xmlDoc) doc = bytes != NULL ? mft_xml_parse (bytes, name, NULL, error) : NULL;
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (root == NULL)
    return FALSE;
  for (const xmlNode *at = root->children; at != NULL; at = at->next)
    {
      const char *type;
      const char *target;
      const char *id;
      const char *kind;

      if (!mft_xml_is (at, RELATIONSHIPS, "Relationship"))
        continue;
      type = mft_xml_attribute (at, NULL, "Type");
      target = mft_xml_attribute (at, NULL, "Target");
      id = mft_xml_attribute (at, NULL, "Id");
      kind = type != NULL ? strrchr (type, '/') : NULL;
      if (kind != NULL && target != NULL && id != NULL
          && g_strcmp0 (mft_xml_attribute (at, NULL, "TargetMode"), "External") != 0)
        func (package, id, kind + 1, resolve (part, target));
    }
  return TRUE;
}

GBytes *
mft_docx_package_bytes (MftDocxPackage *package, const char *part, const char *id)
{
  g_autofree char *name = relations_name (part != NULL ? part : package->main_part);
  g_autoptr (GBytes) bytes = part != NULL ? mft_zip_read (package->zip, name, NULL) : NULL;
  g_autoptr (xmlDoc) doc = bytes != NULL ? mft_xml_parse (bytes, name, NULL, NULL) : NULL;
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  const char *known = part == NULL ? g_hash_table_lookup (package->relations, id) : NULL;
  g_autofree char *found = g_strdup (known);

  for (const xmlNode *at = root != NULL ? root->children : NULL; at != NULL && found == NULL;
       at = at->next)
    if (mft_xml_is (at, RELATIONSHIPS, "Relationship")
        && g_strcmp0 (mft_xml_attribute (at, NULL, "Id"), id) == 0
        && mft_xml_attribute (at, NULL, "Target") != NULL)
      found = resolve (part, mft_xml_attribute (at, NULL, "Target"));
  return found != NULL ? mft_zip_read (package->zip, found, NULL) : NULL;
}

static void
take_root_relation (MftDocxPackage *package, G_GNUC_UNUSED const char *id, const char *kind,
                    char *part)
{
  if (package->main_part == NULL && g_str_equal (kind, "officeDocument"))
    package->main_part = part;
  else
    g_free (part);
}

static void
take_main_relation (MftDocxPackage *package, const char *id, const char *kind, char *part)
{
  if (g_str_equal (kind, "header") || g_str_equal (kind, "footer"))
    g_ptr_array_add (package->margins, g_strdup (part));
  g_hash_table_insert (package->relations, g_strdup (id), g_strdup (part));
  g_hash_table_insert (package->kinds, g_strdup (kind), part);
}

MftDocxPackage *
mft_docx_package_open (GBytes *bytes, GError **error)
{
  g_autoptr (MftDocxPackage) package = g_new0 (MftDocxPackage, 1);

  package->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  package->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  package->margins = g_ptr_array_new_with_free_func (g_free);
  package->zip = mft_zip_open (bytes, NULL, error);
  if (package->zip == NULL || !each_relation (package, "", take_root_relation, error))
    return NULL;
  if (package->main_part == NULL)
    {
      g_set_error_literal (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED,
                           "the file names no main document");
      return NULL;
    }
  /* A document without styles and lists needs no relationships. */
  each_relation (package, package->main_part, take_main_relation, NULL);
  return g_steal_pointer (&package);
}

void
mft_docx_package_free (MftDocxPackage *package)
{
  g_clear_pointer (&package->zip, mft_zip_free);
  g_free (package->main_part);
  g_hash_table_unref (package->relations);
  g_hash_table_unref (package->kinds);
  g_ptr_array_unref (package->margins);
  g_free (package);
}

xmlDoc *
mft_docx_package_main (MftDocxPackage *package, GError **error)
{
  g_autoptr (GBytes) bytes = mft_zip_read (package->zip, package->main_part, error);

  return bytes != NULL ? mft_xml_parse (bytes, package->main_part, &part_limits, error) : NULL;
}

xmlDoc *
mft_docx_package_read (MftDocxPackage *package, const char *name, gboolean *damaged)
{
  g_autoptr (GBytes) bytes = mft_zip_read (package->zip, name, NULL);
  xmlDoc *doc = bytes != NULL ? mft_xml_parse (bytes, name, &part_limits, NULL) : NULL;

  *damaged |= doc == NULL;
  return doc;
}

xmlDoc *
mft_docx_package_part (MftDocxPackage *package, const char *kind, gboolean *damaged)
{
  const char *name = g_hash_table_lookup (package->kinds, kind);

  return name != NULL ? mft_docx_package_read (package, name, damaged) : NULL;
}
