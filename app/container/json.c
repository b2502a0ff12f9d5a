/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container/json.h"

#include "container/error.h"

#define SIZE_MOST (16 * 1024 * 1024)
#define DEPTH_MOST 32

/* json-glib recurses without a limit and takes what is not JSON, so both are ruled out before. */
static const char *
find_fault (const char *data, gsize size, MftContainerError *code)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  *code = MFT_CONTAINER_ERROR_DAMAGED;
  if (!g_utf8_validate_len (data, size, NULL))
    return "not UTF-8";
  for (gsize i = 0; i < size; i++)
    {
      char c = data[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if (strchr ("'/#;", c) != NULL)
        return "not JSON";
      else if ((c == '[' || c == '{') && ++depth > DEPTH_MOST)
        {
          *code = MFT_CONTAINER_ERROR_LIMIT;
          return "nested too deeply";
        }
      else if ((c == ']' || c == '}') && depth-- == 0)
        return "not JSON";
    }
  return depth == 0 && !in_string ? NULL : "not JSON";
}

JsonNode *
mft_json_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root = NULL;
  MftContainerError code = MFT_CONTAINER_ERROR_LIMIT;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *fault = size > SIZE_MOST ? "too large" : find_fault (data, size, &code);

  if (fault != NULL)
    {
      g_set_error (error, MFT_CONTAINER_ERROR, code, "\"%s\": %s", name, fault);
      return NULL;
    }
  parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (parser, size > 0 ? data : "", (gssize) size, &reason))
    root = json_parser_steal_root (parser);
  if (root == NULL)
    {
      g_set_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED, "\"%s\": %s", name,
                   reason != NULL ? reason->message : "empty");
      return NULL;
    }
  return g_steal_pointer (&root);
}

JsonObject *
mft_json_parse_object (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonNode) root = mft_json_parse (bytes, name, error);

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED, "\"%s\": not an object",
                   name);
      return NULL;
    }
  return json_node_dup_object (root);
}
