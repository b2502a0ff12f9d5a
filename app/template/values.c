/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/values.h"

#include <string.h>

#include "agreement/party.h"
#include "template/error.h"
#include "template/slot.h"
#include "template/unit.h"

#define ITEMS_MOST 200
#define DEPTH_MOST 6

struct MftValues
{
  GHashTable *words; /* id → char * */
  GHashTable *lists; /* id → char ** */
  GHashTable *rows;  /* prefix → array of GHashTable */
};

MftValues *
mft_values_new (void)
{
  MftValues *values = g_new0 (MftValues, 1);

  values->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  values->lists
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  values->rows
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return values;
}

void
mft_values_free (MftValues *values)
{
  g_hash_table_unref (values->words);
  g_hash_table_unref (values->lists);
  g_hash_table_unref (values->rows);
  g_free (values);
}

static gboolean
refuse (GError **error, MftTemplateError code, const char *id, const char *why)
{
  g_set_error (error, MFT_TEMPLATE_ERROR, (int) code, "field '%s': %s", id, why);
  return FALSE;
}

/* The parties' fields are the agreement's own; it is asked what they are. */
static MftAgreement *
parties (void)
{
  static MftAgreement *asked = NULL;

  if (g_once_init_enter (&asked))
    {
      MftAgreement *agreement = mft_agreement_new (NULL);
      for (guint party = 1; party <= MFT_PARTIES_MOST; party++)
        mft_party_add_fields (agreement, party);
      g_once_init_leave (&asked, agreement);
    }
  return asked;
}

MftField *
mft_values_new_field (const char *id)
{
  const MftSlot *slot = mft_slot_find (id);

  if (slot != NULL)
    return mft_slot_new_field (slot);
  const MftField *field = mft_agreement_get_field (parties (), id);
  return field != NULL ? mft_field_copy (field) : NULL;
}

char *
mft_values_plain_id (const char *id)
{
  return g_str_has_prefix (id, "pihak.") && g_ascii_isdigit (id[6])
             ? g_strconcat ("p", id + strlen ("pihak."), NULL)
             : g_strdup (id);
}

static char *
parse_value (const char *id, const char *given, GError **error)
{
  g_autoptr (MftField) field = mft_values_new_field (id);
  g_autoptr (GError) reason = NULL;

  /* What a party's authority rests on is no field but a choice; the plan reads it. */
  if (g_str_has_suffix (id, MFT_VALUES_AUTHORITY))
    return g_strdup (given);
  if (field == NULL)
    return refuse (error, MFT_TEMPLATE_ERROR_UNKNOWN, id, "there is no such field"), NULL;
  char *value = mft_field_parse (field, given, &reason);
  if (value == NULL)
    g_set_error_literal (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_VALUE, reason->message);
  return value;
}

static gboolean
take_list (MftValues *values, const char *id, char **items, GError **error)
{
  guint size = g_strv_length (items);

  if (size > ITEMS_MOST)
    return refuse (error, MFT_TEMPLATE_ERROR_FORM, id, "too many items");
  for (guint i = 0; i < size; i++)
    if (!g_utf8_validate (items[i], -1, NULL) || *g_strstrip (items[i]) == '\0')
      return refuse (error, MFT_TEMPLATE_ERROR_FORM, id, "an item is empty");
  g_hash_table_insert (values->lists, g_strdup (id), g_strdupv (items));
  return TRUE;
}

gboolean
mft_values_set (MftValues *values, const char *given_id, const char *given, GError **error)
{
  g_autofree char *id = mft_values_plain_id (given_id);
  const MftSlot *slot = mft_slot_find (id);

  if (!g_utf8_validate (given, -1, NULL))
    return refuse (error, MFT_TEMPLATE_ERROR_FORM, id, "not UTF-8");
  if (slot != NULL && slot->kind == MFT_SLOT_DAFTAR)
    {
      g_auto (GStrv) items = mft_split_list (given, ";");
      return take_list (values, id, items, error);
    }
  char *value = parse_value (id, given, error);
  if (value == NULL)
    return FALSE;
  g_hash_table_insert (values->words, g_steal_pointer (&id), value);
  return TRUE;
}

