/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/new-agreement.h"

#include "agreement/house-style.h"
#include "template/instantiate.h"
#include "template/own-templates.h"

#define PARTIES "pihak"

/* "paket=paket-3&K-25=tanggal&pihak=3" */
static void
read_choices (const char *words, GHashTable *choices, guint *parties)
{
  g_auto (GStrv) pairs = g_strsplit (words, "&", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (pairs[i], "=", 2);
      guint64 number;
      if (g_strv_length (sides) != 2)
        continue;
      if (!g_str_equal (sides[0], PARTIES))
        g_hash_table_insert (choices, g_strdup (sides[0]), g_uri_unescape_string (sides[1], NULL));
      else if (g_ascii_string_to_unsigned (sides[1], 10, 0, G_MAXUINT, &number, NULL))
        *parties = (guint) number;
    }
}

MftAgreement *
mft_new_agreement (const char *id, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (id, "?", 2);
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  MftTemplateRequest request
      = { .template = mft_template_get (parts[0]), .choices = choices, .incomplete = TRUE };
  g_autoptr (MftAgreement) made = NULL;

  if (parts[1] != NULL)
    read_choices (parts[1], choices, &request.parties);
  made = request.template != NULL
             ? mft_template_instantiate (&request, error)
             : mft_own_templates_instantiate (parts[0], NULL, choices, TRUE, error);
  /* One of the person's own has its style already. */
  if (made == NULL || (request.template != NULL && !mft_house_style_take_kept (made, error)))
    return NULL;
  /* No history to undo the style by. */
  return mft_agreement_snapshot (made);
}
