/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/akn-reader.h"

#include "agreement/akn.h"
#include "agreement/akn-names.h"
#include "agreement/party.h"
#include "bahasa/text.h"
#include "container/xml.h"
#include "container/xml-writer.h"

static GPtrArray *
read_choices (xmlNode *node)
{
  GPtrArray *choices = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (xmlNode *at = mft_xml_element (node->children); at != NULL; at = mft_xml_element (at->next))
    if (mft_xml_is (at, MFT_AKN_OWN_SPACE, "pilihan"))
      {
        xmlChar *words = xmlNodeGetContent (at);
        g_ptr_array_add (choices, g_strdup ((const char *) words));
        g_free (words);
      }
  return choices;
}

static gboolean
read_field (MftAgreement *agreement, xmlNode *node, GError **error)
{
  const char *id = _mft_akn_plain (node, "id");
  const char *meaning = _mft_akn_plain (node, "arti");
  const char *value = _mft_akn_plain (node, "nilai");
  const char *type_name = _mft_akn_plain (node, "jenis");
  g_autoptr (GPtrArray) choices = read_choices (node);
  g_autoptr (MftField) field = NULL;
  MftFieldType type;

  if (id == NULL || id[0] == '\0' || type_name == NULL
      || !mft_field_type_from_name (type_name, &type)
      || mft_agreement_get_field (agreement, id) != NULL)
    return _mft_akn_fail (node, error, "a field that cannot be read");
  field = mft_field_new (id, type, g_strcmp0 (_mft_akn_plain (node, "wajib"), "ya") == 0,
                         meaning != NULL ? meaning : "",
                         choices->len > 0 ? (const char *const *) choices->pdata : NULL);
  if (_mft_akn_plain (node, "awal") != NULL)
    mft_field_set_default (field, _mft_akn_plain (node, "awal"));
  g_autofree char *clean = mft_text_normalize (value != NULL ? value : "");
  if (clean[0] != '\0' && !mft_field_is_value (field, clean))
    return _mft_akn_fail (node, error, "the field '%s' cannot hold '%s'", id, clean);
  mft_field_set_value (field, clean);
  mft_agreement_add_field (agreement, g_steal_pointer (&field));
  return TRUE;
}

static gboolean
read_setting (MftAgreement *agreement, xmlNode *node, GError **error)
{
  const char *key = _mft_akn_plain (node, "kunci");
  const char *value = _mft_akn_plain (node, "nilai");
  guint64 parties;

  if (key == NULL || value == NULL || key[0] == '\0' || key[0] == '_')
    return _mft_akn_fail (node, error, "a setting that cannot be read");
  if (g_str_equal (key, "pihak")
      && !g_ascii_string_to_unsigned (value, 10, MFT_PARTIES_LEAST, MFT_PARTIES_MOST, &parties,
                                      NULL))
    return _mft_akn_fail (node, error, "a number of parties that is not possible");
  mft_agreement_set_setting (agreement, key, value);
  return TRUE;
}

gboolean
_mft_akn_keep (MftXmlWriter *xml, xmlNode *node, GError **error)
{
  g_autofree char *name = g_strconcat ("m:", (const char *) node->name, NULL);

  if (!mft_xml_is (node, MFT_AKN_OWN_SPACE, (const char *) node->name))
    return _mft_akn_fail (node, error, "an element of an unknown namespace");
  mft_xml_writer_start (xml, name);
  for (xmlAttr *at = node->properties; at != NULL; at = at->next)
    {
      if (at->ns != NULL)
        return _mft_akn_fail (node, error, "an attribute of an unknown namespace");
      mft_xml_writer_attribute (xml, (const char *) at->name,
                                mft_xml_attribute (node, NULL, (const char *) at->name));
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      mft_xml_writer_text (xml, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE && !_mft_akn_keep (xml, child, error))
      return FALSE;
  mft_xml_writer_end (xml);
  return TRUE;
}

gboolean
_mft_akn_read_proprietary (MftAknReader *reader, MftAgreement *agreement, xmlNode *proprietary,
                           GError **error)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (xmlNode *node = mft_xml_element (proprietary->children); node != NULL;
       node = mft_xml_element (node->next))
    {
      g_autoptr (MftXmlWriter) xml = NULL;

      if (mft_xml_is (node, MFT_AKN_OWN_SPACE, "isian"))
        {
          if (!read_field (agreement, node, error))
            return FALSE;
          continue;
        }
      if (mft_xml_is (node, MFT_AKN_OWN_SPACE, "pengaturan"))
        {
          if (!read_setting (agreement, node, error))
            return FALSE;
          continue;
        }
      if (!reader->newer)
        return _mft_akn_fail_unknown (reader, node, error);
      xml = mft_xml_writer_new_fragment ();
      mft_xml_writer_line (xml);
      if (!_mft_akn_keep (xml, node, error))
        return FALSE;
      g_autoptr (GBytes) markup = mft_xml_writer_finish (xml);
      g_string_append_len (kept, g_bytes_get_data (markup, NULL),
                           (gssize) g_bytes_get_size (markup));
    }
  if (kept->len > 0)
    mft_agreement_set_setting (agreement, MFT_AKN_KEPT, kept->str);
  return TRUE;
}