/* A string, a number, or {"n": 4, "unit": "tahun"} as words; NULL for anything else. */
static char *
words_of_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonNode *number = json_object_get_member (object, "n");
      JsonNode *unit = json_object_get_member (object, "unit");
      if (number == NULL || unit == NULL || json_node_get_value_type (number) != G_TYPE_INT64
          || json_node_get_value_type (unit) != G_TYPE_STRING)
        return NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT " %s", json_node_get_int (number),
                              json_node_get_string (unit));
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      /* With the comma of Indonesian numbers: "12.125" would be twelve thousand. */
      char digits[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (digits, sizeof digits, "%.15g", json_node_get_double (node));
      return g_strdelimit (g_strdup (digits), ".", ',');
    }
  return NULL;
}

static gboolean load_member (MftValues *values, const char *id, JsonNode *node, guint depth,
                             GError **error);

static gboolean
load_object (MftValues *values, const char *prefix, JsonObject *object, guint depth, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  if (depth > DEPTH_MOST)
    return refuse (error, MFT_TEMPLATE_ERROR_FORM, prefix, "nested too deep");
  for (GList *member = members; member != NULL; member = member->next)
    {
      g_autofree char *id = *prefix != '\0' ? g_strconcat (prefix, ".", member->data, NULL)
                                            : g_strdup (member->data);
      JsonNode *node = json_object_get_member (object, member->data);
      if (!load_member (values, id, node, depth, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_items (MftValues *values, const char *id, JsonArray *array, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return refuse (error, MFT_TEMPLATE_ERROR_FORM, id, "an item is not a string");
      g_strv_builder_add (builder, json_node_get_string (node));
    }
  g_auto (GStrv) items = g_strv_builder_end (builder);
  return take_list (values, id, items, error);
}

static gboolean
load_row (GHashTable *row, const char *prefix, JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member != NULL; member = member->next)
    {
      g_autofree char *id = g_strconcat (prefix, ".", member->data, NULL);
      g_autofree char *words = words_of_node (json_object_get_member (object, member->data));
      char *value = words != NULL ? parse_value (id, words, error) : NULL;
      if (words == NULL)
        return refuse (error, MFT_TEMPLATE_ERROR_FORM, id, "neither text nor number");
      if (value == NULL)
        return FALSE;
      g_hash_table_insert (row, g_strdup (member->data), value);
    }
  return TRUE;
}

/* [{"kegiatan": …}, …] for a table; of "pihak", one object a party. */
static gboolean
load_objects (MftValues *values, const char *id, JsonArray *array, guint depth, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  guint size = json_array_get_length (array);

  if (size > ITEMS_MOST)
    return refuse (error, MFT_TEMPLATE_ERROR_FORM, id, "too many rows");
  for (guint i = 0; i < size; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return refuse (error, MFT_TEMPLATE_ERROR_FORM, id, "a row is not an object");
      if (g_str_equal (id, "pihak"))
        {
          g_autofree char *party = g_strdup_printf ("p%u", i + 1);
          if (!load_object (values, party, json_node_get_object (node), depth + 1, error))
            return FALSE;
          continue;
        }
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_ptr_array_add (rows, row);
      if (!load_row (row, id, json_node_get_object (node), error))
        return FALSE;
    }
  if (rows->len > 0)
    g_hash_table_insert (values->rows, g_strdup (id), g_steal_pointer (&rows));
  return TRUE;
}

static gboolean
load_member (MftValues *values, const char *given_id, JsonNode *node, guint depth, GError **error)
{
  g_autofree char *id = mft_values_plain_id (given_id);
  const MftSlot *slot = mft_slot_find (id);

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      if (slot != NULL && slot->kind == MFT_SLOT_DAFTAR)
        return load_items (values, id, array, error);
      return load_objects (values, id, array, depth, error);
    }
  if (JSON_NODE_HOLDS_OBJECT (node) && slot == NULL)
    return load_object (values, id, json_node_get_object (node), depth + 1, error);
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  g_autofree char *words = words_of_node (node);
  if (words == NULL)
    return refuse (error, MFT_TEMPLATE_ERROR_FORM, id, "neither text nor number");
  return mft_values_set (values, id, words, error);
}

gboolean
mft_values_load (MftValues *values, JsonObject *object, GError **error)
{
  return load_object (values, "", object, 0, error);
}

const char *
mft_values_get (const MftValues *values, const char *id)
{
  return g_hash_table_lookup (values->words, id);
}

char **
mft_values_get_list (const MftValues *values, const char *id)
{
  return g_hash_table_lookup (values->lists, id);
}

GPtrArray *
mft_values_get_rows (const MftValues *values, const char *prefix)
{
  return g_hash_table_lookup (values->rows, prefix);
}
