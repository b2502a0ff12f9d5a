/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parties/party-page.h"

#include <glib/gi18n.h>

#include "agreement/party.h"
#include "template/clause.h"
#include "ui/editor/field-row.h"
#include "ui/parties/logo-row.h"
#include "ui/wrap/confirm.h"

static const struct
{
  const char *title;
  const char *suffixes[8];
} groups[] = {
  { N_ ("Institution"), { "nama", "alamat", "nomor", "keterangan", NULL } },
  { N_ ("Who signs"), { "pejabat", "jabatan", "atas_nama", "jangkar", NULL } },
  { N_ ("Authority"),
    { "dasar.judul", "dasar.nomor", "dasar.tahun", "dasar.tanggal", "dasar.penerbit", NULL } },
  { N_ ("Contact"),
    { "pelaksana", "korespondensi.unit", "korespondensi.alamat", "korespondensi.telepon",
      "korespondensi.posel", NULL } },
};

#define AUTHORITY_GROUP 2

typedef struct
{
  MftAgreement *agreement;
  guint party;
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  (void) closure;
  g_object_unref (choice->agreement);
  g_free (choice);
}

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, Choice *choice)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  const MftUnit *unit
      = mft_clause_get_authorities (choice->agreement, library, choice->party, NULL);
  guint selected = adw_combo_row_get_selected (row);
  g_autoptr (GError) error = NULL;

  (void) pspec;
  if (selected >= unit->forms->len)
    return;
  const MftWording *wording = g_ptr_array_index (unit->forms, selected);
  if (!mft_clause_set_authority (choice->agreement, library, choice->party, wording->id, &error))
    mft_tell_error (GTK_WIDGET (row), _ ("The authority cannot be said so"), error);
}

/* How the komparisi says on what authority the party signs. */
static void
add_authority (AdwPreferencesGroup *group, MftAgreement *agreement, guint party)
{
  const char *form;
  const MftUnit *unit
      = mft_clause_get_authorities (agreement, mft_clause_library_get_default (), party, &form);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  guint selected = GTK_INVALID_LIST_POSITION;
  Choice *choice = g_new (Choice, 1);

  for (guint i = 0; i < unit->forms->len; i++)
    {
      const MftWording *wording = g_ptr_array_index (unit->forms, i);
      gtk_string_list_append (names, wording->name != NULL ? wording->name : wording->id);
      if (g_strcmp0 (wording->id, form) == 0)
        selected = i;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Kind of authority"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  *choice = (Choice){ g_object_ref (agreement), party };
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  adw_preferences_group_add (group, row);
}

GtkWidget *
mft_party_page_new (MftAgreement *agreement, guint party)
{
  GtkWidget *page = adw_preferences_page_new ();
  g_autofree char *value = g_strdup_printf ("%u", party);
  g_autofree char *role = mft_party_dup_role (agreement, value);

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (groups[g].title));
      if (g == AUTHORITY_GROUP)
        add_authority (group, agreement, party);
      for (guint i = 0; groups[g].suffixes[i] != NULL; i++)
        {
          g_autofree char *id = mft_party_field_id (party, groups[g].suffixes[i]);
          if (mft_agreement_get_field (agreement, id) != NULL)
            adw_preferences_group_add (group, mft_field_row_new_without (agreement, id, role));
        }
      if (g == 0)
        adw_preferences_group_add (group, mft_logo_row_new (agreement, party));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
    }
  return page;
}
