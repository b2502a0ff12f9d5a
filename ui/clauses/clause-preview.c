/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/clauses/clause-preview.h"

#include <glib/gi18n.h>

#include "agreement/shown.h"
#include "template/own-clauses.h"
#include "ui/wrap/label.h"
#include "ui/wrap/remove-all.h"

struct _MftClausePreview
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkBox *facts;
  GtkDropDown *forms;
  GtkBox *words;
  const MftClauseLibrary *library;
  const MftUnit *unit;

  /* Owned */
  MftAgreement *agreement;
};

G_DEFINE_FINAL_TYPE (MftClausePreview, mft_clause_preview, ADW_TYPE_BIN)

static const struct
{
  const char *status;
  const char *words;
} statuses[] = {
  { MFT_CLAUSE_STATUS_DRAFT, N_ ("Draft of one's own") },
  { MFT_CLAUSE_STATUS_APPROVED, N_ ("Approved") },
  { MFT_CLAUSE_STATUS_REVIEW, N_ ("Needs a legal review before use") },
  { MFT_CLAUSE_STATUS_RETIRED, N_ ("No longer used") },
};

const char *
mft_clause_status_words (const char *status)
{
  for (guint i = 0; status != NULL && i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (statuses[i].status, status))
      return _ (statuses[i].words);
  return NULL;
}

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *class)
{
  GtkWidget *label = mft_label_new (text, class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_box_append (box, label);
  return label;
}

/* The clause read in a copy of the agreement, so that fields, terms and references are those of the
 * text it would stand in. */
static MftBlock *
try_clause (MftClausePreview *self, MftAgreement *copy, GError **error)
{
  return mft_clause_insert (copy, self->library, self->unit->id, mft_clause_preview_get_form (self),
                            MFT_CLAUSE_AS_PASAL, NULL, error);
}

static void
add_line (MftClausePreview *self, MftAgreement *agreement, MftBlock *block)
{
  const char *label = mft_block_get_label (block);
  g_autofree char *shown = mft_shown_text (agreement, block);
  g_autofree char *line
      = label[0] != '\0' ? g_strdup_printf ("%s  %s", label, shown) : g_strdup (shown);
  GtkWidget *widget = add_label (self->words, line, "agreement-words");

  gtk_widget_set_margin_start (widget, (int) mft_block_get_level (block) * 24);
}

/* Which other Pasal and attachments would come along. */
static void
add_company (MftClausePreview *self, MftAgreement *copy, MftBlock *pasal)
{
  MftBlock *root = mft_agreement_get_root (copy);
  g_autoptr (GString) names = g_string_new (NULL);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      MftBlockKind kind = mft_block_get_kind (at);
      if (at == pasal || (kind != MFT_BLOCK_PASAL && kind != MFT_BLOCK_ATTACHMENT)
          || mft_agreement_get_block (self->agreement, mft_block_get_id (at)) != NULL)
        continue;
      g_autofree char *shown = mft_shown_text (copy, at);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", shown);
    }
  if (names->len == 0)
    return;
  /* Translators: %s are names of articles and attachments. */
  g_autofree char *told
      = g_strdup_printf (_ ("Comes along because it is referred to: %s"), names->str);
  add_label (self->words, told, "quiet");
}

static void
show_words (MftClausePreview *self)
{
  g_autoptr (MftAgreement) copy = mft_agreement_snapshot (self->agreement);
  g_autoptr (GError) error = NULL;
  MftBlock *pasal = try_clause (self, copy, &error);

  mft_box_remove_all (self->words);
  if (pasal == NULL)
    {
      add_label (self->words, error->message, "quiet");
      return;
    }
  for (MftBlock *at = mft_block_next (pasal, pasal); at != NULL; at = mft_block_next (at, pasal))
    add_line (self, copy, at);
  add_company (self, copy, pasal);
}

static void
add_warning (GtkBox *box, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  add_label (GTK_BOX (row), text, NULL);
  gtk_widget_add_css_class (row, "warning");
  gtk_box_append (box, row);
}

static const char *
value_of (const MftUnit *unit, const char *key)
{
  const MftEntry *entry = mft_entries_find (unit->entries, key);

  return entry != NULL ? entry->value : NULL;
}

static void
show_facts (MftClausePreview *self)
{
  const char *status = value_of (self->unit, "status");
  const char *words = mft_clause_status_words (status);
  const char *source = value_of (self->unit, "source");
  const char *note = value_of (self->unit, "catatan");
  const char *change = value_of (self->unit, "perubahan");

  mft_box_remove_all (self->facts);
  add_label (self->facts, self->unit->title, "title-3");
  if (g_strcmp0 (status, MFT_CLAUSE_STATUS_REVIEW) == 0)
    add_warning (self->facts, words);
  else if (words != NULL)
    add_label (self->facts, words, "quiet");
  if (note != NULL)
    add_label (self->facts, note, NULL);
  if (change != NULL)
    {
      g_autofree char *told = g_strdup_printf (_ ("Changed because: %s"), change);
      add_label (self->facts, told, NULL);
    }
  if (source != NULL)
    {
      g_autofree char *told = g_strdup_printf (_ ("Source: %s"), source);
      add_label (self->facts, told, "quiet-caption");
    }
}

static void
chosen_cb (MftClausePreview *self)
{
  if (self->unit != NULL)
    show_words (self);
}

void
mft_clause_preview_show (MftClausePreview *self, MftAgreement *agreement,
                         const MftClauseLibrary *library, const MftUnit *unit, const char *form)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->unit = NULL;
  self->library = library;
  g_set_object (&self->agreement, agreement);
  gtk_widget_set_visible (GTK_WIDGET (self), unit != NULL);
  if (unit == NULL)
    return;
  for (guint i = 0; i < unit->forms->len; i++)
    {
      const MftWording *wording = g_ptr_array_index (unit->forms, i);
      gtk_string_list_append (names, wording->name != NULL ? wording->name : wording->id);
      if (g_strcmp0 (wording->id, form) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->forms, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->forms, selected);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->forms)), unit->forms->len > 1);
  self->unit = unit;
  show_facts (self);
  show_words (self);
}

const char *
mft_clause_preview_get_form (MftClausePreview *self)
{
  guint selected = gtk_drop_down_get_selected (self->forms);

  if (self->unit == NULL || selected >= self->unit->forms->len)
    return NULL;
  return ((MftWording *) self->unit->forms->pdata[selected])->id;
}

static void
mft_clause_preview_dispose (GObject *object)
{
  g_clear_object (&MFT_CLAUSE_PREVIEW (object)->agreement);
  G_OBJECT_CLASS (mft_clause_preview_parent_class)->dispose (object);
}

static void
mft_clause_preview_class_init (MftClausePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_clause_preview_dispose;
}

static void
mft_clause_preview_init (MftClausePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (_ ("Alternative"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->facts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->forms = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->forms), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->forms), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  name, NULL, -1);
  g_signal_connect_swapped (self->forms, "notify::selected", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (choice), name);
  gtk_box_append (GTK_BOX (choice), GTK_WIDGET (self->forms));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
