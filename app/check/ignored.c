/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/ignored.h"

#include "container/json-writer.h"
#include "container/json.h"

#define LIST "ignored"

/* Of one finding, as the list has it: rule, block, words. */
static char *
key_of (const char *rule, const char *block, const char *words)
{
  return g_strjoin ("\n", rule, block, words, NULL);
}

static const char *
member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

static void
add_key (JsonArray *array, guint index, JsonNode *node, gpointer keys)
{
  (void) array;
  (void) index;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  JsonObject *object = json_node_get_object (node);
  g_hash_table_add (
      keys, key_of (member (object, "rule"), member (object, "id"), member (object, "text")));
}

static GHashTable *
read_keys (MftAgreement *agreement)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GBytes *entry = g_hash_table_lookup (mft_agreement_get_entries (agreement), MFT_IGNORED_ENTRY);
  g_autoptr (JsonObject) object
      = entry != NULL ? mft_json_parse_object (entry, MFT_IGNORED_ENTRY, NULL) : NULL;
  JsonNode *list = object != NULL ? json_object_get_member (object, LIST) : NULL;

  if (list != NULL && JSON_NODE_HOLDS_ARRAY (list))
    json_array_foreach_element (json_node_get_array (list), add_key, keys);
  return keys;
}

static void
write_key (MftJsonWriter *json, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "\n", 3);

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "rule", parts[0]);
  mft_json_writer_string (json, "id", parts[1]);
  mft_json_writer_string (json, "text", parts[2]);
  mft_json_writer_end (json);
}

static void
write_keys (MftAgreement *agreement, GHashTable *keys)
{
  GHashTable *entries = mft_agreement_get_entries (agreement);
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (keys), (GCompareFunc) strcmp);

  if (sorted == NULL)
    {
      g_hash_table_remove (entries, MFT_IGNORED_ENTRY);
      return;
    }
  mft_json_writer_object (json, NULL);
  mft_json_writer_array (json, LIST);
  for (GList *link = sorted; link != NULL; link = link->next)
    write_key (json, link->data);
  char *text = mft_json_writer_finish (json);
  g_hash_table_insert (entries, g_strdup (MFT_IGNORED_ENTRY),
                       g_bytes_new_take (text, strlen (text)));
}

static char *
dup_key (const MftFinding *finding)
{
  return key_of (finding->rule, finding->block_id != NULL ? finding->block_id : "", finding->text);
}

void
mft_finding_set_ignored (MftAgreement *agreement, MftFinding *finding, gboolean ignored)
{
  g_autoptr (GHashTable) keys = read_keys (agreement);
  char *key = dup_key (finding);

  finding->ignored = ignored;
  if (ignored)
    g_hash_table_add (keys, key);
  else
    {
      g_hash_table_remove (keys, key);
      g_free (key);
    }
  write_keys (agreement, keys);
}

void
mft_findings_mark_ignored (MftAgreement *agreement, GPtrArray *findings)
{
  g_autoptr (GHashTable) keys = read_keys (agreement);

  for (guint i = 0; i < findings->len; i++)
    {
      MftFinding *finding = findings->pdata[i];
      g_autofree char *key = dup_key (finding);
      finding->ignored = g_hash_table_contains (keys, key);
    }
}
